"""The date patterns of the knowledge, compiled once: slots filled in from their tables."""

import re
from dataclasses import dataclass
from functools import cached_property

from lagebild.findings.dates.tense import Outlook
from lagebild.findings.numbers import Numbers, numbers
from lagebild.knowledge import Knowledge, Row

BLANK = r"(?:[^\S\n]{1,3}|\n)"
UNNAMED = {"der", "jeder", "part", "vague", "approx", "frac", "wd", "lasting"}
"""Slots whose words do not enter the value."""

BEFORE = 48
"""How many characters before an expression its `before` condition may look at."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of `date_patterns`: what to match, what must stand before, which rule gives values.

    `argument` is what the rule's name carries after a colon.
    """

    name: str
    rule: str
    argument: str
    regex: re.Pattern[str]
    before: re.Pattern[str] | None
    unless: bool

    def allows(self, text: str, start: int) -> bool:
        """Tell whether what stands right before `start` suits the pattern."""
        if self.before is None:
            return True
        found = self.before.search(text[max(0, start - BEFORE) : start])
        return (found is None) if self.unless else (found is not None)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: TIMEX3 code (`Y`, `M`, `W`, `D`, `H`, ...), shorter than a day or not."""

    code: str
    clock: bool
    plural: bool


@dataclass(frozen=True)
class Grammar:
    """All that the date reader knows, from its tables."""

    knowledge: Knowledge
    numbers: Numbers

    @cached_property
    def months(self) -> dict[str, int]:
        """Month names and abbreviations with their numbers."""
        return {row.key: int(row["number"]) for row in self.knowledge.table("months")}

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Weekdays by name; 1 is Monday."""
        return {row.key: int(row["number"]) for row in self.knowledge.table("weekdays")}

    @cached_property
    def seasons(self) -> dict[str, str]:
        """Seasons with their TIMEX3 code."""
        return {row.key: row["code"] for row in self.knowledge.table("seasons")}

    @cached_property
    def season_months(self) -> dict[str, tuple[int, int]]:
        """First and last month of each season's code."""
        table = self.knowledge.table("seasons")
        return {row["code"]: (int(row["first"]), int(row["last"])) for row in table}

    @cached_property
    def dayparts(self) -> dict[str, str]:
        """Parts of the day with their TIMEX3 code."""
        return {row.key: row["code"] for row in self.knowledge.table("dayparts")}

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Units of time by their forms."""
        return {
            row.key: Unit(row["code"], row["clock"] == "T", row["plural"] == "yes")
            for row in self.knowledge.table("time_units")
        }

    @cached_property
    def stems(self) -> dict[str, Unit]:
        """Units by the stem of their adjectives (`tägig`)."""
        table = self.knowledge.table("time_units")
        return {row["stem"]: self.units[row.key] for row in table if row["stem"]}

    @cached_property
    def relatives(self) -> dict[str, tuple[int, bool]]:
        """Adjectives that move a period: by how many, and whether from the last date told."""
        table = self.knowledge.table("date_relatives")
        return {row.key: (int(row["shift"]), row["from"] == "last") for row in table}

    @cached_property
    def words(self) -> dict[str, Row]:
        """The rows of `date_words` by their word."""
        return {row.key: row for row in self.knowledge.table("date_words")}

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Stems of ordinals with their values."""
        return {row.key: int(row["value"]) for row in self.knowledge.table("ordinals")}

    @cached_property
    def decades(self) -> dict[str, int]:
        """Decades as words, with the year in their century at which they begin."""
        return {row.key: int(row["value"]) for row in self.knowledge.table("decades")}

    @cached_property
    def holidays(self) -> dict[str, str]:
        """Holidays with month and day, or days from Easter."""
        return {row.key: row["day"] for row in self.knowledge.table("holidays")}

    @cached_property
    def outlook(self) -> Outlook:
        """Verbs that tell which way a time lies."""
        table = self.knowledge.table("ahead_verbs")
        ahead = frozenset(word for row in table for word in (row.key, row["participle"]) if word)
        return Outlook(ahead, frozenset(row.key for row in self.knowledge.table("happening_verbs")))

    @cached_property
    def exceptions(self) -> re.Pattern[str]:
        """Phrases that hold a word of time but name something else."""
        phrases = [re.escape(row.key) for row in self.knowledge.table("date_exceptions")]
        return re.compile(rf"\b(?:{'|'.join(phrases)})\b")

    @cached_property
    def slots(self) -> dict[str, str]:
        """The regular expression of each slot, without its group."""
        slots = {row.key: row["pattern"] for row in self.knowledge.table("date_slots")}
        full = [name for name in self.weekdays if len(name) > 2]
        abbreviated = [re.escape(name) + r"\.?" for name in self.weekdays if len(name) <= 2]
        plural = [name for name, unit in self.units.items() if unit.plural]
        return slots | {
            "month": self._months_pattern(),
            "weekday": _either(full),
            "wd": f"{_either(full)}|{'|'.join(abbreviated)}",
            "season": _either(self.seasons),
            "daypart": _either(self.dayparts),
            "unit": _either(self.units),
            "units": _either(plural),
            "stem": _either(self.stems),
            "word": _either(self.words, capital=True),
            "holiday": _either(self.holidays),
            "decade": _either(self.decades, capital=True),
            "n": rf"\d{{1,4}}(?:,\d)?(?![\d.])|(?i:{self.numbers.word})\b",
            "num": rf"\d{{1,4}}|(?i:{self.numbers.word})",
        }

    @cached_property
    def starts(self) -> re.Pattern[str]:
        """Where an expression may start: before a word, where some pattern would match.

        One expression for all patterns finds these places many times faster than each in turn.
        """
        rows = self.knowledge.table("date_patterns")
        any_pattern = "|".join(self._filled(row["pattern"], named=False) for row in rows)
        return re.compile(rf"(?<!\w)(?<!\d[.,:])(?=\w)(?={any_pattern})")

    @cached_property
    def ranges(self) -> re.Pattern[str]:
        """What stands behind the first of two dates whose year only the second one gives."""
        joined = (
            r"{_}(?:bis|und|–|-|/|sowie|oder){_}(?:zum |zur |zu |den |am |Anfang |Mitte |Ende )?"
        )
        return re.compile(
            self._filled(joined + r"(?:{day}\.{_})?(?:{month}|{mon}\.){_}{year}", True)
        )

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All patterns in the order of their table."""
        return tuple(self._pattern(row) for row in self.knowledge.table("date_patterns"))

    def _months_pattern(self) -> str:
        names = list(self.months)
        short = {a for a in names if any(b != a and b.startswith(a) for b in names)}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        return "|".join(
            rf"{name}\b\.?" if name in short else rf"{name}s?" for name in longest_first
        )

    def _pattern(self, row: Row) -> Pattern:
        rule, _, argument = row["rule"].partition(":")
        unless = row["before"].startswith("!")
        before = row["before"].removeprefix("!")
        try:
            regex = re.compile(self._filled(row["pattern"], named=True) + r"(?!\w|[.,:]\d)")
            behind = re.compile(f"(?:{self._filled(before, named=False)})$") if before else None
        except (re.error, KeyError) as error:
            raise row.error(f"the pattern does not compile: {error}.", "Mend it.") from error
        return Pattern(row.key, rule, argument, regex, behind, unless)

    def _filled(self, pattern: str, named: bool) -> str:
        spaced = re.sub(r"\[[^\]]*\]| ", lambda m: BLANK if m[0] == " " else m[0], pattern)
        spaced = spaced.replace("{_}", f"{BLANK}?")
        return re.sub(r"\{([a-z]+)(\d?)\}", lambda m: self._slot(m[1], m[2], named), spaced)

    def _slot(self, name: str, number: str, named: bool) -> str:
        ending = ""
        if name == "rel":
            body, ending = _either(self.relatives, capital=True), "(?:e[nmrs]?)"
        elif name == "ord":
            body, ending = _either(self.ordinals, capital=True), "e[nrs]?"
        else:
            body = self.slots[name]
        opening = f"?P<{name}{number}>" if named and name not in UNNAMED else "?:"
        return f"({opening}{body}){ending}"


def grammar(knowledge: Knowledge) -> Grammar:
    """Return the compiled date grammar; use through `knowledge.view`."""
    return Grammar(knowledge, knowledge.view(numbers))


def _either(forms: object, capital: bool = False) -> str:
    """Return an alternation of forms, longest first; `capital`: also at a sentence's start."""
    assert isinstance(forms, dict | list)
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(_cased(form) if capital else re.escape(form) for form in ordered)


def _cased(form: str) -> str:
    first = form[0]
    if first.upper() == first:
        return re.escape(form)
    return f"[{first.upper()}{first}]{re.escape(form[1:])}"
