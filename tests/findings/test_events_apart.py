"""What belongs together and stands apart: particles behind clauses, names in quotation marks."""

import pytest

from lagebild.findings.events import find_events
from tests.findings.events_desk import lay

ACTORS = {
    "Opposition": "party",
    "Minister": "person",
    "Regierung": "state",
    "Rebellen": "armed_group",
    "Bund der Freien": "organisation",
    "Offene Stadt": "organisation",
    "Armee": "government",
    "Richter": "person",
}


def _deeds(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    present = {name: kind for name, kind in ACTORS.items() if name in text}
    return [(e.type, e.sources, e.targets) for e in find_events(lay(text, **present))]


@pytest.mark.parametrize(
    "clause", ["nachdem der Vertrag bekannt geworden war", "weil der Haushalt wieder scheiterte"]
)
def test_a_clause_may_stand_between_a_verb_and_its_particle(clause: str) -> None:
    text = f"Die Opposition warf dem Minister, {clause}, vor, gelogen zu haben."
    assert ("ACCUSE", ("Opposition",), ("Minister",)) in _deeds(text)


@pytest.mark.parametrize(
    ("name", "subject"),
    [("Bund der Freien", "der „Bund der Freien“"), ("Offene Stadt", "das Bündnis „Offene Stadt“")],
)
def test_a_dative_behind_a_name_in_quotation_marks_is_no_part_of_it(
    name: str, subject: str
) -> None:
    text = f"Darüber hinaus wirft {subject} der Regierung vor, gelogen zu haben."
    assert _deeds(text) == [("ACCUSE", (name,), ("Regierung",))]


def test_all_verbs_of_a_relative_clause_share_its_subject() -> None:
    text = "Die Armee, die die Rebellen angriff und den Richter verhaftete, zog ab."
    assert ("COERCE", ("Armee",), ("Richter",)) in _deeds(text)
    text = (
        "Die Armee, die die Rebellen angriff, den Richter verhaftete und die Stadt räumte, zog ab."
    )
    assert ("COERCE", ("Armee",), ("Richter",)) in _deeds(text)
