"""What a question to a case asks for, and what that means for its tables.

Reprints (articles with `duplicate_of`) are left out unless `reprints` is set, so that one agency
text counts once.
"""

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from lagebild.case import schema
from lagebild.days import first_and_last
from lagebild.errors import WrongUse

A = schema.articles.c


@dataclass(frozen=True, slots=True)
class Filter:
    """What a question asks for; every part that is given must hold.

    `actor` is a name, alias or key. `since` and `until` are ISO years, months or days (inclusive)
    that are compared with an event's own date where it has one, else with the article's.
    `article` is an article's id. `type` is the kind of the asked-for findings, `status` that of
    events and commitments. `outlet` published the article. `place` is named in it; for events it
    is where they happened. `role` is that of the actor in the lists of events (`source`, `target`)
    and commitments (`party`, `counterparty`). `counted` is what figures count, in any form.
    `limit` bounds the results of a search.

    Raises:
        WrongUse: `since` or `until` is no date, or `since` is later.
    """

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    type: str | None = None
    words: str | None = None
    reprints: bool = False
    limit: int = 20
    status: str | None = None
    outlet: str | None = None
    place: str | None = None
    role: str | None = None
    counted: str | None = None

    def __post_init__(self) -> None:
        begins = _days(self.since)[0] if self.since else ""
        if self.until and _days(self.until)[1] < begins:
            raise WrongUse(
                f'"{self.since}" is later than "{self.until}".', "Change the two dates round."
            )


def _days(given: str) -> tuple[str, str]:
    try:
        return first_and_last(given)
    except ValueError as error:
        problem = f'"{given}" is no date.'
        raise WrongUse(problem, "Write it as 2015-11-26, 2015-11 or 2015.") from error


def in_articles(where: Filter, date: ColumnElement[Any] = A.published) -> list[ColumnElement[bool]]:
    """Return the conditions on a joined `articles` row that the filter asks for."""
    conditions: list[ColumnElement[bool]] = []
    if not where.reprints:
        conditions.append(A.duplicate_of.is_(None))
    if where.since:
        conditions.append(date >= where.since)
    if where.until:
        conditions.append(func.substr(date, 1, len(where.until)) <= where.until)
    if where.article:
        conditions.append(
            or_(A.id == where.article, A.uri.endswith(where.article, autoescape=True))
        )
    if where.outlet:
        conditions.append(A.outlet == where.outlet)
    if where.place:
        named = schema.places.c
        here = (named.article == A.number) & (named.name == where.place)
        conditions.append(select(named.article).where(here).correlate(schema.articles).exists())
    return conditions


def actor_keys(connection: Connection, name: str) -> list[str]:
    """Return the keys of the actors that a user means by `name`.

    A key, else an equal name or alias, else a name that contains it; upper and lower case alike.

    Raises:
        WrongUse: No actor has such a name; the message proposes similar ones.
    """
    t = schema.actors.c
    if connection.scalar(select(t.key).where(t.key == name)) is not None:
        return [name]
    rows = connection.execute(select(t.key, t.name, t.aliases).order_by(t.key)).all()
    wanted = name.casefold()
    known = {row.key: {n.casefold() for n in [row.name, *row.aliases]} for row in rows}
    tests: tuple[Callable[[set[str]], bool], ...] = (
        lambda names: wanted in names,
        lambda names: any(wanted in n.split() for n in names),
        lambda names: any(wanted in n for n in names),
    )
    for means in tests:
        found = [key for key, names in known.items() if means(names)]
        if found:
            return found
    near = difflib.get_close_matches(name, [row.name for row in rows], n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "See them: lagebild show CASE"
    raise WrongUse(f'No actor of this case is called "{name}".', hint)


def article_id(connection: Connection, named: str) -> str:
    """Return the id of the article that a user means by its id, file name or end of its uri.

    Raises:
        WrongUse: No article, or more than one, is called so.
    """
    same_end = or_(A.id == named, A.uri.endswith(named, autoescape=True))
    found = connection.scalars(select(A.id).where(same_end).order_by(A.id).limit(3)).all()
    if named in found:
        return named
    if not found:
        raise WrongUse(f'No article of this case is called "{named}".', "See: lagebild show CASE")
    if len(found) > 1:
        raise WrongUse(
            f'Several articles are called "{named}".', f"Name one by its id: {', '.join(found)}"
        )
    return str(found[0])
