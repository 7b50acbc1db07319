"""Every command as a user types it: its output, its errors, its exit status."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from typer.testing import CliRunner

import lagebild
from lagebild.cli.app import app

SUMMIT = """Gipfel in Wien vertagt

Wien (dpa) - Der russische Außenminister Sergej Lawrow hat am Montag in Wien den
US-Außenminister John Kerry getroffen. „Wir brauchen eine Waffenruhe“, sagte Lawrow nach dem
Gespräch. Kerry forderte Moskau auf, die Luftangriffe auf Aleppo zu beenden. Bei einem Angriff
waren dort mindestens 40 Menschen getötet worden.
"""
SANCTIONS = """EU verlängert Sanktionen

Brüssel (AFP) - Die Europäische Union hat ihre Sanktionen gegen Russland verlängert. Die
Bundesregierung drohte am Dienstag mit weiteren Strafmaßnahmen, falls die Waffenruhe in der
Ostukraine nicht eingehalten werde.
"""
run = CliRunner().invoke


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    (folder / "gipfel.txt").write_text(SUMMIT, encoding="utf-8")
    (folder / "sanktionen.txt").write_text(SANCTIONS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def case(papers, tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "test.case"
    result = run(app, ["read", str(papers), "--case", str(path), "--published", "2016-02-16"])
    assert result.exit_code == 0, result.output
    assert "2 articles read" in result.stdout
    return path


def stored(path):
    """Return how many articles a case holds that another process is writing."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            return raw.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.Error:
        return 0


def plain(text):
    return re.sub(r"\s+", " ", text)


def test_version():
    assert run(app, ["--version"]).stdout == f"lagebild {lagebild.__version__}\n"


