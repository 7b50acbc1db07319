"""Find the commitments of an article: cues with their content, announced acts, reported duties."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.findings.commitments.assured import assured
from lagebild.findings.commitments.conditions import (
    build_condition_cues,
    condition_of,
    conditions_in,
)
from lagebild.findings.commitments.contents import cued_content
from lagebild.findings.commitments.cues import STATUS, Cue, Cues, build_cues
from lagebild.findings.commitments.declared import declared
from lagebild.findings.commitments.declined import declined
from lagebild.findings.commitments.demands import demands
from lagebild.findings.commitments.headlines import headline_end, without_headlines
from lagebild.findings.commitments.intentions import intentions
from lagebild.findings.commitments.kinds import acts_of, cued_kind
from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.meant import meant
from lagebild.findings.commitments.mending import mend_slots
from lagebild.findings.commitments.obligations import obligations
from lagebild.findings.commitments.parties import parties_of
from lagebild.findings.commitments.replies import with_replies
from lagebild.findings.commitments.rulings import as_ruling
from lagebild.findings.commitments.terms import deadline_of, duration_of, looks_ahead, planned_day
from lagebild.findings.events.circumstances import voice_of
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.roles import Cast
from lagebild.findings.finding import Commitment, CommitmentKind
from lagebild.findings.reading import Reading
from lagebild.spans import Span


def find_commitments(reading: Reading) -> tuple[Commitment, ...]:
    """Return the commitments of an article in order of the text.

    What a headline says in short is left to the sentence that tells it again.
    """
    cues = reading.knowledge.view(build_cues)
    cast = Cast(reading)
    scenes = [Scene.read(sentence, cues.lexicon, cast) for sentence in reading.sentences]
    for scene in scenes:
        mend_slots(scene)
    found: list[Commitment] = []
    for scene, after in zip(scenes, (*scenes[1:], None), strict=False):
        found += _in_scene(scene, cues, reading, after)
    kept = without_headlines(found, headline_end(reading.article.text))
    return tuple(with_replies(kept, reading))


def _in_scene(
    scene: Scene, cues: Cues, reading: Reading, after: Scene | None
) -> Iterator[Commitment]:
    known = reading.knowledge.view(build_condition_cues)
    conditions = conditions_in(known, scene)
    acts = acts_of(scene, cues)
    taken: set[Span] = set()
    for commitment in _cued(scene, cues, acts, conditions):
        taken.add(commitment.content)
        yield _completed(commitment, scene, reading, conditions, after)
    others = (
        *intentions(scene, cues, acts, conditions),
        *declared(scene, cues, acts, conditions),
        *demands(scene, reading, conditions),
        *declined(scene, reading, conditions),
        *obligations(scene, reading, conditions),
    )
    free = [c for c in others if not any(span.overlaps(c.content) for span in taken)]
    taken |= {c.content for c in free}
    for c in assured(scene, cues, acts, conditions):
        free += [] if any(span.overlaps(c.content) for span in taken) else [c]
    for commitment in free:
        yield _completed(commitment, scene, reading, conditions, after)


def _cued(
    scene: Scene, cues: Cues, acts: dict[int, str], conditions: list[Span]
) -> Iterator[Commitment]:
    matches, reading = scene.matches(), scene.cast.reading
    for index in sorted(matches):
        match = matches[index]
        if any(condition.covers(match.trigger.span) for condition in conditions):
            continue
        entry = cues.by_entry[match.frame.entry]
        cue = meant(scene, match, entry, matches, reading, bool(conditions))
        if cue is None or (cue.ahead and not looks_ahead(scene, match, cue)):
            continue
        content = cued_content(scene, match, cue, conditions)
        commitment = _commitment(scene, match, cue, content, reading) if content else None
        if commitment is not None:
            kind = cued_kind(scene, match, cue, acts, cues)
            yield as_ruling(scene, _of_kind(commitment, kind), reading)


def _of_kind(commitment: Commitment, kind: CommitmentKind) -> Commitment:
    """Return a commitment as one of a kind, with that kind's status where it was another."""
    if kind == commitment.kind:
        return commitment
    return replace(commitment, kind=kind, status=STATUS[kind])


def _commitment(
    scene: Scene, match: Match, cue: Cue, content: Span, reading: Reading
) -> Commitment | None:
    parties = parties_of(scene, match, cue, reading)
    if parties is None:
        return None
    voice = voice_of(scene, match, reading)
    speaker = voice.speaker if voice else None
    new = made(scene, cue.kind, parties, content, match.frame.why)
    quoted = None if speaker in parties[0] else speaker
    return replace(new, status=cue.status, attributed_to=quoted)


def _completed(
    commitment: Commitment,
    scene: Scene,
    reading: Reading,
    conditions: list[Span],
    after: Scene | None,
) -> Commitment:
    cues = reading.knowledge.view(build_condition_cues)
    condition = condition_of(cues, conditions, commitment.content, scene, after)
    return replace(
        commitment,
        condition=condition,
        duration=duration_of(reading, scene, commitment.content, conditions),
        deadline=deadline_of(reading, scene, commitment.content)
        or _day(commitment, scene, reading),
    )


def _day(commitment: Commitment, scene: Scene, reading: Reading) -> str | None:
    """Return the day to come on which something is to be done, where it is not yet done."""
    done = commitment.kind in ("agreement", "refusal")
    return None if done else planned_day(reading, scene, commitment.content)
