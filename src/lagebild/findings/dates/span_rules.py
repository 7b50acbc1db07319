"""Rules for durations, sets, clock times and words that say a time by themselves."""

import re
from datetime import date

from lagebild.findings.dates.grammar import Unit
from lagebild.findings.dates.moment import Moment, Resolved
from lagebild.findings.dates.period_rules import shifted
from lagebild.findings.dates.timex import Days, days_of, moved, moved_months

AGE = re.compile(r"\s+(?:alt|jung|jünger|älter)\w*\b")
AGED = re.compile(r" \d+(?:-[jJ]|j)ährig")
"""Behind "heute": who is so old now ("die heute 46-Jährige")."""

AGE_BEFORE = re.compile(r"(?:Alter von|\b[Aa]b|\b[Uu]nter|welches)\s(?:\w+\s)?$")
LATER = re.compile(r"\s(später|danach|darauf|zuvor|vorher|davor)\b")
SHIFT = re.compile(r"([DWMY])([+-]\d+)(T\w+)?")
HALVES = {"Y": (12, "M", ""), "H": (60, "M", "T"), "M": (30, "D", ""), "D": (24, "H", "T")}
"""What half a unit is written in: how many smaller units it has, their code, below a day or not."""


def word(moment: Moment) -> Resolved | None:
    """A word of the table `date_words`, perhaps with a part of the day: "gestern Abend"."""
    found = moment.groups["word"]
    lower = found[0].lower() + found[1:]
    row = moment.grammar.words.get(found) or moment.grammar.words[lower]
    if row.key != found and not moment.opens_sentence:
        return None
    if moment.pattern == "the_word" and not (row["from"] == "last" and " " in row.key):
        return None
    if shift := SHIFT.fullmatch(row["value"]):
        return _moved_word(moment, shift, from_told=row["from"] == "last")
    if "daypart" in moment.groups:
        return None
    return Resolved(row["type"], row["value"])  # type: ignore[arg-type]


def _moved_word(moment: Moment, shift: re.Match[str], from_told: bool) -> Resolved | None:
    code, count, time = shift[1], int(shift[2]), shift[3] or ""
    if part := moment.groups.get("daypart"):
        time = f"T{moment.grammar.dayparts[part]}"
    nowadays = moment.after.startswith(" noch") or moment.before.endswith(("bis ", "noch "))
    nowadays = nowadays or AGED.match(moment.after) is not None
    if code == "D" and count == 0 and nowadays and not time:
        return Resolved("DATE", "PRESENT_REF")
    base = (moment.told if from_told else None) or moment.today
    found = shifted(code, base, count, moment)
    if found is None:
        return None
    return Resolved("TIME" if time else "DATE", found.value + time, None, from_told)


def literal(moment: Moment) -> Resolved | None:
    """A phrase whose value stands in the table of patterns: "in Zukunft"."""
    return Resolved("DATE", moment.argument)


def daypart(moment: Moment) -> Resolved | None:
    """A part of the day of the last day told: "am Abend", "in den frühen Morgenstunden"."""
    name = moment.groups["daypart"]
    if name[0].islower():
        return None
    day = moment.told or moment.today
    return Resolved("TIME", f"{day or 'XXXX-XX-XX'}T{moment.grammar.dayparts[name]}")


def clock(moment: Moment) -> Resolved | None:
    """A time of the clock on the last day told, else on the published date."""
    hour = int(moment.groups["hour"])
    minute = int(moment.groups.get("minute") or moment.groups.get("minute2") or 0)
    told = moment.told if moment.same_sentence or moment.tense != "unknown" else None
    day = told or moment.today
    return Resolved("TIME", f"{day or 'XXXX-XX-XX'}T{hour:02}:{minute:02}")


def duration(moment: Moment) -> Resolved | None:
    """A number of units; with "vor", "seit" or "in" it is anchored to the published date."""
    found = moment.groups.get("unit") or moment.groups["units"]
    unit = moment.grammar.units[found]
    if unit.code == "Y" and (AGE.match(moment.after) or _age_before(moment)):
        return None
    if moment.pattern == "duration_frac":
        count: float | None = 0.5 if "halb" in moment.words else 0.25
    else:
        count = moment.number()
    if moment.pattern == "duration_half" and count:
        count += 0.5
    if not count or moment.words.startswith(("eines Tages", "Eines Tages")):
        return None
    return Resolved("DURATION", length(count, unit), _anchored(moment, count, unit))


def _age_before(moment: Moment) -> bool:
    return AGE_BEFORE.search(moment.before) is not None


