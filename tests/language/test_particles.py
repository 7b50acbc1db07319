"""A predicate before a verb of saying is no particle; sentences are our own."""

import pytest

from lagebild.language.particles import mend_particles
from tests.findings.test_statements import analyse


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        (
            "Litauens Premier Jonas Petraitis sei jetzt zu einer Feuerpause und Gesprächen über "
            "die Grenze in Litauen bereit, verkündete er.",
            "verkünden",
        ),
        ("Die Regierung lehnt den Vertrag ab.", "ablehnen"),
        ("Er sei dazu bereit, kündigte der Minister an.", "ankündigen"),
    ],
)
def test_only_what_stands_behind_its_verb_is_its_particle(text: str, lemma: str) -> None:
    sentence = analyse(text).sentences[0]
    root = next(token for token in sentence.tokens if token.head < 0)
    assert root.lemma == lemma


def test_a_sentence_without_particles_stays() -> None:
    words = []
    mend_particles(words)
    assert words == []
