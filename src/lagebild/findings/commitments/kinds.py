"""What kind of commitment an act makes: a hostile one is a threat, not to do it a promise.

Not to do anything else is a refusal.
"""

from lagebild.findings.commitments.cues import Cue, Cues
from lagebild.findings.commitments.negation import is_negated
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause, filled
from lagebild.findings.events.frames import plain
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import CommitmentKind


def acts_of(scene: Scene, cues: Cues) -> dict[int, str]:
    """Return the types of the acts that a sentence tells, by the index of their word."""
    acts = Scene(scene.sentence, scene.clauses, cues.events, scene.cast).matches()
    return {index: match.frame.type for index, match in acts.items()}


def kind_of(scene: Scene, clause: Clause, act: str | None, cues: Cues) -> CommitmentKind:
    """Return what it is to be going to do what a clause tells; `act` is its type, if any.

    Who "werde sich nicht ... lassen" refuses, whatever is not to be done to him.
    """
    negated = is_negated(scene, clause)
    lets = any(scene.sentence.tokens[i].lemma == "lassen" for i in clause.auxiliaries)
    if _is_harsh(scene, clause) or _is_hostile(act, cues):
        return ("refusal" if lets else "promise") if negated else "threat"
    if act == "MOBILIZE":
        return "promise"
    return "refusal" if negated else "promise"


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

    "Hart durchgreifen" is one, "ein Verfahren gegen X einleiten" another by its object.
    """
    words = scene.cast.reading.knowledge.view(words_of)
    objects = clause.slots.get("obj", ())
    return clause.lemma in words["harsh"] or (
        clause.lemma in words["starts"] and any(_is_hostile_thing(scene, i) for i in objects)
    )


def _is_hostile_thing(scene: Scene, index: int) -> bool:
    lemma = scene.sentence.tokens[index].lemma
    return scene.lexicon.in_class(lemma, "hostility") or lemma.endswith(
        tuple(scene.cast.reading.knowledge.view(words_of)["procedures"])
    )
