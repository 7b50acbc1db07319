"""What counts as a wish, what an issue is called, and which reports speak of one dispute."""

from dataclasses import replace

import pytest

from lagebild.picture.material import Material
from lagebild.picture.positions.labels import nominative
from lagebild.picture.positions.reports import Reports
from lagebild.picture.positions.wishes import obliging
from lagebild.picture.wording import turns
from tests.picture.contradictions.test_accounts import article


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


def test_reports_on_other_things_or_years_apart_speak_of_two_disputes():
    texts = {
        "sugar": ("2016-01-05", "Zucker Steuer Brause Händler Kinder"),
        "again": ("2016-03-05", "Brause Zucker Steuer Kinder Ärzte"),
        "whales": ("2016-02-05", "Wale Steuer Fischer Netze Händler Ärzte"),
        "ships": ("2016-02-07", "Schiffe Netze Fischer"),
        "later": ("2019-02-05", "Zucker Steuer Brause Fischer Netze Wale Kinder"),
    }
    dated = {n: replace(article(n, words), published=day) for n, (day, words) in texts.items()}
    found = Material(dated, {}, [], [], [], [], [], [], {}, [], {})
    reports = Reports(found, texts)
    assert reports.alike("sugar", "again")
    assert reports.alike("whales", "whales")
    assert not reports.alike("sugar", "later")
    assert not reports.alike("again", "ships")
