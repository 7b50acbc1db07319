"""Word fields of political acts: missions opened, honours given back, searches, invitations."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import Place
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS = {
    "Ghana": "state",
    "Togo": "state",
    "Minister": "person",
    "Dichter": "person",
    "Polizei": "government",
    "Aktivisten": "group",
    "Opposition": "party",
    "Armee": "government",
}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Ghana weihte am Montag ein Konsulat in Togo ein.", ("SUPPORT", "Ghana", "Togo")),
        ("Der Dichter gibt den Orden an Ghana zurück.", ("REJECT", "Dichter", "Ghana")),
        ("Der Minister erteilte dem Dichter einen Preis.", ("SUPPORT", "Minister", "Dichter")),
        ("Das Raketenprogramm wird von Ghana entwickelt.", ("MOBILIZE", "Ghana", None)),
        ("Die Polizei erteilte den Aktivisten Platzverweise.", ("COERCE", "Polizei", "Aktivisten")),
        (
            "Die Polizei setzte auf den Dichter eine Belohnung aus.",
            ("COERCE", "Polizei", "Dichter"),
        ),
        ("Der Minister folgt einer Einladung nach Ghana.", ("CONSULT", "Minister", None)),
        ("Ghana zog seine Wahlbeobachter aus Togo ab.", ("RETREAT", "Ghana", "Togo")),
        ("Die Armee war durch einen Putsch an die Macht gekommen.", ("COERCE", "Armee", None)),
        (
            "Die Opposition brachte ein Misstrauensvotum gegen den Minister ein.",
            ("SANCTION", "Opposition", "Minister"),
        ),
    ],
)
def test_a_word_field_names_type_and_sides(text: str, deed: tuple[str, str, str | None]) -> None:
    present = {name: kind for name, kind in ACTORS.items() if name in text}
    found = [
        (e.type, *e.sources, *(e.targets or (None,))) for e in find_events(lay(text, **present))
    ]
    if deed[2] is None:
        found = [(kind, source, None) for kind, source, *_ in found]
    assert found == [deed]


def test_what_is_given_back_is_not_the_honour_again() -> None:
    reading = lay("Der Dichter gab die Auszeichnung von Ghana zurück.", **ACTORS)
    assert "SUPPORT" not in {event.type for event in find_events(reading)}


def test_where_somebody_is_from_is_no_place_of_an_event() -> None:
    reading = lay("Mba aus Lyon kritisierte Kern.", "2016-02-09", Mba="person", Kern="person")
    reading.places = (Place(Span(8, 12), "Lyon", "FRA", 45.7, 4.8, 1),)
    assert [event.place for event in find_events(reading)] == [None]
