"""The packaged persons and office holders: nobody stands twice, and offices have few gaps."""

from collections import defaultdict

import pytest

from lagebild.findings.actors.offices import Offices, build_offices
from lagebild.findings.actors.words import fold
from lagebild.knowledge import Knowledge

DAYS = tuple(f"{year}-07-01" for year in range(2001, 2026))
_STATES = (
    "ARG AUS AUT BEL BRA CAN CHE CHN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IND IRL IRN ISR "
    "ITA JPN KOR LTU LVA MEX NLD NOR POL PRK PRT ROU RUS SAU SRB SVK SVN SWE SYR TUR UKR USA ZAF"
)
OFTEN_NAMED = _STATES.split()
MOST_DAYS = 23
"""Of 25: a few ministries were vacant, or held for weeks by somebody who is left out."""


@pytest.fixture(scope="module")
def offices() -> Offices:
    """Return the offices of the packaged tables."""
    return build_offices(Knowledge())


def test_no_person_stands_twice() -> None:
    """Two persons of one state share neither a full name nor another name of several words."""
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in Knowledge().table("persons"):
        for name in (row["name"], *row.many("aliases")):
            if " " in name:
                called[row["country"], fold(name)].add(row.key)
    assert {name: keys for name, keys in called.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("state", OFTEN_NAMED)
def test_a_foreign_minister_is_known_on_most_days(offices: Offices, state: str) -> None:
    """On the first of July of every year somebody is known to be foreign minister."""
    office = offices.find(state, ("foreign_minister",))
    assert office is not None
    assert sum(bool(offices.holders(office, day)) for day in DAYS) >= MOST_DAYS


@pytest.mark.parametrize("state", OFTEN_NAMED)
def test_a_head_is_known_on_every_day(offices: Offices, state: str) -> None:
    """On the first of July of every year a head of state or government is known."""
    heads = [offices.find(state, (t,)) for t in ("head_of_state", "head_of_government")]
    missing = [d for d in DAYS if not any(o and offices.holders(o, d) for o in heads)]
    assert missing == []
