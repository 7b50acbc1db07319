"""Cut the words of a content or a condition out of the sentence."""

from collections.abc import Iterable

from lagebild.findings.events.matching import Scene
from lagebild.spans import Span

EDGES = frozenset(',;.:!?–-„“”"»«›‹‚‘()')


def words_span(scene: Scene, indices: Iterable[int], whole: bool = False) -> Span | None:
    """Return the span from the first to the last word, without signs and "dass" at its ends.

    None where nothing is left; `whole` keeps a "dass".
    """
    found = sorted(indices)
    while found and _is_edge(scene, found[0], whole):
        found.pop(0)
    while found and scene.sentence.tokens[found[-1]].text in EDGES:
        found.pop()
    if not found:
        return None
    tokens = scene.sentence.tokens
    return Span(tokens[found[0]].span.start, tokens[found[-1]].span.end)


def _is_edge(scene: Scene, index: int, whole: bool) -> bool:
    word = scene.sentence.tokens[index].text
    return word in EDGES or (
        not whole and scene.lexicon.grammar.has("complementisers", word.lower())
    )
