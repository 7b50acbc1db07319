"""Temporal expressions: spans, types, values, days; the sentences are our own."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.articles.article import Article
from lagebild.findings.dates import find_dates
from lagebild.findings.dates.grammar import grammar
from lagebild.findings.dates.timex import days_of, easter
from lagebild.findings.finding import Date
from lagebild.findings.reading import Reading
from lagebild.knowledge import Knowledge
from lagebild.language import analyse
from lagebild.language.analysis import Analysis
from lagebild.spans import Span

KNOWLEDGE = Knowledge()
TUESDAY = "2016-02-09"


def reading(text: str, published: str | None = TUESDAY, parsed: bool = True) -> Reading:
    article = Article(
        id="a", uri="a.txt", title=None, text=text, published=published, published_from=None,
        dateline_place=None, agencies=(), authors=(), outlet=None, genre="news", language="de",
        sha256="", boilerplate=(),
    )  # fmt: skip
    analysis = analyse(text) if parsed else Analysis(text, ())
    return Reading(article, analysis, KNOWLEDGE)


def dates(text: str, published: str | None = TUESDAY, parsed: bool = False) -> tuple[Date, ...]:
    return find_dates(reading(text, published, parsed))


def told(text: str, published: str | None = TUESDAY, parsed: bool = False) -> list[str]:
    return [f"{d.span.of(text)} = {d.value}" for d in dates(text, published, parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam am 3. Oktober 1990.", ["3. Oktober 1990 = 1990-10-03"]),
        ("Stand: 09.02.2016", ["09.02.2016 = 2016-02-09"]),
        ("Der Vertrag vom 8.8. gilt.", ["8.8. = 2015-08-08"]),
        ("Am Montag, 15. Februar, beginnt es.", ["Montag, 15. Februar = 2016-02-15"]),
        ("Vom 5. bis 7. März tagt der Rat.", ["5. = 2016-03-05", "7. März = 2016-03-07"]),
        ("Im Mai 2013 war Wahl.", ["Mai 2013 = 2013-05"]),
        ("Anfang November vergangenen Jahres", ["Anfang November vergangenen Jahres = 2015-11"]),
        ("Im Herbst 2015 kam die Wende.", ["Herbst 2015 = 2015-FA"]),
        ("im dritten Quartal 2014", ["dritten Quartal 2014 = 2014-Q3"]),
        ("Seit 2011 herrscht Krieg.", ["2011 = 2011"]),
        ("in den 1990er-Jahren", ["den 1990er-Jahren = 199"]),
        ("in den sechziger Jahren", ["den sechziger Jahren = 196"]),
        ("im 19. Jahrhundert", ["19. Jahrhundert = 18"]),
        ("44 v. Chr. starb Cäsar.", ["44 v. Chr. = BC0044"]),
        ("zu Ostern 2016", ["Ostern 2016 = 2016-03-27"]),
        ("Am übernächsten Montag beginnt es.", ["übernächsten Montag = 2016-02-22"]),
        ("Am vorletzten Freitag begann es.", ["vorletzten Freitag = 2016-01-29"]),
        ("Im 2. Quartal beginnt es.", ["2. Quartal = 2016-Q2"]),
        ("Am Himmelfahrtstag 2016 beginnt es.", ["Himmelfahrtstag 2016 = 2016-05-05"]),
    ],
)
def test_calendar(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das teilte er gestern mit.", ["gestern = 2016-02-08"]),
        ("Vorgestern Abend fielen Schüsse.", ["Vorgestern Abend = 2016-02-07TEV"]),
        ("in der kommenden Woche", ["der kommenden Woche = 2016-W07"]),
        ("Ende der Woche", ["Ende der Woche = 2016-W06"]),
        ("im vergangenen Jahr", ["vergangenen Jahr = 2015"]),
        ("am kommenden Dienstag", ["kommenden Dienstag = 2016-02-16"]),
        ("am vergangenen Samstag", ["vergangenen Samstag = 2016-02-06"]),
        ("Am Mittwoch nächster Woche", ["Mittwoch nächster Woche = 2016-02-17"]),
        ("in der Nacht zum Freitag", ["Nacht zum Freitag = 2016-02-04TNI"]),
        ("Derzeit ruht der Verkehr.", ["Derzeit = PRESENT_REF"]),
        ("Damals war das anders.", ["Damals = PAST_REF"]),
        ("Heuer fällt das Fest aus.", ["Heuer = 2016"]),
    ],
)
def test_from_the_published_date(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("die 48-stündige Waffenruhe", ["48-stündige = PT48H"]),
        ("ein zweitägiger Besuch", ["zweitägiger = P2D"]),
        ("Er blieb drei Monate.", ["drei Monate = P3M"]),
        ("eine halbe Stunde", ["eine halbe Stunde = PT30M"]),
        ("seit Tagen", ["Tagen = PXD"]),
        ("nach jahrelangen Verhandlungen", ["jahrelangen = PXY"]),
        ("in den vergangenen fünf Jahren", ["den vergangenen fünf Jahren = P5Y"]),
        ("Sie tagen täglich.", ["täglich = P1D"]),
        ("Jeden Montag wird demonstriert.", ["Jeden Montag = XXXX-WXX-1"]),
        ("alle zwei Jahre", ["alle zwei Jahre = P2Y"]),
    ],
)
def test_durations_and_sets(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die 24-Jährige sprach mit 17 Jahre alten Schülern.",
        "Es kamen 2000 Menschen und rund 1900 Polizisten.",
        "Das schrieb die Bild am Sonntag.",
        "Die Resolution 2015 und die Boeing 1984 sind keine Jahre.",
        "Guten Morgen!",
        "Er wohnt mit Frau August in der Mainstraße.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["31.02.2015", "am 30. Februar", "00.00.0000", "0001", "9" * 40])
def test_nonsense_gives_no_date(text: str) -> None:
    assert dates(text) == ()


def test_the_tense_says_which_tuesday() -> None:
    assert told("Am Donnerstag trafen sich die Minister.", parsed=True) == [
        "Donnerstag = 2016-02-04"
    ]
    assert told("Am Donnerstag werden sie sich treffen.", parsed=True) == [
        "Donnerstag = 2016-02-11"
    ]


def test_a_clock_time_belongs_to_the_day_of_its_sentence() -> None:
    text = "Am Montag, 15. Februar, trifft man sich um 20.30 Uhr."
    assert told(text, parsed=True)[1] == "20.30 Uhr = 2016-02-15T20:30"


def test_an_old_story_keeps_its_year() -> None:
    text = "Im März 1992 zerbrach das Bündnis. Im April begann der Krieg."
    assert told(text, parsed=True) == ["März 1992 = 1992-03", "April = 1992-04"]


def test_a_duration_with_vor_is_a_day_in_the_past() -> None:
    (date,) = dates("Das geschah vor zwei Wochen.")
    assert (date.type, date.value, date.start, date.end) == (
        "DURATION", "P2W", "2016-01-26", "2016-01-26",
    )  # fmt: skip


def test_start_and_end_cover_the_period() -> None:
    (date,) = dates("im Februar 2016")
    assert (date.start, date.end) == ("2016-02-01", "2016-02-29")


def test_without_a_published_date_values_stay_relative() -> None:
    text = "Am Dienstag, gestern, im Mai und am 3. Juni, seit zwei Wochen."
    found = dates(text, published=None)
    assert [d.value for d in found] == ["XXXX-WXX-2", "XXXX-XX-XX", "XXXX-05", "XXXX-06-03", "P2W"]
    assert all(d.start is None and d.end is None for d in found)


def test_dates_in_boilerplate_are_left_out() -> None:
    desk = reading("Gestern war Wahl. Foto vom 3. Mai 2015", parsed=False)
    object.__setattr__(desk.article, "boilerplate", (Span(18, 38),))
    assert [d.span.of(desk.article.text) for d in find_dates(desk)] == ["Gestern"]


def test_easter_and_odd_values() -> None:
    assert [easter(year).isoformat() for year in (1961, 2000, 2038)] == [
        "1961-04-02", "2000-04-23", "2038-04-25",
    ]  # fmt: skip
    for value in ("2015-W60", "2015-13", "2015-02-31", "2015-Q7", "XXXX-05", "0000", ""):
        assert days_of(value, grammar(KNOWLEDGE).season_months) is None


SOUP = (
    "am im 31. 2. 2015 0001 9999 Februar Montag vor 12345 Wochen Jahren letzten nächsten Ende des",
    "24:61 25 Uhr - / , der Nacht zum 99 Millionen Jahre v. Chr. Ostern \n",
)
WORDS = [word for line in SOUP for word in line.split(" ")]
PUBLISHED = [None, "2016-02-29", "0001-01-01", "9999-12-31"]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(PUBLISHED))
def test_any_words_give_spans_in_order_and_no_crash(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    found = dates(text, published)
    ends = [0, *(d.span.end for d in found)]
    for end, date in zip(ends, found, strict=False):
        assert end <= date.span.start < date.span.end <= len(text)
        assert (date.start or "") <= (date.end or "")


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    short, long = (("Am 3. Mai 2015, " * n) for n in (300, 3000))
    dates(short)
    spent = []
    for text in (short, long):
        before = time.process_time()
        assert len(dates(text)) in (300, 3000)
        spent.append(time.process_time() - before)
    assert spent[1] < 30 * max(spent[0], 0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die am Donnerstag erfolgte Veröffentlichung schadet ihm.", "Donnerstag = 2016-02-04"),
        ("Das am Donnerstag abgestürzte Flugzeug lag im Wald.", "Donnerstag = 2016-02-04"),
        ("Der für Donnerstag geplante Gipfel wurde abgesagt.", "Donnerstag = 2016-02-11"),
        ("Der für Donnerstag geplante Gipfel wird ausfallen.", "Donnerstag = 2016-02-11"),
        # Once it did or did not take place, its day has passed.
        ("Der für Donnerstag geplante Gipfel fiel aus.", "Donnerstag = 2016-02-04"),
        ("Die für Donnerstag geplante Messe konnte nicht stattfinden.", "Donnerstag = 2016-02-04"),
        ("Er hat diesen Donnerstag den Umzug angekündigt.", "diesen Donnerstag = 2016-02-04"),
        # What stands within a relative clause belongs to its verb.
        ("Der Wirt, der am Donnerstag auf einer Messe in der Provinz war, sagte, ohne zu warten, "
         "er hoffe auf Gäste.", "Donnerstag = 2016-02-04"),
        ("Die am Donnerstag beginnenden Gespräche dauern lange.", "Donnerstag = 2016-02-11"),
        ("Der Verband rief für Donnerstag zum Streik auf.", "Donnerstag = 2016-02-11"),
    ],
)  # fmt: skip
def test_participles_and_prepositions_look_back_or_ahead(text: str, expected: str) -> None:
    assert told(text, parsed=True) == [expected]


def test_who_is_so_old_today_names_no_day() -> None:
    found = dates("Die heute 46-Jährige schweigt. Der heute 30-jährige Wirt redet.")
    assert [date.value for date in found if date.type == "DATE"] == ["PRESENT_REF", "PRESENT_REF"]


def test_a_person_may_be_called_like_a_day() -> None:
    assert told("Der Abgeordnete Jerzy Montag lachte am Freitag.", parsed=True) == [
        "Freitag = 2016-02-05"
    ]
