"""How likely two wishes speak on one issue, from their words, vectors, countries and reports.

A logistic regression over four measures of a pair (`LEARNT`):

- `matter`: cosine of the nouns that the wishes are about, rare ones counting more;
- `sense`: cosine of the vectors of their words (`language.senses`);
- `report`: cosine of the words of their reports, `ONE_REPORT` where both stand in one;
- `land`: how surely they speak of the same countries.

Reports that are not alike at all, or years apart, speak of two disputes whatever their words, and
so do wishes that name different countries: sanctions on one state are not those on another.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

from lagebild.case.search import stems
from lagebild.language.senses import packaged as packaged_senses
from lagebild.picture.material import Material
from lagebild.picture.positions.scenes import Scenes, scene
from lagebild.picture.positions.wishes import Wish
from lagebild.picture.vectors import tfidf, unit_rows

LEARNT = {"matter": 3.4, "sense": 1.7, "report": 2.4, "land": 3.4}
BEGINNING = -6.2
"""Weights and constant of the regression, fitted on pairs of `benchmarks/issue_pairs.tsv` whose
part is "seen" by `python -m benchmarks.issues --fit`; its other parts are only measured."""
ONE_REPORT = 0.5
ALIKE = 0.07
"""Cosine of two reports' words from which they can speak of one dispute."""
LONGEST_DAYS = 550
"""Days between two reports after which a dispute on the same words is another one."""
BLOCK = 512
"""Wishes that are compared with all others at once."""
Table = NDArray[np.float64]


class Affinity:
    """The measures of pairs of wishes, as tables of rows and columns."""

    def __init__(
        self, found: Material, wishes: Sequence[Wish], matters: Sequence[Mapping[str, float]]
    ) -> None:
        """Compare wishes, whose matters are given as stems with their weights."""
        self.number = len(wishes)
        articles = list(dict.fromkeys(wish.citation.article for wish in wishes))
        place = {article: n for n, article in enumerate(articles)}
        texts = [Counter(stems(found.articles[article].text)) for article in articles]
        reports = tfidf(texts)
        self._reports = np.asarray((reports @ reports.T).todense(), np.float32)
        self._report = np.array([place[wish.citation.article] for wish in wishes], np.int64)
        self._matters = _rows(matters, texts)
        self._senses = packaged_senses().of([wish.about for wish in wishes])
        self._scenes = Scenes([scene(found, wish) for wish in wishes])

    def measures(self, rows: slice, others: slice) -> dict[str, Table]:
        """Return each measure by name, for the wishes of `rows` and of `others`."""
        one, other = self._report[rows], self._report[others]
        together = one[:, None] == other[None, :]
        alike = self._reports[np.ix_(one, other)]
        matter = np.asarray((self._matters[rows] @ self._matters[others].T).todense())
        return {
            "matter": matter,
            "sense": (self._senses[rows] @ self._senses[others].T).astype(np.float64),
            "report": np.where(together, ONE_REPORT, alike),
            "land": self._scenes.overlaps(rows, others),
        }

    def likely(self, rows: slice, others: slice) -> Table:
        """Return the probability that two wishes speak on one issue, by row and column."""
        found = self.measures(rows, others)
        score = BEGINNING + sum(weight * found[name] for name, weight in LEARNT.items())
        apart = self._scenes.apart(rows, others) > LONGEST_DAYS
        near = ~(apart | self._scenes.strange(rows, others))
        return np.where(near & (found["report"] >= ALIKE), expit(score), 0.0)

    def distances(self) -> Table:
        """Return 1 - probability for each pair, condensed as scipy's clustering wants it."""
        number = self.number
        result = np.empty(number * (number - 1) // 2, np.float64)
        at = 0
        for start in range(0, number, BLOCK):
            block = 1 - self.likely(slice(start, start + BLOCK), slice(start, number))
            for row, values in enumerate(block):
                size = len(values) - row - 1
                result[at : at + size] = values[row + 1 :]
                at += size
        return result


def _rows(
    matters: Sequence[Mapping[str, float]], texts: Sequence[Mapping[str, int]]
) -> sparse.csr_matrix:
    """Return the matters as rows of length 1, each stem weighed by how few reports have it."""
    held = Counter(stem for text in texts for stem in text)
    every = sorted({stem for words in matters for stem in words})
    column = {stem: n for n, stem in enumerate(every)}
    rarity = {stem: 1 + math.log((1 + len(texts)) / (1 + held[stem])) for stem in every}
    cells = [
        (row, column[stem], weight * rarity[stem])
        for row, words in enumerate(matters)
        for stem, weight in sorted(words.items())
    ]
    rows, columns, values = np.array(cells, np.float64).reshape(-1, 3).T
    places = rows.astype(np.int64), columns.astype(np.int64)
    return unit_rows(sparse.csr_matrix((values, places), shape=(len(matters), len(every))))
