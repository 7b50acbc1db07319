import dataclasses

import pytest

from lagebild.case import Case, Filter
from lagebild.case.reviews import (
    add,
    agreement,
    checked,
    review,
    reviews,
    undo_review,
    waiting,
)
from lagebild.errors import WrongUse
from tests.case.builders import CHANCELLOR, RUSSIA, TEXT, at, read_article


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "a.case", create=True) as opened:
        opened.write(read_article(), "1")
        opened.settle("1")
        yield opened


def say(case, *arguments, **named):
    with case.writing() as connection:
        return review(connection, *arguments, **named)


def queue(case, by, **named):
    with case.looking() as connection:
        return waiting(connection, by, **named)


def first_event(case):
    return case.events()[0]


def test_accepting_makes_a_finding_sure(case):
    before = first_event(case)
    say(case, before.id, "accept", "Ada")
    after = first_event(case)
    assert after.confidence == 1.0
    assert after.why == f"{before.why}; accepted by Ada"
    assert dataclasses.replace(after, confidence=before.confidence, why=before.why) == before


def test_correcting_changes_the_finding_and_nothing_else(case):
    before = first_event(case)
    changes = {"type": "THREATEN", "status": "planned", "target": [CHANCELLOR.key]}
    say(case, before.id, "correct", "Ada", changes)
    after = first_event(case)
    assert (after.type, after.status, after.targets) == ("THREATEN", "planned", (CHANCELLOR.key,))
    assert (after.id, after.trigger, after.sources) == (before.id, before.trigger, before.sources)
    assert "corrected by Ada" in after.why


def test_a_rejected_finding_is_gone_and_comes_back_when_that_is_undone(case):
    events = case.events()
    number = say(case, events[0].id, "reject", "Ada")
    assert case.events() == events[1:]
    with case.writing() as connection:
        undo_review(connection, number, "Ada")
    assert case.events() == events


def test_what_was_missed_is_added(case):
    article = case.articles()[0].id
    trigger = at(TEXT, "trafen")
    finding = {
        "type": "CONSULT",
        "status": "occurred",
        "trigger_start": trigger.start,
        "trigger_end": trigger.end,
        "sentence_start": trigger.start,
        "sentence_end": trigger.end,
        "source": [CHANCELLOR.key],
    }
    before = len(case.events())
    with case.writing() as connection:
        number = add(connection, "event", article, finding, "Ada")
    assert len(case.events()) == before + 1
    (made,) = [e for e in case.events() if e.id == f"{article}-r{number}"]
    assert (made.words, made.why, made.sources) == ("trafen", "added by Ada", (CHANCELLOR.key,))
    with case.writing() as connection:
        undo_review(connection, number, "Ada")
    assert len(case.events()) == before


def test_reviews_survive_a_reading_by_a_newer_version(case):
    event = first_event(case)
    say(case, event.id, "correct", "Ada", {"status": "planned"})
    statement = case.statements()[0]
    say(case, statement.id, "reject", "Ada")
    case.write(read_article(), "2")
    assert first_event(case).status == "planned"
    assert statement.id not in {s.id for s in case.statements()}


def test_a_newer_version_that_misses_an_accepted_finding_does_not_lose_it(case):
    event = first_event(case)
    say(case, event.id, "accept", "Ada")
    read = read_article()
    case.write(
        dataclasses.replace(
            read, findings=dataclasses.replace(read.findings, events=(), figures=())
        ),
        "2",
    )
    (kept,) = case.events()
    assert (kept.type, kept.trigger, kept.sources) == (event.type, event.trigger, event.sources)


def test_a_review_follows_its_words_when_the_numbers_change(case):
    event = first_event(case)
    say(case, event.id, "correct", "Ada", {"status": "planned"})
    read = read_article()
    other = dataclasses.replace(read.findings.events[0], trigger=at(TEXT, "trafen"), type="CONSULT")
    events = (other, *read.findings.events)
    figures = tuple(dataclasses.replace(f, event=None) for f in read.findings.figures)
    findings = dataclasses.replace(read.findings, events=events, figures=figures)
    case.write(dataclasses.replace(read, findings=findings), "2")
    statuses = {e.words: e.status for e in case.events()}
    assert statuses[event.words] == "planned"
    assert statuses["trafen"] == other.status


def test_each_coder_has_a_queue_of_their_own(case):
    everything = queue(case, "Ada")
    confidences = [w.confidence for w in everything.page]
    assert confidences == sorted(confidences)
    assert everything.total == len(everything.page) > 2
    event = first_event(case)
    say(case, event.id, "reject", "Ada")
    assert event.id not in {w.finding for w in queue(case, "Ada").page}
    assert queue(case, "Ada").total == everything.total - 1
    assert {w.finding for w in queue(case, "Ben").page} == {w.finding for w in everything.page}
    say(case, event.id, "accept", "Ben")
    assert queue(case, "Ben").total == everything.total - 1
    assert first_event(case).id == event.id


def test_the_queue_pages_and_filters(case):
    statements = queue(case, "Ada", kinds=("statement",))
    assert {w.kind for w in statements.page} == {"statement"}
    whole = queue(case, "Ada").page
    assert {w.kind for w in whole} >= {"event", "statement", "figure"}
    pages = [queue(case, "Ada", part=slice(n, n + 1)).page[0] for n in range(len(whole))]
    assert tuple(pages) == whole
    article = case.articles()[0].id
    assert queue(case, "Ada", article=article).total == len(whole)
    assert queue(case, "Ada", article="none").total == 0


