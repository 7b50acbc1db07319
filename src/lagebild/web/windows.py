"""Windows of time: what an address asks for, what a case spans, and the periods in between."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from lagebild.days import first_and_last
from lagebild.errors import WrongUse
from lagebild.web.drawings.lanes import Column
from lagebild.web.drawings.time_axis import bins
from lagebild.web.drawings.tone import TONES
from lagebild.web.moments import Moments, Numbers
from lagebild.web.wording import Wording

TAIL = 0.01
"""Articles name years long past. The whole time leaves out this share of findings at either end,
unless it is no longer than `LONGEST_DAYS`; what lies outside is counted and can be opened."""
LONGEST_DAYS = 366
NEAREST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def moved(self, share: float) -> "Window":
        """Return the window moved by a share of its length."""
        by = timedelta(round(self.days * share) or (1 if share > 0 else -1))
        return _bounded(self.first.toordinal() + by.days, self.last.toordinal() + by.days)

    def zoomed(self, factor: float) -> "Window":
        """Return a window around the same middle that is so many times as long."""
        days = max(round(self.days * factor), min(self.days, NEAREST_DAYS))
        begin = self.first.toordinal() + (self.days - days) // 2
        return _bounded(begin, begin + days - 1)

    def address(self) -> dict[str, str]:
        """Return the parameters that ask for this window."""
        return {"since": self.first.isoformat(), "until": self.last.isoformat()}


def whole(found: Moments) -> Window:
    """Return the time that the findings span, without strays; today where there are none."""
    return spanned(found.dated)


def spanned(days: Numbers) -> Window:
    """Return the time that sorted days (ordinals) span, without strays; today where none is."""
    if not len(days):
        today = date.today()  # a day, as articles have it
        return Window(today, today)
    low, high = int(days[0]), int(days[-1])
    if high - low > LONGEST_DAYS:
        cut = round((len(days) - 1) * TAIL)
        low, high = int(days[cut]), int(days[-1 - cut])
    return _bounded(low, max(high, low + 1))


def window(since: str | None, until: str | None, otherwise: Window) -> Window:
    """Return the window that an address asks for; an open end is that of `otherwise`.

    Raises:
        WrongUse: It ends before it begins.
    """
    first = first_day(since) if since else min(otherwise.first, _end(until, otherwise))
    last = _end(until, otherwise) if until else max(otherwise.last, first)
    if last < first:
        raise WrongUse(
            f"The time from {since} to {until} ends before it begins.", "Swap the two dates."
        )
    return Window(first, last)


def _end(until: str | None, otherwise: Window) -> date:
    return last_day(until) if until else otherwise.last


def first_day(value: str) -> date:
    """Return the first day of an ISO year, month or day."""
    return date.fromisoformat(first_and_last(value)[0])


def last_day(value: str) -> date:
    """Return the last day of an ISO year, month or day."""
    return date.fromisoformat(first_and_last(value)[1])


def periods(shown: Window, most: int) -> list[Window]:
    """Return equal periods that cover the window, at most about `most`."""
    begins = bins(shown.first, shown.last, most)
    ends = [*(begin - timedelta(1) for begin in begins[1:]), shown.last]
    return [Window(first, last) for first, last in zip(begins, ends, strict=True)]


def counted(found: Moments, rows: Numbers, parts: list[Window]) -> Numbers:
    """Return how many of the findings `rows` begin in each period, shape (periods, tones)."""
    begins = np.array([part.first.toordinal() for part in parts])
    last = parts[-1].last.toordinal()
    start = found.start[rows]
    kept = rows[(start >= begins[0]) & (start <= last)]
    period = np.searchsorted(begins, found.start[kept], side="right") - 1
    codes = period * len(TONES) + found.tone[kept]
    counts: Numbers = np.bincount(codes, minlength=len(parts) * len(TONES))
    return counts.reshape(len(parts), len(TONES))


def columns(counts: Numbers, parts: list[Window], hrefs: list[str], words: Wording) -> list[Column]:
    """Return the counts as columns of a picture, each with its dates and total as a name."""
    return [
        Column(
            part.first,
            part.last,
            dict(zip(TONES, map(int, row), strict=True)),
            f"{in_words(part, words)}: {words('timeline.findings', n=int(row.sum()))}",
            href,
        )
        for part, row, href in zip(parts, counts, hrefs, strict=True)
    ]


def in_words(part: Window, words: Wording) -> str:
    """Return a window as "3. Nov 2015" or "1. Nov 2015 – 30. Nov 2015"."""
    first, last = (words.date(day.isoformat()) for day in (part.first, part.last))
    return first if part.days == 1 else f"{first} – {last}"


def _bounded(first: int, last: int) -> Window:
    low, high = date.min.toordinal(), date.max.toordinal()
    first = min(max(first, low), high)
    return Window(date.fromordinal(first), date.fromordinal(min(max(last, first), high)))
