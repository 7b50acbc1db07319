"""Refusals told by a verb in the negative: "Ghana erkennt die Wahl nicht an".

Only verbs of what others ask or expect refuse so (`commitment_words`: declinable): not to accept,
not to take part, not to give back.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import LINKS
from lagebild.findings.commitments.negation import OBJECTS, is_negated
from lagebild.findings.commitments.spans import without, words_span
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.status import is_refusal
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.spans import Span

EVERYBODY = (*OBJECTS, "subj")
"""Slots whose negation refuses, the subject's as well ("weder Ghana noch Togo")."""


def declined(scene: Scene, reading: Reading, conditions: list[Span]) -> Iterator[Commitment]:
    """Yield what actors do not do although it is asked of them, left to right."""
    words = reading.knowledge.view(words_of)["declinable"]
    for _, clause in sorted(scene.clauses.items()):
        if clause.lemma not in words or not _refuses(scene, clause):
            continue
        subjects = clause.slots.get("subj", ())
        parties = tuple(k for i in subjects for k in scene.cast.of(scene.sentence, i, False))
        span = _content(scene, clause)
        content = without(scene, span, conditions) if span is not None else None
        if parties and content is not None:
            roles = tuple(dict.fromkeys(parties)), ()
            yield made(scene, "refusal", roles, content, f"commitment_words: {clause.lemma}")


def _refuses(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    told = relation(tokens[clause.verb]) not in ("advcl", "acl") and tokens[-1].text != "?"
    planned = any(tokens[i].lemma in ("werden", "wollen") for i in clause.auxiliaries)
    return (
        told and not planned and is_refusal(scene, clause) and is_negated(scene, clause, EVERYBODY)
    )


def _content(scene: Scene, clause: Clause) -> Span | None:
    """Return the object, or else the verb with what belongs to it."""
    sentence = scene.sentence
    for slot in ("obj", "dat", "an", "auf"):
        for head in clause.slots.get(slot, ())[:1]:
            return words_span(scene, sentence.subtree(head))
    own = set(sentence.subtree(clause.verb))
    for subject in clause.slots.get("subj", ()):
        own -= set(sentence.subtree(subject))
    words = sorted(own - set(clause.auxiliaries))
    links = [n for n, i in enumerate(words[:2]) if sentence.tokens[i].text.lower() in LINKS]
    return words_span(
        scene, _without_clauses(scene, clause, words[links[-1] + 1 if links else 0 :])
    )


def _without_clauses(scene: Scene, clause: Clause, words: list[int]) -> list[int]:
    """Return the words from behind the last clause that stands before the verb."""
    below = [i for i in scene.sentence.children[clause.verb] if i in scene.clauses]
    ends = [max(scene.sentence.subtree(i)) for i in below if i < clause.verb]
    return [i for i in words if i > max(ends, default=-1)]
