"""Prüfen: a person's review of findings, one after the other, least certain first."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from lagebild.case import schema
from lagebild.case.reviews import (
    Agreement,
    Checked,
    FindingKind,
    Review,
    Waiting,
    add,
    agreement,
    as_read,
    checked,
    review,
    reviews,
    undo_review,
    waiting,
)
from lagebild.case.reviews.reviewable import KINDS, Stored
from lagebild.errors import WrongUse
from lagebild.spans import Span
from lagebild.web import judging, links
from lagebild.web.asked import Optional, Text
from lagebild.web.pages import Page
from lagebild.web.problems import NotFound
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

AROUND = 500
"""Characters of the article shown before and after a finding."""
MOST_TEXT = 200_000
"""Characters of an article shown for adding to it."""
MOST_LOGGED = 500
LARGEST = 2**63 - 1
router = APIRouter()
api = APIRouter(tags=["review"])


class Asked(BaseModel):
    """What to review: a kind, an article, how many to skip."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Annotated[FindingKind | None, Optional] = Field(default=None, description="Kind.")
    article: Text = Field(default=None, description="Id of an article; in order of its text.")
    skip: int = Field(default=0, ge=0, le=1_000_000, description="How many to leave for later.")

    def address(self, **changed: Any) -> str:
        """Return the page's address with something changed."""
        return links.with_query("/review", **(self.model_dump(exclude_none=True) | changed))

    def part(self, length: int) -> slice:
        """Return which of those that wait are asked for."""
        return slice(self.skip, self.skip + length)


class ReviewAnswer(BaseModel):
    """What waits for the coder, and how the reviewed findings were judged."""

    coder: str
    total: int
    waiting: list[Waiting]
    checked: list[Checked]


class Coders(BaseModel):
    """Two coders to compare; by default the two who reviewed most."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: Text = Field(default=None, description="A coder's name.")
    other: Text = Field(default=None, description="Another coder's name.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an article's text: the words of the finding, its sentence, or around."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages show of an article."""

    id: str
    title: str | None
    uri: str
    text: str
    published: str | None
    outlet: str | None


