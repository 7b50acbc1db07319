"""Blame and praise in reported words, and acts that need somebody who does them."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event, Statement
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Mba": "person",
    "Togo": "state",
    "Ghana": "state",
    "Rebellen": "armed_group",
}


def said(quote: str, rest: str = " sagte Mba.") -> tuple[Event, ...]:
    """Return the events of a sentence whose first part is quoted from Mba."""
    reading = lay(quote + rest, **ACTORS)
    reading.statements = (
        Statement("indirect", (Span(0, len(quote) - 1),), speaker="Mba", why="test"),
    )
    return find_events(reading)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("Togos Vorgehen sei völkerrechtswidrig,", "ACCUSE"),
        ("Der Vorschlag Togos sei vernünftig,", "SUPPORT"),
    ],
)
def test_a_judgement_in_somebodys_words(quote: str, kind: str) -> None:
    event = next(event for event in said(quote) if event.type == kind)
    assert (event.sources, event.targets) == (("Mba",), ("Togo",))
    assert event.why.startswith("event_classes: ")


@pytest.mark.parametrize(
    "quote",
    ["Togos Vorgehen wäre völkerrechtswidrig,", "Togos Vorgehen sei nicht völkerrechtswidrig,"],
)
def test_no_judgement_where_it_is_unreal_or_negated(quote: str) -> None:
    assert not [event for event in said(quote) if event.why.startswith("event_classes")]


@pytest.mark.parametrize(
    "quote",
    [
        "Togo habe versagt,",
        "Togo übertreibe die Gefahr,",
        "Die Gespräche seien von Togo blockiert worden,",
    ],
)
def test_to_tell_a_misdeed_of_somebody_blames_him(quote: str) -> None:
    event = next(e for e in said(quote) if e.why.startswith("event_classes"))
    assert (event.type, event.sources, event.targets) == ("ACCUSE", ("Mba",), ("Togo",))


@pytest.mark.parametrize(
    "quote", ["Togo habe nicht versagt,", "Togo könne die Gefahr nicht übertreiben,"]
)
def test_no_blame_in_a_misdeed_that_was_not(quote: str) -> None:
    assert not [e for e in said(quote) if e.why.startswith("event_classes")]


@pytest.mark.parametrize(
    ("quote", "types"),
    [
        ("Der Beschluss sei ein Fehler,", ["ACCUSE"]),
        ("Die Verhaftung sei rechtswidrig,", ["ACCUSE"]),
        ("Das sei ein Massaker,", ["ACCUSE"]),
        ("Das sei eine Katastrophe,", []),
        ("Die Methode sei unwirksam,", []),
        ("Ob der Beschluss ein Fehler sei,", []),
    ],
)
def test_plans_and_deeds_are_judged_and_not_what_nobody_does(quote: str, types: list[str]) -> None:
    judged = [e for e in said(quote) if e.why.startswith("event_classes")]
    assert [e.type for e in judged] == types
    assert all(e.sources == ("Mba",) for e in judged)


def test_who_blames_with_a_verb_blames_once() -> None:
    events = said("Togo habe versagt,", " kritisierte Mba.")
    assert [e.type for e in events].count("ACCUSE") == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Aussage wurde von Mba widersprochen.", "REJECT"),
        ("Dem Antrag wurde von Togo zugestimmt.", "SUPPORT"),
    ],
)
def test_a_verb_with_a_dative_has_a_passive_too(text: str, kind: str) -> None:
    event = next(iter(find_events(lay(text, **ACTORS))))
    assert event.sources in (("Mba",), ("Togo",))
    assert event.type in (kind, "AGREE")


def test_the_report_itself_judges_nobody() -> None:
    reading = lay("Togos Vorgehen ist völkerrechtswidrig, meint der Bericht.", **ACTORS)
    assert not [e for e in find_events(reading) if e.why.startswith("event_classes")]


FILLER = " Ghana und Togo sind Nachbarn." * 12


def test_a_deed_may_be_anonymous_but_nobody_asks_without_asking() -> None:
    shot = find_events(lay("Am Montag wurden Rebellen erschossen." + FILLER, **ACTORS))
    assert [(e.type, e.sources) for e in shot] == [("ASSAULT", ())]
    asked = find_events(lay("Die Forderung an Togo bleibt bestehen." + FILLER, **ACTORS))
    assert not asked
