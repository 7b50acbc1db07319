"""Targets that a judgement points back to: things made before, what was just told, joining in."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Togo": "state",
    "Ghana": "state",
    "Armee": "government",
    "Rat": "organisation",
    "Opposition": "party",
    "Kern": "person",
    "Mba": "person",
}


def last(text: str) -> tuple[tuple[str, ...], str]:
    event = find_events(lay(text, **ACTORS))[-1]
    return event.targets, event.why.rpartition("target: ")[2]


@pytest.mark.parametrize(
    ("text", "targets", "rule"),
    [
        # A definite noun takes up what somebody made or owned before.
        (
            "Togo hat einen Gesetzentwurf vorgelegt. Kern lehnte den Entwurf ab.",
            ("Togo",),
            "antecedent",
        ),
        (
            "Die Pläne Ghanas sehen neue Häfen vor. Mba verteidigte die Pläne.",
            ("Ghana",),
            "antecedent",
        ),
        # A demonstrative takes up the sentence before, and who acted there.
        ("Die Armee hat Mba ernannt. Kern nannte dies einen Putsch.", ("Armee",), "antecedent"),
        (
            "Der Rat vertrat den Standpunkt, das gehe nicht. Diesen Einwand wies Kern zurück.",
            ("Rat",),
            "antecedent",
        ),
        # A pronoun for a thing takes up what was told of with its owner.
        (
            "Mba sprach über die Entscheidung Ghanas. Kern bezeichnete diese als falsch.",
            ("Ghana",),
            "antecedent",
        ),
        # A decision is of whoever decided last.
        (
            "Die Opposition hat sich auf Neuwahlen verständigt. Kern lobte die Entscheidung.",
            ("Opposition",),
            "antecedent",
        ),
        # Who judges the same plan as another means the same.
        (
            "Ghana kritisierte die Armee wegen des Vorhabens. Der Rat lehnte das Vorhaben der "
            "Armee ab. Kern begrüßte das Vorhaben.",
            ("Armee",),
            "antecedent",
        ),
        # What somebody does as well has the target of what was done before.
        (
            "Ghana verurteilte die Armee scharf. Auch Kern kritisierte das Vorgehen.",
            ("Armee",),
            "likewise",
        ),
    ],
)
def test_targets_told_before(text: str, targets: tuple[str, ...], rule: str) -> None:
    assert last(text) == (targets, rule)


@pytest.mark.parametrize(
    "text",
    [
        # A noun that says itself which one is meant points nowhere.
        "Togo hat einen Plan vorgelegt. Kern lehnte den Plan für neue Häfen ab.",
        # An indefinite noun is another thing.
        "Togo hat einen Plan vorgelegt. Kern lehnte einen Plan ab.",
        # Whoever enacts a law answers nobody.
        "Togo hat ein Gesetz vorgelegt. Der Rat verabschiedete das Gesetz.",
    ],
)
def test_what_points_nowhere_is_left_open(text: str) -> None:
    assert last(text)[0] == ()


def test_a_passive_goes_on_with_who_asked_before() -> None:
    text = "Mba kritisierte den Rat. Togo wurde aufgefordert, die Häfen zu öffnen."
    event = find_events(lay(text, **ACTORS))[-1]
    assert (event.sources, event.targets) == (("Mba",), ("Togo",))
    assert event.why.endswith("source: goes on")
    other = find_events(lay(text.replace(". Togo", ".\n\nTogo"), **ACTORS))[-1]
    assert other.sources == ()
