"""Days and weeks that are counted, feasts, and parts of a named day; the sentences are our own."""

import pytest

from tests.findings.test_dates import dates, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Rat tagt in KW 12.", ["KW 12 = 2016-W12"]),
        ("in der 40. Kalenderwoche 2009", ["40. Kalenderwoche 2009 = 2009-W40"]),
        ("in der KW 54", []),
        (
            "Gewählt wird am ersten Sonntag im Oktober 2016.",
            ["ersten Sonntag im Oktober 2016 = 2016-10-02"],
        ),
        ("am letzten Freitag im Mai 2014", ["letzten Freitag im Mai 2014 = 2014-05-30"]),
        ("am 1. Advent 2015", ["1. Advent 2015 = 2015-11-29"]),
        ("am vierten Adventssonntag", ["vierten Adventssonntag = 2015-12-20"]),
        ("am zweiten Weihnachtstag", ["zweiten Weihnachtstag = 2015-12-26"]),
        ("am Buß- und Bettag 2016", ["Buß- und Bettag 2016 = 2016-11-16"]),
        ("am Muttertag 2016", ["Muttertag 2016 = 2016-05-08"]),
        (
            "am Morgen des 11. September 2001",
            ["Morgen des 11. September 2001 = 2001-09-11TMO"],
        ),
        (
            "in der Nacht vom 3. auf den 4. Februar",
            ["Nacht vom 3. auf den 4. Februar = 2016-02-03TNI"],
        ),
        (
            "vom 2. April bis zum 20. Juni 1943",
            ["2. April = 1943-04-02", "20. Juni 1943 = 1943-06-20"],
        ),
        ("von November bis Januar 2004", ["November = 2003-11", "Januar 2004 = 2004-01"]),
        ("Um Mitternacht lief die Frist ab.", ["Mitternacht = 2016-02-09T24:00"]),
    ],
)
def test_counted_days(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in der ersten Maihälfte 2015", "2015-05-01", "2015-05-15"),
        ("in der zweiten Hälfte des Februar 2016", "2016-02-16", "2016-02-29"),
        ("zum Jahreswechsel 2014/15", "2014-12-31", "2015-01-01"),
        ("zum Jahreswechsel", "2015-12-31", "2016-01-01"),
        ("während des Ramadan 2022", "2022-04-02", "2022-05-01"),
    ],
)
def test_their_days(text: str, first: str, last: str) -> None:
    found = dates(text)
    assert [(date.start, date.end) for date in found] == [(first, last)]


def test_without_a_published_date_they_stay_open() -> None:
    assert told("am 1. Advent", None) == ["1. Advent = XXXX-XX-XX"]
    assert told("in KW 12", None) == ["KW 12 = XXXX-W12"]


def test_a_man_called_ramadan_is_no_month() -> None:
    assert told("Tarek Ramadan sprach.") == []
