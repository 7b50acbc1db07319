"""One predicate with its slots: who stands where, whatever the order and voice."""

from dataclasses import dataclass, field


@dataclass
class Clause:
    """A predicate with its slots: slot name to the indices of the words that head them.

    Slots: `subj` and `obj` as in the active voice, `dat`, `gen`, prepositions by their name,
    `als`, `pred` (what somebody is called), `adv`, `clause` and `refl`. `relative` is a relative
    pronoun and the noun that stands in its place.
    """

    verb: int
    lemma: str
    passive: bool = False
    slots: dict[str, list[int]] = field(default_factory=dict)
    auxiliaries: list[int] = field(default_factory=list)
    inherited: frozenset[str] = frozenset()
    relative: tuple[int, int] | None = None

    def has(self, slot: str) -> bool:
        """Tell whether a slot is filled."""
        return bool(self.slots.get(slot))

    def words(self, slot: str) -> list[int]:
        """Return the words of a slot, else those its object's attributes offer."""
        return filled(self.slots, slot)

    def add(self, slot: str, index: int) -> None:
        """Put a word into a slot."""
        self.slots.setdefault(slot, []).append(index)


def filled(slots: dict[str, list[int]], slot: str) -> list[int]:
    """Return the words of a slot; a preposition may also hang on the object (`+gegen`)."""
    return slots.get(slot) or slots.get(f"+{slot}") or []
