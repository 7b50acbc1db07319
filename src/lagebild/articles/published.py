"""Find the day on which a report was published, and where that is known from."""

import re
from datetime import date
from pathlib import PurePosixPath

from lagebild.articles.article import PublishedFrom
from lagebild.articles.page import Page
from lagebild.knowledge import Knowledge

STAMPS = frozenset(
    {
        "time stamp",
        "time stamp with source",
        "agency credit with date",
        "agency credit with date alone",
        "print edition",
        "edition",
        "byline",
    }
)
"""Kinds of boilerplate in which a date is the day of publication."""

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_GERMAN = re.compile(r"(?<!\d)(\d{1,2})\. ?(?:(\d{1,2})\.|([A-Za-zäÄ]{3,9})\.?) ?(\d{4})(?!\d)")
_TODAY = re.compile(
    r"\b(?:heute|am heutigen \w+tag|\w*tag, dem heutigen)\b,? ?\(?(?:den |dem )?"
    r"(\d{1,2}\. ?(?:\d{1,2}\.|\w{3,9}) ?\d{4})",
    re.IGNORECASE,
)


def months(knowledge: Knowledge) -> dict[str, int]:
    """Build the numbers of the months by their names in lower case."""
    return {row.key.casefold(): int(row["number"]) for row in knowledge.table("months")}


def published(page: Page) -> tuple[str | None, PublishedFrom | None]:
    """Return the ISO date and its origin: given, else metadata, dateline, text, else unknown."""
    names = page.knowledge.view(months)
    document, text, dateline = page.document, page.layout.text, page.head.dateline
    candidates: list[tuple[str | None, PublishedFrom]] = [
        (_day(document.given.published, names), "given"),
        (_day(document.found.published, names) or _in_name(document.uri), "metadata"),
        (_day(dateline.span.of(text) if dateline else None, names), "dateline"),
        (_agreed([_day(stamp, names) for stamp in page.marked(STAMPS)]), "text"),
        (_agreed([_day(day, names) for day in _TODAY.findall(text)]), "text"),
    ]
    return next(((day, origin) for day, origin in candidates if day), (None, None))


def _day(value: str | None, names: dict[str, int]) -> str | None:
    """Return the first full date in `value` as an ISO date."""
    if not value:
        return None
    if match := _ISO.search(value):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    for day, number, name, year in _GERMAN.findall(value):
        month = int(number) if number else names.get(name.casefold(), 0)
        if found := _iso(int(year), month, int(day)):
            return found
    return None


def _in_name(uri: str) -> str | None:
    """Return the date in the file's name, where archives and exports put it."""
    match = re.search(r"(?<!\d)(?:19|20)\d\d([-_.]?)\d\d\1\d\d(?!\d)", PurePosixPath(uri).name)
    return _day(match.group(), {}) if match else None


def _agreed(days: list[str | None]) -> str | None:
    """Return the day that all name; the text is ambiguous where they differ."""
    named = {day for day in days if day}
    return named.pop() if len(named) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
