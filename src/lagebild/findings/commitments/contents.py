"""Cut what is committed out of its sentence: without who is bound, the verb's helper, conditions.

"Sollte der Zoll fallen, werde Ghana die Grenze öffnen" commits to "die Grenze öffnen".
"""

from collections.abc import Iterable

from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.spans import words_span
from lagebild.findings.events.clause import Clause, filled
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.reading import Reading
from lagebild.spans import Span

SIGNS = frozenset({",", ";", ":", ".", "!", "?", "–", "—"})
LINKS = frozenset({"aber", "jedoch", "allerdings", "hingegen", "dagegen"})


def cued_content(scene: Scene, match: Match, cue: Cue, conditions: Iterable[Span]) -> Span | None:
    """Return the words that a cue's slots give, the cue itself where it says so alone.

    Args:
        scene: The sentence.
        match: The cue's word with its slots.
        cue: What it makes, with the slots of its content in order.
        conditions: The conditions of the sentence; none of them is content.
    """
    found = list(conditions)
    for slot in cue.content:
        for head in filled(match.slots, slot)[:1]:
            span = _of_head(scene, head, slot)
            span = _without(scene, span, found) if span is not None else None
            if span is not None:
                return span
    return match.token.span


def modal_content(
    scene: Scene, clause: Clause, conditions: Iterable[Span], reading: Reading
) -> Span | None:
    """Return what the subject of a modal verb is going to do or has to do."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    words = set(sentence.subtree(clause.verb)) - set(clause.auxiliaries)
    for other in sentence.children[clause.verb]:
        if relation(tokens[other]) in ("conj", "parataxis") and _is_clause(scene, other):
            words -= set(sentence.subtree(other))
    if not clause.passive:
        for subject in clause.slots.get("subj", ()):
            words -= set(sentence.subtree(subject)) - {clause.verb}
    helper = min(clause.auxiliaries, default=-1)
    behind = {i for i in words if i > helper}
    if clause.verb in behind and not clause.passive:
        words = behind
    words -= {i for i in words if tokens[i].text.lower() in LINKS}
    span = words_span(scene, [i for i in words if relation(tokens[i]) != "cc"])
    span = _quoted(scene, clause, span, reading) if span is not None else None
    return _without(scene, span, list(conditions)) if span is not None else None


def _is_clause(scene: Scene, index: int) -> bool:
    """Tell whether a coordinated verb is a clause of its own, with its own subject or helper."""
    words = [scene.sentence.tokens[i] for i in (index, *scene.sentence.children[index])]
    return any(t.xpos in ("VMFIN", "VAFIN", "VVFIN") for t in words)


def _of_head(scene: Scene, head: int, slot: str) -> Span | None:
    """Return the phrase or clause of a head; a clause with "dass" from there to its sign.

    A phrase begins behind the preposition that the slot is named after.
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    words = sentence.subtree(head)
    if relation(tokens[head]) == "acl" and any(tokens[i].xpos == "PRELS" for i in words):
        return None
    that = _that(scene, head)
    if that is not None:
        end = next((t.index for t in tokens[head:] if t.text in SIGNS), len(tokens))
        words = tuple(range(that, max(end, max(words) + 1)))
    elif tokens[words[0]].text.lower() == slot:
        words = words[1:]
    return words_span(scene, words)


def _that(scene: Scene, head: int) -> int | None:
    """Return the "dass" before a verb with only words between them, None without one."""
    grammar = scene.lexicon.grammar
    for token in reversed(scene.sentence.tokens[:head]):
        if grammar.has("complementisers", token.text.lower()):
            return token.index
        if token.text in SIGNS and head in scene.clauses:
            return None
    return None


def _quoted(scene: Scene, clause: Clause, span: Span, reading: Reading) -> Span | None:
    """Return the part of a span that lies in the words of whoever says so."""
    verb = scene.sentence.tokens[clause.verb].span
    voice = reading.voice_at(verb)
    quotes = [q for q in voice.quote if q.covers(verb)] if voice else []
    if not quotes:
        return span
    start, end = max(span.start, quotes[0].start), min(span.end, quotes[0].end)
    words = [t.index for t in scene.sentence.tokens if start <= t.span.start and t.span.end <= end]
    return words_span(scene, words)


def _without(scene: Scene, span: Span, conditions: list[Span]) -> Span | None:
    """Return a span without conditions at its ends, None where nothing is left."""
    start, end = span.start, span.end
    for condition in conditions:
        if condition.start <= start < condition.end:
            start = condition.end
        if condition.start < end <= condition.end or condition.end == end:
            end = condition.start
    words = [t.index for t in scene.sentence.tokens if start <= t.span.start and t.span.end <= end]
    return words_span(scene, _behind_helper(scene, words) if start > span.start else words)


def _behind_helper(scene: Scene, words: list[int]) -> list[int]:
    """Return what follows ", werde er", with which a sentence goes on behind a condition."""
    tokens = scene.sentence.tokens
    helpers = ("VAFIN", "VMFIN", "PPER")
    while words and (tokens[words[0]].text in SIGNS or tokens[words[0]].xpos in helpers):
        words = words[1:]
    return words
