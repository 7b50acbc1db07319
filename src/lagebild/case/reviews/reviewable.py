"""The findings that a person reviews, and how each kind is stored.

A finding is handled as its row without id, article and position, with the actors of each role
added under the role's name (`source`, `target`, `party`, `counterparty`: lists of actor keys).

Events, statements and commitments are numbered when an article is read. Figures, dates and places
are called by letter and words (`ARTICLE-f120-122`); their rows get that id only when a person
reviews them, so that it stays when the words are corrected.
"""

import math
import re
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    select,
)

from lagebild.case import schema
from lagebild.errors import WrongUse
from lagebild.findings.finding import (
    CommitmentKind,
    CommitmentStatus,
    EventStatus,
    Qualifier,
    StatementKind,
    TimexType,
)
from lagebild.spans import Span

FindingKind = Literal["event", "statement", "commitment", "figure", "date", "place"]
Verdict = Literal["accept", "correct", "reject", "add"]
Stored = dict[str, Any]
OF_THE_CASE = ("id", "article", "position")
BY_WORDS = re.compile(r"(?P<article>.+)-[fdp](?P<start>\d{1,12})-(?P<end>\d{1,12})")
"""The id of a finding that is called by its words."""


@dataclass(frozen=True, slots=True)
class Reviewable:
    """How a kind of finding is stored.

    `anchor` names the columns of the words that the finding stands on: two of a span, or one
    list of spans. `roles` are the roles of actors in `roles_table`. `fields` are the columns
    that a person may correct; those with a fixed set of values come with it. `letter` begins the
    name of findings that are called by their words. `sure` stands for the confidence of a kind
    that has none of its own: the share that is right, as `floors.toml` has it.
    """

    table: Table
    anchor: tuple[str, ...]
    type: str
    fields: dict[str, tuple[str, ...]]
    roles: tuple[str, ...] = ()
    roles_table: Table | None = None
    letter: str = ""
    sure: float = 0.5


KINDS: dict[FindingKind, Reviewable] = {
    "event": Reviewable(
        schema.events,
        ("trigger_start", "trigger_end"),
        "type",
        {
            "type": (),
            "mode": (),
            "status": get_args(EventStatus),
            "trigger_start": (),
            "trigger_end": (),
            "sentence_start": (),
            "sentence_end": (),
            "date_start": (),
            "date_end": (),
            "date_value": (),
            "place": (),
            "place_country": (),
            "latitude": (),
            "longitude": (),
            "geonames": (),
            "place_start": (),
            "place_end": (),
            "attributed_to": (),
        },
        ("source", "target"),
        schema.event_actors,
    ),
    "statement": Reviewable(
        schema.statements,
        ("quote",),
        "kind",
        {
            "kind": get_args(StatementKind),
            "quote": (),
            "cue": (),
            "frame": (),
            "speaker": (),
            "speaker_spans": (),
            "addressee": (),
            "addressee_spans": (),
        },
    ),
    "commitment": Reviewable(
        schema.commitments,
        ("content_start", "content_end"),
        "kind",
        {
            "kind": get_args(CommitmentKind),
            "status": get_args(CommitmentStatus),
            "content_start": (),
            "content_end": (),
            "condition_start": (),
            "condition_end": (),
            "sentence_start": (),
            "sentence_end": (),
            "duration": (),
            "deadline": (),
        },
        ("party", "counterparty"),
        schema.commitment_actors,
        sure=0.55,
    ),
    "figure": Reviewable(
        schema.figures,
        ("start", "end"),
        "qualifier",
        {
            "qualifier": get_args(Qualifier),
            "value": (),
            "counted": (),
            "start": (),
            "end": (),
            "sentence_start": (),
            "sentence_end": (),
            "attributed_to": (),
        },
        letter="f",
        sure=0.94,
    ),
    "date": Reviewable(
        schema.dates,
        ("start", "end"),
        "type",
        {
            "type": get_args(TimexType),
            "value": (),
            "date_start": (),
            "date_end": (),
            "start": (),
            "end": (),
        },
        letter="d",
        sure=0.75,
    ),
    "place": Reviewable(
        schema.places,
        ("start", "end"),
        "name",
        {
            "name": (),
            "country": (),
            "latitude": (),
            "longitude": (),
            "geonames": (),
            "start": (),
            "end": (),
        },
        letter="p",
        sure=0.9,
    ),
}


