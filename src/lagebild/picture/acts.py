"""Who did, promised or said what to whom: all findings of a case as pairs of actors.

One row is one finding seen as an act of one actor towards another. A type that binds both sides
alike (AGREE, CONSULT, COOPERATE, agreement) gives a row for each direction. Actors who do the same
thing side by side also get rows, `together`; an act against somebody must have a target for that,
as those who attack or accuse may do it to each other. A commitment that repeats an event of its
sentence between the same two is left out, so that one sentence counts once.
"""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal_column, null, select

from lagebild.case import schema
from lagebild.case.filter import A, Filter, in_articles
from lagebild.case.resolution import resolved, resolves
from lagebild.picture.scale import Scale

COLUMNS = [
    "source", "target", "finding", "status", "date", "article", "id", "symmetric", "claimed"
]  # fmt: skip
PLACE = ["article", "start", "source", "target"]
ROWS_AT_ONCE = 5000
BINDING = frozenset({"agreement"})
"""Commitments that bind both sides alike."""
LONGEST_TEXT = 1 << 32
"""No article has so many characters; makes one number of article and offset."""


def acts(connection: Connection, where: Filter, scale: Scale, *, statements: bool) -> pd.DataFrame:
    """Return all acts within the filter (its actor is not regarded).

    Returns:
        One row for each finding and ordered pair of actors: `source`, `target` (actor keys),
        `finding` (a key of the scale's weights), `status` (a key of its factors), `date` (ISO
        date of the finding or else of its article; None where neither has one), `article`
        (number), `id` of the finding, `symmetric` (whether it binds both sides alike), `claimed`
        (whether the report gives an event as what somebody says who did not do it); sorted by
        `id`, so that the result does not depend on the order of reading.
    """
    dates = _articles(connection, where)
    events = _events(connection, dates, where, scale)
    promised = _commitments(connection, dates, where, scale)
    told = pd.MultiIndex.from_frame(events[PLACE])
    parts = [events, promised[~pd.MultiIndex.from_frame(promised[PLACE]).isin(told)]]
    if statements:
        said = _statements(connection, dates, where)
        parts += [_addressed(said), _about(said, _mentions(connection))]
    found = pd.concat([part[COLUMNS] for part in parts], ignore_index=True)
    order = pd.factorize(found["id"], sort=True)[0]
    return found.iloc[np.argsort(order, kind="stable")].reset_index(drop=True)


def _articles(connection: Connection, where: Filter) -> "pd.Series[Any]":
    """Return the dates of the articles that pass the filter, whatever their date, by number."""
    chosen = in_articles(replace(where, since=None, until=None))
    found = _frame(connection, select(A.number, A.published).where(*chosen), ["number", "date"])
    return found.set_index("number")["date"]


def _chosen(found: pd.DataFrame, dates: "pd.Series[Any]", where: Filter) -> pd.DataFrame:
    """Leave the findings of these articles within the window, each with its date.

    Looking up the articles here is faster than joining them in SQLite.
    """
    found = found[found["article"].isin(dates.index)]
    date = found["date"].where(found["date"].notna(), found["article"].map(dates))
    known = date[date.notna()]
    if where.since:
        known = known[known >= where.since]
    if where.until:
        known = known[known.str.slice(0, len(where.until)) <= where.until]
    windowed = found.assign(date=date)
    return windowed.loc[known.index] if where.since or where.until else windowed


def _events(
    connection: Connection, dates: "pd.Series[Any]", where: Filter, scale: Scale
) -> pd.DataFrame:
    t, m = schema.events, schema.event_actors
    found = _chosen(_findings(connection, where, t, t.c.type, t.c.date_start), dates, where)
    members = select(
        literal_column("events.rowid"),
        m.c.role == "source",
        resolved(connection, m.c.actor, t.c.article),
    ).join_from(m, t, m.c.event == t.c.id)
    found = found.merge(_claims(connection), on="row", how="left")
    return _paired(found, _members(connection, members), "event", scale)


def _claims(connection: Connection) -> pd.DataFrame:
    """Return to whom the report attributes each event that it does not tell itself."""
    t = schema.events
    row: ColumnElement[int] = literal_column("events.rowid")
    query = select(row, resolved(connection, t.c.attributed_to, t.c.article))
    return _frame(connection, query.where(t.c.attributed_to.is_not(None)), ["row", "claims"])


def _commitments(
    connection: Connection, dates: "pd.Series[Any]", where: Filter, scale: Scale
) -> pd.DataFrame:
    t, m = schema.commitments, schema.commitment_actors
    members = select(
        literal_column("commitments.rowid"),
        m.c.role == "party",
        resolved(connection, m.c.actor, t.c.article),
    ).join_from(m, t, m.c.commitment == t.c.id)
    found = _chosen(_findings(connection, where, t, t.c.kind, null()), dates, where)
    found = found.assign(claims=None)
    return _paired(found, _members(connection, members), "commitment", scale)


