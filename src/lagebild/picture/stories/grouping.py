"""Group articles into stories in one pass over time.

Single-pass clustering with a time window, as in topic detection and tracking: Yang, Pierce and
Carbonell (1998), "A study of retrospective and on-line event detection" (cosine with the centre
of each story, linear decay over the window). As in Miranda, Znotins, Cohen and Barzdins (2018),
"Multilingual clustering of streaming news", words and names are vectors of their own, and so are
dated events; the similarity is their weighted sum. Each article is compared with what was published
before it, joins the nearest story, or begins a new one.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

WINDOW_DAYS = 14.0
"""Days after which a story that nobody reports on is over."""
FADING_DAYS = 28.0
"""Days over which nearness would fade to nothing: at the end of the window half of it is left."""
LARGEST_WINDOW = 2000
"""Articles of the window that one is compared with at most, the latest, so that time grows with
the number of articles and not with its square."""
BLOCK = 500
"""Articles whose similarities are computed at once; bounds the memory, changes no result."""

Days = NDArray[np.float64]
Numbers = NDArray[np.int64]


def grouped(views: Sequence[tuple[Any, float]], days: Days, nearest: float) -> Numbers:
    """Return the number of each article's story, counted from 0 in order of their beginning.

    Args:
        views: CSR matrices of unit rows, shape (articles, terms of this view), in order of time,
            each with its weight; the similarity of two articles is the weighted sum.
        days: Day of each article, ascending, shape (articles,).
        nearest: Similarity (0 to 1, after decay) from which an article joins a story.
    """
    weighted = [matrix * np.sqrt(weight) for matrix, weight in views]
    vectors = sparse.hstack(weighted, format="csr")
    count, pass_ = len(days), _Pass(days, nearest)
    for start in range(0, count, BLOCK):
        first, stop = max(0, start - LARGEST_WINDOW), min(start + BLOCK, count)
        alike = (vectors[start:stop] @ vectors[first:stop].T).tocsr()
        for n in range(start, stop):
            cells = slice(alike.indptr[n - start], alike.indptr[n - start + 1])
            pass_.take(n, alike.indices[cells] + first, alike.data[cells])
    return pass_.stories


class _Pass:
    """The stories found so far; `weights` sum up to the squared length of a story's centre."""

    def __init__(self, days: Days, nearest: float) -> None:
        self.stories: Numbers = np.full(len(days), -1, np.int64)
        self._days, self._nearest = days, nearest
        self._weights = np.zeros(len(days))
        self._latest: list[float] = []

    def take(self, n: int, others: Numbers, similarities: NDArray[np.float64]) -> None:
        """Put article `n` into a story, given its similarity (above 0) to some articles."""
        since = int(np.searchsorted(self._days[:n], self._days[n] - WINDOW_DAYS))
        since = max(since, n - LARGEST_WINDOW)
        near = (others >= since) & (others < n)
        story, product = self._best(n, since, others[near], similarities[near])
        if story < 0:
            story = len(self._latest)
            self._latest.append(0.0)
        self.stories[n] = story
        self._latest[story] = self._days[n]
        self._weights[n] = float(similarities[others == n].sum()) + 2 * product

    def _best(
        self, n: int, since: int, others: Numbers, similarities: NDArray[np.float64]
    ) -> tuple[int, float]:
        """Return the story to join and the product with its centre; -1 and 0 where there is none.

        The centre is made of the story's articles within the window.
        """
        if not len(others):
            return -1, 0.0
        labels = self.stories[since:n]
        base = int(labels.min())
        products = np.bincount(self.stories[others] - base, similarities)
        lengths = np.sqrt(np.bincount(labels - base, self._weights[since:n]))[: len(products)]
        gaps = self._days[n] - np.array(self._latest[base : base + len(products)])
        fading = np.where(gaps < WINDOW_DAYS, 1 - gaps / FADING_DAYS, 0)
        scores = fading * products / np.where(lengths == 0, 1, lengths)
        best = int(np.argmax(scores))
        if scores[best] < self._nearest:
            return -1, 0.0
        return base + best, float(products[best])