@router.get("/review")
def queue(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the finding that is next in turn."""
    kinds = (asked.kind,) if asked.kind else tuple(KINDS)
    found = waiting(view.connection, view.coder, kinds, asked.article, asked.part(1))
    mine = _by(view, view.coder)
    shown = _shown(view, found.page[0]) if found.page else {}
    return view.page(
        "review.html",
        asked=asked,
        total=found.total,
        kinds=tuple(KINDS),
        last=mine[-1] if mine else None,
        done=len(mine),
        suggestions=suggestions(view),
        **shown,
    )


@api.get("/review", summary="What waits for review, least certain first")
def queue_json(view: Looking, asked: Annotated[Asked, Query()]) -> ReviewAnswer:
    """Return the next findings that the coder has not reviewed."""
    kinds = (asked.kind,) if asked.kind else tuple(KINDS)
    found = waiting(view.connection, view.coder, kinds, asked.article, asked.part(20))
    judged = checked(view.connection)
    return ReviewAnswer(
        coder=view.coder, total=found.total, waiting=list(found.page), checked=judged
    )


@router.post("/review/judge/{finding}")
def judge(view: Looking, finding: str, form: Annotated[judging.Form, Form()]) -> RedirectResponse:
    """Accept, correct or reject a finding."""
    try:
        kind, article, stored = as_read(view.connection, finding)
    except WrongUse as error:
        raise NotFound(error.problem, error.remedy) from error
    changed: dict[str, Any] = {}
    verdict = form.verdict
    if verdict == "correct":
        changed = judging.changes(view, kind, stored, _article(view, article).text, form)
        verdict = "correct" if changed else "accept"
    view.let_go()
    with view.case.writing() as connection:
        review(connection, finding, verdict, view.coder, changed)
    view.changed()
    return RedirectResponse(links.local(form.back), 303)


@router.get("/review/add")
def adding(view: Looking, article: str, kind: FindingKind = "event") -> HTMLResponse:
    """Show an article and a form for what the reading missed in it."""
    shown = _article(view, article)
    return view.page(
        "review_add.html",
        article=shown,
        text=shown.text[:MOST_TEXT],
        kind=kind,
        kinds=tuple(KINDS),
        inputs=judging.inputs(view, kind, _nothing(kind), shown.text),
        suggestions=suggestions(view),
    )


@router.post("/review/add/{article}/{kind}")
def added(
    view: Looking, article: str, kind: FindingKind, form: Annotated[judging.Form, Form()]
) -> RedirectResponse:
    """Add a finding that the reading missed."""
    text = _article(view, article).text
    given = judging.changes(view, kind, _nothing(kind), text, form)
    start = next((given[name] for name in KINDS[kind].anchor if name in given), None)
    if isinstance(start, int) and "sentence_start" in KINDS[kind].fields:
        span = _sentence(view, article, start)
        given |= {"sentence_start": span.start, "sentence_end": span.end}
    view.let_go()
    with view.case.writing() as connection:
        number = add(connection, kind, article, given, view.coder)
    view.changed()
    return RedirectResponse(links.finding(f"{article}-r{number}"), 303)


@router.get("/review/log")
def log(view: Looking) -> HTMLResponse:
    """Show all reviews, the newest first."""
    every = reviews(view.connection)
    return view.page("review_log.html", made=every[::-1][:MOST_LOGGED], total=len(every))


@api.get("/review/log", summary="All reviews, the oldest first")
def log_json(view: Looking) -> list[Review]:
    """Return all reviews, undone ones included."""
    return reviews(view.connection)


@router.post("/review/undo/{number}")
def undone(view: Looking, number: int, form: Annotated[judging.Form, Form()]) -> RedirectResponse:
    """Undo a review."""
    if not 0 <= number <= LARGEST:
        raise NotFound(view.t("review.unknown", id=str(number)), view.t("review.see_log"))
    view.let_go()
    with view.case.writing() as connection:
        undo_review(connection, number, view.coder)
    view.changed()
    return RedirectResponse(links.local(form.back), 303)


@router.get("/review/compare")
def compare(view: Looking, asked: Annotated[Coders, Query()]) -> HTMLResponse:
    """Show two coders side by side."""
    every = [r for r in reviews(view.connection) if r.undone_at is None and r.finding]
    coders = _coders(every)
    one = asked.one or (coders[0] if coders else "")
    other = asked.other or next((name for name in coders if name != one), "")
    pairs = _differing(every, one, other)
    return view.page(
        "review_compare.html",
        coders=coders,
        one=one,
        other=other,
        found=agreement(view.connection, one, other) if other else [],
        pairs=pairs[:MOST_LOGGED],
        words={p[0].id: _words_of(view, p[0]) for p in pairs[:MOST_LOGGED]},
        checked=checked(view.connection),
    )


@api.get("/review/compare", summary="Agreement of two coders (Krippendorff's alpha)")
def compare_json(view: Looking, asked: Annotated[Coders, Query()]) -> list[Agreement]:
    """Return how far two coders agree on the findings that both reviewed."""
    every = [r for r in reviews(view.connection) if r.undone_at is None and r.finding]
    coders = [*_coders(every), "", ""]
    return agreement(view.connection, asked.one or coders[0], asked.other or coders[1])


def _shown(view: View, item: Waiting) -> dict[str, Any]:
    kind, article, stored = as_read(view.connection, item.finding)
    record = _article(view, article)
    return {
        "item": item,
        "article": record,
        "stored": stored,
        "pieces": _pieces(record.text, kind, stored),
        "inputs": judging.inputs(view, kind, stored, record.text),
    }


def _pieces(text: str, kind: FindingKind, stored: Stored) -> list[Piece]:
    marked = judging.spans(kind, stored)
    sentence = Span(marked[0].start, marked[-1].end)
    if "sentence_start" in stored:
        sentence = Span(stored["sentence_start"], stored["sentence_end"])
    first, last = min(sentence.start, marked[0].start), max(sentence.end, marked[-1].end)
    window = _whole_words(text, Span(max(0, first - AROUND), min(len(text), last + AROUND)))
    cuts = {window.start, window.end, sentence.start, sentence.end}
    cuts |= {place for span in marked for place in span}
    edges = sorted(cuts)
    pieces = []
    for start, end in pairwise(edges):
        here = Span(start, end)
        inside = any(span.overlaps(here) for span in marked)
        place = "words" if inside else "sentence" if sentence.overlaps(here) else "around"
        pieces.append(Piece(text[start:end], place))
    return pieces


def _whole_words(text: str, window: Span) -> Span:
    """Return the window without the parts of words at its ends."""
    start, end = window
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _article(view: View, article: str) -> Shown:
    t = schema.articles.c
    row = view.connection.execute(
        select(t.id, t.title, t.uri, t.text, t.published, t.outlet).where(t.id == article)
    ).one_or_none()
    if row is None:
        raise NotFound(view.t("article.unknown", id=article), view.t("review.see_log"))
    return Shown(*row)


def _sentence(view: View, article: str, place: int) -> Span:
    a, s = schema.articles.c, schema.sentences.c
    row = view.connection.execute(
        select(s.start, s.end)
        .join_from(schema.articles, schema.sentences, a.number == s.article)
        .where(a.id == article, s.start <= place, s.end > place)
    ).first()
    return Span(row.start, row.end) if row else Span(place, place + 1)


def _nothing(kind: FindingKind) -> Stored:
    how = KINDS[kind]
    empty: Stored = dict.fromkeys((*how.fields, *how.anchor))
    lists: Stored = {name: [] for name in (*how.roles, "quote", "speaker_spans")}
    return empty | lists


def _by(view: View, coder: str) -> list[Review]:
    return [r for r in reviews(view.connection) if r.made_by == coder and r.undone_at is None]


def _coders(every: list[Review]) -> list[str]:
    names = [r.made_by for r in every]
    return sorted(set(names), key=lambda name: (-names.count(name), name))


def _differing(every: list[Review], one: str, other: str) -> list[tuple[Review, Review]]:
    """Return the findings that two coders judged differently."""
    latest = {(r.made_by, r.finding): r for r in every}
    pairs = [
        (latest[one, finding], latest[other, finding])
        for coder, finding in latest
        if coder == one and (other, finding) in latest
    ]
    return [(a, b) for a, b in pairs if a.judged != b.judged]


def _words_of(view: View, said: Review) -> str:
    text = _article(view, said.article).text
    return " ".join(text[said.start : said.end].split())


PAGE = Page("review", "/review", order=110, router=router, api=api)
