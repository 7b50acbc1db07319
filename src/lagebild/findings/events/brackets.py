"""Who did what a participle before a noun tells: "der von Ghana vorgelegte Entwurf".

Between its article and a noun everything belongs to the participle before the noun. Trees often
hang the agent on the verb of the sentence or on the noun itself, so its place decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.findings.events.grammar import Grammar, fold, relation
from lagebild.language.analysis import Sentence, Token
from lagebild.language.verbs import PARTICIPLE, infinitive

ENDINGS = ("en", "em", "er", "es", "e")
AGENT = ("von", "durch")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A participle before a noun: its verb, and the words that name who did it."""

    verb: str
    agent: int


def brackets(sentence: Sentence, noun: int, grammar: Grammar) -> Iterator[Bracket]:
    """Yield the participles with an agent that stand between a noun's article and the noun."""
    edge = _edge(sentence, noun)
    if edge is None:
        return
    for index in range(edge + 2, noun):
        verb = _participle(sentence.tokens[index])
        if verb is not None and sentence.tokens[index].head == noun:
            agents = (k for k in range(edge + 1, index) if _is_agent(sentence, k, edge, grammar))
            agent = next(agents, None)
            if agent is not None:
                yield Bracket(verb, agent)


def _edge(sentence: Sentence, noun: int) -> int | None:
    """Return where the noun's article stands (or "im", "zur"), None without one."""
    kids = [k for k in sentence.children[noun] if k < noun]
    openers = [k for k in kids if relation(sentence.tokens[k]) == "det"]
    openers += [k for k in kids if sentence.tokens[k].xpos == "APPRART"]
    return min(openers, default=None)


def _participle(token: Token) -> str | None:
    """Return the verb of a past participle that stands before a noun, None for other words."""
    if token.upos != "ADJ" or not token.text[:1].islower():
        return None
    word = token.text.lower()
    stem = next((word.removesuffix(e) for e in ENDINGS if word.endswith(e)), word)
    if not stem.endswith(("t", "en")):
        return None
    verb = fold(infinitive(stem, PARTICIPLE))
    return None if verb == stem else verb


def _is_agent(sentence: Sentence, index: int, edge: int, grammar: Grammar) -> bool:
    token = sentence.tokens[index]
    if token.upos not in ("NOUN", "PROPN", "PRON"):
        return False
    opened = [k for k in sentence.children[index] if relation(sentence.tokens[k]) == "case"]
    inside = bool(opened) and edge < min(opened) < index
    return inside and grammar.preposition(sentence, index) in AGENT
