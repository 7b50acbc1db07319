"""Web pages: trafilatura finds the article among menus and advertisements, and its metadata."""

import re
from collections.abc import Iterator
from typing import Any

from htmldate import find_date
from lxml import html  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from lagebild.sources.decoding import BrokenText, decoded
from lagebild.sources.document import Document, Metadata
from lagebild.sources.markup import paragraphs, parseable
from lagebild.sources.quiet import quiet
from lagebild.sources.source import Format, Source
from lagebild.sources.values import authors

START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
STATED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
SENTENCE = re.compile(r".{20,}[.!?…][\"“”«»’‘')\]]*\s*(?:$|\s)", re.MULTILINE)
STATED_DATES = (  # where a page tells programs its date; the first of its times is its own
    "//meta",
    "//script[@type='application/ld+json']",
    "(//article//time[@datetime] | //main//time[@datetime])[1]",
)
DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
}
SHORTEST_ARTICLE = 400
"""Code points of a table's cell that is no datum but a place on the page."""
NO_ARTICLE = ("No article was found in the page.", "Save the article's own page, or its text.")


def _recognises(source: Source) -> bool:
    named = source.suffix in FORMAT.suffixes and bool(source.opening)
    return named or bool(START.match(source.opening))


def _read(source: Source) -> Iterator[Document]:
    page = _without_layout_tables(parseable(_decoded(source.data(), source.charset)))
    with quiet("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        extracted = bare_extraction(
            page,
            url=source.found.uri,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=DATES,
        )
        published = _published(page) if extracted else None
    if not isinstance(extracted, Extracted) or not SENTENCE.search(extracted.text or ""):
        raise source.error(*NO_ARTICLE)
    yield source.document(paragraphs(extracted.text or ""), "html", _metadata(extracted, published))


def _metadata(extracted: Extracted, published: str | None) -> Metadata:
    return Metadata(
        title=extracted.title or None,
        published=published,
        outlet=extracted.sitename or None,
        authors=authors(extracted.author),
        uri=extracted.url or None,
    )


def _published(page: str) -> str | None:
    """Return the date that a page states in its metadata.

    The library also looks for dates in the text, where the first one may be of any event; so it
    is given only the elements that state the page's own date.
    """
    tree = html.document_fromstring(page)
    stated = [element for path in STATED_DATES for element in tree.xpath(path)]
    bare = "".join(html.tostring(each, encoding="unicode", with_tail=False) for each in stated)
    return find_date(f"<html><head></head><body>{bare}</body></html>", **DATES) if bare else None


def _without_layout_tables(page: str) -> str:
    """Return the page with its tables for layout, as old pages use them, turned into blocks.

    A table is for layout if a cell of it holds as much text as an article does.
    """
    if "<table" not in page.casefold():
        return page
    tree = html.document_fromstring(page)
    cells = (cell for cell in tree.iter("td") if len(cell.text_content()) >= SHORTEST_ARTICLE)
    tables = {table for cell in cells for table in cell.iterancestors("table")}
    parts = [p for p in tree.iter("table", "tbody", "tr", "td") if _table_of(p) in tables]
    for part in parts:
        part.tag = "div"
    return str(html.tostring(tree, encoding="unicode")) if parts else page


def _table_of(part: Any) -> Any:
    """Return the table that a row or cell belongs to; a table belongs to itself."""
    return part if part.tag == "table" else next(part.iterancestors("table"), None)


def _decoded(data: bytes, charset: str | None) -> str:
    """Decode as a browser does: no page is refused for some wrong bytes."""
    stated = STATED_CHARSET.search(data, 0, 4096)
    try:
        return decoded(data, stated[1].decode("ascii") if stated else charset)
    except BrokenText:
        return data.decode("utf-8", "replace")


FORMAT = Format("html", "HTML page", (".html", ".htm", ".xhtml"), _recognises, _read)
