"""Claim against claim: one speaker says what another says is not so."""

import pytest

from lagebild.picture.contradictions.claims import opposed_clauses


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Fähre sei dreimal gemahnt worden", "Eine Mahnung habe es nicht gegeben"),
        ("Das Schiff habe den Hafen verlassen", "Das Schiff habe den Hafen nicht verlassen"),
        ("Es gab keine Drohungen", "Die Nachbarn hätten gedroht"),
    ],
)
def test_the_same_asserted_and_denied(one, other):
    assert opposed_clauses(one, other) == (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Das Schiff habe den Hafen verlassen", "Das Schiff werde den Hafen nicht verlassen"),
        ("Das Schiff habe den Hafen verlassen", "Das Boot habe die Küste nicht erreicht"),
        ("Das Schiff habe den Hafen verlassen", "Das Schiff habe den Hafen verlassen"),
        ("Eine Mahnung habe es nicht gegeben", "Die Lage sei ruhig"),
        ("„Zwang gegen Händler“", "Die Stadt dulde Zwang gegen Händler nicht"),
        ("Das Schiff müsse den Hafen verlassen", "Das Schiff habe den Hafen nicht verlassen"),
    ],
)
def test_what_can_be_true_together_is_no_contradiction(one, other):
    assert opposed_clauses(one, other) is None
