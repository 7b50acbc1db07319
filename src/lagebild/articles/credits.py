"""Read who wrote the report: agencies credited for the text, authors in bylines.

An agency counts where a text names its source: in the dateline, in a line of its own, after the
last sentence, in the author field. One credited for a photo or cited in a sentence does not.
"""

import re

from lagebild.articles.boilerplate import TAIL_LINES
from lagebild.articles.dateline import cities
from lagebild.articles.layout import LONGEST_FURNITURE
from lagebild.articles.outlet import marks
from lagebild.articles.page import Page
from lagebild.articles.patterns import SIGN, Pattern, agencies, patterns
from lagebild.knowledge import Knowledge
from lagebild.spans import Span

CREDITS = frozenset(
    {
        "agency credit",
        "credit with outlet",
        "agency number",
        "agency sign-off",
        "agency material",
        "agency credit at the end",
        "agency credit in the head",
        "agency credit after initials",
        "agency credit after initials alone",
        "agency credit with date",
        "agency credit with date alone",
        "time stamp with source",
        "byline",
        "copyright",
    }
)
"""Kinds of boilerplate that credit an agency for the text."""
IS_OR_WORKS = r"(?:ist|war|arbeitet|schreibt|berichtet|leitet|lehrt|lebt|forscht|\d\d,)\b"
"""How a note on an author goes on after the name."""
SIGNATURES = frozenset({"byline", "signed", "signed at the end"})
"""Kinds of boilerplate that name the author."""


def bylines(knowledge: Knowledge) -> tuple[Pattern, ...]:
    """Build the view of the table `bylines`."""
    return patterns(knowledge, "bylines")


def text_agencies(page: Page) -> tuple[str, ...]:
    """Return the agencies credited for the text, in the order of the page."""
    known = page.knowledge.view(agencies)
    named = [page.head.dateline.credit] if page.head.dateline else []
    named += page.marked(CREDITS)
    named += [*page.document.given.authors, *page.document.found.authors]
    return tuple(dict.fromkeys(name for credit in named for name in known.credited(credit)))


def authors(page: Page) -> tuple[str, ...]:
    """Return the authors: those given, else those in bylines, else those the file names."""
    known, table = page.knowledge.view(agencies), page.knowledge.view(bylines)
    outlets = (page.document.given.outlet, page.document.found.outlet, "Redaktion")
    no_person = {name.casefold() for name in (*page.knowledge.view(marks), *outlets) if name}
    lines = [text.strip("*_") for text in page.marked(SIGNATURES)]
    known_places = page.knowledge.view(cities)
    signed = [n for line in lines for n in _names(line, table) if not _a_place(n, known_places)]
    teasers = [name for line in page.head.preamble for name in _names(line.bare, table)]
    read = [*signed, *(name for name in teasers if not page.in_body(name))]
    for names in (page.document.given.authors, read, page.document.found.authors):
        persons = (n for n in names if not known.credited(n) and n.casefold() not in no_person)
        if found := tuple(dict.fromkeys(persons)):
            return found
    return ()


def notes_on(names: tuple[str, ...], page: Page) -> list[Span]:
    """Return the short lines at the end of the page that say who an author is."""
    last = (line for line in page.layout.lines[-TAIL_LINES:] if line.short)
    says = [re.compile(rf"{re.escape(name)},? {IS_OR_WORKS}") for name in names if " " in name]
    return [line.span for line in last if any(who.match(line.bare) for who in says)]


def _a_place(name: str, known: frozenset[str]) -> bool:
    """Tell whether the name is where the author sat: "New York", "ARD-Studio Moskau"."""
    broadcaster = re.match(r"[A-Z]{2}", name) is not None and not name.isupper()
    return broadcaster or (not name.islower() and name.casefold() in known)


def _names(text: str, table: tuple[Pattern, ...]) -> list[str]:
    for pattern in table:
        tried = pattern.regex.search if pattern.where == "end" else pattern.regex.fullmatch
        if match := tried(text[-LONGEST_FURNITURE:]):
            groups = match.groupdict()
            if groups.get("names"):
                return re.split(r", | und | & | ?/ ?", groups["names"])
            return re.findall(SIGN, groups.get("sign") or "")
    return []
