"""One event told with other doers or on another day; what may be two events is left alone."""

from dataclasses import replace

import pytest

from lagebild.case.records import ArticleRecord, EventRecord, MentionRecord
from lagebild.case.stories import Story
from lagebild.findings.finding import Actor
from lagebild.picture.contradictions.accounts import competing_accounts
from lagebild.picture.material import Material
from lagebild.spans import Span

FIRST = "Belgische Flieger trafen in Gent das Lagerhaus am Hafen."
SECOND = "Das Lagerhaus am Hafen von Gent trafen Flieger aus Österreich."
ACTORS = {
    "state:BEL": Actor("state:BEL", "Belgien", "state", "BEL"),
    "state:AUT": Actor("state:AUT", "Österreich", "state", "AUT"),
    "company:hafen": Actor("company:hafen", "Hafen AG", "company"),
}


def article(name, text):
    rest = ((), (), None, "news", "de", "", (), None)
    return ArticleRecord(name, f"{name}.txt", None, text, "2016-03-02", "given", None, *rest)


def event(name, text, day, source, **changes):
    whole = Span(0, len(text))
    made = EventRecord(
        f"{name}-e1", name, "2016-03-02", "ASSAULT", "aerial", (), Span(0, 4), text[:4], whole,
        text, (source,), ("company:hafen",), day, day, day, None, "Gent", "BEL", None, None, 1,
        "occurred", None, 1.0, "test", (),
    )  # fmt: skip
    return replace(made, **changes)


def found(*events, one_story=True, victims_named=True):
    names = [e.article for e in events]
    groups = [names] if one_story else [[name] for name in names]
    stories = [Story(g[0], "Titel", None, None, tuple(g), (), ()) for g in groups]
    articles = {e.article: article(e.article, e.sentence_words) for e in events}
    told = {e.id: e.id for e in events}
    named = [
        MentionRecord(e.article, e.sentence, e.sentence_words, key, "name", "test")
        for e in events
        for key in (e.targets if victims_named else ())
    ]
    material = Material(articles, ACTORS, named, [], events, [], [], [], {}, stories, told)
    return list(competing_accounts(material))


def test_two_doers_of_one_deed_are_two_accounts():
    (account,) = found(
        event("a", FIRST, "2016-03-01", "state:BEL"), event("b", SECOND, "2016-03-01", "state:AUT")
    )
    assert [side.claim for side in account.sides] == ["by Belgien", "by Österreich"]
    assert account.sides[1].citation.words == SECOND


def test_two_days_of_one_deed_are_two_accounts():
    (account,) = found(
        event("a", FIRST, "2016-03-01", "state:BEL"), event("b", FIRST, "2016-02-29", "state:BEL")
    )
    assert [side.claim for side in account.sides] == ["on 2016-03-01", "on 2016-02-29"]


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Brügge"},
        {"place": None},
        {"targets": ("state:AUT",)},
        {"mode": "firearms"},
        {"status": "planned"},
        {"date_start": None},
        {"date_start": "2016-01-01", "date_end": "2016-12-31"},
        {"article": "a"},
        {"sources": ()},
    ],
    ids=str,
)
def test_what_may_be_another_event_is_no_other_account(changes):
    other = event("b", SECOND, "2016-03-01", "state:AUT", **changes)
    assert found(event("a", FIRST, "2016-03-01", "state:BEL"), other) == []


def test_reports_of_two_stories_are_not_compared():
    one = event("a", FIRST, "2016-03-01", "state:BEL")
    other = event("b", SECOND, "2016-03-01", "state:AUT")
    assert found(one, other, one_story=False) == []


def test_days_far_apart_are_two_events():
    one = event("a", FIRST, "2016-03-01", "state:BEL")
    assert found(one, event("b", FIRST, "2016-02-20", "state:BEL")) == []


def test_victims_whom_only_the_report_at_large_tells_may_differ():
    one = event("a", FIRST, "2016-03-01", "state:BEL")
    other = event("b", FIRST, "2016-03-01", "state:AUT", targets=("state:BEL",))
    assert not found(one, other)
    (account,) = found(one, other, victims_named=False)
    assert account.about == "ASSAULT: Gent"
