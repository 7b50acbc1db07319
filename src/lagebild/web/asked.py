"""What the address of a list asks for: filters, page and order, checked before a page sees them.

Each list declares its own class, so that its form, its address and the API agree:

    class Asked(ListAsked):
        type: EventType | Empty = None
        sort: Literal["date", "-date"] = "-date"
"""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from lagebild.case import Filter

LONGEST = 200
"""The longest text of a filter, in characters."""
PARTS = re.compile(r"\d{4}(-\d{2}){0,2}")


def _none_if_empty(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _clean(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _a_date(value: str) -> str:
    if not PARTS.fullmatch(value):
        raise ValueError("a date is written 2015, 2015-11 or 2015-11-24")
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError as error:
        raise ValueError("there is no such date") from error
    return value


def _one_line(value: str) -> str:
    if any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in value):
        raise ValueError("control characters are not allowed")
    return value


Optional = BeforeValidator(_none_if_empty)
"""Mark a field so that an empty one of a form counts as not given."""
Text = Annotated[
    Annotated[str, Field(max_length=LONGEST), BeforeValidator(_clean), AfterValidator(_one_line)]
    | None,
    Optional,
]
Day = Annotated[Annotated[str, AfterValidator(_a_date)] | None, Optional]


class Selection(BaseModel):
    """The filters that all pages share; a page may leave some out of its form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: Text = Field(default=None, description="Words; all must occur, in any form.")
    actor: Text = Field(default=None, description="Name, alias or key of an actor.")
    since: Day = Field(default=None, description="From this date on: 2015, 2015-11 or 2015-11-24.")
    until: Day = Field(default=None, description="Up to this date, inclusive.")
    outlet: Text = Field(default=None, description="The medium that published the article.")
    place: Text = Field(default=None, description="A place that the article or event names.")
    article: Text = Field(default=None, description="Id of an article.")

    def filter(self) -> Filter:
        """Return the same as the case understands it."""
        named = self.model_dump()
        return Filter(
            actor=self.actor,
            since=self.since,
            until=self.until,
            article=self.article,
            type=named.get("type") or named.get("kind") or named.get("qualifier"),
            status=named.get("status"),
            outlet=self.outlet,
            place=self.place,
            words=self.q,
            role=named.get("role"),
            counted=named.get("counted"),
            reprints=bool(named.get("reprints")),
        )

    def given(self) -> dict[str, Any]:
        """Return the filters that are set, without page and order."""
        values = self.model_dump(exclude={"page", "size", "sort"})
        return {name: value for name, value in values.items() if value not in (None, False)}


class ListAsked(Selection):
    """Filters with page and order; a list narrows `sort` to its columns."""

    page: int = Field(default=1, ge=1, le=1_000_000, description="Which page, from 1.")
    size: int = Field(default=50, ge=1, le=200, description="How many lines a page has.")
    sort: str = Field(default="", description="Column; with a minus in front, the greatest first.")

    @property
    def offset(self) -> int:
        """How many lines stand before this page."""
        return (self.page - 1) * self.size

    def finds(self, text: str) -> bool:
        """Tell whether a text holds all words that are looked for, in any order."""
        folded = text.casefold()
        return self.q is None or all(word in folded for word in self.q.casefold().split())
