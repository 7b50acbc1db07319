"""Blocs: the partition of a signed graph that violates the least weight of its signs.

Two blocs are balance in the sense of Cartwright and Harary (1956): friends inside, enemies
between; the violated weight is the frustration index or line index of balance (Harary 1959; Aref,
Mason and Wilson 2018). Any number of blocs is generalised balance or clusterability (Davis 1967),
known as correlation clustering (Bansal, Blum and Chawla 2004). `most` bounds the number of blocs.

The graph falls apart at actors who alone hold its parts together (biconnected components). The
parts are solved one by one, which keeps the optimum: exactly up to `EXACT` actors a part, by local
search above. Actors of different components have no relation to compare them by, so each component
has blocs of its own.
"""

import time
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

from lagebild.errors import WrongUse
from lagebild.picture.moves import good_partition
from lagebild.picture.signed import weights_of
from lagebild.picture.triangles import best_partition

EXACT = 40
TIME_LIMIT_S = 20.0
SMALL = 1e-6
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Violation:
    """A tie that breaks the balance: `weight` > 0 between blocs, < 0 inside one."""

    a: str
    b: str
    weight: float


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of a bloc.

    `margin` is how much more weight would be violated if the actor alone went over to the bloc that
    suits it next best: 0 means that the signs do not decide where it belongs. `befriended` tells
    whether a positive tie joins it with another member; without one they share opponents only.
    """

    key: str
    name: str
    margin: float
    befriended: bool


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors who stand together; `component` numbers the connected part that they belong to."""

    component: int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Blocs:
    """The best partition found and how good it is.

    `frustration` is the violated weight, `bound` what no partition can go below (None where local
    search found it), `weight` the sum of absolute weights, `balance` the normalised 1 (nothing
    violated) to 0: 1 - 2 frustration / weight for two blocs (Aref and Wilson 2018), else
    1 - frustration / the lesser of positive and negative weight. `most` is the limit asked for.
    """

    blocs: tuple[Bloc, ...]
    frustration: float
    bound: float | None
    weight: float
    balance: float
    most: int | None
    violations: tuple[Violation, ...]

    @property
    def gap(self) -> float | None:
        """How far, relative to itself, the frustration may be from the best; 0 is proven best."""
        if self.bound is None:
            return None
        distance = self.frustration - self.bound
        return distance / self.frustration if distance > SMALL * max(1.0, self.weight) else 0.0

    @property
    def exact(self) -> bool:
        """Tell whether the partition is proven to be best."""
        return self.gap == 0.0

    def labels(self) -> dict[str, int]:
        """Return the number of each actor's bloc, in order of `blocs`."""
        return {m.key: n for n, bloc in enumerate(self.blocs) for m in bloc.members}


def find_blocs(graph: nx.Graph, most: int | None = 2, time_limit_s: float = TIME_LIMIT_S) -> Blocs:
    """Return the blocs of a signed graph (edges with `weight`, see `signed_graph`).

    Args:
        graph: The graph; actors without an edge are left out.
        most: At most so many blocs in a component, or None for as many as are best.
        time_limit_s: For all exact solutions together; then the best found so far counts, with its
            gap.

    Raises:
        WrongUse: `most` is less than 2.
    """
    if most is not None and most < 2:
        raise WrongUse(f"{most} blocs make no sense.", "Ask for 2 or more, or for any number.")
    tied = graph.subgraph(n for n in graph if graph.degree(n))
    deadline = time.monotonic() + time_limit_s
    labels: dict[str, int] = {}
    bounds: list[float | None] = []
    for part in _parts(tied):
        bounds.append(_place(tied.subgraph(part), most, deadline, labels))
    bound = None if None in bounds else float(sum(b for b in bounds if b is not None))
    return _blocs(tied, labels, most, bound)


def _parts(graph: nx.Graph) -> list[list[str]]:
    """Return the biconnected components; each shares at most one actor with all those before it."""
    parts = [sorted(part) for part in nx.biconnected_components(graph)]
    waiting = sorted(parts, key=lambda part: (-len(part), part))
    of: dict[str, list[int]] = {}
    for number, part in enumerate(waiting):
        for key in part:
            of.setdefault(key, []).append(number)
    ordered: list[list[str]] = []
    seen: set[int] = set()
    for start in range(len(waiting)):
        queue = [start] if start not in seen else []
        seen.update(queue)
        while queue:
            part = waiting[queue.pop(0)]
            ordered.append(part)
            near = sorted({n for key in part for n in of[key]} - seen)
            seen.update(near)
            queue += near
    return ordered


