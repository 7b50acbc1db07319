"""A briefing as a Word document of two pages."""

import io
import zipfile

from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Mm, Pt, RGBColor

from lagebild.exports.briefing.page import Line, Page
from lagebild.web.drawings.png import png

MARGIN = Mm(16)
GREY = RGBColor(0x55, 0x55, 0x55)
PICTURE_WIDTH = Mm(86)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of all entries, so that the same briefing is the same file."""


def docx(page: Page) -> bytes:
    """Return the page as a .docx file."""
    document: DocumentType = Document()
    _set_up(document, page)
    document.add_heading(page.title, 1)
    document.add_paragraph(page.base)
    if page.pictures:
        row = document.add_paragraph()
        for picture in page.pictures:
            row.add_run().add_picture(io.BytesIO(png(picture)), width=PICTURE_WIDTH)
    for part in page.parts:
        document.add_heading(part.heading, 2)
        for line in part.lines:
            _add(document, line)
        if not part.lines:
            document.add_paragraph(part.none)
    foot = document.sections[0].footer.paragraphs[0].add_run(" ".join(page.notes))
    foot.font.size, foot.font.color.rgb = Pt(7), GREY
    return _undated(document)


def _set_up(document: DocumentType, page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(13)
    section.footer_distance = Mm(6)
    for name, size in (("Normal", 8.5), ("List Bullet", 8.5), ("Heading 1", 14), ("Heading 2", 10)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(4 if "Heading" in name else 0)
    document.core_properties.title = page.title
    document.core_properties.author = "Lagebild"


def _add(document: DocumentType, line: Line) -> None:
    paragraph = document.add_paragraph(line.text, style="List Bullet")
    cited = paragraph.add_run(f"\n{line.quoted} ({line.place})")
    cited.font.size, cited.font.color.rgb = Pt(7.5), GREY


def _undated(document: DocumentType) -> bytes:
    """Return the document with the same time in every entry of its archive."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, ZIP_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
