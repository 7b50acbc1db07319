"""The words of an event's clause, the dates and places among them, and by whose account."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Date, Place, Statement
from lagebild.findings.reading import Reading
from lagebild.spans import Span

Found = TypeVar("Found", Date, Place)


def clause_words(scene: Scene, index: int) -> frozenset[int]:
    """Return the words of the clause that a word stands in, without those of clauses below."""
    tokens = scene.sentence.tokens
    top = index
    while (
        tokens[top].head >= 0
        and top not in scene.clauses
        and relation(tokens[top]) not in ("ccomp", "advcl", "acl", "parataxis", "csubj")
    ):
        top = tokens[top].head
    return frozenset(i for i in scene.sentence.subtree(top) if not _below_other(scene, i, top))


def in_clause(scene: Scene, index: int, found: Sequence[Found]) -> list[Found]:
    """Return the dates or places that stand in the clause of a word; `found` is in order."""
    words = clause_words(scene, index)
    tokens = scene.sentence.tokens
    return [
        one
        for one in inside(found, scene.sentence.span)
        if any(tokens[i].span.overlaps(one.span) for i in words)
    ]


def _below_other(scene: Scene, index: int, top: int) -> bool:
    while index != top and index >= 0:
        if index in scene.clauses:
            return True
        index = scene.sentence.tokens[index].head
    return False


def inside(found: Sequence[Found], span: Span) -> list[Found]:
    """Return the dates or places within a span; `found` is in order of the text."""
    first = bisect_left(found, span.start, key=lambda f: f.span.start)
    last = bisect_left(found, span.end, key=lambda f: f.span.start)
    return [f for f in found[first:last] if f.span.end <= span.end]


@dataclass(frozen=True, slots=True)
class Voice:
    """By whose account the report tells something: an actor, or unnamed (`speaker` None)."""

    speaker: str | None
    statement: Statement | None = None


def voice_of(scene: Scene, match: Match, reading: Reading) -> Voice | None:
    """Return whose account an event rests on, None where the report itself tells it."""
    statement = reading.voice_at(match.trigger.span)
    if statement is not None and statement.kind != "reported":
        return Voice(statement.speaker, statement)
    return None
