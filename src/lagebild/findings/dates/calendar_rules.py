"""Rules for expressions that name a place in the calendar: days, months, seasons, years."""

import re
from datetime import date

from lagebild.findings.dates.moment import Moment, Resolved
from lagebild.findings.dates.timex import moved, safe_date

COUNTED = re.compile(r"(?:\s(?:bis|oder|und)\s[\d.]+)?\s+([A-ZÄÖÜ][\wäöüß-]*)")
LIKELY_YEARS = range(1900, 2051)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Ss]eit|[Aa]b|[Bb]is|[Vv]on|[Vv]or|[Nn]ach|[Uu]m|zwischen)\s|[(–/-]\s?)$"
)
"""What must stand before four digits that are a year only rarely."""


def calendar(moment: Moment) -> Resolved | None:
    """A day with its month: "25. Februar 2010", "am 8.8.", "Donnerstag, 25. Februar"."""
    day, month = int(moment.groups["day"]), month_of(moment)
    year = moment.year() or moment.year_behind(month)
    if year is None:
        if safe_date(2000, month, day) is None:
            return None
        year = moment.likely_year(month, day)
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02}-{day:02}")
    found = safe_date(year, month, day)
    return Resolved("DATE", f"{found.year:04}-{month:02}-{day:02}") if found else None


def month(moment: Moment) -> Resolved | None:
    """A month, with its year or without: "Mai 2013", "Anfang Juni", "August vorigen Jahres"."""
    number = month_of(moment)
    moved_by = moment.relative()
    named_year = moment.groups.get("year") or "Jahr" in moment.words
    if moved_by and not named_year:
        return _month_moved(moment, number, moved_by[0])
    year = moment.year() if named_year else moment.year_behind(number)
    if year is None:
        year = moment.likely_year(number)
    return Resolved("DATE", f"{year if year else 'XXXX'}-{number:02}")


def _month_moved(moment: Moment, number: int, shift: int) -> Resolved | None:
    """Return "vergangenen Mai", "kommenden März": the nearest one on that side."""
    today = moment.today
    if today is None:
        return Resolved("DATE", f"XXXX-{number:02}")
    year = today.year
    if shift < 0 and number >= today.month:
        year -= 1
    if shift > 0 and number <= today.month:
        year += 1
    return Resolved("DATE", f"{year}-{number:02}")


def year(moment: Moment) -> Resolved | None:
    """A year in digits; four digits that count something are none."""
    digits = moment.groups.get("year") or moment.groups["anyyear"]
    if moment.pattern == "bare_year" and _counts(moment):
        return None
    return Resolved("DATE", digits.rjust(4, "0"))


def _counts(moment: Moment) -> bool:
    """Tell whether digits count what follows ("2000 Menschen") or stand in a code ("A 2010")."""
    follows = COUNTED.match(moment.after)
    measures = {row.key for row in moment.grammar.knowledge.table("measures")}
    if follows and follows[1] in measures:
        return True
    if int(moment.groups["year"]) not in LIKELY_YEARS and not YEAR_BEFORE.search(moment.before):
        return True
    return moment.after.startswith(("%", " %", " Prozent", "er ", "-mal", ".0"))


def year_pair(moment: Moment) -> Resolved | None:
    """Two years as one season: "2007/08"; the digits must follow each other."""
    first = int(moment.groups["year"])
    if (first + 1) % 100 != int(moment.groups["yy"]):
        return None
    return Resolved("DATE", str(first), (date(first, 1, 1), date(first + 1, 12, 31)))


def before_christ(moment: Moment) -> Resolved | None:
    """A year before Christ."""
    return Resolved("DATE", f"BC{int(moment.groups['bc']):04}")


def decade(moment: Moment) -> Resolved | None:
    """A decade: "die 1990er-Jahre", "den sechziger Jahren"; without century the last but one."""
    if word := moment.groups.get("decade"):
        return Resolved("DATE", f"19{moment.grammar.decades[word.lower()] // 10}")
    found = re.search(r"(1[89]|20)?(\d)0(?:er|iger)", moment.words)
    assert found is not None
    return Resolved("DATE", f"{found[1] or '19'}{found[2]}")


