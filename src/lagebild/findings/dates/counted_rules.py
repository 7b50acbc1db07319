"""Rules for what is counted in the calendar: "KW 12", "der erste Sonntag im Mai", "Maihälfte"."""

from calendar import monthrange
from datetime import date, timedelta

from lagebild.findings.dates.calendar_rules import calendar, month, month_of
from lagebild.findings.dates.moment import Moment, Resolved
from lagebild.findings.dates.timex import nth_weekday, safe_date, week_value

HALF = 15
"""The last day of the first half of a month."""


def calendar_week(moment: Moment) -> Resolved | None:
    """A week by its number after ISO 8601: "KW 12", "in der 40. Kalenderwoche 2009"."""
    week, given = int(moment.groups["week"]), moment.groups.get("year")
    number = int(given) if given else _week_year(moment, week)
    if number is None:
        return Resolved("DATE", f"XXXX-W{week:02}")
    try:
        monday = date.fromisocalendar(number, week, 1)
    except ValueError:
        return None
    return Resolved("DATE", week_value(monday))


def _week_year(moment: Moment, week: int) -> int | None:
    day = date(2001, 1, 1) + timedelta(days=7 * (week - 1))
    return moment.likely_year(day.month, min(day.day, 28))


def weekday_of_month(moment: Moment) -> Resolved | None:
    """A weekday counted within a month: "am ersten Sonntag im Oktober"."""
    whole, number = month(moment), moment.grammar.weekdays[moment.groups["weekday"]]
    which = -1 if "last" in moment.groups else moment.ordinal()
    if whole is None or which is None:
        return None
    if "X" in whole.value:
        return Resolved("DATE", f"{whole.value}-XX")
    year, _, of_year = whole.value.partition("-")
    day = nth_weekday(int(year), int(of_year), number, which)
    return Resolved("DATE", day.isoformat()) if day else None


def half_month(moment: Moment) -> Resolved | None:
    """Half of a month: "in der ersten Maihälfte", "die zweite Hälfte des Juni 2012"."""
    whole, which = month(moment), moment.ordinal()
    if whole is None or which not in (1, 2):
        return None
    if "X" in whole.value:
        return whole
    year, number = int(whole.value[:4]), month_of(moment)
    last = monthrange(year, number)[1]
    first, end = (1, HALF) if which == 1 else (HALF + 1, last)
    begin, stop = safe_date(year, number, first), safe_date(year, number, end)
    return Resolved("DATE", whole.value, (begin, stop) if begin and stop else None)


def midnight(moment: Moment) -> Resolved | None:
    """The end of the last day told: "um Mitternacht"."""
    day = moment.told or moment.today
    return Resolved("TIME", f"{day or 'XXXX-XX-XX'}T24:00")


def daypart_of(moment: Moment) -> Resolved | None:
    """A part of a day that is named behind it: "am Morgen des 11. September"."""
    found = calendar(moment)
    code = moment.grammar.dayparts[moment.groups["daypart"]]
    return Resolved("TIME", f"{found.value}T{code}") if found else None


def night_between(moment: Moment) -> Resolved | None:
    """A night by both days: "in der Nacht vom 26. auf den 27. Februar"."""
    morning, evening = calendar(moment), int(moment.groups["day2"])
    if morning is None or "X" in morning.value:
        return morning
    last = date.fromisoformat(morning.value)
    first = last - timedelta(days=1)
    return Resolved("TIME", f"{first}TNI", (first, last)) if first.day == evening else None
