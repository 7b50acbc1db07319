"""The lines in which `lagebild picture` shows relations, blocs and standings, with citations."""

from collections.abc import Callable, Iterable, Sequence
from math import isnan
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from rich.text import Text

from lagebild.cli.output import counted, out
from lagebild.picture.blocs import Bloc, Blocs, Violation
from lagebild.picture.dyads import DyadSeries
from lagebild.picture.evidence import Citation
from lagebild.picture.losses import Loss
from lagebild.picture.mediators import Standing
from lagebild.picture.network import Network
from lagebild.picture.relations import Relation
from lagebild.picture.stability import SURE, Stability
from lagebild.picture.ties import Ties
from lagebild.picture.windows import Window

CITED = 150
BAR = 20
NAMED = 4
Thing = TypeVar("Thing")
Cited = dict[str, Citation]


def part(
    title: str, things: Sequence[Thing], lines: Callable[[Thing], Iterable[Text]], limit: int
) -> None:
    """Print a heading, the first `limit` things, and how many more there are."""
    out.print(f"\n[bold]{title}[/] ({len(things)})")
    for thing in things[:limit]:
        for line in lines(thing):
            out.print(line)
    if len(things) > limit:
        out.print(f"  … and {len(things) - limit} more (--limit {len(things)})", style="dim")


def signed(value: float) -> Text:
    """Return a number with its sign, green for cooperation and red for conflict."""
    style = "green" if value > 0 else "red" if value < 0 else "dim"
    return Text(f"{value:+.1f}", style=style)


def cited(citation: Citation | None) -> Iterable[Text]:
    """Yield the line that cites the words of a finding."""
    if citation is None:
        return
    words = " ".join(citation.words.split())
    short = words if len(words) <= CITED else words[: CITED - 1] + "…"
    place = f"{Path(citation.uri).name} {citation.span.start}–{citation.span.end}"
    yield Text(f"      {citation.kind} ({citation.status}) “{short}” [{place}]", style="dim")


def span_of(relation: Relation) -> str:
    """Return from when until when, in words, and how many acts have no date."""
    first, last, undated = relation.first, relation.last, relation.undated
    if first is None or last is None:
        return "undated"
    span = first if first == last else f"{first} to {last}"
    return f"{span} ({undated} undated)" if undated else span


def relation_lines(relation: Relation, known: Cited) -> Iterable[Text]:
    """Yield a relation with its weightiest citation."""
    yield Text.assemble(
        ("  " + relation.source_name, "bold"),
        " → ",
        (relation.target_name, "bold"),
        "  ",
        signed(relation.balance),
        f"  cooperation {relation.cooperation:.1f}, conflict {relation.conflict:.1f}, "
        f"{counted(relation.acts, 'act')} in {counted(relation.stories, 'story', 'stories')}, "
        f"{span_of(relation)}",
    )
    yield from cited(known.get(relation.evidence[0]))


def bloc_lines(number: int, bloc: Bloc) -> Iterable[Text]:
    """Yield a bloc with its members; those that the signs do not hold there are in brackets."""
    names = [m.name if m.margin > 0 else f"[{m.name}]" for m in bloc.members]
    yield Text.assemble((f"  {number}. ", "bold cyan"), ", ".join(names))
    strangers = [m.name for m in bloc.members if not m.befriended]
    if strangers and len(bloc.members) > 1:
        yield Text(f"     no friend there, only opponents in common: {', '.join(strangers)}")


def violation_lines(net: Network, violation: Violation, known: Cited) -> Iterable[Text]:
    """Yield a tie that breaks the balance, with the words it rests on."""
    pair = f"{net.ties.name(violation.a)} – {net.ties.name(violation.b)}  "
    yield Text.assemble("  breaks the balance: ", pair, signed(violation.weight))
    yield from cited(known.get(basis(net, violation) or ""))


def basis(net: Network, violation: Violation) -> str | None:
    """Return the id of the finding that a violation rests on most."""
    without = net.ties.without_talk().heaviest(violation.a, violation.b, violation.weight)
    return without or net.ties.heaviest(violation.a, violation.b, violation.weight)


