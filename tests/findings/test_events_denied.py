"""What did not happen: refusals, denials, and what is merely not the case."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Ghana": "state",
    "Togo": "state",
    "Armee": "government",
    "Rebellen": "armed_group",
}


def told(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(e.type, e.status, e.sources, e.targets) for e in events(text)]


def events(text: str) -> tuple[Event, ...]:
    return find_events(lay(text, **ACTORS))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ghana will nicht mit Togo verhandeln.", ("Togo",)),
        ("Ghana stimmte dem Vorschlag Togos nicht zu.", ("Togo",)),
        ("Ghana wird Togo nicht unterstützen.", ("Togo",)),
        ("Ghana erkennt die Regierung Togos nicht an.", ("Togo",)),
    ],
)
def test_not_to_do_something_friendly_is_a_refusal(text: str, target: tuple[str, ...]) -> None:
    assert ("REJECT", "occurred", ("Ghana",), target) in told(text)


def test_what_could_not_be_done_is_no_refusal() -> None:
    assert not told("Ghana konnte Togo nicht helfen.")


def test_a_denied_deed_is_an_event_with_the_status_denied() -> None:
    found = told("Die Armee bestreitet, die Rebellen bombardiert zu haben.")
    assert ("ASSAULT", "denied", ("Armee",), ("Rebellen",)) in found
    assert any(kind == "REJECT" and status == "occurred" for kind, status, _, _ in found)


def test_a_hostile_deed_that_is_merely_negated_is_none() -> None:
    assert not told("Die Armee griff die Rebellen nicht an.")


def test_to_show_strength_is_no_protest() -> None:
    assert not told("Ghana demonstriert Stärke.")


def test_what_is_asked_did_not_happen_for_sure() -> None:
    assert [status for _, status, _, _ in told("Bombardierte die Armee Togo?")] == ["possible"]
    assert [status for _, status, _, _ in told("Warum bombardierte die Armee Togo?")] == [
        "occurred"
    ]


def test_a_denied_deed_would_be_of_who_denies_it_and_a_blamed_one_of_who_is_blamed() -> None:
    denied = [
        event for event in told("Ghana bestreitet den Angriff auf Togo.") if event[1] == "denied"
    ]
    assert denied == [("ASSAULT", "denied", ("Ghana",), ("Togo",))]
    blamed = told("Die Rebellen werfen Ghana Angriffe auf Togo vor.")
    assert ("ASSAULT", "occurred", ("Ghana",), ("Togo",)) in blamed


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Sollte die Opposition zustimmen, tritt das Gesetz in Kraft.", "AGREE", "possible"),
        ("Stimmt die Opposition nicht zu, endet die Sitzung.", "REJECT", "possible"),
        ("Wenn die Rebellen nicht abziehen, greift die Armee an.", "ASSAULT", "possible"),
        ("Die Armee droht anzugreifen, wenn die Rebellen bleiben.", "THREATEN", "occurred"),
        ("Nachdem die Rebellen kamen, griff die Armee an.", "ASSAULT", "occurred"),
    ],
)
def test_what_hangs_on_a_condition(text: str, kind: str, status: str) -> None:
    reading = lay(text, Opposition="party", Rebellen="armed_group", Armee="government")
    assert [e.status for e in find_events(reading) if e.type == kind] == [status]
