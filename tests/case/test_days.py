"""Findings by day are the events and statements that the case holds, counted in SQL."""

from collections import Counter

import pytest

from lagebild.case import Case
from lagebild.case.lists.days import days, days_of
from tests.case.builders import CHANCELLOR, RUSSIA, TEXT, read_article


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "lage.case", create=True) as opened:
        for month, name in enumerate(("a.txt", "b.txt"), 1):
            text = f"{TEXT} Das war Meldung {name}, unabhängig {month * 'weiter '}geschrieben."
            opened.write(read_article(text, name, published=f"2016-0{month}-01"), "1")
        opened.settle("1")
        yield opened


def told(case, key=None):
    found = Counter()
    published = {a.id: a.published for a in case.articles()}
    for e in case.events():
        if key is None or key in {*e.sources, *e.targets}:
            found[e.date_start or published[e.article]] += 1
    for s in case.statements():
        if key is None or s.speaker == key:
            found[published[s.article]] += 1
    return found


def summed(counted):
    found = Counter()
    for day, n in counted:
        found[day] += n
    return found


def test_days_are_those_of_all_findings(case):
    with case.looking() as connection:
        assert summed(days(connection)) == told(case) != Counter()


@pytest.mark.parametrize("merged", [False, True])
def test_days_of_actors_follow_decisions(case, merged):
    if merged:
        case.decide("merge", CHANCELLOR.key, {"into": RUSSIA.key}, by="test")
    with case.looking() as connection:
        found = days_of(connection, [RUSSIA.key])
    assert {key for key, _, _ in found} == {RUSSIA.key}
    assert summed((day, n) for _, day, n in found) == told(case, RUSSIA.key) != Counter()
