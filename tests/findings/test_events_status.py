"""Whether an event happened, goes on or is to come: by its verb and the words beside it."""

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.finding import ActorKind
from tests.findings.events_desk import lay

ACTORS: dict[str, ActorKind] = {
    "Ghana": "state", "Togo": "state", "Armee": "government", "Rebellen": "armed_group",
    "Minister": "person", "Aktivisten": "group",
}  # fmt: skip


def status(text: str, kind: str) -> str:
    return next(e.status for e in find_events(lay(text, **ACTORS)) if e.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # A modal belongs to all infinitives that "und" joins.
        ("Der Minister will Togo besuchen und die Rebellen angreifen.", "ASSAULT", "planned"),
        ("Der Minister besuchte Togo und griff die Rebellen an.", "ASSAULT", "occurred"),
        # A state lasts; what brought it about has happened.
        ("Die Aktivisten sind in Togo inhaftiert.", "COERCE", "ongoing"),
        ("Die Aktivisten bleiben in Togo inhaftiert.", "COERCE", "ongoing"),
        ("Die Aktivisten sind in Togo verhaftet worden.", "COERCE", "occurred"),
        ("Seit Montag sind drei Soldaten getötet und zehn verletzt worden.", "ASSAULT", "occurred"),
        ("Die Stadt wird dann von der Armee besetzt sein.", "COERCE", "planned"),
        ("Ghana bereitet sich auf einen Krieg vor.", "MOBILIZE", "ongoing"),
        # What is said again has been said; what will not be done is refused now.
        ("Ghana fordert weiterhin den Rücktritt des Ministers.", "REQUEST", "occurred"),
        ("Gegenwärtig wirft Ghana dem Minister Lügen vor.", "ACCUSE", "occurred"),
        ("Ghana werde sich nicht an dem Krieg beteiligen.", "REJECT", "occurred"),
        # A report that is denied.
        ("Ein Bericht, wonach die Armee Rebellen angegriffen haben soll, wurde dementiert.",
         "ASSAULT", "denied"),
        ("Ein Bericht, wonach die Armee Rebellen angegriffen hat, wurde bestätigt.",
         "ASSAULT", "occurred"),
    ],
)  # fmt: skip
def test_status(text: str, kind: str, expected: str) -> None:
    assert status(text, kind) == expected
