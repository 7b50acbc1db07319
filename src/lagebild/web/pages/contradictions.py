"""Widersprüche: where reports do not agree, side by side."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.picture.contradictions import Contradiction, ContradictionKind, Side
from lagebild.web.asked import ListAsked, Optional
from lagebild.web.drawn import Cited, actors_asked, cited, finished, named
from lagebild.web.lists import Held, list_api, of_held
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

KINDS = get_args(ContradictionKind)


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side: what it claims, who says so (keys and names), and the words."""

    claim: str
    says: tuple[str, ...]
    says_names: tuple[str, ...]
    published: str | None
    citation: Cited


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """A contradiction; `since` is the day from which the sides stand against each other."""

    kind: str
    about: str
    since: str
    sides: tuple[SideLine, ...]
    why: str


class Asked(ListAsked):
    """Which contradictions."""

    kind: Annotated[ContradictionKind | None, Optional] = Field(default=None, description="Kind.")
    size: int = Field(default=20, ge=1, le=100, description="How many lines a page has.")
    sort: Literal["date", "-date"] = "-date"


def chosen(view: View, asked: Asked) -> list[Contradiction]:
    """Return the contradictions asked for.

    Raises:
        NotReady: They are still being computed.
    """
    found: tuple[Contradiction, ...] = finished(view, "contradictions")
    keys = actors_asked(view, asked)
    fitting = [c for c in found if _fits(c, asked, keys)]
    return fitting[::-1] if asked.sort == "-date" else fitting


def _fits(found: Contradiction, asked: Asked, keys: set[str] | None) -> bool:
    says = {key for side in found.sides for key in side.says}
    text = " ".join([found.about, *(side.citation.words for side in found.sides)])
    return (
        asked.kind in (None, found.kind)
        and (asked.since is None or found.since >= asked.since)
        and (asked.until is None or found.since[: len(asked.until)] <= asked.until)
        and (keys is None or bool(keys & says))
        and asked.finds(text)
    )


def _line(view: View, found: Contradiction) -> ContradictionLine:
    sides = tuple(_side(view, side) for side in found.sides)
    return ContradictionLine(found.kind, found.about, found.since, sides, found.why)


def _side(view: View, side: Side) -> SideLine:
    names = named(view, side.says)
    return SideLine(side.claim, side.says, names, side.published, cited(side.citation))


SOURCE = of_held("contradictions", Held(chosen, _line), ContradictionLine, Asked)
router = APIRouter()


@router.get("/contradictions")
def contradictions(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show where reports do not agree."""
    return view.page(
        "contradictions.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        choices={"kind": ("contradiction", KINDS)},
        suggestions=suggestions(view),
    )


api = list_api(SOURCE, "Contradictions: where reports do not agree")
PAGE = Page("contradictions", "/contradictions", order=92, router=router, api=api)
