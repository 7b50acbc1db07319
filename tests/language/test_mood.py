import pytest

from lagebild.language.mood import FIRST, SECOND, konjunktiv, mend_mood
from lagebild.language.words import Word

INDICATIVE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    "form",
    ["sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "komme", "gebe",
     "stehe", "unterstütze", "biete", "fordere", "verhandle", "zurückkomme", "führe"],
)  # fmt: skip
def test_konjunktiv_one(form: str) -> None:
    assert konjunktiv(form) == FIRST


@pytest.mark.parametrize(
    "form",
    [
        "wäre",
        "hätten",
        "würden",
        "könnte",
        "müßte",
        "käme",
        "gäben",
        "ließe",
        "bestünde",
        "bräuchten",
    ],
)
def test_konjunktiv_two(form: str) -> None:
    assert konjunktiv(form) == SECOND


@pytest.mark.parametrize(
    "form",
    ["sagte", "wollte", "konnte", "wurde", "hatte", "brachte", "gingen", "haben", "ist", "geht"],
)
def test_other_forms(form: str) -> None:
    assert konjunktiv(form) is None


def mended(*words: Word) -> str:
    mend_mood(list(words))
    return words[0].feats


def test_indicative_reading_is_mended() -> None:
    verb = Word("komme", "VERB", "VVFIN", INDICATIVE, -1, "root")
    subject = Word("er", "PRON", "PPER", "Person=3", 0, "nsubj")
    assert mended(verb, subject) == "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def test_first_person_stays() -> None:
    feats = INDICATIVE.replace("Person=3", "Person=1")
    verb = Word("komme", "VERB", "VVFIN", feats, -1, "root")
    subject = Word("ich", "PRON", "PPER", "Person=1", 0, "nsubj")
    assert mended(verb, subject) == feats
    assert mended(Word("Komme", "VERB", "VVFIN", feats, -1, "root")) == feats


def test_first_person_beside_an_auxiliary() -> None:
    aux = Word("habe", "AUX", "VAFIN", INDICATIVE, 1, "aux")
    verb = Word("gesagt", "VERB", "VVPP", "", -1, "root")
    ich = Word("ich", "PRON", "PPER", "", 1, "nsubj")
    er = Word("er", "PRON", "PPER", "", 1, "nsubj")
    assert "Mood=Ind" in mended(aux, verb, ich)
    assert "Mood=Sub" in mended(aux, verb, er)


def test_impossible_konjunktiv_is_mended() -> None:
    feats = INDICATIVE.replace("Ind", "Sub")
    assert "Mood=Ind" in mended(Word("kommt", "VERB", "VVFIN", feats, -1, "root"))
    assert "Mood=Sub" in mended(Word("sagte", "VERB", "VVFIN", feats, -1, "root"))


def test_other_words_are_left_alone() -> None:
    assert mended(Word("Wäre", "NOUN", "NN", "Case=Nom", -1, "root")) == "Case=Nom"


@pytest.mark.parametrize("form", ["empfing", "trat", "tauchte", "arbeiteten", "übernahmen"])
def test_a_past_is_no_present(form: str) -> None:
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    assert "Tense=Past" in mended(Word(form, "VERB", "VVFIN", feats, -1, "root"))


@pytest.mark.parametrize("form", ["raste", "warte", "leisten", "gefällt", "rettet", "läuft"])
def test_what_may_be_present_stays(form: str) -> None:
    feats = "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"
    assert "Tense=Past" not in mended(Word(form, "VERB", "VVFIN", feats, -1, "root"))
