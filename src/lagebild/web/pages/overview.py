"""Lage: what the case holds at a glance."""

from datetime import date
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from pydantic import BaseModel
from sqlalchemy import select

from lagebild.case import Filter, articles, schema
from lagebild.case.lists import COMMITMENTS, EVENTS, Part
from lagebild.case.lists.actors import ActorLine
from lagebild.case.lists.picture import Pair, events_by_month, outlets, pairs
from lagebild.case.stories import Story
from lagebild.errors import Unreadable
from lagebild.web.charts import by_tone, chart, tones
from lagebild.web.drawn import drawn, were_drawn
from lagebild.web.lists import kept_part
from lagebild.web.pages import Page
from lagebild.web.pages.actors import counted
from lagebild.web.sparklines import sparklines
from lagebild.web.view import Looking, View

MOST = 10
STORIES = 8
DRAWN_AT_ONCE = 2000
"""Articles of a case up to which contradictions and stories are computed unasked, in a minute."""
MARGIN_MONTHS = 12
"""Months before the first and after the last article that the chart still shows."""
router = APIRouter()
api = APIRouter(tags=["overview"])


class OverviewAnswer(BaseModel):
    """What the case holds: numbers, dates and versions; the most active actors and pairs."""

    info: dict[str, int | str | None]
    actors: list[ActorLine]
    pairs: list[Pair]
    outlets: list[tuple[str | None, int]]


@router.get("/")
def overview(view: Looking) -> HTMLResponse:
    """Show what the case holds."""
    newest = Part("-date", limit=MOST)
    info = _info(view)
    soon = int(str(info["articles"])) <= DRAWN_AT_ONCE or were_drawn(view)
    most, named = _pairs(view), _actors(view)
    return view.page(
        "overview.html",
        info=info,
        chart=_activity(view),
        actors=named,
        over_time=sparklines(view, [line.key for line in named]),
        pairs=[(pair, by_tone(pair.types)) for pair in most],
        most=max((pair.events for pair in most), default=1),
        events=kept_part(view, "events", EVENTS, _told(view), newest),
        commitments=kept_part(view, "commitments", COMMITMENTS, Filter(), newest),
        outlets=view.remember(("overview", "outlets"), lambda: outlets(view.connection, 12)),
        unreadable=_unreadable(view),
        contradictions=drawn(view, "contradictions", begin=soon),
        stories=_newest_stories(drawn(view, "stories", begin=soon)),
        waits="drawn.wait" if soon else "overview.not_drawn",
    )


@router.get("/overview/{part}")
def later(view: Looking, part: Literal["contradictions", "stories"]) -> HTMLResponse:
    """Return what the overview did not wait for, once it is there; 202 until then."""
    found = drawn(view, part)
    if found is None:
        return HTMLResponse(status_code=202)
    shown: dict[str, Any] = {part: _newest_stories(found) if part == "stories" else found}
    return view.page(f"parts/drawn_{part}.html", **shown)


@api.get("/overview", summary="What the case holds")
def overview_json(view: Looking) -> OverviewAnswer:
    """Return what the case holds."""
    return OverviewAnswer(
        info=_info(view),  # type: ignore[arg-type]  # counts and dates
        actors=_actors(view),
        pairs=_pairs(view),
        outlets=outlets(view.connection, 12),
    )


def _info(view: View) -> dict[str, object]:
    return view.remember(("overview", "info"), lambda: articles.info(view.connection))


def _actors(view: View) -> list[ActorLine]:
    return counted(view, Filter())[:MOST]


def _pairs(view: View) -> list[Pair]:
    return view.remember(("overview", "pairs"), lambda: pairs(view.connection, MOST))


def _told(view: View) -> Filter:
    """Leave out events that are told to happen after the last report: plans and slips."""
    last = _info(view)["last_published"]
    return Filter(until=str(last)[:10]) if last else Filter()


def _activity(view: View) -> Markup:
    info = _info(view)
    first, last = info["first_published"], info["last_published"]
    if not first or not last:
        return Markup()
    span = _month(str(first), -MARGIN_MONTHS), _month(str(last), MARGIN_MONTHS)
    months = view.remember(("overview", "months"), lambda: events_by_month(view.connection))
    counts = [(m, tones()[kind], n) for m, kind, n in months if span[0] <= m <= span[1]]
    return chart(view, counts, "/events", {}, (1180, 210))


def _month(day: str, shift: int) -> str:
    at = date.fromisoformat(f"{day}-01-01"[:10])
    month = at.year * 12 + at.month - 1 + shift
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _newest_stories(stories: tuple[Story, ...] | None) -> list[Story] | None:
    if stories is None:
        return None
    return sorted(stories, key=lambda story: (story.last or "", story.id), reverse=True)[:STORIES]


def _unreadable(view: View) -> list[Unreadable]:
    t = schema.unreadable
    rows = view.connection.execute(select(t).order_by(t.c.uri).limit(MOST))
    return [Unreadable(row.uri, row.problem, row.remedy) for row in rows]


PAGE = Page("overview", "/", order=10, router=router, api=api)
