"""Zusagen: the ledger of offers, promises, demands, agreements, refusals and threats."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.case.lists import COMMITMENTS, CommitmentLine
from lagebild.findings.finding import CommitmentKind, CommitmentStatus
from lagebild.web.asked import ListAsked, Optional
from lagebild.web.listing import Column
from lagebild.web.lists import list_api, of_catalogue
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking

KINDS = get_args(CommitmentKind)
STATUSES = get_args(CommitmentStatus)


Role = Literal["party", "counterparty"]


class Asked(ListAsked):
    """Which commitments."""

    kind: Annotated[CommitmentKind | None, Optional] = Field(default=None, description="Kind.")
    status: Annotated[CommitmentStatus | None, Optional] = Field(
        default=None, description="Status."
    )
    role: Annotated[Role | None, Optional] = Field(
        default=None, description="Role of the actor that is asked for."
    )
    sort: Literal["date", "-date", "kind", "-kind", "status", "-status"] = "-date"


SOURCE = of_catalogue("commitments", COMMITMENTS, CommitmentLine, Asked)
COLUMNS = (
    Column("commitments.date", "date", falling=True),
    Column("commitments.kind", "kind"),
    Column("commitments.who"),
    Column("commitments.content"),
    Column("commitments.terms"),
    Column("commitments.status", "status"),
)
router = APIRouter()


@router.get("/commitments")
def commitments(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the ledger."""
    return view.page(
        "commitments.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        columns=COLUMNS,
        choices={
            "role": ("role", get_args(Role)),
            "kind": ("commitment", KINDS),
            "status": ("commitment_status", STATUSES),
        },
        suggestions=suggestions(view),
    )


api = list_api(SOURCE, "Commitments: who promised, demanded or refused what")
PAGE = Page("commitments", "/commitments", order=90, router=router, api=api)
