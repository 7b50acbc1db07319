"""Prüfen: how often the reading was right, and how far two people agree."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from lagebild.case.reviews import Agreement, Review, agreement, checked, reviews
from lagebild.web.asked import Text
from lagebild.web.pages import Page
from lagebild.web.reviewing import article_shown
from lagebild.web.view import Looking, View

MOST_PAIRS = 500
router = APIRouter()
api = APIRouter(tags=["review"])


class Coders(BaseModel):
    """Two coders to compare; by default the two who reviewed most."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: Text = Field(default=None, description="A coder's name.")
    other: Text = Field(default=None, description="Another coder's name.")


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
        pairs=pairs[:MOST_PAIRS],
        words={p[0].id: _words_of(view, p[0]) for p in pairs[:MOST_PAIRS]},
        checked=checked(view.connection),
    )


@api.get("/review/compare", summary="Agreement of two coders (Krippendorff's alpha)")
def compare_json(view: Looking, asked: Annotated[Coders, Query()]) -> list[Agreement]:
    """Return how far two coders agree on the findings that both reviewed."""
    every = [r for r in reviews(view.connection) if r.undone_at is None and r.finding]
    coders = [*_coders(every), "", ""]
    return agreement(view.connection, asked.one or coders[0], asked.other or coders[1])


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
    text = article_shown(view, said.article).text
    return " ".join(text[said.start : said.end].split())


PAGE = Page("review_compare", "/review/compare", order=1000, router=router, api=api, shown=False)
