"""Relations: what two actors' events, commitments and statements add up to.

A relation is directed, signed and dated. Every number can be traced: `evidence` holds the ids of
the findings that it adds up.
"""

from dataclasses import asdict, dataclass, fields

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from lagebild.case import Case, Filter
from lagebild.picture.ties import (
    DEFAULT,
    EVERYTHING,
    RelationOptions,
    Ties,
    extremes,
    numbered,
    ties,
)

ABOUT = "statement:about"


@dataclass(frozen=True, slots=True)
class Relation:
    """What `source` did towards `target` within a window.

    `cooperation` and `conflict` are sums of weights (both at least 0, in units of the scale),
    `balance` is their difference. `acts` counts what was added up, `stories` the stories whose
    articles tell it, `attention` the statements of `source` that only mention `target` (weight 0).
    `first` and `last` are ISO dates or None where nothing has a date, `undated` counts the acts
    without one. `evidence` holds ids of findings, those of the heaviest acts first.
    """

    source: str
    target: str
    source_name: str
    target_name: str
    cooperation: float
    conflict: float
    balance: float
    acts: int
    stories: int
    attention: int
    first: str | None
    last: str | None
    undated: int
    evidence: tuple[str, ...]


def relations(
    case: Case, where: Filter = EVERYTHING, options: RelationOptions = DEFAULT
) -> tuple[Relation, ...]:
    """Return the relations of the case within the filter, the weightiest first.

    Raises:
        WrongUse: No actor has the name that the filter gives.
    """
    return relations_of(ties(case, where, options))


def relation_frame(
    case: Case, where: Filter = EVERYTHING, options: RelationOptions = DEFAULT
) -> pd.DataFrame:
    """Return the relations as a frame: one row each, columns as the fields of `Relation`."""
    rows = [asdict(relation) for relation in relations(case, where, options)]
    return pd.DataFrame(rows, columns=[column.name for column in fields(Relation)])


def relation_graph(
    case: Case, where: Filter = EVERYTHING, options: RelationOptions = DEFAULT
) -> nx.DiGraph:
    """Return the relations as a directed graph.

    Nodes are actor keys with `name`, `kind` and `country`; edges have the fields of `Relation`.
    """
    found = ties(case, where, options)
    graph = nx.DiGraph()
    for relation in relations_of(found):
        for key in (relation.source, relation.target):
            graph.add_node(key, **asdict(found.node(key)))
        graph.add_edge(relation.source, relation.target, **asdict(relation))
    return graph


def relations_of(found: Ties) -> tuple[Relation, ...]:
    """Return the relations that these acts, all or some, add up to, the weightiest first."""
    dyads = _dyads(found)
    evidence = _evidence(found, dyads)
    relations = [
        Relation(
            source,
            target,
            found.name(source),
            found.name(target),
            cooperation,
            conflict,
            cooperation - conflict,
            int(acts),
            int(stories),
            int(attention),
            first,
            last,
            int(undated),
            ids,
        )
        for (
            (source, target, cooperation, conflict, acts, stories, attention, first, last, undated),
            ids,
        ) in zip(_summed(found, dyads).itertuples(index=False, name=None), evidence, strict=True)
    ]
    return tuple(sorted(relations, key=_weightiest))


def _weightiest(relation: Relation) -> tuple[float, int, str, str]:
    weight = relation.cooperation + relation.conflict
    return -weight, -relation.attention, relation.source, relation.target


def _dyads(found: Ties) -> npt.NDArray[np.int64]:
    """Return for each counted act the number of its pair of actors, from 0."""
    return numbered([pd.factorize(found.counted[column])[0] for column in ("source", "target")])


def _summed(found: Ties, dyads: npt.NDArray[np.int64]) -> pd.DataFrame:
    """Return one row for each dyad: source, target, sums, counts, first and last date."""
    counted = found.counted
    weight = counted["weight"].to_numpy(dtype=float)
    about = (counted["finding"] == ABOUT).to_numpy()
    stories = np.unique(np.stack([dyads, pd.factorize(counted["news"])[0]])[:, ~about], axis=1)
    size = int(dyads.max(initial=-1)) + 1
    first = ~pd.Series(dyads).duplicated().to_numpy()
    since, until = extremes(counted["date"], dyads, size)
    return pd.DataFrame(
        {
            "source": counted["source"].to_numpy()[first],
            "target": counted["target"].to_numpy()[first],
            "cooperation": np.bincount(dyads, np.maximum(weight, 0.0), size),
            "conflict": np.bincount(dyads, np.maximum(-weight, 0.0), size),
            "acts": np.bincount(dyads[~about], minlength=size),
            "stories": np.bincount(stories[0], minlength=size),
            "attention": np.bincount(dyads[about], minlength=size),
            "first": since,
            "last": until,
            "undated": np.bincount(dyads[~about & counted["date"].isna()], minlength=size),
        },
        dtype=object,
    )


def _evidence(found: Ties, dyads: npt.NDArray[np.int64]) -> list[tuple[str, ...]]:
    """Return for each dyad the ids of its findings, those of the heaviest acts first."""
    numbers = found.counted["tie"].to_numpy(np.int64)
    place = np.full(int(found.findings["tie"].max()) + 1 if len(found.findings) else 0, -1)
    place[numbers] = np.arange(len(numbers))
    at = place[found.findings["tie"].to_numpy(np.int64)]
    tie = at[at >= 0]
    size = -np.abs(found.counted["weight"].to_numpy(dtype=float))
    order = np.lexsort((np.arange(len(tie)), size[tie], dyads[tie]))
    ids = found.findings["id"].to_numpy(dtype=object)[at >= 0][order]
    ends = np.cumsum(np.bincount(dyads[tie]))
    return [tuple(dict.fromkeys(part)) for part in np.split(ids, ends)[:-1]]
