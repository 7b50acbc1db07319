import pytest

from lagebild.cli.dates import held, when
from lagebild.findings.finding import Role


class Event:
    def __init__(self, value, start=None, end=None):
        self.date_value, self.date_start, self.date_end = value, start, end


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event(None), "undated"),
        (Event("2015-11-24", "2015-11-24", "2015-11-24"), "2015-11-24"),
        (Event("2015-11-13TEV", "2015-11-13", "2015-11-13"), "2015-11-13"),
        (Event("2015-11", "2015-11-01", "2015-11-30"), "2015-11"),
        (Event("2014-SP", "2014-03-01", "2014-05-31"), "spring 2014"),
        (Event("2015-W48", "2015-11-23", "2015-11-29"), "2015-11-23 to 2015-11-29"),
        (Event("PRESENT_REF"), "PRESENT_REF"),
    ],
)
def test_dates_are_written_for_people(event, words):
    assert when(event) == words


def test_only_roles_of_the_time_are_named():
    roles = [
        Role("Außenminister", None, "2009-05-01", "2014-08-28"),
        Role("Ministerpräsident", None, "2014-08-28", "2016-05-22"),
        Role("Vermittler"),
    ]
    assert held(roles, "2015-01-01", "2016-12-31") == ["Ministerpräsident", "Vermittler"]
    assert held(roles, None, "2014-01-01") == ["Außenminister", "Vermittler"]
    assert held(roles, None, None) == ["Vermittler"]  # without a day nobody knows which office
