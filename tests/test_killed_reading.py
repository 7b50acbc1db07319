"""A whole reading killed without warning: no process stays behind, and it can go on."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

import lagebild
from lagebild.case import Filter

ARTICLES = 60
TEXT = (
    "Bericht {n}\n\nDer Minister traf am Montag in Genf {m} Vertreter der Opposition. "
    "Er forderte eine Waffenruhe und kündigte Hilfe für die Stadt Nummer {n} an."
)


def stored(path):
    """Return how many articles a case holds that another process is writing."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            return raw.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.Error:
        return 0


def gone(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.timeout(240)
def test_workers_end_with_their_reader_and_reading_goes_on(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    for n in range(ARTICLES):
        (papers / f"{n:03}.txt").write_text(TEXT.format(n=n, m=n + 2), encoding="utf-8")
    path = tmp_path / "a.case"
    command = [sys.executable, "-m", "lagebild", "read", str(papers), "--case", str(path)]
    reader = subprocess.Popen([*command, "--jobs", "2"], start_new_session=True)
    while stored(path) < 5:
        assert reader.poll() is None
        time.sleep(0.05)
    reader.kill()
    reader.wait()
    deadline = time.monotonic() + 30
    while not gone(reader.pid):
        assert time.monotonic() < deadline, "worker processes stayed behind"
        time.sleep(0.1)
    with lagebild.open_case(path) as case:
        kept = len(case.articles(Filter(reprints=True)))
    assert 0 < kept < ARTICLES
    again = subprocess.run([*command, "--jobs", "1"], check=True, capture_output=True, text=True)
    assert f"{ARTICLES - kept} articles read" in again.stdout
    assert f"{kept} already known" in again.stdout
