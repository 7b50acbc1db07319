"""Two actors over time: cooperation, conflict and balance by day, week or month.

Each period has a percentile interval from drawing the stories again, and change points say since
when the balance has another level. Acts without a date lie in no period and are counted apart.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from lagebild.errors import WrongUse
from lagebild.picture.changes import Change, changes_of
from lagebild.picture.resampling import DEFAULT, Resampling, drawn, interval, summed
from lagebild.picture.signed import undirected
from lagebild.picture.ties import Ties

By = Literal["day", "week", "month"]
PERIODS: dict[By, str] = {"day": "D", "week": "W-SUN", "month": "M"}
LONGEST = 4000
"""More periods than this are a mistake: an outlying date, or days over decades."""
FEWEST_STORIES = 2
"""One story drawn again is itself: then there are no intervals (NaN)."""
MEASURES = ("cooperation", "conflict", "balance")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DyadSeries:
    """How two actors stood to each other over time.

    `frame` has one row for each period from the first to the last act, also those without any. Its
    index is the first day of the period (ISO), its columns `cooperation`, `conflict`, `balance`
    (units of the scale, each with the ends `…_low` and `…_high` of its 90 % interval), `acts` and
    `evidence` (ids of findings, the weightiest first). `undated` counts the acts that have no date,
    `stories` the stories that the others come from.
    """

    a: str
    b: str
    by: By
    frame: pd.DataFrame
    changes: tuple[Change, ...]
    undated: int
    stories: int


def dyad_series(
    found: Ties, a: str, b: str, by: By = "month", resampling: Resampling = DEFAULT
) -> DyadSeries:
    """Return the series of the actors with the node keys `a` and `b`, whoever acted.

    Raises:
        WrongUse: The period is unknown, or there would be more than `LONGEST` of them.
    """
    if by not in PERIODS:
        raise WrongUse(f'There is no period "{by}".', f"Use one of {', '.join(PERIODS)}.")
    every = undirected(found)
    between = ((every["a"] == min(a, b)) & (every["b"] == max(a, b))).to_numpy()
    days = pd.to_datetime(every["date"], format="ISO8601", errors="coerce").where(between)
    dated = days.notna().to_numpy()
    undated = int(between.sum() - dated.sum())
    if not dated.any():
        return DyadSeries(a, b, by, _empty(), (), undated, 0)
    periods = _periods(days[dated], by)
    acts, times = every[dated], drawn(every["news"], resampling, dated)
    frame, draws = _frame(found, acts, periods, times)
    changes = changes_of(frame["balance"], draws)
    if every["news"].nunique() < FEWEST_STORIES:
        frame[[f"{name}{end}" for name in MEASURES for end in ("_low", "_high")]] = np.nan
    return DyadSeries(a, b, by, frame, changes, undated, acts["news"].nunique())


def _empty() -> pd.DataFrame:
    columns = [f"{name}{end}" for name in MEASURES for end in ("", "_low", "_high")]
    return pd.DataFrame(columns=[*columns, "acts", "evidence"], index=pd.Index([], name="since"))


def _periods(days: "pd.Series[pd.Timestamp]", by: By) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Return the number of each day's period and the first days of all periods."""
    numbers = days.dt.to_period(PERIODS[by])
    every = pd.period_range(numbers.min(), numbers.max(), freq=PERIODS[by])
    if len(every) > LONGEST:
        raise WrongUse(
            f"From {days.min().date()} to {days.max().date()} there are {len(every)} periods.",
            "Ask for months, or for a window (--since, --until).",
        )
    places = every.get_indexer(pd.PeriodIndex(numbers))
    return places.astype(np.int64), [str(p.start_time.date()) for p in every]


def _frame(
    found: Ties,
    acts: pd.DataFrame,
    periods: tuple[npt.NDArray[np.int64], list[str]],
    times: Floats,
) -> tuple[pd.DataFrame, Floats]:
    """Return the series and the balance of each draw, shape (draws, periods).

    `times` tells how often each act counts in each draw, shape (draws, acts).
    """
    places, names = periods
    weight = acts["weight"].to_numpy(dtype=float)
    parts = {
        "cooperation": np.maximum(weight, 0.0),
        "conflict": np.maximum(-weight, 0.0),
        "balance": weight,
    }
    columns: dict[str, object] = {}
    for name, values in parts.items():
        columns[name] = np.bincount(places, values, len(names))
        draws = summed(times, values, places, len(names))
        columns[f"{name}_low"], columns[f"{name}_high"] = interval(draws)
    columns["acts"] = np.bincount(places, minlength=len(names))
    columns["evidence"] = _evidence(found, acts, places, len(names))
    return pd.DataFrame(columns, index=pd.Index(names, name="since")), draws


def _evidence(
    found: Ties, acts: pd.DataFrame, places: npt.NDArray[np.int64], size: int
) -> list[tuple[str, ...]]:
    place = dict(zip(acts["tie"], places.tolist(), strict=True))
    weights = dict(zip(acts["tie"], acts["weight"].abs(), strict=True))
    findings = found.findings[found.findings["tie"].isin(place)]
    order = np.argsort(-findings["tie"].map(weights).to_numpy(dtype=float), kind="stable")
    evidence: list[dict[str, None]] = [{} for _ in range(size)]
    for tie, key in findings[["tie", "id"]].iloc[order].itertuples(index=False, name=None):
        evidence[place[tie]][key] = None
    return [tuple(ids) for ids in evidence]
