"""When an event happened: the dated expression that its sentence or the story gives.

A date in the event's own clause counts most. Without one, the story goes on: a main clause is
dated by the last day that the text named shortly before, if that day is as recent as news is; a
clause in the pluperfect by the date of a sentence in the pluperfect right before; "damals" by the
last time that is no news. The span of such a date lies outside the event's sentence, which tells
that it is implied.
"""

import re
from bisect import bisect_right
from datetime import date as day
from itertools import pairwise

from lagebild.findings.events.circumstances import in_clause, inside
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.counted import Countable
from lagebild.findings.events.dating import (
    Attachment,
    is_alleged,
    is_pluperfect,
    is_vague,
    tells_on,
)
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Date, EventDate, EventStatus
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

LEAD = 400
"""Code points after the headline in which its event's date is looked for."""

LONGEST_HEADLINE = 150
"""Code points of a first line that is taken for a headline."""

FARTHEST = 5
"""Sentences back to the day that a story goes on with. Of 64 annotated articles, events dated so
were right in 18 of 21 cases that have a date; farther back in one of four."""

BETWEEN = re.compile(r"\b[Zz]wischen\s+(?:dem\s+)?$")

NEWS_DAYS = 3
"""Days before the published date that are told as news."""


class Timeline:
    """The dated expressions of an article, to be asked which one dates an event."""

    def __init__(self, reading: Reading) -> None:
        """Keep the expressions that stand for days, months or years."""
        self._text = reading.article.text
        self._published = reading.article.published
        self._sentences = reading.sentences
        self._starts = [sentence.span.start for sentence in reading.sentences]
        ordered = sorted(reading.dates, key=lambda d: d.span)
        self._dates = [d for d in ordered if d.type in ("DATE", "TIME") and d.start and d.end]
        self._vague = [d for d in ordered if is_vague(d, self._text)]
        self._present = [d for d in ordered if d.value == "PRESENT_REF"]
        self._headline = _headline(self._text)
        durations = [d for d in ordered if d.type == "DURATION"]
        self._countable = Countable(self._dates, durations)
        self.remember = self._countable.remember

    def date(
        self, scene: Scene, trigger: Token, clause: Clause | None, status: EventStatus
    ) -> EventDate | None:
        """Return the date of an event, None where the text gives none.

        Args:
            scene: Its sentence.
            trigger: Its word.
            clause: The clause that the word heads or that a light verb makes of it.
            status: Only what occurred goes on with the story.

        It is counted from another event, stands in the event's clause, or alone in its sentence
        where the clauses allow it; for a headline it is the first day of the lead; else the day
        with which the story goes on.
        """
        counted = self._countable.counted(scene, trigger)
        if counted is not None:
            return counted
        here = Attachment(scene, trigger, self._text)
        reaching = [d for d in self._within(scene.sentence.span) if here.reached_by(d)]
        own = [d for d in in_clause(scene, trigger.index, self._dates) if d in reaching]
        if own or len(reaching) == 1:
            return self._whole(here.nearest(own or reaching))
        if scene.sentence.span.start < self._headline:
            return self._of_headline(status)
        vague = [d for d in inside(self._vague, scene.sentence.span) if here.reached_by(d)]
        if status == "ongoing" and not vague:
            return self._today(here, scene.sentence.span)
        past = status == "occurred" or (clause is not None and is_alleged(scene.sentence, clause))
        if past and clause is not None and not reaching:
            return self._told_on(scene, clause, vague)
        return None

    def _whole(self, date: Date) -> EventDate:
        """Return the date of an event, from first to last day where it opens or ends a range."""
        at = self._dates.index(date)
        for first, last in pairwise(self._dates[max(0, at - 1) : at + 2]):
            if self._is_range(first, last):
                span = Span(first.span.start, last.span.end)
                value = f"{first.value}/{last.value}"
                return EventDate(str(first.start)[:10], str(last.end)[:10], value, span)
        return _event_date(date)

    def _is_range(self, first: Date, last: Date) -> bool:
        """Tell whether two expressions are joined as in "vom 2. April bis zum 20. Juni"."""
        between = self._text[first.span.end : last.span.start]
        before = self._text[max(0, first.span.start - 10) : first.span.start]
        joined = "und" if BETWEEN.search(before) else r"(?:bis|–|-)"
        whole = re.fullmatch(rf"\s*{joined}\s*(?:zum|zur|den|einschließlich)?\s*", between)
        return whole is not None and str(first.start) < str(last.start)

    def is_ahead(self, date: EventDate) -> bool:
        """Tell whether a date lies after the published day."""
        return self._published is not None and date.start > self._published[:10]

    def _today(self, here: Attachment, sentence: Span) -> EventDate | None:
        """Return the published day for what goes on "derzeit"."""
        today = (self._published or "")[:10]
        now = [d for d in inside(self._present, sentence) if here.reached_by(d)]
        return EventDate(today, today, today, now[0].span) if today and now else None

    def said(self, scene: Scene, word: Token) -> EventDate | None:
        """Return when somebody said what `word` is part of: the date of the verb above all."""
        tokens, top = scene.sentence.tokens, word.index
        while tokens[top].head >= 0:
            top = tokens[top].head
        return self.date(scene, tokens[top], scene.clauses.get(top), "occurred")

    def _told_on(self, scene: Scene, clause: Clause, vague: list[Date]) -> EventDate | None:
        """Return the date with which the story goes on in a main clause."""
        start = scene.sentence.span.start
        number = bisect_right(self._starts, start) - 1
        if any(t.text.lower() == "damals" for t in scene.sentence.tokens):
            return self._back_then(start)
        if vague or not tells_on(scene, clause):
            return None
        if is_pluperfect(scene.sentence, clause.verb):
            return self._went_before(number)
        first = self._starts[max(0, number - FARTHEST)]
        days = [d for d in self._within(Span(first, start)) if self._goes_on(d)]
        if not days:
            return None
        near = "\n" not in self._text[days[-1].span.end : start] and start - first < LEAD
        return _event_date(days[-1]) if near or self._is_news(days[-1]) else None

    def _goes_on(self, date: Date) -> bool:
        """Tell whether a story may go on at a date: at a day, not at one that opens a span."""
        opens = self._text[: date.span.start].rstrip().endswith(("seit", "Seit", "bis", "Bis"))
        return _is_day(date) and not opens

    def _went_before(self, number: int) -> EventDate | None:
        """Return the date of the sentence before, if that tells of the same earlier time."""
        before = self._sentences[number - 1] if number else None
        if before is None or "\n" in self._text[before.span.end : self._starts[number]]:
            return None
        if not any(is_pluperfect(before, t.index) for t in before.tokens):
            return None
        found = self._within(before.span)
        return _event_date(found[-1]) if found else None

    def _back_then(self, start: int) -> EventDate | None:
        """Return the last time told in the same paragraph that is no news."""
        paragraph = self._text.rfind("\n", 0, start) + 1
        found = [d for d in self._within(Span(paragraph, start)) if not self._is_news(d)]
        return _event_date(found[-1]) if found else None

    def _of_headline(self, status: EventStatus) -> EventDate | None:
        """Return the first day of the lead; what a headline says has happened is news."""
        lead = self._within(Span(self._headline, self._headline + LEAD))
        first = next((date for date in lead if _is_day(date)), None)
        if first is None or (self._published is not None and not self._is_news(first)):
            return None
        return _event_date(first) if status in ("occurred", "ongoing") else None

    def _is_news(self, date: Date) -> bool:
        if self._published is None or date.start is None:
            return False
        days = (day.fromisoformat(self._published[:10]) - day.fromisoformat(date.start[:10])).days
        return 0 <= days <= NEWS_DAYS

    def _within(self, span: Span) -> list[Date]:
        return inside(self._dates, span)


def _headline(text: str) -> int:
    """Return where the headline ends, 0 without one."""
    end = text.find("\n")
    return end if 0 < end <= LONGEST_HEADLINE and text[end:].strip() else 0


def _is_day(date: Date) -> bool:
    return bool(date.start and date.end and date.start[:10] == date.end[:10])


def _event_date(date: Date) -> EventDate:
    assert date.start is not None
    assert date.end is not None
    return EventDate(date.start[:10], date.end[:10], date.value, date.span)
