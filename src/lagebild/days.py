"""Years, months and days in ISO form, as people give them: "2015", "2015-11", "2015-11-26"."""

import re
from calendar import monthrange
from datetime import date

FORM = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


def first_and_last(value: str) -> tuple[str, str]:
    """Return the first and the last day that a year, month or day covers, as ISO days.

    Raises:
        ValueError: It is none of these, or no such day is in the calendar.
    """
    if not FORM.fullmatch(value):
        raise ValueError(value)
    first = date.fromisoformat(f"{value}-01-01"[:10])
    month = 12 if len(value) == len("2015") else first.month
    day = first.day if len(value) == len("2015-11-26") else monthrange(first.year, month)[1]
    return first.isoformat(), date(first.year, month, day).isoformat()
