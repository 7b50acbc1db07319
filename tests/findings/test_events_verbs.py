"""Verbs and phrases of domestic politics, and what looks like a deed and is none."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay


def told(text: str, **actors: ActorKind) -> list[tuple[str, str]]:
    """Return type and trigger of the events in a text."""
    found = find_events(lay(text, **actors))
    return [(event.type, text[event.trigger.start : event.trigger.end]) for event in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die Agria drohte der Belgia mit dem Abbruch der Gespräche.", "THREATEN"),
        ("Die Agria kündigte die Koalition mit der Belgia auf.", "SANCTION"),
        ("Die Agria ließ die Koalition mit der Belgia platzen.", "SANCTION"),
        ("Die Agria wies die Vorwürfe der Belgia als falsch zurück.", "REJECT"),
        ("Die Agria ging auf Konfrontationskurs zur Belgia.", "REJECT"),
        ("Die Agria fiel der Belgia in den Rücken.", "ACCUSE"),
        ("Die Agria zweifelte an den Angaben der Belgia.", "ACCUSE"),
        ("Die Agria sprang der Belgia bei.", "SUPPORT"),
        ("Die Agria lud die Belgia zu Gesprächen.", "CONSULT"),
        ("Die Agria erteilte der Belgia eine Genehmigung.", "CONCEDE"),
        ("Die Agria wandelte das Todesurteil gegen die Belgia um.", "CONCEDE"),
        ("Die Agria ordnete an, die Belgia zu prüfen.", "REQUEST"),
        ("Die Agria floh vor der Belgia ins Ausland.", "RETREAT"),
        ("Die Agria verließ die Sitzung der Belgia unter Protest.", "PROTEST"),
    ],
)
def test_turns_of_politics_are_deeds(text: str, kind: str) -> None:
    assert kind in [found for found, _ in told(text, Agria="party", Belgia="party")]


@pytest.mark.parametrize(
    "text",
    [
        "In Agria droht eine Krise.",
        "Agria droht die Pleite.",
        "Die Koalition von Agria droht zu zerbrechen.",
        "Der Sturz der Regierung von Agria, der seit Wochen drohte, blieb aus.",
    ],
)
def test_a_danger_threatens_nobody(text: str) -> None:
    assert "THREATEN" not in [kind for kind, _ in told(text, Agria="state")]


def test_travellers_do_not_consult() -> None:
    text = "Rund 50 Urlauber besuchten Agria im vergangenen Jahr."
    assert told(text, Urlauber="group", Agria="state") == []


def test_a_warning_of_travel_is_no_threat() -> None:
    text = "Agria warnte Belgia vor Reisen in den Norden."
    assert "THREATEN" not in [kind for kind, _ in told(text, Agria="state", Belgia="state")]


def test_a_relative_clause_belongs_to_the_noun_that_agrees() -> None:
    text = "Der Chef der Partei, der Mba verhaften ließ, ist tot."
    found = find_events(lay(text, Chef="person", Partei="party", Mba="person"))
    assert [(event.type, event.sources) for event in found] == [("COERCE", ("Chef",))]


def test_what_opens_a_reported_clause_is_its_subject() -> None:
    text = "Das Blatt meldet, Mba, der in Haft saß, habe in einem Interview Belgia kritisiert."
    found = find_events(lay(text, Mba="person", Belgia="state"))
    assert ("ACCUSE", ("Mba",)) in [(event.type, event.sources) for event in found]


def test_a_noun_with_words_of_its_own_is_no_part_of_a_phrase() -> None:
    text = "Nach der Bildung der Koalition hat Mba seine Partei Agria verlassen."
    found = find_events(lay(text, Mba="person", Agria="party"))
    assert "event_phrases: die Koalition verlassen" not in [event.why for event in found]


def test_what_somebody_is_called_may_be_an_adjective() -> None:
    text = "Die Pläne von Mba wurden von Agria als unrealistisch bezeichnet."
    assert "ACCUSE" in [kind for kind, _ in told(text, Mba="person", Agria="party")]


def test_to_think_nothing_of_something_is_to_refuse_it() -> None:
    assert told("Agria hält nichts von einem Verbot.", Agria="party") == [("REJECT", "hält")]


def test_who_got_backing_may_be_told_without_who_gave_it() -> None:
    text = (
        "Rückendeckung erhielt die Agria vor allem in den Dörfern. " + "Das Wetter war schön. " * 15
    )
    found = find_events(lay(text, Agria="party"))
    assert [(event.type, event.targets) for event in found] == [("SUPPORT", ("Agria",))]
