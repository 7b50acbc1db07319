"""What the stories of a case are made from: every article and event, in few and lean columns.

Reprints are included. A case of 20,000 articles is read in seconds, since no article's text
leaves the database.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select, text

from lagebild.case import schema
from lagebild.case.filter import A, Filter
from lagebild.case.findings import roles_of
from lagebild.case.resolution import resolved
from lagebild.case.search import stems

SEARCHED = text("SELECT rowid, words FROM search")


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article as it is compared with others.

    `stems` are the stems of its words in order of the text, `actors` says how often it mentions
    whom, `deeds` how often it tells of an event of which type on which day ("ASSAULT 2016-04-27").
    """

    id: str
    title: str | None
    published: str | None
    genre: str
    duplicate_of: str | None
    stems: tuple[str, ...]
    actors: dict[str, int]
    uri: str = ""
    deeds: dict[str, int] = field(default_factory=dict)


class ToldActor(NamedTuple):
    """An actor as it is compared; `words` are the stems of its names and titles."""

    kind: str
    country: str | None
    words: frozenset[str]


class Telling(NamedTuple):
    """An event as one article tells it; `start` and `end` are the ISO dates it gives, or None."""

    id: str
    article: str
    published: str | None
    type: str
    mode: str | None
    trigger: str
    sentence: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    geonames: int | None
    status: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


def told_articles(connection: Connection) -> list[ToldArticle]:
    """Return all articles by date, those without one last."""
    actors, deeds = _mentioned(connection), _dated(connection)
    words = {row.rowid: row.words for row in connection.execute(SEARCHED)}
    rows = connection.execute(
        select(A.number, A.id, A.uri, A.title, A.published, A.genre, A.duplicate_of).order_by(
            A.published.is_(None), A.published, A.id
        )
    )
    return [
        ToldArticle(
            row.id,
            row.title,
            row.published,
            row.genre,
            row.duplicate_of,
            tuple(str(words.get(row.number, "")).split()),
            actors.get(row.number, {}),
            row.uri,
            deeds.get(row.number, {}),
        )
        for row in rows
    ]


def tellings(connection: Connection) -> list[Telling]:
    """Return the events of all articles by their own date, else the article's, then by id."""
    t = schema.events
    roles = roles_of(connection, schema.event_actors, t, Filter(reprints=True))
    date = func.coalesce(t.c.date_start, A.published)
    columns = (t.c.type, t.c.mode, _words(t.c.trigger_start, t.c.trigger_end))
    sentence = _words(t.c.sentence_start, t.c.sentence_end)
    when_where = (t.c.date_start, t.c.date_end, t.c.place, t.c.place_country, t.c.geonames)
    rows = connection.execute(
        select(t.c.id, A.id, A.published, *columns, sentence, *when_where, t.c.status)
        .join_from(t, schema.articles, t.c.article == A.number)
        .order_by(date.is_(None), date, A.published, A.id, t.c.position)
    )
    return [Telling._make((*row, *_sides(roles.get(row[0], {})))) for row in rows]


def told_actors(connection: Connection) -> dict[str, ToldActor]:
    """Return what is compared of each actor of the case, by key."""
    t = schema.actors.c
    rows = connection.execute(select(t.key, t.kind, t.country, t.name, t.aliases, t.roles))
    return {
        row.key: ToldActor(
            row.kind,
            row.country,
            frozenset(stems(" ".join([row.name, *row.aliases, *_titles(row.roles)]))),
        )
        for row in rows
    }


def _titles(roles: list[dict[str, str]]) -> list[str]:
    return [role["title"] for role in roles]


def _sides(roles: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return roles.get("source", ()), roles.get("target", ())


def _words(start: ColumnElement[int], end: ColumnElement[int]) -> ColumnElement[str]:
    return func.substr(A.text, start + 1, end - start)


def _mentioned(connection: Connection) -> dict[int, dict[str, int]]:
    """Return how often each article mentions each actor."""
    t = schema.mentions.c
    key = resolved(connection, t.actor, t.article)
    query = (
        select(t.article, key, func.count())
        .where(key.is_not(None))
        .group_by(t.article, key)
        .order_by(t.article, key)
    )
    found: dict[int, dict[str, int]] = {}
    for article, actor, count in connection.execute(query):
        found.setdefault(article, {})[actor] = count
    return found


def _dated(connection: Connection) -> dict[int, dict[str, int]]:
    """Return how often each article tells of something done, by its type and day."""
    t = schema.events.c
    query = (
        select(t.article, t.type, t.date_start, func.count())
        .where(t.date_start == t.date_end, t.status.in_(("occurred", "ongoing")))
        .group_by(t.article, t.type, t.date_start)
        .order_by(t.article, t.type, t.date_start)
    )
    found: dict[int, dict[str, int]] = {}
    for article, kind, day, count in connection.execute(query):
        found.setdefault(article, {})[f"{kind} {day[:10]}"] = count
    return found
