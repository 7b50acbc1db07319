"""What waits for a person's review, least certain first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Float,
    Label,
    Select,
    Subquery,
    func,
    literal,
    select,
    union_all,
)

from lagebild.case import schema
from lagebild.case.reviews.reviewable import KINDS, FindingKind, finding_id

A = schema.articles.c
UNSURE = 0.5
"""What counts as the confidence of a finding that another coder rejected."""
FIRST = slice(0, 20)
READ_WHOLLY: tuple[FindingKind, ...] = ("event", "statement", "commitment")
"""The kinds that must be reviewed for an article to be gold."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding that a person has not reviewed yet."""

    finding: str
    kind: FindingKind
    article: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of what waits, and how much there is in all."""

    total: int
    page: tuple[Waiting, ...]


def waiting(
    connection: Connection,
    by: str,
    kinds: tuple[FindingKind, ...] = tuple(KINDS),
    article: str | None = None,
    part: slice = FIRST,
) -> Queue:
    """Return what `by` has not reviewed, least certain first; reprints are left out.

    Args:
        connection: A transaction.
        by: The coder. What others reviewed still waits for this one.
        kinds: Kinds of findings.
        article: Only in the article with this id; there in order of the text.
        part: Which of them, counted from 0.
    """
    selects = [one for kind in kinds for one in _parts(kind, by, article)]
    numbers = [select(func.count()).select_from(one.subquery()) for one in selects]
    total = sum(connection.scalar(number) or 0 for number in numbers)
    first = [_first(one, article, part.stop) for one in selects]
    every = union_all(*(select(one) for one in first)).subquery()
    rows = connection.execute(
        select(every)
        .order_by(*(every.c[name] for name in _order(article)))
        .limit(part.stop - part.start)
        .offset(part.start)
    )
    page = tuple(Waiting(r.finding, r.kind, r.article, r.confidence) for r in rows)
    return Queue(total, page)


def _order(article: str | None) -> tuple[str, ...]:
    return ("start", "finding") if article else ("confidence", "number", "start", "finding")


def _first(one: Select[Any], article: str | None, most: int) -> Subquery:
    """Return the first findings of a part; a kind that is as sure throughout needs no sorting."""
    columns = one.selected_columns
    wanted = [columns[name] for name in _order(article)]
    sorts = [c for c in wanted if not isinstance(c, Label) or not _is_fixed(c.element)]
    return one.order_by(*sorts).limit(most).subquery()


def _is_fixed(element: object) -> bool:
    return isinstance(element, BindParameter)


def _parts(kind: FindingKind, by: str, article: str | None) -> list[Select[Any]]:
    """Select what stands in the table, and what another coder rejected."""
    how = KINDS[kind]
    t, r, said = how.table.c, schema.reviewed_findings.c, schema.reviews.c
    unsure = t.confidence if "confidence" in t else literal(how.sure)
    own = select(said.finding).where(
        said.made_by == by, said.undone_at.is_(None), said.finding.is_not(None)
    )
    standing = _select(kind, finding_id(kind), unsure, _start(kind)).join(
        how.table, t.article == A.number
    )
    unread = t.id.is_(None) | t.id.not_in(own) if how.letter else t.id.not_in(own)
    rejected = _select(kind, r.finding, literal(UNSURE, Float), literal(0)).join(
        schema.reviewed_findings, r.article == A.number
    )
    gone = ~select(t.id).where(t.id == r.finding).correlate(schema.reviewed_findings).exists()
    wanted = (A.id == article) if article else A.duplicate_of.is_(None)
    return [
        standing.where(unread, wanted),
        rejected.where(r.kind == kind, r.read.is_not(None), gone, r.finding.not_in(own), wanted),
    ]


def _start(kind: FindingKind) -> ColumnElement[Any]:
    """Return where a finding begins: its first words, of a quote of several parts too."""
    t, anchor = KINDS[kind].table.c, KINDS[kind].anchor
    return t[anchor[0]] if len(anchor) == 2 else func.json_extract(t[anchor[0]], "$[0][0]")


def _select(
    kind: FindingKind, finding: ColumnElement[Any], sure: Any, start: ColumnElement[Any]
) -> Select[Any]:
    return select(
        finding.label("finding"),
        literal(kind).label("kind"),
        A.id.label("article"),
        A.number.label("number"),
        sure.label("confidence"),
        start.label("start"),
    ).select_from(schema.articles)


def complete_articles(
    connection: Connection, kinds: Iterable[FindingKind] = READ_WHOLLY
) -> set[str]:
    """Return the ids of the articles in which every finding of `kinds` was reviewed by somebody."""
    r = schema.reviews.c
    looked_at = set(connection.scalars(select(r.article).where(r.undone_at.is_(None))))
    done = select(r.finding).where(r.undone_at.is_(None), r.finding.is_not(None))
    for kind in kinds:
        t = KINDS[kind].table.c
        open_ones = (
            select(A.id)
            .join(KINDS[kind].table, t.article == A.number)
            .where(A.id.in_(looked_at), t.id.is_(None) | t.id.not_in(done))
        )
        looked_at -= set(connection.scalars(open_ones))
    return looked_at
