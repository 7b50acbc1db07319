"""Find whose troops a bare noun means by syntax: "Litauen schickt Soldaten", "seine Armee"."""

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token


def owner(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the state whose troops or bodies the subject of the clause has, None if unclear.

    The subject owns what it sends or gives, and what stands with a possessive.
    """
    sentence = desk.sentences[phrase.sentence]
    token = sentence.tokens[phrase.head]
    verb = _verb(sentence, token)
    if verb is None:
        return None
    before = sentence.tokens[phrase.start - 1] if phrase.start else None
    possessive = before is not None and before.xpos == "PPOSAT"
    sent = token.deprel == "obj" and fold(verb.lemma) in desk.lexicon.cues["sends"]
    if not (possessive or sent):
        return None
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].deprel.startswith("nsubj") and child != token.index:
            return _state(desk, cast, phrase.sentence, child)
    return None


def person_before(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the state of the person in the genitive right before: "Assads Armee"."""
    person = desk.name_ending(phrase.sentence, phrase.start)
    if person is None or person.actor not in cast.actors:
        return None
    last = desk.sentences[phrase.sentence].tokens[phrase.start - 1]
    genitive = last.text.endswith(("s", "'", "’")) and last.deprel.startswith("nmod")
    return cast.actors[person.actor].country if genitive else None


def _verb(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb above a noun."""
    for _ in range(4):
        if token.head < 0:
            return None
        token = sentence.tokens[token.head]
        if token.upos in {"VERB", "AUX"}:
            return token
    return None


def _state(desk: Desk, cast: Cast, number: int, index: int) -> str | None:
    for phrase in desk.in_sentence(number):
        if phrase.start <= index < max(phrase.end, phrase.complement):
            actor = cast.actors.get(phrase.actor or "")
            return actor.country if actor is not None else None
    return None
