"""What words are about, and the phrases that name it."""

import pytest

from lagebild.picture.positions.phrases import nouns, phrases
from lagebild.picture.positions.wishes import obliging
from lagebild.picture.wording import turns


def heaviest(words):
    return [n.word for n in nouns(words) if n.weight == 1]


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("die Zölle auf Stahl senken", ["Zölle"]),
        ("durch Gespräche den Streit beilegen", ["Streit"]),
        ("auf einen Entwurf für das Mautgesetz", ["Entwurf"]),
        ("die Grenze öffnen, wenn der Winter kommt", ["Grenze"]),
        ("prüfen, ob die Steuer sinkt", ["Steuer"]),
        ("Präsident Omar al-Hadi tritt ab", ["Präsident", "Omar", "al-Hadi"]),
    ],
)
def test_objects_weigh_more_than_adjuncts_and_conditions(words, about):
    assert heaviest(words) == about


def test_a_noun_stands_where_it_says():
    words = "vor Ende des Jahres die Häfen freigeben"
    assert all(words[n.start : n.end] == n.word for n in nouns(words))


@pytest.mark.parametrize(
    ("words", "whole", "described", "alone"),
    [
        ("die neuen Zölle gegen Norwegen senken", "Zölle gegen Norwegen", "neuen Zölle", "Zölle"),
        ("den Abbau der Raketen verlangen", "Abbau der Raketen", "Abbau", "Abbau"),
        ("die Fähre in Bergen anhalten", "Fähre in Bergen", "Fähre", "Fähre"),
        ("die Fähre in Betrieb nehmen", "Fähre", "Fähre", "Fähre"),
        (
            "einen Pakt mit Beteiligung der alten Partei schließen",
            "Pakt mit Beteiligung der alten Partei",
            "Pakt",
            "Pakt",
        ),
    ],
)
def test_a_phrase_goes_on_with_what_the_noun_is_of(words, whole, described, alone):
    noun = nouns(words)[0]
    assert list(phrases(words, noun, {"Bergen"})) == [whole, described, alone]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("die Zölle aufheben", 1),
        ("die Zölle nicht aufheben", 2),
        ("Beobachter einsetzen", 0),
        ("bis Ende des Jahres wählen", 0),
        ("das Ende der Angriffe", 1),
        ("die Mission unterstützen", 0),
        ("die Wahl absagen", 1),
    ],
)
def test_words_that_turn_the_matter_are_counted(words, number):
    assert turns(words) == number


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("die Steuern müssten sinken", True),
        ("drei Männer sollen verhaftet worden sein", False),
        ("er soll das Geld genommen haben", False),
        ("die Truppen sollen das Land verlassen", True),
        ("das Land brauche Hilfe", True),
    ],
)
def test_hearsay_is_no_wish(words, kept):
    assert bool(obliging(words)) is kept


def test_only_the_sentences_of_obligation_tell_what_is_wanted():
    assert (
        obliging("Es regnet. Die Brücke muss gesperrt werden.")
        == "Die Brücke muss gesperrt werden."
    )
