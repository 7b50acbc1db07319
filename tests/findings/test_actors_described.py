"""Persons taken up by nouns, surnames and pronouns; the sentences are our own."""

import pytest

from tests.findings.test_actors import found, keys


def test_the_one_woman_is_described_anew_among_men() -> None:
    text = "Hanna Musterow traf Jan Musterer. Die Abgeordnete dankte ihm. Die Frau lachte."
    tied = keys(text)
    assert tied["Abgeordnete"] == tied["Frau"] == "person:hanna-musterow"


def test_his_wife_is_somebody_else() -> None:
    tied = keys("Hanna Musterow traf Jan Musterer. Seine Frau war krank.")
    assert tied.get("Frau") != "person:hanna-musterow"


def test_of_namesakes_the_one_named_most_is_called_by_the_surname() -> None:
    text = (
        "Anton Bergmann ist tot. Anton Bergmann starb in Paris. Ella Bergmann, die Witwe, klagt. "
        "Die Ärzte hatten Bergmann behandelt."
    )
    assert keys(text)["Bergmann"] == "person:anton-bergmann"


def test_two_titles_of_one_person() -> None:
    text = "Eine Aussage der Senatorin und früheren Bürgermeisterin Hanna Musterow liegt vor."
    assert set(keys(text).values()) == {"person:hanna-musterow"}


POSTS = [
    "Das Amt des Bundeskanzlers ist begehrt.",
    "Er bewarb sich um den Posten des Generalsekretärs der SPD.",
]


@pytest.mark.parametrize("text", POSTS)
def test_a_post_is_nobody(text: str) -> None:
    assert not [a for a in found(text)[0] if a.startswith(("person:", "office:"))]


def test_whoever_does_something_is_nobody() -> None:
    text = "Jan Musterer sprach. Wer klagt, obwohl er gewinnt, handelt falsch."
    assert [m.span.of(text) for m in found(text)[1] if m.form == "pronoun"] == []


def test_a_headline_says_who_was_elected() -> None:
    text = "Jan Musterer zum Spitzenkandidaten gewählt. Auch die CDU mit dem Kandidaten Uwe Wirt."
    assert keys(text)["Spitzenkandidaten"] == "person:jan-musterer"


def test_a_bracket_stands_between_title_and_name() -> None:
    text = "Den Vorsitzenden der Linkspartei (Parti de Test), Jan Musterer, kennt jeder."
    assert keys(text)["Jan Musterer"] == "person:jan-musterer"
    assert "person:klaus-ernst" not in keys(text, "2011-01-10").values()


def test_the_agent_does_not_say_whose_the_children_are() -> None:
    actors, _ = found("Die Kinder wurden von einer RAF-Terroristin unterrichtet.")
    assert "org:raf" not in {key.split(":kinder")[0].removeprefix("group:") for key in actors}


def test_a_headline_means_whom_the_text_names_below() -> None:
    text = "SPD-Abgeordnete tritt zurück\n\nHanna Musterow (SPD) gab am Montag ihr Mandat ab."
    assert keys(text)["SPD-Abgeordnete"] == "person:hanna-musterow"


def test_a_headline_does_not_mean_somebody_of_another_party() -> None:
    text = "SPD-Abgeordnete tritt zurück\n\nHanna Musterow (CDU) begrüßte das am Montag."
    assert keys(text).get("SPD-Abgeordnete") != "person:hanna-musterow"


@pytest.mark.parametrize(
    "text",
    [
        "Karl Nowak schwieg, als Hans Kern sprach. Am Abend kritisierte er die Regierung.",
        "Karl Nowak teilte mit, dass Hans Kern krank sei. Später kritisierte er die Regierung.",
    ],
)
def test_a_pronoun_goes_on_from_the_main_clause(text: str) -> None:
    assert keys(text)["er"] == "person:karl-nowak"
