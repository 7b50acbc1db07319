"""Nobody offers, helps or sends troops to his own state; blaming it is another matter."""

from dataclasses import replace

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.places import find_places
from tests.findings.events_desk import lay


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("Mba ist zu Gesprächen mit Ghana bereit.", "AGREE", ()),
        ("Mba ist zu Gesprächen mit Togo bereit.", "AGREE", ("state:TGO",)),
        ("Mba kritisierte Ghana.", "ACCUSE", ("state:GHA",)),
    ],
)
def test_the_own_state(text: str, kind: str, targets: tuple[str, ...]) -> None:
    reading = lay(text, Mba="person", Ghana="state", Togo="state")
    keys = {"Ghana": "state:GHA", "Togo": "state:TGO"}
    countries = {"Mba": "GHA", "Ghana": "GHA", "Togo": "TGO"}
    reading.actors = tuple(
        replace(a, key=keys.get(a.key, a.key), country=countries[a.key]) for a in reading.actors
    )
    reading.mentions = tuple(replace(m, actor=keys.get(m.actor, m.actor)) for m in reading.mentions)
    (event,) = find_events(reading)
    assert (event.type, event.targets) == (kind, targets)


def test_whom_somebody_blames_is_no_place() -> None:
    reading = lay("Mba hat in Lomé auf Togo geschimpft.", Mba="person", Togo="state")
    reading.places = find_places(reading)
    (event,) = find_events(reading)
    assert event.place is not None
    assert event.place.name == "Lomé"
