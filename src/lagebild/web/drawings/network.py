"""The network of actors: who works with whom, who against whom.

An edge says by hue and dash whether it is cooperation (blue, whole) or conflict (orange, dashed),
by width how much, by arrowheads who acts towards whom. Blocs are grounds of one colour that join
their members; each disc carries its bloc's letter too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from markupsafe import Markup

from lagebild.web.drawings.edges import Disc, Edge, edge
from lagebild.web.drawings.layout import Points, spread
from lagebild.web.drawings.lettering import shortened, width
from lagebild.web.drawings.svg import Picture, joined, link, number, tag
from lagebild.web.wording import Wording

LABEL = 11.0
LONGEST_LABEL = 118.0
LEAST_RADIUS, MOST_RADIUS = 8.0, 19.0
MARGIN = 16.0
EDGE = 14.0
"""How far labels stay from the picture's edge, so that the grounds of blocs are not cut off."""
BLOCS = 8
"""How many blocs have a colour of their own; others are drawn as if in none."""
LEGEND_HEIGHT = 46.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A disc of the network.

    `x` and `y` lie between 0 and 1. `weight` (from 0) makes the size. `bloc` counts from 1; 0 is
    none. `centre` marks the one whose network it is, `idle` one who does nothing just now.
    """

    key: str
    name: str
    label: str
    href: str | None
    weight: float
    bloc: int
    x: float
    y: float
    centre: bool = False
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a network's ties are called: keys of the words; `towards` where they have directions."""

    title: str = "network.title"
    cooperation: str = "tone.cooperation"
    conflict: str = "tone.conflict"
    towards: str | None = "network.towards"


DEALINGS = Meaning()


def network(
    actors: Sequence[Actor],
    edges: Sequence[Edge],
    size: tuple[float, float],
    words: Wording,
    name: str = "network",
    meaning: Meaning = DEALINGS,
) -> Picture:
    """Return the network drawn in `size` (width and height in units), legend included.

    Args:
        actors: Discs; their names must fit in when shortened, so at most about 60.
        edges: Ties between keys of `actors`; others are left out.
        size: Width and height; a picture that is higher than wide swaps the axes.
        words: Texts of the reader's language.
        name: Prefix of ids, unique on the page.
        meaning: What the ties are called.
    """
    wide, high = size
    ground = high - LEGEND_HEIGHT
    discs = _placed(actors, wide, ground)
    strongest = max((max(e.cooperation, e.conflict) for e in edges), default=1.0)
    known = [e for e in edges if e.source in discs and e.target in discs]
    drawn = [edge(e, discs, strongest) for e in sorted(known, key=lambda e: e.strength)]
    parts = [
        *_grounds(actors, discs),
        tag("g", *drawn, data_roving=""),
        tag("g", *(_actor(actor, discs[actor.key]) for actor in actors), data_roving=""),
        _legend(wide, ground + 18, words, meaning, blocs=any(0 < a.bloc <= BLOCS for a in actors)),
    ]
    description = words("network.description", actors=len(actors), ties=len(known))
    return Picture(name, wide, high, words(meaning.title), description, joined(parts))


def _radii(actors: Sequence[Actor]) -> list[float]:
    most = max((actor.weight for actor in actors), default=0) or 1
    span = MOST_RADIUS - LEAST_RADIUS
    return [LEAST_RADIUS + span * float(np.sqrt(max(a.weight, 0) / most)) for a in actors]


def _placed(actors: Sequence[Actor], wide: float, high: float) -> dict[str, Disc]:
    """Return the discs so that neither they nor the labels below them overlap."""
    if not actors:
        return {}
    radii = np.array(_radii(actors))
    labels = [max(width(_label(a), LABEL), 2 * r) for a, r in zip(actors, radii, strict=True)]
    sizes = np.column_stack([np.array(labels) + 8, 2 * radii + LABEL + 9])
    points = _fitted(actors, sizes, wide, high)
    points = EDGE + spread(points - EDGE, sizes, wide - 2 * EDGE, high - 2 * EDGE)
    tops = points[:, 1] - sizes[:, 1] / 2 + 3
    return {
        a.key: Disc(float(x), float(top + r), float(r))
        for a, x, top, r in zip(actors, points[:, 0], tops, radii, strict=True)
    }


