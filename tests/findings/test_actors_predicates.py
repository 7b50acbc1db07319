"""Titles that are said of somebody, names among nouns, longer names; the sentences are our own."""

from dataclasses import replace

import pytest

from lagebild.findings.actors import find_actors
from tests.findings.test_actors import found, keys
from tests.findings.test_dates import reading

SHULTZ = "George Testultz ist tot. 1982 berief ihn Ronald Reagan zum Außenminister."


def test_a_title_said_of_a_pronoun_belongs_to_whom_it_means() -> None:
    text = "Hanna Musterow gab auf. Sie war zehn Jahre lang Verteidigungsministerin."
    assert keys(text)["Verteidigungsministerin"] == "person:hanna-musterow"


def test_an_appointment_long_ago_is_not_the_minister_of_today() -> None:
    assert "person:antony-blinken" not in keys(SHULTZ, "2021-02-08").values()


def test_who_resigns_as_something_is_it() -> None:
    text = "Hanna Musterow tritt als Vorsitzende der Grünen zurück."
    assert keys(text)["Vorsitzende der Grünen"] == "person:hanna-musterow"


def test_a_noun_without_article_is_the_surname_of_the_article() -> None:
    text = (
        "Hans-Jürgen Papier warnte. In einem Beitrag schreibt Papier von Mängeln. Das Papier lag."
    )
    assert [m.span.of(text) for m in found(text)[1] if m.actor.startswith("person:")] == [
        "Hans-Jürgen Papier",
        "Papier",
    ]


@pytest.mark.parametrize("pronoun", ["Jede Ministerin", "Kein Minister"])
def test_nobody_in_particular_is_no_actor(pronoun: str) -> None:
    assert keys(f"{pronoun} braucht Ruhe.") == {}


def test_people_whose_name_ends_like_a_word_for_states() -> None:
    assert keys("Die Niederländer stimmten mit den Engländern ab.")["Niederländer"] == (
        "group:nld:people"
    )


def test_a_body_of_one_state_is_not_the_worldwide_one() -> None:
    actors, _ = found("Das ungarische Rote Kreuz half in den Dörfern Ungarns.")
    assert "org:ikrk" not in actors
    assert "HUN" in {a.country for a in actors.values() if a.kind == "organisation"}


def test_a_noun_takes_up_the_body_that_it_introduced() -> None:
    text = "Die Hilfsorganisation Oxfam zog ab. Es sei zu gefährlich, so die Hilfsorganisation."
    tied = keys(text)
    assert tied["Hilfsorganisation"] == tied["Hilfsorganisation Oxfam"]


def test_a_woman_has_the_feminine_form_of_her_role() -> None:
    actors, _ = found("Die Vorsitzende Ewa Testowska sprach.")
    assert [role.title for role in actors["person:ewa-testowska"].roles] == ["Vorsitzende"]


def test_unnamed_people_of_two_articles_are_two_people() -> None:
    one = reading("Ein Mann wurde festgenommen.", "2015-11-26")
    two = replace(one, article=replace(one.article, id="b" * 16))
    assert {a.key for a in find_actors(one)[0]}.isdisjoint(a.key for a in find_actors(two)[0])


def test_a_name_that_ends_in_s_behind_a_title_is_no_genitive() -> None:
    tied = keys("Polizeichef Calvin Testiams schwieg. Später sprach Testiams doch.")
    assert tied["Polizeichef Calvin Testiams"] == tied["Testiams"] == "person:calvin-testiams"


def test_two_surnames_side_by_side_are_two_persons() -> None:
    text = (
        "Mariano Rajoy traf José Luis Rodríguez Zapatero. Zapatero lächelte. "
        "Scharf kritisierte Rajoy Zapatero in der Debatte."
    )
    assert {a for a in found(text, "2008-02-27")[0] if a.startswith("person:")} == {
        "person:mariano-rajoy",
        "person:jose-luis-rodriguez-zapatero",
    }


def test_parties_of_another_state_are_not_meant() -> None:
    text = "Die Schweiz wählt. In der Schweiz verloren die Christdemokraten Sitze."
    assert "org:cdu" not in keys(text).values()


@pytest.mark.parametrize("thing", ["das BIP", "die B173"])
def test_measures_and_roads_are_nobody(thing: str) -> None:
    assert keys(f"Gestern wuchs {thing} in Sachsen.").keys() <= {"Sachsen"}
