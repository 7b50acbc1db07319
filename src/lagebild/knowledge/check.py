"""Check knowledge tables line by line, so that a researcher can mend a folder of their own.

`check` reads every table, packaged and own, and returns all errors it finds instead of stopping at
the first. What a cell may hold follows from its column (`COLUMNS`) or from its table (`CELLS`).
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from lagebild.errors import KnowledgeError
from lagebild.knowledge import DATA, Knowledge
from lagebild.knowledge.table import Row, parse_row, table_lines

Test = Callable[["Known", str], bool]

KINDS = frozenset({"state", "government", "organisation", "armed_group", "party", "company",
                   "media", "group"})  # fmt: skip
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WHERE = re.compile(r"(\S+\.tsv), line (\d+):")
WIKIDATA = re.compile(r"Q[1-9]\d*")
NAMED = frozenset({"titles", "collectives", "organisations", "groups", "countries", "persons",
                        "offices", "office_holders", "metonyms", "first_names"})  # fmt: skip
"""Tables whose first cell names a row, so that it must not occur twice in one file."""


class Known:
    """The keys of all tables, packaged and own, to which cells may refer."""

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        """Collect the keys of `rows` (by table)."""
        self.keys = {
            table: {row.key.removeprefix("-") for row in found} for table, found in rows.items()
        }
        self.types = {row["type"] for row in rows.get("offices", [])}

    def has(self, table: str, key: str) -> bool:
        """Tell whether `table` has a row of this key."""
        return key in self.keys.get(table, ())

    def state(self, iso: str) -> bool:
        """Tell whether `iso` is the code of a state."""
        return self.has("countries", iso)

    def body(self, key: str) -> bool:
        """Tell whether `key` is a state, an organisation or a group."""
        return self.state(key) or self.has("organisations", key) or self.has("groups", key)

    def actor(self, key: str) -> bool:
        """Tell whether `key` is an actor's key: `state:RUS`, `org:nato`, `person:...`."""
        kind, _, rest = key.partition(":")
        tables = {
            "state": ("countries",),
            "org": ("organisations", "groups"),
            "person": ("persons",),
        }
        return any(self.has(table, rest) for table in tables.get(kind, ()))


BODY = "a state's code or a key of organisations.tsv or groups.tsv"
PARENT = "a key of organisations.tsv"
READINGS = frozenset({"state", "named", "only", "none", "bare"})
COLUMNS: dict[str, tuple[Test, str]] = {
    "country": (lambda k, v: k.state(v), "an ISO 3166-1 alpha-3 code of countries.tsv"),
    "wikidata": (lambda k, v: bool(WIKIDATA.fullmatch(v)), "a Wikidata id such as Q159"),
    "gender": (lambda k, v: v in {"m", "f"}, "m or f"),
    "since": (
        lambda k, v: bool(ISO_DATE.fullmatch(v)),
        "an ISO date (2015, 2015-11 or 2015-11-26)",
    ),
    "until": (
        lambda k, v: bool(ISO_DATE.fullmatch(v)),
        "an ISO date (2015, 2015-11 or 2015-11-26)",
    ),
}
CELLS: dict[tuple[str, str], tuple[Test, str]] = {
    ("organisations", "kind"): (lambda k, v: v in KINDS, f"one of {', '.join(sorted(KINDS))}"),
    ("groups", "kind"): (lambda k, v: v in KINDS, f"one of {', '.join(sorted(KINDS))}"),
    ("collectives", "kind"): (lambda k, v: v in KINDS, f"one of {', '.join(sorted(KINDS))}"),
    ("collectives", "reading"): (lambda k, v: v in READINGS, "state, named, only, none or bare"),
    ("organisations", "parent"): (lambda k, v: k.has("organisations", v), PARENT),
    ("offices", "body"): (lambda k, v: k.body(v), BODY),
    ("titles", "body"): (lambda k, v: k.body(v), BODY),
    ("titles", "offices"): (lambda k, v: v in k.types, "a type that offices.tsv has"),
    ("metonyms", "actor"): (lambda k, v: k.actor(v), "an actor's key such as state:RUS or org:eu"),
    ("office_holders", "office"): (lambda k, v: k.has("offices", v), "a key of offices.tsv"),
    ("office_holders", "person"): (lambda k, v: k.has("persons", v), "a key of persons.tsv"),
}  # fmt: skip
SHARED = frozenset({"chair", "group_chair"})
"""Types of offices that several persons may hold at a time: parties have two chairs."""
MANY = frozenset({("titles", "offices")})
"""Cells that may hold several values, separated by `|`."""


