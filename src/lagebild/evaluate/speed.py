"""Measure the time of readers: beside the language engine, and of dates in seconds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter, process_time
from typing import TypeVar

from lagebild.articles import to_article
from lagebild.articles.article import Article
from lagebild.evaluate.gold import Gold
from lagebild.evaluate.measure import Counts, Measure
from lagebild.findings.actors import find_actors
from lagebild.findings.dates import find_dates
from lagebild.findings.find import find
from lagebild.findings.reading import Reading
from lagebild.findings.statements import find_statements
from lagebild.language.analysis import Analysis
from lagebild.reader import Reader
from lagebild.sources.document import Document, Metadata

T = TypeVar("T")
ARTICLES = 12
"""Articles that are timed: enough for a share that settles, in a few seconds."""


def time_actors(reader: Reader, gold: Sequence[Gold]) -> Measure:
    """Return the actor reader's time as a share of the engine's, over the first articles.

    The tables are loaded before the clock starts. Unlike the other measures this one differs
    from run to run and from machine to machine.
    """

    def read(article: Article, analysis: Analysis) -> None:
        find_actors(Reading(article, analysis, reader.knowledge))

    counts = _beside_engine(reader, _documents(gold), read, perf_counter)
    return Measure("time beside the engine's", "share", counts)


def time_findings(reader: Reader, gold: Sequence[Gold]) -> Measure:
    """Return the time that all readers of findings take, as a share of the engine's.

    Over the first articles, with the tables loaded before the clock starts. Processor time of all
    threads; it differs a little from run to run.
    """

    def read(article: Article, analysis: Analysis) -> None:
        find(article, analysis, reader.knowledge)

    counts = _beside_engine(reader, _documents(gold), read, process_time)
    return Measure("findings' time beside the engine's", "share", counts)


def time_statements(reader: Reader, texts: Sequence[str]) -> Measure:
    """Return the reader of statements' processor time as a share of the engine's.

    Over the first texts, with the tables loaded before the clock starts; actors are left out. The
    figure differs a little from run to run.
    """

    def read(article: Article, analysis: Analysis) -> None:
        find_statements(Reading(article, analysis, reader.knowledge))

    documents = (Document("quotes.txt", text, "text", Metadata()) for text in _timed(texts))
    counts = _beside_engine(reader, documents, read, process_time)
    return Measure("time beside the engine's", "share", counts)


def time_dates(reader: Reader, texts: Sequence[str]) -> Measure:
    """Return the processor seconds that one article takes from text to dated expressions.

    Over the first texts, language engine included, with the tables loaded before the clock starts.
    HeidelTime takes 7 s an article of KRAUTS. The figure differs from run to run.
    """
    counts = []
    for number, text in enumerate(_timed(texts)):
        begun = process_time()
        article = to_article(Document("dates.txt", text, "text", Metadata()), reader.knowledge)
        find_dates(Reading(article, reader.engine.analyse(article.text), reader.knowledge))
        if number:
            counts.append(Counts(0, 0, process_time() - begun, 1))
    return Measure("seconds an article", "share", tuple(counts))


def _timed(items: Sequence[T]) -> list[T]:
    """Return what is read: the first once to load the tables, then those that are timed."""
    return [*items[:1], *items[:ARTICLES]]


def _documents(gold: Sequence[Gold]) -> Iterator[Document]:
    for item in _timed(gold):
        given = Metadata(published=item.published)
        yield Document(f"{item.document}.txt", item.text, "text", given)


def _beside_engine(
    reader: Reader,
    documents: Iterable[Document],
    read: Callable[[Article, Analysis], None],
    clock: Callable[[], float],
) -> tuple[Counts, ...]:
    """Return a reader's seconds over the engine's for each document but the first."""
    counts = []
    for number, document in enumerate(documents):
        article = to_article(document, reader.knowledge)
        begun = clock()
        analysis = reader.engine.analyse(article.text)
        analysed = clock()
        read(article, analysis)
        if number:
            done = clock()
            counts.append(Counts(0, 0, done - analysed, analysed - begun))
    return tuple(counts)
