"""Prüfen: a person's review of findings, one after the other, least certain first."""

from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from lagebild.case.reviews import (
    Checked,
    FindingKind,
    Review,
    Waiting,
    as_read,
    checked,
    review,
    reviews,
    undo_review,
    waiting,
)
from lagebild.case.reviews.reviewable import KINDS
from lagebild.errors import WrongUse
from lagebild.web import judging, links
from lagebild.web.asked import Optional, Text
from lagebild.web.pages import Page
from lagebild.web.problems import NotFound
from lagebild.web.reviewing import article_shown, as_given, fault, pieces
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

MOST_LOGGED = 500
LARGEST = 2**63 - 1
router = APIRouter()
api = APIRouter(tags=["review"])


class Asked(BaseModel):
    """What to review: a kind, an article, how many to skip; or one finding, whatever its turn."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Annotated[FindingKind | None, Optional] = Field(default=None, description="Kind.")
    article: Text = Field(default=None, description="Id of an article; in order of its text.")
    finding: Text = Field(default=None, description="Id of one finding.")
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


@router.get("/review")
def queue(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the finding that is next in turn."""
    return _page(view, asked)


@api.get("/review", summary="What waits for review, least certain first")
def queue_json(view: Looking, asked: Annotated[Asked, Query()]) -> ReviewAnswer:
    """Return the next findings that the coder has not reviewed."""
    kinds = (asked.kind,) if asked.kind else tuple(KINDS)
    found = waiting(view.connection, view.coder, kinds, asked.article, asked.part(20))
    shown = [_asked_for(view, asked.finding)] if asked.finding else list(found.page)
    judged = checked(view.connection)
    return ReviewAnswer(coder=view.coder, total=found.total, waiting=shown, checked=judged)


@router.post("/review/judge/{finding}")
def judge(view: Looking, finding: str, form: Annotated[judging.Form, Form()]) -> Response:
    """Accept, correct or reject a finding; a form that makes no sense comes back as it was."""
    kind, article, stored = _stored(view, finding)
    changed: dict[str, Any] = {}
    verdict = form.verdict
    try:
        if verdict == "correct":
            text = article_shown(view, article).text
            changed = judging.changes(view, kind, stored, text, form)
            verdict = "correct" if changed else "accept"
        view.let_go()
        with view.case.writing() as connection:
            review(connection, finding, verdict, view.coder, changed)
    except WrongUse as error:
        return _page(view, _back(form), _asked_for(view, finding), (form, error))
    view.changed()
    return RedirectResponse(links.local(form.back), 303)


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


def _page(
    view: View,
    asked: Asked,
    item: Waiting | None = None,
    wrong: tuple[judging.Form, WrongUse] | None = None,
) -> HTMLResponse:
    """Return the page of one finding: the next, or the one whose form was `wrong`."""
    kinds = (asked.kind,) if asked.kind else tuple(KINDS)
    found = waiting(view.connection, view.coder, kinds, asked.article, asked.part(1))
    mine = _by(view, view.coder)
    if asked.finding and item is None:
        item = _asked_for(view, asked.finding)
    next_one = item or (found.page[0] if found.page else None)
    shown = _shown(view, next_one) if next_one else {}
    if wrong:
        shown["inputs"] = as_given(shown["inputs"], wrong[0])
    return view.page(
        "review.html",
        status=422 if wrong else 200,
        asked=asked,
        total=found.total,
        kinds=tuple(KINDS),
        last=mine[-1] if mine else None,
        done=len(mine),
        fault=fault(view, wrong[1]) if wrong else None,
        suggestions=suggestions(view),
        **shown,
    )


def _stored(view: View, finding: str) -> tuple[FindingKind, str, dict[str, Any]]:
    try:
        return as_read(view.connection, finding)
    except WrongUse as error:
        raise NotFound(error.problem, error.remedy) from error


def _asked_for(view: View, finding: str) -> Waiting:
    kind, article, stored = _stored(view, finding)
    return Waiting(finding, kind, article, stored.get("confidence", KINDS[kind].sure))


def _back(form: judging.Form) -> Asked:
    """Return what the page that a form stood on asked for."""
    try:
        return Asked.model_validate(dict(parse_qsl(urlsplit(form.back).query)))
    except ValueError:
        return Asked()


def _shown(view: View, item: Waiting) -> dict[str, Any]:
    kind, article, stored = as_read(view.connection, item.finding)
    record = article_shown(view, article)
    return {
        "item": item,
        "article": record,
        "stored": stored,
        "pieces": pieces(record.text, kind, stored),
        "inputs": judging.inputs(view, kind, stored, record.text),
    }


def _by(view: View, coder: str) -> list[Review]:
    return [r for r in reviews(view.connection) if r.made_by == coder and r.undone_at is None]


PAGE = Page("review", "/review", order=110, router=router, api=api)
