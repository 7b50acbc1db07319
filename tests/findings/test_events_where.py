"""Where an event happened: at the place of its clause, not where somebody is at home."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from lagebild.findings.places import find_places
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Ghana": "state", "Armee": "government", "Minister": "person", "Botschaft": "government",
    "Polizei": "government", "Rebellen": "armed_group",
}  # fmt: skip


def events(text: str) -> tuple[Event, ...]:
    reading = lay(text, "2019-05-15", **ACTORS)
    reading.places = find_places(reading)
    return find_events(reading)


def where(text: str, kind: str) -> str | None:
    event = next(event for event in events(text) if event.type == kind)
    return event.place.name if event.place else None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Die Polizei räumte am Montag eine Blockade im Bezirk Tokoin.", "COERCE", "Tokoin"),
        ("Rebellen griffen in der Nähe von Sokodé die Armee an.", "ASSAULT", "Sokodé"),
        ("Rebellen griffen im Dorf Adeta nördlich von Lagos die Armee an.", "ASSAULT", "Adeta"),
        # A blow falls on a place; a capture is of one.
        ("Die Armee bombardierte Misrata.", "ASSAULT", "Misrata"),
        ("Die Armee eroberte die Stadt Bentiu.", "COERCE", "Bentiu"),
        ("Die Armee flog Luftangriffe gegen Bengasi.", "ASSAULT", "Bengasi"),
        # Deeds happen where those are to whom they are done.
        ("Die Polizei nahm Demonstranten in Lagos fest.", "COERCE", "Lagos"),
        # Something is said on a meeting, not where the thing is that is judged.
        ("Auf dem Gipfel in Lagos kritisierte Ghana die Armee.", "ACCUSE", "Lagos"),
        ("Ghana kritisierte den Verlauf der Wahl in Lagos.", "ACCUSE", None),
        # Who has his seat somewhere acts anywhere.
        ("Die Botschaft in Lagos forderte die Armee zum Abzug auf.", "REQUEST", None),
        ("In der nigerianischen Hauptstadt traf der Minister die Rebellen.", "CONSULT", "Abuja"),
    ],
)
def test_the_place_of_an_event(text: str, kind: str, expected: str | None) -> None:
    assert where(text, kind) == expected


def test_a_verb_joined_to_another_shares_its_place() -> None:
    text = "Die Rebellen griffen in Lagos die Armee an und töteten drei Soldaten."
    assert [event.place and event.place.name for event in events(text)] == ["Lagos", "Lagos"]


def test_a_scene_goes_on_at_its_place_within_a_paragraph() -> None:
    text = "Die Rebellen griffen in Lagos die Armee an. Die Armee beschoss{}die Rebellen."
    first, second = events(text.format(" "))
    assert second.place == first.place
    _, second = events(
        "Die Rebellen griffen in Lagos die Armee an.\n\nDie Armee beschoss Rebellen."
    )
    assert second.place is None
    _, second = events("Die Rebellen griffen in Ghana die Armee an. Die Armee beschoss Rebellen.")
    assert second.place is None
