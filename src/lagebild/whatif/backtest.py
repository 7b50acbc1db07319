"""Predict the later acts of a pair of actors from the earlier ones, and score the predictions.

The origin rolls forward: each period is predicted from all periods before it, and from nothing
else; what a forecaster fits, it fits anew at each origin. Scores are compared period by period;
the interval of a mean difference comes from a moving block bootstrap (H. R. Künsch, Annals of
Statistics 17, 1989), so that neighbouring periods stay together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lagebild.errors import WrongUse
from lagebild.whatif.draws import Array
from lagebild.whatif.forecasters import FORECASTERS, Forecaster
from lagebild.whatif.scores import brier, crps, log_score
from lagebild.whatif.series import DyadSeries

FEWEST_PERIODS = 20
FEWEST_ACTS = 8
"""Below these, a series is not tested: no score would tell forecasters apart."""
FIRST_SHARE = 1 / 3
"""Share of the periods that is only learnt from."""
FEWEST_PREDICTED = 5
"""Acts in the predicted periods below which no winner is named."""
RESAMPLES = 2000
SEED = 1


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one forecaster in each predicted period; lower is better.

    `log` in nats, `crps` in acts, `brier` of the chance of any act; each of shape (periods,).
    """

    forecaster: Forecaster
    log: Array
    crps: Array
    brier: Array


@dataclass(frozen=True, slots=True)
class Test:
    """The backtest of one series of counts.

    `kind` is a sign or a kind of act, `acts` their number, `predicted` the number of periods that
    were predicted and `happened` that of acts in them. `scores` has one entry for each forecaster.
    `baseline` is the best baseline, `model` the best model, both by mean log score; `gain` is how
    much lower the model's mean log score is, `low` and `high` its 95 % interval. `outlook` gives
    the expected count of the period after the last one and the chance of any act, by forecaster.
    """

    kind: str
    acts: int
    predicted: int
    happened: int
    scores: tuple[Score, ...]
    baseline: Score
    model: Score
    gain: float
    low: float
    high: float
    outlook: tuple[tuple[float, float], ...]

    @property
    def verdict(self) -> str:
        """Who wins: `model`, `baseline`, or `undecided`: the interval holds 0, or too few acts."""
        if self.happened < FEWEST_PREDICTED:
            return "undecided"
        if self.low > 0:
            return "model"
        return "baseline" if self.high < 0 else "undecided"


@dataclass(frozen=True, slots=True)
class Backtest:
    """The backtest of a pair: one test for all acts, each sign and each kind with enough acts.

    `skipped` names the kinds with too few acts.
    """

    series: DyadSeries
    tests: tuple[Test, ...]
    skipped: tuple[str, ...]


def backtest(series: DyadSeries) -> Backtest:
    """Return the backtest of a pair of actors.

    Raises:
        WrongUse: There are too few periods, or too few acts.
    """
    periods = len(series.starts)
    between = f"{series.names[0]} and {series.names[1]}"
    if periods < FEWEST_PERIODS:
        shorter = "" if series.per == "day" else "Use shorter periods (--per day), or read"
        raise WrongUse(
            f"A backtest needs {FEWEST_PERIODS} {series.per}s or more; the articles span "
            f"{periods}.",
            f"{shorter or 'Read'} more articles.",
        )
    enough = [kind for kind, counts in series.counts.items() if counts.sum() >= FEWEST_ACTS]
    if not enough:
        acts = int(series.counts["all"].sum())
        raise WrongUse(
            f"A backtest needs {FEWEST_ACTS} dated acts or more; between {between} there are "
            f"{acts}.",
            "Choose actors with more acts: leave the names out, or read more articles.",
        )
    tests = tuple(_test(kind, series.counts[kind], series.season) for kind in enough)
    return Backtest(series, tests, tuple(kind for kind in series.counts if kind not in enough))


def backtests(all_series: Sequence[DyadSeries]) -> list[Backtest | WrongUse]:
    """Return the backtest of each pair, or why a pair cannot be tested.

    Raises:
        WrongUse: No pair can be tested; the first one's reason.
    """
    found: list[Backtest | WrongUse] = []
    for series in all_series:
        try:
            found.append(backtest(series))
        except WrongUse as error:
            found.append(error)
    if all(isinstance(one, WrongUse) for one in found):
        raise next(one for one in found if isinstance(one, WrongUse))
    return found


def _test(kind: str, counts: Array, season: int) -> Test:
    first = max(2, round(len(counts) * FIRST_SHARE))
    most = int(3 * counts.max()) + 20
    forecasts = [f.predict(counts, season, most) for f in FORECASTERS]
    tested = zip(FORECASTERS, forecasts, strict=True)
    scores = tuple(_score(f, chances, counts, first) for f, chances in tested)
    baseline = _best([s for s in scores if s.forecaster.baseline])
    model = _best([s for s in scores if not s.forecaster.baseline])
    gains = baseline.log - model.log
    low, high = mean_interval(gains)
    outlook = tuple(_expected(chances[-1]) for chances in forecasts)
    gain = float(gains.mean())
    acts, happened, predicted = int(counts.sum()), int(counts[first:].sum()), len(counts) - first
    return Test(kind, acts, predicted, happened, scores, baseline, model, gain, low, high, outlook)


def _score(forecaster: Forecaster, chances: Array, counts: Array, first: int) -> Score:
    happened = [(chances[at], int(counts[at])) for at in range(first, len(counts))]
    found = [(log_score(*pair), crps(*pair), brier(*pair)) for pair in happened]
    log, ranked, any_ = np.array(found).T
    return Score(forecaster, log, ranked, any_)


def _best(scores: list[Score]) -> Score:
    return min(scores, key=lambda score: float(score.log.mean()))


def _expected(forecast: Array) -> tuple[float, float]:
    """Return the expected count and the chance of any act."""
    return float(forecast @ np.arange(len(forecast))), float(1 - forecast[0])


def mean_interval(values: Array, resamples: int = RESAMPLES) -> tuple[float, float]:
    """Return the 95 % interval of the mean by moving blocks; the same values give the same."""
    length = max(1, round(len(values) ** (1 / 3)))
    blocks = int(np.ceil(len(values) / length))
    rng = np.random.Generator(np.random.PCG64(SEED))
    starts = rng.integers(0, len(values) - length + 1, (resamples, blocks, 1))
    places = (starts + np.arange(length)).reshape(resamples, -1)[:, : len(values)]
    low, high = np.quantile(values[places].mean(axis=1), (0.025, 0.975))
    return float(low), float(high)