def length(count: float, unit: Unit) -> str:
    """Return the TIMEX3 value of so many units; halves go to the next smaller unit."""
    code, clock_mark = unit.code, "T" if unit.clock else ""
    if unit.code == "M" and unit.clock:
        return f"PT{count:g}M"
    if count % 1 and code in HALVES:
        many, code, clock_mark = HALVES[code]
        count *= many
    if code == "Q":
        count, code = count * 3, "M"
    return f"P{clock_mark}{count:g}{code}"


def _anchored(moment: Moment, count: float, unit: Unit) -> Days | None:
    """Return the days meant by "vor", "seit", "in" or "später" and a duration, None without.

    "vor", "seit" and "in" count from the published date, "später" and "zuvor" from the day told;
    without one "zuvor" counts from the published date too.
    """
    if later := LATER.match(moment.after):
        sign = 1 if later[1] in ("später", "danach", "darauf") else -1
        base = moment.told or (moment.today if sign < 0 else None)
        return stepped(base, sign * count, unit) if base else None
    today = moment.today
    before = moment.before.rstrip().rsplit(maxsplit=1)[-1:]
    preposition = before[0].lower().lstrip('(„"') if before else ""
    if today is None or preposition not in ("vor", "seit", "in", "binnen"):
        return None
    if preposition == "in" and moment.tense == "past":
        return None
    sign = 1 if preposition in ("in", "binnen") else -1
    then = stepped(today, sign * count, unit)
    if then is None:
        return None
    if preposition in ("seit", "binnen"):
        return (min(then[0], today), max(then[0], today))
    return then


def stepped(day: date, count: float, unit: Unit) -> Days | None:
    """Return the period that lies `count` units from a day, as precise as the unit is."""
    if unit.clock:
        return (day, day)
    whole = round(count)
    if unit.code == "Y" and count % 1 == 0:
        year = day.year + whole
        return (date(year, 1, 1), date(year, 12, 31)) if 0 < year < 9999 else None
    if unit.code in ("M", "Y", "Q"):
        first = moved_months(day, round(count * {"M": 1, "Y": 12, "Q": 3}[unit.code]))
        return days_of(f"{first:%Y-%m}", {}) if first else None
    if unit.code in ("D", "W"):
        then = moved(day, whole * (7 if unit.code == "W" else 1))
        return (then, then) if then else None
    return None


def span(moment: Moment) -> Resolved | None:
    """A number of units up to now or from now: "den vergangenen fünf Jahren"."""
    unit = moment.grammar.units[moment.groups.get("unit") or moment.groups["units"]]
    moved_by = moment.relative()
    if moved_by is None:
        return None
    if "n" not in moment.groups:
        return Resolved("DURATION", f"P{'T' if unit.clock else ''}X{unit.code}")
    count = moment.number()
    if not count:
        return None
    days = _around(moment.today, count * moved_by[0], unit) if not moved_by[1] else None
    return Resolved("DURATION", length(count, unit), days)


def _around(today: date | None, count: float, unit: Unit) -> Days | None:
    if today is None or not count or unit.clock:
        return None
    per_unit = {"D": 1, "W": 7, "M": 30.44, "Q": 91.3, "Y": 365.25, "DE": 3652.5, "CE": 36525}
    then = moved(today, round(count * per_unit.get(unit.code, 0)))
    return (min(today, then), max(today, then)) if then and then != today else None


def vague(moment: Moment) -> Resolved | None:
    """An open number of units: "seit Tagen", "einigen Wochen"."""
    unit = moment.grammar.units[moment.groups["units"]]
    if unit.code == "Y" and AGE.match(moment.after):
        return None
    return Resolved("DURATION", f"P{'T' if unit.clock else ''}X{unit.code}")


def adjective(moment: Moment) -> Resolved | None:
    """A duration as an adjective: "48-stündige", "einwöchigen"."""
    count = moment.number()
    if moment.argument == "Y":
        return Resolved("DURATION", f"P{count:g}Y") if count else None
    unit = moment.grammar.stems[moment.groups["stem"]]
    return Resolved("DURATION", length(count, unit)) if count else None


def every(moment: Moment) -> Resolved | None:
    """Something that repeats: "jeden Tag", "jeden Montagabend", "einmal im Monat"."""
    if name := moment.groups.get("weekday"):
        if "im Monat" in moment.words:
            return Resolved("SET", "P1M")
        part = moment.groups.get("daypart")
        code = f"T{moment.grammar.dayparts[part]}" if part else ""
        return Resolved("SET", f"XXXX-WXX-{moment.grammar.weekdays[name]}{code}")
    unit = moment.grammar.units[moment.groups["unit"]]
    return Resolved("SET", length(moment.ordinal() or 1, unit))


def all_every(moment: Moment) -> Resolved | None:
    """Something that repeats after a number of units: "alle zwei Jahre"."""
    count = moment.number()
    unit = moment.grammar.units[moment.groups["unit"]]
    return Resolved("SET", length(count, unit)) if count else None
