"""Headlines say in short what the text tells again: one commitment, not two."""

from lagebild.findings.finding import Commitment

LONGEST = 150
"""Code points of a first line that is taken for a headline."""


def headline_end(text: str) -> int:
    """Return where the headline ends, 0 without one."""
    end = text.find("\n")
    return end if 0 < end <= LONGEST and text[end:].strip() else 0


def without_headlines(found: list[Commitment], end: int) -> list[Commitment]:
    """Return the commitments without those of the headline that the text tells again.

    Args:
        found: The commitments of an article.
        end: Where its headline ends.
    """
    told = [c for c in found if c.sentence.start >= end]
    return [c for c in found if c.sentence.start >= end or not any(_again(c, o) for o in told)]


def _again(short: Commitment, full: Commitment) -> bool:
    """Tell whether both have one kind and a party or the counterparties in common."""
    if short.kind != full.kind:
        return False
    shared = set(short.parties) & set(full.parties)
    return bool(shared) or bool(set(short.counterparties) & set(full.counterparties))
