"""Drafts that the network alone suggests, for quotations that no rule joins to anybody.

The network's heads say of each word whether it lies in a quote, is a cue, or names a speaker. A
quotation that is taken for speech becomes a draft with the likeliest cue and speaker beside it;
its features decide whether it stays.
"""

from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.places import SHORT, Place, words_in
from lagebild.findings.statements.speaker import speaker_of, voice
from lagebild.findings.statements.tree import NOMINAL, spans
from lagebild.language.analysis import Token
from lagebild.spans import Span

LIKELY = -1.0
"""Log-odds from which the network's word makes a quotation worth weighing."""

SCORE = 0.4
"""How sure a draft is that no rule stands behind."""

NEAR = 30
"""Cue and speaker stand at most so many tokens from the quotation: looking stays short."""


def suggested_quotation(desk: Desk, place: Place) -> Draft | None:
    """Return a quotation that the network takes for speech, with cue and speaker beside it."""
    sentence = desk.sentences[place.first]
    first, last = desk.token_range(place.first, place.span)
    inside = [n for n in range(first, last) if sentence.tokens[n].upos != "PUNCT"]
    if not inside or max(log_odds(sentence, n, "direct") for n in inside) < LIKELY:
        return None
    beside = _beside(desk, place)
    cue = _likeliest(desk, beside, "cue")
    named = [(number, token) for number, token in beside if token.upos in NOMINAL]
    who = _speaker(desk, cue) or _voice(desk, place.span, _likeliest(desk, named, "speaker"))
    if cue is None and who is None and words_in(desk, place) <= SHORT:
        return None
    return Draft(
        "direct",
        (place.span,),
        "quotation, by the network",
        SCORE,
        (cue[1].span,) if cue else (),
        _frame(desk, place, cue),
        who,
    )


def _beside(desk: Desk, place: Place) -> list[tuple[int, Token]]:
    """Return the words near a quotation in its sentences, with the numbers of these."""
    found = []
    for number in sorted({place.first, place.last}):
        first, last = desk.token_range(number, place.span)
        tokens = desk.sentences[number].tokens
        near = (*tokens[max(0, first - NEAR) : first], *tokens[last : last + NEAR])
        found += [(number, token) for token in near if token.upos != "PUNCT"]
    return [(n, token) for n, token in found if desk.quote_at(token.span.start) is None]


def _likeliest(desk: Desk, words: list[tuple[int, Token]], head: str) -> tuple[int, Token] | None:
    """Return the word that a head is surest of, if it is likely."""
    odds = [log_odds(desk.sentences[number], token.index, head) for number, token in words]
    best = max(range(len(odds)), key=lambda n: (odds[n], -n), default=None)
    return words[best] if best is not None and odds[best] >= 0 else None


def _speaker(desk: Desk, cue: tuple[int, Token] | None) -> Voice | None:
    """Return who speaks by the grammar of the cue where this is a verb of the tables."""
    if cue is None or cue[1].upos != "VERB":
        return None
    entry = desk.lexicon.verb(desk.sentences[cue[0]], cue[1].index)
    return speaker_of(desk, cue[0], cue[1].index, entry) if entry is not None else None


def _voice(desk: Desk, taken: Span, who: tuple[int, Token] | None) -> Voice | None:
    found = voice(desk, who[0], _head_of_name(desk, *who)) if who is not None else None
    return found if found is not None and not found.span.overlaps(taken) else None


def _head_of_name(desk: Desk, number: int, token: Token) -> int:
    """Return the noun behind a name in the genitive: of "Spaniens König" the king."""
    tokens = desk.sentences[number].tokens
    head = token.head
    owns = token.upos == "PROPN" and token.feat("Case") == "Gen" and head == token.index + 1
    return head if owns and tokens[head].upos in ("NOUN", "PROPN") else token.index


def _frame(desk: Desk, place: Place, cue: tuple[int, Token] | None) -> tuple[Span, ...]:
    """Return the unbroken run of frame words around the cue, outside the quotation."""
    if cue is None:
        return ()
    sentence, anchor = desk.sentences[cue[0]], cue[1].index

    def framed(index: int) -> bool:
        known = 0 <= index < len(sentence.tokens) and abs(index - anchor) <= NEAR
        if not known or place.span.overlaps(sentence.tokens[index].span):
            return False
        return log_odds(sentence, index, "frame") >= 0

    first = last = anchor
    while framed(first - 1):
        first -= 1
    while framed(last + 1):
        last += 1
    return spans(sentence, range(first, last + 1))
