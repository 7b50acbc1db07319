"""The Python interface: read sources into a case, open a case.

import lagebild

tally = lagebild.read(["articles/"], "lage.case")
with lagebild.open_case("lage.case") as case:
for event in case.events(lagebild.Filter(actor="Russland", since="2015-11-01")):
print(event.date_value, event.type, event.sentence_words)
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lagebild.articles import article_id
from lagebild.case import Case, open_case
from lagebild.errors import Unreadable
from lagebild.knowledge import Knowledge
from lagebild.pipeline import read_documents
from lagebild.read_article import ReadArticle
from lagebild.reader import reader_version
from lagebild.sources import SourceOptions, read_sources
from lagebild.sources.document import Document
from lagebild.sources.names import uri_of

__all__ = ["ReadOptions", "Tally", "open_case", "read"]

CASE_FILES = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a case file; a folder that is read may hold the case itself."""


@dataclass
class Tally:
    """What a reading did: counts of articles and words, and what could not be read."""

    read: int = 0
    known: int = 0
    words: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """How many inputs were dealt with."""
        return self.read + self.known + len(self.unreadable)


Progress = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: source options, own knowledge, number of processes, what to tell."""

    sources: SourceOptions = field(default_factory=SourceOptions)
    knowledge: Path | None = None
    jobs: int | None = None
    progress: Progress | None = None


def read(
    paths: Sequence[Path | str], case: Path | str | Case, options: ReadOptions | None = None
) -> Tally:
    """Read sources into a case file, which is made where it is missing.

    Articles that the case holds as this version reads them are left alone; each other article is
    stored in a transaction of its own. Without `paths`, the stored articles that an older version
    or other knowledge read are read again.

    Raises:
        CaseError: The case file cannot be used; all articles stored so far are kept.
        WrongUse: A path, option or knowledge file makes no sense.
    """
    if isinstance(case, Case):
        return _read_into(case, paths, options or ReadOptions())
    with Case(case, create=bool(paths)) as opened:
        return _read_into(opened, paths, options or ReadOptions())


def _read_into(case: Case, paths: Sequence[Path | str], options: ReadOptions) -> Tally:
    version = reader_version(Knowledge(options.knowledge))
    tally = Tally()
    documents: Iterable[Document | Unreadable] = (
        read_sources(paths, options.sources) if paths else case.outdated(version)
    )
    unknown = _unknown(case, version, documents, tally)
    try:
        for result in read_documents(unknown, options.knowledge, options.jobs):
            _keep(case, version, result, tally)
            if options.progress is not None:
                options.progress(tally)
    finally:
        case.settle(version)
    return tally


def _unknown(
    case: Case, version: str, documents: Iterable[Document | Unreadable], tally: Tally
) -> Iterator[Document | Unreadable]:
    itself = {uri_of(f"{case.path}{suffix}") for suffix in CASE_FILES}
    for document in documents:
        if isinstance(document, Document) and _held(case, document, version):
            tally.known += 1
        elif document.uri not in itself:
            yield document


def _held(case: Case, document: Document, version: str) -> bool:
    return case.holds(article_id(document), version, document.given)


def _keep(case: Case, version: str, result: ReadArticle | Unreadable, tally: Tally) -> None:
    if isinstance(result, Unreadable):
        case.note_unreadable(result)
        tally.unreadable.append(result)
    elif case.write(result, version):
        tally.read += 1
        tally.words += sum(len(sentence.tokens) for sentence in result.analysis.sentences)
    else:
        tally.known += 1
