"""Measure the processor time of all readers of findings beside the language engine."""

from time import process_time

from lagebild.articles import to_article
from lagebild.evaluate.gold import Gold
from lagebild.evaluate.measure import Counts, Measure
from lagebild.evaluate.speed import ARTICLES
from lagebild.findings.find import find
from lagebild.reader import Reader
from lagebild.sources.document import Document, Metadata


def time_findings(reader: Reader, gold: list[Gold]) -> Measure:
    """Return the time that all readers of findings take, as a share of the engine's.

    Over the first articles, with the tables loaded before the clock starts. Processor time of all
    threads; it differs a little from run to run.
    """
    counts = []
    for number, item in enumerate([*gold[:1], *gold[:ARTICLES]]):
        given = Metadata(published=item.published)
        document = Document(f"{item.document}.txt", item.text, "text", given)
        article = to_article(document, reader.knowledge)
        begun = process_time()
        analysis = reader.engine.analyse(article.text)
        analysed = process_time()
        find(article, analysis, reader.knowledge)
        if number:
            counts.append(Counts(0, 0, process_time() - analysed, analysed - begun))
    return Measure("findings' time beside the engine's", "share", tuple(counts))
