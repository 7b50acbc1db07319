"""Szenarien: propose a scenario from the case, edit its text, run it, and see what a change does.

Nothing is kept: the text of a scenario stands in the page's form, and a request names no file.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from pydantic import Field

from lagebild.case import Filter
from lagebild.errors import WrongUse
from lagebild.web.asked import Selection, Text
from lagebild.web.pages import Page
from lagebild.web.suggestions import suggestions
from lagebild.web.view import Looking, View
from lagebild.whatif import (
    Difference,
    ProposeOptions,
    Results,
    RunOptions,
    Scenario,
    changed,
    compare,
    parse_scenario,
    propose,
    run,
    scenario_text,
)
from lagebild.whatif.as_json import difference_json, results_json
from lagebild.whatif.change import described
from lagebild.whatif.limits import change_in_short, in_short, limits
from lagebild.whatif.picture import PictureWords, difference_picture, outcome_picture
from lagebild.whatif.remarks import Remark
from lagebild.whatif.scenario import QUANTITIES

LONGEST = 200_000
"""The longest text of a scenario, in characters."""
MOST_ACTORS = 30
OPTIONS = RunOptions(runs=5000, rounds=10)
"""Half as many runs as the command line has by default: a page should answer within a second."""
STRONGEST = 5

router = APIRouter()
api = APIRouter(tags=["scenarios"])


class Asked(Selection):
    """What to propose a scenario on."""

    issue: Text = Field(default=None, description="What the issue is called.")
    words: Text = Field(
        default=None, description="Words that name it; commas between alternatives."
    )
    low: Text = Field(default=None, description="What the position 0 means.")
    high: Text = Field(default=None, description="What the position 100 means.")
    actors: int = Field(default=10, ge=2, le=MOST_ACTORS, description="At most so many actors.")
    change: Text = Field(default=None, description="A change, such as Russland.position=40.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario with its results, and what the changes do to it where there are any."""

    text: str
    changes: str
    results: Results
    difference: Difference | None


@router.get("/scenarios")
def page(view: Looking, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Show the forms and, where an issue is asked for, its proposal with its results."""
    if asked.issue is None:
        return _page(view, asked, None)
    return _page(view, asked, view.remember(_key(view, asked), lambda: _proposed(view, asked)))


@router.post("/scenarios")
def edited(
    view: Looking,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    changes: Annotated[str, Form(max_length=2000)] = "",
    file: UploadFile | None = None,
) -> HTMLResponse:
    """Run the scenario that the form holds, or that of a file sent with it."""
    sent = file.file.read(LONGEST + 1) if file is not None and file.filename else b""
    if sent:
        text = _decoded(view, sent)
    text, changes = (value.replace("\r\n", "\n") for value in (text, changes))
    scenario = parse_scenario(text, view.t("scenarios.text"))
    return _page(view, Asked(), _outcome(scenario, text, changes))


def _decoded(view: View, sent: bytes) -> str:
    if len(sent) > LONGEST:
        raise WrongUse(view.t("scenarios.too_long", n=LONGEST), view.t("scenarios.none_do"))
    try:
        return sent.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(view.t("scenarios.not_utf8"), view.t("scenarios.none_do")) from error


@api.get("/scenarios", summary="A scenario proposed from the case, its results, a change's effect")
def page_json(view: Looking, asked: Annotated[Asked, Query()]) -> dict[str, Any]:
    """Return what the page shows; `change` gives the difference."""
    if asked.issue is None:
        raise WrongUse("No issue is named.", "Ask for /api/scenarios?issue=Waffenruhe.")
    found = view.remember(_key(view, asked), lambda: _proposed(view, asked))
    if found.difference is None:
        return {"text": found.text} | results_json(found.results)
    return {"text": found.text} | difference_json(found.difference)


def _key(view: View, asked: Asked) -> tuple[object, ...]:
    return ("scenarios", asked, view.t.language)


def _proposed(view: View, asked: Asked) -> Outcome:
    where = Filter(since=asked.since, until=asked.until, outlet=asked.outlet)
    low = asked.low or view.t("scenarios.against", issue=asked.issue)
    high = asked.high or view.t("scenarios.for", issue=asked.issue)
    options = ProposeOptions(asked.issue or "", asked.words, low, high, asked.actors, where)
    scenario = propose(view.case, options)
    return _outcome(scenario, scenario_text(scenario), asked.change or "")


def _outcome(scenario: Scenario, text: str, changes: str) -> Outcome:
    if len(scenario.actors) > MOST_ACTORS:
        raise WrongUse(
            f"{len(scenario.actors)} actors are too many for this page.",
            f"Keep the {MOST_ACTORS} that matter most, or use: lagebild whatif run FILE",
        )
    after = scenario
    for line in filter(None, map(str.strip, changes.splitlines())):
        after = changed(after, line)
    if after == scenario:
        return Outcome(text, changes, run(scenario, OPTIONS), None)
    difference = compare(scenario, after, OPTIONS)
    return Outcome(text, changes, difference.before, difference)


def _page(view: View, asked: Asked, found: Outcome | None) -> HTMLResponse:
    return view.page(
        "scenarios.html",
        asked=asked,
        found=found,
        suggestions=suggestions(view),
        shown=_shown(view, found) if found else None,
        example="Russland.position=40",
    )


def _shown(view: View, found: Outcome) -> dict[str, Any]:
    """Return what the template shows of an outcome, worded in the reader's language."""
    words = _picture_words(view)
    results = found.difference.after if found.difference else found.results
    svg = (
        difference_picture(found.difference, words)
        if found.difference
        else outcome_picture(found.results, words)
    )
    return {
        "results": results,
        "short": _said(view, in_short(results)),
        "effect": _said(view, change_in_short(found.difference)) if found.difference else "",
        "limits": [_said(view, remark) for remark in limits(results)],
        "changes": [_said(view, r) for r in found.difference.changes] if found.difference else [],
        "quantities": QUANTITIES,
        "described": described,
        "articles": _articles(view),
        "strongest": [f.influences[:STRONGEST] for f in results.forecasts],
        # the picture escapes every text that it shows
        "picture": Markup(svg),  # noqa: S704
    }


def _said(view: View, remark: Remark) -> str:
    values = dict(remark.values)
    if "quantity" in values:
        values["quantity"] = view.t(f"scenarios.{values['quantity']}")
    return view.t(f"scenarios.said.{remark.id}", **values)


def _picture_words(view: View) -> PictureWords:
    return PictureWords(
        view.t("scenarios.picture"),
        view.t("scenarios.picture_key"),
        view.t("scenarios.before"),
        view.t("scenarios.after"),
        {model.id: view.t(f"scenarios.model.{model.id}") for model in OPTIONS.models},
        lambda remark: _said(view, remark),
    )


def _articles(view: View) -> dict[str, str]:
    """Return the id of each article by the name that a scenario calls it: file name, or id."""
    records = view.remember(
        ("scenarios", "articles"), lambda: view.case.articles(Filter(reprints=True))
    )
    return {r.uri.rsplit("/", 1)[-1]: r.id for r in records} | {r.id: r.id for r in records}


PAGE = Page("scenarios", "/scenarios", order=140, router=router, api=api)
