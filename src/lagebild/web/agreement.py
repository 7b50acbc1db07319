"""Who agrees with whom: the discourse network of positions as a picture.

A tie of cooperation is congruence, one of conflict is conflict, as Leifeld defines both: products
of how often two actors speak on one issue on the same side, and on opposite sides.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from lagebild.picture.discourse.networks import OneMode, one_mode
from lagebild.picture.positions import Utterance, coded
from lagebild.web import links
from lagebild.web.drawings import Picture, network
from lagebild.web.drawings.edges import Edge
from lagebild.web.drawings.layout import positions
from lagebild.web.drawings.network import Actor, Meaning
from lagebild.web.view import View

MOST, MOST_NARROW = 24, 10
"""Actors that are drawn at most, those who speak most."""


def agreement(
    view: View, spoken: Sequence[Utterance], size: tuple[float, float], name: str
) -> Picture | None:
    """Return the network of the actors who speak most, None where no two of them share an issue."""
    counts = Counter(u.actor for u in spoken if u.published)
    most = MOST if size[0] > size[1] else MOST_NARROW
    shown = {key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]}
    said = coded([u for u in spoken if u.actor in shown], lambda key: key)
    congruence, conflict = (one_mode(said, kind, "no") for kind in _KINDS)
    ties = {
        (a, b): (float(congruence.loc[a, b]), float(conflict.loc[a, b]))
        for a, b in combinations(congruence.index, 2)
        if congruence.loc[a, b] or conflict.loc[a, b]
    }
    keys = sorted({key for tie in ties for key in tie})
    if not keys:
        return None
    names = view.names(set(keys))
    places = positions(keys, ties)
    actors = [
        Actor(
            key,
            names[key],
            f"{names[key]}: {view.t('positions.count', n=counts[key])}",
            links.with_query("/positions", actor=key),
            float(counts[key]),
            0,
            *places[key],
        )
        for key in keys
    ]
    edges = [_edge(view, tie, ties[tie], names) for tie in ties]
    return network(actors, edges, size, view.t, name, MEANING)


MEANING = Meaning("positions.network", "positions.congruence", "positions.conflict", None)
_KINDS: tuple[OneMode, OneMode] = ("congruence", "conflict")


def _edge(
    view: View, tie: tuple[str, str], amounts: tuple[float, float], names: dict[str, str]
) -> Edge:
    a, b = tie
    both = f"{names[a]} – {names[b]}"
    labels = [
        f"{both}: {view.t(f'positions.{kind}')} {view.t.number(amount)}"
        for kind, amount in zip(_KINDS, amounts, strict=True)
    ]
    half = (amounts[0] / 2, amounts[1] / 2)
    href = links.with_query("/positions", actor=b)
    return Edge(a, b, half, half, (labels[0], labels[1]), (href, href), mutual=True)
