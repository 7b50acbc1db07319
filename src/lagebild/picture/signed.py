"""The signed graph of a picture: who stands how to whom, without direction.

Two actors are joined by the balance of all acts between them, whoever acted; an act that binds both
alike counts once. Where cooperation and conflict cancel out, there is no edge.
"""

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from lagebild.picture.ties import Ties

SMALL = 1e-9


def undirected(found: Ties) -> pd.DataFrame:
    """Return the counted acts that have a sign, with their two actors in alphabetical order.

    Columns: `a`, `b` (node keys, a < b), `weight`, `date`, `news` (its story), `tie`.
    """
    counted = found.counted[found.counted["weight"].abs() > SMALL]
    source, target = counted["source"].to_numpy(str), counted["target"].to_numpy(str)
    swapped = source > target
    acts = pd.DataFrame(
        {
            "a": np.where(swapped, target, source),
            "b": np.where(swapped, source, target),
            "weight": counted["weight"].to_numpy(dtype=float),
            "date": counted["date"].to_numpy(dtype=object),
            "news": counted["news"].to_numpy(dtype=object),
            "tie": counted["tie"].to_numpy(),
        }
    )
    twice = counted["symmetric"].to_numpy(dtype=bool) & swapped
    return acts[~twice].reset_index(drop=True)


def signed_graph(found: Ties, actors: int | None = None, min_stories: int = 1) -> nx.Graph:
    """Return the signed graph of the acts.

    Nodes have `name`, `kind`, `country`; edges have `weight` (signed), `cooperation`, `conflict`
    (both at least 0) and `acts`. With `actors`, only so many actors of the greatest sum of absolute
    balances; with `min_stories`, only actors that so many stories tell of.
    """
    acts = _told(undirected(found), min_stories)
    graph = nx.Graph()
    signs = acts.assign(
        cooperation=acts["weight"].clip(lower=0), conflict=-acts["weight"].clip(upper=0)
    )
    summed = (
        signs.groupby(["a", "b"], sort=True)
        .agg(
            weight=("weight", "sum"),
            cooperation=("cooperation", "sum"),
            conflict=("conflict", "sum"),
            acts=("tie", "size"),
        )
        .reset_index()
    )
    if actors is not None:
        summed = _strongest(summed, actors)
    for a, b, weight, cooperation, conflict, number in summed.itertuples(index=False):
        for key in (a, b):
            node = found.node(key)
            graph.add_node(key, name=node.name, kind=node.kind, country=node.country)
        if abs(weight) > SMALL:
            graph.add_edge(
                a, b, weight=weight, cooperation=cooperation, conflict=conflict, acts=number
            )
    return graph


def _told(acts: pd.DataFrame, min_stories: int) -> pd.DataFrame:
    """Leave out the acts of actors whom fewer stories tell of."""
    if min_stories <= 1:
        return acts
    ends = pd.concat([acts[[end, "news"]].set_axis(["actor", "news"], axis=1) for end in "ab"])
    stories = ends.drop_duplicates().groupby("actor").size()
    known = set(stories.index[stories >= min_stories])
    return acts[acts["a"].isin(known) & acts["b"].isin(known)]


def _strongest(summed: pd.DataFrame, actors: int) -> pd.DataFrame:
    """Leave the ties among so many actors of the greatest sum of absolute balances."""
    size = summed["weight"].abs()
    ends = pd.concat([pd.Series(size.to_numpy(), index=summed[end]) for end in "ab"])
    sizes = ends.groupby(level=0, sort=True).sum().sort_values(ascending=False, kind="stable")
    chosen = set(sizes.index[:actors])
    return summed[summed["a"].isin(chosen) & summed["b"].isin(chosen)]


def weights_of(graph: nx.Graph, nodes: list[str]) -> npt.NDArray[np.float64]:
    """Return the signed weights as a matrix in order of `nodes`, shape (n, n)."""
    matrix: npt.NDArray[np.float64] = nx.to_numpy_array(graph, nodes, dtype=np.float64)
    return matrix
