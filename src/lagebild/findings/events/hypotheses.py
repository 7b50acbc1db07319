"""Conditions without or with their conjunction, and what hangs on them."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.language.analysis import Token


def opens_as_condition(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause opens with "sollte" or with its verb ("Stimmt der Rat zu, ...")."""
    first, verb = first_word(scene, clause), scene.sentence.tokens[clause.verb]
    if scene.lexicon.grammar.has("opening_modals", first.text.lower()):
        return first.index in clause.auxiliaries or relation(first) == "mark"
    own = first.index in (clause.verb, *clause.auxiliaries) and "VerbForm=Fin" in first.feats
    return own and relation(verb) == "advcl" and clause.verb < verb.head


def depends(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause hangs on a condition ("wenn Mba nicht geht, greift die Armee an")."""
    tokens = scene.sentence.tokens
    below = (scene.clauses.get(i) for i in scene.sentence.children[clause.verb])
    return any(
        kid is not None
        and relation(tokens[kid.verb]) == "advcl"
        and (opens_as_condition(scene, kid) or _is_marked(scene, kid))
        for kid in below
    )


def _is_marked(scene: Scene, clause: Clause) -> bool:
    """Tell whether a conjunction makes the clause a condition ("falls")."""
    tokens = scene.sentence.tokens
    marks = (tokens[i] for i in scene.sentence.children[clause.verb])
    return any(
        relation(mark) == "mark" and scene.lexicon.grammar.has("hypothesis", mark.lemma)
        for mark in marks
    )


def first_word(scene: Scene, clause: Clause) -> Token:
    """Return the word that opens a clause, marks left out."""
    words = (scene.sentence.tokens[i] for i in scene.sentence.subtree(clause.verb))
    return next(word for word in words if word.upos != "PUNCT")
