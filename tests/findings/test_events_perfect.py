"""The perfect with "sein" is no passive: who has come, gone or fled did so."""

import pytest

from lagebild.findings.events import find_events
from tests.findings.events_desk import lay

ACTORS = {"Rebellen": "armed_group", "Ghana": "state", "Minister": "person", "Armee": "government"}


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Der Minister ist am Dienstag zurückgetreten.", "CONCEDE", "Minister"),
        ("Der Minister hatte Ghana gewarnt und war zurückgetreten.", "CONCEDE", "Minister"),
        ("Die Rebellen sind in die Hauptstadt einmarschiert.", "ASSAULT", "Rebellen"),
        ("Der Minister war am Abend in Ghana eingetroffen.", "CONSULT", "Minister"),
    ],
)
def test_the_subject_of_a_perfect_with_sein_acts(text: str, kind: str, source: str) -> None:
    found = [e.sources for e in find_events(lay(text, **ACTORS)) if e.type == kind]
    assert found == [(source,)]


def test_a_state_after_a_deed_stays_passive() -> None:
    (event,) = find_events(lay("Der Minister ist verhaftet.", **ACTORS))
    assert (event.sources, event.targets) == ((), ("Minister",))