@pytest.mark.parametrize(
    "command", ["read", "show", "search", "export", "info", "tag", "evaluate events"]
)
def test_every_command_has_help_with_an_example(command):
    result = run(app, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert f"lagebild {command}" in plain(result.stdout)
    assert "Example" in result.stdout


def test_show_names_actors_and_cites_exact_words(case):
    result = run(app, ["show", str(case), "--limit", "50"])
    assert result.exit_code == 0
    for expected in ["2 articles", "Sergej Lawrow", "„Wir brauchen eine Waffenruhe“", "gipfel.txt"]:
        assert expected in result.stdout
    shown = json.loads(run(app, ["show", str(case), "--json"]).stdout)
    assert {"actors", "said", "done", "promised", "counted"} == shown.keys()
    assert any("Waffenruhe" in said["words"] for said in shown["said"])


def test_show_filters_by_actor_article_and_speaker(case):
    about = run(app, ["show", str(case), "--article", "sanktionen.txt", "--json"])
    cited = {record["article"] for record in json.loads(about.stdout)["done"]}
    assert len(cited) == 1
    said = json.loads(run(app, ["show", str(case), "--said-by", "Lawrow", "--json"]).stdout)
    assert list(said) == ["said"]
    assert any("Waffenruhe" in record["words"] for record in said["said"])


def test_show_asks_back_for_unknown_names(case):
    result = run(app, ["show", str(case), "--actor", "Sergej Lawrov"])
    assert result.exit_code == 2
    assert "Did you mean Sergej Lawrow" in plain(result.stderr)


def test_search_finds_inflected_words(case):
    result = run(app, ["search", str(case), "Sanktion"])
    assert "EU verlängert Sanktionen" in result.stdout
    (hit,) = json.loads(run(app, ["search", str(case), "Sanktion", "--json"]).stdout)
    assert hit["text"] == SANCTIONS[slice(*hit["snippet"])]
    assert "No article" in run(app, ["search", str(case), "Panzer"]).stdout


def test_info_counts(case):
    facts = json.loads(run(app, ["info", str(case), "--json"]).stdout)
    assert (facts["articles"], facts["first_published"]) == (2, "2016-02-16")
    assert facts["read_with"].startswith(lagebild.__version__)
    assert "articles" in run(app, ["info", str(case)]).stdout


def test_export_writes_what_other_programs_rely_on(case, tmp_path):
    result = run(app, ["export", str(case), "--format", "jsonl", "--out", str(tmp_path)])
    assert result.exit_code == 0
    documents = (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["text"] for line in documents} == {SUMMIT, SANCTIONS}


def test_reading_again_changes_nothing(case, papers):
    before = run(app, ["show", str(case), "--json"]).stdout
    again = run(app, ["read", str(papers), "--case", str(case), "--published", "2016-02-16"])
    assert "0 articles read (0 words), 2 already known" in again.stdout
    assert run(app, ["show", str(case), "--json"]).stdout == before


def test_a_date_given_later_is_taken(tmp_path):
    (tmp_path / "a.txt").write_text(SUMMIT, encoding="utf-8")
    read = ["read", str(tmp_path / "a.txt"), "--case", str(tmp_path / "a.case")]
    assert run(app, read).exit_code == 0
    assert "1 article read" in run(app, [*read, "--published", "2016-02-16"]).stdout
    with lagebild.open_case(tmp_path / "a.case") as case:
        assert [a.published for a in case.articles()] == ["2016-02-16"]


def test_what_cannot_be_read_is_named_and_the_rest_kept(tmp_path):
    (tmp_path / "gut.txt").write_text(SUMMIT, encoding="utf-8")
    (tmp_path / "leer.txt").write_bytes(b"")
    result = run(app, ["read", str(tmp_path), "--case", str(tmp_path / "a.case"), "--json"])
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["read"] == 1
    assert [p["uri"].endswith("leer.txt") for p in report["unreadable"]] == [True]
    info = run(app, ["info", str(tmp_path / "a.case")])
    assert "leer.txt" in info.stdout
    assert "None" not in info.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "none.case"],
        ["read", "--case", "none.case"],
        ["read", "x", "--published", "gestern"],
        ["read", "x", "--columns", "colour=x"],
        ["export", "none.case", "--out", "x", "--format", "xml"],
        ["show"],
        ["unknown"],
        ["show", "empty.case", "--since", "2016-03", "--until", "2016-02-29"],
        ["show", "empty.case", "--since", "2016-02-30"],
    ],
)
def test_wrong_use_has_status_2(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lagebild.Case("empty.case", create=True).close()
    assert run(app, arguments).exit_code == 2


def test_the_head_counts_the_articles_of_the_window(case):
    assert run(app, ["show", str(case)]).stdout.startswith("2 articles, 2016-02-16\n")
    later = run(app, ["show", str(case), "--since", "2016-02-17"]).stdout
    assert later.startswith("0 articles\n")


def test_dates_the_wrong_way_round_are_named(case):
    result = run(app, ["show", str(case), "--since", "2016-03", "--until", "2016-02-29"])
    assert '"2016-03" is later than "2016-02-29"' in plain(result.stderr)
    for until in ("2016", "2016-03", "2016-03-01"):
        wanted = ["show", str(case), "--since", "2016-03", "--until", until]
        assert run(app, wanted).exit_code == 0


def test_not_a_case_has_status_1(tmp_path):
    (tmp_path / "brief.txt").write_text("Liebe Leute")
    result = run(app, ["show", str(tmp_path / "brief.txt")])
    assert result.exit_code == 1
    assert "not a Lagebild case file" in plain(result.stderr)


def test_standard_input_is_read(tmp_path):
    result = run(app, ["read", "-", "--case", str(tmp_path / "a.case")], input=SUMMIT)
    assert "1 article read" in result.stdout, result.output


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path):
    for n in range(400):
        text = SUMMIT.replace("40", str(n + 3)) + f"Dies ist der Bericht mit der Nummer {n}.\n"
        (tmp_path / f"{n:03}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "a.case"
    reader = subprocess.Popen(
        [sys.executable, "-m", "lagebild", "read", str(tmp_path), "--case", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while stored(path) < 5:
        assert reader.poll() is None, reader.communicate()
        time.sleep(0.05)
    os.killpg(reader.pid, signal.SIGINT)
    _, errors = reader.communicate(timeout=60)
    assert reader.returncode == 130
    assert "Run the same command again" in plain(errors)
    with lagebild.open_case(path) as case:
        kept = len(case.articles(lagebild.Filter(reprints=True)))
        assert 0 < kept < 400
        assert len(case.actors()) > 0


def test_completion_is_offered(monkeypatch):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    script = run(app, ["--show-completion", "bash"], prog_name="lagebild")
    assert "_LAGEBILD_COMPLETE" in script.stdout
