"""What actors say on an issue, as a scenario needs it, and where it may come from.

Whoever reads positions from a case hands them on as `Voice`s; `propose` turns them into estimates
and does not ask how they were found.
"""

from dataclasses import dataclass
from typing import Protocol

from lagebild.case import Case, Filter


@dataclass(frozen=True, slots=True)
class Voice:
    """One time that an actor spoke or acted on the issue.

    `actor` is the actor's key as read, `stance` from -1 (against what the words of the issue name)
    to 1 (for it), None where it does not say; 0.5 is for under a condition. `words` are those of
    the article at `span`. `why` says how the stance was read, `turned` that words turned it
    round ("for an end of it").
    """

    actor: str
    stance: float | None
    article: str
    span: tuple[int, int]
    words: str
    date: str | None
    why: str
    turned: bool = False


class Voices(Protocol):
    """A reader of stances."""

    def __call__(self, case: Case, issue: str, where: Filter) -> list[Voice]:
        """Return the voices on an issue within the filter, in order of article and place."""
