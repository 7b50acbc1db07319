"""The day with which a story goes on: what a text tells without a date of its own.

News reports name a day once and tell on. Which day that is, and for how long it holds, was counted
on 122 annotated articles: 889 events have no date in their sentence, 221 of them one in the text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date as day
from itertools import pairwise

from lagebild.findings.events.circumstances import inside
from lagebild.findings.events.dating import is_limit, is_pluperfect
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.lexicon import build_lexicon
from lagebild.findings.finding import Date
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

FARTHEST = 5
"""Sentences back to the day that a story goes on with; farther back it was right in one of four."""

NEWS_DAYS = 2
"""Days before the published date that are told as news: events in other paragraphs were on such a
day in 26 of 73 cases, on an older one in none of 29."""

RECENT_DAYS = 7
"""Days before the published date that a paragraph goes on with."""

EARLIER = 2
"""Sentences from a time that is no news to what the pluperfect tells of it: right in 8 of 10."""

TOLD_APART = ("acl", "ccomp", "csubj", "xcomp")
"""Clauses that name a time by the way; no story went on there in 15 cases."""


OPENING = 2
"""Words before a date that opens its sentence ("Am frühen Montag hatte ...")."""

BY_THE_WAY = 3
"""Sentences for which an earlier day serves that does not open its sentence."""

BACK_THEN = re.compile(r"\b[Dd]amals\b")

TODAYS = ("heutige", "heutigen", "heutiger", "heutiges", "heutigem")

ASIDE = ("bereits", "schon")
"""Words with which the pluperfect tells of an earlier day by the way."""


DEEDS = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST")
"""Types of what is done on the spot, scene after scene."""


@dataclass(frozen=True, slots=True)
class Act:
    """What an event is and who acts: a story goes on otherwise with deeds than with words."""

    type: str
    sources: tuple[str, ...] = ()


class Story:
    """The days and times of an article, to be asked which one its story goes on with."""

    def __init__(self, reading: Reading, dates: list[Date]) -> None:
        """Keep the dates (in order) and where sentences begin; no scene is told yet."""
        self._text = reading.article.text
        self._published = (reading.article.published or "")[:10]
        self._sentences = reading.sentences
        self._starts = [sentence.span.start for sentence in reading.sentences]
        self._dates = dates
        self._reading = reading
        self._scene: list[Date] = []
        self._scene_number = 0

    def is_news(self, date: Date, days: int = NEWS_DAYS) -> bool:
        """Tell whether a date lies at most so many days before the published one."""
        if not self._published or date.start is None:
            return False
        ago = day.fromisoformat(self._published) - day.fromisoformat(date.start[:10])
        return 0 <= ago.days <= days

    def day_before(self, start: int, act: Act) -> Date | None:
        """Return the day on which something was told shortly before `start`.

        A scene of deeds goes on as long as they follow each other; what another than was told of
        blames in another paragraph may have been said on any day.
        """
        number = self._number(start)
        days = inside(self._dates, Span(self._starts[max(0, number - FARTHEST)], start))
        told = [d for d in days if self._is_told(d, start)][-1:]
        if told and self._looks_back(Span(told[0].span.end, start)):
            return None
        if not told and act.type in DEEDS and number - self._scene_number <= FARTHEST:
            told = self._scene
        for found in told:
            near = "\n" not in self._text[found.span.end : start]
            stranger = act.type == "ACCUSE" and not self._names(found, act.sources)
            if self.is_news(found, RECENT_DAYS if near else NEWS_DAYS) and (near or not stranger):
                self._scene, self._scene_number = [found], number
                return found
        return None

    def _looks_back(self, span: Span) -> bool:
        """Tell whether "damals" turned to an older time since the last day was told."""
        return BACK_THEN.search(span.of(self._text)) is not None

    def _names(self, date: Date, actors: tuple[str, ...]) -> bool:
        """Tell whether the sentence of a date names one of some actors."""
        mentions = map(self._reading.mention_at, self._sentence(date).tokens)
        return any(mention is not None and mention.actor in actors for mention in mentions)

    def time_before(self, start: int) -> Date | None:
        """Return the time, longer ago than news, that the paragraph named right before `start`."""
        number = self._number(start)
        paragraph = self._text.rfind("\n", 0, start) + 1
        first = max(paragraph, self._starts[max(0, number - EARLIER)])
        found = inside(self._dates, Span(first, start))
        if not found or self.is_news(found[-1], RECENT_DAYS) or self._is_ahead(found[-1]):
            return None
        return None if is_day(found[-1]) and not self._is_earlier(found[-1]) else found[-1]

    def time_back_then(self, start: int) -> Date | None:
        """Return the last time told in the paragraph of `start` that is no news."""
        paragraph = self._text.rfind("\n", 0, start) + 1
        found = inside(self._dates, Span(paragraph, start))
        return next((d for d in reversed(found) if not self.is_news(d)), None)

    def _number(self, start: int) -> int:
        return bisect_right(self._starts, start) - 1

    def _is_ahead(self, date: Date) -> bool:
        return bool(self._published) and str(date.start)[:10] > self._published

    def _is_earlier(self, date: Date) -> bool:
        """Tell whether the sentence of a date tells in the pluperfect."""
        sentence = self._sentence(date)
        return any(is_pluperfect(sentence, t.index) for t in sentence.tokens)

    def _sentence(self, date: Date) -> Sentence:
        return self._sentences[max(0, self._number(date.span.start))]

    def _is_told(self, date: Date, start: int) -> bool:
        """Tell whether the text tells what happened on a day: not what it lasted to or is due.

        An earlier day told by the way, not first in its sentence, serves the next few sentences.
        """
        before = self._text[: date.span.start].rstrip()
        if not is_day(date) or self._is_ahead(date) or before[-5:].lower().endswith("seit"):
            return False
        over = before.lower().endswith("für") and str(date.start)[:10] < self._published
        if is_limit(date, self._text) and not over:
            return False
        sentence = self._sentence(date)
        if self._is_earlier(date):
            first = len(self._text[sentence.span.start : date.span.start].split()) <= OPENING
            aside = any(token.lemma in ASIDE for token in sentence.tokens)
            apart = self._number(start) - self._number(date.span.start)
            if aside or not (first or apart <= BY_THE_WAY):
                return False
        return _is_told_in_main_clause(sentence, date)


def _is_told_in_main_clause(sentence: Sentence, date: Date) -> bool:
    words = [t.index for t in sentence.tokens if date.span.covers(t.span)]
    here = words[-1] if words else -1
    while here >= 0:
        token = sentence.tokens[here]
        if here not in words and relation(token) in TOLD_APART:
            return False
        here = token.head
    return True


def todays(reading: Reading) -> list[Date]:
    """Return "heutig" before an event or "Tag" as the published day ("die heutige Sitzung").

    Before other nouns it only says of today what was otherwise before ("das heutige Bonn").
    """
    published = reading.article.published
    if published is None:
        return []
    lexicon, today = reading.knowledge.view(build_lexicon), published[:10]
    found = []
    for sentence in reading.sentences:
        for adjective, noun in pairwise(sentence.tokens):
            known = noun.lemma == "Tag" or lexicon.noun_entry(noun.lemma) is not None
            if adjective.text.lower() in TODAYS and noun.upos == "NOUN" and known:
                found.append(Date(adjective.span, "DATE", today, today, today, "heutig"))
    return found


def is_day(date: Date) -> bool:
    """Tell whether an expression means one day."""
    return bool(date.start and date.end and date.start[:10] == date.end[:10])
