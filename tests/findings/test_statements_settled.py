"""Rivals, words read by their order, sources within sources, interviews; sentences are our own."""

import pytest

from lagebild.findings.finding import Statement
from lagebild.findings.statements.choice import chosen
from lagebild.findings.statements.draft import Draft
from lagebild.spans import Span
from tests.findings.test_statements import only, read, words


def _draft(start: int, end: int) -> Draft:
    return Draft("indirect", (Span(start, end),), "test", 0.5)


def _overlap(one: Draft, other: Draft) -> bool:
    return one.quote[0].overlaps(other.quote[0])


def test_two_sure_readings_win_over_one_that_claims_the_words_of_both() -> None:
    long, left, right = _draft(0, 30), _draft(0, 10), _draft(12, 30)
    pairs = [(long, 0.4), (left, 0.3), (right, 0.3)]
    assert chosen(pairs, _overlap) == [left, right]
    assert chosen([(long, 0.7), (left, 0.3), (right, 0.3)], _overlap) == [long]


def test_what_claims_other_words_is_no_rival() -> None:
    pairs = [(_draft(0, 10), 0.1), (_draft(20, 30), 0.9)]
    assert [d.start for d in chosen(pairs, _overlap)] == [0, 20]


def test_many_rivals_are_chosen_among_in_time() -> None:
    pairs = [(_draft(n, n + 2), 0.5) for n in range(0, 400)]
    found = chosen(pairs, _overlap)
    assert found
    assert not any(_overlap(a, b) for a in found for b in found if a is not b)


INTRODUCED = [
    (
        "Die Regierung ließ mitteilen, sie werde den Vertrag nicht unterschreiben.",
        "sie werde den Vertrag nicht unterschreiben",
        "Die Regierung",
    ),
    (
        "Minister Kolb schrieb in einem Brief, der gestern bekannt wurde, er werde zurücktreten.",
        "er werde zurücktreten",
        "Minister Kolb",
    ),
    (
        "Die Fraktion reagierte kühl auf die Forderung der Ministerin, die Steuern zu senken.",
        "die Steuern zu senken",
        "der Ministerin",
    ),
    (
        "Einem Bericht der Zeitung „Morgenblatt“ zufolge ist der Vertrag unterschrieben.",
        "ist der Vertrag unterschrieben",
        "Einem Bericht der Zeitung „Morgenblatt“",
    ),
    (
        "Dem Vernehmen nach will die Koalition den Haushalt kürzen.",
        "will die Koalition den Haushalt kürzen",
        "Dem Vernehmen",
    ),
    (
        "Sie werde nicht nachgeben, sagte von der Leyen am Montag.",
        "Sie werde nicht nachgeben",
        "von der Leyen",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), INTRODUCED)
def test_contents_by_the_order_of_words(text: str, quote: str, speaker: str) -> None:
    found = only(text, "indirect")
    assert words(text, found.quote) == [quote]
    assert words(text, found.speaker_spans) == [speaker]


NOBODY = [
    "Dabei ist zu bemerken, dass die Halle nur hundert Plätze hat.",
    "Die Polizei konnte weder bestätigen noch ausschließen, dass ein Defekt der Grund war.",
    "Aus rechtlicher Sicht ist der Vertrag ein Problem.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert not [s for s in read(text).statements if s.kind == "indirect"]


def test_the_source_of_a_quotation_does_not_speak_it() -> None:
    text = "„Das ist ein Skandal“, sagte der Sprecher laut Nordpresse."
    quoted = only(text, "direct")
    assert quoted.nested
    assert words(text, quoted.speaker_spans) == ["der Sprecher"]
    assert words(text, only(text, "indirect").speaker_spans) == ["Nordpresse"]


def test_an_answer_of_one_word_is_a_quotation() -> None:
    text = "Der Minister antwortete mit „Nein“."
    assert words(text, only(text, "direct").quote) == ["„Nein“"]


INTERVIEW = """In einem Interview mit Ministerin Petra Lindner ging es um die Reform.

Frau Ministerin, was haben Sie vor?

Wir werden die Schulen ausbauen. Das kostet Geld.

Wie viel Geld?

Zwei Milliarden Euro.

Und woher nehmen Sie das?

Aus dem Haushalt.

Ist der Finanzminister einverstanden?

Er hat nicht widersprochen.
"""


def _turns(text: str) -> list[Statement]:
    return [s for s in read(text).statements if s.why in ("turn", "answer")]


def test_answers_of_an_interview_without_labels() -> None:
    found = _turns(INTERVIEW)
    assert [words(INTERVIEW, s.quote) for s in found] == [
        ["Wir werden die Schulen ausbauen. Das kostet Geld."],
        ["Zwei Milliarden Euro."],
        ["Aus dem Haushalt."],
        ["Er hat nicht widersprochen."],
    ]
    assert all(words(INTERVIEW, s.speaker_spans) == ["Ministerin Petra Lindner"] for s in found)


def test_questions_that_nobody_is_named_to_answer_are_no_interview() -> None:
    assert not _turns(INTERVIEW.replace("In einem Interview mit", "Über"))


def test_labels_in_italics_and_a_line_that_only_looks_like_one() -> None:
    text = (
        "''Pau'': Ich halte nichts davon.\nHinzu kommt: Es kostet viel.\n\n''Blatt'': Und nun?\n\n"
        "''Pau'': Wir stimmen dagegen.\n\nDas ist sicher.\n\n''Blatt'': Danke.\n"
    )
    found = _turns(text)
    assert [words(text, s.speaker_spans) for s in found] == [["Pau"], ["Blatt"], ["Pau"], ["Blatt"]]
    assert words(text, found[2].quote) == ["Wir stimmen dagegen.\n\nDas ist sicher."]


def test_who_says_nothing_by_name_does_not_hand_on_an_older_speaker() -> None:
    text = (
        "Der Minister sagte, die Lage sei ernst. In der Stadt hieß es, das Lager sei leer. "
        "Die Bewohner seien geflohen."
    )
    free = only(text, "indirect_free_indirect")
    assert words(text, free.quote) == ["Die Bewohner seien geflohen."]
    assert words(text, free.speaker_spans) != ["Der Minister"]


def test_quoted_words_of_a_source_are_its_own() -> None:
    text = "Nach Ansicht der Ministerin „ist das der falsche Weg“."
    assert words(text, only(text, "direct").speaker_spans) == ["der Ministerin"]


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    text = "„Ich glaube, dass wir den Vertrag retten“, sagte Anna Weber."
    found = {s.kind: s for s in read(text).statements}
    assert found["direct"].speaker == found["indirect"].speaker
