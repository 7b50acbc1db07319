"""Draw the whole case, part by part, in a process of its own: what articles say together.

Parts that take long are kept in the case file, so that they are there at once when the explorer
starts again.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any, TypeVar

from pydantic import TypeAdapter

from lagebild.case import Case
from lagebild.case.kept import keep, kept
from lagebild.case.positions import decided_positions
from lagebild.case.stories import Story, state
from lagebild.errors import CaseError
from lagebild.picture.contradictions import Contradiction, contradictions_of
from lagebild.picture.keeping import method
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Material, material
from lagebild.picture.positions import Utterance, utterances_of
from lagebild.picture.stories import stories

T = TypeVar("T")
PARTS = ("stories", "contradictions", "lives", "positions")
SHAPES: dict[str, TypeAdapter[Any]] = {
    "contradictions": TypeAdapter(tuple[Contradiction, ...]),
    "lives": TypeAdapter(tuple[Life, ...]),
    "positions": TypeAdapter(tuple[Utterance, ...]),
}
"""The parts that are kept here; stories are kept by `picture.stories`."""


class _Drawing:
    """Draws the parts of one case, from what is kept where it still holds."""

    def __init__(self, case: Case, *, keeping: bool) -> None:
        self._case = case
        self._keeping = keeping
        with case.looking() as connection:
            self._before = state(connection)

    @cached_property
    def material(self) -> Material:
        return material(self._case)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        return tuple(stories(self._case))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        return self._kept("contradictions", self._disagreements)

    @cached_property
    def lives(self) -> tuple[Life, ...]:
        return self._kept("lives", lambda: tuple(lives_of(self.material)))

    @cached_property
    def positions(self) -> tuple[Utterance, ...]:
        return self._kept("positions", self._utterances)

    def _disagreements(self) -> tuple[Contradiction, ...]:
        return tuple(contradictions_of(self.material, list(self.lives)))

    def _utterances(self) -> tuple[Utterance, ...]:
        with self._case.looking() as connection:
            decided = decided_positions(connection)
        return tuple(utterances_of(self.material, decided, list(self.lives)))

    def _kept(self, name: str, compute: Callable[[], T]) -> T:
        """Return what is kept, else compute and keep it, unless the file cannot be written now."""
        with self._case.looking() as connection:
            found = kept(connection, name, method())
        if found is not None:
            known: T = SHAPES[name].validate_json(zlib.decompress(found))
            return known
        value = compute()
        if self._keeping:
            stored = zlib.compress(SHAPES[name].dump_json(value))
            with suppress(CaseError), self._case.writing() as connection:
                if state(connection) == self._before:
                    keep(connection, name, method(), stored)
        return value


def draw(case: Case, *, keeping: bool = True) -> Iterator[tuple[str, Any]]:
    """Yield the name and value of each part; takes minutes for a case of many thousand articles.

    Args:
        case: What it is drawn from.
        keeping: Keep the parts in the case file.
    """
    drawing = _Drawing(case, keeping=keeping)
    for name in PARTS:
        yield name, getattr(drawing, name)
