"""Demands told as duties: "Ghana müsse die Grenze öffnen, sagte der Minister".

In the reported words of somebody, "müsse" and "solle" ask the subject to act. The speaker is the
source and the subject the target; what the report itself says somebody must do is no demand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.matching import Scene
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty in somebody's words: the clause, its modal verb, who demands and of whom."""

    clause: Clause
    modal: Token
    speaker: str
    asked: tuple[str, ...]


def duties(scene: Scene, reading: Reading) -> Iterator[Duty]:
    """Yield the duties that reported words lay on an actor, left to right."""
    for _, clause in sorted(scene.clauses.items()):
        modal = _modal(scene, clause)
        voice = reading.voice_at(modal.span) if modal is not None else None
        if modal is None or voice is None or voice.kind == "reported" or not voice.speaker:
            continue
        if _is_complained_of(scene, clause):
            continue
        asked = _asked(scene, clause)
        if asked and voice.speaker not in asked:
            yield Duty(clause, modal, voice.speaker, tuple(dict.fromkeys(asked)))


def _is_complained_of(scene: Scene, clause: Clause) -> bool:
    """Tell whether a duty is what somebody protests against ("dagegen, dass sie gehen müsse").

    What has to be borne is no deed that anybody asks for ("müsse mit Haft rechnen").
    """
    if scene.lexicon.grammar.has("endured", clause.lemma):
        return True
    head = scene.sentence.tokens[clause.verb].head
    above = scene.clauses.get(head)
    frames = scene.lexicon.verbs.get(above.lemma, ()) if above is not None else ()
    return any(frame.type in ("ACCUSE", "REJECT", "PROTEST") for frame in frames)


def _asked(scene: Scene, clause: Clause) -> list[str]:
    """Return who has to act: the subject, or whose the thing is to which it has to be done."""
    words = clause.slots.get("subj", [])
    if clause.passive and not words:
        things = clause.slots.get("obj", [])
        words = [i for i in things if scene.cast.actor(scene.sentence.tokens[i]) is None]
    return [key for i in words for key in scene.cast.of(scene.sentence, i, False)]


def _modal(scene: Scene, clause: Clause) -> Token | None:
    grammar, tokens = scene.lexicon.grammar, scene.sentence.tokens
    helpers = (tokens[i] for i in clause.auxiliaries)
    return next((h for h in helpers if grammar.has("reported_duties", h.text.lower())), None)
