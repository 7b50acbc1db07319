"""Which of the events that a sentence tells count: their actors, politics, deeds without a doer."""

from lagebild.findings.events.deeds import is_definite
from lagebild.findings.events.desk import Desk
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.official import is_official
from lagebild.findings.events.roles import HUMAN
from lagebild.findings.events.told import Told

DOERS = (*HUMAN, "police", "court")
"""Classes of words for those who do or suffer a deed without being actors of the article."""


def is_kept(told: Told, desk: Desk, scene: Scene) -> bool:
    """Tell whether an event names enough, and is one of politics."""
    if not _may_be_anonymous(told, desk):
        return False
    verb = told.match.token.upos == "VERB"
    bare = verb if desk.gate.short else _happened_to_people(told, desk, scene)
    return desk.gate.admits((*told.roles[0], *told.roles[1]), bare)


def _happened_to_people(told: Told, desk: Desk, scene: Scene) -> bool:
    """Tell whether a deed without actors of the article was done by or to people, or took place.

    "Zwei Menschen wurden verschleppt"; "es kam zu einem Anschlag"; what states do ("die Grenze
    wurde geschlossen"). "Der Anschlag" and a noun without a verb of its own mostly tell again what
    the article tells elsewhere.
    """
    if told.real.status not in ("occurred", "ongoing"):
        return False
    rule = desk.lexicon.types[told.type].anonymous
    if is_official(
        scene, told.match, told.place, desk.authorities, rule == "any" and desk.gate.dense
    ):
        return True
    if rule not in ("all", "any"):
        return False
    clause = told.match.clause
    if told.match.frame.table == "event_nouns":
        return clause is not None and not is_definite(scene, told.match.token)
    words = [i for slot in ("subj", "obj") for i in told.match.slots.get(slot, ())]
    lemmas = [scene.sentence.tokens[i].lemma for i in words]
    return any(desk.lexicon.in_class(lemma, name) for lemma in lemmas for name in DOERS)


def _may_be_anonymous(told: Told, desk: Desk) -> bool:
    """Tell whether an event names who did it, or is a deed that is told without.

    Who asks, refuses or backs must be known, unless a passive or what somebody undergoes ("erhielt
    Rückendeckung") tells to whom it was done; who shot or arrested often is not. What is only
    planned or feared by nobody in particular is no event.
    """
    if told.roles[0] or desk.gate.short:
        return True
    if told.real.status not in ("occurred", "ongoing"):
        return False
    anonymous = desk.lexicon.types[told.type].anonymous
    clause = told.match.clause
    undergone = clause is not None and (clause.passive or "subj" in told.match.frame.target)
    suffered = undergone and bool(told.roles[1])
    noun = told.match.frame.table == "event_nouns"
    return suffered or anonymous in (("all", "any") if noun else ("all", "any", "verbs"))
