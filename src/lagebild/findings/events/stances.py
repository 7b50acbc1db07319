"""Blame and praise without a verb for it: "Das Gesetz Togos sei rechtswidrig, sagte Mba".

In somebody's words a predicate of the class `bad` blames whom the sentence is about, one of the
class `good` backs him; who says of another that he did what the class `misdeeds` names ("Togo
habe versagt") blames him. The speaker is the source. What the report itself says is no stance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.findings.events.deeds import Deed, deed_of
from lagebild.findings.events.filling import roles
from lagebild.findings.events.frames import Frame
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Event
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token

TYPES = {"bad": "ACCUSE", "good": "SUPPORT"}
CRIMES = ("ASSAULT", "COERCE")
UNREAL = ("wäre", "wären", "würde", "würden", "könnte", "wird", "werde", "werden")


@dataclass(frozen=True, slots=True)
class Stance:
    """A judgement in somebody's words: its predicate, its type, who judges and whom.

    `match` reads it as a verb whose object is judged, `deed` is the deed that is judged.
    """

    trigger: Token
    type: str
    speaker: str
    judged: tuple[str, ...]
    match: Match
    deed: Deed | None = None


def stances(scene: Scene, reading: Reading, told: Sequence[Event]) -> Iterator[Stance]:
    """Yield the judgements that the sentence reports in an actor's words, left to right.

    Where an event of their type has been told in the sentence they are part of it.
    """
    said = {event.type for event in told if event.sentence == scene.sentence.span}
    for token in scene.sentence.tokens:
        kind, about = _judgement(scene, token) or _misdeed(scene, token)
        voice = reading.voice_at(token.span) if kind and kind not in said else None
        if voice is None or voice.kind == "reported" or not voice.speaker:
            continue
        stance = _stance(scene, token, kind, voice.speaker, about)
        if stance.judged or _is_of_deed(scene, token, about):
            yield stance


def _stance(scene: Scene, word: Token, kind: str, speaker: str, about: list[int]) -> Stance:
    frame = Frame("", "event_classes", word.lemma, (), False, kind, None, (), ("obj",), (), 0)
    match = Match(frame, word, word, {"obj": about}, None, frozenset())
    doers = [key for i in about for key in scene.cast.of(scene.sentence, i, "doer")]
    judged = doers or ([] if word.upos == "VERB" else [*roles(scene, match)[1]])
    others = tuple(dict.fromkeys(key for key in judged if key != speaker))
    return Stance(word, kind, speaker, others, match, deed_of(scene, match))


def _is_of_deed(scene: Scene, word: Token, about: list[int]) -> bool:
    """Tell whether a deed, plan or decision is judged, or called a crime ("das ist ein Mord")."""
    subjects = [scene.sentence.tokens[i] for i in about]
    if any(s.xpos == "PDS" for s in subjects):
        return _told_by(scene, word) in CRIMES
    deeds = [s for s in subjects if s.upos == "NOUN" and word.upos != "VERB"]
    works = tuple(scene.lexicon.grammar.groups["works"])
    return any(_told_by(scene, s) or s.lemma.lower().endswith(works) for s in deeds)


def _told_by(scene: Scene, noun: Token) -> str | None:
    """Return the type of event that a noun tells first, None where it tells none."""
    entry = scene.lexicon.noun_entry(noun.lemma) if noun.upos == "NOUN" else None
    frames = scene.lexicon.nouns[entry] if entry else ()
    return next((frame.type for frame in frames if frame.type != "-"), None)


def _judgement(scene: Scene, token: Token) -> tuple[str, list[int]] | None:
    """Return the type of event that a predicate amounts to, with its subject."""
    if token.upos not in ("ADJ", "NOUN"):
        return None
    kind = next((t for name, t in TYPES.items() if scene.lexicon.in_class(token.lemma, name)), None)
    if kind is None:
        return None
    kids = [scene.sentence.tokens[i] for i in scene.sentence.children[token.index]]
    copulas = [k for k in kids if relation(k) == "cop" or (k.upos == "AUX" and k.lemma == "sein")]
    if not copulas or _is_asked(scene, kids) or _is_unsaid(scene, kids):
        return None
    return kind, [k.index for k in kids if relation(k) == "nsubj"]


def _misdeed(scene: Scene, token: Token) -> tuple[str, list[int]]:
    """Return the blame in telling a misdeed, with who did it; an empty type where it is none."""
    clause = scene.clauses.get(token.index)
    if clause is None or token.upos != "VERB":
        return "", []
    helpers = [scene.sentence.tokens[i] for i in clause.auxiliaries]
    kids = [scene.sentence.tokens[i] for i in scene.sentence.children[token.index]]
    modal = any(h.xpos.startswith("VM") for h in helpers)
    bad = scene.lexicon.in_class(clause.lemma, "misdeeds")
    told = bad and not modal and not _is_unsaid(scene, [*kids, *helpers])
    return ("ACCUSE", clause.slots.get("subj", [])) if told else ("", [])


def _is_unsaid(scene: Scene, kids: list[Token]) -> bool:
    """Tell whether a predicate is negated, unreal or to come."""
    unreal = any(k.text.lower() in UNREAL for k in kids if k.upos == "AUX")
    return unreal or any(scene.lexicon.grammar.has("negations", k.lemma) for k in kids)


def _is_asked(scene: Scene, kids: list[Token]) -> bool:
    """Tell whether a question or "ob" leaves open whether it is so."""
    return any(k.lemma == "ob" or k.text == "?" for k in (*kids, *scene.sentence.tokens[-1:]))
