"""TIMEX3 values and calendar arithmetic: from a date to a value, from a value to days.

Periods are written as TimeML does: `2015`, `2015-11`, `2015-W48`, `2015-W48-WE`, `2015-11-26`,
`2015-Q3`, `2015-H2`, `2015-FA`, `199` (a decade), `19` (a century, here the twentieth). `X` stands
for what the text leaves open.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_DIGITS = re.compile(r"\d{2,4}")


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days later, None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def moved_months(day: date, months: int) -> date | None:
    """Return the first day of the month so many months later, None outside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    return safe_date(count // 12, count % 12 + 1, 1)


def week_value(day: date) -> str:
    """Return the ISO week of a day, `2015-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (anonymous algorithm, Meeus 1991)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    quarter, leap = divmod(century, 4)
    epact = (19 * golden + century - quarter - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    high, low = divmod(rest, 4)
    weekday = (32 + 2 * leap + 2 * high - epact - low) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def first_advent(year: int) -> date:
    """Return the first Sunday in Advent, the fourth before Christmas."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday() + 21)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """Return the first, second ... weekday of a month; -1 is the last, None where it has none."""
    first = safe_date(year, month, 1)
    if first is None:
        return None
    length = monthrange(year, month)[1]
    days = range(1 + (weekday - first.isoweekday()) % 7, length + 1, 7)
    index = which - 1 if which > 0 else len(days) + which
    return safe_date(year, month, days[index]) if 0 <= index < len(days) else None


def days_of(value: str, season_months: dict[str, tuple[int, int]]) -> Days | None:
    """Return the first and last day of a TIMEX3 value; None where it leaves them open.

    Args:
        value: A value of a DATE or TIME.
        season_months: First and last month of each season's code; a negative first month lies in
            the year before.
    """
    year, _, rest = value.partition("-")
    if found := _DAY.fullmatch(value):
        day = safe_date(*map(int, found.groups()))
        return (day, day) if day else None
    if found := _WEEK.fullmatch(value):
        return _days_of_week(int(found[1]), int(found[2]), bool(found[3]))
    if _DIGITS.fullmatch(value):
        return _days_of_years(value)
    months = season_months.get(rest) or _months_of(rest)
    return _months(int(year), *months) if months and year.isdigit() else None


def _months_of(part: str) -> tuple[int, int] | None:
    """Return the first and last month of a month, quarter or half of a year."""
    if part[:1] in ("Q", "H") and part[1:].isdigit():
        length = 3 if part[0] == "Q" else 6
        last = int(part[1:]) * length
    else:
        length, last = 1, int(part) if part.isdigit() and len(part) == 2 else 0
    return (last - length + 1, last) if 1 <= last <= 12 else None


def _days_of_week(year: int, week: int, weekend: bool) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def _days_of_years(value: str) -> Days | None:
    first = int(value.ljust(4, "0"))
    last = int(value.ljust(4, "9"))
    return (date(first, 1, 1), date(last, 12, 31)) if first > 0 else None


def _months(year: int, first: int, last: int) -> Days | None:
    begin_year = year - 1 if first < 0 else year
    begin = safe_date(begin_year, abs(first), 1)
    end = safe_date(year, last, monthrange(year, last)[1]) if year > 0 else None
    return (begin, end) if begin and end else None
