"""Word documents (.docx): paragraphs and tables in their order, title and author.

The dates in a document's properties say when somebody saved a file, not when a report was
published, so they are left alone.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordFile
from docx.table import Table

from lagebild.sources.document import Document, Metadata
from lagebild.sources.formats.limits import check_size
from lagebild.sources.quiet import quiet
from lagebild.sources.source import Format, Source
from lagebild.sources.values import is_file_name, stated_authors

MAIN_PART = b"word/"
BROKEN = ("The DOCX file is damaged or cut off.", "Open it in Word, and save it again.")


def _recognises(source: Source) -> bool:
    if not source.head.startswith(b"PK\x03\x04"):
        return False
    return source.suffix == ".docx" or (MAIN_PART in source.head and _has_main_part(source))


def _has_main_part(source: Source) -> bool:
    try:
        with ZipFile(BytesIO(source.data())) as archive:
            return "word/document.xml" in archive.namelist()
    except Exception:  # too large or damaged: then the ZIP reader says so
        return False
    finally:
        source.stream.seek(0)


def _read(source: Source) -> Iterator[Document]:
    data = source.data()
    _check(source, data)
    try:
        with quiet("docx"):
            word = docx.Document(BytesIO(data))
            text = "\n\n".join(_blocks(word))
            found = _metadata(word)
    except Exception as error:  # the library raises what its XML and ZIP parsers raise
        raise source.error(*BROKEN) from error
    yield source.document(text, "docx", found)


def _check(source: Source, data: bytes) -> None:
    try:
        with quiet(), ZipFile(BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise source.error(*BROKEN) from error
    check_size(source, len(data), unpacked)


def _blocks(word: WordFile) -> Iterator[str]:
    for block in word.iter_inner_content():
        text = _rows(block) if isinstance(block, Table) else block.text
        if text.strip():
            yield text.strip()


def _rows(table: Table) -> str:
    """Return a table as lines of cells parted by tabs; merged cells once."""
    rows = ({id(cell._tc): cell for cell in row.cells}.values() for row in table.rows)
    return "\n".join("\t".join(cell.text.strip() for cell in row) for row in rows)


def _metadata(word: WordFile) -> Metadata:
    properties = word.core_properties
    title = properties.title.strip()
    return Metadata(
        title=None if is_file_name(title) else title or None,
        authors=stated_authors(properties.author),
    )


FORMAT = Format("docx", "Word document", (".docx",), _recognises, _read)
