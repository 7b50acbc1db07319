"""Who did what a sentence tells without saying by whom: authorities, states, the deed before."""

from dataclasses import replace

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Polizei": "government",
    "Staatsanwaltschaft": "government",
    "Gericht": "government",
    "Armee": "government",
    "Behörden": "government",
    "Rebellen": "armed_group",
    "Aktivisten": "group",
    "Dichter": "person",
    "Minister": "person",
}


def told(text: str, **states: str) -> tuple[Event, ...]:
    """Read a text; `states` are names of states with their country codes."""
    reading = lay(text, **ACTORS, **dict.fromkeys(states, "state"))
    key = {name: f"state:{code}" for name, code in states.items()}
    reading.actors = tuple(replace(a, key=key.get(a.key, a.key)) for a in reading.actors)
    reading.mentions = tuple(replace(m, actor=key.get(m.actor, m.actor)) for m in reading.mentions)
    return find_events(reading)


def last(text: str, kind: str, **states: str) -> tuple[str, ...]:
    """Return the sources of the last event of a type."""
    return [event for event in told(text, **states) if event.type == kind][-1].sources


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei griff ein. Am Ende kam es zu Festnahmen von Aktivisten.",
        "Am Rande kam es zu Verhaftungen von Aktivisten. Die Polizei war mit Hunden im Einsatz.",
        "Die Polizei riegelte den Platz ab. Später kam es zu einem Schlagstockeinsatz.",
        "Die Polizei war da. Der Dichter wurde in Gewahrsam genommen.",
    ],
)
def test_arrests_are_the_work_of_the_police_that_the_article_names(text: str) -> None:
    assert last(text, "COERCE") == ("Polizei",)


def test_charges_are_those_of_the_prosecution_at_hand() -> None:
    text = "Die Staatsanwaltschaft ermittelt. Dem Minister wird Betrug vorgeworfen."
    assert last(text, "ACCUSE") == ("Staatsanwaltschaft",)


@pytest.mark.parametrize(
    "text",
    [
        "In Togo wird gewählt. Der Dichter sitzt seit Jahren im Gefängnis.",
        "Togo: Zwei Aktivisten hingerichtet",
        "In Togo wird gewählt. Der Dichter steht unter Hausarrest.",
        "In Togo wird gewählt. Den Aktivisten ist das Filmen untersagt.",
        "Die Polizei in Togo streikt. Der Dichter ist inhaftiert.",
    ],
)
def test_prisons_and_bans_are_a_matter_of_the_state_that_the_report_is_about(text: str) -> None:
    kind = "ASSAULT" if "hingerichtet" in text else "COERCE"
    assert last(text, kind, Togo="TGO") == ("state:TGO",)


def test_the_state_in_which_it_happens_goes_before_the_one_named_most() -> None:
    text = "Togo wählt. Togo feiert. Der Dichter wurde in Ghana verhaftet."
    assert last(text, "COERCE", Togo="TGO", Ghana="GHA") == ("state:GHA",)


def test_among_several_states_nobody_is_guessed() -> None:
    text = "Togo und Ghana streiten. Der Dichter sitzt im Gefängnis."
    assert last(text, "COERCE", Togo="TGO", Ghana="GHA") == ()


def test_what_is_only_planned_has_no_authority() -> None:
    text = "Togo wählt. Der Dichter soll verhaftet werden."
    assert not any(event.sources for event in told(text, Togo="TGO"))


def test_a_hostile_deed_goes_on_with_who_did_the_one_before() -> None:
    text = "Die Armee bombardierte die Rebellen. Auch zwei Dörfer wurden beschossen."
    event = told(text)[-1]
    assert event.sources == ("Armee",)
    assert "source: goes on" in event.why


def test_another_incident_is_not_of_who_did_the_one_before() -> None:
    text = "Die Armee bombardierte die Rebellen. Bei einem Anschlag wurden drei Menschen getötet."
    assert last(text, "ASSAULT") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ghana verhängte Sanktionen gegen Togo. Auch wurden die Konten der Minister gesperrt.",
        "Die Armee beschoss die Rebellen. Drei Aktivisten wurden vom Montag an bombardiert.",
    ],
)
def test_what_goes_on_has_the_same_source(text: str) -> None:
    events = told(text, Togo="TGO", Ghana="GHA")
    assert events[-1].sources == events[0].sources


def test_who_is_said_to_act_is_not_passed_over_for_who_acted_before() -> None:
    text = "Die Polizei verhaftete den Dichter. Er wurde von einem Fremden vernommen."
    assert [e.sources for e in told(text) if "vernehmen" in e.why] in ([], [()])


def test_deeds_are_of_who_is_charged_with_them() -> None:
    text = "Die Polizei verhaftete den Minister wegen des Angriffs auf die Aktivisten."
    assert last(text, "ASSAULT") == ("Minister",)


def test_closures_are_the_work_of_authorities_at_hand() -> None:
    text = "Die Behörden warnten die Aktivisten. Am Abend wurde der Flughafen gesperrt."
    assert last(text, "COERCE") == ("Behörden",)


def test_criticism_is_of_those_within_whom_it_is_met() -> None:
    text = "Innerhalb der Armee stieß der Plan des Ministers auf Ablehnung."
    assert last(text, "REJECT") == ("Armee",)