def _fitted(actors: Sequence[Actor], sizes: Points, wide: float, high: float) -> Points:
    """Return the middles of the boxes, the unit square stretched over the picture."""
    unit = np.array([(a.x, a.y) for a in actors])
    if high > wide:
        unit = unit[:, ::-1]
    margin = sizes.max(axis=0) / 2 + MARGIN / 2
    room = np.maximum(np.array([wide, high]) - 2 * margin, 1)
    fitted: Points = margin + unit * room
    return fitted


def _label(actor: Actor) -> str:
    return shortened(actor.name, LABEL, LONGEST_LABEL)


def _actor(actor: Actor, disc: Disc) -> Markup:
    """Return the disc with its bloc's letter and its name below."""
    bloc = actor.bloc if actor.bloc <= BLOCS else 0
    centre = " centre" if actor.centre else ""
    parts = [
        tag("circle", cx=disc.x, cy=disc.y, r=disc.radius, class_=f"mark node bloc-{bloc}{centre}")
    ]
    if bloc:
        parts.append(
            tag(
                "text",
                _letter(bloc),
                x=disc.x,
                y=disc.y + 4,
                class_="letter small strong middle",
                aria_hidden="true",
            )
        )
    parts.append(
        tag(
            "text",
            _label(actor),
            x=disc.x,
            y=disc.y + disc.radius + LABEL + 2,
            class_="small middle halo" + (" strong" if actor.centre else ""),
        )
    )
    return link(actor.href, actor.label, *parts, class_="idle" if actor.idle else None)


def _letter(bloc: int) -> str:
    return chr(ord("A") + bloc - 1)


def _grounds(actors: Sequence[Actor], discs: dict[str, Disc]) -> list[Markup]:
    """Return the ground of each bloc with two members or more: a broad line that joins them.

    The line follows the shortest tree over the members, so that it covers few others.
    """
    grounds = []
    for bloc in range(1, BLOCS + 1):
        members = [discs[a.key] for a in actors if a.bloc == bloc]
        if len(members) > 1:
            grounds.append(
                tag(
                    "path",
                    d=_tree(members),
                    fill="none",
                    stroke_width=64,
                    class_=f"bloc bloc-line-{bloc}",
                )
            )
    return grounds


def _tree(members: Sequence[Disc]) -> str:
    graph = nx.Graph()
    for i, a in enumerate(members):
        for j, b in enumerate(members[:i]):
            graph.add_edge(i, j, weight=(a.x - b.x) ** 2 + (a.y - b.y) ** 2)
    lines = sorted(nx.minimum_spanning_edges(graph, data=False))
    return " ".join(
        f"M{number(members[i].x)} {number(members[i].y)}L{number(members[j].x)} "
        f"{number(members[j].y)}"
        for i, j in lines
    )


def _legend(wide: float, y: float, words: Wording, meaning: Meaning, *, blocs: bool) -> Markup:
    """Return what the lines mean, in one or two rows."""
    entries = [
        (
            tag("line", x1=0, x2=26, y1=0, y2=0, stroke_width=3, class_="edge edge-cooperation"),
            words(meaning.cooperation),
        ),
        (
            tag("line", x1=0, x2=26, y1=0, y2=0, stroke_width=3, class_="edge edge-conflict"),
            words(meaning.conflict),
        ),
    ]
    if meaning.towards:
        arrow = tag("polygon", points="8,-4 18,0 8,4", class_="total")
        entries.append((arrow, words(meaning.towards)))
    if blocs:
        entries.append(
            (tag("circle", cx=14, cy=0, r=8, class_="node bloc-1"), words("network.bloc_letter"))
        )
    parts, x, line = [], 10.0, y
    for sign, name in entries:
        room = 34 + width(name, LABEL) + 16
        if x > 10 and x + room > wide:
            x, line = 10.0, line + 18
        parts += [
            tag("g", sign, transform=f"translate({number(x)} {number(line)})"),
            tag("text", name, x=x + 33, y=line + 4, class_="small soft"),
        ]
        x += room
    return joined(parts)
