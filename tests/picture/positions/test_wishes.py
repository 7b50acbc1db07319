"""What counts as a wish, and what an issue is called."""

import pytest

from lagebild.picture.positions.labels import nominative
from lagebild.picture.positions.wishes import ON_CONDITION, obliging
from lagebild.picture.wording import turns


@pytest.mark.parametrize(
    "words",
    [
        "Die Brücke müsse bleiben",
        "Man habe gesagt, dass die Brücke bleiben müsse",
        "Der Hafen, der seit Jahren leer steht, solle schließen",
        "Es sei klar, die Fischer sollten entscheiden",
    ],
)
def test_what_should_be_is_a_wish(words):
    assert obliging(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "Das Amt, das den Hafen schützen soll, habe versagt",
        "Selbst wenn die Brücke fallen solle, bleibe der Hafen",
        "Er fragte, ob die Brücke bleiben solle",
        "Soll die Brücke bleiben?",
        "Er soll nach Angaben vom 3. Mai den Hafen angezündet haben",
    ],
)
def test_what_is_meant_open_or_said_to_be_so_is_none(words):
    assert obliging(words) == ""


@pytest.mark.parametrize(
    ("noun", "called"),
    [
        ("Angriffen", "Angriffe"),
        ("Artikels", "Artikel"),
        ("Abkommens", "Abkommen"),
        ("Sanktionen", "Sanktionen"),
        ("Truppen", "Truppen"),
        ("Haus", "Haus"),
    ],
)
def test_a_noun_that_stands_alone_is_a_nominative(noun, called):
    assert nominative(noun) == called


def test_giving_up_turns_a_matter():
    assert turns("seinen Posten aufzugeben") == 1
    assert turns("den Posten aufgeben") == 1
    assert turns("eine Aufgabe lösen") == 0


@pytest.mark.parametrize(
    ("words", "conditional"),
    [
        ("Die Fähre müsse fahren, sobald der Sturm nachlasse", True),
        ("Falls der Sturm nachlässt, muss die Fähre fahren", True),
        ("Die Fähre müsse fahren, auch wenn der Sturm tobe", False),
        ("Die Fähre müsse fahren", False),
    ],
)
def test_what_should_be_may_have_a_condition(words, conditional):
    assert bool(ON_CONDITION.search(words)) is conditional
