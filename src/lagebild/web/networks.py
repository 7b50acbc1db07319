"""Networks of actors: who is shown, where they stand, which ties and blocs a window has."""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from lagebild.case import Filter
from lagebild.case.filter import actor_keys
from lagebild.picture.blocs import find_blocs
from lagebild.web import links
from lagebild.web.dealings import SMALL, Amounts, Dealings, dealings
from lagebild.web.drawings import Picture, network
from lagebild.web.drawings.edges import Edge
from lagebild.web.drawings.layout import positions, ring
from lagebild.web.drawings.network import BLOCS, Actor
from lagebild.web.view import View
from lagebild.web.windows import Window

TIES_PER_ACTOR = 2.4
"""How many of the strongest ties are drawn: enough to see who belongs together, not more."""
BLOC_TIME_S = 0.3
EGO_ALTERS = 18
Place = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Cast:
    """Who is shown and where, for the whole time: windows change ties and blocs, not this.

    `keys` are those of the actors, the weightiest first, `weights` how weighty each is; `hidden`
    others are left out. `blocs` numbers the bloc of each over the whole time, from 1; 0 for none.
    """

    keys: tuple[str, ...]
    weights: Amounts
    places: dict[str, Place]
    blocs: dict[str, int]
    hidden: int
    centre: str | None


@dataclass(frozen=True, eq=False)
class Scene:
    """A cast in one window: the sums between them (see `Dealings.sums`) and the blocs."""

    cast: Cast
    sums: Amounts
    blocs: dict[str, int]
    shown: Window | None


def cast(view: View, where: Filter, most: int) -> Cast:
    """Return the actors to show: the weightiest, or those around the filter's actor.

    Raises:
        WrongUse: No actor has the name that the filter gives.
    """
    key = ("network", "cast", where.actor, where.type, where.outlet, where.article, most)
    return view.remember(key, lambda: _cast(view, where, most))


def _cast(view: View, where: Filter, most: int) -> Cast:
    found = dealings(view, where)
    every = np.ones(len(found.weight), dtype=bool)
    weights = found.involvement(every)
    centre = None
    if where.actor:
        known = [
            found.index[k] for k in actor_keys(view.connection, where.actor) if k in found.index
        ]
        weights, centre = _around(found, known, weights)
    order = np.argsort(-weights, kind="stable")
    chosen = [found.keys[code] for code in order[:most] if weights[code] > 0]
    sums = found.sums(every, chosen)
    tied = sums.sum(axis=(0, 1)) + sums.sum(axis=(0, 2)) > SMALL
    keys, sums = tuple(np.array(chosen)[tied].tolist()), sums[:, tied][:, :, tied]
    blocs = _blocs(found, every, keys)
    ties = {(keys[a], keys[b]): (sums[0, a, b], sums[1, a, b]) for a, b in _pairs(sums)}
    hidden = int((weights > 0).sum()) - len(keys)
    weight = (sums.sum(axis=1) + sums.sum(axis=2)).sum(axis=0)
    return Cast(keys, weight, positions(keys, ties, blocs), blocs, hidden, centre)


def _around(found: Dealings, known: list[int], weights: Amounts) -> tuple[Amounts, str | None]:
    """Return the weights of the ties with one actor, who itself weighs most."""
    if not known:
        return np.zeros_like(weights), None
    centre = max(known, key=lambda code: weights[code])
    around = found.involvement((found.source == centre) | (found.target == centre))
    around[centre] = np.inf
    return around, found.keys[centre]


def scene(found: Dealings, of: Cast, shown: Window | None) -> Scene:
    """Return what the cast did in a window; in all time, dated or not, where it is None."""
    chosen = _within(found, shown)
    blocs = of.blocs if shown is None else _named(of.blocs, _blocs(found, chosen, of.keys))
    return Scene(of, found.sums(chosen, of.keys), blocs, shown)


def smaller(found: Dealings, of: Cast, whole: Scene) -> Scene:
    """Return the same window with fewer actors, who keep their blocs."""
    blocs = {key: bloc for key, bloc in whole.blocs.items() if key in of.places}
    return Scene(of, found.sums(_within(found, whole.shown), of.keys), blocs, whole.shown)


def _within(found: Dealings, shown: Window | None) -> NDArray[np.bool_]:
    return np.ones(len(found.weight), dtype=bool) if shown is None else found.within(shown)


def _blocs(found: Dealings, chosen: NDArray[np.bool_], keys: Sequence[str]) -> dict[str, int]:
    """Return the blocs of two and more, the largest first from 1; others are in none."""
    cooperation, conflict = found.sums(chosen & found.once, keys)
    balance = cooperation - conflict
    balance = balance + balance.T
    graph = nx.Graph()
    graph.add_nodes_from(keys)
    for a, b in zip(*np.nonzero(np.triu(np.abs(balance) > SMALL)), strict=True):
        graph.add_edge(keys[a], keys[b], weight=float(balance[a, b]))
    groups = [
        [member.key for member in bloc.members]
        for bloc in find_blocs(graph, None, BLOC_TIME_S).blocs
        if len(bloc.members) > 1
    ]
    order = sorted(groups, key=lambda group: (-len(group), group))
    return {key: n for n, group in enumerate(order, 1) for key in group}


