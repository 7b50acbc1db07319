"""The backtest: scores, no look ahead, and the right one wins on series of known making."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom
from scipy.stats import poisson as scipy_poisson

from lagebild.api import open_case
from lagebild.case import Filter
from lagebild.errors import WrongUse
from lagebild.whatif.backtest import backtest, backtests, mean_interval
from lagebild.whatif.backtest_report import backtest_json, backtest_report
from lagebild.whatif.forecasters import FORECASTERS, gamma_poisson, poisson
from lagebild.whatif.scores import brier, crps, log_score
from lagebild.whatif.series import DyadSeries, dyad_series, period
from tests.whatif.cases import Report, write_case

BY_ID = {forecaster.id: forecaster for forecaster in FORECASTERS}


def series(counts, per="week"):
    counts = np.asarray(counts, dtype=float)
    starts = tuple(str(np.datetime64("2015-01-05") + 7 * i) for i in range(len(counts)))
    return DyadSeries(("Elbau", "Mainthal"), per, starts, {"all": counts}, 0)


def simulated(length, excite, keep, mean=2.0, seed=3):
    """Return a self-exciting series of this mean."""
    rng, rate, counts = np.random.default_rng(seed), mean, []
    for _ in range(length):
        counts.append(rng.poisson(rate))
        rate = mean * (1 - excite - keep) + excite * counts[-1] + keep * rate
    return counts


def test_chances_equal_those_of_scipy():
    counts = np.arange(40)
    assert poisson(np.array([2.5]), 40)[0, :40] == pytest.approx(scipy_poisson.pmf(counts, 2.5))
    found = gamma_poisson(np.array([1.5]), np.array([0.4]), 40)[0, :40]
    assert found == pytest.approx(nbinom.pmf(counts, 1.5, 0.4 / 1.4))


@pytest.mark.parametrize("forecaster", FORECASTERS, ids=lambda f: f.id)
@given(counts=st.lists(st.integers(0, 30), min_size=1, max_size=40))
def test_a_forecast_is_made_of_chances_and_never_looks_ahead(forecaster, counts):
    known = np.array(counts, dtype=float)
    chances = forecaster.predict(known, 7, 110)
    assert chances.shape == (len(counts) + 1, 111)
    assert (chances >= 0).all()
    assert chances.sum(axis=1) == pytest.approx(np.ones(len(counts) + 1))
    assert (chances[:, :31] > 0).all(), "nothing that may happen is excluded"
    more = forecaster.predict(np.append(known, [17.0, 0.0, 4.0]), 7, 110)
    assert more[: len(counts) + 1] == pytest.approx(chances)


def test_baselines_expect_what_they_are_named_after():
    counts = np.array([4.0, 0, 2, 6])
    expected = {
        f.id: f.predict(counts, 3, 200)[-1] @ np.arange(201) for f in FORECASTERS if f.baseline
    }
    assert expected["last"] == pytest.approx(6)
    assert expected["mean"] == pytest.approx(12.5 / 4)
    assert expected["seasonal"] == pytest.approx((0 + 12.5 / 4) / 2)


def test_scores_of_known_forecasts():
    fair = np.array([0.5, 0.25, 0.25])
    assert log_score(fair, 0) == pytest.approx(np.log(2))
    assert log_score(fair, 99) == pytest.approx(np.log(4)), "the last one is all larger counts"
    assert crps(fair, 1) == pytest.approx(0.5**2 + 0.25**2)
    assert brier(fair, 3) == pytest.approx(0.25)
    certain = np.zeros(9)
    certain[5] = 1.0
    assert crps(certain, 2) == 3, "of a certain forecast, the absolute error"
    assert np.isfinite(log_score(certain, 2))


@given(st.floats(0.2, 6), st.floats(0.2, 6))
def test_scores_are_proper(true, other):
    """Who states the true chances is, on average, not beaten."""
    honest, wrong = poisson(np.array([true, other]), 60)
    for score in (log_score, crps, brier):
        means = [sum(honest[k] * score(said, k) for k in range(61)) for said in (honest, wrong)]
        assert means[0] <= means[1] + 1e-9


def test_a_self_exciting_series_is_won_by_a_model():
    (test,) = backtest(series(simulated(400, 0.6, 0.3))).tests
    assert test.verdict == "model"
    assert test.model.forecaster.id == "self_exciting"
    assert "beats every baseline" in backtest_report([backtest(series(simulated(400, 0.6, 0.3)))])


def test_a_rate_that_jumps_is_won_by_the_drifting_rate():
    rng = np.random.default_rng(8)
    (test,) = backtest(series([*rng.poisson(1, 150), *rng.poisson(9, 150)])).tests
    assert test.verdict == "model"
    assert test.model.forecaster.id == "drifting"


def test_on_a_constant_rate_the_mean_is_not_beaten():
    for seed in range(5):
        (test,) = backtest(series(simulated(200, 0.0, 0.0, seed=seed))).tests
        assert test.baseline.forecaster.id == "mean"
        assert test.verdict != "model"


def test_where_the_season_rules_the_baselines_win_and_the_report_says_so():
    counts = [9 if day % 7 == 2 else 0 for day in range(210)]
    found = backtest(series(counts, "day"))
    (test,) = found.tests
    assert test.verdict == "baseline"
    assert test.baseline.forecaster.id == "seasonal"
    assert "The baselines win: the seasonal mean" in backtest_report([found])


def test_the_interval_of_a_mean_covers_it_about_as_often_as_it_says():
    rng = np.random.default_rng(4)
    inside = 0
    for _ in range(200):
        low, high = mean_interval(rng.normal(1.0, 2.0, 60), 400)
        inside += low <= 1.0 <= high
    assert 175 <= inside <= 199


def test_too_few_periods_or_acts_are_refused_and_few_predicted_name_no_winner():
    with pytest.raises(WrongUse, match="needs 20 weeks or more; the articles span 19"):
        backtest(series([3] * 19))
    with pytest.raises(
        WrongUse, match="8 dated acts or more; between Elbau and Mainthal there are 7"
    ):
        backtest(series([1] * 7 + [0] * 30))
    (test,) = backtest(series([2] * 8 + [0] * 30)).tests
    assert (test.acts, test.happened, test.verdict) == (16, 0, "undecided")


def test_one_pair_that_cannot_be_tested_does_not_hide_the_others():
    found = backtests([series([1] * 40), series([0] * 40)])
    assert "Not tested: A backtest needs 8 dated acts" in backtest_report(found)
    assert json.loads(json.dumps(backtest_json(found)))[1]["problem"].endswith("there are 0.")
    with pytest.raises(WrongUse, match="there are 0"):
        backtests([series([0] * 40)])


def test_the_same_case_gives_the_same_backtest():
    one, two = (
        json.dumps(backtest_json([backtest(series(simulated(80, 0.3, 0.3)))])) for _ in range(2)
    )
    assert one == two


@pytest.fixture
def case(tmp_path):
    reports = [
        Report("a.txt", "2016-01-04").event("ASSAULT", "Russland", "Türkei", "2016-01-04"),
        Report("b.txt", "2016-01-20")
        .event("CONSULT", "Russland", "Türkei", "2016-01-19")
        .event("ACCUSE", "Türkei", "Russland", "2014-05-01")
        .event("ACCUSE", "Iran", "Türkei", "2016-01-18"),
    ]
    with open_case(write_case(tmp_path / "c.case", reports)) as opened:
        yield opened


def test_acts_are_counted_by_sign_and_period_both_sides_of_a_talk_once(case):
    (found,) = dyad_series(case, Filter(), "week", ("Russland", "Türkei"))
    assert found.starts == ("2016-01-04", "2016-01-11", "2016-01-18")
    assert found.counts["conflict"].tolist() == [1, 0, 0]
    assert found.counts["cooperation"].tolist() == [0, 0, 1]
    assert found.counts["CONSULT"].tolist() == [0, 0, 1]
    assert found.counts["all"].tolist() == [1, 0, 1]
    assert found.outside == 1, "the reproach of 2014 was before the first article"


def test_without_names_the_pairs_with_most_acts_come_first(case):
    found = dyad_series(case, Filter(), "month")
    assert [set(s.names) for s in found] == [{"Russland", "Türkei"}, {"Iran", "Türkei"}]


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (("Russland",), "two actors"),
        (("Russland", "russland"), "the same actor"),
        (("Russland", "Atlantis"), "Atlantis"),
    ],
)
def test_a_wrong_pair_is_refused(case, names, problem):
    with pytest.raises(WrongUse, match=problem):
        dyad_series(case, Filter(), "day", names)


def test_a_case_without_dates_or_acts_is_refused(tmp_path):
    with pytest.raises(WrongUse, match="no length of a period"):
        period("year")
    undated = write_case(tmp_path / "u.case", [Report("a.txt", None)])
    with open_case(undated) as opened, pytest.raises(WrongUse, match="has a date"):
        dyad_series(opened, Filter(), "day")
    silent = write_case(tmp_path / "s.case", [Report("a.txt")])
    with open_case(silent) as opened, pytest.raises(WrongUse, match="no act between"):
        dyad_series(opened, Filter(), "day")
