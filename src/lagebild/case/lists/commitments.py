"""The list of commitments: the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select

from lagebild.case import schema
from lagebild.case.filter import A, Filter, in_articles
from lagebild.case.lists.catalogue import Catalogue
from lagebild.case.lists.conditions import says, span_of, takes_part, with_articles
from lagebild.case.lists.heads import called, lines_with_roles, words_of

T = schema.commitments


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment; `words` is its content, `condition` the words of the condition or None."""

    id: str
    article: str
    title: str | None
    published: str | None
    outlet: str | None
    kind: str
    status: str
    parties: tuple[str, ...]
    party_names: tuple[str, ...]
    counterparties: tuple[str, ...]
    counterparty_names: tuple[str, ...]
    words: str
    content: tuple[int, int]
    condition: str | None
    duration: str | None
    deadline: str | None
    attributed_to: str | None
    attributed_name: str | None
    sentence: str
    why: str


def _chosen(connection: Connection, where: Filter, query: Select[Any]) -> Select[Any]:
    query = with_articles(query, T).where(*in_articles(where))
    wanted = ((T.c.kind, where.type), (T.c.status, where.status))
    query = query.where(*(column == value for column, value in wanted if value))
    query = query.where(*takes_part(connection, where, T, schema.commitment_actors))
    if where.words:
        sentence = span_of(T.c.sentence_start, T.c.sentence_end)
        query = query.where(*says(where.words, sentence))
    return query


def _lines(connection: Connection, ids: Sequence[str]) -> dict[str, CommitmentLine]:
    return lines_with_roles(connection, T, schema.commitment_actors, ids, _line)


def _line(
    row: Any, head: Any, members: dict[str, tuple[str, ...]], known: dict[str, str]
) -> CommitmentLine:
    parties, others = members.get("party", ()), members.get("counterparty", ())
    return CommitmentLine(
        row.id,
        head.id,
        head.title,
        head.published,
        head.outlet,
        row.kind,
        row.status,
        parties,
        called(parties, known),
        others,
        called(others, known),
        words_of(head.text, row.content_start, row.content_end) or "",
        (row.content_start, row.content_end),
        words_of(head.text, row.condition_start, row.condition_end),
        row.duration,
        row.deadline,
        row.says_so,
        known.get(row.says_so or ""),
        words_of(head.text, row.sentence_start, row.sentence_end) or "",
        row.why,
    )


COMMITMENTS = Catalogue(
    id=T.c.id,
    chosen=_chosen,
    orders={"date": (A.published,), "kind": (T.c.kind, A.published), "status": (T.c.status,)},
    lines=_lines,
    last=(A.number, T.c.position),
)
