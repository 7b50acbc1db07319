"""Places: found, disambiguated, and kept apart from actors; the sentences are our own."""

from dataclasses import replace

import pytest

from lagebild.findings.finding import Actor, Mention, Place
from lagebild.findings.places import find_places
from lagebild.findings.places.gazetteer import gazetteer
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Analysis, Sentence
from lagebild.spans import Span
from tests.findings.test_dates import KNOWLEDGE, reading

KNOWN = KNOWLEDGE.view(gazetteer)


def named(desk: Reading, *names: str) -> Reading:
    """Return the desk with exactly these words taken for place names, whatever the model says."""
    text = desk.article.text
    spans = [Span(at, at + len(name)) for name in names if (at := text.find(name)) >= 0]
    sentences = []
    for sentence in desk.analysis.sentences:
        tokens = tuple(
            replace(t, name="B-LOC" if any(s.start == t.span.start for s in spans)
                    else "I-LOC" if any(s.covers(t.span) for s in spans) else "O")
            for t in sentence.tokens
        )  # fmt: skip
        sentences.append(Sentence(sentence.span, tokens))
    desk.analysis = Analysis(text, tuple(sentences))
    return desk


def places(text: str, *names: str) -> tuple[Place, ...]:
    return find_places(named(reading(text), *names))


@pytest.mark.parametrize(
    ("words", "country", "latitude"),
    [
        ("Moskau", "RUS", 55.8),
        ("Aleppos", "SYR", 36.2),
        ("Kiew", "UKR", 50.5),
        ("Rom", "ITA", 41.9),
        ("Islamabad", "PAK", 33.7),
        ("Ost-Aleppo", "SYR", 36.2),
        ("Krim", "UKR", 45.3),
        ("Vereinigten Staaten", "USA", 38),
        ("Nordsyrien", "SYR", 36.3),
    ],
)
def test_german_names_are_known(words: str, country: str, latitude: float) -> None:
    spot = KNOWN.best(words, {})
    assert spot is not None
    assert spot.country == country
    assert spot.latitude == pytest.approx(latitude, abs=1)


def test_the_articles_countries_decide_between_namesakes() -> None:
    paris = KNOWN.best("Tripolis", {"GRC": 9})
    assert paris is not None
    libya, lebanon = KNOWN.best("Tripoli", {"LBY": 3}), KNOWN.best("Tripoli", {"LBN": 5})
    assert libya is not None
    assert lebanon is not None
    assert (libya.country, lebanon.country) == ("LBY", "LBN")


def test_a_place_has_its_name_as_written_without_genitive() -> None:
    (place,) = places("Die Kämpfe im Osten Aleppos dauern an.", "Aleppos")
    assert (place.name, place.country, place.geonames) == ("Aleppo", "SYR", 170063)


def test_an_unknown_name_behind_in_is_a_place_without_coordinates() -> None:
    found = places("Die Minister trafen sich in Xarvenberg.", "Xarvenberg")
    assert [(p.country, p.latitude, p.geonames) for p in found] in ([], [(None, None, None)])


def with_mention(text: str, word: str, form: str) -> Reading:
    desk = named(reading(text), word)
    start = text.index(word)
    desk.actors = (Actor("state:RUS", "Russland", "state", "RUS"),)
    desk.mentions = (Mention(Span(start, start + len(word)), "state:RUS", form, "test"),)  # type: ignore[arg-type]
    return desk


def test_a_metonym_is_no_place() -> None:
    assert find_places(with_mention("Moskau lehnt den Plan ab.", "Moskau", "metonym")) == ()


def test_a_state_is_a_place_only_behind_a_preposition() -> None:
    assert find_places(with_mention("Russland lehnt ab.", "Russland", "name")) == ()
    (place,) = find_places(with_mention("Er reiste nach Russland.", "Russland", "name"))
    assert (place.country, place.why) == ("RUS", "name, country")


def test_a_name_of_several_words_is_one_place() -> None:
    (place,) = places("Der Prozess in Den Haag beginnt.", "Den")
    assert place.span == Span(15, 23)
    assert place.country == "NLD"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Odessa", "UKR"), ("Bethlehem", "PSE"), ("Valencia", "ESP"), ("Marburg", "DEU"),
        ("Aschkelon", "ISR"), ("El Fascher", "SDN"), ("Kischinau", "MDA"), ("Tais", "YEM"),
        ("Prischtina", "XKX"), ("Stepanakert", "AZE"), ("Laschkar Gah", "AFG"), ("Bali", "IDN"),
    ],
)  # fmt: skip
def test_what_german_means_by_a_name_outweighs_larger_namesakes(name: str, country: str) -> None:
    spot = KNOWN.best(name, {})
    assert spot is not None
    assert (spot.country, spot.latitude is not None) == (country, True)


def test_the_articles_country_still_outweighs_what_german_means() -> None:
    texas = KNOWN.best("Odessa", {"USA": 5})
    venezuela = KNOWN.best("Valencia", {"VEN": 5})
    assert texas is not None
    assert venezuela is not None
    assert venezuela.country == "VEN"


def test_a_foreign_spelling_is_a_town_only_near_its_own_country() -> None:
    assert KNOWN.best("Roma", {"HUN": 4}) is None
    town = KNOWN.best("Roma", {"ITA": 1})
    assert town is not None
    assert town.country == "ITA"
    munich = KNOWN.best("München", {})
    assert munich is not None
    assert munich.country == "DEU"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie wohnt im Dorf Adeta.", ["Adeta"]),
        ("Der Brand brach in der Nähe der Ortschaft Kunja aus.", ["Kunja"]),
        ("Im Osten Togos regnete es.", ["Togo"]),
        ("In der togoischen Hauptstadt regnete es.", ["Lomé"]),
        ("In der Hauptstadt Togos regnete es.", ["Lomé"]),
        ("Die togoische Hauptstadt wächst.", []),
    ],
)
def test_places_by_their_kind(text: str, expected: list[str]) -> None:
    assert [place.name for place in find_places(reading(text, parsed=True))] == expected
