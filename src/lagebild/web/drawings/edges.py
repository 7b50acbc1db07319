"""The edges of a network: two curves at most between two actors, one of each sign."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from lagebild.web.drawings.svg import joined, link, number, tag

THINNEST, THICKEST = 1.2, 7.0
BEND = 0.13
"""How far a curve bows out, as a share of its length, where there are two."""
ARROW_FROM = 0.2
"""The share of an edge that must go in a direction for it to have an arrowhead there."""
Point = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Disc:
    """Centre and radius in units."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Edge:
    """What two actors do towards each other.

    `forth` is what `source` does to `target`, `back` the other way: cooperation and conflict,
    each from 0. `labels` name the two curves in full, `href` lists what is behind them. What is
    `mutual` has no direction, and no arrowheads.
    """

    source: str
    target: str
    forth: tuple[float, float]
    back: tuple[float, float]
    labels: tuple[str, str]
    hrefs: tuple[str | None, str | None]
    mutual: bool = False

    @property
    def cooperation(self) -> float:
        """Both directions together."""
        return self.forth[0] + self.back[0]

    @property
    def conflict(self) -> float:
        """Both directions together."""
        return self.forth[1] + self.back[1]

    @property
    def strength(self) -> float:
        """All there is between the two."""
        return self.cooperation + self.conflict


def edge(one: Edge, discs: Mapping[str, Disc], strongest: float) -> Markup:
    """Return the curves of an edge; `strongest` is the amount that is drawn thickest."""
    both = one.cooperation > 0 and one.conflict > 0
    parts = []
    for sign, (name, bend) in enumerate((("cooperation", BEND), ("conflict", -BEND))):
        amounts = (one.forth[sign], one.back[sign])
        if sum(amounts) <= 0:
            continue
        thick = THINNEST + (THICKEST - THINNEST) * float(np.sqrt(sum(amounts) / strongest))
        share = amounts[0] / sum(amounts)
        heads = (1 - share >= ARROW_FROM, share >= ARROW_FROM)
        ends = (discs[one.source], discs[one.target])
        if one.mutual:
            heads = (False, False)
        drawn = _curve(*ends, bend if both else 0.0, heads, thick)
        parts.append(link(one.hrefs[sign], one.labels[sign], *drawn(name)))
    return joined(parts)


class _Curve:
    """A quadratic curve between two discs with arrowheads, to be drawn with a class."""

    def __init__(self, path: str, thick: float, heads: list[str]) -> None:
        self.path, self.thick, self.heads = path, thick, heads

    def __call__(self, sign: str) -> list[Markup]:
        line = tag("path", d=self.path, stroke_width=self.thick, class_=f"edge edge-{sign}")
        area = tag("path", d=self.path, class_="edge-area")
        return [area, line, *(tag("path", d=head, class_=sign) for head in self.heads)]


def _curve(a: Disc, b: Disc, bend: float, heads_at: tuple[bool, bool], thick: float) -> _Curve:
    start, end = np.array([a.x, a.y]), np.array([b.x, b.y])
    along = end - start
    length = max(float(np.hypot(*along)), 1e-6)
    control = (start + end) / 2 + np.array([along[1], -along[0]]) * bend
    head = 5.0 + 1.3 * thick
    fits = length > a.radius + b.radius + 2 * head
    first = _trimmed(start, control, a.radius + 2)
    last = _trimmed(end, control, b.radius + 2)
    heads, ends = [], []
    for tip, wanted in ((first, heads_at[0]), (last, heads_at[1])):
        back = _towards(tip, control, head if wanted and fits else 0.0)
        if wanted and fits:
            heads.append(_head(tip, back, head * 0.42))
        ends.append(back)
    path = f"M{_pair(ends[0])}Q{_pair(control)} {_pair(ends[1])}"
    return _Curve(path, thick, heads)


def _trimmed(centre: Point, control: Point, radius: float) -> Point:
    return _towards(centre, control, radius)


def _towards(point: Point, other: Point, distance: float) -> Point:
    way = other - point
    moved: Point = point + way * (distance / max(float(np.hypot(*way)), 1e-6))
    return moved


def _head(tip: Point, back: Point, half: float) -> str:
    way = tip - back
    aside = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1e-6) * half
    return f"M{_pair(tip)}L{_pair(back + aside)} {_pair(back - aside)}Z"


def _pair(point: Point) -> str:
    return f"{number(float(point[0]))} {number(float(point[1]))}"
