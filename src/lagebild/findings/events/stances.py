"""Blame and praise without a verb for it: "Das Gesetz Togos sei rechtswidrig, sagte Mba".

In somebody's words a predicate of the class `bad` blames whom the sentence is about, one of the
class `good` backs him. The speaker is the source. What the report itself says is no stance.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token

TYPES = {"bad": "ACCUSE", "good": "SUPPORT"}
UNREAL = ("wäre", "wären", "würde", "würden", "könnte", "wird", "werde", "werden")


@dataclass(frozen=True, slots=True)
class Stance:
    """A judgement in somebody's words: its predicate, its type, who judges and whom."""

    word: Token
    type: str
    speaker: str
    judged: tuple[str, ...]


def stances(scene: Scene, reading: Reading) -> Iterator[Stance]:
    """Yield the judgements of actors by other actors that the sentence reports, left to right."""
    for token in scene.sentence.tokens:
        kind = _judgement(scene, token)
        voice = reading.voice_at(token.span) if kind is not None else None
        if kind is None or voice is None or voice.kind == "reported" or not voice.speaker:
            continue
        judged = tuple(
            key
            for index in scene.sentence.children[token.index]
            if relation(scene.sentence.tokens[index]) == "nsubj"
            for key in scene.cast.of(scene.sentence, index, "doer")
            if key != voice.speaker
        )
        if judged:
            yield Stance(token, kind, voice.speaker, tuple(dict.fromkeys(judged)))


def _judgement(scene: Scene, token: Token) -> str | None:
    """Return the type of event that a predicate amounts to, None for most words."""
    if token.upos not in ("ADJ", "NOUN"):
        return None
    kind = next((t for name, t in TYPES.items() if scene.lexicon.in_class(token.lemma, name)), None)
    if kind is None:
        return None
    kids = [scene.sentence.tokens[i] for i in scene.sentence.children[token.index]]
    copulas = [k for k in kids if relation(k) == "cop" or (k.upos == "AUX" and k.lemma == "sein")]
    unreal = any(k.text.lower() in UNREAL for k in kids if k.upos == "AUX")
    negated = any(scene.lexicon.grammar.has("negations", k.lemma) for k in kids)
    return kind if copulas and not unreal and not negated else None
