"""Make a commitment as it stands before its condition, duration and deadline are read."""

from lagebild.findings.commitments.cues import STATUS
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment, CommitmentKind
from lagebild.spans import Span

Parties = tuple[tuple[str, ...], tuple[str, ...]]
"""The actors bound, and those to whom."""


def made(
    scene: Scene, kind: CommitmentKind, parties: Parties, content: Span, why: str
) -> Commitment:
    """Return a commitment of a sentence with the status that its kind has when first told."""
    bound, others = parties
    return Commitment(
        kind=kind,
        parties=bound,
        counterparties=others,
        content=content,
        condition=None,
        duration=None,
        deadline=None,
        status=STATUS[kind],
        sentence=scene.sentence.span,
        why=why,
    )
