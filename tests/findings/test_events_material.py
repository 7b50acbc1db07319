"""What is done, not said: force, custody, protest, troops, sanctions, help, and their end."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Agria": "state",
    "Belgia": "state",
    "Polizei": "government",
    "Polizisten": "government",
    "Armee": "government",
    "Regierung": "government",
    "Minister": "person",
    "Demonstranten": "group",
    "Bauern": "group",
    "Häftlinge": "group",
    "Lehrer": "group",
    "Rebellen": "armed_group",
    "Gewerkschaft": "organisation",
}


def told(text: str) -> tuple[Event, ...]:
    """Return the events of a text."""
    return find_events(lay(text, **{name: kind for name, kind in ACTORS.items() if name in text}))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die Armee kreiste die Stadt der Rebellen ein.", "COERCE"),
        ("Die Regierung unterstellte die Bauern dem Militärrecht.", "COERCE"),
        ("Die Polizei hielt den Demonstrationszug an der Brücke an.", "COERCE"),
        ("Die Polizei durchsuchte die Redaktion der Zeitung.", "COERCE"),
        ("Die Polizei baute die Barrikaden ab.", "COERCE"),
        ("Die Regierung rief den Alarmzustand aus.", "COERCE"),
        ("Agria schottete die Grenze zu Belgia ab.", "COERCE"),
        ("Die Rebellen zwangen die Armee zum Rückzug.", "COERCE"),
        ("Die Demonstranten warfen Steine auf die Polizei.", "ASSAULT"),
        ("Drei Männer traten auf den Polizisten ein.", "ASSAULT"),
        ("Die Rebellen nahmen drei Geiseln.", "ASSAULT"),
        ("Polizisten setzten Knüppel gegen Demonstranten ein.", "ASSAULT"),
        ("Vor dem Hafen fanden sich Demonstranten ein.", "PROTEST"),
        ("Die Lehrer schlossen sich dem Streik an.", "PROTEST"),
        ("Demonstranten durchbrachen die Polizeikette.", "PROTEST"),
        ("Bauern bewarfen den Minister mit Eiern.", "PROTEST"),
        ("Das Gesetz trieb die Bauern auf die Straße.", "PROTEST"),
        ("Die Polizei fuhr Wasserwerfer auf.", "MOBILIZE"),
        ("Agria erhöhte die Verteidigungsausgaben.", "MOBILIZE"),
        ("Die Rebellen heuerten Söldner an.", "MOBILIZE"),
        ("Agria kürzte die Mittel für Belgia.", "SANCTION"),
        ("Agria verweigerte dem Minister das Visum.", "SANCTION"),
        ("Agria drehte Belgia den Gashahn ab.", "SANCTION"),
        ("Belgia erhielt Waffen aus Agria.", "AID"),
        ("Agria bezahlte Reparationen an Belgia.", "AID"),
        ("Agria liefert Panzer an Belgia.", "AID"),
        ("Agria verkaufte Kampfjets an Belgia.", "COOPERATE"),
        ("Agria exportiert Gas nach Belgia.", "COOPERATE"),
        ("Der Minister entging nur knapp einem Anschlag.", "ASSAULT"),
        ("Die Armee zog sich aus der Stadt zurück.", "RETREAT"),
        ("Die Gewerkschaft brach den Streik ab.", "RETREAT"),
        ("Die Häftlinge beendeten den Hungerstreik.", "RETREAT"),
        ("Agria beschleunigte den Abzug seiner Truppen aus Belgia.", "RETREAT"),
    ],
)
def test_deeds_have_their_types(text: str, kind: str) -> None:
    assert [event.type for event in told(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Zehn Bauern wurden bei einem Hubschrauberabsturz getötet.",
        "Agria setzte den Kampf gegen die Korruption fort.",
        "Die Stellung des Ministers ergibt sich aus der Verfassung.",
        "Der Minister setzte den Termin auf den Sonntag fest.",
        "Eine mit einem Megafon bewaffnete Frau rief dem Minister etwas zu.",
        "Die Armee soll Plünderungen verhindern.",
    ],
)
def test_what_looks_like_a_deed_is_none(text: str) -> None:
    assert told(text) == ()


def test_who_receives_help_is_helped() -> None:
    event = told("Belgia erhielt Kredite von Agria.")[0]
    assert (event.type, event.sources, event.targets) == ("AID", ("Agria",), ("Belgia",))


REPORT = (
    "Agria hat seit dem Frühjahr einen neuen Haushalt. Der Minister legte ihn am Morgen vor. "
    "In Agria leben rund neun Millionen Menschen, in Belgia sind es zwölf. Die Regierung tagt in "
    "einem alten Schloss, der Minister wohnt nebenan. Belgia und Agria liegen am selben Meer, "
    "und die Regierung von Agria zählt elf Köpfe. Der Minister ist der jüngste von ihnen. "
)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Am Abend wurde der Flughafen gesperrt.", ["COERCE"]),
        ("Der Stadtrat sei aufgelöst worden, hieß es.", ["COERCE"]),
        ("In den Gaststätten ist das Rauchen verboten.", []),
        ("Weil der Hafen gesperrt worden war, lagen die Boote fest.", []),
        ("Am Abend wurde der Hafen geöffnet.", []),
    ],
)
def test_what_only_authorities_do_needs_no_name(sentence: str, kinds: list[str]) -> None:
    assert [event.type for event in told(REPORT + sentence)] == kinds


def test_a_protest_that_is_put_down_is_a_deed_of_its_own() -> None:
    text = "Die Proteste der Bauern wurden von der Polizei niedergeschlagen."
    found = {event.type: event.sources for event in told(text)}
    assert found == {"PROTEST": ("Bauern",), "COERCE": ("Polizei",)}


def test_a_crowd_without_a_name_protests() -> None:
    assert [event.type for event in told(REPORT + "Tausende demonstrieren am Hafen.")] == [
        "PROTEST"
    ]


def test_what_comes_to_pass_later_repeats_nothing() -> None:
    text = (
        "Die Polizei griff die Demonstranten an. Am Abend kam es zu Schlägereien zwischen Polizei "
        "und Demonstranten."
    )
    assert len([event for event in told(text) if event.type == "ASSAULT"]) == 2
