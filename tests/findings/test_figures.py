"""Figures: value, qualifier and counted noun; the sentences are our own."""

from dataclasses import replace

import pytest

from lagebild.findings.dates import find_dates
from lagebild.findings.figures import find_figures
from lagebild.findings.finding import Event, Figure, Mention, Statement
from lagebild.findings.reading import Reading
from lagebild.spans import Span
from tests.findings.test_dates import reading


def figures(text: str) -> tuple[Figure, ...]:
    desk = reading(text)
    desk.dates = find_dates(desk)
    return find_figures(desk)


def counts(text: str) -> list[tuple[float, str, str]]:
    return [(figure.value, figure.qualifier, figure.counted) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bei dem Angriff starben 12 Soldaten.", [(12, "exact", "Soldaten")]),
        ("Rund 34.000 Menschen flohen.", [(34_000, "about", "Menschen")]),
        ("Mindestens drei Zivilisten starben.", [(3, "at_least", "Zivilisten")]),
        ("Bis zu 500 Polizisten standen bereit.", [(500, "at_most", "Polizisten")]),
        ("Das kostet mehr als 1,3 Millionen Euro.", [(1_300_000, "at_least", "Euro")]),
        ("Die Partei erhielt 42,5 Prozent der Stimmen.", [(42.5, "exact", "Prozent")]),
        ("Hunderttausende Menschen demonstrierten.", [(100_000, "at_least", "Menschen")]),
        ("Ein Dutzend Staaten stimmte zu.", [(12, "about", "Staaten")]),
        ("Knapp zwei Dutzend Staaten stimmten zu.", [(24, "about", "Staaten")]),
        ("Eine Handvoll Abgeordnete kam.", [(5, "about", "Abgeordnete")]),
        ("Mehrere hundert Flüchtlinge warten.", [(100, "at_least", "Flüchtlinge")]),
        ("Zwanzig verletzte Kinder wurden gerettet.", [(20, "exact", "Kinder")]),
    ],
)
def test_value_qualifier_and_noun(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert counts(text) == expected


def test_numbers_share_a_noun() -> None:
    assert counts("Mit 27 von 35 Stimmen wurde der Antrag angenommen.") == [
        (27, "exact", "Stimmen"),
        (35, "exact", "Stimmen"),
    ]


def test_a_range_has_two_bounds() -> None:
    found = counts("Zwischen 20 und 30 Menschen wurden verletzt.")
    assert found == [(20, "at_least", "Menschen"), (30, "at_most", "Menschen")]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 2015 um 20.30 Uhr beginnt das Treffen.",
        "Das sieht Artikel 42 des Vertrags vor.",
        "Der 24-jährige Mann wurde verhaftet.",
        "Die Resolution 2254 wurde angenommen.",
        "Die Wahl fand vor drei Jahren statt.",
        "Das war der zweite Angriff.",
        "Ein Sprecher der Regierung dementierte.",
        "Das Haus steht in der Hauptstraße 12.",
        "Die Nummer lautet " + "4" * 40 + ".",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert counts(text) == []


def test_spans_cite_the_qualifier_and_the_noun() -> None:
    text = "Sie sprachen von rund 34.000 Toten."
    (figure,) = figures(text)
    assert figure.span.of(text) == "rund 34.000 Toten"


def attack(desk: Reading, word: str) -> Event:
    start = desk.article.text.index(word)
    return Event(
        type="ASSAULT", mode=None, trigger=Span(start, start + len(word)),
        sentence=desk.sentences[0].span, sources=(), targets=(), date=None, place=None,
        status="occurred", attributed_to="group:zeugen", confidence=1.0, why="test",
    )  # fmt: skip


def test_a_figure_belongs_to_the_event_that_governs_it() -> None:
    desk = reading("Die Armee tötete zwölf Rebellen, und die Regierung verhaftete drei Ärzte.")
    desk.events = (attack(desk, "tötete"), attack(desk, "verhaftete"))
    assert [figure.event for figure in find_figures(desk)] == [0, 1]


def test_a_figure_is_attributed_like_its_event() -> None:
    desk = reading("Die Armee tötete zwölf Rebellen.")
    desk.events = (attack(desk, "tötete"),)
    assert find_figures(desk)[0].attributed_to == "group:zeugen"
    desk = reading("Die Armee habe zwölf Rebellen getötet.")
    desk.events = (replace(attack(desk, "getötet"), attributed_to=None),)
    desk.statements = (Statement("indirect", (Span(0, 38),), speaker="person:x"),)
    assert find_figures(desk)[0].attributed_to == "person:x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a number is told to have reached counts what the number is of.
        ("Die Zahl der Vermissten stieg auf 19.", [(19, "exact", "Vermissten")]),
        ("Die Zahl der Anträge sank von 60 auf mindestens 40.",
         [(60, "exact", "Anträge"), (40, "at_least", "Anträge")]),
        # Numbers side by side share their noun.
        ("Zwei Schiffe sanken, drei weitere wurden beschädigt.",
         [(2, "exact", "Schiffe"), (3, "exact", "Schiffe")]),
        ("Der Antrag scheiterte mit 40 zu 52 Stimmen.",
         [(40, "exact", "Stimmen"), (52, "exact", "Stimmen")]),
        ("Fast eine halbe Million Menschen floh.", [(500_000, "about", "Menschen")]),
        # "ein" counts those who were killed or hurt.
        ("Ein Soldat starb bei dem Angriff.", [(1, "exact", "Soldat")]),
        ("Bei dem Angriff wurde eine Frau getötet.", [(1, "exact", "Frau")]),
        ("Keine 80 Blauhelme bewachen das Lager.", [(80, "at_most", "Blauhelme")]),
    ],
)  # fmt: skip
def test_what_a_number_counts(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert counts(text) == expected


def test_competing_figures_stand_side_by_side_with_who_gives_each() -> None:
    text = "Die Armee meldete 14 Tote, die Rebellen sprachen von 40."
    desk = reading(text)
    sides = {"Armee": "a", "Rebellen": "b"}
    desk.mentions = tuple(
        Mention(Span(at, at + len(name)), key, "name", "test")
        for name, key in sides.items()
        for at in [text.index(name)]
    )
    assert [(f.value, f.counted, f.attributed_to) for f in find_figures(desk)] == [
        (14, "Tote", "a"),
        (40, "Tote", "b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Behörden zählten 3000 Teilnehmer, nach Angaben der Bauern waren es 10.000.",
        "Die Behörden zählten 3000 Teilnehmer. Nach Angaben der Bauern waren es 10.000.",
    ],
)
def test_a_number_said_of_it_counts_what_was_counted_before(text: str) -> None:
    desk = reading(text)
    sides = {"Behörden": "a", "Bauern": "b"}
    desk.mentions = tuple(
        Mention(Span(at, at + len(name)), key, "name", "test")
        for name, key in sides.items()
        for at in [text.index(name)]
    )
    assert [(f.value, f.counted, f.attributed_to) for f in find_figures(desk)] == [
        (3000, "Teilnehmer", "a"),
        (10000, "Teilnehmer", "b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Eine Frau leitet das Amt.",
        "Im Jahr 0001 Gräber.",
        "Ein Soldat tötete ihn.",
        "Drei Viertel der Straße sind frei.",
    ],
)
def test_articles_and_fractions_count_nothing(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize("digits", [40, 400])
def test_numbers_with_very_many_digits_count_nothing(digits: int) -> None:
    assert counts(f"Der Code {'7' * digits} Euro steht im Brief.") == []


PARTED = [
    ("Die Kosten steigen von 2 auf 3,4 Milliarden Dollar.",
     [(2e9, "exact", "Dollar"), (3.4e9, "exact", "Dollar")]),
    ("Zwischen 20 und 30 Millionen Euro fehlen.",
     [(2e7, "at_least", "Euro"), (3e7, "at_most", "Euro")]),
    ("Der Etat wächst von 10.000 auf zwei Millionen Euro.",
     [(10000, "exact", "Euro"), (2e6, "exact", "Euro")]),
    ("Nicht weniger als 40 Soldaten fielen, nicht mehr als fünf Boote kamen durch.",
     [(40, "at_least", "Soldaten"), (5, "at_most", "Boote")]),
    ("Dutzende von Panzern fuhren vor.", [(12, "at_least", "Panzern")]),
    ("Die Zahl der Flüchtlinge wird auf zwei Millionen geschätzt.",
     [(2e6, "exact", "Flüchtlinge")]),
    ("Siebzehn Menschen starben, darunter drei Kinder. Weitere 40 seien verletzt worden.",
     [(17, "exact", "Menschen"), (3, "exact", "Kinder"), (40, "exact", "Menschen")]),
    ("Die EU zahlt drei Milliarden Euro. Ankara verlangt weitere drei Milliarden.",
     [(3e9, "exact", "Euro"), (3e9, "exact", "Euro")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_what_numbers_share_with_others(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert counts(text) == expected
