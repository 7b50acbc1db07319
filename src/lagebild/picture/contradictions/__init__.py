"""Contradictions: where reports do not agree, side by side with who says what."""

from lagebild.case import Case, Filter
from lagebild.picture.contradictions.accounts import competing_accounts
from lagebild.picture.contradictions.claims import opposed_claims
from lagebild.picture.contradictions.contradiction import Contradiction, ContradictionKind, Side
from lagebild.picture.contradictions.contrasts import contrasts
from lagebild.picture.contradictions.denials import denials
from lagebild.picture.contradictions.numbers import competing_figures
from lagebild.picture.contradictions.promises import broken_promises
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Material, material

__all__ = ["Contradiction", "ContradictionKind", "Side", "contradictions", "contradictions_of"]


def contradictions(case: Case, where: Filter | None = None) -> list[Contradiction]:
    """Return where the reports within the filter do not agree, by date.

    Meant to be sure rather than complete: what can be true together is no contradiction.
    """
    return contradictions_of(material(case, where))


def contradictions_of(found: Material, lives: list[Life] | None = None) -> list[Contradiction]:
    """Return the contradictions within loaded material, by date.

    `lives` are those of the material's commitments where they are known already.
    """
    lived = lives_of(found) if lives is None else lives
    rules = (competing_figures, denials, opposed_claims, contrasts, competing_accounts)
    result = [contradiction for rule in rules for contradiction in rule(found)]
    result += broken_promises(found, lived)
    return sorted(result, key=lambda c: (c.since, c.kind, c.sides[0].citation.article, c.about))