def check(folder: Path | None = None) -> list[KnowledgeError]:
    """Return all errors of the packaged tables and of those in `folder`, in order of file and line.

    Raises:
        KnowledgeError: `folder` does not exist or holds a table of an unknown name.
    """
    Knowledge(folder)
    errors: list[KnowledgeError] = []
    rows: dict[str, list[Row]] = {}
    for path in [*sorted(DATA.glob("*.tsv")), *(sorted(folder.glob("*.tsv")) if folder else ())]:
        found, wrong = _read(path, tuple(rows[path.stem][0]) if rows.get(path.stem) else None)
        errors += wrong
        errors += _repeated(path.stem, found)
        replaced = {row.key.removeprefix("-") for row in found}
        rows[path.stem] = [r for r in rows.get(path.stem, []) if r.key not in replaced] + found
    known = Known(rows)
    for table, found in rows.items():
        for row in found:
            errors += _cells(table, row, known)
    errors += _holdings(rows.get("office_holders", []))
    return sorted(errors, key=_place)


def _place(error: KnowledgeError) -> tuple[str, int]:
    """Return file and line of an error, by which errors are put in order."""
    found = _WHERE.match(error.problem)
    return (found[1], int(found[2])) if found else (error.problem, 0)


def _read(path: Path, columns: tuple[str, ...] | None) -> tuple[list[Row], list[KnowledgeError]]:
    try:
        header, lines = table_lines(path, columns)
    except KnowledgeError as error:
        return [], [error]
    rows, errors = [], []
    for number, line in lines:
        try:
            rows.append(parse_row(path, number, header, line))
        except KnowledgeError as error:
            errors.append(error)
    return rows, errors


def _repeated(table: str, rows: list[Row]) -> Iterator[KnowledgeError]:
    seen: dict[str, int] = {}
    for row in rows if table in NAMED else ():
        if row.key in seen:
            yield row.error(
                f'"{row.key}" stands in line {seen[row.key]} already.', "Keep one of them."
            )
        seen.setdefault(row.key, row.line)


def _cells(table: str, row: Row, known: Known) -> Iterator[KnowledgeError]:
    if row.key.startswith("-"):
        return
    for column, cell in row.items():
        rule = CELLS.get((table, column)) or (COLUMNS.get(column) if table in NAMED else None)
        values = row.many(column) if (table, column) in MANY else (cell,)
        for value in values:
            if rule and value and not rule[0](known, value):
                yield row.error(
                    f'"{value}" in the column {column} is not valid.', f"Give {rule[1]}."
                )


def _holdings(rows: list[Row]) -> Iterator[KnowledgeError]:
    """Yield an error for each time in office that ends before it begins or overlaps the next."""
    by_office: dict[str, list[Row]] = {}
    for row in (row for row in rows if not row.key.startswith("-")):
        if row["until"] and row["until"] < row["since"]:
            yield row.error(f"ends ({row['until']}) before it begins.", "Mend the dates.")
        by_office.setdefault(row["office"], []).append(row)
    for office, found in by_office.items():
        if office.rpartition(".")[2] in SHARED:
            continue
        for one, two in pairwise(sorted(found, key=lambda row: (row["since"], row.line))):
            if not one["until"] or one["until"] > two["since"]:
                until = one["until"] or "today"
                yield two.error(
                    f"begins while {one['person']} holds {one['office']} (until {until}).",
                    "Mend the dates: an office has one holder at a time.",
                )
