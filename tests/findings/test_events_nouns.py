"""Event nouns: nouns of verbs, what carries them, which of two meanings, compounds of none."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.events.lexicon import build_lexicon
from lagebild.findings.finding import ActorKind
from lagebild.knowledge import Knowledge
from tests.findings.events_desk import lay

SIDES: dict[str, ActorKind] = {
    "Togo": "state",
    "Ghana": "state",
    "Rebellen": "armed_group",
    "Polizei": "government",
    "Zeitung": "media",
    "Kern": "person",
}


def told(sentence: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return type and roles of the events in a sentence."""
    events = find_events(lay(sentence, **SIDES))
    return [(event.type, event.sources, event.targets) for event in events]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Die Lieferung von Raketen an Ghana durch Togo verärgerte viele.",
            ("AID", ("Togo",), ("Ghana",)),
        ),
        (
            "Nach der Verlängerung der Sanktionen gegen Ghana durch Togo stieg der Ölpreis.",
            ("SANCTION", ("Togo",), ("Ghana",)),
        ),
        ("Die Beendigung des Krieges durch Togo kam plötzlich.", ("RETREAT", ("Togo",), ())),
    ],
)
def test_a_noun_tells_what_its_verb_tells(
    sentence: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert told(sentence) == [event]


def test_a_noun_of_a_verb_asks_for_the_verb_s_object() -> None:
    assert told("Die Lieferung der Pizza durch Togo kam spät.") == []
    assert told("Die Kündigung der Wohnung durch Kern kam spät.") == []


def test_a_noun_carries_the_event_noun_below_it() -> None:
    events = told("Die Aufnahme von Verhandlungen mit Ghana durch Togo ist gelungen.")
    assert events == [("CONSULT", ("Togo",), ("Ghana",))]


def test_whoever_made_the_attack_killed_in_it() -> None:
    events = told("Bei einem Anschlag der Rebellen in Orlen starben drei Menschen.")
    assert [event[:2] for event in events] == [("ASSAULT", ("Rebellen",))]


def test_of_two_meanings_the_one_with_most_conditions_met() -> None:
    assert told("Die Attacke der Rebellen auf ein Dorf dauerte lange.")[0][0] == "ASSAULT"
    assert told("Die Attacke der Zeitung auf Kern war scharf.")[0][0] == "ACCUSE"
    assert told("Die Besetzung der Insel durch Togo dauerte lange.")[0][0] == "COERCE"


@pytest.mark.parametrize(
    "noun",
    ["Wiedervereinigung", "Eindruck", "Voraussetzung", "Fahrerflucht", "Entwarnung", "Umwelthilfe"],
)
def test_compounds_that_only_sound_like_an_event(noun: str) -> None:
    lexicon = Knowledge().view(build_lexicon)
    entry = lexicon.noun_entry(noun)
    assert entry is not None
    assert {frame.type for frame in lexicon.nouns[entry]} == {"-"}


def test_a_mediator_stands_between_the_sides() -> None:
    events = told("Die Vermittlung von Kern zwischen Togo und Ghana begann am Abend.")
    assert events == [("CONSULT", ("Kern",), ("Togo", "Ghana"))]


def test_a_relative_clause_carries_its_noun() -> None:
    events = told("Die Kritik, die Ghana gestern an Togo übte, war scharf.")
    assert events == [("ACCUSE", ("Ghana",), ("Togo",))]


def test_who_ends_or_breaks_up_a_deed_did_not_do_it() -> None:
    events = told("Die Geiselnahme in Orlen wurde durch die Polizei beendet.")
    assert all("Polizei" not in sources for _, sources, _ in events)
    events = told("Die Auflösung des Protests durch die Polizei dauerte lange.")
    assert [event for event in events if event[0] == "PROTEST" and "Polizei" in event[1]] == []


def test_a_noun_in_a_preposition_tells_nothing() -> None:
    assert told("Mit Hilfe der Polizei fand Kern den Weg.") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Togo will in Verhandlungen mit Ghana eintreten.", "planned"),
        ("Togo trat in Verhandlungen mit Ghana ein.", "occurred"),
    ],
)
def test_a_new_noun_has_the_status_of_its_clause(sentence: str, status: str) -> None:
    events = find_events(lay(sentence, **SIDES))
    assert [(e.type, e.status) for e in events] == [("CONSULT", status)]
