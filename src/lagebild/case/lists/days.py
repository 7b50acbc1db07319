"""On which days findings fall: events by their own date, else that of the report, and statements.

Counted in SQL, so that small charts need not load what they count.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from lagebild.case import schema
from lagebild.case.filter import A
from lagebild.case.lists.conditions import read_as
from lagebild.case.resolution import resolved

E, R, S = schema.events, schema.event_actors, schema.statements
DAY = func.coalesce(E.c.date_start, A.published)


def days(connection: Connection) -> list[tuple[str, int]]:
    """Return day (ISO) and number of the events and statements that fall on it, in any order."""
    told = (
        select(DAY, func.count())
        .join_from(E, schema.articles, E.c.article == A.number)
        .where(A.duplicate_of.is_(None), DAY.is_not(None))
        .group_by(DAY)
    )
    said = (
        select(A.published, func.count())
        .join_from(S, schema.articles, S.c.article == A.number)
        .where(A.duplicate_of.is_(None), A.published.is_not(None))
        .group_by(A.published)
    )
    return [(day, n) for query in (told, said) for day, n in connection.execute(query)]


def days_of(connection: Connection, keys: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return actor key, day and number of the events it takes part in and of what it says."""
    wanted = sorted(keys)
    read = read_as(connection, wanted)
    actor = resolved(connection, R.c.actor, E.c.article).label("actor")
    speaker = resolved(connection, S.c.speaker, S.c.article).label("speaker")
    told = (
        select(actor, DAY, func.count(R.c.event.distinct()))
        .join_from(R, E, R.c.event == E.c.id)
        .join(schema.articles, E.c.article == A.number)
        .where(R.c.actor.in_(read), actor.in_(wanted))
        .where(A.duplicate_of.is_(None), DAY.is_not(None))
        .group_by(actor, DAY)
    )
    said = (
        select(speaker, A.published, func.count())
        .join_from(S, schema.articles, S.c.article == A.number)
        .where(S.c.speaker.in_(read), speaker.in_(wanted))
        .where(A.duplicate_of.is_(None), A.published.is_not(None))
        .group_by(speaker, A.published)
    )
    return [(key, day, n) for query in (told, said) for key, day, n in connection.execute(query)]
