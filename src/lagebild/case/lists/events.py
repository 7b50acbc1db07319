"""The list of events."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func

from lagebild.case import schema
from lagebild.case.filter import A, Filter, in_articles
from lagebild.case.lists.catalogue import Catalogue
from lagebild.case.lists.conditions import says, span_of, takes_part, with_articles
from lagebild.case.lists.heads import called, lines_with_roles, words_of

T = schema.events
DATE = func.coalesce(T.c.date_start, A.published)


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event; `words` is the trigger, `sentence` the sentence that tells it."""

    id: str
    article: str
    title: str | None
    published: str | None
    outlet: str | None
    type: str
    mode: str | None
    status: str
    sources: tuple[str, ...]
    source_names: tuple[str, ...]
    targets: tuple[str, ...]
    target_names: tuple[str, ...]
    date: str | None
    date_start: str | None
    date_end: str | None
    place: str | None
    place_country: str | None
    latitude: float | None
    longitude: float | None
    attributed_to: str | None
    attributed_name: str | None
    words: str
    trigger: tuple[int, int]
    sentence: str
    confidence: float
    why: str


def _chosen(connection: Connection, where: Filter, query: Select[Any]) -> Select[Any]:
    query = with_articles(query, T).where(*in_articles(replace(where, place=None), DATE))
    wanted = ((T.c.type, where.type), (T.c.status, where.status), (T.c.place, where.place))
    query = query.where(*(column == value for column, value in wanted if value))
    query = query.where(*takes_part(connection, where, T, schema.event_actors))
    if where.words:
        sentence = span_of(T.c.sentence_start, T.c.sentence_end)
        query = query.where(*says(where.words, sentence))
    return query


def _lines(connection: Connection, ids: Sequence[str]) -> dict[str, EventLine]:
    return lines_with_roles(connection, T, schema.event_actors, ids, _line)


def _line(
    row: Any, head: Any, members: dict[str, tuple[str, ...]], known: dict[str, str]
) -> EventLine:
    sources, targets = members.get("source", ()), members.get("target", ())
    return EventLine(
        row.id,
        head.id,
        head.title,
        head.published,
        head.outlet,
        row.type,
        row.mode,
        row.status,
        sources,
        called(sources, known),
        targets,
        called(targets, known),
        row.date_value,
        row.date_start,
        row.date_end,
        row.place,
        row.place_country,
        row.latitude,
        row.longitude,
        row.says_so,
        known.get(row.says_so or ""),
        words_of(head.text, row.trigger_start, row.trigger_end) or "",
        (row.trigger_start, row.trigger_end),
        words_of(head.text, row.sentence_start, row.sentence_end) or "",
        row.confidence,
        row.why,
    )


EVENTS = Catalogue(
    id=T.c.id,
    chosen=_chosen,
    orders={"date": (DATE,), "confidence": (T.c.confidence,), "type": (T.c.type, DATE)},
    lines=_lines,
    last=(A.number, T.c.position),
)
