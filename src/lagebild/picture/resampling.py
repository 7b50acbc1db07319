"""Draw stories again and again (bootstrap), to see what rests on few of them.

Stories are the units, as acts of one story are not independent. Each draw takes as many stories as
there are, with replacement (Efron 1979); an act counts as often as its story was drawn.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
DRAWS = 200
SEED = 20151030


@dataclass(frozen=True, slots=True)
class Resampling:
    """How often to draw and from which seed; the same seed gives the same draws."""

    draws: int = DRAWS
    seed: int = SEED


DEFAULT = Resampling()


def drawn(
    stories: pd.Series,
    resampling: Resampling = DEFAULT,
    of: npt.NDArray[np.bool_] | None = None,
) -> Floats:
    """Return how often each act counts in each draw, shape (draws, acts).

    Args:
        stories: The story of each act.
        resampling: How often and from which seed.
        of: Which of the acts are wanted, all by default. The stories of all are drawn from, so that
            a draw may lack all stories of those wanted.
    """
    codes, names = pd.factorize(stories, sort=True)
    rng = np.random.default_rng(resampling.seed)
    share = np.full(max(1, len(names)), 1 / max(1, len(names)))
    times = rng.multinomial(len(names), share, size=resampling.draws)
    counts: Floats = times[:, codes if of is None else codes[of]].astype(np.float64)
    return counts


def summed(acts: Floats, weights: Floats, groups: npt.NDArray[np.int64], size: int) -> Floats:
    """Return the weights summed by group in each draw.

    Args:
        acts: How often each act counts, shape (draws, acts).
        weights: The weight of each act, shape (acts,).
        groups: The group of each act, numbers below `size`.
        size: The number of groups.

    Returns:
        Shape (draws, size).
    """
    order = np.argsort(groups, kind="stable")
    ends = np.cumsum(np.bincount(groups, minlength=size))
    totals = np.zeros((len(acts), len(groups) + 1))
    np.cumsum(acts[:, order] * weights[order], axis=1, out=totals[:, 1:])
    result: Floats = np.diff(totals[:, np.concatenate([[0], ends])], axis=1)
    return result


def interval(values: Floats, level: float = 0.9) -> tuple[Floats, Floats]:
    """Return the lower and upper end of the percentile interval of each column."""
    tail = (1 - level) / 2
    low, high = np.quantile(values, [tail, 1 - tail], axis=0)
    return low, high
