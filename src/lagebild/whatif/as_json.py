"""Results as plain values for JSON; `docs/whatif.md` describes the keys."""

from typing import Any

import numpy as np

from lagebild.whatif.difference import Difference
from lagebild.whatif.draws import Array
from lagebild.whatif.limits import change_in_short, in_short, limits
from lagebild.whatif.remarks import said
from lagebild.whatif.results import QUANTILES, Forecast, Results
from lagebild.whatif.scenario import QUANTITIES, Estimate, ScenarioActor

DIGITS = 4


def results_json(results: Results) -> dict[str, Any]:
    """Return results as values for JSON, numbers rounded to four digits after the point."""
    scenario, options = results.scenario, results.options
    return {
        "issue": scenario.issue,
        "low": scenario.low,
        "high": scenario.high,
        "runs": options.runs,
        "rounds": options.rounds,
        "seed": options.seed,
        "in_short": said(in_short(results)),
        "actors": [_actor(actor) for actor in scenario.actors],
        "models": [_forecast(f, scenario.names) for f in results.forecasts],
        "blocs": _blocs(results),
        "limits": [said(remark) for remark in limits(results)],
    }


def difference_json(difference: Difference) -> dict[str, Any]:
    """Return a difference as values for JSON; `by` are quantiles of the shift run by run."""
    return {
        "changes": [said(change) for change in difference.changes],
        "in_short": said(change_in_short(difference)),
        "shifts": [
            {"model": s.model.id, "by": _quantiles(s.by), "clear": s.sure}
            for s in difference.shifts
        ],
        "before": results_json(difference.before),
        "after": results_json(difference.after),
    }


def _actor(actor: ScenarioActor) -> dict[str, Any]:
    evidence = [
        {"of": e.of, "why": e.why, "article": e.article, "span": e.span, "words": e.words}
        for e in actor.evidence
    ]
    values = {quantity: _estimate(actor.estimate(quantity)) for quantity in QUANTITIES}
    return {"name": actor.name, "key": actor.key, **values, "evidence": evidence}


def _estimate(estimate: Estimate) -> dict[str, float | None]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _forecast(forecast: Forecast, names: tuple[str, ...]) -> dict[str, Any]:
    ends = forecast.ends
    return {
        "model": forecast.model.id,
        "name": forecast.model.name,
        "paper": forecast.model.paper,
        "mean": round(float(forecast.outcomes.mean()), DIGITS),
        "quantiles": _quantiles(forecast.outcomes),
        "above_50": round(float((forecast.outcomes > 50).mean()), DIGITS),
        "influences": [
            {
                "actor": i.actor,
                "quantity": i.quantity,
                "first_order": round(i.share, DIGITS),
                "rank_correlation": round(i.rank_correlation, DIGITS),
            }
            for i in forecast.influences
        ],
        "ends": None
        if ends is None
        else {name: _quantiles(ends[:, i]) for i, name in enumerate(names)},
    }


def _blocs(results: Results) -> dict[str, Any] | None:
    found = results.alignment
    if found is None:
        return None
    names = results.scenario.names
    return {
        "assumed_from_positions": found.assumed,
        "minima": [
            {
                "blocs": [[names[i] for i in bloc] for bloc in division.blocs],
                "energy": round(division.energy, DIGITS),
                "basin": round(division.basin, DIGITS),
            }
            for division in found.divisions
        ],
        "unaligned": [names[i] for i in found.unaligned],
        "draws": found.draws,
        "together": [
            {"between": [names[i], names[j]], "share": round(float(found.together[i, j]), DIGITS)}
            for i in range(len(names))
            for j in range(i + 1, len(names))
        ],
    }


def _quantiles(values: Array) -> dict[str, float]:
    found = np.quantile(values, QUANTILES)
    return {f"{q:g}": round(float(v), DIGITS) for q, v in zip(QUANTILES, found, strict=True)}
