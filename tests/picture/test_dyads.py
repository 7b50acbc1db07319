"""Two actors over time: periods, intervals, change points, citations."""

import numpy as np
import pandas as pd
import pytest

from lagebild.errors import WrongUse
from lagebild.picture.changes import changes_of
from lagebild.picture.dyads import dyad_series
from lagebild.picture.evidence import citations
from lagebild.picture.resampling import Resampling, drawn, summed
from lagebild.picture.ties import RelationOptions, node_key, ties
from tests.picture.builders import ACTORS, Book, written

A, B, C = (ACTORS[letter].key for letter in "ABC")
FEW = Resampling(draws=50)
APART = RelationOptions(stories={})


def quarrel_then_peace():
    """Nine months of attacks each month, then nine of aid; one act a month."""
    book = Book("a", "2017-07-01")
    for month in range(18):
        what = "ASSAULT" if month < 9 else "AID"
        book.event(what, "A" if month % 2 else "B", "B" if month % 2 else "A",
                   date=f"{2016 + month // 12}-{month % 12 + 1:02}-15")  # fmt: skip
    return book


def test_a_month_sums_what_both_did(tmp_path):
    book = Book("a").event("AID", "A", "B", date="2016-01-03")
    book.event("ACCUSE", "B", "A", date="2016-01-20").event("CONSULT", "A B", "", date="2016-03-31")
    with written(tmp_path, book) as case:
        series = dyad_series(ties(case, options=APART), B, A, "month", FEW)
        kinds = {event.id: event.type for event in case.events()}
    frame = series.frame
    assert list(frame.index) == ["2016-01-01", "2016-02-01", "2016-03-01"]
    assert frame["cooperation"].tolist() == [7, 0, 1]
    assert frame["conflict"].tolist() == [2, 0, 0]
    assert frame["balance"].tolist() == [5, 0, 1]
    assert frame["acts"].tolist() == [2, 0, 1]
    assert [len(ids) for ids in frame["evidence"]] == [2, 0, 1]
    assert [kinds[key] for key in frame["evidence"].iloc[0]] == ["AID", "ACCUSE"]


@pytest.mark.parametrize(
    ("by", "starts"),
    [("day", ["2016-01-02", "2016-01-03", "2016-01-04"]), ("week", ["2015-12-28", "2016-01-04"])],
)
def test_days_and_weeks(tmp_path, by, starts):
    book = Book("a").event("AID", "A", "B", date="2016-01-02")
    with written(tmp_path, book.event("AID", "A", "B", date="2016-01-04")) as case:
        series = dyad_series(ties(case, options=APART), A, B, by, FEW)
    assert list(series.frame.index) == starts


def test_intervals_hold_the_value_and_are_wider_where_it_rests_on_one_story(tmp_path):
    book = Book("a")
    for day in range(1, 29):
        book.event("AID", "A", "B", date=f"2016-02-{day:02}")
    book.event("AID", "A", "B", date="2016-03-01")
    with written(tmp_path, book) as case:
        frame = dyad_series(ties(case, options=APART), A, B, "month").frame
    assert (frame["balance_low"] <= frame["balance"]).all()
    assert (frame["balance_high"] >= frame["balance"]).all()
    spread = (frame["balance_high"] - frame["balance_low"]) / frame["balance"]
    assert spread["2016-03-01"] > 2 * spread["2016-02-01"]


def test_a_turn_is_found_with_its_date_and_is_supported(tmp_path):
    with written(tmp_path, quarrel_then_peace()) as case:
        (change,) = dyad_series(ties(case, options=APART), A, B, "month").changes
    assert change.since == "2016-10-01"
    assert (change.before, change.after) == (pytest.approx(-9.7), pytest.approx(7.0))
    assert change.support > 0.8


def test_noise_without_a_turn_gives_no_change():
    found = 0
    for seed in range(40):
        values = np.random.default_rng(seed).normal(size=40)
        series = pd.Series(values, index=[str(n) for n in range(40)])
        found += len(changes_of(series, values[None, :]))
    assert found <= 4


def test_a_change_that_few_draws_show_has_little_support():
    values = np.array([0.0, 0.1] * 5 + [9.0, 9.1] * 5)
    series = pd.Series(values, index=[str(n) for n in range(20)])
    draws = np.stack([values] * 2 + [np.tile([0.0, 0.1], 10)] * 8)
    (change,) = changes_of(series, draws)
    assert (change.since, change.support) == ("10", 0.2)


