"""What the form of an article tells of the noun behind it: case, number and gender."""

import re
from functools import cache, lru_cache

from lagebild.knowledge import Knowledge
from lagebild.language.words import contractions

PLURAL = "Plur"

_ENDING = re.compile(r"e[nmrs]?\Z")

Readings = frozenset[tuple[str, str]]
"""Pairs of a case and of a gender, or `Plur` in place of the gender."""


@cache
def _articles() -> dict[str, Readings]:
    rows = Knowledge().table("article_forms")
    pairs = ((row.key, (r.split(".", 1) for r in row.many("readings"))) for row in rows)
    return {form: frozenset((case, gender) for case, gender in read) for form, read in pairs}


@cache
def _prepositions() -> dict[str, tuple[str, ...]]:
    return {row.key: row.many("cases") for row in Knowledge().table("preposition_cases")}


@lru_cache(maxsize=10_000)
def readings(form: str) -> Readings:
    """Return what an article, or a preposition with one ("im"), can be; empty for other words."""
    small = form.lower()
    preposition, article = contractions().get(small, ("", small))
    found = _articles().get(article, frozenset())
    cases = governed(preposition)
    return frozenset(r for r in found if r[0] in cases) if cases else found


@lru_cache(maxsize=10_000)
def strong(adjective: str) -> Readings:
    """Return what an adjective without article before it can be: it has the ending of one."""
    ending = _ENDING.search(adjective.lower())
    return readings(f"manch{ending.group()}") if ending else frozenset()


def governed(preposition: str) -> tuple[str, ...]:
    """Return the cases that a preposition takes; none where it is unknown."""
    return _prepositions().get(preposition.lower(), ())
