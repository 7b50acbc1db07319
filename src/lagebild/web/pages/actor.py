"""One actor: names and roles, what it said, did, suffered, promised and demanded, with whom."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup
from pydantic import BaseModel

from lagebild.case import Filter
from lagebild.case.decisions import Decision, decisions
from lagebild.case.lists import (
    ARTICLES,
    COMMITMENTS,
    EVENTS,
    STATEMENTS,
    ActorLine,
    Catalogue,
    CommitmentLine,
    Part,
)
from lagebild.case.lists.profile import actor as actor_with
from lagebild.case.lists.profile import decided_key, forms, months, partners
from lagebild.case.lists.topics import spoken
from lagebild.findings.finding import Actor, ActorKind, CommitmentKind
from lagebild.web import links
from lagebild.web.charts import by_tone, chart, tones
from lagebild.web.dealings import dealings_known
from lagebild.web.drawings import Picture
from lagebild.web.drawings.tone import Tone
from lagebild.web.lists import counted_lines, kept_part
from lagebild.web.networks import ego
from lagebild.web.pages import Page
from lagebild.web.pages.actors import counted
from lagebild.web.problems import NotFound
from lagebild.web.sparklines import small_charts
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View

SHOWN = 8
FEW = 3
PLEDGES: tuple[CommitmentKind, ...] = ("promise", "offer", "agreement", "obligation")
DEMANDS: tuple[CommitmentKind, ...] = ("demand", "threat", "refusal")
PARTNERS = 14
ARTICLES_TO_SPLIT = 40
EGO_SIZES = ((600.0, 470.0), (324.0, 430.0))
"""Of the network around the actor: on desks and on telephones."""
router = APIRouter()
api = APIRouter(tags=["actors"])


class PartnerAnswer(BaseModel):
    """Another actor with the events between both, by PLOVER type."""

    key: str
    name: str
    did: dict[str, int]
    suffered: dict[str, int]


class ActorAnswer(BaseModel):
    """An actor with its counts, partners and the forms in which it is named."""

    actor: Actor
    counts: ActorLine | None
    partners: list[PartnerAnswer]
    forms: list[tuple[str, str, int]]
    months: list[tuple[str, str, int]]


@router.get("/actors/{key:path}")
def actor(view: Looking, key: str) -> Response:
    """Show one actor; the key of a merged one leads to the other."""
    found = actor_with(view.connection, key)
    if found is None:
        return _elsewhere(view, key)
    where = Filter(actor=key)
    others = view.remember(("partners", key), lambda: partners(view.connection, key))
    return view.page(
        "actor.html",
        actor=found,
        counts=_counts(view, key),
        partners=[(p, by_tone(p.did), by_tone(p.suffered)) for p in others[:PARTNERS]],
        others=len(others),
        forms=view.remember(("forms", key), lambda: forms(view.connection, key)),
        chart=_activity(view, key),
        around=_around(view, key) if dealings_known(view, Filter()) else None,
        articles=kept_part(
            view, "articles", ARTICLES, where, Part("-date", limit=ARTICLES_TO_SPLIT)
        ),
        made=_made(view, key),
        kinds=get_args(ActorKind),
        suggestions=suggestions(view),
        statements=_newest(view, "statements", STATEMENTS, where),
        **_spoken(view, found),
        did=_newest(view, "events", EVENTS, replace(where, role="source")),
        suffered=_newest(view, "events", EVENTS, replace(where, role="target")),
        pledges=_by_kind(view, replace(where, role="party"), PLEDGES),
        demands=_by_kind(view, replace(where, role="party"), DEMANDS),
        received=_by_kind(view, replace(where, role="counterparty"), get_args(CommitmentKind)),
    )


@router.get("/network/around/{key:path}")
def around(view: Looking, key: str) -> HTMLResponse:
    """Return the network around an actor alone, for a page that did not wait for it."""
    if actor_with(view.connection, key) is None:
        raise _unknown(view, key)
    return view.page("parts/around.html", around=_around(view, key))


@api.get("/actors/{key:path}", summary="One actor with its partners")
def actor_json(view: Looking, key: str) -> ActorAnswer:
    """Return one actor."""
    found = actor_with(view.connection, key)
    if found is None:
        raise _unknown(view, key)
    others = view.remember(("partners", key), lambda: partners(view.connection, key))
    return ActorAnswer(
        actor=found,
        counts=_counts(view, key),
        partners=[
            PartnerAnswer(key=p.key, name=p.name, did=dict(p.did), suffered=dict(p.suffered))
            for p in others
        ],
        forms=forms(view.connection, key),
        months=_months(view, key),
    )


def _around(view: View, key: str) -> list[Picture | None]:
    return [ego(view, key, size) for size in EGO_SIZES]


def _newest(
    view: View, name: str, catalogue: Catalogue[Any], where: Filter, most: int = SHOWN
) -> tuple[int, list[Any]]:
    total = counted_lines(view, name, catalogue, where)
    return total, kept_part(view, name, catalogue, where, Part("-date", limit=most))


def _spoken(view: View, found: Actor) -> dict[str, Any]:
    """Return what the actor speaks about: a chart over time, and topics with small charts."""
    key = found.key
    called = [
        words for _, words, _ in view.remember(("forms", key), lambda: forms(view.connection, key))
    ]
    names = [found.name, *found.aliases, *called]
    heard = view.remember(("spoken", key), lambda: spoken(view.connection, key, names))
    counts: list[tuple[str, Tone, int]] = [(month, "statement", n) for month, n in heard.months]
    over_time = chart(view, counts, "/statements", {"actor": key}, (1180, 120), "spoken")
    return {"spoken_over_time": over_time, "topics": small_charts(view, heard)}


def _by_kind(
    view: View, where: Filter, kinds: Iterable[str]
) -> list[tuple[str, int, list[CommitmentLine]]]:
    """Return kind, number and newest lines of the commitments of each kind that there are."""
    found = []
    for kind in kinds:
        total, lines = _newest(view, "commitments", COMMITMENTS, replace(where, type=kind), FEW)
        if total:
            found.append((kind, total, lines))
    return found


def _months(view: View, key: str) -> list[tuple[str, str, int]]:
    return view.remember(("months", key), lambda: months(view.connection, key))


def _activity(view: View, key: str) -> Markup:
    counts = [(month, tones()[kind], n) for month, kind, n in _months(view, key)]
    return chart(view, counts, "/events", {"actor": key}, (1180, 180))


def _counts(view: View, key: str) -> ActorLine | None:
    return next((line for line in counted(view, Filter()) if line.key == key), None)


def _made(view: View, key: str) -> list[Decision]:
    """Return the decisions that still hold and concern the actor."""
    return [
        decision
        for decision in decisions(view.connection)
        if decision.undone_at is None
        and (key in (decision.actor, decision.value.get("into")) or key.endswith(f"#{decision.id}"))
    ]


def _elsewhere(view: View, key: str) -> Response:
    decided = decided_key(view.connection, key)
    if decided:
        return RedirectResponse(links.actor(decided), 303)
    if decided == "":
        raise NotFound(view.t("actor.forgotten", key=key), view.t("actor.forgotten_do"))
    raise _unknown(view, key)


def _unknown(view: View, key: str) -> NotFound:
    return NotFound(view.t("actor.unknown", key=key), view.t("actor.unknown_do"))


PAGE = Page("actor", "/actors", order=1000, router=router, api=api, shown=False)
