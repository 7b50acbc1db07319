"""Stories, contradictions and positions as a user types them."""

import json
import shutil

import pytest
from typer.testing import CliRunner

from lagebild.cli.app import app
from tests.picture.newspapers import read_papers

WESER = """Streit um die Weserbrücke

Oslo (dpa) - Norwegen beschuldigte Schweden, die Brücke gesperrt zu haben. Stockholm wies die \
Anschuldigung zurück. Dänemark forderte Schweden auf, die Sperrung der Brücke aufzuheben.
"""
AGAIN = """Dänemark will Ende der Sperrung

Oslo (AFP) - Dänemark verlangte, die Sperrung der Brücke zu beenden. Schweden kündigte an, die \
Sperrung der Brücke fortzusetzen.
"""
PAPERS = {"weser": ("2016-03-01", "Blatt", WESER), "again": ("2016-03-02", "Zeitung", AGAIN)}
run = CliRunner().invoke


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return read_papers(tmp_path_factory.mktemp("papers") / "articles", PAPERS)


@pytest.fixture
def case(papers, tmp_path):
    return str(shutil.copy(papers, tmp_path / "own.case"))


def said(*command):
    result = run(app, command)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_stories_are_listed(case):
    assert "in 2 articles" in said("stories", case)
    stories = json.loads(said("stories", case, "--json"))
    assert sum(len(story["articles"]) for story in stories) == 2
    assert "0 stories" in said("stories", case, "--since", "2017-01-01")


def test_contradictions_are_side_by_side(case):
    shown = said("contradictions", case)
    assert "Asserted and denied" in shown
    assert "wies die Anschuldigung zurück" in shown
    (denial,) = json.loads(said("contradictions", case, "--kind", "denial", "--json"))
    assert [side["claim"] for side in denial["sides"]] == ["asserted", "denied"]


def test_an_unknown_kind_names_the_known_ones(case):
    result = run(app, ["contradictions", case, "--kind", "streit"])
    assert result.exit_code == 2
    assert "figures, denial, claims, promise, account" in result.stderr


def test_the_ledger_shows_the_life_of_each_commitment(case):
    shown = said("show", case, "--ledger")
    assert "Ledger" in shown
    assert "waits for" in shown
    parts = ["Pending on a condition", "Demanded or offered", "Promised or agreed", "In force or"]
    places = [shown.find(part) for part in parts]
    told = [place for place in places if place >= 0]
    assert places[1] > 0
    assert told == sorted(told)
    lives = json.loads(said("show", case, "--ledger", "--json"))["lives"]
    assert all(life["changes"] for life in lives)


def test_positions_go_out_and_come_in(case, tmp_path):
    assert "Sperrung" in said("positions", case, "list", "--fewest", "2")
    table = tmp_path / "positions.csv"
    said("positions", case, "export", str(table))
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(",against,", ",conditional,"), encoding="utf-8")
    kept = said("positions", case, "import", str(table), "--by", "ich")
    assert kept.startswith(f"{text.count(',against,')} decision")
    listed = json.loads(said("positions", case, "list", "--fewest", "1", "--json"))
    assert {p["stance"] for p in listed} == {"for", "conditional"}


@pytest.mark.parametrize("ending", [".csv", ".graphml", ".gexf"])
def test_the_discourse_network_is_written(case, tmp_path, ending):
    file = tmp_path / f"network{ending}"
    said("positions", case, "network", str(file), "--aggregation", "conflict")
    assert "Schweden" in file.read_text(encoding="utf-8")


def test_windows_write_one_file_each(case, tmp_path):
    said("positions", case, "network", str(tmp_path / "n.csv"), "--window", "1 days")
    assert sorted(p.name for p in tmp_path.glob("n-*.csv")) == [
        "n-2016-03-01.csv",
        "n-2016-03-02.csv",
    ]


@pytest.mark.parametrize(
    "wrong", [["--mode", "three"], ["--aggregation", "sum"], ["--window", "lang"]]
)
def test_wrong_options_of_the_network_are_named(case, tmp_path, wrong):
    result = run(app, ["positions", case, "network", str(tmp_path / "n.csv"), *wrong])
    assert result.exit_code == 2
    assert f'"{wrong[1]}"' in result.stderr


def test_a_table_with_another_ending_is_not_written(case, tmp_path):
    result = run(app, ["positions", case, "export", str(tmp_path / "positions.xlsx")])
    assert result.exit_code == 2
    assert "Use .tsv or .csv." in result.stderr
    assert not list(tmp_path.glob("*.xlsx"))


def test_stories_of_a_wrong_date_are_no_empty_list(case):
    result = run(app, ["stories", case, "--since", "2016-13-01"])
    assert result.exit_code == 2
    assert '"2016-13-01" is no date' in result.stderr


def test_statements_go_to_the_discourse_network_analyzer(case, tmp_path):
    file = tmp_path / "statements.csv"
    said("positions", case, "dna", str(file))
    head, first, *_ = file.read_text(encoding="utf-8").splitlines()
    assert head.startswith('"statement ID";"time";"document ID"')
    assert first.split(";")[-1] in {"0", "1"}


def test_a_missing_table_and_a_window_without_dates_are_named(case, tmp_path):
    result = run(app, ["positions", case, "import", str(tmp_path / "none.tsv")])
    assert result.exit_code == 2
    assert "Check the path" in result.stderr
    out = str(tmp_path / "n.csv")
    wanted = ["network", out, "--window", "30 days", "--since", "1990", "--until", "1991"]
    assert "nothing is written" in said("positions", case, *wanted)
