import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lagebild.language.sentences import split


def found(text: str) -> list[str]:
    return [text[tokens[0].start : tokens[-1].end] for tokens in split(text)]


def tokens(text: str) -> list[str]:
    return [text[a:b] for sentence in split(text) for a, b in sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das gilt z. B. für die Grenze im Osten.",
        "Sie trafen sich am 17. Februar in Minsk.",
        "Er tritt zum 3. Mal an.",
        "Im 20. Jahrhundert war das anders.",
        "Der 2. Artikel und der 3. Kanal blieben gleich.",
        "Am 3. 4. 2015 begann die Waffenruhe.",
        "Das steht in Nr. 3 und auf S. 12 des Papiers.",
        "Laut Art. 5 gilt Abs. 2 nicht.",
        "Dr. Ada Beispiel und Prof. Bert Muster kamen.",
        "George W. Bush und J. R. Miller sprachen.",
        "Elisabeth II. besuchte Papst Johannes XXIII. in Rom.",
        "Es kostet 3 Mio. Euro bzw. 4 Mrd. Dollar.",
        "Der franz. Minister sprach mit dem Franz. Verband.",
        "„Kommen Sie mit?“, fragte er.",
        "„Nein!“, rief sie.",
        "»Wer ist da?« wollte er wissen.",
        "Er rief „Halt!“ und lief davon.",
        "Er sagte: „Wir bleiben.“",
        "Der Vertrag […] Frankreich betreffend bleibt.",
        "Er kam (Endlich!) nach Hause.",
        "Die Firma Example.com wächst.",
        "Sie erwähnte Bündnis 90/Die Grünen und Die Linke.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert found(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Er kam.", "Sie ging."],
        ["Er wurde 17.", "Danach zog er um."],
        ["Das war 2015.", "Putin schwieg."],
        ["Sie bringt Brot, Käse usw.", "Er bringt Wein."],
        ["Er nahm Vitamin C.", "Das half."],
        ["Danach kam Franz.", "Er blieb."],
        ["„Wir sind bereit.", "Wir warten nur“, sagte sie."],
        ["„Das ist gut.“", "Dann ging er."],
        ["»Das ist ‚gut‘.«", "Dann ging er."],
        ['"Was?"', "Er staunte."],
        ["«Ja.»", "– «Nein.»"],
        ["Wirklich?!", "Ja..."],
        ["Er ging…", "Niemand folgte."],
        ["Das war alles. :-)", "Wir gehen heim."],
        ["(Er lachte.)", "Sie nicht."],
        ["Es war so!", "34 Staaten stimmten zu."],
        ["1. Die Truppen ziehen ab.", "2. Die Grenze bleibt."],
    ],
)
def test_several_sentences(sentences: list[str]) -> None:
    assert found(" ".join(sentences)) == sentences


def test_a_headline_in_running_text_ends_where_a_function_word_begins() -> None:
    assert found("Gipfel endet ohne Ergebnis Nach langen Gesprächen ging man heim.") == [
        "Gipfel endet ohne Ergebnis",
        "Nach langen Gesprächen ging man heim.",
    ]


def test_forgotten_space() -> None:
    assert found("Das Lager ist geräumt.Alle sind frei.") == [
        "Das Lager ist geräumt.",
        "Alle sind frei.",
    ]


def test_dateline() -> None:
    assert found("MoskauDie Stadt ist geräumt.") == ["Moskau", "Die Stadt ist geräumt."]
    text = "Kiew (dpa) - Die Lage bleibt nach Angaben der Regierung ruhig."
    assert found(text)[0] == "Kiew (dpa) -"
    text = "Sankt Nirgend (AFP/dpa) - Die Lage bleibt nach Angaben der Regierung ruhig."
    assert found(text)[0] == "Sankt Nirgend (AFP/dpa) -"
    assert len(found("Die Partei (SPD) - sie regiert seit vier Jahren in dem Land - verlor.")) == 1
    text = "Berlin/Paris – Die Minister wollen am Montag noch einmal beraten."
    assert found(text)[0] == "Berlin/Paris –"
    assert len(found("YouTube sperrt das Konto des Ministers wegen falscher Angaben.")) == 1
    assert len(found("Moskau - Kiew im Vergleich")) == 1


def test_abbreviations_and_genitives_keep_their_mark() -> None:
    assert tokens("Hans' Buch, S. 5, ist z. B. am 2. Mai da.")[:1] == ["Hans'"]
    assert {"S.", "z.", "B.", "2."} <= set(tokens("Auf S. 5, z. B. am 2. Mai."))
    assert tokens("‚Das Haus‘")[-1] == "‘"


def test_lists_in_chunks() -> None:
    assert len(list(split("Er kam. " * 100_000))) == 100_000


def test_a_sentence_of_5000_words() -> None:
    (only,) = split("und so " * 2500 + "weiter.")
    assert len(only) == 5002


@pytest.mark.parametrize("unit", ["A. ", "„", "'", "1. ", "z. B. ", "(", "s' ", ". „", '."'])
def test_time_grows_with_the_length_only(unit: str) -> None:
    times = []
    for length in (20_000, 160_000):
        began = time.process_time()
        assert sum(len(sentence) for sentence in split(unit * (length // len(unit))))
        times.append(time.process_time() - began)
    assert times[1] < 8 * 4 * times[0] + 0.5


def test_one_line_of_a_million_characters() -> None:
    began = time.process_time()
    (only,) = split("so " * 333_333)
    assert len(only) == 333_333
    assert time.process_time() - began < 30


def visible(char: str) -> bool:
    return char.isprintable() and not char.isspace()


def check(text: str) -> None:
    at = 0
    for sentence in split(text):
        assert sentence
        for start, end in sentence:
            assert at <= start < end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            assert not any(visible(char) for char in text[at:start])
            at = end
    assert not any(visible(char) for char in text[at:])


PARTS = [
    *(
        "Er kam",
        "z.B.",
        "am 17.",
        "Februar",
        "US-",
        "Die",
        "Dr.",
        "Moskau",
        "A.",
        "II.",
        "usw.",
        "1.",
    ),
    *("„", "“", '"', "'", ".", "...", "(", ")", "–", "-", "!", "?", "§", "http://x.de", "😀"),
    *("\n", "\n\n", " ", "\u200f", "\ud800", "\x00"),
]


@given(st.text(alphabet=st.characters(), max_size=200))
@example("\x00")
@example("\ud800\udfff")
@example("a\u0301\u200d\u0301")
@example("\ufe0f")
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@settings(max_examples=500, deadline=None)
def test_any_mixture_of_news(text: str) -> None:
    check(text)
