"""Whom a commitment concerns where its own sentence does not say: who asked, or must fulfil."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.findings.commitments.spans import actors_in
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading

NEAR = 800
"""Code points back to the demand or offer that a refusal answers."""

BESIDE = 200
"""Code points between a demand and a refusal that answers it, whatever its words are."""

STEM = 5
"""Letters in which two words for one thing agree."""


def with_replies(found: list[Commitment], reading: Reading) -> Iterator[Commitment]:
    """Yield commitments in order of the text, refusals with whoever asked before.

    A threat that hangs on a condition is meant for who acts in that.
    """
    asked: list[Commitment] = []
    for commitment in sorted(found, key=lambda c: (c.content, c.kind)):
        done = commitment
        if not commitment.counterparties:
            others = _asking(commitment, asked, reading) or _under_condition(commitment, reading)
            others = others or _pressed(commitment, asked) or _threatened(commitment, reading)
            done = replace(commitment, counterparties=others)
        if done.kind in ("demand", "offer"):
            asked.append(done)
        yield done


def _asking(commitment: Commitment, asked: list[Commitment], reading: Reading) -> tuple[str, ...]:
    """Return who made the last demand or offer before a refusal, if not the one who refuses.

    Further back than a sentence or two, both have to speak of one thing.
    """
    if commitment.kind != "refusal":
        return ()
    for earlier in reversed(asked):
        near = commitment.content.start - earlier.content.start <= NEAR
        near = near and _is_same_matter(commitment, earlier, reading)
        if near and earlier.parties and not set(earlier.parties) & set(commitment.parties):
            return earlier.parties
    return ()


def _is_same_matter(refusal: Commitment, earlier: Commitment, reading: Reading) -> bool:
    text = reading.article.text
    if refusal.sentence.start - earlier.sentence.end <= BESIDE:
        return True
    words = [
        {w[:STEM].lower() for w in c.content.of(text).split() if len(w) > STEM}
        for c in (refusal, earlier)
    ]
    return bool(words[0] & words[1])


def _pressed(commitment: Commitment, asked: list[Commitment]) -> tuple[str, ...]:
    """Return of whom somebody demands what he adds a threat to, in the same sentence."""
    if commitment.kind != "threat":
        return ()
    for earlier in reversed(asked):
        same = earlier.sentence == commitment.sentence and earlier.parties == commitment.parties
        if same and earlier.kind == "demand":
            return earlier.counterparties
    return ()


def _threatened(commitment: Commitment, reading: Reading) -> tuple[str, ...]:
    """Return whom the same party threatens in the event that its sentence tells."""
    if commitment.kind != "threat":
        return ()
    for event in reading.events:
        here = event.type == "THREATEN" and commitment.sentence.covers(event.trigger)
        if here and set(event.sources) & set(commitment.parties):
            return tuple(key for key in event.targets if key not in commitment.parties)
    return ()


def _under_condition(commitment: Commitment, reading: Reading) -> tuple[str, ...]:
    """Return the first actor named in the condition of a threat."""
    if commitment.condition is None or commitment.kind != "threat":
        return ()
    named = actors_in(reading, commitment.condition)
    return tuple(key for key in named if key not in commitment.parties)[:1]
