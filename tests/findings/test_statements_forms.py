"""The forms in which German news says who said what; the sentences are our own."""

import pytest

from lagebild.findings.finding import Actor, Mention
from lagebild.findings.statements import find_statements
from lagebild.spans import Span
from tests.findings.test_statements import only, read, words

INSIDE = [
    # text, parts of the quote, speaker: the frame stands inside what is said
    (
        "Er wolle keine Eskalation, versicherte der Präsident, aber er werde sich verteidigen.",
        ["Er wolle keine Eskalation", "aber er werde sich verteidigen"],
        "der Präsident",
    ),
    (
        "Es sei, fügte er hinzu, nie zu spät für den Frieden.",
        ["Es sei", "nie zu spät für den Frieden"],
        "er",
    ),
    (
        "Die Truppen, betonte der General, blieben in der Stadt.",
        ["Die Truppen", "blieben in der Stadt"],
        "der General",
    ),
    (
        "Damit, so Steinmeier, sei ein wichtiges Ziel erreicht.",
        ["Damit", "sei ein wichtiges Ziel erreicht"],
        "Steinmeier",
    ),
    (
        "Das Abkommen, so Lawrow weiter, sei tot.",
        ["Das Abkommen", "sei tot"],
        "Lawrow",
    ),
    (
        "Der Flughafen bleibt, wie die Behörden mitteilten, vorerst geschlossen.",
        ["Der Flughafen bleibt", "vorerst geschlossen"],
        "die Behörden",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), INSIDE)
def test_the_frame_may_stand_inside_what_is_said(text: str, quote: list[str], speaker: str) -> None:
    statement = only(text, "indirect")
    assert words(text, statement.quote) == quote
    assert words(text, statement.speaker_spans) == [speaker]


def test_words_in_marks_may_end_what_a_frame_interrupts() -> None:
    text = "Das sei, so sagte Merkel weiter, „ein Gebot der Menschlichkeit“."
    outer, inner = only(text, "indirect"), only(text, "direct")
    assert words(text, outer.quote) == ["Das sei", "„ein Gebot der Menschlichkeit“"]
    assert inner.nested
    assert not outer.nested
    assert words(text, outer.frame) == [", so sagte Merkel weiter,"]


ATTRIBUTED = [
    (
        "Wie die „Abendpost“ unter Berufung auf Diplomaten berichtet, plant Israel einen Angriff.",
        "plant Israel einen Angriff",
        "die „Abendpost“",
    ),
    (
        "Wie eine Sprecherin des Ministeriums bestätigte, wird der Gipfel verschoben.",
        "wird der Gipfel verschoben",
        "eine Sprecherin des Ministeriums",
    ),
    (
        "Aus Sicht der Regierung in Kiew ist das Abkommen gescheitert.",
        "ist das Abkommen gescheitert",
        "der Regierung in Kiew",
    ),
    (
        "Nach der Schilderung des Zeugen fielen am Morgen zwei Schüsse.",
        "fielen am Morgen zwei Schüsse",
        "des Zeugen",
    ),
    (
        "Der Minister kündigte an, im Mai nach Ankara zu reisen; die Opposition bleibt hier.",
        "im Mai nach Ankara zu reisen",
        "Der Minister",
    ),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), ATTRIBUTED)
def test_attributed(text: str, quote: str, speaker: str) -> None:
    statement = only(text, "indirect")
    assert words(text, statement.quote) == [quote]
    assert words(text, statement.speaker_spans) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Nach der Rede des Präsidenten brachen in der Hauptstadt Kämpfe aus.",
        "Aus Angst vor neuen Angriffen verließen viele Menschen die Stadt.",
        "In vielen Städten, so auch im badischen Mannheim, gab es Kundgebungen.",
    ],
)
def test_time_and_cause_are_no_source(text: str) -> None:
    assert [s for s in read(text).statements if s.kind == "indirect"] == []


ADDRESSEES = [
    ("Der Minister warf der Opposition vor, das Land zu spalten.", "der Opposition"),
    ("Der Minister sagte der „Bild“-Zeitung, er werde nicht zurücktreten.", "der „Bild“-Zeitung"),
    (
        "In einem Interview mit der Zeitung sagte die Ministerin, die Lage sei ernst.",
        "der Zeitung",
    ),
    ("Die Männer wurden aufgefordert, die Stadt zu verlassen.", "Die Männer"),
    ("Der Präsident hatte Conte gebeten, im Amt zu bleiben.", "Conte"),
    ("Das Land, sagte Merkel gegenüber der Agentur, brauche Zeit.", "der Agentur"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_addressees(text: str, addressee: str) -> None:
    assert words(text, only(text, "indirect").addressee_spans) == [addressee]


def test_times_and_genitives_are_no_addressees() -> None:
    for text in (
        "Der Sprecher der Hamas sagte, Israel habe ein Krankenhaus beschossen.",
        "Der Sender hatte letzten September berichtet, die Armee ziehe ab.",
    ):
        assert only(text, "indirect").addressee_spans == ()


def test_a_name_behind_a_title_belongs_to_it() -> None:
    text = "„Wir haben gewonnen“, sagte Präsident Selenskyj."
    assert words(text, only(text, "direct").speaker_spans) == ["Präsident Selenskyj"]


def test_what_is_confirmed_is_not_who_confirms() -> None:
    text = "Die Straße nach Norden ist gesperrt. Dies bestätigte ein Sprecher der Armee am Mittag."
    assert words(text, only(text).speaker_spans) == ["ein Sprecher der Armee"]


HEARSAY = [
    ("Die Regierung will davon nichts gewusst haben.", ["Die Regierung"]),
    ("Der Fahrer soll Gelder veruntreut und Akten gefälscht haben.", []),
    ("Bei den Tätern soll es sich um Söldner handeln.", []),
]


@pytest.mark.parametrize(("text", "speaker"), HEARSAY)
def test_hearsay(text: str, speaker: list[str]) -> None:
    statement = only(text, "free_indirect")
    assert words(text, statement.quote) == [text]
    assert words(text, statement.speaker_spans) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die Truppen sollen bis Juni abziehen.",
        "Die Bundesregierung will mehr Geld geben.",
        "Der Schneesturm führte dazu, dass viele Flüge ausfielen.",
    ],
)
def test_plans_and_effects_are_nobodys_words(text: str) -> None:
    assert read(text).statements == ()


