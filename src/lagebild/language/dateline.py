"""Find the dateline that opens a report: "Moskau (dpa) - ", "MoskauAleppo ist geräumt."."""

import re
from functools import cache

from lagebild.knowledge import Knowledge
from lagebild.spans import Span

_WINDOW = 120
"""Code points at the start of a block in which a dateline lies."""
_NAME = r"[A-ZÄÖÜ][\w.'’-]+(?:[ /][A-ZÄÖÜ][\w.'’-]+){0,3}"
_REST = 40
"""A dateline is followed by a sentence of at least so many code points."""


def dateline_end(text: str, block: Span) -> int:
    """Return where the dateline at the start of `block` ends, `block.start` where there is none.

    Known are a place glued to the first sentence without a space, a place with an agency in
    brackets, and a place before a spaced dash. Before an agency any name is a place.
    """
    window = min(block.end, block.start + _WINDOW)
    glued, *spaced = _expressions()
    match = glued.match(text, block.start, window)
    if match is not None:
        return match.end()
    ends = [found.end() for one in spaced if (found := one.match(text, block.start, window))]
    return ends[0] if ends and block.end - ends[0] >= _REST else block.start


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    places = sorted((row.key for row in Knowledge().table("dateline_places")), key=len)
    place = "(?:" + "|".join(re.escape(name) for name in reversed(places)) + ")"
    several = rf"{place}(?:\s?[/,]\s?{place}){{0,3}}"
    glued = re.compile(rf"\s*{several}(?=[A-ZÄÖÜ][a-zäöüß]+\s)")
    agency = r"\s*\([A-Za-zÄÖÜäöü/., -]{2,40}\)"
    date = r"(?:,\s*(?:den\s+)?\d{1,2}\.\s?(?:\w{3,9}\.?|\d{1,2}\.)(?:\s?\d{2,4})?)?"
    spaced = re.compile(
        rf"\s*(?i:{several})(?:{date}{agency}\s*[-–—:.]|{date}\s+[-–—]|\.\s+[-–—])(?=\s)"
    )
    return glued, spaced, re.compile(rf"\s*{_NAME}\s*\({_agencies()}\)\s*[-–—:](?=\s)")


def _agencies() -> str:
    """Return an expression for one agency or several: "dpa", "AFP/Reuters"."""
    rows = Knowledge().table("agencies")
    names = {name for row in rows for name in (row.key, *row.many("aliases"))}
    one = "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"
    return rf"(?i:{one}(?:\s?[/,]\s?{one}){{0,3}})"