def _place(
    graph: nx.Graph, most: int | None, deadline: float, labels: dict[str, int]
) -> float | None:
    """Solve one part, add its labels so that they fit those known, and return the bound."""
    nodes = sorted(graph)
    found, bound = partition(weights_of(graph, nodes), most, deadline - time.monotonic())
    fresh = max(labels.values(), default=-1) + 1 if most is None else 0
    new = {label: label + fresh for label in set(found.tolist())}
    for key, label in zip(nodes, found.tolist(), strict=True):
        if key in labels:
            old = new[label]
            new = {n: _swapped(to, old, labels[key]) for n, to in new.items()}
    labels.update({key: new[label] for key, label in zip(nodes, found.tolist(), strict=True)})
    return bound


def _swapped(label: int, one: int, other: int) -> int:
    return other if label == one else one if label == other else label


def partition(
    weights: npt.NDArray[np.float64], most: int | None, time_limit_s: float = TIME_LIMIT_S
) -> tuple[Ints, float | None]:
    """Return the bloc of each actor and the proven lower bound (None above `EXACT` actors)."""
    good = good_partition(weights, most)
    violated = violated_weight(weights, good)
    if violated <= SMALL:
        return good, 0.0
    if len(weights) > EXACT:
        return good, None
    best = best_partition(weights, most, time_limit_s, violated)
    if best.labels is not None and violated_weight(weights, best.labels) < violated - SMALL:
        return best.labels, best.bound
    return good, best.bound


def violated_weight(weights: npt.NDArray[np.float64], labels: Ints) -> float:
    """Return the weight of positive ties between blocs and negative ties inside them."""
    upper = np.triu(weights, 1)
    together = labels[:, None] == labels[None, :]
    return float(upper[(upper > 0) & ~together].sum() - upper[(upper < 0) & together].sum())


def _blocs(graph: nx.Graph, labels: dict[str, int], most: int | None, bound: float | None) -> Blocs:
    violations = [
        Violation(min(a, b), max(a, b), float(weight))
        for a, b, weight in graph.edges(data="weight")
        if (weight > 0) == (labels[a] != labels[b])
    ]
    weights = [float(weight) for _, _, weight in graph.edges(data="weight")]
    frustration = float(sum(abs(v.weight) for v in violations))
    return Blocs(
        blocs=_grouped(graph, labels, most),
        frustration=frustration,
        bound=bound,
        weight=float(sum(map(abs, weights))),
        balance=_balance(frustration, weights, most),
        most=most,
        violations=tuple(sorted(violations, key=lambda v: (-abs(v.weight), v.a, v.b))),
    )


def _balance(frustration: float, weights: list[float], most: int | None) -> float:
    positive = sum(weight for weight in weights if weight > 0)
    negative = -sum(weight for weight in weights if weight < 0)
    worst = (positive + negative) / 2 if most == 2 else min(positive, negative)
    return 1.0 - frustration / worst if worst > 0 else 1.0


def _grouped(graph: nx.Graph, labels: dict[str, int], most: int | None) -> tuple[Bloc, ...]:
    blocs = []
    components = sorted(map(sorted, nx.connected_components(graph)), key=lambda c: (-len(c), c))
    for number, component in enumerate(components):
        groups: dict[int, list[Member]] = {}
        for key in component:
            name, bloc = graph.nodes[key].get("name", key), labels[key]
            friends = (n for n, edge in graph[key].items() if edge["weight"] > 0)
            befriended = any(labels[friend] == bloc for friend in friends)
            member = Member(key, name, _margin(graph, labels, key, most), befriended)
            groups.setdefault(bloc, []).append(member)
        sizes = {key: sum(abs(d["weight"]) for d in graph[key].values()) for key in component}
        for members in sorted(groups.values(), key=lambda g: (-len(g), g[0].key)):
            ordered = sorted(members, key=lambda m: (-sizes[m.key], m.key))
            blocs.append(Bloc(number, tuple(ordered)))
    return tuple(blocs)


def _margin(graph: nx.Graph, labels: dict[str, int], key: str, most: int | None) -> float:
    pull: dict[int, float] = {}
    for other, edge in graph[key].items():
        pull[labels[other]] = pull.get(labels[other], 0.0) + float(edge["weight"])
    own = pull.pop(labels[key], 0.0)
    others = list(pull.values())
    if most is None or len(others) < most - 1:
        others.append(0.0)
    return own - max(others)
