"""What a rule sees of one expression: its words, its surroundings, and the dates around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lagebild.findings.dates.grammar import Grammar
from lagebild.findings.dates.tense import Tense
from lagebild.findings.dates.timex import Days, moved_months, safe_date
from lagebild.findings.finding import TimexType

AROUND = 40

AHEAD = re.compile(r"\b[Ff]ür (?:den |diesen )?$")

NEAR_DAYS = 100
"""Within so many days of the article the nearest day is meant, whatever the tense."""

OLD_YEARS = 2
"""A story plays in the past, not just last season, from so many years before the article."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a rule makes of an expression; `days` only where the value does not give them.

    `from_told` marks a day counted from another one, from which no further day is counted.
    """

    type: TimexType
    value: str
    days: Days | None = None
    from_told: bool = False


@dataclass(frozen=True)
class Moment:
    """One match of a pattern in the text, with what is known when it is resolved.

    `published` is the article's date, `told` the last day and `story` the last year that the text
    named shortly before; each None where there is none. `same_sentence` says whether `told` stands
    in the same sentence. `find_tense` gives the clause's tense.
    """

    grammar: Grammar
    text: str
    start: int
    end: int
    groups: dict[str, str]
    pattern: str
    argument: str
    published: date | None
    told: date | None
    story: date | None
    same_sentence: bool
    find_tense: Callable[[int], Tense]

    @cached_property
    def tense(self) -> Tense:
        """The tense of the clause around the expression."""
        return self.find_tense(self.start)

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The text right before the expression."""
        return self.text[max(0, self.start - AROUND) : self.start]

    @property
    def after(self) -> str:
        """The text right after the expression."""
        return self.text[self.end : self.end + AROUND]

    @property
    def opens_sentence(self) -> bool:
        """Tell whether the expression stands where a capital letter says nothing."""
        before = self.before.rstrip()
        return not before or before[-1] in ".!?:;„“\"'»«(–-•…" or self.before.endswith("\n")

    @property
    def today(self) -> date | None:
        """The day that "next" and "last" count from."""
        return self.published

    def relative(self) -> tuple[int, bool] | None:
        """Return the shift of the adjective in the expression and whether it counts from `told`."""
        stem = self.groups.get("rel")
        if stem is None:
            return None
        relatives = self.grammar.relatives
        return relatives.get(stem) or relatives.get(stem[0].lower() + stem[1:])

    def number(self) -> float | None:
        """Return the value of the number in the expression."""
        return self.grammar.numbers.value(self.groups.get("n") or self.groups["num"])

    def ordinal(self) -> int | None:
        """Return the value of the ordinal in the expression, a word or digits with a full stop."""
        if stem := self.groups.get("ord"):
            return self.grammar.ordinals.get(stem.lower())
        return int(self.groups["day"]) if "day" in self.groups else None

    def year(self) -> int | None:
        """Return the year that the expression itself gives, also as "vorigen Jahres"."""
        if given := self.groups.get("year") or self.groups.get("anyyear"):
            return int(given)
        if short := self.groups.get("yy"):
            newest = (self.today.year if self.today else 2030) % 100 + 5
            return (2000 if int(short) <= newest else 1900) + int(short)
        moved = self.relative()
        return self.today.year + moved[0] if moved and self.today else None

    def year_behind(self, month: int) -> int | None:
        """Return the year that the end of the same range gives ("vom 2. April bis 20. Juni 1943").

        A range from a later month to an earlier one began in the year before.
        """
        found = self.grammar.ranges.match(self.after)
        if found is None:
            return None
        end = self.grammar.months.get(found["month"].rstrip("."), month) if found["month"] else 0
        return int(found["year"]) - (1 if month > (end or int(found["mon"])) else 0)

    @property
    def old_story(self) -> bool:
        """Tell whether the text tells of a year long before the article, in the past tense."""
        if self.story is None or self.tense != "past":
            return False
        return self.today is None or abs(self.story.year - self.today.year) >= OLD_YEARS

    @property
    def looks_back(self) -> bool:
        """Tell whether a preposition says so: "seit 20. Juni", "der Vertrag vom 8. August"."""
        before = self.before.lower()
        return before.endswith("seit ") or (before.endswith("vom ") and self.pattern != "day_list")

    @property
    def looks_ahead(self) -> bool:
        """Tell whether a preposition says so: "rief für Freitag zu Protesten auf"."""
        return AHEAD.search(self.before) is not None and self.tense != "over"

    def likely_year(self, month: int, day: int = 0) -> int | None:
        """Return the year that the text does not say, of a month (day 0) or of a day.

        A story told in the past keeps the year that it named shortly before. A day that lies near
        the published date is that one; otherwise the tense decides, and without it the distance.
        """
        if self.old_story and self.story:
            return self.story.year
        if self.today is None:
            return None
        today = self.today if day else self.today.replace(day=1)
        years = [today.year + shift for shift in (0, -1, 1)]
        days = [found for year in years if (found := safe_date(year, month, day or 1))]
        if day and any(abs((found - today).days) <= NEAR_DAYS for found in days):
            tense: Tense = "unknown"
        else:
            tense = "past" if self.looks_back else self.tense
        if tense in ("past", "over"):
            days = [found for found in days if found <= today]
        elif tense == "future":
            days = [found for found in days if found >= today]
        nearest = min(days, key=lambda found: abs((found - today).days), default=None)
        return nearest.year if nearest else None

    def month_start(self, shift: int) -> date | None:
        """Return the first day of the published month, moved by `shift` months."""
        return moved_months(self.today, shift) if self.today else None
