"""What the readers of statements pass to each other: drafts that name their speaker by a token."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from lagebild.findings.finding import Statement, StatementKind
from lagebild.findings.reading import Reading
from lagebild.findings.statements.lexicon import Cue, Lexicon, lexicon
from lagebild.findings.statements.marks import Quoted, marks, quoted
from lagebild.findings.statements.mood import Forms, konjunktiv_forms
from lagebild.findings.statements.weighing import Weighing, weighings
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

LONGEST_SENTENCE = 1000
"""Tokens; the longest sentence in 480 annotated articles has 163. Bounds the work per token."""

CERTAIN = 1.0
"""How sure a rule is that is kept whatever the network says ("dem Vernehmen nach")."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody named in the text: the span and, where known, sentence number and head word."""

    span: Span
    sentence: int
    head: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making. `score` (0 to 1) says how sure the rule is."""

    kind: StatementKind
    quote: tuple[Span, ...]
    why: str
    score: float
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    speaker: Voice | None = None
    addressee: Voice | None = None
    medium: str | None = None
    nested: bool = False

    @property
    def start(self) -> int:
        """Where the quote begins."""
        return self.quote[0].start

    @property
    def end(self) -> int:
        """Where the quote ends."""
        return self.quote[-1].end

    @property
    def whole(self) -> Span:
        """From the first to the last code point of quote and frame."""
        every = (*self.quote, *self.frame)
        return Span(min(s.start for s in every), max(s.end for s in every))

    def length(self) -> int:
        """Return how many code points the quote has."""
        return sum(span.end - span.start for span in self.quote)

    def covers(self, other: Span) -> bool:
        """Tell whether one span of the quote covers `other`."""
        return any(span.covers(other) for span in self.quote)


@dataclass(slots=True)
class Desk:
    """What every reader of statements needs of one article."""

    text: str
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon
    quotes: list[Quoted]
    forms: Forms
    weighings: dict[str, Weighing] = field(default_factory=dict)
    watch: Callable[[Draft, bool], None] | None = None
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    starts: list[int] = field(init=False)
    _tokens: dict[int, list[int]] = field(init=False, default_factory=dict)
    _outer: list[Quoted] = field(init=False)
    _outer_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [sentence.span.start for sentence in self.sentences]
        self._outer = [q for q in self.quotes if q.closed and q.depth == 0]
        self._outer_starts = [q.span.start for q in self._outer]

    def sentence_at(self, offset: int) -> int | None:
        """Return the number of the sentence that holds a code point, None between sentences."""
        number = bisect_right(self.starts, offset) - 1
        if number >= 0 and offset < self.sentences[number].span.end:
            return number
        return None

    def token_starts(self, number: int) -> list[int]:
        """Return where the tokens of a sentence begin; found once for each sentence."""
        if number not in self._tokens:
            self._tokens[number] = [t.span.start for t in self.sentences[number].tokens]
        return self._tokens[number]

    def token_range(self, number: int, span: Span) -> tuple[int, int]:
        """Return the half-open range of the tokens of a sentence that lie in a span."""
        starts = self.token_starts(number)
        first = bisect_right(starts, span.start)
        if first and self.sentences[number].tokens[first - 1].span.end > span.start:
            first -= 1
        return first, bisect_right(starts, span.end - 1)

    def readable(self, number: int) -> bool:
        """Tell whether a sentence is short enough to be one; lists and code are longer."""
        return len(self.sentences[number].tokens) <= LONGEST_SENTENCE

    def last_before(self, offset: int) -> int:
        """Return the number of the last sentence that begins at or before a code point, or 0."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def quote_at(self, offset: int) -> Quoted | None:
        """Return the outermost closed quotation that holds a code point."""
        number = bisect_right(self._outer_starts, offset) - 1
        if number >= 0 and offset < self._outer[number].span.end:
            return self._outer[number]
        return None


def desk(reading: Reading) -> Desk:
    """Return the desk of one article."""
    text = reading.article.text
    return Desk(
        text,
        reading.sentences,
        reading.knowledge.view(lexicon),
        quoted(text, reading.knowledge.view(marks)),
        reading.knowledge.view(konjunktiv_forms),
        reading.knowledge.view(weighings),
    )


def finished(draft: Draft, speaker: str | None, addressee: str | None) -> Statement:
    """Return the statement that a draft has become."""
    return Statement(
        kind=draft.kind,
        quote=draft.quote,
        cue=draft.cue,
        frame=draft.frame,
        speaker=speaker,
        speaker_spans=(draft.speaker.span,) if draft.speaker else (),
        addressee=addressee,
        addressee_spans=(draft.addressee.span,) if draft.addressee else (),
        nested=draft.nested,
        medium=draft.medium,
        why=draft.why,
        confidence=draft.score,
    )
