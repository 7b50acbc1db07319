"""How alike the reports are in which wishes stand: whether they speak of one dispute.

A word that two wishes share says little where their reports have nothing else in common: a law on
shops and a law on spies are two laws. Reports are compared by TF-IDF over their words, as stories
are. The limits were set on half of the pairs that `benchmarks/issues.py` reads, and hold on the
other half.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from lagebild.case.search import stems
from lagebild.picture.lives.conditions import days_between
from lagebild.picture.material import Material
from lagebild.picture.vectors import tfidf

ALIKE = 0.07
"""Cosine of two reports' words from which they can speak of one dispute."""
LONGEST_DAYS = 550
"""Days between two reports after which a dispute on the same words is another one."""


class Reports:
    """The reports of wishes, as vectors of their words."""

    def __init__(self, found: Material, articles: Iterable[str]) -> None:
        """Count the words of the articles with these ids."""
        self._found = found
        self._row = {article: row for row, article in enumerate(dict.fromkeys(articles))}
        texts = (found.articles[article].text for article in self._row)
        self._vectors: Any = tfidf([Counter(stems(text)) for text in texts])

    def alike(self, one: str, other: str) -> bool:
        """Tell whether two articles can speak of one dispute; an article does with itself."""
        if one == other:
            return True
        days = days_between(self._found.published(one), self._found.published(other))
        if days > LONGEST_DAYS:
            return False
        product = self._vectors[self._row[one]] @ self._vectors[self._row[other]].T
        return float(product.sum()) >= ALIKE
