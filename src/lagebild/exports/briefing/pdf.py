"""A briefing as a PDF of two A4 pages."""

import io
import unicodedata
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any

import reportlab  # type: ignore[import-untyped]
from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Image,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from lagebild.exports.briefing.page import Page
from lagebild.web.drawings import Picture
from lagebild.web.drawings.png import png

MARGIN = 14 * mm
PICTURE_WIDTH = 88 * mm
FONTS = Path(reportlab.__file__).parent / "fonts"
OTHER_SIGNS = {"→": "->", "\u202f": "\u00a0"}
"""Signs that Bitstream Vera lacks, and what is printed for them."""
ARROW = '<font name="Symbol">→</font>'
"""The arrow in the Symbol font, which every reader of PDF has."""


def pdf(page: Page) -> bytes:
    """Return the page as a PDF file; the same page gives the same bytes."""
    _register()
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=10 * mm,
        bottomMargin=16 * mm,
        title=page.title,
        author="Lagebild",
        lang=page.language,
        invariant=1,
    )
    foot = partial(_foot, page)
    document.build(_story(page), onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def _story(page: Page) -> list[Any]:
    title, heading, plain, bullet, cited = _styles()
    story: list[Any] = [_paragraph(page.title, title), _paragraph(page.base, plain)]
    if page.pictures:
        story.append(Table([[_image(picture) for picture in page.pictures]]))
    for part in page.parts:
        story.append(_paragraph(part.heading, heading))
        for line in part.lines:
            story.append(Paragraph(_marked(line.text), bullet, bulletText="•"))
            story.append(_paragraph(f"{line.quoted} ({line.place})", cited))
        if not part.lines:
            story.append(_paragraph(part.none, plain))
    return story


def _foot(page: Page, canvas: Any, document: Any) -> None:
    """Write the notes and the number of the page below it."""
    style = _styles()[-1]
    note = _paragraph(" ".join(page.notes), style)
    width = document.width - 10 * mm
    _, height = note.wrap(width, document.bottomMargin)
    note.drawOn(canvas, document.leftMargin, document.bottomMargin - 3 * mm - height)
    canvas.setFont(style.fontName, style.fontSize)
    canvas.setFillColor(style.textColor)
    right = document.leftMargin + document.width
    canvas.drawRightString(
        right, document.bottomMargin - 3 * mm - style.leading, str(document.page)
    )


def _paragraph(words: str, style: ParagraphStyle) -> Any:
    return Paragraph(_marked(words), style)


def _marked(words: str) -> str:
    """Return words as markup of a paragraph, arrows in a font that has them."""
    return ARROW.join(escape(printable(part)) for part in words.split("→"))


def _image(picture: Picture) -> Any:
    height = PICTURE_WIDTH * picture.height / picture.width
    return Image(io.BytesIO(png(picture)), PICTURE_WIDTH, height)


def _styles() -> list[ParagraphStyle]:
    grey = HexColor("#555555")
    return [
        ParagraphStyle("title", fontName="VeraBd", fontSize=14, leading=17),
        ParagraphStyle(
            "heading", fontName="VeraBd", fontSize=9, leading=11, spaceBefore=5, keepWithNext=1
        ),
        ParagraphStyle("plain", fontName="Vera", fontSize=7.6, leading=9.6),
        ParagraphStyle(
            "bullet",
            fontName="Vera",
            fontSize=7.6,
            leading=9.4,
            leftIndent=8,
            spaceBefore=1.5,
            keepWithNext=1,
        ),
        ParagraphStyle(
            "cited", fontName="Vera", fontSize=6.6, leading=8.1, leftIndent=8, textColor=grey
        ),
    ]


@cache
def _register() -> frozenset[int]:
    """Register the fonts that come with reportlab; return the signs that they have."""
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    return frozenset(pdfmetrics.getFont("Vera").face.charToGlyph)


def printable(words: str) -> str:
    """Return words with signs that the font lacks replaced: by their base letter, else by `?`."""
    return "".join(_sign(sign) for sign in words)


def _sign(sign: str) -> str:
    known = _register()
    if ord(sign) in known or sign.isspace():
        return sign
    if sign in OTHER_SIGNS:
        return OTHER_SIGNS[sign]
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if ord(base) in known else "?"
