"""Quotations among the sentences of an article: where they stand, and which are mere names."""

from dataclasses import dataclass

from lagebild.findings.statements.draft import Desk
from lagebild.findings.statements.marks import Quoted
from lagebild.language.analysis import Token
from lagebild.spans import Span

SMALL = frozenset({"DET", "ADP", "CCONJ"})
NAMES = frozenset({"PROPN", "X", "NUM"})
SHORT = 3
ANSWERS = frozenset({"ja", "nein", "jein", "danke", "bravo", "stopp", "halt"})
"""Words that are somebody's however they are written: antwortete mit „Nein“."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation among the sentences: where it opens and closes, and what is beside it."""

    quoted: Quoted
    first: int
    last: int

    @property
    def span(self) -> Span:
        """The quotation with its marks."""
        return self.quoted.span


def places(desk: Desk) -> list[Place]:
    """Return the outermost quotations with the numbers of their first and last sentence."""
    found = []
    for quoted in desk.quotes:
        if quoted.depth == 0 and quoted.closed:
            first = desk.sentence_at(quoted.span.start)
            last = desk.sentence_at(quoted.span.end - 1)
            if first is None or last is None:
                continue
            if desk.readable(first) and desk.readable(last):
                found.append(Place(quoted, first, last))
    return found


def words_in(desk: Desk, place: Place) -> int:
    """Return how many words a quotation has."""
    return len(place.span.of(desk.text).split())


def named(desk: Desk, place: Place) -> bool:
    """Tell whether quoted words are a name or title rather than somebody's words.

    They are one before a hyphen („Tornado"-Jets), behind a noun that takes a title or "sogenannt",
    or if all are capitalised and proper, apposed to a noun, or with a capitalised adjective.
    """
    if place.first != place.last:
        return False
    sentence = desk.sentences[place.first]
    first, last = desk.token_range(place.first, place.span)
    inside = [t for t in sentence.tokens[first:last] if t.upos != "PUNCT"]
    before = sentence.tokens[first - 1] if first else None
    if _hyphenated(desk, place) or (before is not None and _titles(desk, before)):
        return True
    if any(t.text.lower() in ANSWERS for t in inside):
        return False
    if not inside or any(t.text[0].islower() for t in inside if t.upos not in (*SMALL, *NAMES)):
        return False
    apposed = before is not None and before.upos == "NOUN"
    epithet = any(t.upos == "ADJ" and t.index > 1 for t in inside)
    return apposed or epithet or all(t.upos in (*NAMES, *SMALL) or t.name != "O" for t in inside)


def _hyphenated(desk: Desk, place: Place) -> bool:
    after = desk.text[place.span.end : place.span.end + 2]
    return len(after) == 2 and after[0] in "-\u2010\u2011" and after[1].isalpha()


def _titles(desk: Desk, token: Token) -> bool:
    """Tell whether a word right before a quotation makes it a title."""
    word = token.text.lower()
    if word.startswith(("sogenannt", "genannt")):
        return True
    return token.upos == "NOUN" and desk.lexicon.titles(token)


def alone(desk: Desk, place: Place) -> bool:
    """Tell whether the quotation fills its sentences, so that it may go on from a speaker."""
    first, last = desk.sentences[place.first], desk.sentences[place.last]
    before = desk.text[first.span.start : place.span.start].strip(" \n-–—")
    after = desk.text[place.span.end : last.span.end].strip(" \n.!?")
    return not before and not after and words_in(desk, place) > SHORT
