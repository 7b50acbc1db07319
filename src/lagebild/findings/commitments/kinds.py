"""What kind of commitment an act makes: a hostile one is a threat, not to do it a promise.

Not to do anything else is a refusal.
"""

from itertools import pairwise

from lagebild.findings.commitments.cues import Cue, Cues
from lagebild.findings.commitments.negation import is_negated
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause, filled
from lagebild.findings.events.filling import roles
from lagebild.findings.events.frames import plain
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import CommitmentKind


def acts_of(scene: Scene, cues: Cues) -> dict[int, str]:
    """Return the types of the acts that a sentence tells, by the index of their word."""
    told = Scene(scene.sentence, scene.clauses, cues.events, scene.cast)
    acts = told.matches().items()
    return {i: match.frame.type for i, match in acts if not _is_rule(told, match)}


def _is_rule(scene: Scene, match: Match) -> bool:
    """Tell whether an act restrains nobody named: a rule for all ("unter Strafe stellen")."""
    rules = scene.cast.reading.knowledge.view(words_of)["rules"]
    told = match.clause is not None and match.clause.lemma in rules
    return match.frame.type == "COERCE" and told and not roles(scene, match)[1]


def kind_of(scene: Scene, clause: Clause, act: str | None, cues: Cues) -> CommitmentKind:
    """Return what it is to be going to do what a clause tells; `act` is its type, if any.

    Who "werde sich nicht ... lassen" refuses, whatever is not to be done to him; who will not stand
    for an office promises it.
    """
    negated = is_negated(scene, clause)
    if negated and clause.lemma in scene.cast.reading.knowledge.view(words_of)["stands"]:
        return "promise"
    lets = any(scene.sentence.tokens[i].lemma == "lassen" for i in clause.auxiliaries)
    if _is_harsh(scene, clause) or _is_hostile(act, cues):
        mild = negated or _is_last_resort(scene, clause)
        return ("refusal" if lets else "promise") if mild else "threat"
    if act == "MOBILIZE":
        return "promise"
    return "refusal" if negated else "promise"


def _is_last_resort(scene: Scene, clause: Clause) -> bool:
    """Tell whether somebody binds himself to do a hostile deed "nur als letztes Mittel"."""
    words = [scene.sentence.tokens[i].text.lower() for i in scene.sentence.subtree(clause.verb)]
    limited = ("nur", "lediglich", "allenfalls")
    return any(a in limited and b in ("als", "zur") for a, b in pairwise(words))


def cued_kind(
    scene: Scene, match: Match, cue: Cue, acts: dict[int, str], cues: Cues
) -> CommitmentKind:
    """Return what a cue makes with its content: announcing an attack is a threat.

    To send troops may be help or threat: the report's own word ("drohte") decides. Announcing not
    to do something refuses it, promising not to does not.
    """
    words = scene.cast.reading.knowledge.view(words_of)
    announced = plain(match.frame.entry) in words["announcing"]
    if cue.kind != "promise" and not announced:
        return cue.kind
    heads = [i for slot in cue.content for i in filled(match.slots, slot)]
    told = [scene.clauses[head] for head in heads if head in scene.clauses]
    negated = any(is_negated(scene, clause) for clause in told)
    harsh = any(_is_harsh(scene, clause) for clause in told)
    things = any(_is_hostile_thing(scene, head) for head in heads)
    if harsh or things or any(_is_hostile(acts.get(head), cues) for head in heads):
        return "promise" if negated else "threat"
    friendly = not any(acts.get(head) == "MOBILIZE" for head in heads)
    return "refusal" if announced and negated and friendly else cue.kind


def _is_hostile(act: str | None, cues: Cues) -> bool:
    return act is not None and act != "MOBILIZE" and cues.events.types[act].hostile


def _is_harsh(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause tells a hostile deed that is no event by itself.

    "Hart durchgreifen" is one, "ein Verfahren gegen X einleiten" another by its object,
    "vor Gericht ziehen" a third.
    """
    words = scene.cast.reading.knowledge.view(words_of)
    objects = clause.slots.get("obj", ())
    tokens, lexicon = scene.sentence.tokens, scene.lexicon
    courts = [i for i in clause.slots.get("vor", ()) if lexicon.in_class(tokens[i].lemma, "court")]
    return (
        clause.lemma in words["harsh"]
        or (clause.lemma in ("ziehen", "gehen") and bool(courts))
        or (clause.lemma in words["starts"] and any(_is_hostile_thing(scene, i) for i in objects))
    )


def _is_hostile_thing(scene: Scene, index: int) -> bool:
    lemma = scene.sentence.tokens[index].lemma
    return scene.lexicon.in_class(lemma, "hostility") or lemma.endswith(
        tuple(scene.cast.reading.knowledge.view(words_of)["procedures"])
    )
