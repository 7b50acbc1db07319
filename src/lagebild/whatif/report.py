"""Results as text that a person reads: what comes out, what decides it, what it cannot know."""

from collections.abc import Iterator, Sequence

import numpy as np

from lagebild.whatif.alignment import Alignment
from lagebild.whatif.change import described
from lagebild.whatif.difference import Difference
from lagebild.whatif.landscape import MOST
from lagebild.whatif.limits import change_in_short, in_short, limits
from lagebild.whatif.remarks import said
from lagebild.whatif.results import Forecast, Results
from lagebild.whatif.scenario import QUANTITIES, Scenario, ScenarioActor

STRONGEST = 5
WEAKEST_SHOWN = 0.02
"""At most so many inputs are listed for a model, and none that explains less than this share."""
SURE = 0.9
SHOWN = 8


def report(results: Results) -> str:
    """Return the report of one scenario."""
    return "\n".join(_report(results)) + "\n"


def difference_report(difference: Difference) -> str:
    """Return the report of what a change does."""
    return "\n".join(_difference(difference)) + "\n"


def _report(results: Results) -> Iterator[str]:
    yield from _head(results)
    yield ""
    yield f"In short: {said(in_short(results))}"
    yield ""
    yield from _actors(results.scenario)
    yield "\nWhat comes out (points on the scale; the middle run, half of the runs, nine in ten)"
    yield from columns([_outcome(f) for f in results.forecasts])
    yield "\nWhat decides it (share of the variance that knowing the value would remove)"
    yield from columns([(f.model.name, _influences(f)) for f in results.forecasts])
    yield from _movers(results)
    yield from _blocs(results)
    yield "\nWhat this cannot know"
    yield from (f"  - {said(remark)}" for remark in limits(results))
    yield "\nModels"
    yield from columns([(f.model.name, f.model.paper) for f in results.forecasts])


def _difference(difference: Difference) -> Iterator[str]:
    yield from _head(difference.after)
    yield "\nWhat is changed"
    yield from (f"  {said(change)}" for change in difference.changes)
    yield f"\nIn short: {said(change_in_short(difference))}"
    yield "\nWhat that does (middle run before and after; shift in half of the runs, nine in ten)"
    rows = []
    befores, afters = difference.before.forecasts, difference.after.forecasts
    for shift, before, after in zip(difference.shifts, befores, afters, strict=True):
        low, first, middle, third, high = (shift.quantile(q) for q in (0.05, 0.25, 0.5, 0.75, 0.95))
        direction = "clear" if shift.sure else "no clear direction"
        rows.append(
            (
                shift.model.name,
                f"{before.quantile(0.5):.0f} → {after.quantile(0.5):.0f}",
                f"{middle:+.1f}",
                f"{first:+.1f} to {third:+.1f}",
                f"{low:+.1f} to {high:+.1f}",
                direction,
            )
        )
    yield from columns(rows)
    yield from _blocs_changed(difference)
    yield "\nWhat this cannot know"
    yield from (f"  - {said(remark)}" for remark in limits(difference.after))


def _head(results: Results) -> Iterator[str]:
    scenario, options = results.scenario, results.options
    yield scenario.issue
    yield f"  0 = {scenario.low}"
    yield f"  100 = {scenario.high}"
    yield (
        f"  {options.runs:,} runs over the uncertainty of the inputs, {options.rounds} rounds of "
        f"bargaining, seed {options.seed}"
    )
    yield from (f"  {note}" for note in scenario.notes)


def _actors(scenario: Scenario) -> Iterator[str]:
    yield "Who wants what (most likely value and range)"
    head = ("actor", *QUANTITIES, "passages")
    yield from columns([head, *(_actor(actor) for actor in scenario.actors)])


def _actor(actor: ScenarioActor) -> tuple[str, ...]:
    passages = sum(e.article is not None for e in actor.evidence)
    return actor.name, *(described(actor.estimate(q)) for q in QUANTITIES), str(passages)


def _outcome(forecast: Forecast) -> tuple[str, ...]:
    low, first, middle, third, high = (forecast.quantile(q) for q in (0.05, 0.25, 0.5, 0.75, 0.95))
    above = float((forecast.outcomes > 50).mean())
    return (
        forecast.model.name,
        f"{middle:.0f}",
        f"{first:.0f}–{third:.0f}",
        f"{low:.0f}–{high:.0f}",
        f"above 50 in {_percent(above)} of the runs",
    )


