"""Check that no figure has fallen below its floor.

Floors stand in a TOML file, one table for each evaluation and data set:

    [[floors]]
    evaluation = "dates"
    gold = ["corpora/temporal/KRAUTS_Dolomiten-42"]
    lowest = { "strict" = 0.80, "strict with value" = 0.70 }

Paths are relative to the folder of measuring data, which is not part of the repository; `own` in
place of `gold` names annotation of the repository, relative to the file of floors. Lowering a floor
is an explicit act: edit the file and say why in the commit.
"""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lagebild.errors import Unreadable, WrongUse
from lagebild.evaluate.tasks import Data, Evaluator


@dataclass(frozen=True, slots=True)
class Floor:
    """One figure beside its floor; `value` is None where its data are absent."""

    evaluation: str
    gold: str
    measure: str
    lowest: float
    value: float | None

    @property
    def holds(self) -> bool:
        """Tell whether the figure, as printed with three digits, has not fallen."""
        return self.value is None or round(self.value, 3) >= self.lowest


def data_folder(floors: Path) -> Path:
    """Return the folder of measuring data: LAGEBILD_SHARED, or `shared` beside the repository."""
    return Path(os.environ.get("LAGEBILD_SHARED", floors.resolve().parent.parent / "shared"))


def check_floors(floors: Path, folder: Path, evaluator: Evaluator) -> list[Floor]:
    """Return every floor of the file with the figure measured now.

    Raises:
        WrongUse: The file is missing or names an unknown evaluation or measure.
        Unreadable: It is not TOML of this form.
    """
    return [
        floor
        for entry in _entries(floors)
        for floor in _check(entry, _data(entry, floors.parent, folder), evaluator)
    ]


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["floors"]
    except FileNotFoundError as error:
        raise WrongUse(f'"{path}" does not exist.', "Name the file of floors.") from error
    except (tomllib.TOMLDecodeError, KeyError) as error:
        remedy = "Each floor is a [[floors]] table."
        raise Unreadable(str(path), f"is not a file of floors: {error}.", remedy) from error
    return list(entries)


def _data(entry: dict[str, Any], own: Path, folder: Path) -> Data:
    return Data(
        (
            *(folder / path for path in entry.get("gold", ())),
            *(own / path for path in entry.get("own", ())),
        ),
        folder / entry["texts"] if "texts" in entry else None,
        folder / entry["dates"] if "dates" in entry else None,
    )


def _check(entry: dict[str, Any], data: Data, evaluator: Evaluator) -> list[Floor]:
    name, lowest = entry["evaluation"], entry["lowest"]
    gold = ", ".join((*entry.get("gold", ()), *entry.get("own", ())))
    needed = (*data.gold, *([data.texts] if data.texts else []))
    if not all(path.exists() for path in needed):
        return [Floor(name, gold, measure, floor, None) for measure, floor in lowest.items()]
    evaluation = evaluator.run(name, data)
    known = {measure.name: measure.value for measure in evaluation.measures}
    unknown = sorted(set(lowest) - set(known))
    if unknown:
        raise WrongUse(
            f'The evaluation "{name}" has no measure "{unknown[0]}".',
            f"It has: {', '.join(known)}.",
        )
    return [Floor(name, gold, m, floor, known[m]) for m, floor in lowest.items()]
