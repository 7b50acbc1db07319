"""Participle and infinitive with "zu" side by side: the participle governs."""

import pytest

from lagebild.language.engine import packaged


@pytest.mark.parametrize(
    ("text", "governor", "governed"),
    [
        ("Die Rebellen haben gedroht anzugreifen.", "drohen", "angreifen"),
        ("Präsident Mba hat es abgelehnt zurückzutreten.", "ablehnen", "zurücktreten"),
        ("Der Minister hatte angeboten zu vermitteln.", "anbieten", "vermitteln"),
    ],
)
def test_the_participle_is_above(text: str, governor: str, governed: str) -> None:
    (sentence,) = packaged().analyse(text).sentences
    above = next(t for t in sentence.tokens if t.lemma == governor)
    below = next(t for t in sentence.tokens if t.lemma == governed)
    subject = next(t for t in sentence.tokens if t.deprel == "nsubj")
    assert (above.head, above.upos) == (-1, "VERB")
    assert (below.head, below.deprel) == (above.index, "xcomp")
    assert subject.head == above.index


def test_what_is_no_perfect_stays() -> None:
    (sentence,) = packaged().analyse("Die Wähler haben geschlossen für Mba zu stimmen.").sentences
    assert next(t for t in sentence.tokens if t.lemma == "stimmen").head == -1
