"""Articles on one course of events belong together, others do not; reprints are listed apart."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from lagebild.api import open_case
from lagebild.case.told import ToldArticle
from lagebild.picture import vectors
from lagebild.picture.stories import event_stories, grouping, stories
from lagebild.picture.stories.articles import article_stories

STORM = ["sturm", "deich", "hafen", "flut", "pegel", "nordsee", "kutter"]
VOTE = ["wahl", "stimme", "partei", "urne", "kandidat", "auszählung", "mehrheit"]
FILL = ["heute", "bericht", "land", "woche", "regierung"]


def told(name, day, words, title="Titel", actors=(), **changes):
    given = {"genre": "news", "duplicate_of": None} | changes
    stems = tuple(words) * 2 + tuple(FILL)
    return ToldArticle(name, title, day, stems=stems, actors=dict.fromkeys(actors, 2), **given)


def grouped(*articles):
    return {frozenset(s.articles) for s in article_stories(articles)}


def test_articles_with_the_same_words_and_names_are_one_story():
    a = told("a", "2016-03-01", STORM, actors=["org:deichamt"])
    b = told("b", "2016-03-02", VOTE, actors=["party:x"])
    c = told("c", "2016-03-03", STORM, actors=["org:deichamt"])
    d = told("d", "2016-03-04", VOTE, actors=["party:x"])
    assert grouped(a, b, c, d) == {frozenset("ac"), frozenset("bd")}


def test_a_story_is_over_when_nobody_reports_for_two_weeks():
    a = told("a", "2016-03-01", STORM, actors=["org:deichamt"])
    late = told("b", "2016-03-16", STORM, actors=["org:deichamt"])
    assert grouped(a, late) == {frozenset("a"), frozenset("b")}


def test_reports_of_one_deed_on_one_day_are_nearer_than_others():
    day, before = "ASSAULT 2016-03-01", "ASSAULT 2016-02-27"
    a = told("a", "2016-03-02", [*STORM, *VOTE[:4]], deeds={day: 1})
    b = told("b", "2016-03-02", [*VOTE[4:], *STORM[:2]], deeds={day: 2})
    c = told("c", "2016-03-02", [*VOTE[4:], *STORM[:2]], deeds={before: 2})
    d = told("d", "2016-03-09", ["schnee"], deeds={before: 1})
    assert grouped(a, b, d) == {frozenset("ab"), frozenset("d")}
    assert frozenset("ac") not in grouped(a, c, d)


def test_a_story_goes_on_as_long_as_it_is_reported():
    days = [f"2016-03-{day:02}" for day in range(1, 31, 3)]
    articles = [told(day, day, STORM, actors=["org:deichamt"]) for day in days]
    assert len(grouped(*articles)) == 1


def test_undated_articles_are_stories_of_their_own():
    a = told("a", None, STORM, actors=["org:deichamt"])
    b = told("b", None, STORM, actors=["org:deichamt"])
    assert grouped(a, b) == {frozenset("a"), frozenset("b")}


def test_reprints_belong_to_the_story_of_their_original_without_counting():
    a = told("a", "2016-03-01", STORM, actors=["org:deichamt"])
    again = told("b", "2016-03-02", STORM, actors=["org:deichamt"], duplicate_of="a")
    (story,) = article_stories([a, again])
    assert (story.articles, story.reprints) == (("a",), ("b",))


def test_the_headline_of_a_report_stands_above_that_of_a_commentary():
    a = told("a", "2016-03-01", STORM, "Leitartikel: Nach der Flut", genre="commentary")
    b = told("b", "2016-03-02", STORM, "Deiche halten der Flut stand")
    c = told("c", "2016-03-02", STORM, "Was jetzt?", genre="analysis")
    (story,) = article_stories([a, b, c])
    assert story.title == "Deiche halten der Flut stand"


def test_blocks_change_nothing(monkeypatch):
    generator = np.random.default_rng(1)
    articles = [
        told(f"{n:02}", f"2016-03-{1 + n // 2:02}", generator.choice(STORM + VOTE, 5).tolist())
        for n in range(40)
    ]
    whole = grouped(*articles)
    monkeypatch.setattr(grouping, "BLOCK", 3)
    assert grouped(*articles) == whole


def test_no_articles_have_no_stories():
    assert article_stories([]) == []


def test_a_term_of_one_document_has_no_weight():
    found = vectors.tfidf([{"flut": 1, "deich": 1}, {"flut": 3}, {"wahl": 1}])
    assert found.shape == (3, 1)
    assert found.toarray().ravel().tolist() == [1.0, 1.0, 0.0]


ABOUT = {
    **dict.fromkeys(["03", "04", "07"], "what France does after the attacks"),
    **dict.fromkeys(["05", "06", "08"], "the jet and the sanctions"),
    **dict.fromkeys(["14", "15"], "the hospital"),
    **dict.fromkeys(["25", "26"], "the end of the pause"),
}
"""What reports of the demo collection are about; each other one is about something of its own."""


@pytest.mark.parametrize("nearest", [0.225, 0.235, 0.24])
def test_the_demo_collection_has_the_stories_that_a_reader_finds(demo, monkeypatch, nearest):
    monkeypatch.setattr("lagebild.picture.stories.articles.NEAREST", nearest)
    names = {a.id: Path(a.uri).name[:2] for a in demo.articles()}
    found = [{names[i] for i in s.articles} for s in stories(demo)]
    assert {"05", "06", "08"} in found
    assert {"14", "15"} in found
    assert {"25", "26"} in found
    assert all(len({ABOUT.get(name, name) for name in story}) == 1 for story in found)


def test_the_text_printed_twice_is_one_story(demo):
    (story,) = [s for s in stories(demo) if s.reprints]
    assert len(story.articles) == len(story.reprints) == 1


def test_stories_are_kept_and_found_anew_after_a_decision(demo_file, tmp_path):
    path = shutil.copy(demo_file, tmp_path / "own.case")
    with open_case(path) as case:
        first, events = stories(case), event_stories(case)
        assert (stories(case), event_stories(case)) == (first, events)
        assert any("state:TUR" in story.actors for story in first)
        case.decide("merge", "state:TUR", {"into": "state:RUS"}, "ich")
        assert not any("state:TUR" in story.actors for story in stories(case))
