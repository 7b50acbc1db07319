"""The page of positions: issues with who stands where, who agrees with whom, and files to save."""

import pytest

from lagebild.web.view import View
from tests.web.conftest import browser
from tests.web.pages.disputes import at_once, written


@pytest.fixture(scope="module")
def case_path(tmp_path_factory):
    return written(tmp_path_factory.mktemp("positions") / "lage.case")


@pytest.fixture
def browse(case_path, monkeypatch):
    monkeypatch.setattr(View, "in_background", at_once)
    with browser(case_path) as client:
        yield client


def lines(browse, query=""):
    return browse.get(f"/api/positions{query}").json()["rows"]


def test_an_issue_names_who_stands_where_with_the_words(browse):
    (line,) = lines(browse)
    assert line["issue"] == "Schutzzone"
    stances = {p["actor_name"]: p["stance"] for p in line["positions"]}
    assert stances == {"Türkei": "for", "Russland": "against", "Iran": "for"}
    page = browse.get("/positions")
    assert page.status_code == 200
    for p in line["positions"]:
        assert all(c["words"] in page.text for c in p["evidence"][:1])
    article, (start, end) = (line["positions"][0]["evidence"][0][k] for k in ("article", "span"))
    assert f"/articles/{article}/words/{start}-{end}" in page.text


def test_filters_by_address(browse):
    assert len(lines(browse, "?actor=Iran")) == 1
    assert {p["stance"] for p in lines(browse, "?stance=against")[0]["positions"]} == {"against"}
    assert lines(browse, "?q=Getreide") == []
    assert lines(browse, "?until=2015") == []
    assert lines(browse, "?since=2016-02&sort=-date")[0]["first"] == "2016-02-01"
    assert browse.get("/positions?actor=Niemand").status_code == 422
    assert browse.get("/positions?stance=vielleicht").status_code == 422


def test_who_agrees_with_whom_is_drawn_and_saved(browse):
    picture = browse.get("/positions/picture.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "Iran – Türkei: Übereinstimmung" in picture.text
    assert "Iran – Russland: Gegensatz" in picture.text
    assert "wer gegenüber wem" not in picture.text
    assert 'class="cooperation"' not in picture.text  # agreement has no direction
    assert browse.get("/positions/picture.png").content.startswith(b"\x89PNG")
    assert browse.get("/positions/picture.svg?q=Getreide").status_code == 422


def test_all_lines_are_saved(browse):
    assert "Schutzzone" in browse.get("/api/positions.csv").text
    assert browse.get("/api/positions.json").json()[0]["issue"] == "Schutzzone"


def test_in_english(browse):
    page = browse.get("/positions", headers={"Accept-Language": "en"}).text
    assert "<h1>Positions</h1>" in page
    assert "against" in page


def test_while_it_is_computed_the_page_says_so(case_path):
    with browser(case_path) as client:
        assert client.get("/positions").status_code == 202
        assert client.get("/api/positions").status_code == 202
