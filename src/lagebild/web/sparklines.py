"""Tiny charts over time of actors and topics, all on one scale, to stand in lines of a list."""

import numpy as np
import pandas as pd
from markupsafe import Markup

from lagebild.case.lists.days import days, days_of
from lagebild.case.lists.topics import Spoken, Topic
from lagebild.web.charts import months_between
from lagebild.web.drawings import sparkline
from lagebild.web.moments import Numbers
from lagebild.web.moments import days_of as ordinals
from lagebild.web.view import View
from lagebild.web.windows import Window, in_words, periods, spanned

COLUMNS = 28


def sparklines(view: View, keys: list[str]) -> dict[str, Markup]:
    """Return for each actor its events and statements over the whole time.

    Args:
        view: The request.
        keys: Actor keys; those without dated findings get an empty chart.
    """
    kept = ("sparklines", tuple(keys), view.t.language)
    return view.remember(kept, lambda: _drawn(view, keys))


def small_charts(view: View, heard: Spoken) -> list[tuple[Topic, Markup]]:
    """Return each topic with the number of its statements over the time that the actor speaks."""
    if not heard.topics:
        return []
    every = months_between(heard.months[0][0], heard.months[-1][0])
    step = -(-len(every) // COLUMNS)
    rows = [_by_step(dict(topic.months), every, step) for topic in heard.topics]
    most = max(max(row) for row in rows)
    time = f"{view.t.date(every[0])} – {view.t.date(every[-1])}"
    label = [view.t("topics.label", n=topic.statements, time=time) for topic in heard.topics]
    drawn = [sparkline(row, words, most=most) for row, words in zip(rows, label, strict=True)]
    return list(zip(heard.topics, drawn, strict=True))


def _by_step(counts: dict[str, int], every: list[str], step: int) -> list[int]:
    return [
        sum(counts.get(month, 0) for month in every[start : start + step])
        for start in range(0, len(every), step)
    ]


def _drawn(view: View, keys: list[str]) -> dict[str, Markup]:
    every = view.remember(("days",), lambda: _ordinals(days(view.connection)))
    span = spanned(every)
    told: dict[str, list[tuple[str, int]]] = {key: [] for key in keys}
    for key, day, n in days_of(view.connection, keys):
        told[key].append((day, n))
    counts = {key: _counts(_ordinals(found), span) for key, found in told.items()}
    most = max((n for row in counts.values() for n in row), default=0)
    time = in_words(span, view.t)
    return {
        key: sparkline(row, view.t("sparkline.label", n=sum(row), time=time), most=most)
        for key, row in counts.items()
    }


def _ordinals(counted: list[tuple[str, int]]) -> Numbers:
    """Return the days of all findings as Python's ordinals, in order; what is no date is left out.

    Args:
        counted: ISO dates with the number of findings.
    """
    days_at = ordinals(pd.Series([day for day, _ in counted], dtype=object))
    found = np.sort(np.repeat(days_at, [n for _, n in counted]))
    return found[found > 0]


def _counts(found: Numbers, span: Window) -> list[int]:
    if not len(found):
        return []
    begins = np.array([part.first.toordinal() for part in periods(span, COLUMNS)])
    inside = found[(found >= begins[0]) & (found <= span.last.toordinal())]
    place = np.searchsorted(begins, inside, side="right") - 1
    counts: list[int] = np.bincount(place, minlength=len(begins)).tolist()
    return counts
