"""Small charts that several pages show, from counts by month."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from markupsafe import Markup

from lagebild.days import first_and_last
from lagebild.knowledge import Knowledge
from lagebild.picture.scale import scale_of
from lagebild.web import links
from lagebild.web.drawings.activity import activity
from lagebild.web.drawings.lanes import Column
from lagebild.web.drawings.tone import TONES, Tone
from lagebild.web.view import View

MOST_COLUMNS = 150
"""Columns of a chart; longer spans are counted by year."""


@cache
def tones() -> Mapping[str, Tone]:
    """Return the tone of each PLOVER type by the sign of its weight; requests are neutral."""
    weights = scale_of(Knowledge()).weights
    found: dict[str, Tone] = {}
    for name, weight in weights.items():
        kind = name.removeprefix("event:")
        if name.startswith("event:") and kind.isupper():
            found[kind] = "cooperation" if weight > 0 else "conflict"
    return found | {"REQUEST": "neutral"}


def by_tone(types: Mapping[str, int]) -> dict[Tone, int]:
    """Return the numbers of events by tone, from those by PLOVER type."""
    counts: dict[Tone, int] = dict.fromkeys(TONES, 0)
    for kind, n in types.items():
        counts[tones().get(kind, "neutral")] += n
    return {tone: n for tone, n in counts.items() if n}


def chart(
    view: View,
    counts: Iterable[tuple[str, Tone, int]],
    path: str,
    parameters: Mapping[str, str],
    size: tuple[float, float],
    name: str = "activity",
) -> Markup:
    """Return a chart of numbers by month (ISO) and tone; a column leads to the list at `path`.

    `name` begins its ids: two charts on one page need two.
    """
    found: dict[str, dict[Tone, int]] = {}
    for month, tone, n in counts:
        by = found.setdefault(month, {})
        by[tone] = by.get(tone, 0) + n
    if not found:
        return Markup()
    columns = []
    for period in _periods(sorted(found)):
        inside = [by for month, by in found.items() if month.startswith(period)]
        columns.append(_column(view, period, inside, path, parameters))
    return activity(columns, size, view.t, name).inline()


def _column(
    view: View,
    period: str,
    inside: Sequence[Mapping[Tone, int]],
    path: str,
    parameters: Mapping[str, str],
) -> Column:
    counts = {tone: sum(by.get(tone, 0) for by in inside) for tone in TONES}
    total = sum(counts.values())
    first, last = map(date.fromisoformat, first_and_last(period))
    href = links.with_query(path, **parameters, since=period, until=period) if total else None
    return Column(first, last, counts, f"{view.t.date(period)}: {view.t.number(total)}", href)


def months_between(first: str, last: str) -> list[str]:
    """Return all months (ISO) from the first to the last, both included."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    every = [f"{year:04}-{month:02}" for year in years for month in range(1, 13)]
    return [month for month in every if first <= month <= last]


def _periods(months: Sequence[str]) -> list[str]:
    """Return all months, or years where there are too many, from the first to the last."""
    valid = [month for month in months if len(month) == 7 and month[:4].isdigit()]
    years = sorted({month[:4] for month in months if month[:4].isdigit()})
    if not years:
        return []
    first, last = int(years[0]), int(years[-1])
    if len(valid) == len(months) and (last - first + 1) * 12 <= MOST_COLUMNS:
        return months_between(months[0], months[-1])
    return [f"{year:04}" for year in range(first, last + 1)]
