"""The way of one article: document -> article -> analysis -> findings.

A `Reader` holds what the way needs (the knowledge and the language engine). What it returns is a
pure function of the document, the package version and the knowledge, so any number of readers
in any number of processes return the same.
"""

import lagebild
from lagebild.articles import to_article
from lagebild.findings.find import find
from lagebild.findings.finding import Findings
from lagebild.knowledge import Knowledge
from lagebild.language import Engine
from lagebild.language.analysis import Analysis
from lagebild.language.modelfiles import digest
from lagebild.language.network import FOLDER
from lagebild.read_article import ReadArticle
from lagebild.sources.document import Document

LANGUAGES = ("de",)


class Reader:
    """Reads documents with one knowledge and one language engine."""

    def __init__(self, knowledge: Knowledge | None = None, threads: int | None = None) -> None:
        """Use `knowledge` (the packaged one by default) and `threads` for the engine."""
        self.knowledge = knowledge or Knowledge()
        self.engine = Engine.load(threads=threads)

    @property
    def version(self) -> str:
        """What the findings rest on besides the text: package, model and knowledge."""
        return reader_version(self.knowledge)

    def read(self, document: Document) -> ReadArticle:
        """Return the article and its findings."""
        article = to_article(document, self.knowledge)
        if article.language not in LANGUAGES:
            return ReadArticle(document, article, Analysis(article.text, ()), Findings())
        analysis = self.engine.analyse(article.text)
        return ReadArticle(document, article, analysis, find(article, analysis, self.knowledge))


def reader_version(knowledge: Knowledge) -> str:
    """Return the version under which a case keeps findings: package, knowledge and network."""
    return f"{lagebild.__version__}+{knowledge.digest()}+{digest(FOLDER)}"
