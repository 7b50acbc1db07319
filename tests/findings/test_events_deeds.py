"""Roles that lie in deeds, owners, conditions and neighbouring clauses."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind, Event
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Togo": "state",
    "Ghana": "state",
    "Benin": "state",
    "Rat": "organisation",
    "Armee": "government",
    "Polizei": "government",
    "Gericht": "government",
    "Rebellen": "armed_group",
    "Opposition": "party",
    "Botschaft": "government",
    "Touristen": "group",
    "Minister": "person",
    "Aktivisten": "group",
}


def told(text: str) -> tuple[Event, ...]:
    return find_events(lay(text, **ACTORS))


def roles(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    return [(list(e.sources), list(e.targets)) for e in told(text) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        # Opponents protest against whom they oppose.
        ("Gegner des Ministers protestierten am Abend.", "PROTEST", [], ["Minister"]),
        # Who blames a deed does not blame whom it hit, whatever the deed is called.
        ("Ghana kritisierte den Angriff gegen Togo.", "ACCUSE", ["Ghana"], []),
        ("Ghana erhob Vorwürfe gegen Togo.", "ACCUSE", ["Ghana"], ["Togo"]),
        # Who does something on somebody's orders is whom they asked.
        (
            "Auf Anweisung der Polizei verließen die Touristen das Tal.",
            "REQUEST",
            ["Polizei"],
            ["Touristen"],
        ),
        (
            "Die Rebellen haben auf Drängen des Rats den Hafen geräumt.",
            "REQUEST",
            ["Rat"],
            ["Rebellen"],
        ),
        # Who reacts to sanctions was hit by them.
        ("Togo antwortete auf die Sanktionen Ghanas.", "SANCTION", ["Ghana"], ["Togo"]),
        # An announcement is of who announces, help is from where it comes.
        (
            "Die Opposition begrüßte die Ankündigung des Ministers.",
            "SUPPORT",
            ["Opposition"],
            ["Minister"],
        ),
        ("Ghana lehnte Hilfe aus Togo ab.", "REJECT", ["Ghana"], ["Togo"]),
        # A threat is meant for who acts in any of its conditions.
        (
            "Ghana kündigte an, den Notstand auszurufen, wenn das Wetter schlecht bleibt und die "
            "Rebellen nicht abziehen.",
            "THREATEN",
            ["Ghana"],
            ["Rebellen"],
        ),
        # What troops are sent for tells against whom, what a court decides whom it binds.
        (
            "Die Armee entsandte Truppen, um gegen die Rebellen vorzugehen.",
            "MOBILIZE",
            ["Armee"],
            ["Rebellen"],
        ),
        (
            "Das Gericht entschied, dass der Minister das Geld zahlen muss.",
            "COERCE",
            ["Gericht"],
            ["Minister"],
        ),
        # Who judges a deed means its doer, never the one who suffered it.
        (
            "Ghana verurteilte den Angriff der Rebellen auf Togo.",
            "ACCUSE",
            ["Ghana"],
            ["Rebellen"],
        ),
        ("Ghana kritisierte die Verhaftung der Aktivisten.", "ACCUSE", ["Ghana"], []),
        # The genitive of a transitive noun is whom it happens to.
        ("Die Belagerung Togos durch die Armee begann.", "COERCE", ["Armee"], ["Togo"]),
        # A threat is meant for who acts in its condition.
        (
            "Die Rebellen drohten mit Gewalt, sollte Togo das Gesetz beschließen.",
            "THREATEN",
            ["Rebellen"],
            ["Togo"],
        ),
        # A dative that a tree takes for a genitive.
        (
            "Die Botschaft empfahl in einer Mitteilung den Touristen, Togo zu verlassen.",
            "REQUEST",
            ["Botschaft"],
            ["Touristen"],
        ),
        # The first part of a compound owns the thing.
        (
            "Die Armee griff am Montag Rebellenstellungen an. Die Rebellen flohen.",
            "ASSAULT",
            ["Armee"],
            ["Rebellen"],
        ),
        # A court before which somebody is accused is who accuses.
        (
            "Der Minister wurde vor dem Gericht wegen Betrugs angeklagt.",
            "ACCUSE",
            ["Gericht"],
            ["Minister"],
        ),
        # What happened in a raid was done by those who carried it out.
        (
            "Bei einem Angriff der Polizei wurden dreißig Aktivisten festgenommen.",
            "COERCE",
            ["Polizei"],
            ["Aktivisten"],
        ),
        # "Lassen" makes its subject the one who acts.
        ("Der Minister ließ die Aktivisten verhaften.", "COERCE", ["Minister"], ["Aktivisten"]),
        # A headline's bare participle is passive.
        ("Minister zu sieben Jahren Haft verurteilt", "COERCE", [], ["Minister"]),
        # The last auxiliary belongs to all participles.
        (
            "Der Minister, der von den Rebellen entführt und verletzt worden war, lebt.",
            "ASSAULT",
            ["Rebellen"],
            ["Minister"],
        ),
        # An adverb is no particle of the verb.
        (
            "Der Minister besuchte zusammen mit Soldaten die Armee.",
            "CONSULT",
            ["Minister"],
            ["Armee"],
        ),
    ],
)
def test_roles(text: str, kind: str, sources: list[str], targets: list[str]) -> None:
    assert (sources, targets) in roles(text, kind)


def test_a_judgement_of_the_attack_means_who_attacked() -> None:
    text = "Die Rebellen griffen Togo an. Ghana verurteilte den Angriff."
    judged = [e for e in told(text) if e.type == "ACCUSE"]
    assert [e.targets for e in judged] == [("Rebellen",)]
    assert judged[0].why.endswith("target: deed")


def test_an_attack_in_general_is_no_known_deed() -> None:
    text = "Die Rebellen griffen Togo an. Ghana verurteilte Angriffe."
    assert [e.targets for e in told(text) if e.type == "ACCUSE"] == [()]


def test_people_without_a_name_are_not_replaced_by_a_place_or_owner() -> None:
    assert roles("Die Verletzten wurden in einem Lager der Rebellen versorgt.", "AID") in (
        [],
        [([], [])],
    )


def test_what_could_be_done_was_done() -> None:
    found = told("Die Armee konnte am Montag zwölf Touristen befreien.")
    assert {e.status for e in found} == {"occurred"}
    assert {e.status for e in told("Die Armee könnte die Rebellen angreifen.")} == {"possible"}


def test_what_came_before_the_past_happened() -> None:
    past = told("Die Aktivisten flohen, bevor die Polizei das Feuer eröffnete.")
    assert "possible" not in {e.status for e in past if e.type == "ASSAULT"}


def test_the_lead_tells_the_headline_again() -> None:
    text = (
        "Minister verhaftet\n\n"
        "Die Polizei hat am Montag den Minister festgenommen. Er bestreitet alles."
    )
    arrests = [e for e in told(text) if e.type == "COERCE"]
    assert len(arrests) == 1
    assert (arrests[0].sources, arrests[0].targets) == (("Polizei",), ("Minister",))
    assert len(arrests[0].citations) == 1
