"""Find to whom something is said, by case and preposition, and where the network is sure of it."""

from collections.abc import Iterator

from lagebild.findings.statements.draft import Desk, Voice
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.lexicon import Verb
from lagebild.findings.statements.speaker import passive, voice
from lagebild.findings.statements.tree import (
    NOMINAL,
    base,
    case_word,
    cases,
    children,
    objective,
    other_dative,
    subject,
)
from lagebild.language.analysis import Sentence

UNHEARD = -4.0
"""Log-odds below which the network is sure that a word behind a preposition is no addressee ("zu
Beginn"). Chosen on our own annotation, out of fold."""

FUSED = {"zum": "zu", "zur": "zu", "vorm": "vor", "ans": "an", "beim": "bei"}
NOBODY = frozenset({"sich", "es", "man", "das", "dies", "was"})
TALKED = frozenset({"mit", "an", "vor", "gegenüber"})
"""What marks the other side behind a noun of talk: "Gespräch mit X", "Brief an X"."""


def addressee_of(desk: Desk, number: int, index: int, verb: Verb) -> Voice | None:
    """Return to whom the verb's words are said, None where nobody is named.

    Counted are the subject of a passive whose active verb takes the addressee as its object, the
    dependent in the case or behind the preposition of the entry, and the other side of a talk or
    letter ("in einem Interview mit X").
    """
    sentence = desk.sentences[number]
    who = subject(sentence, index)
    if "acc" in verb.addressee and passive(sentence, index) and who is not None:
        return voice(desk, number, who) if _somebody(desk, number, who) else None
    for kid in _dependents(sentence, index, who):
        if kid != who and _marked(sentence, kid, verb) and _somebody(desk, number, kid):
            return voice(desk, number, kid)
    return _other_side(desk, number, index)


def addressee_of_noun(desk: Desk, number: int, noun: int, carrier: int | None) -> Voice | None:
    """Return to whom a noun of speech goes: "die Bitte an X", "erteilte X den Befehl"."""
    sentence = desk.sentences[number]
    entry = desk.lexicon.noun(sentence.tokens[noun])
    forms = entry.forms & TALKED if entry is not None else frozenset()
    for kid in children(sentence, noun, "nmod", "obl"):
        if case_word(sentence, kid) in forms and _somebody(desk, number, kid):
            return voice(desk, number, kid)
    for kid in children(sentence, carrier, "obl", "iobj", "obj") if carrier is not None else ():
        bare = case_word(sentence, kid) is None and "Dat" in cases(sentence, kid)
        if bare and kid != noun and _somebody(desk, number, kid):
            return voice(desk, number, kid)
    return _other_side(desk, number, carrier) if carrier is not None else None


def _dependents(sentence: Sentence, index: int, who: int | None) -> Iterator[int]:
    """Yield what may be the addressee: objects, adverbials, and what hangs on the subject."""
    yield from children(sentence, index, "obl", "obj", "iobj")
    yield from (k for k in children(sentence, index, "nsubj") if objective(sentence, k))
    if who is not None:
        yield from other_dative(sentence, who)
        yield from (
            kid
            for kid in children(sentence, who, "nmod")
            if case_word(sentence, kid) == "gegenüber"
        )


def _somebody(desk: Desk, number: int, index: int) -> bool:
    """Tell whether a word may name who is spoken to: no thing, no time ("letzten September")."""
    sentence = desk.sentences[number]
    token = sentence.tokens[index]
    if token.upos not in NOMINAL or token.text.lower() in NOBODY:
        return False
    if token.upos == "NOUN" and token.name == "O":
        single = token.feat("Number") != "Plur" and not children(sentence, index, "det", "case")
        if single or desk.lexicon.mute(token):
            return False
    bare = case_word(sentence, index) is None
    return bare or log_odds(sentence, index, "addressee", UNHEARD) >= UNHEARD


def _marked(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Tell whether a dependent has the case or preposition that the entry asks for."""
    word = case_word(sentence, index)
    if word is not None:
        return FUSED.get(word, word) in verb.addressee or word == "gegenüber"
    found = cases(sentence, index)
    if "acc" in verb.addressee and base(sentence.tokens[index].deprel) in ("obj", "iobj", "nsubj"):
        return not found & {"Dat", "Gen"}
    return "dat" in verb.addressee and "Dat" in found


def _other_side(desk: Desk, number: int, index: int) -> Voice | None:
    """Return who takes part in the talk, or gets the letter, in which something is said."""
    sentence = desk.sentences[number]
    for kid in children(sentence, index, "obl", "obj"):
        noun = desk.lexicon.noun(sentence.tokens[kid])
        if noun is None or not noun.forms & TALKED:
            continue
        beside = [k for k in children(sentence, index, "obl") if k > kid]
        for other in (*children(sentence, kid, "nmod", "obl"), *beside):
            word = case_word(sentence, other)
            if word in noun.forms & TALKED and _somebody(desk, number, other):
                return voice(desk, number, other)
    return None
