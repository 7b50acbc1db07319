"""Pages of what is drawn from the whole case: contradictions, stories, lives of commitments."""

import re
import time

import pytest

from lagebild.case import Case
from lagebild.case.kept import are_kept
from lagebild.web import computed
from lagebild.web.computed import PARTS, SHAPES, draw
from tests.case.builders import TEXT, read_article
from tests.web.conftest import VERSION, browser

HEADS = {
    "/contradictions": "Widersprüche",
    "/stories": "Geschichten",
    "/lives": "Verläufe der Zusagen",
    "/positions": "Positionen",
}
PAGES = tuple(HEADS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drawn")


@pytest.fixture(scope="module")
def drawn_browse(folder):
    path = folder / "lage.case"
    with Case(path, create=True) as case:
        for day, name in ((15, "a.txt"), (16, "b.txt")):
            text = f"{TEXT} Nachtrag {name}, in anderen Worten als {day * 'zuvor '}gesagt."
            case.write(read_article(text, name, published=f"2016-02-{day}"), VERSION)
        case.settle(VERSION)
    with browser(path) as browse:
        deadline = time.monotonic() + 90
        while browse.get("/positions").status_code == 202 and time.monotonic() < deadline:
            time.sleep(0.2)
        yield browse


def test_while_it_is_computed_a_page_says_so_and_loads_again(case_file):
    with browser(case_file) as browse:
        for path in PAGES:
            page = browse.get(path)
            assert page.status_code == 202
            assert "<progress" in page.text
            assert '<noscript><meta http-equiv="refresh"' in page.text
            assert f"<h1>{HEADS[path]}</h1>" in page.text
            assert "0 von 4 Teilen sind fertig" in page.text
            assert browse.get(f"/api{path}").status_code == 202
        assert browse.get("/").status_code == 200


def test_the_overview_gets_later_what_it_does_not_wait_for(case_file, drawn_browse):
    with browser(case_file) as browse:
        page = browse.get("/").text
        for part in ("contradictions", "stories"):
            assert f'data-later="/overview/{part}"' in page
            assert browse.get(f"/overview/{part}").status_code == 202
    assert "data-later" not in drawn_browse.get("/").text
    assert "/articles/" in drawn_browse.get("/overview/stories").text
    assert drawn_browse.get("/overview/contradictions").status_code == 200
    assert drawn_browse.get("/overview/lives").status_code == 422


@pytest.mark.parametrize("path", PAGES)
def test_each_page_and_its_filters_answer(drawn_browse, path):
    for query in ("", "?q=Waffenruhe", "?since=2016&until=2017", "?sort=date", "?actor=Russland"):
        assert drawn_browse.get(path + query).status_code == 200, query
        assert drawn_browse.get(f"/api{path}{query}").status_code == 200, query
        assert drawn_browse.get(f"/api{path}.csv{query}").status_code == 200, query
    assert drawn_browse.get(f"{path}?actor=Niemand").status_code == 422


def test_a_story_names_its_articles(drawn_browse):
    rows = drawn_browse.get("/api/stories").json()["rows"]
    articles = {article for row in rows for article in row["articles"]}
    known = {a["id"] for a in drawn_browse.get("/api/articles").json()["rows"]}
    assert known <= articles
    page = drawn_browse.get("/stories").text
    assert all(f'href="/articles/{article}"' in page for article in articles)


def test_a_life_tells_how_it_began_and_how_old_it_is(drawn_browse):
    lives = drawn_browse.get("/api/lives?sort=date").json()["rows"]
    assert lives[0]["condition"]["words"] == "sofern der Beschuss endet"
    assert lives[0]["changes"][0]["state"] == "demanded"
    assert lives[0]["age_days"] >= 0
    assert drawn_browse.get("/api/lives?status=broken").json()["total"] == 0
    assert drawn_browse.get("/api/lives?open=true").json()["total"] == len(lives)


def test_words_have_an_address(drawn_browse):
    life = drawn_browse.get("/api/lives").json()["rows"][0]
    where = life["changes"][0]["citation"]
    start, end = where["span"]
    address = f"/articles/{where['article']}/words/{start}-{end}"
    answer = drawn_browse.get(address, follow_redirects=False)
    assert answer.headers["location"].endswith(f"?cite={start}-{end}#cite")
    page = drawn_browse.get(address).text
    assert page.count('id="cite"') == 1
    assert "k-cited" in page
    assert drawn_browse.get("/articles/x/words/1-2").status_code == 404
    assert drawn_browse.get(f"/articles/{where['article']}/words/a-b").status_code == 422


def test_numbers_beyond_the_text_do_no_harm(drawn_browse):
    article = drawn_browse.get("/api/articles").json()["rows"][0]["id"]
    for span in ("999999999-9999999999", "5-2", "0-0"):
        assert drawn_browse.get(f"/articles/{article}/words/{span}").status_code == 200


def test_what_was_drawn_is_kept_and_the_same_when_loaded(case_file, monkeypatch):
    with Case(case_file) as case:
        found = dict(draw(case))
        assert tuple(found) == PARTS
        assert re.fullmatch(r"[0-9a-f]+", found["stories"][0].id)
        assert found["lives"]
        monkeypatch.setattr(computed, "material", None)  # nothing is computed again
        assert dict(draw(case)) == found


def test_what_is_kept_is_forgotten_when_articles_change(case_file):
    names = tuple(SHAPES)
    with Case(case_file) as case:
        list(draw(case))
        with case.looking() as connection:
            assert are_kept(connection, names, computed.method())
            assert not are_kept(connection, names, "another method")
        case.write(read_article(f"{TEXT} Und mehr.", "c.txt"), VERSION)
        with case.looking() as connection:
            assert not are_kept(connection, names, computed.method())


def test_a_server_that_only_reads_keeps_nothing(case_file):
    with Case(case_file) as case:
        assert dict(draw(case, keeping=False))["lives"]
        with case.looking() as connection:
            assert not are_kept(connection, ("lives",), computed.method())
