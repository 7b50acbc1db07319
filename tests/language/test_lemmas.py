import pytest

from lagebild.language.lemmas import lemmatise
from lagebild.language.words import Word


def lemma(form: str, upos: str, xpos: str = "", feats: str = "") -> str:
    return lemmatise([Word(form, upos, xpos, feats, -1, "root")])[0].lemma


@pytest.mark.parametrize(
    ("form", "xpos", "expected"),
    [
        ("geführten", "ADJA", "geführt"),
        ("angekündigte", "ADJA", "angekündigt"),
        ("größten", "ADJA", "groß"),
        ("hohe", "ADJA", "hoch"),
        ("Neue", "ADJA", "neu"),
        ("Berliner", "ADJA", "Berliner"),
        ("geschlossen", "ADJD", "geschlossen"),
        ("US-geführten", "ADJA", "us-geführt"),
    ],
)
def test_adjectives(form: str, xpos: str, expected: str) -> None:
    assert lemma(form, "ADJ", xpos).lower() == expected.lower()


@pytest.mark.parametrize(
    ("form", "feats", "expected"),
    [
        ("Gesprächen", "Number=Plur", "Gespräch"),
        ("Außenministers", "Gender=Masc|Number=Sing", "Außenminister"),
        ("Friedensgipfeln", "Number=Plur", "Friedensgipfel"),
        ("US-Soldaten", "Number=Plur", "US-Soldat"),
        ("Abgeordneten", "Number=Plur", "Abgeordneter"),
        ("Parteivorsitzende", "Gender=Fem|Number=Sing", "Parteivorsitzende"),
        ("Parteivorsitzenden", "Gender=Masc|Number=Sing", "Parteivorsitzender"),
        ("Treffen", "Gender=Neut|Number=Sing", "Treffen"),
        ("Verhandelnden", "Number=Plur", "Verhandelnder"),
        ("Umgesiedelten", "Number=Plur", "Umgesiedelter"),
        ("Ausgewiesene", "Gender=Fem|Number=Sing", "Ausgewiesene"),
        ("Nominierten", "Number=Plur", "Nominierter"),
        ("Legenden", "Number=Plur", "Legende"),
        ("Varianten", "Number=Plur", "Variante"),
        ("Seiten", "Number=Plur", "Seite"),
        ("Beschusses", "", "Beschuss"),
        ("Straßen", "", "Straße"),
        ("Geräten", "Number=Plur", "Gerät"),
        ("REGIERUNG", "", "Regierung"),
        ("NATO", "", "NATO"),
    ],
)
def test_nouns(form: str, feats: str, expected: str) -> None:
    assert lemma(form, "NOUN", "NN", feats) == expected


@pytest.mark.parametrize(
    ("form", "feats", "expected"),
    [
        ("Putins", "Case=Gen", "Putin"),
        ("Putin's", "", "Putin"),
        ("Assads", "Case=Gen", "Assad"),
        ("Hans'", "Case=Gen", "Hans"),
        ("Hans", "Case=Nom", "Hans"),
        ("Paris", "Case=Gen", "Paris"),
        ("Schulz", "Case=Gen", "Schulz"),
        ("Reuters", "", "Reuters"),
        ("MOSKAU", "", "Moskau"),
        ("dpa", "", "dpa"),
    ],
)
def test_names(form: str, feats: str, expected: str) -> None:
    assert lemma(form, "PROPN", "NE", feats) == expected


def test_name_before_its_noun_is_a_genitive() -> None:
    words = [
        Word("Kosykins", "PROPN", "NE", "", 1, "nmod"),
        Word("Rede", "NOUN", "NN", "", -1, "root"),
    ]
    assert lemmatise(words)[0].lemma == "Kosykin"


@pytest.mark.parametrize(("name", "expected"), [("Söders", "Söder"), ("Fabius", "Fabius")])
def test_name_behind_its_noun_is_a_genitive_where_its_s_follows_a_consonant(
    name: str, expected: str
) -> None:
    words = [
        Word("Minister", "NOUN", "NN", "", -1, "root"),
        Word(name, "PROPN", "NE", "Case=Nom", 0, "nmod"),
    ]
    assert lemmatise(words)[1].lemma == expected


def test_names_of_peoples() -> None:
    assert lemma("Franzosen", "PROPN", "NE", "Number=Plur") == "Franzose"
    assert lemma("Philippinen", "PROPN", "NE", "Number=Plur") == "Philippinen"
    assert lemma("Deutschen", "PROPN", "ADJA", "Number=Plur") == "Deutscher"


def test_separated_particle_joins_the_verb() -> None:
    words = [
        Word("bietet", "VERB", "VVFIN", "VerbForm=Fin", -1, "root"),
        Word("Hilfe", "NOUN", "NN", "", 0, "obj"),
        Word("an", "ADP", "PTKVZ", "", 0, "compound:prt"),
    ]
    assert [w.lemma for w in lemmatise(words)] == ["anbieten", "Hilfe", "an"]


def test_sein_takes_no_particle() -> None:
    words = [
        Word("ist", "AUX", "VAFIN", "VerbForm=Fin", -1, "root"),
        Word("da", "ADP", "PTKVZ", "", 0, "compound:prt"),
    ]
    assert lemmatise(words)[0].lemma == "sein"


def test_small_words() -> None:
    assert lemma("Diesen", "DET", "PDAT") == "dieser"
    assert lemma("ihn", "PRON", "PPER") == "er"
    assert lemma("Zum", "ADP", "APPRART") == "zu"
    assert lemma("Millionen", "NUM", "NN") == "Million"
    assert lemma("„", "PUNCT", "$(") == "„"


def test_polite_pronoun() -> None:
    words = [
        Word("Kommen", "VERB", "VVFIN", "", -1, "root"),
        Word("Sie", "PRON", "PPER", "", 0, "nsubj"),
    ]
    assert lemmatise(words)[1].lemma == "Sie"
    assert lemma("Sie", "PRON", "PPER") == "sie"


def test_odd_input() -> None:
    for form in ("", "\x00", "\ud800", "-", "'s", "😀", "a" * 10_000):
        for upos in ("NOUN", "PROPN", "VERB", "ADJ", "DET", "X"):
            assert isinstance(lemma(form, upos), str)
