"""Groups named anew by what they did or suffered, who does it in a passive; our own sentences."""

import pytest

from tests.findings.test_actors import found, keys
from tests.findings.test_dates import reading


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("In Quito protestierten 900 Hebammen. Die Demonstranten sangen.", "900 Hebammen",
         "Demonstranten"),
        ("Die Fluglotsen streiken. Die Streikenden fordern Lohn.", "Fluglotsen", "Streikenden"),
        ("Die Polizei nahm in Lima elf Studentinnen fest. Die Festgenommenen schwiegen.",
         "elf Studentinnen", "Festgenommenen"),
        ("Banditen haben in Ghana neun Lehrer verschleppt. Die Entführer drohten, die Geiseln zu "
         "erschießen.", "neun Lehrer", "Geiseln"),
        ("Bei Protesten der Bauern in Rom flogen Eier. Die Demonstranten warfen sie.", "Bauern",
         "Demonstranten"),
        ("In Oslo gingen 600 Menschen auf die Straße. Die Polizei sprach von 200 Demonstranten.",
         "600 Menschen", "200 Demonstranten"),
    ],
)  # fmt: skip
def test_a_noun_for_a_part_takes_up_who_had_it(text: str, one: str, other: str) -> None:
    actors = keys(text)
    assert actors[one] == actors[other]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("In Quito protestierten 900 Hebammen. Die Festgenommenen sangen.", "900 Hebammen",
         "Festgenommenen"),
        ("In Oslo zogen 600 Demonstranten umher. Drei Demonstranten wurden verletzt.",
         "600 Demonstranten", "Drei Demonstranten"),
        ("Mehrere Parteien klagten. Die Partei der Bauern schwieg.", "Parteien",
         "Partei der Bauern"),
        ("In Peru wurden 22 Soldaten der Armee getötet. Die Armee schwieg.",
         "22 Soldaten der Armee", "Armee"),
    ],
)  # fmt: skip
def test_other_groups_stay_apart(text: str, one: str, other: str) -> None:
    actors = keys(text)
    assert actors[one] != actors[other]


def test_who_does_it_in_a_passive_does_not_belong_to_the_subject() -> None:
    actors = keys("Danach wurden die Mönche von Polizisten geschlagen.")
    assert "Mönche" in actors
    assert "Polizisten" in actors
    assert "Anhänger von Mönchen" in keys("Danach wurden Anhänger von Mönchen geschlagen.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Anklage fordert drei Jahre Haft.", "Anklage"),
        ("Nach Polizeiangaben blieb es ruhig.", "Polizeiangaben"),
        ("Er richtete einen Appell an die Eltern.", "Eltern"),
        ("In Kiel wurde eine Person getötet.", "Person"),
        ("Von russischer Seite hieß es, man warte ab.", "russischer Seite"),
    ],
)
def test_nouns_for_those_who_act(text: str, words: str) -> None:
    assert words in keys(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Anklage lautet auf Mord.", "Anklage"),
        ("Sie wies die Anklage zurück.", "Anklage"),
        ("Die Verteidigung der Stadt begann.", "Verteidigung"),
        ("Die Seite hatte vier Bilder.", "Seite"),
        ("Auf der türkischen Seite der Grenze fiel ein Schuss.", "türkischen Seite der Grenze"),
    ],
)
def test_the_same_words_for_things(text: str, words: str) -> None:
    assert words not in keys(text)


def test_a_party_that_somebody_is_not_taken_for_is_not_taken_up() -> None:
    text = (
        "Die Partei „Die Ampel“ tagt in Kiel. Man hielt sie nicht für ernst, da sie nicht als "
        "Partei auftrat. Die Partei klagte."
    )
    assert set(found(text)[0]) >= {"party:deu:die-ampel"}
    assert "party:deu:partei" not in found(text)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Diese Botschaft sandte der Papst an die Welt.", "Botschaft"),
        ("Er überbrachte eine Botschaft des Friedens.", "Botschaft"),
        ("Die Botschaft lautet: Abzug.", "Botschaft"),
        ("Ein Nato-Staat lehnte das ab.", "Nato-Staat"),
        ("Ein Nato-Staat lehnte das ab.", "Nato"),
    ],
)
def test_messages_and_some_member_are_nobody(text: str, words: str) -> None:
    assert words not in keys(text)


def test_an_embassy_is_a_government_body() -> None:
    assert (
        keys("Die deutsche Botschaft warnte.")["deutsche Botschaft"] == "government:deu:botschaft"
    )
    assert "Botschaft" in keys("Die Botschaft in Kabul wurde angegriffen.")


def test_who_works_for_somebody_has_his_state() -> None:
    actors = found("Ein Sprecher von Putin widersprach.")[0]
    assert [actor.country for actor in actors.values()] == ["RUS", "RUS"]


def test_people_without_a_body_are_others_in_another_article() -> None:
    actors = keys("Kritiker lehnten das ab. Die Kurden lehnten auch ab.")
    assert actors["Kritiker"] == f"group:-:kritiker:{reading('').article.id}"
    assert actors["Kurden"] == "group:-:kurden"
    assert keys("Polens Bauern streiken.")["Polens Bauern"] == "group:pol:bauern"


def test_people_just_counted_are_taken_up() -> None:
    actors = keys("In Peru starben 22 Soldaten. Die Soldaten kamen aus Ica. Die Armee schwieg.")
    assert actors["Soldaten"] == actors["22 Soldaten"] != actors["Armee"]


def test_the_government_there_is_that_of_the_state_named_last() -> None:
    text = "Polen wählt. Polens Präsident reiste nach Mali. Er bat die dortige Regierung um Hilfe."
    assert keys(text)["dortige Regierung"] == "state:MLI"
