"""`lagebild picture` as a user types it."""

import json

import pytest
from typer.testing import CliRunner

from lagebild.cli.app import app
from tests.picture.builders import ACTORS, Book, written

A, B, C = (ACTORS[letter].key for letter in "ABC")
run = CliRunner().invoke


@pytest.fixture
def path(tmp_path):
    book = Book("lage", "2016-05-01")
    for month in (1, 2, 3):
        day = f"2016-0{month}-10"
        book.event("AID", "A", "B", date=day).event("ASSAULT", "C", "A", date=day)
        book.event("ACCUSE", "B", "C", date=day)
    book.event("AID", "B", "C", date="2016-04-10")
    with written(tmp_path, book):
        return str(tmp_path / "a.case")


def said(*arguments):
    result = run(app, ["picture", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_relations_and_blocs_with_their_words(path):
    text = said(path)
    assert "Österreich → Belgien  +21.0" in text
    assert "AID (occurred) “Satz 0 in lage.” [lage.txt 13–28]" in text
    assert "1. Österreich, Belgien" in text or "1. Belgien, Österreich" in text
    assert "2. Schweiz" in text
    assert "proven best" in text


def test_json_has_everything(path):
    found = json.loads(said(path, "--json", "--blocs", "any"))
    first = found["relations"][0]
    assert (first["source"], first["target"]) == (C, A)
    assert first["balance"] == pytest.approx(-29.1)
    assert len(first["evidence"]) == 3
    assert found["blocs"]["exact"] is True
    assert found["stability"]["stories"] == 1
    assert found["stability"]["together"][A][B] is None
    assert {s["key"] for s in found["standings"]} == {A, B, C}


def test_a_dyad_by_month(path):
    text = said(path, "--dyad", "Schweiz", "Belgien", "--by", "month")
    assert "Schweiz – Belgien by month" in text
    assert "2016-04-01  +7.0  cooperation 7.0" in text, "one story has no interval"
    series = json.loads(said(path, "--dyad", A, C, "--json"))
    assert [row["balance"] for row in series["series"]] == [-9.7, -9.7, -9.7]
    assert (series["undated"], series["stories"]) == (0, 1)
    assert series["series"][0]["balance_low"] is None


def test_one_story_is_not_called_sure(path):
    text = said(path)
    assert "All of it is told in one story" in text
    assert "when stories are drawn again" not in text


def test_who_lost_partners_since(path):
    text = said(path, "--since", "2016-04-01", "--min-stories", "1")
    assert "Lost positive ties since 2016-04-01" in text
    assert "Belgien  ended: Österreich; won: Schweiz" in text


def test_blocs_over_time(path):
    text = said(path, "--over", "quarter", "--min-stories", "1")
    assert "2016-01-01  balance 1.00, violated 0.0" in text
    assert "moved: Schweiz" in text or "moved: Belgien" in text
    found = json.loads(said(path, "--over", "quarter", "--json"))
    assert [window["since"] for window in found] == ["2016-01-01", "2016-04-01"]
    assert "Nothing with a date" in said(path, "--over", "year", "--since", "2020")


def test_nothing_in_the_window(path):
    assert "Nobody does anything" in said(path, "--since", "2020-01-01")
    assert "Nothing with a date" in said(path, "--dyad", A, B, "--since", "2020")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--blocs", "one"], '"one" is no number of blocs'),
        (["--blocs", "1"], "1 blocs make no sense"),
        (["--roll-up", "planet"], 'no roll-up "planet"'),
        (["--half-life", "-3"], "half-life of -3.0 days"),
        (["--since", "gestern"], '"gestern" is no date'),
        (["--actor", "Atlantis"], "Atlantis"),
        (["--dyad", "Österreich", "Atlantis"], "Atlantis"),
        (["--dyad", "Österreich", "Armee"], "are one actor here"),
        (["--dyad", "Österreich", "Belgien", "--by", "year"], 'no period "year"'),
        (["--knowledge", "/nowhere"], "does not exist"),
    ],
)
def test_wrong_use_says_what_to_do(path, arguments, message):
    result = run(app, ["picture", path, *arguments])
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) >= 2


def test_an_empty_case(tmp_path):
    with written(tmp_path):
        pass
    assert "Nobody does anything" in said(str(tmp_path / "a.case"))
