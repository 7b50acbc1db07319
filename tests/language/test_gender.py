"""Gender of nouns by table, ending and last part, and what agrees with them."""

import pytest

from lagebild.language.gender import genders, mend_gender
from lagebild.language.words import Word


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        ("Problem", "Neut"),
        ("Kind", "Neut"),
        ("Sanktionspaket", "Neut"),
        ("Kriegsende", "Neut"),
        ("Legende", "Fem"),
        ("Drohung", "Fem"),
        ("Vorsprung", "Masc"),
        ("Beschluß", "Masc"),
        ("EU-Gipfel", "Masc"),
        ("Rheinland", "Neut"),
        ("Einlenken", "Neut"),
        ("Rahmen", "Masc"),
        ("Präsident", "Masc"),
        ("Argument", "Neut"),
        ("Haftpflicht", "Fem"),
        ("Erlaubnis", "Fem"),
        ("Ergebnis", "Neut"),
        ("Gegenmaßnahme", "Fem"),
        ("Geldstrafe", "Fem"),
        ("Verstoß", "Masc"),
    ],
)
def test_gender(noun: str, gender: str) -> None:
    assert genders(noun) == (gender,)


@pytest.mark.parametrize(
    "noun", ["", "x", "Xyz", "-", "Band", "Leute", "Landsleute", "Luftangriffe"]
)
def test_unknown_or_open(noun: str) -> None:
    assert len(genders(noun)) != 1


def phrase(article: str, noun: str, feats: str, lemma: str = "") -> list[str]:
    """Mend an article, an adjective and a noun that the network took for feminine."""
    feats = f"Case=Nom|Gender=Fem|Number={feats}"
    words = [
        Word(article, "DET", "ART", feats, 2, "det"),
        Word("neue", "ADJ", "ADJA", feats, 2, "amod"),
        Word(noun, "NOUN", "NN", feats, -1, "root", lemma=lemma or noun),
    ]
    mend_gender(words)
    return [word.feats.split("|")[1].removeprefix("Gender=") for word in words]


def test_article_and_adjective_agree_with_their_noun() -> None:
    assert phrase("Das", "Parlament", "Sing") == ["Neut"] * 3
    assert phrase("dem", "Rat", "Sing") == ["Masc"] * 3
    assert phrase("die", "Parlamente", "Plur", "Parlament") == ["Neut"] * 3


def test_an_article_that_contradicts_is_believed() -> None:
    assert phrase("die", "Parlament", "Sing") == ["Fem"] * 3


def test_the_article_chooses_between_several_genders() -> None:
    assert phrase("das", "Band", "Sing") == ["Neut"] * 3
    assert phrase("den", "See", "Sing") == ["Masc"] * 3
    assert phrase("die", "See", "Sing") == ["Fem"] * 3


def test_nouns_inflected_like_adjectives_keep_what_the_network_says() -> None:
    assert phrase("die", "Abgeordneten", "Sing", "Abgeordneter") == ["Fem"] * 3


def test_words_without_gender_keep_none() -> None:
    word = Word("Problem", "NOUN", "NN", "", -1, "root", lemma="Problem")
    mend_gender([word])
    assert word.feats == ""


def test_gender_of_the_owner_is_another_matter() -> None:
    words = [
        Word("Ihr", "DET", "PPOSAT", "Gender=Fem|Gender[psor]=Fem|Number=Sing", 1, "det:poss"),
        Word("Problem", "NOUN", "NN", "Gender=Masc|Number=Sing", -1, "root", lemma="Problem"),
    ]
    mend_gender(words)
    assert words[0].feats == "Gender=Neut|Gender[psor]=Fem|Number=Sing"


def test_a_feminine_noun_without_ending_is_singular_and_one_with_it_plural() -> None:
    feats = "Case=Nom|Gender=Fem|Number="
    words = [
        Word("die", "DET", "ART", feats + "Plur", 1, "det"),
        Word("Armee", "NOUN", "NN", feats + "Plur", 2, "nsubj", lemma="Armee"),
        Word("stürmt", "VERB", "VVFIN", "Number=Sing", -1, "root", lemma="stürmen"),
        Word("Stellungen", "NOUN", "NN", feats + "Sing", 2, "obj", lemma="Stellung"),
    ]
    mend_gender(words)
    assert [w.feats[-4:] for w in words] == ["Sing", "Sing", "Sing", "Plur"]
