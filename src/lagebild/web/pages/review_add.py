"""Prüfen: add what the reading missed in an article."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from lagebild.case.reviews import FindingKind, add
from lagebild.case.reviews.reviewable import KINDS, Stored
from lagebild.errors import WrongUse
from lagebild.web import judging, links
from lagebild.web.pages import Page
from lagebild.web.reviewing import Shown, article_shown, as_given, fault, sentence_at
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

MOST_TEXT = 200_000
"""Characters of an article shown for adding to it."""
router = APIRouter()


@router.get("/review/add")
def adding(view: Looking, article: str, kind: FindingKind = "event") -> HTMLResponse:
    """Show an article and a form for what the reading missed in it."""
    shown = article_shown(view, article)
    return _page(view, shown, kind, judging.inputs(view, kind, _nothing(kind), shown.text))


@router.post("/review/add/{article}/{kind}")
def added(
    view: Looking, article: str, kind: FindingKind, form: Annotated[judging.Form, Form()]
) -> Response:
    """Add a finding that the reading missed."""
    shown = article_shown(view, article)
    try:
        given = _given(view, shown, kind, form)
        view.let_go()
        with view.case.writing() as connection:
            number = add(connection, kind, article, given, view.coder)
    except WrongUse as error:
        fields = judging.inputs(view, kind, _nothing(kind), shown.text)
        return _page(view, shown, kind, as_given(fields, form), fault(view, error))
    view.changed()
    return RedirectResponse(links.finding(f"{article}-r{number}"), 303)


def _page(
    view: View,
    shown: Shown,
    kind: FindingKind,
    inputs: list[judging.Input],
    wrong: tuple[str, str] | None = None,
) -> HTMLResponse:
    return view.page(
        "review_add.html",
        status=422 if wrong else 200,
        article=shown,
        text=shown.text[:MOST_TEXT],
        kind=kind,
        kinds=tuple(KINDS),
        inputs=inputs,
        fault=wrong,
        suggestions=suggestions(view),
    )


def _given(view: View, shown: Shown, kind: FindingKind, form: judging.Form) -> dict[str, Any]:
    given = judging.changes(view, kind, _nothing(kind), shown.text, form)
    start = next((given[name] for name in KINDS[kind].anchor if name in given), None)
    if isinstance(start, int) and "sentence_start" in KINDS[kind].fields:
        span = sentence_at(view, shown.id, start)
        given |= {"sentence_start": span.start, "sentence_end": span.end}
    return given


def _nothing(kind: FindingKind) -> Stored:
    how = KINDS[kind]
    empty: Stored = dict.fromkeys((*how.fields, *how.anchor))
    lists: Stored = {name: [] for name in (*how.roles, "quote", "speaker_spans")}
    return empty | lists


PAGE = Page("review_add", "/review/add", order=1000, router=router, shown=False)
