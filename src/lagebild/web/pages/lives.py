"""Verläufe: what became of each commitment, over all reports that tell of it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from lagebild.case.articles import info
from lagebild.findings.finding import CommitmentKind, CommitmentStatus
from lagebild.picture.lives import Change, Life
from lagebild.web.asked import ListAsked, Optional
from lagebild.web.drawn import Cited, actors_asked, cited, finished, named
from lagebild.web.lists import Held, list_api, of_held
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

BEARING = 5
"""Sentences that bear on a condition, at most."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A state that the commitment reached, by whom, and the words that say so."""

    state: str
    published: str | None
    by: tuple[str, ...]
    by_names: tuple[str, ...]
    citation: Cited
    why: str


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A commitment over time; `age_days` from its beginning to the newest report of the case.

    `bearing` are later sentences that bear on the condition: date and words.
    """

    id: str
    kind: str
    state: str
    open: bool
    began: str | None
    changed: str | None
    age_days: int | None
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    counterparties: tuple[str, ...]
    counterparty_names: tuple[str, ...]
    words: str
    duration: str | None
    deadline: str | None
    condition: Cited | None
    bearing: tuple[tuple[str | None, Cited], ...]
    changes: tuple[ChangeLine, ...]


class Asked(ListAsked):
    """Which commitments: `open` keeps those where something is still to happen."""

    kind: Annotated[CommitmentKind | None, Optional] = Field(default=None, description="Kind.")
    status: Annotated[CommitmentStatus | None, Optional] = Field(
        default=None, description="State it reached last."
    )
    open: bool = Field(default=False, description="Only what is still open.")
    size: int = Field(default=30, ge=1, le=100, description="How many lines a page has.")
    sort: Literal["date", "-date", "changed", "-changed"] = "-changed"


def chosen(view: View, asked: Asked) -> list[Life]:
    """Return the commitments asked for.

    Raises:
        NotReady: They are still being computed.
    """
    found: tuple[Life, ...] = finished(view, "lives")
    keys = actors_asked(view, asked)
    fitting = [life for life in found if _fits(life, asked, keys)]
    changed = asked.sort.endswith("changed")
    fitting.sort(key=lambda life: ((life.changed if changed else life.began) or "", life.id))
    return fitting[::-1] if asked.sort.startswith("-") else fitting


def _fits(life: Life, asked: Asked, keys: set[str] | None) -> bool:
    text = f"{life.words} {life.condition.words if life.condition else ''}"
    return (
        asked.kind in (None, life.kind)
        and asked.status in (None, life.state)
        and (life.is_open or not asked.open)
        and (keys is None or bool(keys & {*life.parties, *life.counterparties}))
        and (asked.since is None or (life.changed or "") >= asked.since)
        and (asked.until is None or (life.began or "")[: len(asked.until)] <= asked.until)
        and asked.finds(text)
    )


def _line(view: View, life: Life) -> LifeLine:
    last = view.remember(("overview", "info"), lambda: info(view.connection))["last_published"]
    condition = life.condition
    bearing = condition.bearing[:BEARING] if condition else ()
    return LifeLine(
        life.id,
        life.kind,
        life.state,
        life.is_open,
        life.began,
        life.changed,
        _days(life.began, str(last or "")),
        life.parties,
        named(view, life.parties),
        life.counterparties,
        named(view, life.counterparties),
        " ".join(life.words.split()),
        life.duration,
        life.deadline,
        cited(condition.citation) if condition else None,
        tuple((day, cited(citation)) for day, citation in bearing),
        tuple(_change(view, change) for change in life.changes),
    )


def _change(view: View, change: Change) -> ChangeLine:
    by, words = named(view, change.by), cited(change.citation)
    return ChangeLine(change.state, change.published, change.by, by, words, change.why)


def _days(began: str | None, last: str) -> int | None:
    try:
        return (date.fromisoformat(last[:10]) - date.fromisoformat((began or "")[:10])).days
    except ValueError:
        return None


SOURCE = of_held("lives", Held(chosen, _line), LifeLine, Asked)
router = APIRouter()


@router.get("/lives")
def lives(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show what became of commitments."""
    return view.page(
        "lives.html",
        asked=asked,
        listed=SOURCE.listed(view, asked),
        choices={
            "kind": ("commitment", get_args(CommitmentKind)),
            "status": ("commitment_status", get_args(CommitmentStatus)),
        },
        suggestions=suggestions(view),
    )


api = list_api(SOURCE, "Lives of commitments: what became of them")
PAGE = Page("lives", "/lives", order=1000, router=router, api=api, shown=False)
