"""The findings of an article as marks on its text, each with its anchor and its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Table, select

from lagebild.case import schema
from lagebild.case.resolution import resolved
from lagebild.case.rows import spans
from lagebild.spans import Span

Kind = Literal[
    "mention", "statement", "event", "commitment", "condition", "date", "place", "figure",
    "boilerplate", "cited",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the article that a finding rests on.

    Attributes:
        anchor: The finding's name on the page: `e3`, or `m120-126` where it has no id.
        kind: What it is; several marks may belong to one anchor.
        span: The words.
        first: Whether this is where the anchor's address leads.
        what: The actor's key, the date's value, the place's name, the figure's value.
        detail: The form, type, country or unit that goes with it.
        why: The rule or model it rests on.
        confidence: From 0 to 1, None where it is not measured.
    """

    anchor: str
    kind: Kind
    span: Span
    first: bool = True
    what: str | None = None
    detail: str = ""
    why: str = ""
    confidence: float | None = None


def marks_of(connection: Connection, number: int, within: Span) -> list[Mark]:
    """Return the marks of the article with this number that reach into `within`, as they stand."""
    found = [
        *_mentions(connection, number),
        *_statements(connection, number),
        *_events(connection, number),
        *_commitments(connection, number),
        *_small(connection, number),
    ]
    inside = [m for m in found if m.span.start < within.end and m.span.end > within.start]
    return sorted(inside, key=lambda m: (m.span.start, -m.span.end, KINDS.index(m.kind), m.anchor))


def _rows(connection: Connection, table: Table, number: int, *more: Any) -> list[Any]:
    return list(connection.execute(select(table, *more).where(table.c.article == number)))


def _anchor(letter: str, span: Span) -> str:
    return f"{letter}{span.start}-{span.end}"


def _own(finding_id: str) -> str:
    return finding_id.partition("-")[2]


def _called(row: Any, letter: str) -> str:
    """Return the anchor of a finding that has an id only where a person reviewed it."""
    return _own(row.id) if row.id else _anchor(letter, Span(row.start, row.end))


def _mentions(connection: Connection, number: int) -> Iterator[Mark]:
    t = schema.mentions
    key = resolved(connection, t.c.actor, t.c.article).label("key")
    for row in _rows(connection, t, number, key):
        if row.key is not None:
            span = Span(row.start, row.end)
            yield Mark(_anchor("m", span), "mention", span, True, row.key, row.form, row.why)


def _statements(connection: Connection, number: int) -> Iterator[Mark]:
    for row in _rows(connection, schema.statements, number):
        for n, span in enumerate(spans(row.quote)):
            yield Mark(
                _own(row.id), "statement", span, n == 0, None, row.kind, row.why, row.confidence
            )


def _events(connection: Connection, number: int) -> Iterator[Mark]:
    for row in _rows(connection, schema.events, number):
        span = Span(row.trigger_start, row.trigger_end)
        yield Mark(_own(row.id), "event", span, True, row.type, row.status, row.why, row.confidence)


def _commitments(connection: Connection, number: int) -> Iterator[Mark]:
    for row in _rows(connection, schema.commitments, number):
        span = Span(row.content_start, row.content_end)
        yield Mark(_own(row.id), "commitment", span, True, row.kind, row.status, row.why)
        if row.condition_start is not None:
            condition = Span(row.condition_start, row.condition_end)
            yield Mark(_own(row.id), "condition", condition, False, row.kind, row.status, row.why)


def _small(connection: Connection, number: int) -> Iterator[Mark]:
    for row in _rows(connection, schema.dates, number):
        span = Span(row.start, row.end)
        yield Mark(_called(row, "d"), "date", span, True, row.value, row.type, row.why)
    for row in _rows(connection, schema.places, number):
        span = Span(row.start, row.end)
        yield Mark(_called(row, "p"), "place", span, True, row.name, row.country or "", row.why)
    for row in _rows(connection, schema.figures, number):
        span = Span(row.start, row.end)
        value = f"{row.value:.10g} {row.counted}"
        yield Mark(_called(row, "f"), "figure", span, True, value, row.qualifier, row.why)
