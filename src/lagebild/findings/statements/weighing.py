"""The weights of the features of drafts, learnt on annotated articles."""

from dataclasses import dataclass

from lagebild.knowledge import Knowledge

FEATURES = (
    "inside", "weakest", "strongest", "any kind", "told", "cue", "begin", "end", "left", "right",
    "length", "rule", "nested", "sentence", "no cue", "no speaker", "speaker",
)  # fmt: skip
"""The features in the order of their values; `docs/statements.md` explains them."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weights of the features for one kind; a draft less probable than `least` is dropped."""

    weights: tuple[float, ...]
    bias: float
    least: float


def weighings(knowledge: Knowledge) -> dict[str, Weighing]:
    """Return the weighing of each kind that the table has."""
    return {
        row.key: Weighing(
            tuple(float(row[name]) for name in FEATURES), float(row["bias"]), float(row["least"])
        )
        for row in knowledge.table("draft_weights")
    }
