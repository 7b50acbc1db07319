"""How far two coders agree (Krippendorff's alpha), and how often the reading was right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from lagebild.case.reviews.review import Review, reviews
from lagebild.case.reviews.reviewable import FindingKind

NOT_THERE = "not there"
COMPARED: dict[FindingKind, tuple[str, ...]] = {
    "event": ("type", "status", "source", "target"),
    "statement": ("kind", "speaker"),
    "commitment": ("kind", "status", "party", "counterparty"),
    "figure": ("qualifier", "value", "counted"),
    "date": ("type", "value"),
    "place": ("name", "country"),
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha (nominal) of two coders for one field of one kind of finding.

    `alpha` is None where the coders never use two different values, so that there is nothing to
    agree about; `same` is the share of equal values. A rejected finding has the value
    "not there" in every field.
    """

    kind: FindingKind
    field: str
    findings: int
    same: float
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Checked:
    """How the reviewed findings of one kind were judged; the latest review of each counts."""

    kind: FindingKind
    accepted: int
    corrected: int
    rejected: int
    added: int

    @property
    def right(self) -> float | None:
        """Share of what was read and reviewed that was right as it was read."""
        read = self.accepted + self.corrected + self.rejected
        return self.accepted / read if read else None


def agreement(connection: Connection, one: str, other: str) -> list[Agreement]:
    """Compare what two coders said of the findings that both reviewed.

    Source: Krippendorff, Content Analysis (2018), chapter 12; computed by NLTK.
    """
    every = reviews(connection)
    first = _standing(every, lambda review: review.made_by == one)
    second = _standing(every, lambda review: review.made_by == other)
    found = []
    for kind, fields in COMPARED.items():
        both = sorted(f for f in first.keys() & second.keys() if first[f].kind == kind)
        for field in ("there", *fields):
            pairs = [(_value(first[f], field), _value(second[f], field)) for f in both]
            if pairs:
                found.append(_compared(kind, field, pairs))
    return found


def checked(connection: Connection) -> list[Checked]:
    """Count how the findings of each kind were judged."""
    latest = _standing(reviews(connection), lambda _: True).values()
    return [
        Checked(
            kind,
            *(
                sum(r.kind == kind and r.verdict == verdict for r in latest)
                for verdict in ("accept", "correct", "reject", "add")
            ),
        )
        for kind in COMPARED
    ]


def _standing(every: Iterable[Review], wanted: Callable[[Review], bool]) -> dict[str, Review]:
    """Return the latest standing review of each finding."""
    return {r.finding: r for r in every if r.finding and not r.undone_at and wanted(r)}


def _value(said: Review, field: str) -> str:
    if said.verdict == "reject":
        return NOT_THERE
    if field == "there":
        return "there"
    value = said.judged[field]
    return " ".join(sorted(value)) if isinstance(value, list) else str(value)


def _compared(kind: FindingKind, field: str, pairs: list[tuple[str, str]]) -> Agreement:
    from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415  # a second to load

    same = sum(a == b for a, b in pairs) / len(pairs)
    values = {value for pair in pairs for value in pair}
    if len(values) < 2:
        return Agreement(kind, field, len(pairs), same, None)
    data = [(c, n, v) for n, pair in enumerate(pairs) for c, v in zip("ab", pair, strict=True)]
    return Agreement(kind, field, len(pairs), same, float(AnnotationTask(data=data).alpha()))
