"""Ereignisse: who did what to whom."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.case.lists import EVENTS, EventLine
from lagebild.findings.finding import EventStatus
from lagebild.web.asked import ListAsked, Optional
from lagebild.web.listing import Column
from lagebild.web.lists import list_api, of_catalogue
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking
from lagebild.web.vocabulary import EventType, event_types

STATUSES = get_args(EventStatus)


Role = Literal["source", "target"]


class Asked(ListAsked):
    """Which events."""

    type: Annotated[EventType | None, Optional] = Field(default=None, description="PLOVER type.")
    status: Annotated[EventStatus | None, Optional] = Field(default=None, description="Status.")
    role: Annotated[Role | None, Optional] = Field(
        default=None, description="Role of the actor that is asked for."
    )
    sort: Literal["date", "-date", "type", "-type", "confidence", "-confidence"] = "-date"


SOURCE = of_catalogue("events", EVENTS, EventLine, Asked)
COLUMNS = (
    Column("events.date", "date", falling=True),
    Column("events.type", "type"),
    Column("events.who"),
    Column("events.words"),
    Column("events.place"),
    Column("events.confidence", "confidence", number=True),
)
router = APIRouter()


@router.get("/events")
def events(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show events."""
    return view.page(
        "events.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        columns=COLUMNS,
        choices={
            "role": ("role", get_args(Role)),
            "type": ("event", event_types()),
            "status": ("event_status", STATUSES),
        },
        suggestions=suggestions(view),
    )


api = list_api(SOURCE, "Events: who did what to whom")
PAGE = Page("events", "/events", order=50, router=router, api=api)
