"""Roles that a sentence hides: participles, headlines, word order, neighbours."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event, Statement
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Frankreich": "state",
    "Ghana": "state",
    "Togo": "state",
    "Armee": "government",
    "Polizei": "government",
    "Rebellen": "armed_group",
    "Opposition": "party",
    "Regierung": "government",
    "Gericht": "government",
    "Minister": "person",
}


def told(text: str) -> tuple[Event, ...]:
    return find_events(lay(text, **ACTORS))


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        # A participle before its noun has a passive clause of its own.
        (
            "Der von der Armee entführte Minister schweigt.",
            "ASSAULT",
            ["Armee"],
            ["Minister"],
        ),
        # The word before the colon of a headline is its topic, not who acts.
        ("Togo: Gericht verurteilt Minister", "COERCE", ["Gericht"], ["Minister"]),
        # What hangs on the last of two nouns belongs to both.
        (
            "Am Montag gab es Kundgebungen und Märsche der Opposition.",
            "PROTEST",
            ["Opposition"],
            [],
        ),
        # "Zwischen" names both sides, the first one first.
        (
            "Zwischen der Armee und den Rebellen kam es zu Gefechten.",
            "ASSAULT",
            ["Armee"],
            ["Rebellen"],
        ),
        # A deed blames nobody: the object comes first.
        (
            "Die Entsendung von Soldaten kritisierte Ghana scharf.",
            "ACCUSE",
            ["Ghana"],
            [],
        ),
    ],
)
def test_roles(text: str, kind: str, sources: list[str], targets: list[str]) -> None:
    events = [event for event in told(text) if event.type == kind]
    assert len(events) == 1, told(text)
    assert (list(events[0].sources), list(events[0].targets)) == (sources, targets)


@pytest.mark.parametrize(
    ("text", "kind", "targets", "rule"),
    [
        (
            "Die Opposition wies den Entwurf zurück und forderte die Regierung zum Rücktritt auf.",
            "REJECT",
            ["Regierung"],
            "beside",
        ),
        ("Ghana warf Togo Verrat vor. Togo streitet alles ab.", "REJECT", ["Ghana"], "reply"),
        (
            "Die Armee griff die Rebellen an. Später flog die Armee Luftangriffe.",
            "ASSAULT",
            ["Rebellen"],
            "again",
        ),
        (
            "Die Opposition protestierte gegen die Regierung. Abends streikte die Opposition.",
            "PROTEST",
            ["Regierung"],
            "protest",
        ),
    ],
)
def test_targets_told_by_neighbours(text: str, kind: str, targets: list[str], rule: str) -> None:
    event = [event for event in told(text) if event.type == kind][-1]
    assert list(event.targets) == targets
    assert event.why.endswith(f"; target: {rule}")


def test_a_target_is_left_open_where_nothing_tells_it() -> None:
    event = told("Ghana wies die Forderung zurück.")[0]
    assert (event.type, event.targets) == ("REJECT", ())


def test_a_town_says_where_a_deed_was_done() -> None:
    text = "Nach dem Angriff in Lomé und dem Pariser Angriff auf die Armee schweigt Ghana."
    assert not [event for event in told(text) if "Frankreich" in event.sources]


def test_of_a_thing_that_must_be_done_its_owner_is_asked() -> None:
    quote = "Die Rebellen müssten bekämpft werden, Ghanas Sanktionen müssten beendet werden,"
    reading = lay(f"{quote} sagte der Minister.", **ACTORS)
    reading.statements = (
        Statement("indirect", (Span(0, len(quote) - 1),), speaker="Minister", why="test"),
    )
    asked = [e.targets for e in find_events(reading) if e.why.startswith("event_grammar")]
    assert asked == [("Ghana",)]


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        ("Die Miliz hat den Diplomaten am Montag entführt.", "ASSAULT", ["Miliz"], ["Diplomat"]),
        ("Die Miliz drohte den Rebellen mit Angriffen.", "THREATEN", ["Miliz"], ["Rebell"]),
        ("Die Miliz half den Rebellen.", "AID", ["Miliz"], ["Rebell"]),
    ],
)
def test_the_object_of_weak_nouns(
    text: str, kind: str, sources: list[str], targets: list[str]
) -> None:
    reading = lay(text, Miliz="armed_group", Diplomat="person", Rebell="armed_group")
    (event,) = find_events(reading)
    assert (event.type, [*event.sources], [*event.targets]) == (kind, sources, targets)


def test_a_phrase_that_ends_its_clause_needs_no_tree() -> None:
    (event,) = told("Die Regierung hat am Montag die Opposition hinter Gitter gebracht.")
    assert (event.type, event.sources, event.targets) == ("COERCE", ("Regierung",), ("Opposition",))


def test_against_whom_an_attitude_is_held() -> None:
    (event,) = told("Die Regierung hat am Montag Vorbehalte gegen die Opposition angemeldet.")
    assert (event.type, event.targets) == ("REJECT", ("Opposition",))


def test_phrases_with_sharp_s() -> None:
    (event,) = told("Die Armee hat am Montag die Rebellen außer Gefecht gesetzt.")
    assert (event.type, event.targets) == ("COERCE", ("Rebellen",))


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung ist empört über die Opposition.",
        "Die Regierung ist über die Opposition entsetzt.",
        "Die Regierung ist besorgt über die Opposition.",
    ],
)
def test_feelings_are_no_passives(text: str) -> None:
    (event,) = told(text)
    assert (event.type, event.sources, event.targets) == ("ACCUSE", ("Regierung",), ("Opposition",))


def test_a_participle_beside_its_verb_is_part_of_the_phrase() -> None:
    events = told("Die Rebellen eroberten die Stadt und nahmen den Minister gefangen.")
    assert all(e.targets != ("Minister",) for e in events if e.why.startswith("event_verbs"))
    (taken,) = (e for e in events if e.why == "event_phrases: gefangen nehmen")
    assert (taken.sources, taken.targets) == (("Rebellen",), ("Minister",))
