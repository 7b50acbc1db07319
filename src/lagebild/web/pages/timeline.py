"""Zeitleiste: events and statements on a zoomable time axis, in lanes by actor, type or place."""

from datetime import date
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from lagebild.case.lists import EVENTS, STATEMENTS, Catalogue, Part
from lagebild.web import links
from lagebild.web.asked import Optional
from lagebild.web.drawings import Picture, timeline
from lagebild.web.drawings.lanes import Column
from lagebild.web.drawings.timeline import Timeline
from lagebild.web.drawings.tone import TONES, Tone
from lagebild.web.lanes import LaneBy, Setting, groups_of, lanes_of
from lagebild.web.lists import counted_lines, kept_part
from lagebild.web.moments import Moments
from lagebild.web.pages import Page
from lagebild.web.pages.events import STATUSES
from lagebild.web.pictures import NARROW, WIDE, PictureAsked, moments_of, saved
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View
from lagebild.web.vocabulary import event_types
from lagebild.web.windows import Window, columns, counted, periods, whole, window

FIELDS = ["q", "actor", "since", "until", "type", "status", "place", "outlet"]
LISTED = 8
"""Lines of each list below the picture."""
PERIODS = {WIDE: 96, NARROW: 42}
"""How many periods a window is cut into at most, where it has columns."""


class Asked(PictureAsked):
    """Which findings, in which lanes."""

    lanes: Annotated[LaneBy | None, Optional] = Field(
        default=None, description="Lanes by actor if none."
    )


class Period(BaseModel):
    """The findings of a period, by tone."""

    since: date
    until: date
    counts: dict[Tone, int]


class LaneAnswer(BaseModel):
    """A lane with the number of its findings, in all and by period."""

    label: str
    total: int
    periods: list[Period]


class TimelineAnswer(BaseModel):
    """A window of time: its fullest lanes, and how many findings it leaves out."""

    since: date
    until: date
    lanes: list[LaneAnswer]
    within: int
    outside: int
    undated: int


router = APIRouter()
api = APIRouter(tags=["timeline"])


@router.get("/timeline")
def page(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the timeline."""
    found, shown = _shown(view, asked)
    inside = found.within(shown.first, shown.last)
    return view.page(
        "timeline.html",
        asked=asked,
        fields=FIELDS,
        choices={
            "type": ("event", event_types()),
            "status": ("event_status", STATUSES),
        },
        suggestions=suggestions(view),
        wide=_picture(view, asked, WIDE),
        narrow=_picture(view, asked, NARROW),
        shown=shown,
        whole=whole(found),
        within=int(inside.sum()),
        outside=len(found.dated) - int(inside.sum()),
        undated=found.undated,
        address=lambda path: links.with_query(path, **(_filters(asked) | _asked_for(asked, shown))),
        lists=_lists(view, asked),
    )


@router.get("/timeline/picture.{kind}")
def picture(
    view: Looking, kind: Literal["svg", "png"], asked: Annotated[Asked, Query()]
) -> Response:
    """Save the timeline."""
    return saved(_picture(view, asked, WIDE), kind, f"timeline-{_shown(view, asked)[1].first}")


@api.get("/timeline", summary="Findings over time, by lane and period")
def timeline_json(view: Looking, asked: Annotated[Asked, Query()]) -> TimelineAnswer:
    """Return the timeline as numbers."""
    found, shown = _shown(view, asked)
    parts = periods(shown, PERIODS[WIDE])
    rows = np.flatnonzero(found.within(shown.first, shown.last))
    groups = groups_of(
        Setting(view, asked, found, shown, parts, WIDE), asked.lanes or "actor", rows
    )
    lanes = []
    for group in groups:
        counts = counted(found, group.rows, parts)
        of = [dict(zip(TONES, map(int, row), strict=True)) for row in counts]
        told = [
            Period(since=p.first, until=p.last, counts=c) for p, c in zip(parts, of, strict=True)
        ]
        lanes.append(LaneAnswer(label=group.label, total=len(group.rows), periods=told))
    return TimelineAnswer(
        since=shown.first,
        until=shown.last,
        lanes=lanes,
        within=len(rows),
        outside=len(found.dated) - len(rows),
        undated=found.undated,
    )


def _lists(view: View, asked: Asked) -> list[tuple[str, int, list[Any]]]:
    """Return name, number and the newest lines of the lists that a window filters."""
    where = asked.filter()
    wanted: list[tuple[str, Catalogue[Any]]] = [("events", EVENTS)]
    if not (asked.type or asked.status or asked.place):
        wanted.append(("statements", STATEMENTS))
    found = []
    for name, catalogue in wanted:
        total = counted_lines(view, name, catalogue, where)
        lines = kept_part(view, name, catalogue, where, Part("-date", limit=LISTED))
        found.append((name, total, lines))
    return found


def _shown(view: View, asked: Asked) -> tuple[Moments, Window]:
    found = moments_of(view, asked)
    return found, window(asked.since, asked.until, whole(found))


def _picture(view: View, asked: Asked, width: int) -> Picture:
    key = ("timeline", asked, width, view.t.language)
    return view.remember(key, lambda: _drawn(view, asked, width))


def _drawn(view: View, asked: Asked, width: int) -> Picture:
    found, shown = _shown(view, asked)
    parts = periods(shown, PERIODS[width])
    rows = np.flatnonzero(found.within(shown.first, shown.last))
    opened = [_narrower(view, asked, part) for part in parts]
    grounds = columns(counted(found, rows, parts), parts, opened, view.t)
    setting = Setting(view, asked, found, shown, parts, width)
    lanes = lanes_of(setting, asked.lanes or "actor", rows)
    has_columns = any(lane.counts for lane in lanes)
    return timeline(
        Timeline(
            shown.first,
            shown.last,
            lanes,
            grounds if has_columns else [],
            _context(view, found, width),
        ),
        width,
        view.t,
        f"timeline-{width}",
    )


def _narrower(view: View, asked: Asked, part: Window) -> str:
    """Return the address that opens a period: the timeline of it, or the events of one day."""
    if part.days > 1:
        return links.here(view.request, **part.address())
    return links.with_query("/events", **(_filters(asked) | part.address()))


def _filters(asked: Asked) -> dict[str, str]:
    return {name: value for name, value in asked.given().items() if name != "lanes"}


def _asked_for(asked: Asked, shown: Window) -> dict[str, str]:
    """Return the window's parameters; none where no window was asked for."""
    return shown.address() if asked.since or asked.until else {}


def _context(view: View, found: Moments, width: int) -> list[Column]:
    everything = periods(whole(found), PERIODS[width] + 20)
    counts = counted(found, np.arange(len(found.start)), everything)
    hrefs = [links.here(view.request, **part.address()) for part in everything]
    return columns(counts, everything, hrefs, view.t)


PAGE = Page("timeline", "/timeline", order=60, router=router, api=api)
