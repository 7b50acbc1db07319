"""Events that trees or actors hide: without named actors, without subject, beside names."""

from dataclasses import replace

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from lagebild.findings.statements import find_statements
from tests.findings.events_desk import lay

REPORT = (
    "Mba sprach in Lagor mit Kern. Mba lobte die Partei. Kern kritisierte Mba und die Partei. "
    "Die Partei forderte Kern zum Rücktritt auf. Kern wies die Kritik der Partei zurück. "
    "Mba besuchte danach die Armee. Die Armee dankte Mba. Kern drohte der Partei mit Klage. {} "
    "Am Abend traf Mba noch einmal mit Kern zusammen, um die Lage im Land zu besprechen."
)


def told(sentence: str, **extra: ActorKind) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return type and roles of the events that a sentence tells within a political report."""
    text = REPORT.format(sentence)
    reading = lay(text, Mba="person", Kern="person", Partei="party", Armee="government", **extra)
    return [
        (event.type, event.sources, event.targets)
        for event in find_events(reading)
        if event.sentence.of(text) == sentence
    ]


def test_a_deed_done_to_unnamed_people_is_kept_in_a_political_report() -> None:
    assert told("Drei Menschen wurden festgenommen.") == [("COERCE", (), ())]


def test_a_deed_that_took_place_is_kept_and_a_definite_noun_is_not() -> None:
    assert told("In Orlen kam es zu einem Anschlag.") == [("ASSAULT", (), ())]
    assert told("Der Anschlag wurde im Hafen verübt.") == []


def test_unnamed_doers_of_friendly_acts_are_no_event() -> None:
    assert told("Mehrere Menschen wurden gelobt.") == []


def test_part_of_an_organisations_name_is_no_event() -> None:
    assert told("Ein Sprecher von Togohilfe kam aus Lagor.", Togohilfe="organisation") == []


def test_what_stands_for_no_noun() -> None:
    events = told("Kern wollte die Armee verlegen, was vom Gericht abgelehnt wurde.")
    assert ("REJECT", (), ("Armee",)) not in events


def test_an_apposition_is_who_it_names() -> None:
    events = told("Für Ärger sorgte Mba, Gründer der Partei, der die Armee beschimpfte.")
    assert ("ACCUSE", ("Mba",), ("Armee",)) in events


def test_a_consent_that_is_needed_has_not_been_given() -> None:
    assert told("Die Zustimmung der Partei ist noch erforderlich.") == []


def test_a_consent_that_is_not_certain_is_no_refusal() -> None:
    assert all(kind != "REJECT" for kind, *_ in told("Die Zustimmung Mbas gilt nicht als sicher."))


def test_soldiers_who_took_part_act() -> None:
    events = told("Die Armee war an der Friedensmission beteiligt.")
    assert ("AID", ("Armee",), ()) in events


def test_to_announce_a_march_against_arrests_threatens_with_no_arrest() -> None:
    events = told("Die Partei kündigte einen Marsch gegen die Festnahme Mbas an.")
    assert all(kind != "THREATEN" for kind, *_ in events)


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Mba wurde im Wahlkampf von der Armee unterstützt.", ("SUPPORT", ("Armee",), ("Mba",))),
        ("Von der Partei wurde Mba als unfähig bezeichnet.", ("ACCUSE", ("Partei",), ("Mba",))),
        ("In der Partei gab es Kritik an Mba.", ("ACCUSE", ("Partei",), ("Mba",))),
        ("Kritik an Mba kam auch von der Armee.", ("ACCUSE", ("Armee",), ("Mba",))),
        ("In einem Brief der Armee wird Kern kritisiert.", ("ACCUSE", ("Armee",), ("Kern",))),
        ("Die Partei rief dazu auf, den Hafen zu sperren.", ("REQUEST", ("Partei",), ())),
        ("Die Partei ist gegen ein Bündnis mit Kern.", ("REJECT", ("Partei",), ("Kern",))),
        ("Kern sieht den Plan der Partei kritisch.", ("ACCUSE", ("Kern",), ("Partei",))),
        ("Kern ergab sich der Armee ohne Gegenwehr.", ("RETREAT", ("Kern",), ("Armee",))),
        ("Kern bezweifelte die Eignung Mbas.", ("ACCUSE", ("Kern",), ("Mba",))),
        ("Mba wurde von der Armee aufgefordert, zu gehen.", ("REQUEST", ("Armee",), ("Mba",))),
        ("Mba wurde aufgefordert, zu gehen.", ("REQUEST", (), ("Mba",))),
    ],
)
def test_who_did_it_stands_where_grammar_puts_him(
    sentence: str, deed: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert deed in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Der Sturz der Partei droht.", "THREATEN"),
        ("Mba verkündete, Kern sei zu einem Waffenstillstand bereit.", "CONCEDE"),
        ("Ohne die Hilfe der Armee kann Kern nicht siegen.", "AID"),
        ("Mba zieht in Erwägung, vor den Toren zu warten.", "PROTEST"),
    ],
)
def test_what_is_no_event(sentence: str, kind: str) -> None:
    assert kind not in {deed[0] for deed in told(sentence)}


def test_where_a_raid_is_planned_with_somebody_is_no_target() -> None:
    events = told("Die Armee will in Abstimmung mit Kern die Luftangriffe verstärken.")
    assert ("ASSAULT", ("Armee",), ("Kern",)) not in events


def test_the_perfect_in_reported_words_tells_what_happened() -> None:
    text = "Mba sagte, die Soldaten hätten die Partei angegriffen."
    reading = lay(text, Mba="person", Partei="party", Soldaten="group")
    reading.statements = find_statements(reading)
    assert [(e.type, e.status) for e in find_events(reading)] == [("ASSAULT", "occurred")]


def test_the_present_of_a_coming_day_is_planned() -> None:
    text = "Am kommenden Dienstag trifft Mba den Minister Kern."
    reading = lay(text, "2015-05-08", Mba="person", Kern="person")
    assert [(e.type, e.status) for e in find_events(reading)] == [("CONSULT", "planned")]


def test_an_announced_march_is_planned() -> None:
    text = "Die Partei kündigte für Samstag eine Kundgebung gegen Mba an."
    events = find_events(lay(text, Mba="person", Partei="party"))
    assert [(e.type, e.status) for e in events] == [("PROTEST", "planned")]


def test_police_that_clear_a_camp_do_not_withdraw() -> None:
    events = told("Die Polizei räumte das Protestlager.", Polizei="government")
    assert events == [("COERCE", ("Polizei",), ())]


def test_a_conference_about_a_state_is_not_the_state() -> None:
    reading = lay("Die Togo-Konferenz beschloss ein Waffenembargo.", Togo="state")
    reading.actors = tuple(replace(a, key="state:TGO") for a in reading.actors)
    reading.mentions = tuple(replace(m, actor="state:TGO") for m in reading.mentions)
    assert all(event.sources == () for event in find_events(reading))


def test_combat_is_delivered_with_weapons_not_in_a_race() -> None:
    assert ("ASSAULT", ("Armee",), ("Partei",)) not in told(
        "Die Armee lieferte sich mit der Partei ein Rennen."
    )
    assert ("ASSAULT", ("Armee",), ("Kern",)) in told("Die Armee lieferte sich Gefechte mit Kern.")
