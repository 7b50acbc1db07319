"""Find the body of which a noun for a body is said, or beside which it stands.

"Muster ist der größte Konzern des Landes", "der Betreiber, die Muster AG,": one actor each, named
twice.
"""

from collections.abc import Iterator

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.predicates import BECOMING
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

_NAMES = frozenset({"name", "organisation"})
_BODIES = frozenset({"name", "organisation", "group", "people"})
_RISING = frozenset({"aufsteigen", "entwickeln", "avancieren", "aufrücken", "wandeln"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def is_predicate(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the noun is said of something: "ist ein Bündnis", "wurde zum Konzern"."""
    token = sentence.tokens[phrase.head]
    children = (sentence.tokens[child] for child in sentence.children[token.index])
    return any(child.deprel == "cop" for child in children) or _made(sentence, phrase, token)


def has_subject(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the noun is said of something that the sentence names by a noun or pronoun."""
    if not is_predicate(sentence, phrase):
        return False
    found = (sentence.tokens[i] for i in _subjects(sentence, sentence.tokens[phrase.head]))
    return any(token.upos in _NOMINAL and fold(token.text) != "es" for token in found)


def said_of_body(desk: Desk, phrase: Phrase) -> Phrase | None:
    """Return the tied body of which the noun is said, or which the noun is said to be."""
    sentence = desk.sentences[phrase.sentence]
    told = _said_to_be(desk, sentence, phrase)
    if told is not None:
        return told
    if not is_predicate(sentence, phrase) or _denied(sentence, phrase):
        return None
    for index in _subjects(sentence, sentence.tokens[phrase.head]):
        for body in desk.covering(phrase.sentence, index):
            if body.start <= index < body.end and body.kind in _BODIES and body.actor:
                return body if not body.absorbed and body is not phrase else None
    return None


def _said_to_be(desk: Desk, sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Return the known body that a subject is said to be: "Stärkste Partei ist die SPD"."""
    token = sentence.tokens[phrase.head]
    if phrase.plural or not token.deprel.startswith("nsubj") or token.head < 0:
        return None
    said = sentence.tokens[token.head]
    if said.deprel == "amod" and said.head >= 0:
        said = sentence.tokens[said.head]
    if not any(sentence.tokens[c].deprel == "cop" for c in sentence.children[said.index]):
        return None
    for body in desk.covering(phrase.sentence, said.index):
        if body.kind == "name" and body.actor and body.start <= said.index < body.end:
            negated = _denied(sentence, body)
            return body if body.chars is None and not body.absorbed and not negated else None
    return None


def named_beside(desk: Desk, phrase: Phrase) -> Phrase | None:
    """Return the name in apposition to a noun for one body: "der Betreiber, die Muster AG"."""
    if phrase.plural:
        return None
    sentence = desk.sentences[phrase.sentence]
    for child in sentence.children[phrase.head]:
        token = sentence.tokens[child]
        if token.deprel != "appos" or child < phrase.end:
            continue
        for name in desk.covering(phrase.sentence, child):
            if name.kind in _NAMES and name.start <= child < name.end and name.chars is None:
                return name
    return None


def _made(sentence: Sentence, phrase: Phrase, token: Token) -> bool:
    """Tell whether something becomes what the noun says: "zur Großmacht geworden"."""
    before = sentence.tokens[phrase.start - 1] if phrase.start else None
    verb = sentence.tokens[token.head] if token.head >= 0 else None
    to = before is not None and fold(before.text) in {"zum", "zur"}
    return to and verb is not None and fold(verb.lemma) in BECOMING | _RISING


def _denied(sentence: Sentence, phrase: Phrase) -> bool:
    before = sentence.tokens[max(0, phrase.start - 2) : phrase.start]
    return any(fold(word.text).startswith(("kein", "nicht")) for word in before)


def _subjects(sentence: Sentence, token: Token) -> Iterator[int]:
    above = (token.index, token.head) if _is_below(sentence, token) else (token.index,)
    for verb in above:
        for child in sentence.children[verb]:
            if sentence.tokens[child].deprel.startswith("nsubj") and child != token.index:
                yield child


def _is_below(sentence: Sentence, token: Token) -> bool:
    return token.head >= 0 and sentence.tokens[token.head].upos in {"VERB", "AUX"}
