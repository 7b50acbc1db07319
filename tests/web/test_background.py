"""Results that another process computes from the case."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lagebild.case import Case
from lagebild.errors import CaseError
from lagebild.web.background import Background, Work

pytestmark = pytest.mark.usefixtures("computing")


def number_of_articles(case: Case):
    yield "articles", len(case.articles()) + 1


def fail(case: Case):
    yield "articles", None
    raise ValueError(f"cannot do {case.path.name}")


def survive_an_interrupt(case: Case):
    os.kill(os.getpid(), signal.SIGINT)
    yield "articles", 7


def end(case: Case):
    os.kill(os.getpid(), signal.SIGTERM)
    yield "articles", 1


def one_then_the_other(case: Case):
    yield "articles", 1
    deadline = time.monotonic() + 30
    while not case.path.with_suffix(".go").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    yield "rest", 2


def numbers(compute=number_of_articles):
    return Work("numbers", ("articles",), compute)


def wait_for(background, version, compute=number_of_articles):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = background.result(numbers(compute), "articles", version)
        if found is not None:
            return found
        time.sleep(0.05)
    raise AssertionError("the result did not come")


def test_a_result_comes_after_a_while_and_is_kept(case_file):
    background = Background(case_file)
    assert background.result(numbers(number_of_articles), "articles", (1,)) is None
    found = wait_for(background, (1,))
    assert found > 1
    assert background.result(numbers(fail), "articles", (1,)) == found


def test_an_older_result_serves_while_a_new_one_is_computed(case_file):
    background = Background(case_file)
    found = wait_for(background, (1,))
    assert background.result(numbers(number_of_articles), "articles", (2,)) == found


def test_a_failure_is_said_and_not_tried_again(case_file):
    background = Background(case_file)
    with pytest.raises(CaseError, match="log says why"):
        wait_for(background, (1,), fail)
    with pytest.raises(CaseError):
        background.result(numbers(fail), "articles", (1,))


def test_an_interrupt_is_for_the_server_alone(case_file):
    assert wait_for(Background(case_file), (1,), survive_an_interrupt) == 7


def test_what_ends_with_the_server_is_no_failure(case_file, caplog):
    background = Background(case_file)
    with caplog.at_level("INFO"):
        assert background.result(numbers(end), "articles", (1,)) is None
        deadline = time.monotonic() + 60
        while not caplog.records and time.monotonic() < deadline:
            time.sleep(0.05)
    assert [r.levelname for r in caplog.records] == ["INFO"]
    assert wait_for(background, (1,)) > 1


def test_parts_are_there_one_by_one_and_progress_says_how_many(case_file):
    background = Background(case_file)
    work = Work("two", ("articles", "rest"), one_then_the_other)
    assert background.progress(work).done == 0
    deadline = time.monotonic() + 60
    while background.result(work, "articles", (1,)) is None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert background.result(work, "articles", (1,)) == 1
    assert background.result(work, "rest", (1,)) is None
    far = background.progress(work)
    assert (far.parts, far.done) == (("articles", "rest"), 1)
    assert far.seconds > 0
    case_file.with_suffix(".go").touch()
    while background.result(work, "rest", (1,)) is None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert background.result(work, "rest", (1,)) == 2


def wait_for_ever(case: Case):
    case.path.with_suffix(".pid").write_text(str(os.getpid()))
    while True:
        time.sleep(0.1)
    yield "articles", 1


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_it_ends_with_a_server_that_was_killed(case_file):
    program = (
        "from pathlib import Path; import sys, time\n"
        "from lagebild.web.background import Background\n"
        "from tests.web.test_background import numbers, wait_for_ever\n"
        "Background(Path(sys.argv[1])).result(numbers(wait_for_ever), 'articles', (1,))\n"
        "time.sleep(60)\n"
    )
    server = subprocess.Popen([sys.executable, "-c", program, str(case_file)])
    noted, deadline = case_file.with_suffix(".pid"), time.monotonic() + 60
    while not (noted.exists() and noted.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    server.kill()
    server.wait()
    pid = int(noted.read_text())
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(pid)
