"""A finding as a form that a person corrects, and the form as corrections.

Actors are given by name, several parted by semicolons. Words are given as they stand in the
article: the place nearest to where the finding stands now is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, Field

from lagebild.case.reviews.reviewable import KINDS, FindingKind, Stored, anchor
from lagebild.errors import WrongUse
from lagebild.spans import Span
from lagebild.web import written
from lagebild.web.asked import Text
from lagebild.web.view import View
from lagebild.web.vocabulary import event_types

GAP = " … "
"""Between the parts of an interrupted quote."""
LONGEST = 5000


class Form(BaseModel):
    """What a person says of a finding; each kind of finding uses some of the fields."""

    csrf: str = Field(default="", max_length=200)
    back: str = Field(default="/review", max_length=2000)
    verdict: Literal["accept", "correct", "reject"] = "accept"
    type: Text = None
    mode: Text = None
    status: Text = None
    words: str = Field(default="", max_length=LONGEST)
    condition: str = Field(default="", max_length=LONGEST)
    source: str = Field(default="", max_length=LONGEST)
    target: str = Field(default="", max_length=LONGEST)
    party: str = Field(default="", max_length=LONGEST)
    counterparty: str = Field(default="", max_length=LONGEST)
    speaker: Text = None
    addressee: Text = None
    attributed_to: Text = None
    date: Text = None
    place: Text = None
    value: Text = None
    counted: Text = None
    country: Text = None


@dataclass(frozen=True, slots=True)
class Input:
    """One field of the form: `choices` of a select, or a text; `proposes` names a suggestion."""

    name: str
    value: str
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    proposes: str = ""
    long: bool = False


ACTORS = ("source", "target", "party", "counterparty")
ONE_ACTOR = ("speaker", "addressee", "attributed_to")
FIELDS: dict[FindingKind, tuple[str, ...]] = {
    "event": (
        *("type", "source", "target", "status", "words"),
        *("mode", "date", "place", "attributed_to"),
    ),
    "statement": ("type", "speaker", "addressee", "words"),
    "commitment": ("type", "party", "counterparty", "status", "words", "condition"),
    "figure": ("value", "type", "counted", "attributed_to", "words"),
    "date": ("type", "value", "words"),
    "place": ("place", "country", "words"),
}
VOCABULARIES: dict[FindingKind, str] = {"figure": "qualifier", "date": "timex"}
"""What the types of a kind are called in the vocabulary, where not as the kind."""


def inputs(view: View, kind: FindingKind, stored: Stored, text: str) -> list[Input]:
    """Return the fields of the form for a finding."""
    values = _shown(view, kind, stored, text)
    how = KINDS[kind]
    choices = {
        "type": how.fields[how.type] or event_types(),  # of places, which have none, nothing asks
        "status": how.fields.get("status", ()),
    }
    vocabularies = {"type": VOCABULARIES.get(kind, kind), "status": f"{kind}_status"}
    return [
        Input(
            name,
            values[name],
            choices.get(name, ()),
            vocabularies.get(name, ""),
            "actor" if name in (*ACTORS, *ONE_ACTOR) else "place" if name == "place" else "",
            name in ("words", "condition"),
        )
        for name in FIELDS[kind]
    ]


def changes(view: View, kind: FindingKind, stored: Stored, text: str, form: Form) -> dict[str, Any]:
    """Return what the form changes in the finding.

    Raises:
        WrongUse: An actor is unknown or ambiguous, or words are not in the article.
    """
    before = _shown(view, kind, stored, text)
    found: dict[str, Any] = {}
    for name in FIELDS[kind]:
        value = (getattr(form, name) or "").strip()
        if " ".join(value.split()) != " ".join(before[name].split()):
            found |= _changed(view, kind, stored, text, (name, value))
    return found


def _shown(view: View, kind: FindingKind, stored: Stored, text: str) -> dict[str, str]:
    named = view.names({key for key in _keys(kind, stored) if key})
    values = {name: str(stored.get(name) or "") for name in FIELDS[kind]}
    values["type"] = str(stored[KINDS[kind].type] or "")
    for name in ACTORS:
        if name in values:
            values[name] = "; ".join(named[key] for key in stored[name])
    for name in ONE_ACTOR:
        if values.get(name):
            values[name] = named[stored[name]]
    values["words"] = GAP.join(span.of(text) for span in spans(kind, stored))
    if kind == "place":
        values |= {"place": values["type"], "country": view.t.country(stored["country"])}
    if kind == "figure" and stored["value"] is not None:
        values["value"] = written.digits(view, stored["value"])
    if "date" in values:
        values["date"] = str(stored["date_value"] or "")[:10]
    if "condition" in values and stored["condition_start"] is not None:
        values["condition"] = text[stored["condition_start"] : stored["condition_end"]]
    return values


def spans(kind: FindingKind, stored: Stored) -> list[Span]:
    """Return the words that a finding stands on; none where it has none yet."""
    columns = KINDS[kind].anchor
    if not stored[columns[0]] and stored[columns[0]] != 0:
        return []
    if kind == "statement":
        return [Span(start, end) for start, end in stored["quote"]]
    return [anchor(kind, stored)]


def _keys(kind: FindingKind, stored: Stored) -> Iterable[str]:
    for name in FIELDS[kind]:
        if name in ACTORS:
            yield from stored[name]
        elif name in ONE_ACTOR:
            yield stored[name]


def _changed(
    view: View, kind: FindingKind, stored: Stored, text: str, given: tuple[str, str]
) -> dict[str, Any]:
    name, value = given
    if name in ACTORS:
        parts = [part for part in value.split(";") if part.strip()]
        return {name: [written.actor(view, part) for part in parts]}
    if name in ONE_ACTOR:
        return {name: written.actor(view, value) if value else None}
    if name == "words":
        return _words(view, kind, stored, text, value)
    if name == "condition":
        near = anchor(kind, stored).start if spans(kind, stored) else 0
        place = written.place_of(view, text, value, near) if value else (None, None)
        return dict(zip(("condition_start", "condition_end"), place, strict=True))
    return _plain(view, kind, name, value)


def _plain(view: View, kind: FindingKind, name: str, value: str) -> dict[str, Any]:
    """Return what a field says that has nothing to do with the article's text."""
    if name == "date":
        return written.day(view, value)
    if name == "place":
        return written.place_named(view, kind, value)
    if name == "country":
        return {"country": written.country(view, value)}
    if name == "value" and kind == "figure":
        return {"value": written.number(view, value)}
    if name == "value":
        return written.timex(view, value)
    return {KINDS[kind].type if name == "type" else name: value or None}


def _words(view: View, kind: FindingKind, stored: Stored, text: str, value: str) -> dict[str, Any]:
    present = spans(kind, stored)
    near = present[0].start if present else 0
    wanted = [part for part in value.split(GAP.strip()) if part.strip()]
    parts = [written.place_of(view, text, part, near) for part in wanted]
    if not parts:
        raise WrongUse(view.t("review.no_words"), view.t("review.no_words_do"))
    if kind == "statement":
        return {"quote": [list(part) for part in sorted(parts)]}
    start, end = KINDS[kind].anchor
    return {start: parts[0][0], end: parts[0][1]}
