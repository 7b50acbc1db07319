"""What actors did to each other as columns of numbers, so that windows can be added up at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select

from lagebild.case import Filter, schema
from lagebild.case.stories import kept_event_stories
from lagebild.picture.stories import METHOD, event_stories
from lagebild.picture.ties import RelationOptions, Ties, ties
from lagebild.web.moments import Numbers, days_of
from lagebild.web.view import View
from lagebild.web.windows import Window

SMALL = 1e-9
AT_ONCE = 400
"""In cases of so many articles at most, stories are found within a second or two, on the spot."""
Amounts = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Dealings:
    """The acts of a case, each counted once (see `picture.ties`); columns have one row for each.

    Attributes:
        found: What the columns are taken from.
        keys: Actor keys; `source` and `target` are indices into it.
        source: Who acts.
        target: Towards whom.
        weight: Signed weight on the scale of relations.
        day: First day as Python's ordinal, 0 where unknown.
        once: False for the second row of an act that binds both sides alike.
        finding: Kind of finding and what it is: `event:AGREE`.
        tie: Number of the act in `found`.
        joined: Whether tellings of one event in several articles are joined; until the stories of
            a large case are found, those of one day are.
    """

    found: Ties
    keys: tuple[str, ...]
    source: Numbers
    target: Numbers
    weight: Amounts
    day: Numbers
    once: NDArray[np.bool_]
    finding: NDArray[np.object_]
    tie: Numbers
    joined: bool

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each actor key."""
        return {key: n for n, key in enumerate(self.keys)}

    @cached_property
    def evidence(self) -> dict[int, tuple[str, ...]]:
        """The ids of the findings of each act, by the act's number in `found`."""
        findings = self.found.findings
        order = np.argsort(findings["tie"].to_numpy(), kind="stable")
        acts, starts = np.unique(findings["tie"].to_numpy()[order], return_index=True)
        parts = np.split(findings["id"].to_numpy(object)[order], starts[1:])
        return {int(act): tuple(part) for act, part in zip(acts, parts, strict=True)}

    def within(self, shown: Window) -> NDArray[np.bool_]:
        """Tell for each act whether it falls in the window."""
        return (self.day >= shown.first.toordinal()) & (self.day <= shown.last.toordinal())

    def involvement(self, chosen: NDArray[np.bool_]) -> Amounts:
        """Return for each actor the weights of all that it did and suffered, without signs."""
        amounts = np.abs(self.weight[chosen])
        count = len(self.keys)
        did = np.bincount(self.source[chosen], amounts, count)
        suffered = np.bincount(self.target[chosen], amounts, count)
        return np.asarray(did + suffered, dtype=np.float64)

    def sums(self, chosen: NDArray[np.bool_], actors: Sequence[str]) -> Amounts:
        """Return cooperation and conflict between some actors, shape (2, actors, actors).

        The second axis acts, the third is acted upon; in the order of `actors` (keys).
        """
        place = np.full(len(self.keys), -1)
        for n, key in enumerate(actors):
            if key in self.index:
                place[self.index[key]] = n
        a, b = place[self.source], place[self.target]
        kept = chosen & (a >= 0) & (b >= 0)
        size = len(actors)
        pair, weight = a[kept] * size + b[kept], self.weight[kept]
        signs = [np.bincount(pair, np.maximum(s * weight, 0), size * size) for s in (1, -1)]
        return np.asarray(signs, dtype=np.float64).reshape(2, size, size)


def dealings(view: View, where: Filter) -> Dealings:
    """Return the acts that pass the filter, whatever their date and whoever acts.

    Raises:
        KnowledgeError: The scale has an error.
    """
    every = _timeless(where)
    return view.remember(("dealings", every), lambda: _found(view, every))


def dealings_known(view: View, where: Filter) -> bool:
    """Tell whether the acts that pass the filter are at hand."""
    return view.remembers(("dealings", _timeless(where)))


def _timeless(where: Filter) -> Filter:
    return replace(where, since=None, until=None, actor=None, words=None, status=None)


def _found(view: View, where: Filter) -> Dealings:
    stories = _stories(view)
    options = RelationOptions(stories=stories or {})
    return _columns(ties(view.case, where, options), joined=stories is not None)


def _stories(view: View) -> dict[str, str] | None:
    """Return the story of each event; None where finding them would keep the reader waiting."""
    kept = kept_event_stories(view.connection, METHOD)
    if kept is not None:
        return kept
    articles = view.connection.scalar(select(func.count()).select_from(schema.articles)) or 0
    return event_stories(view.case) if articles <= AT_ONCE else None


def _columns(found: Ties, *, joined: bool) -> Dealings:
    counted = found.counted[found.counted["weight"].abs() > SMALL]
    source, target = counted["source"].to_numpy(object), counted["target"].to_numpy(object)
    keys, codes = np.unique(np.concatenate([source, target]).astype(str), return_inverse=True)
    first, second = codes[: len(source)], codes[len(source) :]
    twice = counted["symmetric"].to_numpy(bool) & (first > second)
    return Dealings(
        found=found,
        keys=tuple(map(str, keys)),
        source=first,
        target=second,
        weight=counted["weight"].to_numpy(float),
        day=days_of(counted["date"]),
        once=~twice,
        finding=counted["finding"].to_numpy(object),
        tie=counted["tie"].to_numpy(np.int64),
        joined=joined,
    )
