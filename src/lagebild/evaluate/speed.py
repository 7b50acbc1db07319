"""Measure the time of readers: actors and statements beside the engine, dates in seconds."""

from time import perf_counter, process_time

from lagebild.articles import to_article
from lagebild.evaluate.gold import Gold
from lagebild.evaluate.measure import Counts, Measure
from lagebild.findings.actors import find_actors
from lagebild.findings.dates import find_dates
from lagebild.findings.reading import Reading
from lagebild.findings.statements import find_statements
from lagebild.reader import Reader
from lagebild.sources.document import Document, Metadata

ARTICLES = 12
"""Articles that are timed: enough for a share that settles, in a few seconds."""


def time_actors(reader: Reader, gold: list[Gold]) -> Measure:
    """Return the actor reader's time as a share of the engine's, over the first articles.

    The tables are loaded before the clock starts. Unlike the other measures this one differs
    from run to run and from machine to machine.
    """
    counts = []
    for number, item in enumerate([*gold[:1], *gold[:ARTICLES]]):
        given = Metadata(published=item.published)
        document = Document(f"{item.document}.txt", item.text, "text", given)
        article = to_article(document, reader.knowledge)
        begun = perf_counter()
        analysis = reader.engine.analyse(article.text)
        analysed = perf_counter()
        find_actors(Reading(article, analysis, reader.knowledge))
        if number:
            done = perf_counter()
            counts.append(Counts(0, 0, done - analysed, analysed - begun))
    return Measure("time beside the engine's", "share", tuple(counts))


def time_statements(reader: Reader, texts: list[str]) -> Measure:
    """Return the reader of statements' processor time as a share of the engine's.

    Over the first texts, with the tables loaded before the clock starts; actors are left out. The
    figure differs a little from run to run.
    """
    counts = []
    for number, text in enumerate([*texts[:1], *texts[:ARTICLES]]):
        article = to_article(Document("quotes.txt", text, "text", Metadata()), reader.knowledge)
        begun = process_time()
        analysis = reader.engine.analyse(article.text)
        analysed = process_time()
        find_statements(Reading(article, analysis, reader.knowledge))
        if number:
            counts.append(Counts(0, 0, process_time() - analysed, analysed - begun))
    return Measure("time beside the engine's", "share", tuple(counts))


def time_dates(reader: Reader, texts: list[str]) -> Measure:
    """Return the processor seconds that one article takes from text to dated expressions.

    Over the first texts, language engine included, with the tables loaded before the clock starts.
    HeidelTime takes 7 s an article of KRAUTS. The figure differs from run to run.
    """
    counts = []
    for number, text in enumerate([*texts[:1], *texts[:ARTICLES]]):
        begun = process_time()
        article = to_article(Document("dates.txt", text, "text", Metadata()), reader.knowledge)
        find_dates(Reading(article, reader.engine.analyse(article.text), reader.knowledge))
        if number:
            counts.append(Counts(0, 0, process_time() - begun, 1))
    return Measure("seconds an article", "share", tuple(counts))
