"""Draws, sensitivity, results, changes and their reports."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lagebild.errors import WrongUse
from lagebild.whatif.as_json import difference_json, results_json
from lagebild.whatif.change import changed
from lagebild.whatif.difference import Shift, compare
from lagebild.whatif.draws import draw, quantiles
from lagebild.whatif.limits import change_in_short, in_short, limits
from lagebild.whatif.picture import difference_picture, outcome_picture
from lagebild.whatif.remarks import said
from lagebild.whatif.report import difference_report, report
from lagebild.whatif.results import RunOptions, outcome_frame, run
from lagebild.whatif.scenario import QUANTITIES, Estimate, exactly
from lagebild.whatif.sensitivity import first_order, rank_correlation
from tests.whatif.scenarios import scenario

FEW = RunOptions(runs=500, rounds=3)


def test_draws_follow_the_triangular_and_the_uniform_distribution():
    at = np.linspace(0.00005, 0.99995, 10_000)
    drawn = quantiles(Estimate(10, 70, 20), at)
    assert drawn.mean() == pytest.approx((10 + 70 + 20) / 3, abs=0.01)
    assert drawn.var() == pytest.approx((100 + 4900 + 400 - 700 - 200 - 1400) / 18, rel=1e-3)
    assert (drawn < 20).mean() == pytest.approx(10 / 60, abs=1e-3)
    assert quantiles(Estimate(10, 70), at).mean() == pytest.approx(40)
    assert set(quantiles(exactly(3), at)) == {3.0}


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_draws_stay_in_their_range(one, two, three):
    low, value, high = sorted((one, two, three))
    drawn = quantiles(Estimate(low, high, value), np.linspace(0, 1, 101))
    assert (drawn >= low - 1e-9).all()
    assert (drawn <= high + 1e-9).all()
    assert (np.diff(drawn) >= -1e-9).all()


def test_an_actor_draws_the_same_luck_whoever_else_is_there():
    whole = draw(scenario(), 50, seed=3)
    turned = draw(changed(scenario(), "Mainthal.position=40"), 50, seed=3)
    assert (whole.position[:, 0] == turned.position[:, 0]).all()
    assert (whole.position[:, 1] != turned.position[:, 1]).any()
    assert (whole.position != draw(scenario(), 50, seed=4).position).any()


def test_first_order_indices_of_a_sum_and_of_the_ishigami_function():
    """Ishigami and Homma 1990, a = 7, b = 0.1: exact indices 0.3139, 0.4424 and 0."""
    x = np.random.default_rng(5).uniform(-np.pi, np.pi, (3, 100_000))
    ishigami = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    found = [first_order(one, ishigami) for one in x]
    assert found == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)
    found = [first_order(one, 3 * x[0] + x[1]) for one in x]
    assert found == pytest.approx([0.9, 0.1, 0.0], abs=0.01)
    assert first_order(x[0], np.ones(100_000)) == 0


def test_rank_correlation_with_ties():
    assert rank_correlation(np.array([1.0, 2, 3, 4]), np.array([1.0, 8, 9, 99])) == pytest.approx(1)
    ties = rank_correlation(np.array([1.0, 2, 2, 3]), np.array([4.0, 3, 2, 1]))
    assert ties == pytest.approx(-0.9486833)
    assert rank_correlation(np.ones(4), np.arange(4.0)) == 0


def test_the_same_seed_gives_the_same_results_byte_for_byte():
    one, two = (json.dumps(results_json(run(scenario(), FEW))) for _ in range(2))
    assert one == two
    assert one != json.dumps(results_json(run(scenario(), RunOptions(500, 3, seed=2))))


def test_certain_inputs_give_one_outcome_and_no_influence():
    fixed = scenario()
    for actor in fixed.actors:
        for quantity, value in (("position", 30), ("salience", 50), ("capability", 2)):
            fixed = changed(fixed, f"{actor.name}.{quantity}={value}..{value}")
    results = run(fixed, FEW)
    for forecast in results.forecasts:
        assert forecast.influences == ()
        assert np.ptp(forecast.outcomes) == 0
        assert forecast.quantile(0.5) == pytest.approx(30)


def test_outcomes_as_a_frame():
    frame = outcome_frame(run(scenario(), FEW))
    assert frame.shape == (500, 3)
    assert list(frame) == ["compromise", "median", "challenge"]


def test_whose_position_decides_the_mean():
    first = run(scenario(), RunOptions(runs=4000, rounds=1)).forecasts[0]
    assert first.model.id == "compromise"
    assert first.influences[0].quantity == "position"
    assert first.influences[0].rank_correlation > 0
    assert sum(i.share for i in first.influences) == pytest.approx(1, abs=0.15)


def test_blocs_follow_the_stated_propensities():
    found = run(scenario(), FEW).alignment
    assert not found.assumed
    assert found.together[0, 2] == 1.0
    apart = run(changed(scenario(), "Oderland.position=90..100"), FEW).alignment
    assert apart.together[0, 2] == 1.0, "a position does not change what is stated"


def test_where_nothing_is_uncertain_no_value_decides():
    sure = scenario()
    for name in sure.names:
        for quantity in QUANTITIES:
            sure = sure.with_actor(sure.actor(name).having(quantity, exactly(50)))
    assert report(run(sure, FEW)).count("nothing: every run is alike") == 3


def test_the_report_says_what_comes_out_what_decides_and_what_it_cannot_know():
    text = report(run(scenario(), FEW))
    for part in ("Öffnung der Grenze", "What comes out", "What decides it", "Who gives way",
                 "Two blocs", "What this cannot know", "van den Bos 1991"):  # fmt: skip
        assert part in text
    assert "any is possible" in text
    assert "Oderland" in next(line for line in text.splitlines() if "any is possible" in line)


def test_limits_name_thin_positions_and_missing_sources():
    found = " ".join(map(said, limits(run(scenario(), FEW))))
    assert "Fewer than 3 passages, or none, stand behind the position of Elbau, Mainthal." in found
    assert "No source is named for the capability of Elbau, Mainthal, Oderland" in found


def test_in_short_is_no_forecast_where_the_runs_spread_too_far():
    wide = changed(changed(scenario(), "Elbau.position=0..100"), "Mainthal.position=0..100")
    assert said(in_short(run(wide, FEW))).startswith("No forecast: nine runs in ten lie between")
    narrow = scenario()
    for name in narrow.names:
        narrow = changed(narrow, f"{name}.position=40..44")
    assert said(in_short(run(narrow, FEW))).startswith(
        "The middle run ends at 42; nine runs in ten"
    )


def test_where_one_value_decides_the_limits_say_which():
    strong = changed(scenario(), "Mainthal.capability=90..99")
    found = [said(remark) for remark in limits(run(strong, FEW))]
    assert any("one value, the position of Mainthal" in line for line in found)
    assert "over 99%" in report(run(changed(strong, "Mainthal.position=80..99"), FEW))


@pytest.mark.parametrize(
    "options", [{"runs": 99}, {"runs": 2_000_000}, {"rounds": 0}, {"seed": -1}]
)
def test_impossible_numbers_of_runs_are_refused(options):
    with pytest.raises(WrongUse, match="is not possible"):
        RunOptions(**options)


def test_a_change_moves_the_value_with_its_uncertainty():
    moved = changed(scenario(), "elbau.position=50").actor("Elbau")
    assert moved.position == Estimate(30, 70, 50)
    assert [e.why for e in moved.evidence] == ["assumed: Elbau.position = 50 (30–70)"]
    assert changed(scenario(), "Elbau.position = 95").actor("Elbau").position == Estimate(
        75, 100, 95
    )
    assert changed(scenario(), "ELB.position=50") == changed(scenario(), "Elbau.position=50")
    ranged = changed(scenario(), "Elbau.salience=10..30").actor("Elbau")
    assert ranged.salience == Estimate(10, 30)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("Elbau", "cannot be read"),
        ("Elbau.wish=3", '"wish"'),
        ("Nowhere.position=3", 'no actor "Nowhere"'),
        ("Elbau.position=viel", "is no number"),
        ("Elbau.position=101", "is not possible"),
        ("Elbau.position=nan", "is not possible"),
        ("Elbau.position=60..40", "backwards"),
    ],
)
def test_a_wrong_change_says_why(change, problem):
    with pytest.raises(WrongUse, match=problem):
        changed(scenario(), change)


def test_the_difference_comes_from_the_change_alone():
    before = scenario()
    difference = compare(before, changed(before, "Elbau.position=60"), FEW)
    assert tuple(map(said, difference.changes)) == ("Elbau: position 20 (0–40) → 60 (40–80)",)
    mean = difference.shifts[0]
    assert mean.model.id == "compromise"
    assert mean.sure
    assert mean.by.min() > 0, "in every run the mean moves towards the new position"
    text = difference_report(difference)
    assert "What is changed" in text
    assert "the blocs follow the stated propensities" in text
    assert "behind the position of Mainthal." in text, "what is assumed needs no passages"
    assert f"In short: {said(change_in_short(difference))}" in text
    assert difference_json(difference)["shifts"][0]["clear"] is True


def shifts(*ranges):
    """A difference whose models shift evenly over these ranges."""
    before = compare(scenario(), changed(scenario(), "Elbau.position=60"), FEW)
    made = [
        Shift(old.model, np.linspace(*r, 101)) for old, r in zip(before.shifts, ranges, strict=True)
    ]
    return replace(before, shifts=tuple(made))


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        (((1, 3), (2, 4), (3, 5)), "rises in every model, in the middle run by +2 to +4 points."),
        (((-3, -1), (-1, 9), (0, 0)), "surely falls in 1 of 3 models only; the middle run moves by "
         "-2 to +4 points."),
        (((1, 3), (-4, -2), (0, 0)), "disagree on the direction: the middle run moves by -3 to +2 "
         "points."),
        (((-2, 2), (0, 0), (0, 0)), "No clear direction: the middle run moves by +0 to +0 points."),
    ],
)  # fmt: skip
def test_a_change_is_told_in_a_sentence(ranges, expected):
    assert said(change_in_short(shifts(*ranges))).endswith(expected)


def test_an_actor_may_leave_and_equal_scenarios_are_refused():
    before = scenario()
    after = replace(before, actors=before.actors[:2], propensities=())
    difference = compare(before, after, FEW)
    assert "Oderland is left out" in map(said, difference.changes)
    with pytest.raises(WrongUse, match="say the same"):
        compare(before, before, FEW)
    with pytest.raises(WrongUse, match="same scale"):
        compare(before, replace(after, high="anders"), FEW)


def test_pictures_are_well_formed_and_escape_names():
    named = changed(scenario(), "Elbau.position=60")
    results = run(scenario(), FEW)
    for svg in (outcome_picture(results), difference_picture(compare(scenario(), named, FEW))):
        root = etree.fromstring(svg.encode())
        assert root.tag.endswith("svg")
        assert len(root.findall(".//{*}path")) >= 3
    odd = replace(scenario(), issue='<script>"&', low="<b>")
    assert "<script>" not in outcome_picture(run(odd, FEW))
