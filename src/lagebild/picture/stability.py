"""How sure blocs are: who stands together in how many draws of the stories, and who is torn.

Each draw gives a signed graph of its own, whose best partition local search finds. Two actors are
compared in those draws in which ties connect them; a draw that leaves one of them without ties says
nothing about the two.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from lagebild.picture.blocs import Blocs
from lagebild.picture.moves import inner_weight, settled
from lagebild.picture.resampling import DEFAULT, Resampling, drawn, interval, summed
from lagebild.picture.signed import undirected
from lagebild.picture.ties import Ties

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

SURE = 0.95
TORN = 0.8
STARTS = 6


@dataclass(frozen=True, slots=True)
class Torn:
    """An actor who often leaves its bloc.

    `loyalty` is the mean share of draws in which it stands with the other members of its bloc.
    """

    key: str
    name: str
    loyalty: float


@dataclass(frozen=True, slots=True)
class Stability:
    """What drawing the stories again does to blocs.

    `together` has the share of draws in which two actors are in the same bloc (NaN where no draw
    connects them), a frame with the actors' keys as rows and columns. `cores` are groups of two or
    more of whom each stands with each other in at least `SURE` of the draws. `torn` are the actors
    whose loyalty is below `TORN`, least loyal first. `violated` is the 90 % interval of the share
    of weight that is violated. `stories` counts those that are drawn from: one alone tells nothing,
    so that there are no cores and none is torn.
    """

    draws: int
    together: pd.DataFrame
    cores: tuple[tuple[str, ...], ...]
    torn: tuple[Torn, ...]
    violated: tuple[float, float]
    stories: int


def stability(
    found: Ties, graph: nx.Graph, blocs: Blocs, resampling: Resampling = DEFAULT
) -> Stability:
    """Return how the blocs of `graph` hold when the stories behind it are drawn again.

    Args:
        found: The acts that the graph was made of.
        graph: The signed graph whose blocs were found.
        blocs: Those blocs.
        resampling: How often and from which seed.
    """
    nodes = [member.key for bloc in blocs.blocs for member in bloc.members]
    if not nodes:
        return Stability(resampling.draws, pd.DataFrame(), (), (), (0.0, 0.0), 0)
    labels = np.array([number for number, bloc in enumerate(blocs.blocs) for _ in bloc.members])
    graphs = _graphs(found, nodes, resampling)
    drawn_labels = _searched(graphs, labels, blocs.most, resampling.seed)
    together = _together(graphs, drawn_labels)
    frame = pd.DataFrame(together, index=nodes, columns=nodes)
    names = {key: graph.nodes[key].get("name", key) for key in nodes}
    stories = int(undirected(found)["news"].nunique())
    several = stories > 1
    return Stability(
        draws=resampling.draws,
        together=frame if several else frame * np.nan,
        cores=_cores(together, nodes) if several else (),
        torn=_torn(together, labels, nodes, names) if several else (),
        violated=_violated(graphs, drawn_labels) if several else (0.0, 1.0),
        stories=stories,
    )


def _graphs(found: Ties, nodes: list[str], resampling: Resampling) -> Floats:
    """Return the signed weights of each draw, shape (draws, n, n)."""
    acts = undirected(found)
    place = {key: number for number, key in enumerate(nodes)}
    among = (acts["a"].isin(place) & acts["b"].isin(place)).to_numpy()
    times = drawn(acts["news"], resampling, among)
    acts, n = acts[among], len(nodes)
    a, b = acts["a"].map(place).to_numpy(np.int64), acts["b"].map(place).to_numpy(np.int64)
    pairs, groups = np.unique(a * n + b, return_inverse=True)
    weights = summed(times, acts["weight"].to_numpy(float), groups.astype(np.int64), len(pairs))
    graphs = np.zeros((resampling.draws, n, n))
    graphs[:, pairs // n, pairs % n] = weights
    graphs[:, pairs % n, pairs // n] = weights
    return graphs


def _searched(graphs: Floats, labels: Ints, most: int | None, seed: int) -> Ints:
    """Return the blocs of each draw, shape (draws, n): the best of some searches."""
    draws, n = graphs.shape[:2]
    blocs = min(n, int(labels.max(initial=-1)) + 8) if most is None else most
    rng = np.random.default_rng(seed)
    best = settled(graphs, np.broadcast_to(labels % blocs, (draws, n)), blocs)
    inside = inner_weight(graphs, best)
    for _ in range(STARTS):
        tried = settled(graphs, rng.integers(blocs, size=(draws, n)), blocs)
        now = inner_weight(graphs, tried)
        better = now > inside
        best[better], inside[better] = tried[better], now[better]
    return best


def _together(graphs: Floats, labels: Ints) -> Floats:
    """Return the share of the draws that connect two actors in which they are in one bloc."""
    same = np.zeros(graphs.shape[1:])
    compared = np.zeros(graphs.shape[1:])
    for graph, blocs in zip(graphs, labels, strict=True):
        part = connected_components(csr_array(graph != 0), directed=False)[1]
        connected = part[:, None] == part[None, :]
        compared += connected
        same += connected & (blocs[:, None] == blocs[None, :])
    return np.where(compared > 0, same / np.maximum(compared, 1), np.nan)


def _violated(graphs: Floats, labels: Ints) -> tuple[float, float]:
    size = np.abs(graphs).sum(axis=(1, 2)) / 2
    positive = np.maximum(graphs, 0).sum(axis=(1, 2)) / 2
    tied = size > 0
    if not tied.any():
        return 0.0, 0.0
    share = (positive - inner_weight(graphs, labels))[tied] / size[tied]
    low, high = interval(share[:, None])
    return float(low[0]), float(high[0])


def _cores(together: Floats, nodes: list[str]) -> tuple[tuple[str, ...], ...]:
    apart = np.where(np.isnan(together), 1.0, 1.0 - together)
    np.fill_diagonal(apart, 0.0)
    tree = linkage(squareform(apart, checks=False), "complete")
    groups = fcluster(tree, 1.0 - SURE, "distance")
    found = [tuple(nodes[n] for n in np.flatnonzero(groups == g)) for g in np.unique(groups)]
    return tuple(sorted((c for c in found if len(c) > 1), key=lambda c: (-len(c), c)))


def _torn(
    together: Floats, labels: Ints, nodes: list[str], names: dict[str, str]
) -> tuple[Torn, ...]:
    found = []
    for number, key in enumerate(nodes):
        mates = np.flatnonzero((labels == labels[number]) & (np.arange(len(nodes)) != number))
        shares = together[number, mates]
        shares = shares[~np.isnan(shares)]
        if len(shares) and float(shares.mean()) < TORN:
            found.append(Torn(key, names[key], float(shares.mean())))
    return tuple(sorted(found, key=lambda torn: (torn.loyalty, torn.key)))
