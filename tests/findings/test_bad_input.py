"""Texts that are no reports: what must not be read into them, and that reading ends at all."""

import time

import pytest

from lagebild.findings.finding import Findings
from lagebild.reader import Reader
from lagebild.sources.document import Document, Metadata

TICKER = """Live-Ticker

+++ 14.05 Uhr: Anpfiff in Mainz, das Spiel läuft. +++
+++ 14.20 Uhr: Tor für Mainz durch Huber! +++
14.45 Uhr | Halbzeit
- Ecke
- Freistoß
"""
POEM = """Abendlied im Herbst

Der Wind greift an die kahlen Äste,
er droht dem Laub, er fordert seinen Lohn,
die Nacht verspricht den Schläfern ihre Reste,
und hundert Krähen ziehen still davon.
"""
TABLE = """Verein | Spiele | Punkte
Mainz | 12 | 31
Köln | 12 | 27
2015 | 2016 | 2017
31.02.2015 | 8.8. | 0001
"""
DATES = "Am 31.02.2015, im Jahr 0001 und am 8.8. tagte der Rat; der Code lautet " + "7" * 40 + "."
LONG = "Der Rat tagte, " + "und die Lage in der Stadt blieb ruhig, " * 375 + "weil es regnete."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str) -> Findings:
    given = Metadata(published="2016-02-09")
    found = reader.read(Document("bad.txt", text, "text", given))
    spans = [d.span for d in found.findings.dates] + [f.span for f in found.findings.figures]
    assert all(0 <= s.start < s.end <= len(found.article.text) for s in spans)
    return found.findings


@pytest.mark.parametrize("text", [TICKER, TABLE], ids=["ticker", "table"])
def test_tickers_and_tables_of_sports_hold_no_politics(reader: Reader, text: str) -> None:
    found = read(reader, text)
    assert found.events == ()
    assert found.commitments == ()


def test_in_a_poem_nobody_acts_and_nobody_is_bound(reader: Reader) -> None:
    found = read(reader, POEM)
    assert all(not event.sources and not event.targets for event in found.events)
    assert found.commitments == ()


def test_impossible_dates_and_long_codes_are_not_read(reader: Reader) -> None:
    found = read(reader, DATES)
    assert [date.value for date in found.dates] == ["2015-08-08"]
    assert found.figures == ()


def test_a_sentence_of_three_thousand_words_is_read_in_seconds(reader: Reader) -> None:
    start = time.process_time()
    found = read(reader, LONG)
    assert len(LONG.split()) > 3000 - 400
    assert found.commitments == ()
    assert time.process_time() - start < 60


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "»«", "1", "\u202e\u200b", "Ö" * 5000])
def test_almost_nothing_is_read_as_nothing(reader: Reader, text: str) -> None:
    found = read(reader, text)
    assert found.events == ()
    assert found.commitments == ()
    assert found.places == ()
