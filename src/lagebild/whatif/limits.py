"""What a result says in short and what it cannot know, for this scenario."""

from collections import Counter
from collections.abc import Iterator

from lagebild.whatif.change import ASSUMED
from lagebild.whatif.difference import Difference
from lagebild.whatif.remarks import Remark
from lagebild.whatif.results import Results
from lagebild.whatif.scenario import Estimate, Scenario, ScenarioActor

DISAGREEMENT = 10.0
"""Points between the models' medians from which their disagreement is the first thing to say."""
NO_FORECAST = 50.0
"""Points over which nine runs in ten of one model may spread before nothing is forecast."""
HARDLY_KNOWN = 90.0
"""Width of a position's range from which nothing is said to be known of it."""
RESTS_ON_ONE = 0.5
"""Share of the variance from which one value is said to decide."""
THIN = 3
"""Passages below which a position is said to rest on little."""
SHOWN = 6

ALWAYS = ("words", "attention", "one_line", "replications", "spread")


def in_short(results: Results) -> Remark:
    """Return the result in a sentence; where the runs spread too far there is no forecast."""
    forecasts = results.forecasts
    medians = [forecast.quantile(0.5) for forecast in forecasts]
    low = min(forecast.quantile(0.05) for forecast in forecasts)
    high = max(forecast.quantile(0.95) for forecast in forecasts)
    widest = max(f.quantile(0.95) - f.quantile(0.05) for f in forecasts)
    spread = {"low": f"{low:.0f}", "high": f"{high:.0f}"}
    if widest >= NO_FORECAST:
        return Remark("no_forecast", spread | {"widest": f"{widest:.0f}"})
    near, far = f"{min(medians):.0f}", f"{max(medians):.0f}"
    return Remark(
        "forecast_one" if near == far else "forecast", spread | {"near": near, "far": far}
    )


def change_in_short(difference: Difference) -> Remark:
    """Return what a change does in a sentence; a direction is sure where nine runs in ten agree."""
    shifts = difference.shifts
    middles = [round(shift.quantile(0.5), 1) + 0.0 for shift in shifts]
    values = {
        "low": f"{min(middles):+g}",
        "high": f"{max(middles):+g}",
        "models": str(len(shifts)),
        "sure": str(sum(shift.sure for shift in shifts)),
    }
    directions = {shift.quantile(0.1) > 0 for shift in shifts if shift.sure}
    if len(directions) != 1:
        return Remark("shift_apart" if directions else "shift_none", values)
    some = "" if all(shift.sure for shift in shifts) else "_some"
    return Remark(f"shift_{'up' if directions == {True} else 'down'}{some}", values)


def limits(results: Results) -> list[Remark]:
    """Return what the result cannot know, what is special to this scenario first."""
    return [*_models(results), *_inputs(results.scenario), *(Remark(id_) for id_ in ALWAYS)]


def _models(results: Results) -> Iterator[Remark]:
    medians = [forecast.quantile(0.5) for forecast in results.forecasts]
    apart = max(medians) - min(medians)
    if apart >= DISAGREEMENT:
        yield Remark("disagree", {"points": f"{apart:.0f}"})
    tops = [f.influences[0] for f in results.forecasts if f.influences]
    strong = Counter((i.actor, i.quantity) for i in tops if i.share >= RESTS_ON_ONE)
    for (actor, quantity), models in strong.most_common(1):
        if 2 * models > len(results.forecasts):
            yield Remark("one_value", {"actor": actor, "quantity": quantity})


def _inputs(scenario: Scenario) -> Iterator[Remark]:
    unknown = [a.name for a in scenario.actors if _width(a.position) >= HARDLY_KNOWN]
    thin = [a.name for a in scenario.actors if a.name not in unknown and _passages(a) < THIN]
    unsourced = [
        a.name for a in scenario.actors if not any(e.of == "capability" for e in a.evidence)
    ]
    for id_, names in (("unknown", unknown), ("thin", thin), ("unsourced", unsourced)):
        if names:
            yield Remark(id_, {"actors": _listed(names), "n": str(THIN)})
    if scenario.propensities:
        yield Remark("acts")


def _passages(actor: ScenarioActor) -> int:
    """Return how many passages a position rests on; what a person assumed needs none."""
    found = [e for e in actor.evidence if e.of == "position"]
    return THIN if any(e.why.startswith(ASSUMED) for e in found) else len(found)


def _width(estimate: Estimate) -> float:
    return estimate.high - estimate.low


def _listed(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" (+ {len(names) - SHOWN})" if len(names) > SHOWN else "")
