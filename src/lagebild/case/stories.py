"""Keep the stories that were found in a case until its articles or actors change.

Stories depend on all articles at once, so any change forgets them, and the next question finds
them anew. They are kept because finding them takes half a minute in a case of 20,000 articles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from lagebild.case import schema

KEPT = "stories"
"""Key of `case_info` that holds the version of the method by which the kept stories were found."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one course of events.

    `id` is that of its first article, `title` the headline of the article nearest to all others.
    `first` and `last` are ISO dates, None where no article has one. `articles` are the ids of its
    articles by date, without the `reprints`; `actors` the keys of those that most articles name.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    reprints: tuple[str, ...]
    actors: tuple[str, ...]


def state(connection: Connection) -> tuple[object, ...]:
    """Return what changes whenever articles, decisions or reviews do."""
    a, d, r = schema.articles.c, schema.decisions.c, schema.reviews.c
    articles = select(func.count(), func.max(a.number), func.max(a.read_at))
    undone = select(func.count(), func.count(d.undone_at))
    reviewed = select(func.count(), func.count(r.undone_at))
    return tuple(
        value for asked in (articles, undone, reviewed) for value in connection.execute(asked).one()
    )


def forget_stories(connection: Connection) -> None:
    """Forget the kept stories and what was made of them, since articles or actors change."""
    info = schema.case_info
    if connection.execute(delete(info).where(info.c.key == KEPT)).rowcount:
        for table in (schema.stories, schema.story_events, schema.kept_results):
            connection.execute(delete(table))


def keep_stories(
    connection: Connection, method: str, stories: Iterable[Story], events: Mapping[str, str]
) -> None:
    """Keep stories and the story of each event, found by this version of the method."""
    forget_stories(connection)
    rows = [_row(place, story) for place, story in enumerate(stories)]
    told = [{"event": event, "story": story} for event, story in sorted(events.items())]
    for table, found in ((schema.stories, rows), (schema.story_events, told)):
        if found:
            connection.execute(insert(table), found)
    connection.execute(insert(schema.case_info).values(key=KEPT, value=method))


def kept_stories(connection: Connection, method: str) -> list[Story] | None:
    """Return the kept stories, None where none are kept that this version found."""
    if not _are_kept(connection, method):
        return None
    t = schema.stories.c
    columns = (t.id, t.title, t.first, t.last, t.articles, t.reprints, t.actors)
    return [
        Story(*row[:4], *(tuple(names) for names in row[4:]))
        for row in connection.execute(select(*columns).order_by(t.position))
    ]


def kept_event_stories(connection: Connection, method: str) -> dict[str, str] | None:
    """Return the kept story of each event by id, None where none are kept."""
    if not _are_kept(connection, method):
        return None
    t = schema.story_events.c
    return {row.event: row.story for row in connection.execute(select(t.event, t.story))}


def _are_kept(connection: Connection, method: str) -> bool:
    info = schema.case_info.c
    return connection.scalar(select(info.value).where(info.key == KEPT)) == method


def _row(place: int, story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "position": place,
        "title": story.title,
        "first": story.first,
        "last": story.last,
        "articles": list(story.articles),
        "reprints": list(story.reprints),
        "actors": list(story.actors),
    }
