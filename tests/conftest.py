"""Fixtures that all tests share."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from lagebild.api import open_case
from lagebild.cli.app import app

ROOT = Path(__file__).parent.parent
DEMO = ROOT / "demo" / "articles"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora for measuring; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip("the corpora for measuring are not here (set LAGEBILD_SHARED to their folder)")
    return folder


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """A case with the demo collection; a test that writes into it copies it first.

    It is read once, by the command line, and copied to the other test processes.
    """
    own = tmp_path_factory.mktemp("demo") / "demo.case"
    together = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        together = together.parent
    once = together / "once.case"
    with FileLock(together / "once.lock"):
        if not once.exists():
            command = ["read", str(DEMO), "--case", str(own)]
            result = CliRunner().invoke(app, command)
            assert result.exit_code == 0, result.output
            assert "26 articles read" in result.stdout
            shutil.copy(own, once)
        else:
            shutil.copy(once, own)
    return own


@pytest.fixture
def demo(demo_file):
    """The demo collection as an open case."""
    with open_case(demo_file) as case:
        yield case
