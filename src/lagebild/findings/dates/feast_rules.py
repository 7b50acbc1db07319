"""Rules for feasts, fixed or counted from Easter or Advent, the turn of the year and Ramadan."""

from datetime import date, timedelta

from lagebild.findings.dates.moment import Moment, Resolved
from lagebild.findings.dates.timex import easter, first_advent, moved, nth_weekday, safe_date

HIJRA = date(622, 7, 18)
"""The first day of the Islamic calendar as astronomers count (15 July 622, Julian)."""

RAMADAN = 9


def holiday(moment: Moment) -> Resolved | None:
    """A holiday, fixed or counted from Easter, from Advent or by the Sundays of a month."""
    rule = moment.grammar.holidays[moment.groups["holiday"]]
    given = moment.groups.get("year")
    about = _feast(rule, moment.today.year if moment.today else 2000)
    if about is None:
        return None
    which = int(given) if given else moment.likely_year(about.month, about.day)
    if which is None:
        fixed = rule[0].isdigit() and "/" not in rule
        return Resolved("DATE", f"XXXX-{about:%m-%d}" if fixed else "XXXX-XX-XX")
    found = _feast(rule, which)
    return Resolved("DATE", found.isoformat()) if found else None


def _feast(rule: str, year: int) -> date | None:
    """Return the day of a feast, after its code in the table `holidays`."""
    if rule.startswith("advent"):
        return moved(first_advent(year), int(rule.removeprefix("advent")))
    if not rule[0].isdigit():
        return moved(easter(year), int(rule))
    if "/" in rule:
        month, number, which = map(int, rule.split("/"))
        return nth_weekday(year, month, number, which)
    return safe_date(year, *map(int, rule.split("-")))


def advent(moment: Moment) -> Resolved | None:
    """A Sunday in Advent: "am zweiten Advent"."""
    which, given = moment.ordinal(), moment.groups.get("year")
    number = int(given) if given else moment.likely_year(12, 10)
    if which is None or which > 4:
        return None
    if number is None:
        return Resolved("DATE", "XXXX-XX-XX")
    day = moved(first_advent(number), 7 * (which - 1))
    return Resolved("DATE", day.isoformat()) if day else None


def christmas(moment: Moment) -> Resolved | None:
    """The first or second day of Christmas."""
    which, given = moment.ordinal(), moment.groups.get("year")
    if which not in (1, 2):
        return None
    number = int(given) if given else moment.likely_year(12, 24 + which)
    return Resolved("DATE", f"{number or 'XXXX'}-12-{24 + which}")


def turn_of_year(moment: Moment) -> Resolved | None:
    """The turn of the year, the nearest one where the text does not say which."""
    given = moment.groups.get("year")
    number = int(given) if given else moment.likely_year(12, 31)
    if number is None:
        return Resolved("DATE", "XXXX-12-31")
    return Resolved("DATE", f"{number}-12-31", (date(number, 12, 31), date(number + 1, 1, 1)))


def ramadan(moment: Moment) -> Resolved | None:
    """The month of fasting by the arithmetic calendar; sightings may differ by a day or two."""
    today, given = moment.today, moment.groups.get("year")
    if given is None and today is None:
        return Resolved("DATE", "XXXX-XX")
    asked = date(int(given), 7, 1) if given else today
    assert asked is not None
    about = round((asked - HIJRA).days / 354.367) + 1
    fasts = [_ramadan(about + shift) for shift in (-1, 0, 1)]
    if given:
        fasts = [fast for fast in fasts if fast[0].year == asked.year] or fasts
    elif moment.tense == "past":
        fasts = [fast for fast in fasts if fast[0] <= asked] or fasts
    first, last = min(fasts, key=lambda fast: abs((fast[0] - asked).days))
    return Resolved("DATE", f"{first}/{last}", (first, last))


def _ramadan(year: int) -> tuple[date, date]:
    """Return the first and last day of Ramadan of an Islamic year (tabular, leap years of 30)."""
    leaps = (3 + 11 * year) // 30
    before = 354 * (year - 1) + leaps + 30 * 4 + 29 * 4
    first = HIJRA + timedelta(days=before)
    return first, first + timedelta(days=29)
