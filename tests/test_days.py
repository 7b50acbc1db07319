import pytest

from lagebild.days import first_and_last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2015-11-26", "2015-11-26", "2015-11-26"),
    ],
)
def test_what_a_year_month_or_day_covers(value, first, last):
    assert first_and_last(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "15", "2015-13", "2015-02-29", "2015-1-1", "20151126", "2015-11-26T10:00", "٢٠١٥"]
)
def test_anything_else_is_an_error(value):
    with pytest.raises(ValueError):
        first_and_last(value)
