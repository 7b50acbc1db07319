from dataclasses import replace

import pytest

from lagebild.evaluate import actor_errors, event_errors
from lagebild.evaluate.actors import score_actors
from lagebild.evaluate.commitments import score_commitments
from lagebild.evaluate.events import date_right, place_right, score_events
from lagebild.evaluate.figures import score_figures
from lagebild.evaluate.gold import Gold
from lagebild.evaluate.scored import Scored
from lagebild.findings.finding import EventDate, Findings, Place

CAUSES = (*actor_errors.NAMES, *event_errors.NAMES)
SCORES = [score_actors, score_events, score_commitments, score_figures]


@pytest.mark.parametrize("score", SCORES)
def test_a_reader_that_is_always_right_scores_one(score, gold: Gold, perfect: Findings) -> None:
    evaluation = score([Scored(gold, perfect)])
    values = {m.name: m.value for m in evaluation.measures if m.gold}
    merges = values.pop("wrong merges", 0.0)
    assert merges == 0
    values.pop("no condition where gold has none", None)
    assert not any(values.pop(name, 0.0) for name in CAUSES)
    assert set(values.values()) == {1.0}, values
    assert evaluation.mistakes == ()


@pytest.mark.parametrize("score", SCORES)
def test_a_reader_that_finds_nothing_scores_zero(score, gold: Gold) -> None:
    assert score([Scored(gold, Findings())]).measures[0].value == 0


def test_an_event_of_another_type_is_a_miss_and_a_false_alarm(gold, perfect) -> None:
    wrong = (replace(perfect.events[0], type="ASSAULT"), perfect.events[1])
    evaluation = score_events([Scored(gold, replace(perfect, events=wrong))])
    assert evaluation.measure("events").value == 0.5
    assert evaluation.measure("sentence, any type").value == 1
    assert sorted(m.kind for m in evaluation.mistakes) == ["false alarm", "miss"]


def test_one_event_told_twice_counts_once(gold, perfect) -> None:
    twice = replace(perfect, events=perfect.events + perfect.events[:1])
    measure = score_events([Scored(gold, twice)]).measure("events")
    assert (measure.precision, measure.recall) == (pytest.approx(2 / 3), 1.0)


def test_swapped_roles_are_wrong_on_both_sides(gold, perfect) -> None:
    first = perfect.events[0]
    swapped = replace(first, sources=first.targets, targets=first.sources)
    evaluation = score_events([Scored(gold, replace(perfect, events=(swapped,)))])
    assert evaluation.measure("source").value == 0
    assert evaluation.measure("target").value == 0


@pytest.mark.parametrize(
    ("sources", "cause"),
    [
        ((), "source left open"),
        (("person:adora",), "source somebody else"),
    ],
)
def test_a_wrong_source_has_a_cause(gold, perfect, sources, cause) -> None:
    wrong = replace(perfect.events[0], sources=sources, targets=())
    evaluation = score_events([Scored(gold, replace(perfect, events=(wrong,)))])
    assert evaluation.measure(cause).value == 1


def test_a_source_of_the_right_words_may_be_another_actor(gold, perfect) -> None:
    other = tuple(replace(m, actor="person:other") for m in perfect.mentions[:1])
    event = replace(perfect.events[0], sources=("person:other",))
    found = replace(perfect, mentions=(*other, *perfect.mentions), events=(event,))
    evaluation = score_events([Scored(gold, found)])
    assert evaluation.measure("source split").value == 1
    assert evaluation.measure("source").value == 0
    assert evaluation.measure("source, by any mention").value == 1


def test_an_extra_source_fails_only_the_same_set(gold, perfect) -> None:
    both = replace(perfect.events[0], sources=("person:kranz", "person:adora"))
    evaluation = score_events([Scored(gold, replace(perfect, events=(both,)))])
    assert evaluation.measure("source").value == 1
    assert evaluation.measure("source, same set").value == 0


def test_pronouns_are_no_mentions(gold, perfect) -> None:
    pronouns = tuple(replace(m, form="pronoun") for m in perfect.mentions)
    evaluation = score_actors([Scored(gold, replace(perfect, mentions=pronouns))])
    assert evaluation.measure("mentions to the right actor").value == 0


def test_two_actors_read_as_one_are_a_wrong_merge(gold, perfect) -> None:
    merged = tuple(replace(m, actor="person:kranz") for m in perfect.mentions)
    evaluation = score_actors([Scored(gold, replace(perfect, mentions=merged))])
    assert evaluation.measure("wrong merges").value == 1
    assert evaluation.measure("mentions to the right actor").value == pytest.approx(0.5)


def test_a_figure_needs_its_value(gold, perfect) -> None:
    wrong = replace(perfect.figures[0], value=41.0)
    assert score_figures([Scored(gold, replace(perfect, figures=(wrong,)))]).measures[0].value == 0


def test_a_place_is_right_by_its_words_or_its_name(perfect: Findings) -> None:
    event = perfect.events[0]
    text = "Minister Kranz traf am Montag die Präsidentin Adora in Lunden."
    assert place_right("Stadt Lunden", event, text)
    assert not place_right("Büsum", event, text)
    at_sentence = Place(event.sentence, "Lunden", None, None, None, None)
    assert not place_right("Montag", replace(event, place=at_sentence), text)
    assert not place_right("Lunden", replace(event, place=None), text)


def test_a_date_is_right_if_it_covers_the_same_days() -> None:
    assert date_right("2016-02", EventDate("2016-02-01", "2016-02-29", "2016-02"))
    assert not date_right("2016-02", EventDate("2016-02-01", "2016-02-01", "2016-02-01"))
    assert not date_right("2016", None)
