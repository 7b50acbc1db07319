"""Events that trees or actors hide: without named actors, without subject, beside names."""

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
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
