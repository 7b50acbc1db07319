"""Find temporal expressions and say which days they mean, after TimeML.

The patterns are data (`date_patterns` and its tables); the rules that give values are the modules
of this folder. Reading goes left to right, because a date leans on those told before it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from lagebild.findings.dates import (
    calendar_rules,
    counted_rules,
    feast_rules,
    period_rules,
    span_rules,
)
from lagebild.findings.dates.grammar import Grammar, Pattern, grammar
from lagebild.findings.dates.moment import Moment, Resolved
from lagebild.findings.dates.tense import Tense, tense_at
from lagebild.findings.dates.timex import Days, days_of
from lagebild.findings.finding import Date
from lagebild.findings.reading import Reading
from lagebild.spans import Span, merged

__all__ = ["find_dates"]

Rule = Callable[[Moment], Resolved | None]

RULES: dict[str, Rule] = {
    "calendar": calendar_rules.calendar,
    "month": calendar_rules.month,
    "year": calendar_rules.year,
    "year_pair": calendar_rules.year_pair,
    "bc": calendar_rules.before_christ,
    "decade": calendar_rules.decade,
    "century": calendar_rules.century,
    "season": calendar_rules.season,
    "part_of_year": calendar_rules.part_of_year,
    "weekday": calendar_rules.weekday,
    "night": calendar_rules.night,
    "calendar_week": counted_rules.calendar_week,
    "weekday_of_month": counted_rules.weekday_of_month,
    "half_month": counted_rules.half_month,
    "midnight": counted_rules.midnight,
    "daypart_of": counted_rules.daypart_of,
    "night_between": counted_rules.night_between,
    "holiday": feast_rules.holiday,
    "advent": feast_rules.advent,
    "christmas": feast_rules.christmas,
    "turn_of_year": feast_rules.turn_of_year,
    "ramadan": feast_rules.ramadan,
    "period": period_rules.period,
    "word": span_rules.word,
    "literal": span_rules.literal,
    "daypart": span_rules.daypart,
    "clock": span_rules.clock,
    "duration": span_rules.duration,
    "span": span_rules.span,
    "vague": span_rules.vague,
    "adjective": span_rules.adjective,
    "every": span_rules.every,
    "all_every": span_rules.all_every,
}

TOLD_WITHIN = 500
"""How many characters back a day may stand for a clock time or "am Abend" to belong to it."""


@dataclass
class _Scan:
    """The state of one pass over a text."""

    reading: Reading
    grammar: Grammar
    published: date | None
    found: list[Date] = field(default_factory=list)
    told: tuple[int, date] | None = None
    story: tuple[int, date] | None = None

    def take(self, start: int) -> int | None:
        """Add the longest expression that starts at `start`; return its end, None without one."""
        text = self.reading.article.text
        matches = [
            (match.end(), pattern, match)
            for pattern in self.grammar.patterns
            if (match := pattern.regex.match(text, start)) and pattern.allows(text, start)
        ]
        for end, pattern, match in sorted(matches, key=lambda found: -found[0]):
            resolved = RULES[pattern.rule](self._moment(pattern, match))
            if resolved is not None:
                self._add(Span(start, end), pattern, resolved, match)
                return end
        return None

    def _moment(self, pattern: Pattern, match: re.Match[str]) -> Moment:
        groups = {name: words for name, words in match.groupdict().items() if words is not None}
        return Moment(
            grammar=self.grammar,
            text=self.reading.article.text,
            start=match.start(),
            end=match.end(),
            groups=groups,
            pattern=pattern.name,
            argument=pattern.argument,
            published=self.published,
            told=_recent(self.told, match.start()),
            story=_recent(self.story, match.start()),
            same_sentence=self._same_sentence(match.start()),
            find_tense=self._tense,
        )

    def _tense(self, offset: int) -> Tense:
        return tense_at(self.reading.analysis.sentences, offset, self.grammar.outlook)

    def _same_sentence(self, start: int) -> bool:
        """Tell whether the last day told stands in the sentence of `start`."""
        sentences = self.reading.analysis.sentences
        at = bisect_right(sentences, start, key=lambda sentence: sentence.span.start) - 1
        return self.told is not None and at >= 0 and self.told[0] >= sentences[at].span.start

    def _add(self, span: Span, pattern: Pattern, resolved: Resolved, match: re.Match[str]) -> None:
        days: Days | None = resolved.days
        if days is None and resolved.type in ("DATE", "TIME"):
            days = days_of(resolved.value, self.grammar.season_months)
        if days and resolved.type in ("DATE", "TIME"):
            if days[0] == days[1] and not resolved.from_told:
                self.told = (span.start, days[0])
            named = match.groupdict()
            if (named.get("year") or named.get("anyyear")) and not named.get("yy"):
                self.story = (span.start, days[0])
        first, last = (day.isoformat() for day in days) if days else (None, None)
        self.found.append(
            Date(span, resolved.type, resolved.value, first, last, f"pattern {pattern.name}")
        )


def find_dates(reading: Reading) -> tuple[Date, ...]:
    """Return the temporal expressions outside boilerplate, in order of the text.

    Values are relative to the published date; without one they stay relative (`XXXX-WXX-2`) and
    `start` and `end` are None.
    """
    text = reading.article.text
    known = reading.knowledge.view(grammar)
    scan = _Scan(reading, known, _published(reading))
    phrases = [Span(*m.span()) for m in known.exceptions.finditer(text)]
    closed = merged([*reading.article.boilerplate, *phrases, *_persons(reading)])
    starts = [span.start for span in closed]
    position = 0
    for match in known.starts.finditer(text):
        start = match.start()
        at = bisect_right(starts, start) - 1
        if start < position or (at >= 0 and start < closed[at].end):
            continue
        position = scan.take(start) or position
    return tuple(scan.found)


def _persons(reading: Reading) -> list[Span]:
    """Return the names of persons: "der Abgeordnete Jerzy Montag" is no Monday."""
    return [
        Span(sentence.tokens[words[0]].span.start, sentence.tokens[words[-1]].span.end)
        for sentence in reading.analysis.sentences
        for _, kind, words in sentence.names()
        if kind == "PER"
    ]


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.article.published or "")[:10])
    except ValueError:
        return None


def _recent(told: tuple[int, date] | None, start: int) -> date | None:
    return told[1] if told and start - told[0] <= TOLD_WITHIN else None
