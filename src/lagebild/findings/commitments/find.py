"""Find the commitments of an article: cues with their content, announced acts, reported duties."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lagebild.findings.commitments.asked import asked_by_content
from lagebild.findings.commitments.conditions import (
    build_condition_cues,
    condition_of,
    conditions_in,
)
from lagebild.findings.commitments.contents import cued_content, modal_content
from lagebild.findings.commitments.cues import STATUS, Cue, Cues, build_cues
from lagebild.findings.commitments.headlines import headline_end, without_headlines
from lagebild.findings.commitments.intentions import acts_of, intentions
from lagebild.findings.commitments.terms import deadline_of, duration_of, looks_ahead
from lagebild.findings.events.circumstances import voice_of
from lagebild.findings.events.clause import filled
from lagebild.findings.events.duties import duties
from lagebild.findings.events.filling import roles
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.roles import Cast
from lagebild.findings.events.status import Reality, reality
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.spans import Span


def find_commitments(reading: Reading) -> tuple[Commitment, ...]:
    """Return the commitments of an article in order of the text.

    What a headline says in short is left to the sentence that tells it again.
    """
    cues = reading.knowledge.view(build_cues)
    cast = Cast(reading)
    scenes = [Scene.read(sentence, cues.lexicon, cast) for sentence in reading.sentences]
    found: list[Commitment] = []
    for scene, after in pairwise((*scenes, None)):
        assert scene is not None
        found += _in_scene(scene, cues, reading, after)
    kept = without_headlines(found, headline_end(reading.article.text))
    return tuple(sorted(kept, key=lambda c: (c.content, c.kind)))


def _in_scene(
    scene: Scene, cues: Cues, reading: Reading, after: Scene | None
) -> Iterator[Commitment]:
    known = reading.knowledge.view(build_condition_cues)
    conditions = conditions_in(known, scene)
    taken: set[Span] = set()
    for commitment in _cued(scene, cues, reading, conditions):
        taken.add(commitment.content)
        yield _completed(commitment, scene, reading, conditions, after)
    others = (*intentions(scene, cues, reading, conditions), *_demands(scene, reading, conditions))
    for commitment in others:
        if not any(span.overlaps(commitment.content) for span in taken):
            yield _completed(commitment, scene, reading, conditions, after)


def _cued(
    scene: Scene, cues: Cues, reading: Reading, conditions: list[Span]
) -> Iterator[Commitment]:
    matches = scene.matches()
    acts = acts_of(scene, cues)
    for index in sorted(matches):
        match = matches[index]
        cue = _meant(cues.by_entry[match.frame.entry], reality(scene, match, matches))
        if any(condition.covers(match.trigger.span) for condition in conditions):
            continue
        if cue is None or (cue.ahead and not looks_ahead(scene, match, cue)):
            continue
        content = cued_content(scene, match, cue, conditions)
        commitment = _commitment(scene, match, cue, content, reading) if content else None
        if commitment is not None and _is_hostile(match, cue, acts, cues):
            commitment = replace(commitment, kind="threat")
        if commitment is not None:
            yield commitment


def _meant(cue: Cue, real: Reality) -> Cue | None:
    """Return what a cue makes given whether it happened: who will agree has promised to."""
    if real.dropped or real.status == "denied":
        return None
    if real.status in ("occurred", "ongoing") or cue.kind not in ("agreement", "offer"):
        return cue
    if cue.kind == "agreement" and real.status == "planned":
        return replace(cue, kind="promise", status="promised")
    return None


def _is_hostile(match: Match, cue: Cue, acts: dict[int, str], cues: Cues) -> bool:
    """Tell whether what is promised is a hostile act: announcing an attack is a threat.

    To send troops may be help or threat: the report's own word ("drohte") decides.
    """
    heads = [i for slot in cue.content for i in filled(match.slots, slot)]
    types = [acts[head] for head in heads if head in acts]
    hostile = (act != "MOBILIZE" and cues.events.types[act].hostile for act in types)
    return cue.kind == "promise" and any(hostile)


def _commitment(
    scene: Scene, match: Match, cue: Cue, content: Span, reading: Reading
) -> Commitment | None:
    parties, counterparties = roles(scene, match)
    parties = tuple(key for key in parties if not _by_compound(scene, match, key))
    if parties and not counterparties:
        counterparties = asked_by_content(scene, match, cue, parties, reading)
    if not parties and not counterparties:
        return None
    voice = voice_of(scene, match, reading)
    speaker = voice.speaker if voice else None
    return Commitment(
        kind=cue.kind,
        parties=parties,
        counterparties=counterparties,
        content=content,
        condition=None,
        duration=None,
        deadline=None,
        status=cue.status,
        sentence=scene.sentence.span,
        why=match.frame.why,
        attributed_to=None if speaker in parties else speaker,
    )


def _by_compound(scene: Scene, match: Match, key: str) -> bool:
    """Tell whether a state is named by the first part of a compound only ("Syrien-Konferenz")."""
    words = [scene.sentence.tokens[i] for i in match.slots.get("subj", ())]
    named = {m.actor for t in words if (m := scene.cast.reading.mention_at(t)) is not None}
    return any("-" in t.text[1:] for t in words) and key.startswith("state:") and key not in named


def _demands(scene: Scene, reading: Reading, conditions: list[Span]) -> Iterator[Commitment]:
    """Yield the demands told as duties in somebody's words."""
    for duty in duties(scene, reading):
        content = modal_content(scene, duty.clause, conditions, reading)
        if content is not None:
            yield Commitment(
                kind="demand",
                parties=(duty.speaker,),
                counterparties=duty.asked,
                content=content,
                condition=None,
                duration=None,
                deadline=None,
                status=STATUS["demand"],
                sentence=scene.sentence.span,
                why=f"event_grammar: {duty.modal.text.lower()}",
            )


def _completed(
    commitment: Commitment,
    scene: Scene,
    reading: Reading,
    conditions: list[Span],
    after: Scene | None,
) -> Commitment:
    cues = reading.knowledge.view(build_condition_cues)
    condition = condition_of(cues, conditions, commitment.content, after)
    return replace(
        commitment,
        condition=condition,
        duration=duration_of(reading, scene, commitment.content, conditions),
        deadline=deadline_of(reading, scene),
    )
