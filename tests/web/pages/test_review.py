"""Reviewing findings in the browser: accept, correct, reject, add, undo, compare."""

import pytest

from lagebild.case import Case
from lagebild.case.reviews import reviews
from lagebild.web import Options
from tests.case.builders import CHANCELLOR
from tests.web.conftest import browser


def waiting(browse, **asked):
    return browse.get("/api/review", params=asked).json()


def judge(browse, finding, **fields):
    return browse.change(f"/review/judge/{finding}", **fields)


@pytest.fixture
def event(browse):
    return waiting(browse, kind="event")["waiting"][0]["finding"]


def form_of(browse, event):
    """Return what the form of the first event holds."""
    return {
        "type": "REQUEST",
        "status": "occurred",
        "source": "Angela Merkel",
        "target": "Russland",
        "words": "forderte",
        "date": "2016-02-15",
    }


def test_the_least_certain_finding_is_shown_with_its_words(browse):
    page = browse.get("/review").text
    first = waiting(browse)["waiting"][0]
    assert f"/review/judge/{first['finding']}" in page
    assert "<mark>" in page


def test_accepting_leads_to_the_next(browse, event):
    before = waiting(browse)["total"]
    answer = judge(browse, event, verdict="accept", back="/review?kind=event")
    assert answer.headers["location"] == "/review?kind=event"
    assert waiting(browse)["total"] == before - 1
    assert "letztes" in browse.get("/review").text.lower()


@pytest.mark.parametrize("kind", ["event", "statement", "commitment", "figure"])
def test_any_finding_can_be_reviewed_from_where_it_is_shown(browse, kind):
    line = browse.get(f"/api/{kind}s").json()["rows"][0]
    address = f"/review?finding={line['id']}"
    assert address in browse.get(f"/{kind}s").text
    assert address in browse.get(f"/articles/{line['article']}").text
    page = browse.get(address).text
    assert f"/review/judge/{line['id']}" in page
    back = f"/articles/{line['article']}#{line['id'].partition('-')[2]}"
    assert f'name="back" value="{back}"' in page
    answer = judge(browse, line["id"], verdict="accept", back=back)
    assert answer.headers["location"] == back
    assert browse.get("/review?finding=nothing-e1").status_code == 404
    assert waiting(browse, finding=line["id"])["waiting"][0]["finding"] == line["id"]


def test_what_only_reads_offers_no_review_in_lists(case_file):
    with browser(case_file, Options(read_only=True)) as browse:
        assert "/review?finding=" not in browse.get("/events").text


def test_a_form_that_changes_nothing_accepts(browse, event, case_file):
    judge(browse, event, verdict="correct", **form_of(browse, event))
    with Case(case_file) as case, case.looking() as connection:
        assert [r.verdict for r in reviews(connection)] == ["accept"]


def test_corrections_are_kept_by_name_words_and_date(browse, event, case_file):
    changed = form_of(browse, event) | {
        "type": "THREATEN",
        "target": "Angela Merkel; Russland",
        "words": "Waffenruhe",
        "date": "2016-02",
        "attributed_to": "Merkel",
    }
    answer = judge(browse, event, verdict="correct", **changed)
    assert answer.status_code == 303
    with Case(case_file) as case:
        (found,) = [e for e in case.events() if e.id == event]
    assert (found.type, found.words) == ("THREATEN", "Waffenruhe")
    assert found.targets[0] == CHANCELLOR.key
    assert len(found.targets) == 2
    assert (found.date_start, found.date_end) == ("2016-02-01", "2016-02-29")
    assert found.attributed_to == CHANCELLOR.key


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("target", "Niemand"),
        ("words", "steht nirgends"),
        ("words", ""),
        ("date", "2016-13"),
        ("date", "gestern"),
        ("status", "vielleicht"),
    ],
)
def test_corrections_that_make_no_sense_say_so_and_change_nothing(browse, event, field, value):
    before = browse.get("/api/events").json()
    answer = judge(browse, event, verdict="correct", **(form_of(browse, event) | {field: value}))
    assert answer.status_code == 422
    assert browse.get("/api/events").json() == before


def test_rejecting_and_undoing(browse, event, case_file):
    judge(browse, event, verdict="reject")
    ids = {row["id"] for row in browse.get("/api/events").json()["rows"]}
    assert event not in ids
    with Case(case_file) as case, case.looking() as connection:
        (made,) = reviews(connection)
    assert browse.get("/review/log").text.count("<tr") == 2
    browse.change(f"/review/undo/{made.id}", back="/review/log")
    ids = {row["id"] for row in browse.get("/api/events").json()["rows"]}
    assert event in ids
    assert "zurückgenommen" in browse.get("/review/log").text


