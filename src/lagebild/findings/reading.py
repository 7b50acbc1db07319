"""The desk on which one article is read: what the readers have found so far.

Readers take a `Reading`, use what earlier readers laid down, and return their own findings.
Sentences that lie in boilerplate are not read.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from lagebild.articles.article import Article
from lagebild.findings.finding import (
    Actor,
    Commitment,
    Date,
    Event,
    Figure,
    Findings,
    Mention,
    Place,
    Statement,
)
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Analysis, Sentence, Token
from lagebild.spans import Span


@dataclass
class Reading:
    """One article, its analysis, the knowledge, and the findings of the readers so far."""

    article: Article
    analysis: Analysis
    knowledge: Knowledge
    dates: tuple[Date, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences outside boilerplate, in order."""
        return tuple(s for s in self.analysis.sentences if self.article.body(s.span))

    @cached_property
    def token_mentions(self) -> dict[int, Mention]:
        """Mentions by the start offset of their head word (or of the mention, without head)."""
        return {(m.head or m.span).start: m for m in self.mentions}

    @cached_property
    def lemmas(self) -> dict[int, str]:
        """The lemma of each word, in small letters, by its start offset."""
        return {t.span.start: t.lemma.lower() for s in self.sentences for t in s.tokens}

    @cached_property
    def actor_of(self) -> dict[str, Actor]:
        """The article's actors by key."""
        return {actor.key: actor for actor in self.actors}

    def mention_at(self, token: Token) -> Mention | None:
        """Return the mention whose head word is `token`, None where it is no actor."""
        return self.token_mentions.get(token.span.start)

    def voice_at(self, span: Span) -> Statement | None:
        """Return the innermost statement whose words `span` is; None is the report's own voice.

        A `reported` statement tells an act in the report's own words, so it is nobody's voice.
        """
        starts, ends, voices = self._voices
        number = bisect_right(starts, span.start) - 1
        while number >= 0 and ends[number] < span.end:
            number = voices[number][1]
        return self.statements[voices[number][0]] if number >= 0 else None

    @cached_property
    def _voices(self) -> tuple[list[int], list[int], list[tuple[int, int]]]:
        """Starts and ends of all quotes, outer before inner, with statement and enclosing quote."""
        quotes = sorted(
            (quote.start, -quote.end, number)
            for number, statement in enumerate(self.statements)
            if statement.kind != "reported"
            for quote in statement.quote
        )
        open_: list[int] = []
        voices: list[tuple[int, int]] = []
        for number, (start, _, statement) in enumerate(quotes):
            while open_ and -quotes[open_[-1]][1] <= start:
                open_.pop()
            voices.append((statement, open_[-1] if open_ else -1))
            open_.append(number)
        return [q[0] for q in quotes], [-q[1] for q in quotes], voices

    def findings(self) -> Findings:
        """Return all that was laid down."""
        return Findings(
            self.actors,
            self.mentions,
            self.statements,
            self.events,
            self.commitments,
            self.figures,
            self.dates,
            self.places,
        )