def test_a_told_act_in_konjunktiv_is_the_speakers_free_words() -> None:
    text = (
        "Der Präsident habe lange mit dem Gesandten gesprochen, teilte sein Sprecher mit. "
        "Der Gesandte habe neue Verhandlungen angeboten."
    )
    free = only(text, "indirect_free_indirect")
    assert words(text, free.quote) == ["Der Gesandte habe neue Verhandlungen angeboten."]
    assert words(text, free.speaker_spans) == ["sein Sprecher"]


def test_own_figures_are_those_of_the_subject() -> None:
    text = "Die Rebellen haben nach eigenen Angaben die Stadt eingenommen."
    at = Span(text.index("Rebellen"), text.index("Rebellen") + len("Rebellen"))
    [statement] = read(text, (Mention(at, "group:rebellen", "name", "test", at),)).statements
    assert statement.speaker == "group:rebellen"


def test_the_figures_of_a_state_are_the_states() -> None:
    text = "Nach russischen Angaben wurden zehn Soldaten getötet."
    reading = read(text)
    assert [s.speaker for s in reading.statements] == [None]
    reading = read(text)
    reading.actors = (Actor("state:RUS", "Russland", "state", "RUS"),)
    reading.__dict__.pop("actor_of", None)
    assert [s.speaker for s in find_statements(reading)] == ["state:RUS"]


def test_a_headline_with_a_name_and_a_colon() -> None:
    text = "Lawrow: Keine Einigung mit den USA\n\nDie Gespräche dauern an."
    statement = only(text, "indirect")
    assert words(text, statement.quote) == ["Keine Einigung mit den USA"]
    assert words(text, statement.speaker_spans) == ["Lawrow"]


def test_a_place_before_the_colon_of_a_headline_says_nothing() -> None:
    text = "Ukraine: Raketen treffen Hafen von Odessa\n\nDer Hafen wurde schwer beschädigt."
    assert read(text).statements == ()


def test_labels_of_question_and_answer_name_nobody() -> None:
    text = (
        "Frage: Wann kommt die Einigung?\n\nAntwort: Das hängt von Ankara ab.\n\n"
        "Frage: Und von Athen?\n\nAntwort: Auch von Athen."
    )
    turns = [s for s in read(text).statements if s.why == "turn"]
    assert len(turns) == 4
    assert all(s.speaker is None and not s.speaker_spans for s in turns)


def test_words_within_words_are_those_of_the_inner_speaker() -> None:
    text = "Der Sprecher sagte, der Minister habe erklärt: „Ich trete nicht zurück.“"
    inner = only(text, "direct")
    assert inner.nested
    assert words(text, inner.speaker_spans) == ["der Minister"]
    assert words(text, only(text, "indirect").speaker_spans) == ["Der Sprecher"]


def test_what_is_introduced_before_the_colon_is_no_content() -> None:
    text = (
        "Dabei geht es vor allem um Entlastung: „Wir können nicht alles tun“, sagte der Minister."
    )
    assert words(text, only(text).quote) == ["„Wir können nicht alles tun“"]
    assert words(text, only(text).speaker_spans) == ["der Minister"]


def test_talks_are_no_content_and_meetings_are_nobody() -> None:
    text = "Kerry sprach zunächst mit Lawrow, danach wurden die Gespräche fortgesetzt."
    assert [s for s in read(text).statements if s.kind == "indirect"] == []
    text = "„Wir bleiben dabei“, sagte der Minister vor dem Treffen mit den Gesandten."
    assert only(text, "direct").addressee_spans == ()


def test_the_adjective_of_a_state_is_not_who_speaks() -> None:
    text = "Der russische Experte Lukjanow sagte, die Lage sei ernst."
    at = Span(text.index("russische"), text.index("russische") + len("russische"))
    [statement] = read(text, (Mention(at, "state:RUS", "name", "test", at),)).statements
    assert statement.speaker is None


def test_the_determiner_tells_subject_from_object() -> None:
    text = "Ihren Widersacher Jeremy Corbyn forderte May auf, über einen Rücktritt nachzudenken."
    statement = only(text, "indirect")
    assert words(text, statement.speaker_spans) == ["May"]
    assert words(text, statement.addressee_spans) == ["Ihren Widersacher Jeremy Corbyn"]


def test_who_is_accused_does_not_speak() -> None:
    text = "Dem Berater wird vorgeworfen, den Putsch verantwortet zu haben."
    statement = only(text, "indirect")
    assert statement.speaker_spans == ()
    assert words(text, statement.addressee_spans) == ["Dem Berater"]
