"""The list of figures: numbers that count something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from lagebild.case import schema
from lagebild.case.filter import A, Filter, in_articles
from lagebild.case.lists.catalogue import Catalogue
from lagebild.case.lists.conditions import is_actor, says, span_of, with_articles
from lagebild.case.lists.heads import heads, names, words_of
from lagebild.case.resolution import resolved
from lagebild.case.reviews.reviewable import finding_id
from lagebild.case.search import stems

T = schema.figures
ID = finding_id("figure")
ROW: ColumnElement[int] = literal_column("figures.rowid")
"""Figures have no id of their own in the table, unless a person reviewed them."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure; `words` is the number in the text, `sentence` the sentence that tells it.

    `event` is the id of the event it belongs to, `attributed_to` who is cited for it.
    """

    id: str
    article: str
    title: str | None
    published: str | None
    outlet: str | None
    value: float
    qualifier: str
    counted: str
    event: str | None
    attributed_to: str | None
    attributed_name: str | None
    words: str
    span: tuple[int, int]
    sentence: str
    why: str


def _chosen(connection: Connection, where: Filter, query: Select[Any]) -> Select[Any]:
    query = with_articles(query, T).where(*in_articles(where))
    if where.actor:
        query = query.where(is_actor(connection, where.actor, T.c.attributed_to, T.c.article))
    if where.type:
        query = query.where(T.c.qualifier == where.type)
    if where.counted:
        query = query.where(func.says(T.c.counted, " ".join(stems(where.counted))) == 1)
    if where.words:
        query = query.where(*says(where.words, span_of(T.c.sentence_start, T.c.sentence_end)))
    return query


def _lines(connection: Connection, rows: Sequence[int]) -> dict[int, FigureLine]:
    says_so = resolved(connection, T.c.attributed_to, T.c.article).label("says_so")
    query = select(T, ROW.label("row"), ID.label("called"), says_so)
    query = query.join(schema.articles, T.c.article == A.number).where(ROW.in_(rows))
    found = connection.execute(query).all()
    known = names(connection, [row.says_so for row in found])
    articles = heads(connection, [row.article for row in found])
    return {row.row: _line(row, articles[row.article], known) for row in found}


def _line(row: Any, head: Any, known: dict[str, str]) -> FigureLine:
    return FigureLine(
        row.called,
        head.id,
        head.title,
        head.published,
        head.outlet,
        row.value,
        row.qualifier,
        row.counted,
        row.event,
        row.says_so,
        known.get(row.says_so or ""),
        words_of(head.text, row.start, row.end) or "",
        (row.start, row.end),
        words_of(head.text, row.sentence_start, row.sentence_end) or "",
        row.why,
    )


FIGURES = Catalogue(
    id=ROW,
    chosen=_chosen,
    orders={
        "date": (A.published,),
        "value": (T.c.value,),
        "counted": (func.lower(T.c.counted), T.c.value),
    },
    lines=_lines,
    last=(A.number, T.c.start),
)
