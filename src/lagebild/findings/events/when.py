"""When an event happened: the dated expression that its sentence or the story gives.

A date in the event's own clause counts most. Without one, the story goes on: a main clause that
tells the past is dated by the last day on which the text told something shortly before, if that
day is as recent as news is; a clause in the pluperfect by the time named right before; "damals" by
the last time that is no news. The span of such a date lies outside the event's sentence, which
tells that it is implied.
"""

import re
from dataclasses import replace
from itertools import pairwise

from lagebild.findings.events.circumstances import in_clause, inside
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.counted import Countable
from lagebild.findings.events.dating import (
    Attachment,
    is_alleged,
    is_counted,
    is_limit,
    is_pluperfect,
    is_vague,
    main_clause,
    tells_on,
    tells_past,
)
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.story import Act, Story, is_day, todays
from lagebild.findings.finding import Date, EventDate, EventStatus
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

LEAD = 400
"""Code points after the headline in which its event's date is looked for."""

HEADLINE_DAYS = 3
"""Days before the published date on which what a headline tells may have happened."""

LONGEST_HEADLINE = 150
"""Code points of a first line that is taken for a headline."""

BETWEEN = re.compile(r"\b[Zz]wischen\s+(?:dem\s+)?$")


class Timeline:
    """The dated expressions of an article, to be asked which one dates an event."""

    def __init__(self, reading: Reading) -> None:
        """Keep the expressions that stand for days, months or years."""
        self._text = reading.article.text
        self._published = reading.article.published
        ordered = sorted(reading.dates, key=lambda d: d.span)
        exact = [d for d in ordered if d.start and d.end and is_counted(d, self._text)]
        days = [_as_date(d) for d in exact] + todays(reading)
        self._dates = sorted(days, key=lambda d: d.span)
        self._vague = [d for d in ordered if is_vague(d, self._text) and d not in exact]
        self._story = Story(reading, self._dates)
        self._headline = _headline(self._text)
        durations = [d for d in ordered if d.type == "DURATION"]
        self._countable = Countable(self._dates, durations)
        self.remember = self._countable.remember

    def date(
        self, scene: Scene, trigger: Token, clause: Clause | None, status: EventStatus, act: Act
    ) -> EventDate | None:
        """Return the date of an event, None where the text gives none.

        Args:
            scene: Its sentence.
            trigger: Its word.
            clause: The clause that the word heads or that a light verb makes of it.
            status: Only what occurred goes on with the story.
            act: What it is and who acts.

        It is counted from another event, stands in the event's clause, or alone in its sentence
        where the clauses allow it; for a headline it is the first day of the lead; else the day
        with which the story goes on.
        """
        counted = self._countable.counted(scene, trigger)
        if counted is not None:
            return counted
        here = Attachment(scene, trigger, self._text)
        reaching = [
            d
            for d in self._within(scene.sentence.span)
            if here.reached_by(d) and (status != "occurred" or not is_limit(d, self._text))
        ]
        own = [d for d in in_clause(scene, trigger.index, self._dates) if d in reaching]
        if own or len(reaching) == 1:
            return self._whole(here.nearest(own or reaching))
        if scene.sentence.span.start < self._headline:
            return self._of_headline(status)
        vague = [d for d in inside(self._vague, scene.sentence.span) if here.reached_by(d)]
        above = clause or main_clause(scene, trigger)
        past = status == "occurred" or (clause is not None and is_alleged(scene.sentence, clause))
        if past and above is not None and not reaching:
            return self._told_on(scene, above, vague, act)
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

    def said(self, scene: Scene, word: Token, act: Act) -> EventDate | None:
        """Return when somebody said what `word` is part of: the date of the verb above all."""
        tokens, top = scene.sentence.tokens, word.index
        while tokens[top].head >= 0:
            top = tokens[top].head
        return self.date(scene, tokens[top], scene.clauses.get(top), "occurred", act)

    def _told_on(
        self, scene: Scene, clause: Clause, vague: list[Date], act: Act
    ) -> EventDate | None:
        """Return the date with which the story goes on in a main clause."""
        start = scene.sentence.span.start
        if any(t.text.lower() == "damals" for t in scene.sentence.tokens):
            found = self._story.time_back_then(start)
        elif vague or not tells_on(scene, clause):
            return None
        elif is_pluperfect(scene.sentence, clause.verb):
            found = self._story.time_before(start)
        else:
            found = self._story.day_before(start, act) if tells_past(scene, clause) else None
        return _event_date(found) if found else None

    def _of_headline(self, status: EventStatus) -> EventDate | None:
        """Return the first day of the lead; what a headline says has happened is news."""
        lead = self._within(Span(self._headline, self._headline + LEAD))
        first = next((date for date in lead if is_day(date)), None)
        if first is None or (
            self._published is not None and not self._story.is_news(first, HEADLINE_DAYS)
        ):
            return None
        return _event_date(first) if status in ("occurred", "ongoing") else None

    def _within(self, span: Span) -> list[Date]:
        return inside(self._dates, span)


def _headline(text: str) -> int:
    """Return where the headline ends, 0 without one."""
    end = text.find("\n")
    return end if 0 < end <= LONGEST_HEADLINE and text[end:].strip() else 0


PRECISION = {"D": 10, "M": 7, "Y": 4}
"""How much of an ISO day a value has that is counted in days, months or years."""


def _as_date(date: Date) -> Date:
    """Return an expression as the date that it means.

    A night counts as the day that names it ("in der Nacht zum Freitag"), "vor drei Jahren" as the
    year.
    """
    if date.type == "DURATION":
        return replace(date, value=str(date.start)[: PRECISION[date.value[-1]]])
    return replace(date, start=date.end) if date.type == "TIME" else date


def _event_date(date: Date) -> EventDate:
    assert date.start is not None
    assert date.end is not None
    return EventDate(date.start[:10], date.end[:10], date.value, date.span)
