"""Choose among rival readings of a sentence all at once: the set that is best as a whole."""

from collections.abc import Callable, Sequence

from lagebild.findings.statements.draft import Draft

MOST = 12
"""So many rivals at most are compared in every combination; of more the surest are."""


def chosen(
    drafts: Sequence[tuple[Draft, float]], rival: Callable[[Draft, Draft], bool]
) -> list[Draft]:
    """Return the drafts of the best set in which no two are rivals.

    Each draft comes with its gain: how far its probability exceeds the least that is kept. The
    best set has the greatest sum of gains, so that two sure statements win over one that claims
    the words of both. Rivals of rivals are weighed together.
    """
    ordered = sorted(drafts, key=lambda pair: (-pair[1], pair[0].start, pair[0].why))
    kept: list[Draft] = []
    for group in _groups([draft for draft, _ in ordered], rival):
        best = _best([ordered[n] for n in group[:MOST]], rival)
        kept += [draft for draft, _ in best]
    return sorted(kept, key=lambda draft: (draft.start, -draft.end, draft.why))


def _groups(drafts: list[Draft], rival: Callable[[Draft, Draft], bool]) -> list[list[int]]:
    """Return the numbers of the drafts, in groups that rivalry joins."""
    groups: list[list[int]] = []
    for n, draft in enumerate(drafts):
        joined = [g for g in groups if any(rival(draft, drafts[k]) for k in g)]
        groups = [g for g in groups if g not in joined]
        groups.append(sorted([n, *(k for g in joined for k in g)]))
    return sorted(groups)


def _best(
    pairs: list[tuple[Draft, float]], rival: Callable[[Draft, Draft], bool]
) -> list[tuple[Draft, float]]:
    """Return the set without rivals that has the greatest sum of gains."""
    if not pairs:
        return []
    first, rest = pairs[0], pairs[1:]
    free = [pair for pair in rest if not rival(first[0], pair[0])]
    with_first = [first, *_best(free, rival)]
    if len(free) == len(rest):
        return with_first
    without = _best(rest, rival)
    return with_first if _sum(with_first) >= _sum(without) else without


def _sum(pairs: list[tuple[Draft, float]]) -> float:
    return sum(gain for _, gain in pairs)