def measure_lines(blocs: Blocs, sure: Stability) -> Iterable[Text]:
    """Yield how good the blocs are and how sure."""
    if blocs.bound is None:
        proof = "found by local search, not proven best"
    elif blocs.exact:
        proof = "proven best"
    else:
        proof = f"at most {blocs.gap:.1%} from the best"
    share = blocs.frustration / blocs.weight if blocs.weight else 0.0
    low, high = sure.violated
    spread = f"; {low:.0%} to {high:.0%} when stories are drawn again" if sure.stories > 1 else ""
    yield Text(
        f"  Violated weight {blocs.frustration:.1f} of {blocs.weight:.1f} ({share:.0%}{spread}), "
        f"balance {blocs.balance:.2f}, {proof}."
    )
    if sure.stories == 1:
        yield Text("  All of it is told in one story, so nothing says how sure this is.")


def stability_lines(net: Network) -> Iterable[Text]:
    """Yield who surely stands together and who is torn."""
    for core in net.stability.cores:
        names = ", ".join(net.ties.name(key) for key in core)
        yield Text.assemble(f"  together in {SURE:.0%} of draws: ", (names, "green"))
    for torn in net.stability.torn:
        yield Text.assemble(
            "  torn: ", (torn.name, "yellow"), f", with its bloc in {torn.loyalty:.0%} of draws"
        )


def standing_lines(net: Network, standing: Standing) -> Iterable[Text]:
    """Yield where an actor stands, and between whom."""
    b = standing.brokerage
    pairs = [" and ".join(map(net.ties.name, pair)) for pair in standing.between]
    between = f"between {'; '.join(pairs[:NAMED])}{'; …' if len(pairs) > NAMED else ''}: "
    places = f"{counted(len(pairs), 'pair')} of enemies, positive ties into "
    roles = f"coordinator {b.coordinator}, consultant {b.consultant}, gatekeeper {b.gatekeeper}, "
    yield Text.assemble(
        ("  " + standing.name, "bold"),
        f"  {between if pairs else ''}{places}{counted(standing.blocs, 'bloc')}, "
        f"betweenness {standing.betweenness:.2f}, PN {standing.pn:.2f}, "
        f"brokerage {b.total} ({roles}liaison {b.liaison}), "
        f"{counted(standing.partners, 'partner')}, spoken of by {standing.attention}",
    )


def loss_lines(net: Network, loss: Loss) -> Iterable[Text]:
    """Yield which positive ties an actor lost."""
    parts = []
    for word, keys in (("turned", loss.turned), ("ended", loss.ended), ("won", loss.won)):
        if keys:
            parts.append(f"{word}: {', '.join(net.ties.name(key) for key in keys)}")
    yield Text.assemble(("  " + loss.name, "bold"), f"  {'; '.join(parts)}; kept {len(loss.kept)}")


def window_lines(found: Ties, window: Window) -> Iterable[Text]:
    """Yield the blocs of a window, how far it is from balance, and who moved."""
    if not window.blocs.blocs:
        return
    yield Text.assemble(
        (f"  {window.since}  ", "bold"),
        f"balance {window.blocs.balance:.2f}, violated {window.blocs.frustration:.1f} of "
        f"{window.blocs.weight:.1f}, {counted(window.acts, 'act')}",
    )
    number = 0
    for bloc in window.blocs.blocs:
        if bloc.component == 0:
            number += 1
            yield from bloc_lines(number, bloc)
    if window.moved:
        names = ", ".join(found.name(key) for key in window.moved)
        yield Text.assemble("     moved: ", (names, "yellow"))


def _interval(row: "pd.Series[Any]") -> str:
    """Return the interval of a balance in brackets, nothing where there is none."""
    low, high = row["balance_low"], row["balance_high"]
    return "" if isnan(low) else f" [{low:+.1f} … {high:+.1f}]"


def series_lines(series: DyadSeries, known: Cited) -> Iterable[Text]:
    """Yield a line for each period with acts, with its bar and first citation."""
    largest = max(float(series.frame["balance"].abs().max()), 1e-9)
    for since, row in series.frame.iterrows():
        if not row["acts"]:
            continue
        length = round(BAR * abs(row["balance"]) / largest)
        bar = ("█" if row["balance"] >= 0 else "▒") * length
        yield Text.assemble(
            f"  {since}  ",
            signed(row["balance"]),
            f"{_interval(row)}  cooperation {row['cooperation']:.1f}, "
            f"conflict {row['conflict']:.1f}, {counted(row['acts'], 'act')}  ",
            (bar, "green" if row["balance"] >= 0 else "red"),
        )
        yield from cited(known.get(row["evidence"][0]))
