"""Turn documents into articles: clean offsets, metadata with its origin, boilerplate marked.

`to_article` is a pure function of one document and the knowledge.
"""

from hashlib import sha256

from lagebild.articles.article import Article
from lagebild.articles.boilerplate import repeated
from lagebild.articles.credits import authors, notes_on, text_agencies
from lagebild.articles.duplicates import signature
from lagebild.articles.genre import genre
from lagebild.articles.language_code import language_of
from lagebild.articles.outlet import outlet
from lagebild.articles.page import Page, lay_out
from lagebild.articles.published import published
from lagebild.articles.text import stored
from lagebild.knowledge import Knowledge
from lagebild.sources.document import Document
from lagebild.spans import Span, merged

__all__ = ["Article", "article_id", "to_article"]

TITLE_IN_PROPERTIES = frozenset({"docx", "pdf"})
"""Formats whose title property is often that of a template; the headline on the page counts."""


def to_article(document: Document, knowledge: Knowledge) -> Article:
    """Return the article that `document` holds; its text is stored, its boilerplate marked."""
    page = lay_out(document, knowledge)
    text, dateline = page.layout.text, page.head.dateline
    wrote = authors(page)
    repeats = repeated(page.layout, page.head, page.marks, knowledge)
    boilerplate = merged([*page.marks, *repeats, *notes_on(wrote, page)])
    body = _body(page, boilerplate)
    day, origin = published(page)
    return Article(
        id=_id(document.uri, text),
        uri=document.uri,
        title=_title(page),
        text=text,
        published=day,
        published_from=origin,
        dateline_place=dateline.place if dateline else None,
        agencies=text_agencies(page),
        authors=wrote,
        outlet=outlet(page),
        genre=genre(page),
        language=language_of(body or text),
        sha256=sha256(text.encode()).hexdigest(),
        boilerplate=boilerplate,
        signature=signature(body),
        dateline=dateline.span if dateline else None,
    )


def article_id(document: Document) -> str:
    """Return the id that the article of `document` will have, without reading it."""
    return _id(document.uri, stored(document.text))


def _id(uri: str, text: str) -> str:
    """Return 16 hex digits of the hash of the file's name and the text.

    The folder does not count, so a collection may move; the same text under another name is
    another article (a reprint), and a changed text is another article too.
    """
    name = uri.rstrip("/").replace("\\", "/").rpartition("/")[2]
    return sha256(name.encode(errors="replace") + b"\0" + text.encode()).hexdigest()[:16]


def _title(page: Page) -> str | None:
    read = page.head.title.bare if page.head.title else None
    given, found = page.document.given.title, page.document.found.title
    if page.document.format in TITLE_IN_PROPERTIES:
        return given or read or found
    return given or found or read


def _body(page: Page, boilerplate: tuple[Span, ...]) -> str:
    """Return the text without headline, dateline and boilerplate."""
    heads = [head.span for head in (page.head.title, page.head.dateline) if head]
    parts, start = [], 0
    for span in merged([*boilerplate, *heads]):
        parts.append(page.layout.text[start : span.start])
        start = span.end
    return "\n".join([*parts, page.layout.text[start:]]).strip()
