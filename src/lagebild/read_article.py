"""What has been read of one document: what the stages hand to the case file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a case that is only looked at needs no language engine
    from lagebild.articles.article import Article
    from lagebild.findings.finding import Findings
    from lagebild.language.analysis import Analysis
    from lagebild.sources.document import Document


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article with everything that was read from it.

    Articles in other languages than German are kept and flagged by `article.language`; their
    analysis has no sentences and there are no findings.
    """

    document: "Document"
    article: "Article"
    analysis: "Analysis"
    findings: "Findings"
