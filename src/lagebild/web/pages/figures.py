"""Zahlen: how many, of what, and who says so."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.case.lists import FIGURES, FigureLine
from lagebild.findings.finding import Qualifier
from lagebild.web.asked import ListAsked, Optional, Text
from lagebild.web.listing import Column
from lagebild.web.lists import list_api, of_catalogue
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking

QUALIFIERS = get_args(Qualifier)


class Asked(ListAsked):
    """Which figures; the actor is who is cited for them."""

    counted: Text = Field(default=None, description="What is counted, in any form.")
    qualifier: Annotated[Qualifier | None, Optional] = Field(
        default=None, description="How exact the number is."
    )
    sort: Literal["date", "-date", "value", "-value", "counted", "-counted"] = "-date"


SOURCE = of_catalogue("figures", FIGURES, FigureLine, Asked)
COLUMNS = (
    Column("figures.date", "date", falling=True),
    Column("figures.value", "value", number=True),
    Column("figures.counted", "counted"),
    Column("figures.words"),
    Column("figures.attributed"),
)
router = APIRouter()


@router.get("/figures")
def figures(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show figures."""
    return view.page(
        "figures.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        columns=COLUMNS,
        choices={"qualifier": ("qualifier", QUALIFIERS)},
        suggestions=suggestions(view),
    )


api = list_api(SOURCE, "Figures: how many, of what, and who says so")
PAGE = Page("figures", "/figures", order=55, router=router, api=api)
