"""PDF files with text: pdfminer.six finds columns and blocks, `unwrapped` makes paragraphs.

The dates in a PDF's properties say when a file was made, often by a database on the day of a
search, not when a report was published, so they are left alone.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

from lagebild.sources.document import Document, Metadata
from lagebild.sources.formats.unwrapped import Block, unwrapped
from lagebild.sources.quiet import quiet
from lagebild.sources.source import Format, Source
from lagebild.sources.values import is_file_name, stated_authors

START = b"%PDF-"
END = b"%%EOF"
END_BYTES = 4096  # how near to the end of the file the end mark stands
MARGIN = 0.08  # share of the page's height at its top and bottom, where running heads stand
CUT_OFF = ("The PDF is cut off: its end is missing.", "Get it again.")
PASSWORD = ("The PDF is encrypted.", "Remove its password: open it, and print it to a new PDF.")
DAMAGED = ("The PDF is damaged.", "Open it in a PDF program, and print it to a new PDF.")
SCANNED = (
    "The PDF has no text; its pages are pictures.",
    "Run a text recognition program (OCR) on it first.",
)


def _recognises(source: Source) -> bool:
    return START in source.head[:1024]


def _read(source: Source) -> Iterator[Document]:
    data = source.data()
    if END not in data[-END_BYTES:]:
        raise source.error(*CUT_OFF)
    try:
        with quiet("pdfminer"):
            pdf = PDFDocument(PDFParser(BytesIO(data)))
            found = _metadata(pdf)
            text = unwrapped(list(_blocks(pdf, source.options.max_article_chars)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise source.error(*PASSWORD) from error
    except Exception as error:  # the library raises whatever a wrong object leads to
        raise source.error(*DAMAGED) from error
    if not text:
        raise source.error(*SCANNED)
    yield source.document(text, "pdf", found)


def _blocks(pdf: PDFDocument, limit: int) -> Iterator[Block]:
    """Yield the blocks of text in reading order, until they have more than `limit` characters."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    length = 0
    for page in PDFPage.create_pages(pdf):
        interpreter.process_page(page)
        for block in _of_page(device.get_result()):
            yield block
            length += sum(len(line) for line in block.lines)
        if length > limit:
            return


def _of_page(page: LTPage) -> Iterator[Block]:
    """Yield a page's boxes, parted where the size of the letters changes: headings end there."""
    low, high = page.y0 + MARGIN * page.height, page.y1 - MARGIN * page.height
    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        size, lines = 0.0, list[str]()
        marginal = box.y0 > high or box.y1 < low
        for line in box:
            if not isinstance(line, LTTextLine):
                continue
            if lines and abs(line.height - size) > 0.15 * size:
                yield Block(tuple(lines), marginal)
                lines = []
            size = line.height
            lines.append(" ".join(line.get_text().split()))
        yield Block(tuple(filter(None, lines)), marginal)


def _metadata(pdf: PDFDocument) -> Metadata:
    stated: dict[str, Any] = {}
    for info in pdf.info:
        stated.update(info)
    title = _property(stated.get("Title"))
    return Metadata(
        title=None if is_file_name(title) else title or None,
        authors=stated_authors(_property(stated.get("Author"))),
    )


def _property(value: object) -> str:
    text = decode_text(value) if isinstance(value, bytes) else ""
    return " ".join(text.replace("\0", "").split())


FORMAT = Format("pdf", "PDF", (".pdf",), _recognises, _read)
