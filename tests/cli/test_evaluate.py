"""The command `lagebild evaluate`: tables, JSON, wrong use."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lagebild.cli.evaluate import app
from tests.evaluate.conftest import gold_folder  # noqa: F401

RUNNER = CliRunner()


def run(*arguments: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, list(arguments))
    return result.exit_code, result.output


@pytest.mark.parametrize("command", ["events", "actors", "commitments", "figures"])
def test_json_has_every_measure(
    command: str,
    gold_folder: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LAGEBILD_SHARED", str(gold_folder))  # nothing but the one article
    code, output = run(command, str(gold_folder / "dev"), "--json")
    found = json.loads(output)
    assert code == 0
    assert (found["evaluation"], found["articles"]) == (command, 1)
    assert command in found["measures"]


def test_a_wrong_path_is_wrong_use(tmp_path: Path) -> None:
    assert run("figures", str(tmp_path / "none.json"), "--texts", str(tmp_path))[0] == 2
    assert run("dates", str(tmp_path))[0] == 2


def test_floors_skip_absent_data(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(
        '[[floors]]\nevaluation = "dates"\ngold = ["absent"]\nlowest = { strict = 0.9 }\n',
        encoding="utf-8",
    )
    code, output = run("floors", str(file), "--data", str(tmp_path))
    assert code == 0
    assert "no data" in output
