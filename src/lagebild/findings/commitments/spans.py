"""Cut the words of a content or a condition out of the sentence."""

from collections.abc import Iterable

from lagebild.findings.events.matching import Scene
from lagebild.findings.reading import Reading
from lagebild.spans import Span

SIGNS = frozenset({",", ";", ":", ".", "!", "?", "–", "—"})
HELPERS = ("VAFIN", "VMFIN")
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


def without(scene: Scene, span: Span, conditions: list[Span]) -> Span | None:
    """Return a span without conditions at its ends, None where nothing is left."""
    start, end = span.start, span.end
    for condition in conditions:
        if condition.start <= start < condition.end:
            start = condition.end
        if condition.start < end <= condition.end or condition.end == end:
            end = condition.start
    words = [t.index for t in scene.sentence.tokens if start <= t.span.start and t.span.end <= end]
    words = _behind_helper(scene, words) if start > span.start else words
    return words_span(scene, _before_helper(scene, words) if end < span.end else words)


def _before_helper(scene: Scene, words: list[int]) -> list[int]:
    """Return what stands before "würde" at the end of a clause, in front of a condition."""
    tokens = scene.sentence.tokens
    while words and (tokens[words[-1]].text in SIGNS or tokens[words[-1]].xpos in HELPERS):
        words = words[:-1]
    return words


def _behind_helper(scene: Scene, words: list[int]) -> list[int]:
    """Return what follows ", werde er", with which a sentence goes on behind a condition."""
    tokens = scene.sentence.tokens
    helpers = (*HELPERS, "PPER")
    while words and (tokens[words[0]].text in SIGNS or tokens[words[0]].xpos in helpers):
        words = words[1:]
    return words


def actors_in(reading: Reading, span: Span) -> list[str]:
    """Return the actors mentioned in a span, in order, each once."""
    named = sorted((m.span, m.actor) for m in reading.mentions if span.covers(m.span))
    return list(dict.fromkeys(actor for _, actor in named))
