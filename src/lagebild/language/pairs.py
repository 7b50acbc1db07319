"""Hang quotation marks on the head of what they enclose, as Universal Dependencies asks.

German treebanks hang them in many ways, so a network cannot learn the rule from them
(universaldependencies.org/u/dep/punct: paired marks go to the head of the phrase between them).
"""

from collections.abc import Iterator, Sequence

PARTNERS = {
    "„": '“”"',
    "‚": "‘’'",
    "“": "”",
    "‘": "’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "``": ("''",),
    '"': '"',
}
"""For each opening mark the marks that may close it."""

MARKS = frozenset(PARTNERS) | frozenset("”’") | {"''"}


def pairs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of an opening mark and its closing one, inner pairs first."""
    waiting: list[int] = []
    for place, word in enumerate(words):
        if word not in MARKS:
            continue
        if waiting and word in PARTNERS[words[waiting[-1]]]:
            yield waiting.pop(), place
        elif word in PARTNERS:
            waiting.append(place)


def hang_pairs(words: Sequence[str], heads: list[int], deprels: Sequence[str]) -> None:
    """Change the heads of paired quotation marks in place.

    Args:
        words: A sentence.
        heads: 1-based heads of its words, 0 for the root; a tree, and one afterwards.
        deprels: Relations; only marks that are `punct` and head nothing are moved.
    """
    if MARKS.isdisjoint(words):
        return
    heading = set(heads)
    for opening, closing in pairs(words):
        inside = range(opening + 2, closing + 1)
        tops = [w for w in inside if deprels[w - 1] != "punct" and heads[w - 1] not in inside]
        if tops:
            top = min(tops, key=lambda word: depth(heads, word))
            for mark in (opening, closing):
                if deprels[mark] == "punct" and mark + 1 not in heading:
                    heads[mark] = top


def depth(heads: Sequence[int], word: int) -> int:
    """Number of arcs from a word up to the root."""
    steps = 0
    while heads[word - 1]:
        word = heads[word - 1]
        steps += 1
    return steps
