"""Whom "beide Länder" or "die beiden Präsidenten" stand for: the two told of just before.

The words before are gone through backwards, sentence by sentence, until two actors of the right
sort are named. Where a sentence brings more than two, it is they only if "und" joins two.
"""

from itertools import pairwise

from lagebild.findings.events.grammar import Grammar, build_grammar
from lagebild.findings.finding import Mention
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Sentence, Token

BACK = 4
"""Sentences that are gone back, the word's own among them."""

TWO = 2

SORTS = {
    "both_states": frozenset({"state"}),
    "both_people": frozenset({"person"}),
    "both_bodies": frozenset({"party", "company", "organisation", "media"}),
    "both_sides": frozenset({"state", "party", "company", "organisation", "armed_group"}),
}
"""Groups of nouns behind "beide", and the kinds of actors that they stand for."""


def both(reading: Reading, sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Return the two actors that a noun with "beide" takes up, () where that is not plain."""
    grammar = reading.knowledge.view(build_grammar)
    kinds = _kinds(grammar, token)
    if not kinds or not _has_both(sentence, token):
        return ()
    end = token.span.start
    starts = [s.span.start for s in reading.sentences if s.span.start <= end]
    for start in reversed(starts[-BACK:]):
        near = [m for m in reading.mentions if start <= m.span.start and m.span.end <= end]
        fitting = sorted(
            (m for m in near if reading.actor_of[m.actor].kind in kinds), key=lambda m: m.span
        )
        found = tuple(dict.fromkeys(m.actor for m in fitting))
        if len(found) >= TWO:
            return found if len(found) == TWO else joined(reading, fitting)
    return ()


def joined(reading: Reading, mentions: list[Mention]) -> tuple[str, ...]:
    """Return the last two actors of sorted mentions with only "und" between, () for none."""
    text = reading.article.text
    pairs = [
        (one.actor, other.actor)
        for one, other in pairwise(mentions)
        if text[one.span.end : other.span.start].split()[:1] == ["und"]
        and len(text[one.span.end : other.span.start].split()) <= TWO
        and one.actor != other.actor
    ]
    return pairs[-1] if pairs else ()


def _kinds(grammar: Grammar, token: Token) -> frozenset[str]:
    if token.upos != "NOUN" or token.feat("Number") != "Plur":
        return frozenset()
    found = (kinds for group, kinds in SORTS.items() if grammar.has(group, token.lemma))
    return next(found, frozenset())


def _has_both(sentence: Sentence, token: Token) -> bool:
    below = sentence.children[token.index]
    return any(sentence.tokens[i].text.lower() in ("beide", "beiden", "beider") for i in below)
