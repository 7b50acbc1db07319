"""What the lexicon knows of how politics is told: quarrels, refusals, backing, giving in, talks."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Mba": "person",
    "Kern": "person",
    "Togo": "state",
    "Ghana": "state",
    "Grünpartei": "party",
    "Gewerkschaft": "organisation",
}


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        # Whom something angers blames who did it.
        ("Die Kandidatur Kerns verärgerte Togo.", "ACCUSE", "Togo", "Kern"),
        ("Mba stritt mit Kern über die Steuern.", "ACCUSE", "Mba", "Kern"),
        ("Togo machte seinem Ärger über Ghana Luft.", "ACCUSE", "Togo", "Ghana"),
        ("Mba gehört zu den schärfsten Kritikern Kerns.", "ACCUSE", "Mba", None),
        ("Mba will eine Änderung der Verfassung.", "REQUEST", "Mba", None),
        ("Togo erhob Anspruch auf die Insel.", "REQUEST", "Togo", None),
        ("Mba steht für das Amt nicht zur Verfügung.", "REJECT", "Mba", None),
        ("Togo sieht keinen Grund für eine Änderung.", "REJECT", "Togo", None),
        ("Togo trat der Darstellung Ghanas entgegen.", "REJECT", "Togo", "Ghana"),
        ("Togo schließt einen Angriff nicht aus.", "THREATEN", "Togo", None),
        ("Die Gewerkschaft behält sich rechtliche Schritte vor.", "THREATEN", "Gewerkschaft", None),
        ("Mba teilt die Meinung Kerns.", "SUPPORT", "Mba", "Kern"),
        ("Mba gehört zu den Befürwortern der Reform.", "SUPPORT", "Mba", None),
        ("Togo schließt Gespräche nicht aus.", "AGREE", "Togo", None),
        ("Mba ließ sich auf Gespräche mit Kern ein.", "AGREE", "Mba", None),
        ("Togo erhielt Zusagen von Ghana.", "AGREE", "Ghana", "Togo"),
        ("Mba kündigte ihren Abschied an.", "CONCEDE", "Mba", None),
        ("Mba will nicht mehr kandidieren.", "CONCEDE", "Mba", None),
        ("Togo ließ den Plan fallen.", "CONCEDE", "Togo", None),
        ("Mba brachte Togo und Ghana an einen Tisch.", "CONSULT", "Mba", "Togo"),
        ("Togo verhandelt über den Beitritt.", "CONSULT", "Togo", None),
        ("Mba trat als Gastredner bei der Grünpartei auf.", "CONSULT", "Mba", None),
    ],
)
def test_what_is_told_with_more_than_a_verb(
    text: str, kind: str, source: str, target: str | None
) -> None:
    events = [e for e in find_events(lay(text, **ACTORS)) if e.type == kind]
    assert [source in e.sources for e in events] == [True]
    assert target is None or target in events[0].targets


@pytest.mark.parametrize(
    "text",
    [
        "Für die Plätze stand kein Geld zur Verfügung.",
        "Mba ist offen wie ein Buch.",
        "Die Kandidatur verärgerte niemanden.",
        "Der Redner trat als Erster auf.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert not find_events(lay(text, **ACTORS))
