"""The backtest as text and as values for JSON; where the baselines win, it says so first."""

from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.errors import WrongUse
from lagebild.whatif.backtest import FEWEST_PREDICTED, Backtest, Score, Test
from lagebild.whatif.report import columns

DIGITS = 4


def backtest_report(found: Sequence[Backtest | WrongUse]) -> str:
    """Return the report of one or several pairs, and why others could not be tested."""
    return "\n".join(line for one in found for line in _pair(one)) + "\n"


def backtest_json(found: Sequence[Backtest | WrongUse]) -> list[dict[str, Any]]:
    """Return the backtests as values for JSON."""
    return [
        {"problem": one.problem, "remedy": one.remedy}
        if isinstance(one, WrongUse)
        else {
            "between": list(one.series.names),
            "per": one.series.per,
            "first": one.series.starts[0],
            "last": one.series.starts[-1],
            "periods": len(one.series.starts),
            "outside": one.series.outside,
            "tests": [_test_json(test) for test in one.tests],
            "skipped": list(one.skipped),
        }
        for one in found
    ]


def _pair(found: Backtest | WrongUse) -> Iterator[str]:
    if isinstance(found, WrongUse):
        yield f"Not tested: {found.problem}"
        return
    series = found.series
    yield f"{series.names[0]} and {series.names[1]}"
    yield (
        f"  {len(series.starts)} {series.per}s from {series.starts[0]}, the last "
        f"{found.tests[0].predicted} predicted one after the other, each from those before it"
    )
    if series.outside:
        yield f"  left out, without a date or outside of these {series.per}s: {series.outside}"
    for test in found.tests:
        yield from _test(test, series.per)
    if found.skipped:
        yield f"  too few acts for a test: {', '.join(found.skipped)}"
    yield ""


def _test(test: Test, per: str) -> Iterator[str]:
    yield f"\n  {test.kind}: {test.acts} acts, {test.happened} in the predicted {per}s"
    yield f"    {_verdict(test)}"
    rows: list[tuple[str, ...]] = [("", "log score", "CRPS", "Brier", f"next {per}", "any act", "")]
    for score, (expected, any_) in zip(test.scores, test.outlook, strict=True):
        rows.append((*_means(score), f"{expected:.2f} acts", f"{any_:.0%}", _role(score, test)))
    yield from (f"  {line}" for line in columns(rows))


def _verdict(test: Test) -> str:
    model, baseline = test.model.forecaster.name, test.baseline.forecaster.name
    interval = f"{test.gain:+.3f} ({test.low:+.3f} to {test.high:+.3f}) nats a period"
    if test.happened < FEWEST_PREDICTED:
        return f"Too few to name a winner; until then use the {baseline}."
    if test.verdict == "model":
        return f"The {model} beats every baseline: {interval} better than the {baseline}."
    if test.verdict == "baseline":
        return f"The baselines win: the {baseline} is better than every model ({interval})."
    return f"No model is surely better than the {baseline}: {interval}. Use the {baseline}."


def _means(score: Score) -> tuple[str, ...]:
    means = (score.log.mean(), score.crps.mean(), score.brier.mean())
    return score.forecaster.name, *(f"{value:.3f}" for value in means)


def _role(score: Score, test: Test) -> str:
    if score is test.baseline:
        return "best baseline"
    return "best model" if score is test.model else ""


def _test_json(test: Test) -> dict[str, Any]:
    return {
        "kind": test.kind,
        "acts": test.acts,
        "predicted": test.predicted,
        "happened": test.happened,
        "verdict": test.verdict,
        "best_baseline": test.baseline.forecaster.id,
        "best_model": test.model.forecaster.id,
        "gain": [round(value, DIGITS) for value in (test.gain, test.low, test.high)],
        "forecasters": [
            {
                "forecaster": score.forecaster.id,
                "source": score.forecaster.source,
                "baseline": score.forecaster.baseline,
                "log_score": round(float(score.log.mean()), DIGITS),
                "crps": round(float(score.crps.mean()), DIGITS),
                "brier": round(float(score.brier.mean()), DIGITS),
                "expected_next": round(expected, DIGITS),
                "any_next": round(any_, DIGITS),
            }
            for score, (expected, any_) in zip(test.scores, test.outlook, strict=True)
        ],
    }
