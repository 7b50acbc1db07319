"""`lagebild review`: how far people's review of a case is, and how far they agree."""

from dataclasses import asdict
from itertools import combinations
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from lagebild.case import open_case
from lagebild.case.reviews import (
    Agreement,
    Checked,
    agreement,
    checked,
    complete_articles,
    reviews,
)
from lagebild.cli.output import Json, counted, friendly_errors, out, print_json


def review(
    case: Annotated[Path, typer.Argument(help="The case file.")], json: Json = False
) -> None:
    """Say what was reviewed, how much of it was right, and how far the coders agree.

    Findings are reviewed in the explorer (`lagebild serve CASE`); what was reviewed wholly is
    written as gold by `lagebild export CASE --format annotation --out DIR`.

    Example: `lagebild review lage.case`
    """
    with friendly_errors(), open_case(case) as opened:
        with opened.looking() as connection:
            standing = [r for r in reviews(connection) if r.undone_at is None]
            judged, complete = checked(connection), len(complete_articles(connection))
            coders = sorted({r.made_by for r in standing})
            pairs = {
                f"{one} and {other}": agreement(connection, one, other)
                for one, other in combinations(coders, 2)
            }
        if json:
            compared = {pair: [asdict(a) for a in found] for pair, found in pairs.items()}
            rows = [asdict(c) | {"right": c.right} for c in judged]
            print_json({"checked": rows, "complete": complete, "agreement": compared})
            return
        out.print(f"{counted(len(standing), 'review')} by {', '.join(coders) or 'nobody'}")
        out.print(f"Reviewed wholly: {counted(complete, 'article')}\n")
        out.print(_checked(judged))
        for pair, found in pairs.items():
            if found:
                out.print(_agreement(pair, found))


def _checked(judged: list[Checked]) -> Table:
    table = Table("kind", "accepted", "corrected", "rejected", "added", "right as read")
    for kind in judged:
        counts = (kind.accepted, kind.corrected, kind.rejected, kind.added)
        table.add_row(kind.kind, *map(str, counts), _share(kind.right))
    return table


def _agreement(pair: str, found: list[Agreement]) -> Table:
    table = Table("kind", "field", "findings", "same", "Krippendorff's alpha", title=pair)
    for row in found:
        table.add_row(row.kind, row.field, str(row.findings), _share(row.same), _share(row.alpha))
    return table


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