def test_two_coders_are_compared(case):
    event, statement = first_event(case), case.statements()[0]
    say(case, event.id, "accept", "Ada")
    say(case, event.id, "correct", "Ben", {"status": "denied"})
    say(case, statement.id, "accept", "Ada")
    say(case, statement.id, "accept", "Ben")
    with case.looking() as connection:
        found = {(a.kind, a.field): a for a in agreement(connection, "Ada", "Ben")}
        counted = {c.kind: c for c in checked(connection)}
    assert found["event", "type"].same == 1.0
    assert found["event", "type"].alpha is None
    assert found["event", "status"].same == 0.0
    assert found["statement", "speaker"].same == 1.0
    assert (counted["event"].corrected, counted["event"].right) == (1, 0.0)
    assert counted["statement"].right == 1.0
    assert counted["commitment"].right is None


def test_the_log_keeps_what_was_undone(case):
    number = say(case, first_event(case).id, "reject", "Ada")
    with case.writing() as connection:
        undo_review(connection, number, "Ben")
        with pytest.raises(WrongUse, match="no review"):
            undo_review(connection, number, "Ben")
    with case.looking() as connection:
        (kept,) = reviews(connection)
    assert (kept.made_by, kept.verdict, kept.finding) == ("Ada", "reject", None)
    assert kept.undone_at is not None


def test_a_figure_is_corrected_with_its_words_and_stays_so(case):
    (before,) = case.figures()
    (finding,) = [w.finding for w in queue(case, "Ada", kinds=("figure",)).page]
    assert finding == f"{before.article}-f{before.span.start}-{before.span.end}"
    start = TEXT.index("40")
    changes = {"value": 41.5, "qualifier": "about", "start": start, "end": start + 2}
    number = say(case, finding, "correct", "Ada", changes)
    (after,) = case.figures()
    assert (after.value, after.qualifier, after.words) == (41.5, "about", "40")
    assert not queue(case, "Ada", kinds=("figure",)).page
    assert {w.finding for w in queue(case, "Ben", kinds=("figure",)).page} == {finding}
    case.write(read_article(), "2")
    assert case.figures() == [after]
    with case.writing() as connection:
        undo_review(connection, number, "Ada")
    assert case.figures() == [before]


def test_a_date_and_a_place_that_were_missed_are_added_and_one_is_rejected(case):
    article = case.articles()[0].id
    day, town = at(TEXT, "Montag"), at(TEXT, "Wien")
    missed = {
        "date": {"type": "DATE", "value": "2016-02-15", "start": day.start, "end": day.end},
        "place": {"name": "Wien", "country": "AUT", "start": town.start, "end": town.end},
    }
    dates, places = len(case.dates()), len(case.places())
    with case.writing() as connection:
        numbers = [add(connection, kind, article, f, "Ada") for kind, f in missed.items()]
    assert (len(case.dates()), len(case.places())) == (dates + 1, places + 1)
    assert "Wien" in {place.words for place in case.places()}
    say(case, f"{article}-r{numbers[1]}", "reject", "Ben")
    assert len(case.places()) == places
    assert f"{article}-r{numbers[0]}" in {
        w.finding for w in queue(case, "Ben", kinds=("date",)).page
    }


@pytest.mark.parametrize(
    ("kind", "finding", "message"),
    [
        ("figure", {"start": 0, "end": 3, "qualifier": "exact", "counted": "x"}, "has no value"),
        ("figure", {"start": 0, "end": 3, "value": "viele"}, "is no number"),
        ("figure", {"start": 0, "end": 3, "value": float("nan")}, "is no number"),
        ("date", {"start": 0, "end": 3, "type": "YEAR"}, "is no type"),
        ("place", {"start": 0, "end": 3}, "has no name"),
    ],
)
def test_what_lacks_a_part_is_not_added(case, kind, finding, message):
    with case.writing() as connection, pytest.raises(WrongUse, match=message):
        add(connection, kind, case.articles()[0].id, finding, "Ada")


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "maybe"},
        {"id": "x"},
        {"colour": "red"},
        {"trigger_start": 100_000, "trigger_end": 100_003},
        {"trigger_start": None},
    ],
)
def test_corrections_that_make_no_sense_are_refused(case, changes):
    before = case.events()
    with pytest.raises(WrongUse):
        say(case, before[0].id, "correct", "Ada", changes)
    assert case.events() == before


def test_unknown_findings_and_articles_are_refused(case):
    with pytest.raises(WrongUse, match="no finding"):
        say(case, "x-e1", "accept", "Ada")
    with case.writing() as connection, pytest.raises(WrongUse, match="no article"):
        add(connection, "event", "x", {"type": "AID"}, "Ada")
    with case.writing() as connection, pytest.raises(WrongUse, match="which words"):
        add(connection, "event", case.articles()[0].id, {"type": "AID"}, "Ada")


def test_filters_see_the_corrected_finding(case):
    say(case, first_event(case).id, "correct", "Ada", {"target": []})
    assert not [e for e in case.events(Filter(actor=RUSSIA.key)) if RUSSIA.key in e.targets]
