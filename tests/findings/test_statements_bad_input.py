"""Texts that are no plain news: what is read in them, and how long it takes."""

import time

import pytest

from lagebild.findings.reading import Reading
from lagebild.findings.statements import find_statements
from tests.findings.test_statements import KNOWLEDGE, article, flat, only, read, words


def quotes(text: str) -> list[list[str]]:
    return [words(text, s.quote) for s in read(text).statements]


def test_an_article_that_is_one_long_quotation() -> None:
    said = "„" + "Wir reden mit allen. Niemand geht leer aus. " * 30 + "Das gilt.“"
    statement = only(said + ", sagte der Minister.", "direct")
    assert words(said, statement.quote) == [said]


def test_a_mark_without_a_partner_ends_with_its_paragraph() -> None:
    text = "Der Minister sagte: „Wir bleiben. Das ist sicher.\n\nAm Abend fuhr er nach Wien ab."
    assert all("Wien" not in part for parts in quotes(text) for part in parts)


def test_dialogue_belongs_to_nobody_where_nobody_is_named() -> None:
    text = "„Kommen Sie mit?“\n\n„Nein, ich bleibe“, sagte der Gesandte.\n\nDann ging er."
    named = [s for s in read(text).statements if s.speaker_spans]
    assert [words(text, s.quote) for s in named] == [["„Nein, ich bleibe“"]]


@pytest.mark.parametrize(
    "text",
    [
        "Der Mond geht auf am Grenzfluss,\nein Posten raucht und schweigt,\n"
        "die Karte liegt im Regen,\nwer weiß, wohin sie zeigt.",
        "Ku'damm, Hans' Haus, geht's, '68er, 12\" Rohr, 5' 10\" groß, 90° 30' 15\" Ost.",
        'if (x == "b") { print("c"); }\nfor i in range(10): s = \'x\' + "y"',
        "Öl wird teurer\nNeue Brücke über die Donau\nSommer kommt spät\nZüge fahren wieder",
    ],
    ids=["poem", "apostrophes and inches", "code", "headlines"],
)
def test_nobody_says_anything(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("« Nous restons », sagte der Botschafter.", "« Nous restons »"),
        ("“We will stay”, sagte die Ministerin.", "“We will stay”"),
        ("‘We will stay’, sagte die Ministerin.", "‘We will stay’"),
        ("«Wir bleiben», sagte der Bundesrat.", "«Wir bleiben»"),
        ("»Er sagte ›nein‹ und ging«, erzählte der Botschafter.", "»Er sagte ›nein‹ und ging«"),
    ],
    ids=["French", "English", "English single", "Swiss", "nested chevrons"],
)
def test_marks_of_other_countries(text: str, quote: str) -> None:
    assert quotes(text) == [[quote]]


LINES = {
    "one quotation": "Wir bleiben. ",
    "dialogue": "„Ja“, sagte er.\n\n„Nein“, sagte sie.\n\n",
    "headlines": "Lawrow: Nein\n",
    "turns": "Frage: Was nun?\n\nMaier: Nichts.\n\n",
    "poem": "Der Mond geht auf,\n",
    "nested": "Er sagte, sie sagte, ",
    "inches": "12\" 5' ",
}


@pytest.mark.parametrize("piece", LINES.values(), ids=LINES)
def test_nothing_is_quadratic(piece: str) -> None:
    """Four times the text takes at most eight times as long, the least of two tries each."""

    def seconds(length: int) -> float:
        text = "„" + piece * (length // len(piece))
        analysis = flat(text)
        tries = []
        for _ in range(2):
            begun = time.process_time()
            find_statements(Reading(article(text), analysis, KNOWLEDGE))
            tries.append(time.process_time() - begun)
        return min(tries)

    seconds(1_000)
    assert seconds(8_000) < max(8 * seconds(2_000), 0.2)
