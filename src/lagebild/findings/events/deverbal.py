"""Nouns that tell what a verb tells: "die Lieferung von Waffen an Togo durch Ghana".

Their frames are made from those of the verb that ask for a certain object, so that "die Lieferung
der Pizza" tells nothing. The noun of a light verb carries the event noun below it.
"""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.findings.events.frames import Frame, Test
from lagebild.findings.events.grammar import fold
from lagebild.knowledge import Row

SLOTS = {
    "subj": ("durch", "adj", "poss", "comp"),
    "obj": ("gen", "von"),
    "dat": ("an", "für"),
}
"""Where a noun has what stands in a slot of its verb; prepositions stay what they are."""


def with_deverbals(
    nouns: dict[str, tuple[Frame, ...]],
    rows: tuple[Row, ...],
    verbs: dict[str, tuple[Frame, ...]],
) -> dict[str, tuple[Frame, ...]]:
    """Return the nouns with those made from verbs.

    Args:
        nouns: The entries of `event_nouns`, which go first; a new noun never ends a compound.
        rows: The lines of `event_deverbals`.
        verbs: The entries of `event_verbs`.
    """
    found = dict(nouns)
    for row in rows:
        noun = fold(row["noun"])
        made = tuple(_made(row["noun"], verbs.get(fold(row["verb"]), ())))
        key = next((k for k in (noun, f"={noun}") if k in nouns), f"={noun}")
        if made:
            found[key] = (*found.get(key, ()), *made)
    return found


def _made(noun: str, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    for frame in frames:
        if not frame.fixed and not frame.reflexive and _asks_for_object(frame):
            yield replace(
                frame,
                entry=f"{noun} (as {frame.entry})",
                table="event_nouns",
                source=_moved(frame.source),
                target=_moved(frame.target),
                needs=tuple(_alternatives(tests) for tests in frame.needs),
            )


def _asks_for_object(frame: Frame) -> bool:
    """Tell whether a class or kind of object is asked for, and nothing that no noun has."""
    asked = any(
        all(test.slot == "obj" and test.wanted and not test.negated for test in tests)
        for tests in frame.needs
    )
    foreign = any(
        test.slot in ("clause", "refl", "pred") or (test.slot == "subj" and not test.wanted)
        for tests in frame.needs
        for test in tests
    )
    return asked and not foreign


def _moved(slots: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for slot in slots for s in SLOTS.get(slot, (slot,))))


def _alternatives(tests: tuple[Test, ...]) -> tuple[Test, ...]:
    """Return the tests on the slots of the noun; what must not stand there need not be told."""
    return tuple(
        replace(test, slot=slot)
        for test in tests
        for slot in SLOTS.get(test.slot, (test.slot,))[: 1 if test.negated else None]
    )