def _percent(share: float) -> str:
    """Return a share of runs; what happened in all of them is not certain for that."""
    if share > 0.99:
        return "over 99%"
    return "under 1%" if share < 0.01 else f"{share:.0%}"


def _influences(forecast: Forecast) -> str:
    strong = [i for i in forecast.influences if i.share >= WEAKEST_SHOWN][:STRONGEST]
    if not strong:
        certain = float(np.ptp(forecast.outcomes)) == 0.0
        return (
            "nothing: every run is alike" if certain else "no single value: only several together"
        )
    return ", ".join(
        f"{i.actor} {i.quantity} {i.share:.0%} ({'raises' if i.rank_correlation > 0 else 'lowers'})"
        for i in strong
    )


def _movers(results: Results) -> Iterator[str]:
    for forecast in results.forecasts:
        if forecast.ends is None:
            continue
        yield f"\nWho gives way ({forecast.model.name}; middle run, nine in ten at the end)"
        start = np.median(results.draws.position, axis=0)
        low, middle, high = np.quantile(forecast.ends, (0.05, 0.5, 0.95), axis=0)
        yield from columns(
            [
                (name, f"{start[i]:.0f} → {middle[i]:.0f}", f"{low[i]:.0f}–{high[i]:.0f}")
                for i, name in enumerate(results.scenario.names)
            ]
        )
        return


def _blocs(results: Results) -> Iterator[str]:
    found, names = results.alignment, results.scenario.names
    if found is None:
        yield f"\nBlocs: the landscape model takes 2 to {MOST} actors with ties."
        return
    basis = "assumed from the positions" if found.assumed else "propensities of the scenario"
    yield f"\nTwo blocs (landscape model, Axelrod and Bennett 1993; {basis})"
    for number, division in enumerate(found.divisions[:3], 1):
        sides = "  |  ".join(", ".join(names[i] for i in bloc) or "–" for bloc in division.blocs)
        yield f"  {number}. {sides}   (reached from {division.basin:.0%} of all divisions)"
    if len(found.divisions) > 3:
        yield f"  … and {len(found.divisions) - 3} more minima"
    if found.unaligned:
        yield f"  without ties: {', '.join(names[i] for i in found.unaligned)}"
    yield f"  {_sure_pairs(found, names)}"


def _sure_pairs(found: Alignment, names: tuple[str, ...]) -> str:
    """Say who stands together, or apart, in nine of ten draws of the inputs."""
    tied = [i for i in range(len(names)) if i not in found.unaligned]
    pairs = [(i, j) for i in tied for j in tied if i < j]
    together = [f"{names[i]} with {names[j]}" for i, j in pairs if found.together[i, j] >= SURE]
    apart = [f"{names[i]} from {names[j]}" for i, j in pairs if found.together[i, j] <= 1 - SURE]
    said = [
        f"{what} in nine of ten draws of the inputs: {', '.join(who[:SHOWN])}"
        + (f" and {len(who) - SHOWN} more pairs" if len(who) > SHOWN else "")
        for what, who in (("together", together), ("apart", apart))
        if who
    ]
    return "; ".join(said) or "no two actors stand together, or apart, in nine of ten draws"


def _blocs_changed(difference: Difference) -> Iterator[str]:
    before, after = difference.before.alignment, difference.after.alignment
    names = difference.after.scenario.names
    if before is None or after is None or names != difference.before.scenario.names:
        return
    moved = np.argwhere(np.triu(np.abs(after.together - before.together) >= 0.1, 1))
    yield "\nWho stands with whom (share of draws in one bloc, landscape model)"
    if not len(moved):
        yield "  no pair changes by a tenth or more"
        if not after.assumed:
            yield "  (the blocs follow the stated propensities; a position does not change them)"
    for i, j in moved[:10]:
        was, now = before.together[i, j], after.together[i, j]
        yield f"  {names[i]} and {names[j]}: {was:.0%} → {now:.0%}"


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Return rows as lines with their cells aligned at the left, two spaces between."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
