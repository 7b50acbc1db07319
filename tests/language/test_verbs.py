import pytest

from lagebild.language.verbs import (
    FINITE,
    INFINITIVE,
    PARTICIPLE,
    infinitive,
    is_strong_participle,
)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("bietet", "bieten"),
        ("angehört", "angehören"),
        ("gehörte", "gehören"),
        ("gelten", "gelten"),
        ("bot", "bieten"),
        ("kündigte", "kündigen"),
        ("verhandelt", "verhandeln"),
        ("verhandle", "verhandeln"),
        ("fordere", "fordern"),
        ("arbeitete", "arbeiten"),
        ("stünden", "stehen"),
        ("ließe", "lassen"),
        ("läßt", "lassen"),
        ("müsse", "müssen"),
        ("müßte", "müssen"),
        ("könne", "können"),
        ("hätte", "haben"),
        ("habe", "haben"),
        ("sei", "sein"),
        ("seien", "sein"),
        ("wäre", "sein"),
        ("werde", "werden"),
        ("wird", "werden"),
        ("weiß", "wissen"),
        ("führe", "führen"),
        ("zusammentrafen", "zusammentreffen"),
        ("überzeugt", "überzeugen"),
        ("twittert", "twittern"),
        ("bombardierte", "bombardieren"),
    ],
)
def test_finite(form: str, lemma: str) -> None:
    assert infinitive(form, FINITE) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("zugesichert", "zusichern"),
        ("angekündigt", "ankündigen"),
        ("entschieden", "entscheiden"),
        ("anerkannt", "anerkennen"),
        ("missverstanden", "missverstehen"),
        ("vorverlegt", "vorverlegen"),
        ("abgezogen", "abziehen"),
        ("evakuiert", "evakuieren"),
        ("zerstört", "zerstören"),
        ("gewesen", "sein"),
        ("worden", "werden"),
        ("gemusst", "müssen"),
        ("gefaßt", "fassen"),
        ("gewährt", "gewähren"),
        ("gestattet", "gestatten"),
        ("ausgestattet", "ausstatten"),
        ("zugestanden", "zugestehen"),
        ("abberufen", "abberufen"),
        ("gestanden", "stehen"),
    ],
)
def test_participles(form: str, lemma: str) -> None:
    assert infinitive(form, PARTICIPLE) == lemma


def test_infinitives() -> None:
    assert infinitive("anzubieten", INFINITIVE) == "anbieten"
    assert infinitive("zu", INFINITIVE) == "zu"
    assert infinitive("verhandeln", INFINITIVE) == "verhandeln"


def test_unknown_forms_stay_plausible() -> None:
    assert infinitive("blorgte", FINITE) == "blorgen"
    assert infinitive("", FINITE) == ""


def test_strong_participles() -> None:
    assert is_strong_participle("übertrieben")
    assert is_strong_participle("geschlossen")
    assert not is_strong_participle("angekündigten")
