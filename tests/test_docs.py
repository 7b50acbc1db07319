"""The documentation is true: its commands run, its code runs, it names every command and table."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from lagebild.cli.app import app
from lagebild.knowledge import Knowledge

ROOT = Path(__file__).parent.parent
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "demo" / "README.md"])


def blocks(page, language):
    found = FENCED.findall(page.read_text(encoding="utf-8"))
    return [body for kind, body in found if kind == language]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, demo_file):
    """The tutorial's folder; its case is there already, as its first command made it."""
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "demo", folder / "demo")
    shutil.copy(demo_file, folder / "syrien.case")
    return folder


@pytest.mark.timeout(300)
def test_the_tutorial_runs_as_printed(workplace, monkeypatch):
    monkeypatch.chdir(workplace)
    tutorial = ROOT / "docs" / "tutorial.md"
    commands = [
        line.removeprefix("$ ")
        for block in blocks(tutorial, "console")
        for line in block.splitlines()
        if line.startswith("$ lagebild ")
    ]
    assert len(commands) >= 6
    for command in commands:
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        assert result.exit_code == 0, (command, result.output)
    for code in blocks(tutorial, "python"):
        exec(compile(code, "tutorial.md", "exec"), {})


def test_the_manual_names_every_command_and_option():
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for path, command in _commands(typer.main.get_command(app), "lagebild"):
        assert f"## `{path}`" in manual, path
        for parameter in command.params:
            for name in parameter.opts:
                if name.startswith("--") and "completion" not in name:
                    assert f"`{name}`" in manual, (path, name)


def _commands(command, path):
    for name, sub in getattr(command, "commands", {}).items():
        yield from _commands(sub, f"{path} {name}")
    if not hasattr(command, "commands"):
        yield path, command


def test_the_manual_names_every_knowledge_table():
    manual = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    missing = [name for name in Knowledge().names() if f"`{name}.tsv`" not in manual]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_dependency_says_why_it_is_there():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    dependencies = project.split("dependencies = [")[1].split("]")[0]
    for name in re.findall(r'"([a-z0-9.-]+)', dependencies):
        assert f"| {name} |" in listed, name
