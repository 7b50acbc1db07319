"""'Nicht A, sondern B' and what storms do; the sentences are our own."""

import pytest

from lagebild.findings.events import find_events
from tests.findings.events_desk import lay


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Delegationen trafen sich nicht in der alten Hauptstadt, sondern in Nis.",
         [("CONSULT", "occurred")]),
        ("Die Delegationen verhängten nicht nur Sanktionen gegen Togo, sondern auch ein Embargo.",
         [("SANCTION", "occurred")]),
        ("Die Delegationen stimmten dem Vertrag nicht zu, sondern reisten ab.",
         [("REJECT", "occurred")]),
        ("Die Delegationen liefern nicht Waffen, sondern Medikamente an Togo.", []),
    ],
)  # fmt: skip
def test_what_a_contrast_takes_back(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_events(lay(text, Delegationen="group", Togo="state"))
    assert [(e.type, e.status) for e in found if e.type != "RETREAT"] == expected


@pytest.mark.parametrize(
    ("text", "attacked"),
    [
        ("Die Häuser der Bauern wurden vom Sturm zerstört.", False),
        ("Der Wirbelsturm zerstörte viele Häuser der Bauern.", False),
        ("Der Taifun hat zehn Bauern getötet.", False),
        ("Die Rebellen zerstörten viele Häuser der Bauern.", True),
        ("Die Rebellen haben zehn Bauern getötet.", True),
    ],
)
def test_a_storm_attacks_nobody(text: str, attacked: bool) -> None:
    found = find_events(lay(text, Bauern="group", Rebellen="armed_group"))
    assert [e.type for e in found] == ["ASSAULT"] * attacked
