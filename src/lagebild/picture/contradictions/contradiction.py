"""What a contradiction is: one matter, two or more sides, each with who says it and where."""

from dataclasses import dataclass
from typing import Literal

from lagebild.picture.material import Citation

ContradictionKind = Literal["figures", "denial", "claims", "promise", "account"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction.

    `claim` says it in short, `says` is who says it (actor keys; empty where the article itself
    does), `published` the date of the article.
    """

    claim: str
    says: tuple[str, ...]
    published: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something on which the reports do not agree.

    `kind`: `figures` compete, an accusation is met by `denial`, two speakers make opposed `claims`,
    a `promise` is met by the contrary deed, or one event has another `account` with other actors or
    times. `about` names the matter in words of the reports, `story` the story it belongs to, `why`
    the rule that found it.
    """

    kind: ContradictionKind
    about: str
    sides: tuple[Side, ...]
    story: str | None
    why: str

    @property
    def since(self) -> str:
        """The date on which the sides stood against each other; empty where unknown."""
        return max((side.published or "" for side in self.sides), default="")
