"""The weights of drafts: what is learnt separates, and what is written is read again."""

from pathlib import Path

from lagebild.findings.statements.weighing import FEATURES, weighings
from lagebild.knowledge import Knowledge
from training.draft_weights import LEAST, learn, write_weights


def drafts(kind: str) -> list[tuple[str, tuple[float, ...], float]]:
    """Right drafts have a high `inside`, wrong ones a low one."""
    rest = (0.0,) * (len(FEATURES) - 1)
    right = [(kind, (2.0 + n / 40, *rest), 1.0) for n in range(40)]
    return right + [(kind, (-2.0 - n / 40, *rest), 0.0) for n in range(40)]


def test_the_weight_of_what_separates_is_positive() -> None:
    weighing = learn(drafts("indirect"))["indirect"]
    assert weighing.weights[FEATURES.index("inside")] > 0
    assert all(weight == 0 for weight in weighing.weights[1:])
    assert weighing.least == LEAST["indirect"]


def test_a_kind_with_few_drafts_is_not_weighed() -> None:
    assert learn(drafts("direct")[:10]) == {}


def test_the_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    learnt = learn([*drafts("direct"), *drafts("reported")])
    write_weights(tmp_path / "draft_weights.tsv", learnt)
    read = weighings(Knowledge(tmp_path))
    assert {kind: read[kind] for kind in learnt} == learnt
