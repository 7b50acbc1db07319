"""The ledger that `lagebild show --ledger` prints: commitments, what became of them, evidence."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from rich.text import Text

from lagebild.case import Case, Filter
from lagebild.cli.cited import cited, short
from lagebild.cli.head import print_head
from lagebild.cli.output import counted, out, print_json
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Material, material
from lagebild.picture.overview import Overview

COLOURS = {
    "agreed": "green",
    "in_force": "green",
    "refused": "red",
    "broken": "red",
    "ended": "dim",
}


PARTS = (
    "Pending on a condition",
    "Demanded or offered, without an answer yet",
    "Promised or agreed, and nothing told of it since",
    "In force or settled: refused, broken, ended",
)
"""The parts of the ledger, in order."""


def show_ledger(case: Case, where: Filter, picture: Overview, limit: int, *, json: bool) -> None:
    """Print the commitments of a case and what became of them."""
    found = material(case, where)
    lives = lives_of(found)
    if json:
        promised = [asdict(record) for record in picture.commitments]
        print_json({"promised": promised, "lives": [asdict(life) for life in lives]})
        return
    print_head(picture, where)
    _print_ledger(found, lives, limit)


def _print_ledger(found: Material, lives: Sequence[Life], limit: int) -> None:
    """Print the lives by what they wait for, the latest first."""
    today = max((found.published(article) for article in found.sentences), default="")
    waiting = sum(life.is_open for life in lives)
    out.print(f"\n[bold]Ledger[/] ({counted(len(lives), 'commitment')}, {waiting} open)")
    ordered = sorted(lives, key=lambda life: life.began or "", reverse=True)
    ordered.sort(key=_part)
    shown = ordered[:limit]
    for number, title in enumerate(PARTS):
        here = [life for life in shown if _part(life) == number]
        if here:
            total = sum(_part(life) == number for life in lives)
            out.print(f"\n[bold]{title}[/] ({total})")
        for life in here:
            _print(found, life, today)
    if len(lives) > limit:
        out.print(f"  … and {len(lives) - limit} more (--limit {len(lives)})", style="dim")


def _part(life: Life) -> int:
    """Return in which of the `PARTS` a life is shown."""
    if not life.is_open:
        return len(PARTS) - 1
    if life.condition is not None:
        return 0
    return 1 if life.state in {"demanded", "proposed"} else 2


def _print(found: Material, life: Life, today: str) -> None:
    to = f" → {found.names(life.counterparties)}" if life.counterparties else ""
    terms = [life.duration and f"for {life.duration}", life.deadline, _age(life, today)]
    out.print(
        Text.assemble(
            f"  {life.began or 'undated'}  ",
            (life.kind, "bold magenta"),
            f"  {found.names(life.parties)}{to}: {short(life.words)}  (",
            (life.state.replace("_", " "), COLOURS.get(life.state, "yellow")),
            f"{''.join(f', {term}' for term in terms if term)})",
        )
    )
    first, *later = life.changes
    out.print(cited(first.citation, found.articles))
    _waits(found, life)
    for change in later:
        by = f" by {found.names(change.by)}" if change.by else ""
        state = change.state.replace("_", " ")
        style = COLOURS.get(change.state, "yellow")
        out.print(Text.assemble(f"      {change.published or 'undated'} ", (state + by, style)))
        out.print(cited(change.citation, found.articles, "        "))


def _waits(found: Material, life: Life) -> None:
    """Print on what or whom an open commitment waits."""
    if life.condition is not None:
        lead = "pending on" if life.is_open else "on condition"
        out.print(Text(f"      {lead}: {short(life.condition.words)}", style="yellow"))
        for when, citation in life.condition.bearing:
            out.print(Text(f"        told since, {when or 'undated'}:"))
            out.print(cited(citation, found.articles, "          "))
    elif life.waits_for:
        out.print(Text(f"      waits for: {found.names(life.waits_for)}", style="yellow"))


def _age(life: Life, today: str) -> str | None:
    """Return the age of an open commitment at the date of the case's last report."""
    if not life.is_open or not life.began or not today:
        return None
    days = (date.fromisoformat(today[:10]) - date.fromisoformat(life.began[:10])).days
    return f"{days} days old"
