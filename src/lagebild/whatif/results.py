"""Run all models on a scenario, many times over the uncertainty of its inputs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lagebild.errors import WrongUse
from lagebild.whatif.alignment import Alignment, alignment
from lagebild.whatif.draws import Array, Draws, draw
from lagebild.whatif.models import MODELS, REPLICATED, Model
from lagebild.whatif.scenario import Scenario
from lagebild.whatif.sensitivity import Influence, influences

if TYPE_CHECKING:
    import pandas as pd

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How often to draw, how many rounds of bargaining, which random numbers.

    With `replicated`, the reading of the challenge model that reproduces its paper runs, too.
    """

    runs: int = 10_000
    rounds: int = 10
    seed: int = 1
    replicated: bool = False

    @property
    def models(self) -> tuple[Model, ...]:
        """The models to run."""
        return (*MODELS, REPLICATED) if self.replicated else MODELS

    def __post_init__(self) -> None:
        """Check the numbers.

        Raises:
            WrongUse: A number is too small or too large.
        """
        if not 100 <= self.runs <= 100_000:
            raise WrongUse(f"--runs {self.runs} is not possible.", "Give 100 to 100000.")
        if not 1 <= self.rounds <= 100:
            raise WrongUse(f"--rounds {self.rounds} is not possible.", "Give 1 to 100.")
        if self.seed < 0:
            raise WrongUse(f"--seed {self.seed} is not possible.", "Give 0 or more.")


@dataclass(frozen=True, slots=True)
class Forecast:
    """The outcomes of one model over all runs, shape (runs,), on the scale 0 to 100.

    `ends` is where each actor stands at the end of the bargaining, shape (runs, actors), or None.
    """

    model: Model
    outcomes: Array
    ends: Array | None
    influences: tuple[Influence, ...]

    def quantile(self, share: float) -> float:
        """Return the outcome that `share` of the runs do not exceed."""
        return float(np.quantile(self.outcomes, share))


@dataclass(frozen=True, slots=True)
class Results:
    """What all models say about a scenario."""

    scenario: Scenario
    options: RunOptions
    draws: Draws
    forecasts: tuple[Forecast, ...]
    alignment: Alignment | None


def run(scenario: Scenario, options: RunOptions | None = None) -> Results:
    """Run every model on the same draws of the inputs; the same seed gives the same results."""
    options = options or RunOptions()
    draws = draw(scenario, options.runs, options.seed)
    _check_weights(scenario, draws)
    forecasts = tuple(_forecast(model, scenario, draws, options) for model in options.models)
    blocs = alignment(scenario, options.seed)
    return Results(scenario, options, draws, forecasts, blocs)


def outcome_frame(results: Results) -> "pd.DataFrame":
    """Return the outcomes as a frame: one row for each run, one column for each model."""
    import pandas as pd  # noqa: PLC0415  # half a second that only frames need

    return pd.DataFrame({f.model.id: f.outcomes for f in results.forecasts})


def _forecast(model: Model, scenario: Scenario, draws: Draws, options: RunOptions) -> Forecast:
    outcomes, ends = model.play(draws, options.rounds)
    found = influences(draws, scenario.names, outcomes)
    return Forecast(model, outcomes, ends, tuple(found))


def _check_weights(scenario: Scenario, draws: Draws) -> None:
    weight = (draws.salience * draws.capability).sum(axis=1)
    if not (weight > 0).all():
        raise WrongUse(
            f"{scenario.source}: in some draws nobody has both salience and capability above 0.",
            "Raise the low end of a salience or capability.",
        )
