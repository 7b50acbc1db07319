"""`lagebild info`: what a case holds."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from lagebild.case import open_case
from lagebild.cli.output import Json, friendly_errors, out, print_json


def info(case: Annotated[Path, typer.Argument(help="The case file.")], json: Json = False) -> None:
    """Say what a case holds: articles, findings, dates, versions, what could not be read.

    Example: `lagebild info lage.case`
    """
    with friendly_errors(), open_case(case) as opened:
        facts = opened.info() | {"size_bytes": case.stat().st_size}
        problems = opened.unreadable()
        if json:
            listed = [{"uri": p.uri, "problem": p.problem, "remedy": p.remedy} for p in problems]
            print_json(facts | {"unreadable": listed})
            return
        table = Table(show_header=False, box=None)
        for name, value in facts.items():
            shown = f"{value:,}" if isinstance(value, int) else str(value or "–")
            table.add_row(name.replace("_", " "), shown)
        out.print(table)
        for problem in problems:
            out.print(f"not read: {problem}", markup=False)
