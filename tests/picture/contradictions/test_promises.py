"""A promise against a deed, a refusal or a report of its breach; what may be otherwise is left."""

from dataclasses import replace

import pytest

from lagebild.case.records import CommitmentRecord, EventRecord
from lagebild.case.stories import Story
from lagebild.findings.finding import Actor
from lagebild.picture.contradictions.promises import broken_promises
from lagebild.picture.lives import Change, Life
from lagebild.picture.material import Citation, Material
from lagebild.spans import Span
from tests.picture.contradictions.test_accounts import article

ACTORS = {
    "state:CAN": Actor("state:CAN", "Kanada", "state", "CAN"),
    "state:HTI": Actor("state:HTI", "Haiti", "state", "HTI"),
}
PLEDGE = "keine Soldaten in die Hafenstadt Jacmel zu schicken"
REBUILD = "den Hafen von Beirut wieder aufzubauen"
DEED = "Kanada schickte Soldaten in die Hafenstadt."


def pledge(words=PLEDGE, day="2019-06-03", **changes):
    whole = Span(0, len(words))
    made = CommitmentRecord(
        f"{day}-c", f"p{day}", day, "promise", ("state:CAN",), (), whole, words, None, None, None,
        None, "promised", whole, words, None, "test",
    )  # fmt: skip
    return replace(made, **changes)


def deed(words=DEED, day="2019-06-20", **changes):
    whole = Span(0, len(words))
    made = EventRecord(
        f"{day}-e", f"e{day}", day, "MOBILIZE", None, (), Span(0, 6), words[:6], whole, words,
        ("state:CAN",), (), day, day, day, None, None, None, None, None, 1, "occurred", None, 1.0,
        "test", (),
    )  # fmt: skip
    return replace(made, **changes)


def found(pledges, events=(), lives=()):
    articles = {c.article: article(c.article, c.words) for c in pledges}
    articles |= {e.article: article(e.article, e.sentence_words) for e in events}
    stories = [Story(a, "Titel", None, None, (a,), (), ()) for a in articles]
    material = Material(
        articles, ACTORS, [], [], list(events), list(pledges), [], [], {}, stories, {}
    )
    return list(broken_promises(material, list(lives)))


def test_what_was_not_to_be_done_stands_against_the_deed_in_the_same_words():
    (broken,) = found([pledge()], [deed()])
    assert [side.claim for side in broken.sides] == ["promised", "done"]
    assert broken.sides[1].citation.words == DEED


def test_a_refusal_stands_against_the_deed_too():
    refusal = pledge("Soldaten in die Hafenstadt Jacmel zu schicken", kind="refusal")
    assert len(found([refusal], [deed()])) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"date_start": "2019-06-01"},
        {"date_start": "2019-12-01"},
        {"date_start": None},
        {"sources": ("state:HTI",)},
        {"status": "planned"},
        {"type": "ACCUSE"},
        {"sentence_words": "Kanada schickte keine Soldaten in die Hafenstadt."},
        {"sentence_words": "Kanada schickte Lehrer in die Hauptstadt."},
    ],
    ids=str,
)
def test_what_may_be_another_deed_breaks_no_promise(changes):
    assert found([pledge()], [deed(**changes)]) == []


def test_a_promise_to_do_something_is_not_broken_by_doing_it():
    kept = pledge("Soldaten in die Hafenstadt Jacmel zu schicken")
    assert found([kept], [deed()]) == []


def test_a_promise_is_met_by_the_later_refusal_of_the_same_side():
    later = pledge(REBUILD, "2019-07-01", kind="refusal")
    (back,) = found([pledge(REBUILD), later])
    assert [side.claim for side in back.sides] == ["promised", "refused"]
    other = replace(later, parties=("state:HTI",))
    assert found([pledge(REBUILD), other]) == []
    earlier = replace(later, published="2019-05-01")
    assert found([pledge(REBUILD), earlier]) == []


def test_a_report_that_an_agreement_was_broken_stands_against_it():
    made = pledge("eine Waffenruhe", kind="agreement")
    begun = Citation(made.article, made.sentence, made.words)
    report = Citation(made.article, made.sentence, made.words)
    changes = (
        Change("agreed", "2019-06-03", made.parties, begun, "test"),
        Change("broken", "2019-06-05", (), report, "test"),
    )
    life = Life(made.id, "agreement", made.parties, (), made.words, None, None, None, changes, None)
    (broken,) = found([made], lives=[life])
    assert [side.claim for side in broken.sides] == ["promised", "broken"]
    assert found([made], lives=[replace(life, changes=changes[:1])]) == []