def test_without_dates_or_acts_there_is_no_series(tmp_path):
    with written(tmp_path, Book("a", None).event("AID", "A", "B")) as case:
        found = ties(case)
        series = dyad_series(found, A, B)
        nothing = dyad_series(found, A, C)
    assert (len(series.frame), series.undated, series.changes) == (0, 1, ())
    assert (len(nothing.frame), nothing.undated) == (0, 0)


def test_an_outlying_date_is_refused_with_advice(tmp_path):
    book = Book("a").event("AID", "A", "B", date="1716-01-02")
    with written(tmp_path, book.event("AID", "A", "B", date="2016-01-04")) as case:
        found = ties(case, options=APART)
        with pytest.raises(WrongUse, match="Ask for months"):
            dyad_series(found, A, B, "day")
        with pytest.raises(WrongUse, match="fortnight"):
            dyad_series(found, A, B, "fortnight")


def test_acts_of_one_story_are_drawn_together():
    counts = drawn(pd.Series(["x", "x", "y", "z"]), Resampling(draws=300, seed=1))
    assert (counts[:, 0] == counts[:, 1]).all()
    assert (counts[:, 1:].sum(axis=1) == 3).all()
    assert counts.mean(axis=0) == pytest.approx([1, 1, 1, 1], abs=0.2)
    assert (counts == drawn(pd.Series(["x", "x", "y", "z"]), Resampling(draws=300, seed=1))).all()


def test_stories_of_others_are_drawn_from_too():
    stories = pd.Series(["x", "x", "y", "z"])
    wanted = np.array([True, True, False, False])
    some, every = drawn(stories, FEW, wanted), drawn(stories, FEW)
    assert (some == every[:, wanted]).all()
    assert (some == 0).any()


def test_what_rests_on_one_story_of_several_has_a_wide_interval(tmp_path):
    books = [Book("a").event("AID", "A", "B"), *(Book(n).event("AID", "B", "C") for n in "bcde")]
    with written(tmp_path, *books) as case:
        articles = [article.id for article in case.articles()]
        events = {event.id: event.article for event in case.events()}
        assert len(articles) == len(set(events.values())) == 5
        series = dyad_series(ties(case, options=RelationOptions(stories=events)), A, B)
    row = series.frame.iloc[0]
    assert series.stories == 1
    assert row["balance_low"] == 0
    assert row["balance_high"] > row["balance"]


def test_one_story_alone_has_no_interval(tmp_path):
    with written(tmp_path, Book("a").event("AID", "A", "B", date="2016-02-01")) as case:
        series = dyad_series(ties(case), A, B)
    row = series.frame.iloc[0]
    assert (row["balance"], series.stories) == (7.0, 1)
    assert np.isnan([row["balance_low"], row["balance_high"], row["conflict_high"]]).all()


def test_sums_by_group_are_those_of_bincount():
    rng = np.random.default_rng(2)
    times, weights = rng.integers(3, size=(5, 30)).astype(float), rng.normal(size=30)
    groups = rng.integers(7, size=30)
    expected = [np.bincount(groups, row * weights, 7) for row in times]
    assert summed(times, weights, groups, 7) == pytest.approx(np.array(expected))


def test_a_name_means_what_its_actor_is_rolled_up_to(tmp_path):
    country = RelationOptions(roll_up="country")
    with written(tmp_path, Book("a").event("AID", "A", "B")) as case:
        assert node_key(case, "Österreich") == A
        assert node_key(case, "Ministerin", country) == A
        assert node_key(case, "armed_group:AUT", RelationOptions(roll_up="kind")) == (
            "armed_group:AUT"
        )
        with pytest.raises(WrongUse, match="Atlantis"):
            node_key(case, "Atlantis")


def test_evidence_is_the_exact_words(tmp_path):
    book = Book("a").event("AID", "A", "B").promise("refusal", "B", "A").say("A", "B")
    with written(tmp_path, book) as case:
        found = ties(case)
        known = citations(case, found.findings["id"])
        (article,) = case.articles()
    assert {c.kind for c in known.values()} == {"AID", "refusal", "direct"}
    assert set(known) == set(found.findings["id"])
    for citation in known.values():
        assert article.text[citation.span.start : citation.span.end] == citation.words
        assert (citation.article, citation.uri) == (article.id, article.uri)


def test_evidence_of_nothing_is_nothing(tmp_path):
    with written(tmp_path, Book("a")) as case:
        assert citations(case, []) == {}
        assert citations(case, ["unknown"]) == {}
