"""Open a case file: SQLite with write-ahead log and foreign keys, its errors put into words.

A case file carries the application id 0x4C474244 ("LGBD") and the names of the migrations that
were applied to it. A file without that id is not touched.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError as SQLAlchemyDatabaseError
from sqlalchemy.pool import QueuePool

from lagebild.case.migrations import migrate
from lagebild.case.search import says
from lagebild.errors import (
    CaseDamaged,
    CaseError,
    CaseFull,
    CaseLocked,
    NotACase,
    WrongUse,
)

APPLICATION_ID = 0x4C474244
LOCK_WAIT_S = 10.0
SQLITE_HEADER = b"SQLite format 3\0"


def connect(path: Path, *, create: bool, lock_wait_s: float = LOCK_WAIT_S) -> Engine:
    """Return an engine on the case file at `path`, brought up to date.

    Args:
        path: The case file.
        create: Make a new case where there is no file.
        lock_wait_s: Seconds to wait for another program's transaction.

    Raises:
        NotACase, CaseDamaged, CaseTooNew, CaseLocked, CaseFull, WrongUse: see `lagebild.errors`.
    """
    _check_file(path, create=create)
    engine = create_engine(f"sqlite:///{path}", poolclass=QueuePool, pool_size=4)
    event.listen(engine, "connect", lambda raw, _: _set_up(raw, lock_wait_s))
    event.listen(engine, "begin", _begin)
    try:
        _bring_up_to_date(engine, path, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: Engine, path: Path, *, create: bool) -> None:
    with plain_errors(path), engine.connect() as connection:
        (found,) = connection.exec_driver_sql("PRAGMA application_id").one()
        (tables,) = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").one()
        if found != APPLICATION_ID and tables:
            raise NotACase(
                f'"{path}" is a SQLite file, but not a Lagebild case file.',
                "Give another --case; this file was left as it is.",
            )
        if found != APPLICATION_ID and not create:
            raise _empty(path)
    with plain_errors(path), engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, path)


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotACase(f'"{path}" is a folder, not a case file.', "Name a file, e.g. lage.case.")
    if not path.exists():
        if not create:
            raise WrongUse(
                f'There is no case file "{path}".', f"Make one: lagebild read PATH… --case {path}"
            )
        if not path.parent.is_dir():
            raise WrongUse(f'The folder "{path.parent}" does not exist.', "Create it first.")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(SQLITE_HEADER))
    except OSError as error:
        raise CaseError(
            f'"{path}" cannot be opened: {error.strerror}.', "Check who may read and write it."
        ) from error
    if not head and not create and not path.with_name(f"{path.name}-wal").exists():
        raise _empty(path)
    if head and head != SQLITE_HEADER:
        raise NotACase(
            f'"{path}" is not a Lagebild case file.',
            "Give another --case; this file was left as it is.",
        )


def _empty(path: Path) -> NotACase:
    """Return what is said of a file that a reading broke off in before it was a case."""
    return NotACase(f'"{path}" is empty.', f"Fill it: lagebild read PATH… --case {path}")


def _set_up(raw: Any, lock_wait_s: float) -> None:
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout = {int(lock_wait_s * 1000)}")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = NORMAL")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.create_function("says", 2, says, deterministic=True)


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _writes(connection: Any) -> bool:
    return not connection.get_execution_options().get("read_only", False)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into Lagebild's, with the file's name and a remedy."""
    try:
        yield
    except (SQLAlchemyDatabaseError, sqlite3.DatabaseError) as error:
        raise _translated(path, error) from error


def _translated(path: Path, error: Exception) -> CaseError:
    message = str(getattr(error, "orig", None) or error)
    if "locked" in message or "busy" in message:
        return CaseLocked(
            f'"{path}" is in use by another program.', "Wait until it is done, then try again."
        )
    if "full" in message or "disk I/O" in message:
        return CaseFull(
            f'There is no space left for "{path}" ({message}).',
            "All finished articles are kept. Free some space and run the same command again.",
        )
    if "not a database" in message:
        return NotACase(f'"{path}" is not a Lagebild case file.', "Give another --case.")
    if "malformed" in message or "corrupt" in message:
        return CaseDamaged(
            f'"{path}" is damaged ({message}).',
            f'Restore a copy, or save what is left: sqlite3 "{path}" ".recover".',
        )
    if "readonly" in message or "unable to open" in message:
        return CaseError(
            f'"{path}" cannot be written ({message}).', "Check who may write the file and folder."
        )
    return CaseError(f'"{path}" cannot be used ({message}).', "Try again with another case file.")
