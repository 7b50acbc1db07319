"""One article, with its findings marked in place; and the address of each finding."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row, select

from lagebild.case import schema
from lagebild.case.articles import article_record
from lagebild.case.lists import COMMITMENTS, EVENTS, STATEMENTS
from lagebild.case.records import ArticleRecord
from lagebild.case.reviews.reviewable import KINDS
from lagebild.case.rows import spans
from lagebild.spans import Span
from lagebild.web import links
from lagebild.web.pages import Page
from lagebild.web.problems import NotFound
from lagebild.web.reading import Mark, marks_of, paragraphs, part_with, parts_of
from lagebild.web.view import Looking, View

SHOWN = ("mention", "statement", "event", "commitment", "date", "place", "figure", "boilerplate")
UNNAMED = re.compile(r"[mdpf](\d{1,12})-\d{1,12}")
"""The anchor of a finding without an id: its letter, start and end."""
MOST_NAMED = 24
router = APIRouter()
api = APIRouter(tags=["articles"])


class Asked(BaseModel):
    """Which part of the text, and which kinds of findings are not marked."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    part: int = Field(default=1, ge=1, le=100_000)
    hide: str = Field(default="", max_length=200, pattern=r"^[a-z,]*$")
    cite: str = Field(default="", max_length=25, pattern=r"^(\d{1,12}-\d{1,12})?$")

    @property
    def cited(self) -> list[Mark]:
        """The words that an address points at, as a mark; none where it points at none."""
        start, _, end = self.cite.partition("-")
        return [Mark("cite", "cited", Span(int(start), int(end)))] if end else []

    @property
    def hidden(self) -> frozenset[str]:
        """The kinds that are not marked."""
        return frozenset(self.hide.split(","))


@router.get("/articles/{article_id}")
def article(view: Looking, article_id: str, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show one article."""
    row = _row(view, article_id)
    parts = parts_of(row.text)
    if asked.part > len(parts):
        raise NotFound(view.t("article.no_part", n=asked.part), view.t("article.see_first"))
    part = parts[asked.part - 1]
    within = Span(part.start, part.end)
    marks = marks_of(view.connection, row.number, within)
    dimmed = [Mark("", "boilerplate", span, False) for span in spans(row.boilerplate)]
    return view.page(
        "article.html",
        article=row,
        asked=asked,
        parts=parts,
        paragraphs=paragraphs(row.text, within, [*marks, *dimmed, *asked.cited]),
        notes=_notes(view, row.id, marks),
        names=view.names({m.what for m in marks if m.kind == "mention" and m.what}),
        named=_most_named(marks),
        kinds=[(kind, sum(m.kind == kind and m.first for m in marks)) for kind in SHOWN],
        reprints=_reprints(view, row),
    )


@router.get("/findings/{finding_id}")
def finding(view: Looking, finding_id: str) -> RedirectResponse:
    """Lead to the words of a finding, in the part of the article that holds them."""
    article_id, _, anchor = finding_id.partition("-")
    row = _row(view, article_id)
    part = part_with(parts_of(row.text), _start(view, finding_id, anchor))
    address = links.with_query(
        links.article(article_id), part=part.number if part.number > 1 else None
    )
    return RedirectResponse(f"{address}#{anchor}", 303)


@router.get("/articles/{article_id}/words/{start}-{end}")
def cited(
    view: Looking,
    article_id: str,
    start: Annotated[int, Path(ge=0, lt=10**12)],
    end: Annotated[int, Path(ge=0, lt=10**12)],
) -> RedirectResponse:
    """Lead to any words of an article."""
    row = _row(view, article_id)
    part = part_with(parts_of(row.text), start).number
    address = links.with_query(
        links.article(article_id), part=part if part > 1 else None, cite=f"{start}-{end}"
    )
    return RedirectResponse(f"{address}#cite", 303)


@api.get("/articles/{article_id}", summary="One article, with its text")
def article_json(view: Looking, article_id: str) -> ArticleRecord:
    """Return an article with its text; its findings are in the lists, by `?article=`."""
    return article_record(_row(view, article_id))


def _row(view: View, article_id: str) -> Row[Any]:
    t = schema.articles
    row = view.connection.execute(select(t).where(t.c.id == article_id)).one_or_none()
    if row is None:
        raise NotFound(view.t("article.unknown", id=article_id), view.t("article.see_list"))
    return row


def _start(view: View, finding_id: str, anchor: str) -> int:
    """Return where a finding begins, given by its id or, without one, by its words."""
    for kind in KINDS:
        how = KINDS[kind]
        first = how.table.c[how.anchor[0]]
        found = view.connection.scalar(select(first).where(how.table.c.id == finding_id))
        if found is not None:
            return int(found[0][0] if isinstance(found, list) else found)
    unnamed = UNNAMED.fullmatch(anchor)
    if unnamed is None:
        raise NotFound(view.t("article.no_finding", id=finding_id), view.t("article.read_anew"))
    return int(unnamed[1])


def _notes(view: View, article_id: str, marks: list[Mark]) -> list[tuple[str, str, Any]]:
    """Return kind, anchor and line of each statement, event and commitment, as they stand."""
    lines: dict[str, Any] = {}
    for kind, catalogue in (
        ("statement", STATEMENTS),
        ("event", EVENTS),
        ("commitment", COMMITMENTS),
    ):
        ids = [f"{article_id}-{m.anchor}" for m in marks if m.kind == kind and m.first]
        lines |= catalogue.lines(view.connection, ids) if ids else {}
    found = [(m.kind, m.anchor, lines.get(f"{article_id}-{m.anchor}")) for m in marks if m.first]
    return [(kind, anchor, line) for kind, anchor, line in found if line is not None]


def _most_named(marks: list[Mark]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for mark in marks:
        if mark.kind == "mention" and mark.what:
            counts[mark.what] = counts.get(mark.what, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]


def _reprints(view: View, row: Row[Any]) -> list[Row[Any]]:
    t = schema.articles.c
    same = row.duplicate_of or row.id
    query = select(t.id, t.title, t.outlet, t.published)
    query = query.where((t.duplicate_of == same) | (t.id == same), t.id != row.id)
    return list(view.connection.execute(query.order_by(t.published, t.id)))


PAGE = Page("article", "/articles", order=1000, router=router, api=api, shown=False)
