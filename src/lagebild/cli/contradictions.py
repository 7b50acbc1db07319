"""`lagebild contradictions`: where the reports do not agree, side by side."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from lagebild.case import Filter, open_case
from lagebild.cli.cited import cited
from lagebild.cli.options import CaseFile, Json, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json
from lagebild.errors import WrongUse
from lagebild.picture.contradictions import Contradiction, contradictions_of
from lagebild.picture.material import Material, material

LIMIT = 30
TITLES = {
    "figures": "Competing figures",
    "denial": "Asserted and denied",
    "claims": "Opposed claims",
    "promise": "Promised and done",
    "account": "Told differently",
}


def contradictions(
    case: CaseFile,
    since: Since = None,
    until: Until = None,
    kind: Annotated[
        str | None, typer.Option(help="Only figures, denial, claims, promise or account.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = LIMIT,
    json: Json = False,
) -> None:
    """Show where reports do not agree: figures, denials, broken promises, other accounts.

    Example: `lagebild contradictions lage.case --kind figures`
    """
    with friendly_errors(), open_case(case) as opened:
        if kind is not None and kind not in TITLES:
            raise WrongUse(f'"{kind}" is no kind.', f"Use one of: {', '.join(TITLES)}.")
        found = material(opened, Filter(since=since, until=until))
    chosen = [c for c in contradictions_of(found) if kind in (None, c.kind)]
    if json:
        print_json([asdict(c) for c in chosen])
        return
    out.print(f"[bold]{counted(len(chosen), 'contradiction')}[/]")
    for contradiction in chosen[:limit]:
        _print(contradiction, found)
    if len(chosen) > limit:
        out.print(f"  … and {len(chosen) - limit} more (--limit {len(chosen)})", style="dim")


def _print(contradiction: Contradiction, found: Material) -> None:
    out.print(
        Text.assemble(
            f"  {contradiction.since or 'undated'}  ",
            (TITLES[contradiction.kind], "bold red"),
            f": {contradiction.about}",
            (f"  ({contradiction.why})", "dim"),
        )
    )
    for side in contradiction.sides:
        says = found.names(side.says) if side.says else "the article"
        out.print(Text(f"    {side.claim} – {says}"))
        out.print(cited(side.citation, found.articles))
