"""Who speaks where the grammar hides it, and what only looks like saying; sentences are our own."""

import pytest

from lagebild.findings.finding import Actor, ActorKind, Mention, Statement
from lagebild.findings.statements import find_statements
from lagebild.spans import Span
from tests.findings.events_desk import lay
from tests.findings.test_statements import only, read, words


def said(text: str, **actors: ActorKind) -> tuple[Statement, ...]:
    """The statements of a text whose actors are the given words."""
    return find_statements(lay(text, **actors))


def with_pronoun(text: str, name: str, pronoun: str) -> tuple[Statement, ...]:
    """The statements of a text in which a pronoun, by mistake or not, is the named person."""
    reading = lay(text, **{name: "person"})
    start = text.index(pronoun)
    word = Mention(Span(start, start + len(pronoun)), name, "pronoun", "test")
    reading.mentions = (*reading.mentions, word)
    assert reading.actors == (Actor(name, name, "person"),)
    return find_statements(reading)


SPEAKERS = [
    ("Die Piloten waren davon ausgegangen, die Boote seien bewaffnet.", "Die Piloten"),
    ("Die Vereinten Nationen hatten Portugal im Mai darum gebeten, Ärzte zu schicken.",
     "Die Vereinten Nationen"),
    ("Der frühere König wandte sich an seine Anhänger mit der Bitte, das Land zu verlassen.",
     "Der frühere König"),
    ("Wie aus einem Bericht der Küstenwache hervorgeht, wurden in der Bucht fünf Boote versenkt.",
     "einem Bericht der Küstenwache"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_speaks(text: str, speaker: str) -> None:
    assert words(text, only(text, "indirect").speaker_spans) == [speaker]


def test_words_said_against_somebody_are_not_theirs() -> None:
    text = "Der Bankier floh unter dem Verdacht, Geld gewaschen zu haben."
    assert all(not s.speaker_spans for s in read(text).statements)


def test_a_name_behind_the_title_speaks_not_the_country_before() -> None:
    text = "Dass es Wahlen gibt, schließt der serbische Experte Milan Petrović nicht aus."
    reading = lay(text, **{"state:SRB": "state", "Petrović": "person"})
    assert [s.speaker for s in find_statements(reading)] == ["Petrović"]


def test_whom_a_noun_concerns_does_not_speak() -> None:
    text = "Ergebnis einer Untersuchung nach dem Tod von Milan war, dass Gift im Spiel war."
    assert all(s.speaker is None for s in said(text, Milan="person"))


def test_who_says_we_in_a_quotation_is_its_speaker() -> None:
    text = "„Wir hoffen, dass die Grenze bald öffnet“, sagte Milan."
    assert [s.speaker for s in said(text, Milan="person")] == ["Milan", "Milan"]


def test_demnach_goes_on_from_the_source_before() -> None:
    text = "Wie Milan mitteilte, brannte der Hafen. Demnach wurden vier Lotsen verletzt."
    assert [s.speaker for s in said(text, Milan="person")] == ["Milan", "Milan"]


def test_nobody_is_told_what_they_say_themselves() -> None:
    text = "„Wir brauchen den Vertrag“, sagte Milan seinem Gast."
    (statement,) = with_pronoun(text, "Milan", "seinem Gast")
    assert (statement.speaker, statement.addressee) == ("Milan", None)


def test_a_pronoun_is_not_who_is_spoken_to() -> None:
    text = "Am Abend forderte er Milan auf, das Land zu verlassen."
    (statement,) = [s for s in with_pronoun(text, "Milan", "er") if s.kind == "indirect"]
    assert (statement.speaker, statement.addressee) == (None, "Milan")


@pytest.mark.parametrize(
    "text",
    [
        "Durch das Gesetz ist es Ausländern verboten, Häuser zu kaufen.",
        "Die Flotte befindet sich in einem Hafen mit dem Auftrag, die Insel zu schützen.",
    ],
)
def test_what_is_no_saying(text: str) -> None:
    assert not read(text).statements


def test_a_vote_for_something_does_not_introduce_the_next_clause() -> None:
    text = "Das Parlament müsse dem Vertrag zustimmen, es müsse Wahlen geben, sagte der Premier."
    assert only(text).why == "verb sagen, Konjunktiv"


def test_a_source_in_brackets_says_what_is_in_them() -> None:
    text = "Der Plan für den (laut dem Minister „sehr großen“) Umbau soll im Mai stehen."
    assert words(text, only(text, "direct").quote) == ["„sehr großen“"]
    assert not [s for s in read(text).statements if s.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Der Minister schlug vor, Zölle zu erheben. Damit würde Öl teurer.", False),
        ("Der Minister sagte, die Lage sei ernst. Er werde bald handeln.", True),
        ("Der Minister sagte, die Lage sei ernst. Das wäre im Mai anders.", True),
    ],
)
def test_what_the_report_supposes_is_nobodys_words(text: str, free: bool) -> None:
    kinds = [s.kind for s in read(text).statements]
    assert ("indirect_free_indirect" in kinds) == free


@pytest.mark.parametrize(
    "text",
    [
        "Die Anleger sind überzeugt: Der Hafen rechnet sich.",
        "Die Anleger sind überzeugt, dass der Hafen im Mai wieder öffnet.",
    ],
)
def test_a_conviction_is_a_statement(text: str) -> None:
    assert words(text, only(text, "indirect").speaker_spans) == ["Die Anleger"]


def test_what_is_sure_is_nobodys_conviction() -> None:
    assert not read("Es ist sicher, dass der Hafen sich rechnet.").statements
