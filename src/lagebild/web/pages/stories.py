"""Geschichten: articles that report on one course of events."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from sqlalchemy import select

from lagebild.case import schema
from lagebild.case.lists.heads import heads
from lagebild.case.stories import Story
from lagebild.web.asked import ListAsked
from lagebild.web.drawn import actors_asked, finished, named
from lagebild.web.lists import Held, list_api, of_held
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

LISTED = 12
"""Articles of a story that a page names."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story: its headline, its days, its articles by date and the actors most of them name."""

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    reprints: int
    actors: tuple[str, ...]
    actor_names: tuple[str, ...]


class Asked(ListAsked):
    """Which stories: with an article between `since` and `until`."""

    sort: Literal["date", "-date", "articles", "-articles"] = "-date"


def chosen(view: View, asked: Asked) -> list[Story]:
    """Return the stories asked for.

    Raises:
        NotReady: They are still being computed.
    """
    found: tuple[Story, ...] = finished(view, "stories")
    keys = actors_asked(view, asked)
    fitting = [story for story in found if _fits(story, asked, keys)]
    if asked.sort.endswith("articles"):
        fitting.sort(key=lambda story: (len(story.articles), story.first or ""))
    else:
        fitting.sort(key=lambda story: (story.last or "", story.id))
    return fitting[::-1] if asked.sort.startswith("-") else fitting


def _fits(story: Story, asked: Asked, keys: set[str] | None) -> bool:
    return (
        (keys is None or bool(keys & set(story.actors)))
        and (asked.since is None or (story.last or "") >= asked.since)
        and (asked.until is None or (story.first or "")[: len(asked.until)] <= asked.until)
        and asked.finds(story.title)
    )


def _line(view: View, s: Story) -> StoryLine:
    names = named(view, s.actors)
    return StoryLine(s.id, s.title, s.first, s.last, s.articles, len(s.reprints), s.actors, names)


SOURCE = of_held("stories", Held(chosen, _line), StoryLine, Asked)
router = APIRouter()


@router.get("/stories")
def stories(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the stories."""
    listed = SOURCE.listed(view, asked)
    return view.page(
        "stories.html",
        asked=asked,
        listed=listed,
        told={line.id: _articles(view, line) for line in listed.rows},
        most=LISTED,
        suggestions=suggestions(view),
    )


def _articles(view: View, line: StoryLine) -> list[tuple[str, str | None, str | None, str | None]]:
    a = schema.articles.c
    ids = line.articles[:LISTED]
    numbers = view.connection.scalars(select(a.number).where(a.id.in_(ids)))
    found = {head.id: head for head in heads(view.connection, numbers).values()}
    known = [found[key] for key in ids if key in found]
    return [(head.id, head.title, head.published, head.outlet) for head in known]


api = list_api(SOURCE, "Stories: articles on one course of events")
PAGE = Page("stories", "/stories", order=25, router=router, api=api)
