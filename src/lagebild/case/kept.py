"""Keep results that were computed from the whole case, so that they outlive the program.

A result holds for one state of the case and one version of its method; any other is as good as
none. It can be computed again at any time, and is replaced when it is.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from lagebild.case import schema
from lagebild.case.stories import state

T = schema.kept_results


def keep(connection: Connection, name: str, method: str, value: bytes) -> None:
    """Keep a result of the case as it is now, in place of an older one."""
    connection.execute(delete(T).where(T.c.name == name))
    row = {"name": name, "method": method, "state": list(state(connection)), "value": value}
    connection.execute(insert(T).values(**row))


def kept(connection: Connection, name: str, method: str) -> bytes | None:
    """Return the result that holds for the case as it is now, None where none does."""
    if not are_kept(connection, (name,), method):
        return None
    value: bytes | None = connection.scalar(select(T.c.value).where(T.c.name == name))
    return value


def are_kept(connection: Connection, names: Sequence[str], method: str) -> bool:
    """Tell whether all these results are there for the case as it is now."""
    query = select(T.c.state).where(T.c.name.in_(names), T.c.method == method)
    states = connection.scalars(query).all()
    if len(states) < len(names):
        return False
    now = list(state(connection))
    return all(found == now for found in states)
