"""Who is the subject where a tree slips: number, case, clause borders, relative clauses."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Togo": "state",
    "Ghana": "state",
    "Armee": "government",
    "Polizei": "government",
    "Truppen": "government",
    "Milizen": "armed_group",
    "Kern": "person",
    "Mba": "person",
    "Räuber": "person",
    "Geiseln": "group",
    "Aktivisten": "group",
    "Studenten": "group",
    "Bürger": "group",
}


def roles(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    events = find_events(lay(text, **ACTORS))
    return [(list(e.sources), list(e.targets)) for e in events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "sources", "targets"),
    [
        # "ein" is a nominative, so whom the relative pronoun stands for did not do it.
        (
            "Die Geiseln, die ein Räuber erschoss, kamen aus Togo.",
            "ASSAULT",
            ["Räuber"],
            ["Geiseln"],
        ),
        # Who is among those arrested arrests nobody.
        (
            "Die Polizei löste den Marsch auf und nahm zehn Aktivisten fest, darunter auch Mba.",
            "COERCE",
            ["Polizei"],
            ["Aktivisten"],
        ),
        # A plural verb asks for a plural, the last before it.
        (
            "Kern traf Mba, der die Milizen anführte, die im Krieg die Bürger angriffen.",
            "ASSAULT",
            ["Milizen"],
            ["Bürger"],
        ),
        # The genitive of a withdrawal is who withdraws, not who thinks so.
        (
            "Die Armee hält den Abzug der Truppen aus Togo für falsch.",
            "RETREAT",
            ["Truppen"],
            ["Togo"],
        ),
        # Both sides of what a passive tells to be concluded between them.
        (
            "Ein Abkommen zwischen Togo und Ghana wurde am Montag unterzeichnet.",
            "SUPPORT",
            ["Togo"],
            ["Ghana"],
        ),
    ],
)
def test_who_did_it(text: str, kind: str, sources: list[str], targets: list[str]) -> None:
    assert (sources, targets) in roles(text, kind)


def test_what_stands_before_a_conjunction_is_none_of_its_clause() -> None:
    text = (
        "Die Studenten sollen Häuser besetzt und nach ersten Angaben zwei Bürger getötet haben, "
        "bevor die Polizei das Feuer eröffnete und drei Aktivisten erschoss."
    )
    found = roles(text, "ASSAULT")
    assert {"Polizei"} in [set(sources) for sources, _ in found]
    assert all("Bürger" not in sources for sources, _ in found)


def test_an_idea_in_front_of_a_plural_verb_holds_no_opinion() -> None:
    text = "Die Idee des Ministers Kern halten viele für sinnvoll."
    assert all(sources != ["Kern"] for sources, _ in roles(text, "SUPPORT"))


def test_a_complaint_by_nobody_we_know_is_not_the_court_s() -> None:
    text = "Vor dem Gericht von Togo hatten Anwohner eine Klage gegen die Armee eingereicht."
    assert all(sources != ["Togo"] for sources, _ in roles(text, "ACCUSE"))
