import json
import shlex

import pytest
from typer.testing import CliRunner

from lagebild.cli.whatif import app
from tests.whatif.cases import Report, write_case
from tests.whatif.scenarios import TOML

invoke = CliRunner().invoke
FEW = ["--runs", "300", "--rounds", "2"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "s.toml"
    path.write_text(TOML, encoding="utf-8")
    return str(path)


def test_run_prints_a_report_and_writes_the_picture(file, tmp_path):
    result = invoke(app, ["run", file, *FEW, "--svg", str(tmp_path / "s.svg")])
    assert result.exit_code == 0, result.output
    assert "What this cannot know" in result.stdout
    assert (tmp_path / "s.svg").read_text(encoding="utf-8").startswith("<svg")


def test_run_as_json_has_every_model_on_request_the_replicated_too(file):
    plain, more = (
        json.loads(invoke(app, ["run", file, *FEW, "--json", *options]).stdout)
        for options in ([], ["--replicated"])
    )
    assert [m["model"] for m in plain["models"]] == ["compromise", "median", "challenge"]
    assert more["models"][3]["model"] == "challenge_replicated"


def test_compare_one_changed_line(file):
    arguments = ["compare", file, "--change", "Elbau.position=60", *FEW, "--json"]
    found = json.loads(invoke(app, arguments).stdout)
    assert found["changes"] == ["Elbau: position 20 (0–40) → 60 (40–80)"]


def test_compare_two_files(file, tmp_path):
    other = tmp_path / "o.toml"
    other.write_text(TOML.replace("salience = 80", "salience = 20"), encoding="utf-8")
    result = invoke(app, ["compare", file, str(other), *FEW])
    assert "Elbau: salience 80 → 20" in result.stdout


def test_without_an_issue_the_issues_are_offered(demo_file, tmp_path):
    result = invoke(app, ["propose", str(demo_file)])
    assert result.exit_code == 0, result.output
    command = result.stdout.splitlines()[-1].partition("lagebild whatif ")[2]
    out = tmp_path / "s.toml"
    again = invoke(app, [*shlex.split(command)[:-1], str(out)])
    assert again.exit_code == 0, again.output
    assert invoke(app, ["run", str(out), *FEW]).exit_code == 0


def test_wrong_use_ends_with_status_2_and_says_what_to_do(file):
    result = invoke(app, ["compare", file])
    assert result.exit_code == 2
    assert "--change" in result.output
    assert invoke(app, ["run", file, "--runs", "3"]).exit_code == 2
    assert invoke(app, ["run", file, *FEW, "--svg", "/nowhere/s.svg"]).exit_code == 2


@pytest.fixture
def case(tmp_path):
    reports = [
        Report(f"{week}.txt", f"2016-{1 + week // 4:02}-{1 + week % 4 * 7:02}")
        .commits("Türkei", "Ankara fordert eine Schutzzone.", "eine Schutzzone")
        .commits("Russland", "Moskau lehnt das ab.", "das", "refusal")
        .event("ACCUSE", "Russland", "Türkei")
        for week in range(24)
    ]
    return str(write_case(tmp_path / "c.case", reports))


def test_propose_writes_a_scenario_that_runs(case, tmp_path):
    made = str(tmp_path / "p.toml")
    result = invoke(app, ["propose", case, "--issue", "Schutzzone", "--out", made])
    assert result.exit_code == 0, result.output
    assert "lagebild whatif run" in result.stdout
    found = json.loads(invoke(app, ["run", made, *FEW, "--json"]).stdout)
    assert {actor["name"] for actor in found["actors"]} == {"Russland", "Türkei"}
    printed = invoke(app, ["propose", case, "--issue", "Schutzzone"]).stdout
    assert printed == (tmp_path / "p.toml").read_text(encoding="utf-8")


def test_propose_on_an_unknown_issue_says_how_to_go_on(case):
    result = invoke(app, ["propose", case, "--issue", "Walfang"])
    assert result.exit_code == 2
    assert "lagebild search" in result.output


def test_backtest_reports_each_kind_and_names_the_winner(case):
    pair = ["--between", "Russland", "--between", "Türkei"]
    result = invoke(app, ["backtest", case, *pair])
    assert result.exit_code == 0, result.output
    assert "\n  ACCUSE: " in result.stdout
    assert "best baseline" in result.stdout
    (found,) = json.loads(invoke(app, ["backtest", case, *pair, "--json"]).stdout)
    assert {test["kind"] for test in found["tests"]} >= {"all", "conflict", "ACCUSE"}


@pytest.mark.parametrize(
    "options", [["--per", "year"], ["--between", "Russland"], ["--since", "2030-01-01"]]
)
def test_backtest_of_nothing_says_why(case, options):
    result = invoke(app, ["backtest", case, *options])
    assert result.exit_code == 2
    assert "Error:" in result.output
