"""Positionen: what is argued about, and who stands for and against it, with the words."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.errors import WrongUse
from lagebild.picture.positions import STANCES, Position, Stance, Utterance, positions_of
from lagebild.web.agreement import agreement
from lagebild.web.asked import ListAsked, Optional
from lagebild.web.drawings import Picture
from lagebild.web.drawn import Cited, actors_asked, cited, finished
from lagebild.web.lists import Held, list_api, of_held
from lagebild.web.pages import Page
from lagebild.web.pictures import NARROW, WIDE, saved
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

SIZES = {WIDE: (1120.0, 520.0), NARROW: (348.0, 520.0)}
SHOWN = 3
"""Passages of one position that the page shows, the latest."""


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Where an actor stands on an issue: since when, until when, and the words that show it."""

    actor: str
    actor_name: str
    stance: Stance
    since: str | None
    latest: str | None
    utterances: int
    decided: bool
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue with all positions on it; `first` and `last` are the days of utterances."""

    issue: str
    first: str | None
    last: str | None
    utterances: int
    positions: tuple[PositionLine, ...]


class Asked(ListAsked):
    """Which issues: those on which the utterances asked for speak."""

    stance: Annotated[Stance | None, Optional] = Field(default=None, description="Stance.")
    size: int = Field(default=10, ge=1, le=100, description="How many issues a page has.")
    sort: Literal["utterances", "-utterances", "date", "-date"] = "-utterances"


def spoken(view: View, asked: Asked) -> list[Utterance]:
    """Return the utterances asked for, and all others on issues of which an actor speaks.

    Raises:
        NotReady: They are still being computed.
    """
    found: tuple[Utterance, ...] = finished(view, "positions")
    keys = actors_asked(view, asked)
    dated = [u for u in found if _fits(u, asked)]
    issues = {u.issue for u in dated if keys is None or u.actor in keys}
    return [u for u in dated if u.issue in issues]


def _fits(u: Utterance, asked: Asked) -> bool:
    day = u.published or ""
    text = f"{u.issue} {u.sentence.words}"
    return (
        asked.stance in (None, u.stance)
        and (asked.since is None or day >= asked.since)
        and (asked.until is None or (bool(day) and day[: len(asked.until)] <= asked.until))
        and asked.finds(text)
    )


def chosen(view: View, asked: Asked) -> list[tuple[Position, ...]]:
    """Return the positions asked for, issue by issue, in the order asked for."""
    groups: dict[str, list[Position]] = defaultdict(list)
    for position in positions_of(spoken(view, asked)):
        groups[position.issue].append(position)
    by_date = asked.sort.endswith("date")
    found = sorted(groups.values(), key=lambda g: g[0].issue)
    found.sort(
        key=lambda g: max(p.latest or "" for p in g) if by_date else _size(g),
        reverse=asked.sort.startswith("-"),
    )
    return [tuple(group) for group in found]


def _size(group: list[Position]) -> int:
    return sum(len(p.evidence) for p in group)


def _line(view: View, group: tuple[Position, ...]) -> IssueLine:
    names = view.names({p.actor for p in group})
    ordered = sorted(group, key=lambda p: (STANCES.index(p.stance), p.since or "", p.actor))
    days = sorted(u.published[:10] for p in group for u in p.evidence if u.published)
    return IssueLine(
        group[0].issue,
        days[0] if days else None,
        days[-1] if days else None,
        sum(len(p.evidence) for p in group),
        tuple(_position(p, names[p.actor]) for p in ordered),
    )


def _position(p: Position, name: str) -> PositionLine:
    told = tuple(cited(u.citation) for u in p.evidence)
    decided = any(u.decided for u in p.evidence)
    return PositionLine(p.actor, name, p.stance, p.since, p.latest, len(told), decided, told[::-1])


SOURCE = of_held("positions", Held(chosen, _line), IssueLine, Asked)
router = APIRouter()


@router.get("/positions")
def positions(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the issues with who stands where, and who agrees with whom."""
    return view.page(
        "positions.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        pictures={width: _picture(view, asked, width) for width in SIZES},
        stances=STANCES,
        most=SHOWN,
        choices={"stance": ("stance", STANCES)},
        suggestions=suggestions(view),
    )


@router.get("/positions/picture.{kind}")
def picture(
    view: Looking, asked: Annotated[Asked, Query()], kind: Literal["svg", "png"]
) -> Response:
    """Save who agrees with whom as a file."""
    made = _picture(view, asked, WIDE)
    if made is None:
        raise WrongUse(view.t("positions.no_network"), view.t("list.none_do"))
    return saved(made, kind, "positions")


def _picture(view: View, asked: Asked, width: int) -> Picture | None:
    key = ("positions", "picture", tuple(sorted(asked.given().items())), width, view.t.language)
    name = f"positions-{width}"
    return view.remember(key, lambda: agreement(view, spoken(view, asked), SIZES[width], name))


api = list_api(SOURCE, "Positions: issues, and who stands for and against them")
PAGE = Page("positions", "/positions", order=94, router=router, api=api)
