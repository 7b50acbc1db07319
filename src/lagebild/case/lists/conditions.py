"""Conditions that several lists share: on actors whom a person may have merged, and on words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    func,
    literal_column,
    select,
    text,
)

from lagebild.case import schema, search
from lagebild.case.filter import A, Filter, actor_keys
from lagebild.case.resolution import resolved, resolves


def is_actor(
    connection: Connection, named: str, actor: ColumnElement[Any], article: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Return the condition that a column of actor keys means the actor called `named`.

    The keys under which the actor was read come first, so that an index serves.

    Raises:
        WrongUse: No actor is called so.
    """
    keys = actor_keys(connection, named)
    if not resolves(connection):
        return actor.in_(keys)
    return actor.in_(read_as(connection, keys)) & resolved(connection, actor, article).in_(keys)


def read_as(connection: Connection, keys: Sequence[str]) -> list[str]:
    """Return keys of actors with those under which the same actors were read."""
    r = schema.actor_resolution.c
    read = connection.scalars(select(r.raw).distinct().where(r.key.in_(keys)))
    return [*keys, *read]


def takes_part(
    connection: Connection, where: Filter, owner: Table, members: Table
) -> list[ColumnElement[bool]]:
    """Return the conditions that the filter's actor is among an event's or pledge's, in its role.

    Raises:
        WrongUse: No actor is called so.
    """
    if not where.actor:
        return []
    key = next(iter(members.primary_key.columns))
    own = owner.alias("own")
    roles = [members.c.role == where.role] if where.role else []
    found = (
        select(key)
        .join_from(members, own, key == own.c.id)
        .where(is_actor(connection, where.actor, members.c.actor, own.c.article), *roles)
    )
    return [owner.c.id.in_(found)]


def named_in_article(connection: Connection, named: str) -> ColumnElement[bool]:
    """Return the condition that the article on hand names the actor called `named`."""
    t = schema.article_actors.c
    found = select(t.article).where(is_actor(connection, named, t.actor, t.article))
    return A.number.in_(found)


def has_event(where: Filter) -> list[ColumnElement[bool]]:
    """Return the conditions that the article on hand tells of an event of the type asked for."""
    e = schema.events.c
    if not where.type:
        return []
    return [A.number.in_(select(e.article).where(e.type == where.type))]


def holds(words: str) -> ColumnElement[bool]:
    """Return the condition that the article on hand holds all `words`, in any form.

    Raises:
        WrongUse: There is no word to look for.
    """
    says_so = text("search MATCH :query").bindparams(query=search.query(words))
    matching: Select[Any] = select(literal_column("rowid")).select_from(text("search"))
    return A.number.in_(matching.where(says_so))


def says(words: str, quoted: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Return the conditions that a text inside the article on hand holds all `words`."""
    wanted = " ".join(search.stems(words))
    return [holds(words), func.says(quoted, wanted) == 1]


def span_of(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the SQL expression for the words of a span of the article on hand."""
    return func.substr(A.text, start + 1, end - start)


def with_articles(query: Any, table: Table) -> Any:
    """Join a finding's table with its articles."""
    joined: FromClause = table.join(schema.articles, table.c.article == A.number)
    return query.select_from(joined)
