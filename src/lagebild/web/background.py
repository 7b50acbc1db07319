"""Compute what takes minutes in a process of its own, while pages go on being answered.

The work comes in parts, each handed over as soon as it is done. A page asks for a part and gets
it, or None while it is being computed; `progress` says how far the work is. A part is kept until
the case changes, and an older one serves until the new one is there. While a case is being read
into, the work is done again only after a pause that grows with what it costs. The process ends
with the server.
"""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from lagebild.case import Case
from lagebild.errors import CaseError
from lagebild.web.cache import Version

Compute = Callable[[Case], Iterator[tuple[str, Any]]]
NICENESS = 10
PAUSE = 5.0
"""How many times as long as it took is waited before it is computed again."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """What is computed from a case: `compute` yields the name and value of each of its `parts`.

    It is a function of a module, or a partial one, so that another process finds it.
    """

    name: str
    parts: tuple[str, ...]
    compute: Compute


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a work is: the number of `parts` that are `done`.

    They are done in order, so that `parts[done]` is the one on its way, for so many `seconds`.
    """

    parts: tuple[str, ...]
    done: int
    seconds: float


@dataclass(slots=True)
class _Run:
    begun: float
    part_begun: float
    done: int = 0


class Background:
    """Runs works on a case file in another process, one of each name, and keeps their parts."""

    def __init__(self, path: Path) -> None:
        """Compute from the case at `path`."""
        self._path = path
        self._running: dict[str, _Run] = {}
        self._kept: dict[tuple[str, str], tuple[Version, Any]] = {}
        self._failed: dict[str, Version] = {}
        self._rests_until: dict[str, float] = {}
        self._lock = Lock()

    def result(self, work: Work, part: str, version: Version, *, begin: bool = True) -> Any:
        """Return a part of what the work makes of the case, or None while that is on its way.

        Args:
            work: What is to be computed.
            part: Which of its parts is asked for.
            version: The state of the case.
            begin: Begin to compute what is not there; else only what is there is returned.

        Raises:
            CaseError: It failed for this state of the case; the log says why.
        """
        with self._lock:
            kept = self._kept.get((work.name, part))
            if self._failed.get(work.name) == version:
                raise CaseError(
                    "This could not be computed from the case.",
                    "The server's log says why. Other pages still work.",
                )
            rests = time.monotonic() < self._rests_until.get(work.name, 0.0)
            current = kept is not None and (rests or kept[0] == version)
            if begin and work.name not in self._running and not current:
                now = time.monotonic()
                self._running[work.name] = _Run(now, now)
                Thread(target=self._run, args=(work, version), daemon=True).start()
        return kept[1] if kept is not None else None

    def progress(self, work: Work) -> Progress:
        """Return how far the work is; it has just begun where it does not run."""
        with self._lock:
            run = self._running.get(work.name)
            if run is None:
                return Progress(work.parts, 0, 0.0)
            return Progress(work.parts, run.done, time.monotonic() - run.part_begun)

    def _run(self, work: Work, version: Version) -> None:
        run = self._running[work.name]
        try:
            for part, value in _in_process(self._path, work.compute):
                with self._lock:
                    self._kept[work.name, part] = (version, value)
                    run.done += 1
                    run.part_begun = time.monotonic()
        except _Ended:
            log.info("%s was ended with the server", work.name)
        except Exception:
            log.exception("%s could not be computed", work.name)
            with self._lock:
                self._failed[work.name] = version
        else:
            ended = time.monotonic()
            with self._lock:
                self._rests_until[work.name] = ended + PAUSE * (ended - run.begun)
        finally:
            with self._lock:
                del self._running[work.name]


class _Ended(Exception):
    """The process was told to end, as it is when the server ends."""


def _in_process(path: Path, compute: Compute) -> Iterator[tuple[str, Any]]:
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_computed, args=(path, compute, there), daemon=True)
    _start(process)
    there.close()
    try:
        while (message := here.recv()) is not None:
            if isinstance(message, Exception):
                raise message
            yield message
    except EOFError:
        process.join()
        if process.exitcode == -signal.SIGTERM:
            raise _Ended from None
        raise RuntimeError("its process ended before it was done") from None
    finally:
        process.join()


def _start(process: SpawnProcess) -> None:
    """Start a process that Ctrl-C does not reach; the server ends it when it ends itself."""
    if not hasattr(signal, "pthread_sigmask"):
        process.start()
        return
    resource_tracker.ensure_running()  # starting it within would unblock the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _computed(path: Path, compute: Compute, there: Connection) -> None:
    """Send each part, then None; or the error that ended it, which the other side raises again."""
    os.nice(NICENESS)
    Thread(target=_end_with_the_server, daemon=True).start()
    with suppress(BrokenPipeError):  # the server has ended
        try:
            with Case(path) as case:
                for part in compute(case):
                    there.send(part)
            there.send(None)
        except BrokenPipeError:
            raise
        except Exception as error:
            there.send(error)


def _end_with_the_server() -> None:
    """End this process when the one that started it is gone, however that ended."""
    server = multiprocessing.parent_process()
    assert server is not None
    server.join()
    os._exit(1)
