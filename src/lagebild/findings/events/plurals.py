"""Plurals that stand for several named actors: "die Minister Mba und Kern", "beide Länder".

Names behind a plural are all who is meant. "Beide" takes up the two told of just before: the words
are gone through backwards, sentence by sentence, until two actors of the right sort are named.
Where a sentence brings more than two, it is they only if "und" joins two.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lagebild.findings.events.grammar import Grammar, build_grammar, conjuncts, relation
from lagebild.findings.finding import Mention
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Sentence, Token

BACK = 4
"""Sentences that are gone back, the word's own among them."""

TWO = 2

BOTH = ("beide", "beiden", "beider")

APPOSED = ("appos", "flat")

SORTS = {
    "both_states": frozenset({"state"}),
    "both_people": frozenset({"person"}),
    "both_bodies": frozenset({"party", "company", "organisation", "media"}),
    "both_sides": frozenset({"state", "party", "company", "organisation", "armed_group"}),
}
"""Groups of nouns behind "beide", and the kinds of actors that they stand for."""


def each_by_name(reading: Reading, sentence: Sentence, token: Token) -> tuple[str, ...]:
    """Return all whose names follow a plural: "die Minister Mba und Kern trafen sich".

    Names of a few among them are not all ("Minister, darunter Mba und Kern").
    """
    if token.upos != "NOUN" or token.feat("Number") != "Plur":
        return ()
    first = next((i for i in sentence.children[token.index] if _is_apposed(sentence, i)), None)
    if first is None:
        return ()
    beside = [_name_at(reading, sentence, i) for i in (first, *conjuncts(sentence, first))]
    joined_to = [_name_at(reading, sentence, i) for i in conjuncts(sentence, token.index)]
    names = tuple(dict.fromkeys(key for key in beside if key))
    return names if names and len(names) + len([key for key in joined_to if key]) >= TWO else ()


def _is_apposed(sentence: Sentence, index: int) -> bool:
    """Tell whether a word behind its head names it, with no "darunter" or "wie" before it."""
    token = sentence.tokens[index]
    marked = any(
        child < index and relation(sentence.tokens[child]) in ("advmod", "case", "mark", "cc")
        for child in sentence.children[index]
    )
    return relation(token) in APPOSED and index > token.head and not marked


def _name_at(reading: Reading, sentence: Sentence, index: int) -> str | None:
    """Return the actor whose name a word stands in."""
    mention = reading.mention_at(sentence.tokens[index])
    return mention.actor if mention and mention.form == "name" else None


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
            pairs = [found] if len(found) == TWO else [p for _, p in joined(reading, fitting)]
            return pairs[-1] if pairs else ()
    return ()


def joined(reading: Reading, mentions: Iterable[Mention]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield two actors with only "und" between ("Ghana und die Rebellen"), and where they stand."""
    text = reading.article.text
    for one, other in pairwise(sorted(mentions, key=lambda m: m.span)):
        between = text[one.span.end : other.span.start].split()
        if between[:1] == ["und"] and len(between) <= TWO and one.actor != other.actor:
            yield one.span.start, (one.actor, other.actor)


def _kinds(grammar: Grammar, token: Token) -> frozenset[str]:
    if token.text.lower() in BOTH and relation(token) not in ("det", "amod", "nummod"):
        return frozenset().union(*SORTS.values())
    if token.upos != "NOUN" or token.feat("Number") != "Plur":
        return frozenset()
    found = (kinds for group, kinds in SORTS.items() if grammar.has(group, token.lemma))
    return next(found, frozenset())


def _has_both(sentence: Sentence, token: Token) -> bool:
    """Tell whether "beide" stands before a noun, or alone for two of any sort."""
    words = (token.index, *sentence.children[token.index])
    return any(sentence.tokens[i].text.lower() in BOTH for i in words)
