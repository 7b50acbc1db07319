"""What a case holds about one actor: with whom it deals, in which forms it is named, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from lagebild.case import schema
from lagebild.case.filter import A, Filter
from lagebild.case.lists.conditions import is_actor, takes_part
from lagebild.case.lists.heads import names
from lagebild.case.resolution import EVERY_ARTICLE, resolved
from lagebild.case.rows import actor_of
from lagebild.findings.finding import Actor

E, R = schema.events, schema.event_actors
MOST = 400
"""Rows of partners by type that are read; those with fewer events are left out."""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another actor with the events between both, by PLOVER type and direction.

    `did` counts events of the asked-for actor towards the other, `suffered` those of the other.
    """

    key: str
    name: str
    did: Mapping[str, int]
    suffered: Mapping[str, int]

    @property
    def events(self) -> int:
        """All events between both."""
        return sum(self.did.values()) + sum(self.suffered.values())


def actor(connection: Connection, key: str) -> Actor | None:
    """Return the actor with this key; None where the case has none, or a person forgot it."""
    t = schema.actors
    row = connection.execute(select(t).where(t.c.key == key)).one_or_none()
    return None if row is None else actor_of(row)


def decided_key(connection: Connection, key: str) -> str | None:
    """Return the key that a person decided on for all of `key`, empty where it was forgotten."""
    r = schema.actor_resolution.c
    decided = select(r.key).where(r.raw == key, r.article == EVERY_ARTICLE)
    return connection.scalar(decided)


def partners(connection: Connection, key: str) -> list[Partner]:
    """Return with whom the actor has events, those with most first."""
    found: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
    for place, (mine, theirs) in enumerate((("source", "target"), ("target", "source"))):
        for other, kind, n in _between(connection, key, mine, theirs):
            by_kind = found.setdefault(other, ({}, {}))[place]
            by_kind[kind] = by_kind.get(kind, 0) + n
    known = names(connection, found)
    made = [Partner(other, known[other], *both) for other, both in found.items()]
    return sorted(made, key=lambda partner: (-partner.events, partner.name, partner.key))


def _between(connection: Connection, key: str, mine: str, theirs: str) -> Any:
    own, other = R.alias("own"), R.alias("other")
    named = resolved(connection, other.c.actor, E.c.article).label("named")
    number = func.count(E.c.id.distinct())
    return connection.execute(
        select(named, E.c.type, number)
        .join_from(own, E, own.c.event == E.c.id)
        .join(other, other.c.event == E.c.id)
        .join(schema.articles, E.c.article == A.number)
        .where(
            is_actor(connection, key, own.c.actor, E.c.article),
            own.c.role == mine,
            other.c.role == theirs,
            named.is_not(None),
            named != key,
            A.duplicate_of.is_(None),
        )
        .group_by(named, E.c.type)
        .order_by(number.desc(), named, E.c.type)
        .limit(MOST)
    )


def forms(connection: Connection, key: str) -> list[tuple[str, str, int]]:
    """Return form, words and number of the actor's mentions, the most frequent first."""
    m = schema.mentions.c
    words = func.substr(A.text, m.start + 1, m.end - m.start)
    number = func.count()
    rows = connection.execute(
        select(m.form, words, number)
        .join_from(schema.mentions, schema.articles, m.article == A.number)
        .where(is_actor(connection, key, m.actor, m.article), A.duplicate_of.is_(None))
        .group_by(m.form, words)
        .order_by(number.desc(), words)
        .limit(60)
    )
    return [(form, " ".join(text.split()), n) for form, text, n in rows]


def months(connection: Connection, key: str) -> list[tuple[str, str, int]]:
    """Return month (ISO), PLOVER type and number of the events that the actor takes part in.

    An event counts in its own month where it has one, else in that of its article.
    """
    month = func.substr(func.coalesce(E.c.date_start, A.published), 1, 7)
    rows = connection.execute(
        select(month, E.c.type, func.count())
        .join_from(E, schema.articles, E.c.article == A.number)
        .where(
            *takes_part(connection, Filter(actor=key), E, R),
            A.duplicate_of.is_(None),
            month.is_not(None),
        )
        .group_by(month, E.c.type)
        .order_by(month, E.c.type)
    )
    return [(month, kind, n) for month, kind, n in rows]