def _named(before: dict[str, int], now: dict[str, int]) -> dict[str, int]:
    """Return the blocs of now, numbered as the ones before that they share most members with."""
    shared = nx.Graph()
    for key, bloc in now.items():
        if key in before:
            pair = (("now", bloc), ("before", before[key]))
            weight = shared.get_edge_data(*pair, {"weight": 0})["weight"]
            shared.add_edge(*pair, weight=weight + 1)
    same = dict(sorted(sorted(pair, reverse=True) for pair in nx.max_weight_matching(shared)))
    numbers = {new: old for (_, new), (_, old) in same.items()}
    free = iter(n for n in range(1, len(now) + len(before) + 2) if n not in numbers.values())
    for bloc in sorted(set(now.values()) - set(numbers)):
        numbers[bloc] = next(free)
    return {key: numbers[bloc] for key, bloc in now.items()}


def drawn(view: View, of: Scene, where: Filter, size: tuple[float, float], name: str) -> Picture:
    """Return the picture of a scene."""
    keys = of.cast.keys
    names = view.names(set(keys))
    amounts = of.sums.sum(axis=2) + of.sums.sum(axis=1)
    actors = [
        Actor(
            key,
            names[key],
            _described(view, names[key], amounts[:, n]),
            _centred(key, of.shown),
            float(of.cast.weights[n]),
            of.blocs.get(key, 0) if of.blocs.get(key, 0) <= BLOCS else 0,
            *of.cast.places[key],
            key == of.cast.centre,
            amounts[:, n].sum() <= SMALL,
        )
        for n, key in enumerate(keys)
    ]
    return network(actors, _edges(view, of, where, names), size, view.t, name)


def _centred(key: str, shown: Window | None) -> str:
    """Return the address of the network around an actor; groups of one article have none."""
    if links.IN_ONE_ARTICLE.fullmatch(key):
        return links.actor(key)
    return links.with_query("/network", actor=key, **_address(shown))


def ties_shown(of: Scene) -> tuple[int, int]:
    """Return how many pairs of actors are drawn as tied, and how many there are."""
    every = len(_pairs(of.sums))
    return min(every, _most_ties(of)), every


def ego(view: View, key: str, size: tuple[float, float]) -> Picture | None:
    """Return an actor in the middle of those it deals with most, from cooperation to conflict.

    None where it deals with nobody.
    """
    kept = ("network", "ego", key, size, view.t.language)
    return view.remember(kept, lambda: _ego(view, key, size))


def _ego(view: View, key: str, size: tuple[float, float]) -> Picture | None:
    found = dealings(view, Filter())
    centre = found.index.get(key)
    if centre is None:
        return None
    most = EGO_ALTERS if size[0] > size[1] else EGO_ALTERS // 2
    own = (found.source == centre) | (found.target == centre)
    around = found.involvement(own)
    around[centre] = 0
    order = np.argsort(-around, kind="stable")[:most]
    alters = [found.keys[code] for code in order if around[code] > 0]
    sums = found.sums(own, [key, *alters])
    balance = (sums[0] - sums[1])[0, 1:] + (sums[0] - sums[1])[1:, 0]
    keys = (key, *(alters[n] for n in np.argsort(-balance, kind="stable")))
    sums = found.sums(own, keys)
    weights = (sums.sum(axis=1) + sums.sum(axis=2)).sum(axis=0)
    hidden = int((around > 0).sum()) - len(alters)
    around_it = Cast(keys, weights, ring(keys), {}, hidden, key)
    return drawn(view, Scene(around_it, sums, {}, None), Filter(), size, f"ego-{size[0]:g}")


def _edges(view: View, of: Scene, where: Filter, names: dict[str, str]) -> list[Edge]:
    keys = of.cast.keys
    strongest = sorted(_pairs(of.sums), key=lambda p: (-_strength(of.sums, *p), p))
    edges = []
    for a, b in strongest[: _most_ties(of)]:
        forth, back = _both(of.sums[:, a, b]), _both(of.sums[:, b, a])
        one, other = names[keys[a]], names[keys[b]]
        labels = tuple(
            f"{one} – {other}: {view.t(f'tone.{sign}')}; {one} → {other} "
            f"{view.t.number(round(forth[n], 1))}, {other} → {one} "
            f"{view.t.number(round(back[n], 1))}"
            for n, sign in enumerate(("cooperation", "conflict"))
        )
        hrefs = tuple(
            _relation(keys[a], keys[b], of.shown, where, sign)
            for sign in ("cooperation", "conflict")
        )
        edges.append(
            Edge(keys[a], keys[b], forth, back, (labels[0], labels[1]), (hrefs[0], hrefs[1]))
        )
    return edges


def _relation(a: str, b: str, shown: Window | None, where: Filter, sign: str) -> str:
    """Return the address of what lies behind a tie."""
    given = {"a": a, "b": b, "sign": sign, "type": where.type, "outlet": where.outlet}
    return links.with_query("/network/relation", **given, **_address(shown))


def _address(shown: Window | None) -> dict[str, str]:
    return shown.address() if shown else {}


def _pairs(sums: Amounts) -> list[tuple[int, int]]:
    """Return the pairs of actors (first before second) that have any tie."""
    total = sums.sum(axis=0)
    tied = np.triu(total + total.T, 1) > SMALL
    return [(int(a), int(b)) for a, b in zip(*np.nonzero(tied), strict=True)]


def _strength(sums: Amounts, a: int, b: int) -> float:
    return float(sums[:, a, b].sum() + sums[:, b, a].sum())


def _most_ties(of: Scene) -> int:
    return round(TIES_PER_ACTOR * len(of.cast.keys))


def _both(amounts: Amounts) -> tuple[float, float]:
    return float(amounts[0]), float(amounts[1])


def _described(view: View, name: str, amounts: Amounts) -> str:
    cooperation, conflict = (view.t.number(round(float(n), 1)) for n in amounts)
    return view.t("network.actor", name=name, cooperation=cooperation, conflict=conflict)