def _findings(
    connection: Connection,
    where: Filter,
    table: Table,
    kind: ColumnElement[Any],
    date: ColumnElement[Any],
) -> pd.DataFrame:
    """Return id, kind, status, date and start of sentence of the findings of one table."""
    number: ColumnElement[int] = literal_column(f"{table.name}.rowid")
    columns = (table.c.article, table.c.id, kind, table.c.status, date, table.c.sentence_start)
    query = select(number, *columns)
    if where.type:
        query = query.where(kind == where.type)
    return _frame(connection, query, ["row", "article", "id", "kind", "status", "date", "start"])


def _members(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    found = _frame(connection, query, ["row", "acts", "actor"])
    return found.dropna().drop_duplicates() if resolves(connection) else found


def _paired(found: pd.DataFrame, members: pd.DataFrame, table: str, scale: Scale) -> pd.DataFrame:
    """Return one row for each ordered pair of actors that a finding links."""
    one = found.merge(members, on="row").rename(columns={"actor": "source"})
    both = one.merge(members.rename(columns={"actor": "target"}), on="row", suffixes=("", "_other"))
    both["symmetric"] = both["kind"].isin(scale.symmetric | BINDING)
    aimed = ~both["kind"].isin(scale.against) | both["row"].isin(
        members["row"][members["acts"] == 0]
    )
    forth = (both["acts"] == 1) & (both["acts_other"] == 0)
    beside = ~both["symmetric"] & aimed & (both["acts"] == 1) & (both["acts_other"] == 1)
    chosen = (both["source"] != both["target"]) & (both["symmetric"] | forth | beside)
    both["kind"] = both["kind"].where(~beside, "together")
    both["symmetric"] |= beside
    both["claimed"] = both["claims"].notna() & (both["claims"] != both["source"])
    both = both[chosen]
    return both.assign(finding=f"{table}:" + both["kind"], status=f"{table}:" + both["status"])


def _statements(connection: Connection, dates: "pd.Series[Any]", where: Filter) -> pd.DataFrame:
    t = schema.statements
    query = select(
        t.c.article,
        t.c.id,
        null(),
        resolved(connection, t.c.speaker, t.c.article),
        resolved(connection, t.c.addressee, t.c.article),
        func.json_extract(t.c.quote, "$[0][0]"),
        func.json_extract(t.c.quote, "$[#-1][1]"),
    ).where(t.c.speaker.is_not(None))
    columns = ["article", "id", "date", "source", "target", "start", "end"]
    said = _frame(connection, query if where.type is None else query.limit(0), columns)
    said = _chosen(said, dates, where)
    return said.dropna(subset=["source", "start"]).assign(
        finding="statement:addressed", status="statement:said", symmetric=False, claimed=False
    )


def _addressed(said: pd.DataFrame) -> pd.DataFrame:
    return said[said["target"].notna() & (said["source"] != said["target"])]


def _mentions(connection: Connection) -> pd.DataFrame:
    t = schema.mentions
    query = select(t.c.article, t.c.start, resolved(connection, t.c.actor, t.c.article))
    found = _frame(connection, query, ["article", "start", "actor"]).dropna()
    return found.iloc[np.lexsort((found["start"], found["article"]))]


def _about(said: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return each statement with each other actor that its quotation mentions."""
    article = said["article"].to_numpy(dtype=np.int64) * LONGEST_TEXT
    place = mentions["article"].to_numpy(dtype=np.int64) * LONGEST_TEXT
    place += mentions["start"].to_numpy(dtype=np.int64)
    first = np.searchsorted(place, article + said["start"].to_numpy(dtype=np.int64))
    last = np.searchsorted(place, article + said["end"].to_numpy(dtype=np.int64))
    counts = last - first
    rows = np.repeat(np.arange(len(said)), counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    about = said.iloc[rows].assign(
        target=mentions["actor"].to_numpy()[first[rows] + offsets], finding="statement:about"
    )
    about = about[about["source"] != about["target"]]
    return about.drop_duplicates(["id", "target"])


def _frame(connection: Connection, query: Select[Any], columns: list[str]) -> pd.DataFrame:
    """Return the rows as a frame; text stays Python objects, which merge faster than they convert.

    The rows come straight from SQLite, some at a time, which takes a fifth of the time of
    SQLAlchemy's rows.
    """
    cursor = connection.execute(query).cursor
    assert cursor is not None
    values: list[list[Any]] = [[] for _ in columns]
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        for column, found in zip(values, zip(*rows, strict=True), strict=True):
            column.extend(found)
    return pd.DataFrame({name: _array(v) for name, v in zip(columns, values, strict=True)})


def _array(values: list[Any]) -> npt.NDArray[Any]:
    if values and all(isinstance(value, int) for value in (values[0], values[-1])):
        with suppress(TypeError):
            return np.fromiter(values, dtype=np.int64, count=len(values))
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
