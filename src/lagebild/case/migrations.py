"""Bring a case file to the newest layout, in named steps that the file records.

A new file gets the tables of `schema.py` at once and all names are recorded as applied. To change
the layout: change `schema.py`, and append a step here that does the same to an older file. Steps
are never renamed or removed. All steps of one opening run in one transaction: they apply wholly
or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, select

from lagebild.case import schema
from lagebild.case.clock import now
from lagebild.case.search import create_search
from lagebild.case.views import create_views
from lagebild.errors import CaseTooNew


@dataclass(frozen=True, slots=True)
class Migration:
    """A named step from one layout of the case file to the next."""

    name: str
    apply: Callable[[Connection], None]


def _first_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    create_search(connection)
    create_views(connection)


def _stories(connection: Connection) -> None:
    schema.metadata.create_all(connection, tables=[schema.stories, schema.story_events])


def _reviews(connection: Connection) -> None:
    schema.metadata.create_all(connection, tables=[schema.reviews, schema.reviewed_findings])


def _finding_ids(connection: Connection) -> None:
    for table in (schema.figures, schema.dates, schema.places):
        present = {column["name"] for column in inspect(connection).get_columns(table.name)}
        if "id" not in present:
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN id TEXT")
        by_id = next(index for index in table.indexes if index.name == f"{table.name}_by_id")
        by_id.create(connection, checkfirst=True)


def _kept_results(connection: Connection) -> None:
    schema.metadata.create_all(connection, tables=[schema.kept_results])


MIGRATIONS: tuple[Migration, ...] = (
    Migration("0001-first-tables", _first_tables),
    Migration("0002-stories", _stories),
    Migration("0003-reviews", _reviews),
    Migration("0004-finding-ids", _finding_ids),
    Migration("0005-kept-results", _kept_results),
)


def migrate(
    connection: Connection, path: Path, steps: tuple[Migration, ...] = MIGRATIONS
) -> list[str]:
    """Apply what the file lacks and return the names of the steps that ran.

    Raises:
        CaseTooNew: The file records a step that this version does not know.
    """
    if not inspect(connection).has_table("migrations"):
        _first_tables(connection)
        _record(connection, steps)
        return [step.name for step in steps]
    applied = set(connection.scalars(select(schema.migrations.c.name)))
    unknown = sorted(applied - {step.name for step in steps})
    if unknown:
        raise CaseTooNew(
            f'"{path}" was written by a newer version of Lagebild (it has {unknown[0]}).',
            "Update Lagebild: pip install --upgrade lagebild",
        )
    missing = tuple(step for step in steps if step.name not in applied)
    for step in missing:
        step.apply(connection)
    _record(connection, missing)
    return [step.name for step in missing]


def _record(connection: Connection, steps: tuple[Migration, ...]) -> None:
    for step in steps:
        connection.execute(schema.migrations.insert().values(name=step.name, applied_at=now()))
