from pathlib import Path

import pytest

from lagebild.errors import Unreadable, WrongUse
from lagebild.evaluate.floors import check_floors
from lagebild.evaluate.tasks import Evaluator
from lagebild.findings.finding import Findings

FLOORS = """
[[floors]]
evaluation = "figures"
gold = ["dev"]
lowest = { figures = 0.9 }

[[floors]]
evaluation = "dates"
gold = ["absent"]
lowest = { strict = 0.9 }
"""


class Says:
    """A reader that always gives the same findings."""

    def __init__(self, findings: Findings) -> None:
        self.found = findings

    def findings(self, name: str, text: str, published: str | None) -> Findings:
        return self.found


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    file = tmp_path / "floors.toml"
    file.write_text(FLOORS, encoding="utf-8")
    return file


def test_a_floor_that_is_reached_holds_and_absent_data_are_skipped(
    floors, gold_folder, perfect
) -> None:
    figures, dates = check_floors(floors, gold_folder, Evaluator(Says(perfect)))
    assert figures.holds
    assert figures.value == 1
    assert dates.holds
    assert dates.value is None


def test_a_fallen_figure_is_seen(floors, gold_folder) -> None:
    figures, _ = check_floors(floors, gold_folder, Evaluator(Says(Findings())))
    assert not figures.holds


def test_an_unknown_measure_is_wrong_use(floors, gold_folder, perfect) -> None:
    floors.write_text(FLOORS.replace("figures =", "numbers ="), encoding="utf-8")
    with pytest.raises(WrongUse, match='no measure "numbers"'):
        check_floors(floors, gold_folder, Evaluator(Says(perfect)))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="does not exist"):
        check_floors(tmp_path / "none.toml", tmp_path, Evaluator(Says(Findings())))
    file = tmp_path / "x.toml"
    file.write_text("a = ", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"x\.toml"):
        check_floors(file, tmp_path, Evaluator(Says(Findings())))


def test_annotation_of_the_repository_is_found_beside_the_floors(
    floors, gold_folder, perfect
) -> None:
    entry = FLOORS.split("[[floors]]")[1]
    floors.write_text("[[floors]]" + entry.replace('gold = ["dev"]', 'own = ["dev"]'))
    (figures,) = check_floors(floors, gold_folder / "elsewhere", Evaluator(Says(perfect)))
    assert figures.gold == "dev"
    assert figures.value == 1


def test_annotation_without_its_texts_is_skipped(floors, gold_folder, perfect) -> None:
    entry = FLOORS.split("[[floors]]")[1]
    floors.write_text("[[floors]]" + entry.replace("lowest", 'texts = "absent.jsonl.gz"\nlowest'))
    (figures,) = check_floors(floors, gold_folder, Evaluator(Says(perfect)))
    assert figures.value is None
