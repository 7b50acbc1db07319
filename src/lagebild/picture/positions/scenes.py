"""Where a wish plays: the countries it speaks of, and how surely two speak of the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lagebild.picture.material import Material
from lagebild.picture.positions.wishes import Wish

SOON = 30
"""Days within which wishes that name no country are of one scene if their articles share one."""
READ_COUNTRIES = 3
"""Countries that an article speaks of most, for wishes that name none."""
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scene:
    """The countries that a wish speaks of; whether it names them itself; its report and date."""

    article: str
    countries: frozenset[str]
    named: bool
    published: str | None


def scene(found: Material, wish: Wish) -> Scene:
    """Return the countries that a wish names beside its own side, else those of its article."""
    article, span = wish.citation.article, wish.citation.span
    own = {actor.country for key in wish.actors if (actor := found.actors.get(key))}
    told = [(p.words, p.country) for p in found.placed.get(article, ()) if span.covers(p.span)]
    for mention in found.mentioned.get(article, ()):
        actor = found.actors.get(mention.actor)
        if actor is not None and span.covers(mention.span):
            told.append((mention.words, actor.country))
    named = frozenset(country for words, country in told if country and words in wish.about) - own
    countries = named or found.setting(article, READ_COUNTRIES)
    return Scene(article, frozenset(countries), bool(named), wish.published)


class Scenes:
    """The scenes of wishes as tables, so that many pairs are compared at once."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        """Number the countries and the days."""
        every = sorted({country for s in scenes for country in s.countries})
        column = {country: n for n, country in enumerate(every)}
        self._holds = np.zeros((len(scenes), len(every)), np.float32)
        for row, one in enumerate(scenes):
            self._holds[row, [column[country] for country in one.countries]] = 1
        self._sizes = self._holds.sum(axis=1)
        self._named = np.array([s.named for s in scenes], bool)
        self._days = np.array([_day(s.published) for s in scenes], np.float64)

    def overlaps(self, rows: slice, others: slice) -> Table:
        """Return how surely wishes speak of the same countries, 0 to 1, by row and column."""
        shared = self._holds[rows] @ self._holds[others].T
        one, other = self._sizes[rows, None], self._sizes[None, others]
        least, most = np.minimum(one, other), np.maximum(one, other)
        near = self.apart(rows, others) <= SOON
        silent = np.where(near, shared > 0, shared / np.maximum(most, 1))
        named = self._named[rows, None] | self._named[None, others]
        sure = np.where(named, shared / np.maximum(least, 1), silent)
        result: Table = np.where(least == 0, 1.0, sure).astype(np.float64)
        return result

    def strange(self, rows: slice, others: slice) -> NDArray[np.bool_]:
        """Tell where both wishes name countries and none is the same."""
        both = self._named[rows, None] & self._named[None, others]
        result: NDArray[np.bool_] = both & (self._holds[rows] @ self._holds[others].T == 0)
        return result

    def apart(self, rows: slice, others: slice) -> Table:
        """Return the days between the reports of wishes; not a number where one has no date."""
        result: Table = np.abs(self._days[rows, None] - self._days[None, others])
        return result


def _day(published: str | None) -> float:
    return float(date.fromisoformat(published[:10]).toordinal()) if published else float("nan")
