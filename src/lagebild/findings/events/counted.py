"""Days counted from another event: "vier Tage nach dem Abschuss"."""

import re
from datetime import date as day

from lagebild.findings.dates.grammar import Unit
from lagebild.findings.dates.span_rules import stepped
from lagebild.findings.events.circumstances import in_clause, inside
from lagebild.findings.events.lexicon import Lexicon
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Date, EventDate
from lagebild.language.analysis import Token

LENGTH = re.compile(r"P(\d+)([DWMY])")
SIGNS = {"nach": 1, "vor": -1}
REACH = 4
"""Words from the duration to the noun that it is counted from: "nach", an article, adjectives."""


class Countable:
    """The dated events of an article so far, from which later sentences count."""

    def __init__(self, dates: list[Date], durations: list[Date]) -> None:
        """Keep the expressions of the article that mean days, and those that say how long."""
        self._dates = dates
        self._durations = durations
        self._told: list[tuple[str, str, EventDate]] = []

    def remember(self, lemma: str, kind: str, date: EventDate | None) -> None:
        """Keep the date of an event told by the word `lemma`, if it is one day."""
        if date is not None and date.start == date.end:
            self._told.append((lemma, kind, date))

    def counted(self, scene: Scene, trigger: Token) -> EventDate | None:
        """Return the date that a duration in the clause of `trigger` counts from another event."""
        for duration in in_clause(scene, trigger.index, self._durations):
            length = LENGTH.fullmatch(duration.value)
            anchor = _anchor(scene, duration)
            if length is None or anchor is None:
                continue
            noun, sign = anchor
            if trigger.index in scene.sentence.subtree(noun.index):
                continue
            start = self._day_of(scene, noun)
            unit = Unit(length[2], False, False)
            days = stepped(start, sign * int(length[1]), unit) if start else None
            if days is not None:
                first, last = (one.isoformat() for one in days)
                value = first if first == last else first[: 4 if length[2] == "Y" else 7]
                return EventDate(first, last, value, duration.span)
        return None

    def _day_of(self, scene: Scene, noun: Token) -> day | None:
        """Return the day that the noun's own attribute names, else that of the event it tells."""
        words = scene.sentence.subtree(noun.index)
        for date in inside(self._dates, scene.sentence.span):
            single = date.start and date.start == date.end
            if single and any(scene.sentence.tokens[i].span.overlaps(date.span) for i in words):
                return day.fromisoformat(str(date.start)[:10])
        found = self._told_by(noun.lemma, scene.lexicon)
        return day.fromisoformat(found.start) if found else None

    def _told_by(self, lemma: str, lexicon: Lexicon) -> EventDate | None:
        """Return when the event that a noun names was: told by it, or the only one of its type."""
        same = [date for told, _, date in self._told if told == lemma]
        if same:
            return same[-1]
        entry = lexicon.noun_entry(lemma)
        kinds = {frame.type for frame in lexicon.nouns[entry]} if entry else set()
        like = {date.start: date for _, kind, date in self._told if kind in kinds}
        return next(iter(like.values())) if len(like) == 1 else None


def _anchor(scene: Scene, duration: Date) -> tuple[Token, int] | None:
    """Return the noun behind "nach" or "vor" right after a duration, with the sign."""
    behind = [t for t in scene.sentence.tokens if t.span.start >= duration.span.end][: REACH + 1]
    if not behind or behind[0].text.lower() not in SIGNS:
        return None
    noun = next((t for t in behind[1:] if t.upos in ("NOUN", "PROPN")), None)
    return (noun, SIGNS[behind[0].text.lower()]) if noun is not None else None
