"""Say whom a noun for a part in something told before takes up: "die Demonstranten", "die Geiseln".

Who demonstrated are the demonstrators, who was arrested are the arrested: the subject or the object
of the verb told last, or who stands in the genitive behind the noun for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.words import fold
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence

LOOKED_BACK = 6
"""Sentences before the noun in which the verb is sought."""
_GROUPS = frozenset({"group", "people"})


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What somebody called by a noun did (`subject`) or suffered: lemmas of verbs and nouns."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    subject: bool
    owner: bool


def role_nouns(knowledge: Knowledge) -> dict[str, RoleNoun]:
    """Return the table `role_nouns` by the folded plural."""
    return {
        fold(row["noun"]): RoleNoun(
            frozenset(row.many("verbs")),
            frozenset(row.many("nouns")),
            row["role"] == "subject",
            row["owner"] == "yes",
        )
        for row in knowledge.table("role_nouns")
    }


def took_part(desk: Desk, phrase: Phrase, noun: str) -> str | None:
    """Return the group that had the part that the noun tells, None where none is found.

    `noun` is the folded plural; "die Festgenommenen" are those whom a verb before has as object.
    """
    role = desk.reading.knowledge.view(role_nouns).get(noun)
    if role is None or not phrase.plural or phrase.number:
        return None
    for number in range(phrase.sentence, max(-1, phrase.sentence - LOOKED_BACK), -1):
        sentence = desk.sentences[number]
        end = phrase.start if number == phrase.sentence else len(sentence.tokens)
        for at in reversed(range(end)):
            for index in _having_part(sentence, at, role):
                found = _group_at(desk, number, index)
                if found is not None and found is not phrase:
                    return found.actor
    return None


def protesting(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether people without any other name protest: "Tausende Menschen demonstrierten"."""
    anybody = phrase.plural and fold(phrase.noun) in desk.lexicon.cues["anybody"]
    return anybody and _protests(desk, phrase)


def estimated(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether somebody counts a crowd, or it protests: "sprach von 800 Demonstranten"."""
    token = desk.sentences[phrase.sentence].tokens[phrase.head]
    return token.deprel.startswith("obl") or _protests(desk, phrase)


def _protests(desk: Desk, phrase: Phrase) -> bool:
    sentence = desk.sentences[phrase.sentence]
    token = sentence.tokens[phrase.head]
    if token.deprel != "nsubj" or token.head < 0:
        return False
    verb = sentence.tokens[token.head]
    below = {fold(sentence.tokens[child].text) for child in sentence.children[verb.index]}
    streets = verb.lemma in {"gehen", "ziehen"} and "strasse" in below
    return streets or verb.lemma in desk.lexicon.cues["protests"]


def _having_part(sentence: Sentence, at: int, role: RoleNoun) -> Iterator[int]:
    """Yield the words that have the part in what token `at` tells."""
    token = sentence.tokens[at]
    if token.lemma in role.verbs and token.upos in {"VERB", "ADJ"}:
        passive = any(sentence.tokens[c].deprel == "aux:pass" for c in sentence.children[at])
        wanted = {"nsubj"} if role.subject else {"obj", "nsubj:pass"}
        wanted |= {"obl:agent"} if role.subject and passive else set()
        yield from (c for c in sentence.children[at] if sentence.tokens[c].deprel in wanted)
    elif role.owner and token.upos == "NOUN" and token.lemma in role.nouns:
        for child in sentence.children[at]:
            cases = [
                fold(sentence.tokens[c].text)
                for c in sentence.children[child]
                if sentence.tokens[c].deprel == "case"
            ]
            if sentence.tokens[child].deprel == "nmod" and cases in ([], ["von"]):
                yield child


def _group_at(desk: Desk, number: int, index: int) -> Phrase | None:
    """Return the tied group whose words hold a token."""
    for found in desk.covering(number, index):
        if found.kind in _GROUPS and found.actor and found.start <= index < found.end:
            plain = str(found.actor).split(":", 1)[0] in {"group", "armed_group"}
            return found if plain and found.plural else None
    return None