def finding_id(kind: FindingKind) -> ColumnElement[str]:
    """Return the SQL expression of a finding's id, where its table is joined with `articles`."""
    how = KINDS[kind]
    t = how.table.c
    if not how.letter:
        return t.id
    words = cast(t.start, Text) + "-" + cast(t.end, Text)
    return func.coalesce(t.id, schema.articles.c.id + f"-{how.letter}" + words)


def is_finding(kind: FindingKind, finding: str) -> ColumnElement[bool]:
    """Return the condition on the rows of a kind that one of them has this id."""
    how = KINDS[kind]
    t, called = how.table.c, BY_WORDS.fullmatch(finding)
    if not how.letter or called is None or f"-{how.letter}{called['start']}-" not in finding:
        return t.id == finding
    a = schema.articles.c
    number = select(a.number).where(a.id == called["article"]).scalar_subquery()
    here = (t.article == number) & (t.start == int(called["start"])) & (t.end == int(called["end"]))
    return (t.id == finding) | (t.id.is_(None) & here)


def anchor(kind: FindingKind, stored: Stored) -> Span:
    """Return the words that a finding stands on: trigger, first part of the quote, content."""
    columns = KINDS[kind].anchor
    if len(columns) == 1:
        start, end = stored[columns[0]][0]
        return Span(start, end)
    return Span(stored[columns[0]], stored[columns[1]])


def columns(kind: FindingKind) -> list[str]:
    """Return the columns that hold the finding itself."""
    return [c.name for c in KINDS[kind].table.columns if c.name not in OF_THE_CASE]


def load(connection: Connection, kind: FindingKind, article: int) -> dict[str, Stored]:
    """Return all findings of a kind in the article with this number, by id."""
    how = KINDS[kind]
    rows = connection.execute(
        select(how.table, finding_id(kind).label("called"))
        .join(schema.articles, how.table.c.article == schema.articles.c.number)
        .where(how.table.c.article == article)
    )
    found: dict[str, Stored] = {}
    for row in rows.mappings():
        stored = {name: row[name] for name in columns(kind)}
        found[row["called"]] = stored | {role: [] for role in how.roles}
    if how.roles_table is not None and found:
        t, own = how.roles_table, kind
        roles = select(t).where(t.c[own].in_(found)).order_by(t.c.role, t.c.position)
        for row in connection.execute(roles).mappings():
            found[row[own]][row["role"]].append(row["actor"])
    return found


def store(
    connection: Connection, kind: FindingKind, finding: str, article: int, stored: Stored
) -> None:
    """Write a finding under this id in place of what is there."""
    how = KINDS[kind]
    position = remove(connection, kind, finding)
    row = {name: value for name, value in stored.items() if name not in how.roles}
    case = {"id": finding, "article": article, "position": position}
    known = {name: value for name, value in case.items() if name in how.table.columns}
    connection.execute(insert(how.table).values(row | known))
    if how.roles_table is not None:
        actors = [
            {kind: finding, "role": role, "position": n, "actor": actor}
            for role in how.roles
            for n, actor in enumerate(stored[role])
        ]
        if actors:
            connection.execute(insert(how.roles_table), actors)


def remove(connection: Connection, kind: FindingKind, finding: str) -> int:
    """Take a finding out of its table and return its position; 0 where it was not there."""
    t, here = KINDS[kind].table, is_finding(kind, finding)
    ordered = "position" in t.columns
    position = connection.scalar(select(t.c.position).where(here)) if ordered else 0
    connection.execute(delete(t).where(here))
    return int(position or 0)


def corrected(kind: FindingKind, stored: Stored, changes: Stored) -> Stored:
    """Return the finding with `changes`.

    Raises:
        WrongUse: A field may not be changed, or does not take such a value.
    """
    how = KINDS[kind]
    for name, value in changes.items():
        if name not in how.fields and name not in how.roles:
            raise WrongUse(
                f'"{name}" of a {kind} cannot be corrected.',
                f"Use one of: {', '.join([*how.fields, *how.roles])}",
            )
        allowed = how.fields.get(name, ())
        if allowed and value not in allowed:
            raise WrongUse(
                f'"{value}" is no {name} of a {kind}.', f"Use one of: {', '.join(allowed)}"
            )
        if name == "value" and isinstance(how.table.c.value.type, Float):
            _check_number(value)
    return stored | changes


def _check_number(value: object) -> None:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise WrongUse(f'"{value}" is no number.', "Write it in digits, for example 250 or 1.5.")