def test_what_was_missed_is_added(browse):
    article = browse.get("/api/articles").json()["rows"][0]["id"]
    assert "Waffenruhe" in browse.get("/review/add", params={"article": article}).text
    answer = browse.change(
        f"/review/add/{article}/event",
        type="CONSULT", status="occurred", words="trafen", source="Merkel",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    found = browse.get("/api/events").json()["rows"]
    assert [row["words"] for row in found if row["type"] == "CONSULT"] == ["trafen"]
    for kind, fields in (
        ("statement", {"type": "direct", "words": "Das Töten muss enden", "speaker": "Merkel"}),
        ("commitment", {"type": "demand", "status": "demanded", "words": "einer Waffenruhe"}),
    ):
        assert browse.change(f"/review/add/{article}/{kind}", **fields).status_code == 303
    missing = browse.change(f"/review/add/{article}/event", type="CONSULT", words="")
    assert missing.status_code == 422


def test_a_figure_is_corrected_as_germans_write_numbers(browse, case_file):
    (first, *_) = waiting(browse, kind="figure")["waiting"]
    form = {"type": "at_least", "value": "1.400,5", "counted": "Verletzte", "words": "40 Menschen"}
    assert judge(browse, first["finding"], verdict="correct", **form).status_code == 303
    with Case(case_file) as case:
        (found,) = [f for f in case.figures() if f.article == first["article"]]
    assert (found.value, found.counted, found.words) == (1400.5, "Verletzte", "40 Menschen")
    address = browse.get(f"/findings/{first['finding']}", follow_redirects=False)
    anchor = address.headers["location"].partition("#")[2]
    assert f'id="{anchor}"' in browse.get(address.headers["location"]).text


def test_dates_and_places_that_were_missed_are_added(browse, case_file):
    article = browse.get("/api/articles").json()["rows"][0]["id"]
    date = {"type": "DATE", "value": "2016-02", "words": "am Montag"}
    place = {"place": "Wien", "country": "Österreich", "words": "Wien"}
    for kind, form in (("date", date), ("place", place)):
        answer = browse.change(f"/review/add/{article}/{kind}", **form)
        assert answer.status_code == 303, answer.text
        assert browse.get(answer.headers["location"]).status_code == 200
    with Case(case_file) as case:
        added = [(d.value, d.start, d.end) for d in case.dates() if d.why == "added by Ada"]
        named = [(p.name, p.country) for p in case.places() if p.why == "added by Ada"]
    assert added == [("2016-02", "2016-02-01", "2016-02-29")]
    assert named == [("Wien", "AUT")]


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("figure", {"value": "viele", "type": "exact", "counted": "Menschen", "words": "40"}),
        ("figure", {"value": "", "type": "exact", "counted": "Menschen", "words": "40"}),
        ("date", {"value": "gestern", "type": "DATE", "words": "am Montag"}),
        ("date", {"value": "2016", "type": "JAHR", "words": "am Montag"}),
        ("place", {"place": "Wien", "country": "Utopia", "words": "Wien"}),
        ("place", {"place": "", "words": "Wien"}),
    ],
)
def test_values_that_are_none_are_refused(browse, kind, form):
    article = browse.get("/api/articles").json()["rows"][0]["id"]
    assert browse.change(f"/review/add/{article}/{kind}", **form).status_code == 422


def test_two_coders_are_compared(browse, event, case_file):
    judge(browse, event, verdict="accept")
    with browser(case_file, Options(coder="Ben")) as other:
        assert event in {w["finding"] for w in waiting(other)["waiting"]}
        judge(other, event, verdict="reject")
        found = other.get("/api/review/compare").json()
        assert {row["field"] for row in found} >= {"there", "type", "status"}
        assert found[0]["same"] == 0
        page = other.get("/review/compare").text
    assert "Ada" in page
    assert "verworfen" in page


def test_unknown_findings_articles_and_reviews_are_not_found(browse):
    assert judge(browse, "x-e9", verdict="accept").status_code == 404
    assert browse.get("/review/add?article=x").status_code == 404
    assert browse.change("/review/add/x/event", words="a").status_code == 404
    assert browse.change(f"/review/undo/{10**30}").status_code == 404
    assert browse.change("/review/undo/77").status_code == 422
    assert browse.get("/review?kind=nothing").status_code == 422


def test_nobody_reviews_in_read_only_mode(case_file):
    with browser(case_file, Options(coder="Ada", read_only=True)) as browse:
        page = browse.get("/review").text
        assert "/review/judge/" not in page
        finding = waiting(browse)["waiting"][0]["finding"]
        assert judge(browse, finding, verdict="accept").status_code == 403


def test_an_empty_queue_says_so(browse):
    assert "wartet nichts" in browse.get("/review", params={"article": "none"}).text
