"""`lagebild read`: sources into a case file, with progress."""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from lagebild.api import ReadOptions, Tally
from lagebild.api import read as read_into
from lagebild.cli.interrupt import Interruptible
from lagebild.cli.output import Json, counted, err, friendly_errors, out, print_json
from lagebild.errors import WrongUse
from lagebild.sources import SourceOptions, count_sources, parse_columns

PLAIN_EVERY_S = 10.0


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files, folders, archives, feeds or web addresses; `-` is standard input. "
            "Without any, articles that an older version read are read again.",
        ),
    ] = None,
    case: Annotated[Path, typer.Option("--case", help="The case file.")] = Path("lage.case"),
    published: Annotated[
        str | None, typer.Option(help="Date of all articles, e.g. 2016-02-27.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Paper or agency of all articles.")] = None,
    columns: Annotated[
        str | None,
        typer.Option(help="Columns of tables: title=…,text=…,published=…", metavar="MAP"),
    ] = None,
    knowledge: Annotated[
        Path | None, typer.Option(help="A folder of your own knowledge files.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes; all cores by default.")
    ] = None,
    json: Json = False,
) -> None:
    """Read articles into a case file.

    Example: `lagebild read articles/ archive.zip --case lage.case`

    Reading again changes nothing; new and changed articles are added. Ctrl-C keeps all that is
    done: run the same command again to go on.
    """
    with friendly_errors():
        options = ReadOptions(
            SourceOptions(
                published=published,
                outlet=outlet,
                columns=parse_columns(columns) if columns else {},
            ),
            knowledge,
            jobs,
        )
        if not paths and not case.exists():
            raise WrongUse("There is nothing to read.", "Name files or folders to read.")
        tally = _read_with_progress(paths or [], case, options)
        _report(tally, case, json=json)
    raise typer.Exit(1 if tally.unreadable else 0)


def _read_with_progress(paths: list[str], case: Path, options: ReadOptions) -> Tally:
    told = _Told(count_sources(paths, options.sources) if paths else None)
    stop = Interruptible()

    def update(tally: Tally) -> None:
        told.update(tally)
        stop.check()

    try:
        with told, stop:
            return read_into(
                paths,
                case,
                ReadOptions(options.sources, options.knowledge, options.jobs, update),
            )
    except KeyboardInterrupt:
        err.print(
            f"\nStopped. {counted(told.read, 'article')} read now and all from before are kept in "
            f"{escape(str(case))}. "
            "Run the same command again to go on."
        )
        raise typer.Exit(130) from None


class _Told:
    """Tells how far the reading is: a bar on a terminal, plain lines elsewhere."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self.read = 0
        self._began = self._last = time.monotonic()
        self._bar = Progress(
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=err,
            transient=True,
        )
        self._task = self._bar.add_task("Reading", total=total, rate="")

    def __enter__(self) -> "_Told":
        if err.is_terminal:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def update(self, tally: Tally) -> None:
        self.read = tally.read
        now = time.monotonic()
        rate = tally.words / max(now - self._began, 1e-6)
        if err.is_terminal:
            self._bar.update(self._task, completed=tally.seen, rate=f"{rate:,.0f} words/s")
        elif now - self._last > PLAIN_EVERY_S:
            self._last = now
            left = _remaining(tally.seen, self.total, now - self._began)
            err.print(f"{tally.seen} of {self.total or '?'} read, {rate:,.0f} words/s{left}")


def _remaining(seen: int, total: int | None, elapsed_s: float) -> str:
    if not total or not seen or total < seen:
        return ""
    return f", about {elapsed_s / seen * (total - seen):.0f} s left"


def _report(tally: Tally, case: Path, *, json: bool) -> None:
    if json:
        print_json(
            {
                "case": str(case),
                "read": tally.read,
                "known": tally.known,
                "words": tally.words,
                "unreadable": [
                    {"uri": p.uri, "problem": p.problem, "remedy": p.remedy}
                    for p in tally.unreadable
                ],
            }
        )
        return
    for problem in tally.unreadable:
        err.print(f"[red]Not read:[/] {escape(problem.uri)}: {escape(problem.problem)}")
        err.print(f"  {escape(problem.remedy)}")
    known = f", {tally.known} already known" if tally.known else ""
    failed = f", {len(tally.unreadable)} not readable" if tally.unreadable else ""
    out.print(
        f"{counted(tally.read, 'article')} read ({counted(tally.words, 'word')}){known}{failed}. "
        f"Case file: {escape(str(case))}"
    )
