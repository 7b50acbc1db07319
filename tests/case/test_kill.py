"""A reading that is killed at any moment leaves a case that opens and goes on."""

import signal
import subprocess
import sys
import time

import pytest

from lagebild.case import Case
from lagebild.exports import export_jsonl
from tests.case.builders import TEXT, read_article

ARTICLES = 80
WRITE = f"""
import sys
from lagebild.case import Case
from tests.case.builders import TEXT, read_article
with Case(sys.argv[1], create=True) as case:
    print("open", flush=True)
    for n in range({ARTICLES}):
        case.write(read_article(f"{{TEXT}} Nummer {{n}}.", f"{{n}}.txt"), "1")
    case.settle("1")
"""


def lines(case_path, folder):
    with Case(case_path) as case:
        export_jsonl(case, folder)
    return {path.name: sorted(path.read_text().splitlines()) for path in folder.glob("*.jsonl")}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    with Case(folder / "whole.case", create=True) as case:
        for n in range(ARTICLES):
            case.write(read_article(f"{TEXT} Nummer {n}.", f"{n}.txt"), "1")
        case.settle("1")
    return lines(folder / "whole.case", folder / "out")


@pytest.mark.parametrize("delay_ms", range(0, 240, 20))
def test_killed_at_any_moment(tmp_path, undisturbed, delay_ms):
    path = tmp_path / "killed.case"
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(delay_ms / 1000)
        writer.send_signal(signal.SIGKILL)
    with Case(path) as case:
        kept = case.articles()
        assert len(case.events()) == len(kept)
        assert len(case.mentions()) == 2 * len(kept)
        assert len(case.actors()) == (2 if kept else 0)
    subprocess.run([sys.executable, "-c", WRITE, str(path)], check=True, capture_output=True)
    assert lines(path, tmp_path / "out") == undisturbed
