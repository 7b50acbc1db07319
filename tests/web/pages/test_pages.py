"""Every page and every address of the API: it answers, and says so where there is nothing."""

import csv
import io

import pytest

from lagebild.case import Case
from lagebild.web.render import environment
from tests.web.conftest import browser

LISTS = ("articles", "actors", "statements", "events", "commitments", "figures", "search")
PAGES = ("/", *(f"/{name}" for name in LISTS), "/search?q=Waffenruhe", "/decisions", "/api")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_each_page_answers_in_both_languages(browse, address, language):
    page = browse.get(address, headers={"Accept-Language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text


@pytest.mark.parametrize("address", PAGES)
def test_each_page_of_an_empty_case_says_what_to_do(tmp_path, address):
    path = tmp_path / "empty.case"
    Case(path, create=True).close()
    with browser(path) as browse:
        page = browse.get(address)
    assert page.status_code == 200
    assert address in ("/api",) or 'class="empty"' in page.text


@pytest.mark.parametrize("name", LISTS)
def test_the_language_can_be_switched_and_stays(browse, name):
    answer = browse.get(f"/language/en?back=/{name}", follow_redirects=False)
    assert answer.headers["location"] == f"/{name}"
    assert '<html lang="en">' in browse.get(f"/{name}").text


def test_no_language_link_leads_elsewhere(browse):
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        answer = browse.get("/language/en", params={"back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"


@pytest.mark.parametrize("name", LISTS)
def test_what_a_list_does_not_know_is_refused(browse, name):
    for query in ("color=red", "since=2015-13", "since=gestern", "page=0", "size=9999", "sort=x"):
        for path in (f"/{name}", f"/api/{name}", f"/api/{name}.csv"):
            answer = browse.get(f"{path}?{query}")
            assert answer.status_code == 422, (path, query)
            assert query.split("=")[0] in answer.text


@pytest.mark.parametrize("name", ["articles", "statements", "events", "commitments", "figures"])
def test_an_unknown_actor_is_said(browse, name):
    for path in (f"/{name}", f"/api/{name}", f"/api/{name}.csv", f"/api/{name}.json"):
        page = browse.get(f"{path}?actor=Niemand")
        assert page.status_code == 422
        assert "Niemand" in page.text


@pytest.mark.parametrize(
    "address",
    ["/articles/x", "/actors/x", "/findings/x", "/findings/x-e1", "/x", "/static/../app.py"],
)
def test_what_is_not_there_is_a_page_that_says_so(browse, address):
    page = browse.get(address)
    assert page.status_code == 404
    assert "<h1>Nicht gefunden</h1>" in page.text


@pytest.mark.parametrize("name", LISTS)
def test_empty_fields_of_the_form_are_no_filters(browse, name):
    fields = dict.fromkeys(("q", "actor", "since", "until", "outlet", "place"), "")
    assert browse.get(f"/{name}", params=fields).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_the_api_and_the_files_give_the_same_lines(browse, name):
    query = "?q=Waffenruhe" if name == "search" else ""
    answer = browse.get(f"/api/{name}{query}").json()
    assert answer["total"] == len(answer["rows"]) > 0
    assert browse.get(f"/api/{name}.json{query}").json() == answer["rows"]
    table = list(csv.DictReader(io.StringIO(browse.get(f"/api/{name}.csv{query}").text[1:])))
    assert len(table) == answer["total"]
    assert set(table[0]) == set(answer["rows"][0])


def test_a_spreadsheet_takes_no_text_for_a_formula(tmp_path):
    from tests.case.builders import TEXT, read_article  # noqa: PLC0415

    path = tmp_path / "lage.case"
    with Case(path, create=True) as case:
        case.write(read_article(TEXT, "x.txt", title="=1+1"), "1")
        case.settle("1")
    with browser(path) as browse:
        assert "'=1+1" in browse.get("/api/articles.csv").text


def test_a_list_is_paged_by_address(browse):
    first = browse.get("/articles?size=1&sort=date&reprints=true").text
    assert 'href="/articles?size=1&amp;sort=date&amp;reprints=true&amp;page=2"' in first
    beyond = browse.get("/articles?page=9")
    assert beyond.status_code == 200
    assert 'class="empty"' in beyond.text


def test_a_variable_that_a_template_lacks_is_an_error():
    assert environment().undefined.__name__ == "StrictUndefined"


def test_the_search_marks_what_it_found(browse):
    page = browse.get("/search", params={"q": "Waffenruhen"}).text
    assert "<mark>Waffenruhe</mark>" in page


@pytest.mark.parametrize("country", ["Russland", "russia", "RUS", "rus"])
def test_actors_are_filtered_by_country_in_any_writing(browse, country):
    rows = browse.get("/api/actors", params={"country": country}).json()["rows"]
    assert [row["name"] for row in rows] == ["Russland"]


def test_lists_know_the_role_of_their_actor(browse):
    def found(page, **asked):
        return browse.get(f"/api/{page}", params={"actor": "Russland"} | asked).json()["total"]

    assert found("events") == found("events", role="target") == 2
    assert found("events", role="source") == 0
    assert found("commitments", role="counterparty") == 2
    assert found("commitments", role="party") == 0
    assert browse.get("/events?role=party").status_code == 422


def test_an_actors_page_parts_what_it_did_suffered_promised_and_demanded(browse):
    page = browse.get("/actors/person:merkel").text
    for heading in ("Gesagt", "Getan", "Gefordert, angedroht, verweigert"):
        assert f"<h2>{heading}" in page
    assert "<h2>Erfahren" not in page
    assert "/commitments?actor=person%3Amerkel&amp;role=party&amp;kind=demand" in page
    assert "<h2>Erfahren" in browse.get("/actors/state:RUS").text