def century(moment: Moment) -> Resolved | None:
    """A century; its TIMEX3 value has two digits: the fifteenth is 14."""
    before, _, number = moment.words.rpartition("des ")
    del before
    if digits := re.match(r"(\d{1,2})\.", number):
        ordinal: int | None = int(digits[1])
    else:
        ordinal = moment.ordinal()
    if ordinal is None or not 1 <= ordinal <= 21:
        return None
    return Resolved("DATE", f"{ordinal - 1:02}")


def season(moment: Moment) -> Resolved | None:
    """A season, with its year or without."""
    code = moment.grammar.seasons[moment.groups["season"]]
    first = abs(moment.grammar.season_months[code][0]) % 12 or 1
    if moment.groups.get("year"):
        number = int(moment.groups["year"])
    elif moment.relative() and moment.today:
        number = _season_year(moment, first)
    else:
        number = moment.likely_year(first) or 0
    return Resolved("DATE", f"{number or 'XXXX'}-{code}")


def _season_year(moment: Moment, first: int) -> int:
    moved_by, today = moment.relative(), moment.today
    assert moved_by is not None
    assert today is not None
    if "Jahr" in moment.words:
        return today.year + moved_by[0]
    if moved_by[0] < 0:
        return today.year if first < today.month - 1 else today.year - 1
    return today.year if first >= today.month or not moved_by[0] else today.year + 1


def part_of_year(moment: Moment) -> Resolved | None:
    """A quarter or half of a year."""
    ordinal = moment.ordinal()
    if ordinal is None or ordinal > (4 if moment.argument == "Q" else 2):
        return None
    given = moment.groups.get("year")
    first = (ordinal - 1) * (3 if moment.argument == "Q" else 6) + 1
    number = int(given) if given else moment.likely_year(first)
    return Resolved("DATE", f"{number or 'XXXX'}-{moment.argument}{ordinal}")


def weekday(moment: Moment) -> Resolved | None:
    """A weekday, perhaps with a part of the day; the tense says which side of today."""
    number = moment.grammar.weekdays[moment.groups["weekday"]]
    part = moment.groups.get("daypart")
    code = f"T{moment.grammar.dayparts[part]}" if part else ""
    day = _weekday_day(moment, number)
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return Resolved("TIME" if code else "DATE", value + code)


def _weekday_day(moment: Moment, number: int) -> date | None:
    """Return the day: by what the expression says itself, else by the tense."""
    today, (shift, _) = moment.today, moment.relative() or (0, False)
    if today is None:
        return None
    if moment.argument:
        return moved(today, int(moment.argument))
    if "Woche" in moment.words:
        return moved(today, 7 * shift + number - today.isoweekday())
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    if shift:  # "übernächsten" and "vorletzten" are a week further away
        further = 7 * (abs(shift) - 1)
        return moved(today, (ahead or 7) + further if shift > 0 else -(back or 7) - further)
    forward = moment.looks_ahead or (moment.tense == "future" and not moment.looks_back)
    return moved(today, ahead if forward else -back)


def night(moment: Moment) -> Resolved | None:
    """The night before a day, written as the evening's date: "in der Nacht zum Freitag"."""
    morning: date | None
    if "weekday" in moment.groups:
        morning = _weekday_day(moment, moment.grammar.weekdays[moment.groups["weekday"]])
        unknown = f"XXXX-WXX-{moment.grammar.weekdays[moment.groups['weekday']]}"
    else:
        found = calendar(moment)
        if found is None:
            return None
        unknown = found.value
        morning = None if "X" in found.value else date.fromisoformat(found.value)
    evening = moved(morning, -1) if morning else None
    if morning is None or evening is None:
        return Resolved("TIME", f"{unknown}TNI")
    return Resolved("TIME", f"{evening.isoformat()}TNI", (evening, morning))


def month_of(moment: Moment) -> int:
    """Return the number of the month in the expression, a name or digits."""
    if name := moment.groups.get("month"):
        months = moment.grammar.months
        return months.get(name) or months.get(name.rstrip(".")) or months[name.removesuffix("s")]
    return int(moment.groups["mon"])
