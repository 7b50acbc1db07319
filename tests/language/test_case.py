"""Case of noun phrases: what preposition, article and ending allow, and what most words say."""

import pytest

from lagebild.language.articles import governed, readings, strong
from lagebild.language.case import mend_case
from lagebild.language.words import Word


def cases(*words: tuple[str, str, str], feats: str, deprel: str = "obl") -> list[str]:
    """Mend a phrase; each word with its relation to the last one and the case it was given."""
    kinds = {"det": ("DET", "ART"), "amod": ("ADJ", "ADJA"), "case": ("ADP", "APPR")}
    head = len(words) - 1
    phrase = [
        Word(form, *kinds.get(relation, ("NOUN", "NN")), f"Case={case}|{feats}" if case else "",
             head if relation else -1, relation or deprel)
        for form, relation, case in words
    ]  # fmt: skip
    mend_case(phrase)
    return [word.feats[5:8] for word in phrase if word.feats]


def test_a_preposition_governs() -> None:
    masculine = "Gender=Masc|Number=Sing"
    assert cases(("für", "case", ""), ("Frieden", "", "Dat"), feats=masculine) == ["Acc"]
    assert cases(("mit", "case", ""), ("Nachdruck", "", "Acc"), feats=masculine) == ["Dat"]


def test_the_article_decides_between_two_cases_of_a_preposition() -> None:
    words = [("in", "case", ""), ("die", "det", "Acc"), ("Stadt", "", "Dat")]
    assert cases(*words, feats="Gender=Fem|Number=Sing") == ["Acc", "Acc"]


def test_a_contraction_is_a_dative() -> None:
    assert readings("im") == {("Dat", "Masc"), ("Dat", "Neut")}
    assert readings("ins") == {("Acc", "Neut")}


def test_feminine_article_that_the_network_took_for_a_nominative() -> None:
    words = [("der", "det", "Nom"), ("Aufforderung", "", "Nom")]
    feminine = "Gender=Fem|Number=Sing"
    assert cases(*words, feats=feminine, deprel="obl:arg") == ["Dat", "Dat"]
    assert cases(*words, feats=feminine, deprel="nmod") == ["Gen", "Gen"]


def test_plural_without_n_is_no_dative() -> None:
    words = [("große", "amod", "Acc"), ("Angriffe", "", "Dat")]
    assert cases(*words, feats="Gender=Masc|Number=Plur") == ["Acc", "Acc"]


def test_singular_without_s_is_no_genitive() -> None:
    words = [("neues", "amod", "Gen"), ("Abkommen", "", "Nom")]
    assert cases(*words, feats="Gender=Neut|Number=Sing") == ["Nom", "Nom"]


def test_an_article_is_believed_before_a_preposition_that_hangs_wrongly() -> None:
    words = [("für", "case", ""), ("des", "det", "Gen"), ("Krieges", "", "Gen")]
    assert cases(*words, feats="Gender=Masc|Number=Sing") == ["Gen", "Gen"]


def test_a_noun_alone_stays_as_it_is() -> None:
    assert cases(("Frieden", "", "Dat"), feats="Gender=Masc|Number=Sing") == ["Dat"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("dem", {"Dat"}),
        ("Des", {"Gen"}),
        ("keinem", {"Dat"}),
        ("einen", {"Acc"}),
        ("ihrer", {"Gen", "Dat"}),
        ("Haus", set()),
        ("", set()),
    ],
)
def test_cases_of_articles(form: str, expected: set[str]) -> None:
    assert {case for case, gender in readings(form) if gender != "Plur"} == expected


def test_adjectives_without_article_have_its_ending() -> None:
    assert {case for case, _ in strong("großem")} == {"Dat"}
    assert strong("rosa") == frozenset()


def test_unknown_prepositions_govern_nothing() -> None:
    assert governed("als") == ()
    assert governed("Wegen") == ("Gen", "Dat")
