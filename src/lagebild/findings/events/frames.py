"""The entries of the lexicon: a verb, phrase or noun with its type, roles and conditions."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from lagebild.findings.events.grammar import Grammar, fold
from lagebild.knowledge import Row

KINDS = frozenset(
    [
        "person",
        "state",
        "government",
        "organisation",
        "armed_group",
        "party",
        "company",
        "media",
        "group",
    ]
)


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on a slot: filled (`wanted` empty), or filled by one of `wanted`."""

    slot: str
    wanted: tuple[str, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of the lexicon. `needs` are alternatives of tests, all of which must hold."""

    entry: str
    table: str
    lemma: str
    fixed: tuple[str, ...]
    reflexive: bool
    type: str
    mode: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    needs: tuple[tuple[Test, ...], ...]
    order: int

    @property
    def why(self) -> str:
        """Name the line, for the event's `why`."""
        return f"{self.table}: {self.entry}"


def plain(entry: str) -> str:
    """Return an entry without the sense in parentheses that tells it from others."""
    return entry.split(" (", maxsplit=1)[0]


def compile_frames(
    rows: tuple[Row, ...],
    table: str,
    types: Collection[str],
    grammar: Grammar,
    classes: dict[str, frozenset[str]],
    columns: tuple[str, str, str] = ("type", "source", "target"),
) -> dict[str, tuple[Frame, ...]]:
    """Return the entries of a table by the lemma of their last word.

    Args:
        rows: Lines with `entry`, `needs` and `columns`.
        table: Its name, for `why`.
        types: The types that a line may name; "-" stands for none.
        grammar: Whose determiners phrases leave out.
        classes: The word classes that conditions may name.
        columns: The columns of type, source and target.

    Raises:
        KnowledgeError: A line names an unknown type or class.
    """
    found: dict[str, list[Frame]] = {}
    for order, row in enumerate(rows):
        frame = _frame(row, table, order, grammar, columns)
        if frame.type not in types and frame.type != "-":
            raise row.error(f'"{frame.type}" is no {columns[0]}.', f"Use {', '.join(types)}.")
        needs = tuple(parse_need(need, row, classes) for need in row.many("needs"))
        found.setdefault(frame.lemma, []).append(replace(frame, needs=needs))
    return {lemma: tuple(frames) for lemma, frames in found.items()}


def _frame(
    row: Row, table: str, order: int, grammar: Grammar, columns: tuple[str, str, str]
) -> Frame:
    words = plain(row.key).split()
    kind, source, target = columns
    return Frame(
        row.key,
        table,
        fold(words[-1]),
        tuple(fold(w.lower()) for w in words[:-1] if not grammar.has("determiners", w.lower())),
        "sich" in words,
        row[kind],
        row.get("mode") or None,
        row.many(source),
        row.many(target),
        (),
        order,
    )


def parse_need(need: str, row: Row, classes: dict[str, frozenset[str]]) -> tuple[Test, ...]:
    """Read one condition such as `obj:@troops/person`, `!subj` or `auf/zu`.

    Raises:
        KnowledgeError: It names a class that `event_classes` does not have.
    """
    tests: list[Test] = []
    for piece in need.split("/"):
        slot, colon, want = piece.rpartition(":") if ":" in piece else (piece, "", "")
        word = piece in KINDS or piece == "plural" or piece[0] == "@" or piece[0].isupper()
        if tests and not colon and word:
            last = tests.pop()
            slot, want = last.slot, "/".join((*last.wanted, piece))
            tests.append(Test(slot, tuple(want.split("/")), last.negated))
        else:
            tests.append(Test(slot.lstrip("!"), (want,) if want else (), slot.startswith("!")))
        name = tests[-1].wanted[-1] if tests[-1].wanted else ""
        if name.startswith("@") and name[1:] not in classes and name not in ("@actor", "@event"):
            raise row.error(f'"{name}" is no word class.', "Add it to event_classes.tsv.")
    return tuple(tests)
