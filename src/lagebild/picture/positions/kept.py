"""The utterances of a whole case, kept in the case file until it or the method changes."""

import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress

from pydantic import TypeAdapter

from lagebild.case import Case
from lagebild.case.kept import keep, kept
from lagebild.case.stories import state
from lagebild.errors import CaseError
from lagebild.picture.keeping import method
from lagebild.picture.positions.utterance import Utterance

NAME = "positions"
SHAPE = TypeAdapter(tuple[Utterance, ...])


def kept_or(case: Case, find: Callable[[], Sequence[Utterance]]) -> list[Utterance]:
    """Return the utterances that the case keeps, else find and keep them.

    They are not kept where the file cannot be written now, or has changed meanwhile.
    """
    with case.looking() as connection:
        stored = kept(connection, NAME, method())
        before = state(connection)
    if stored is not None:
        return list(SHAPE.validate_json(zlib.decompress(stored)))
    found = tuple(find())
    with suppress(CaseError), case.writing() as connection:
        if state(connection) == before:
            keep(connection, NAME, method(), zlib.compress(SHAPE.dump_json(found)))
    return list(found)
