"""Blocs against published results, brute force, and odd graphs."""

import networkx as nx
import numpy as np
import pytest

from lagebild.errors import WrongUse
from lagebild.picture.blocs import find_blocs, partition, violated_weight
from lagebild.picture.moves import good_partition
from lagebild.picture.triangles import best_partition
from tests.picture.published import (
    AFFECT,
    DISLIKED,
    LIKED,
    LOYAL,
    OUTCASTS,
    TURKS,
    monks,
    tribes,
)


def members(found):
    return {frozenset(member.key for member in bloc.members) for bloc in found.blocs}


def test_the_data_are_those_that_were_published():
    assert tuple((AFFECT * (AFFECT > 0)).sum(axis=0)) == LIKED
    assert tuple((-AFFECT * (AFFECT < 0)).sum(axis=0)) == DISLIKED
    signs = [weight for _, _, weight in tribes().edges(data="weight")]
    assert (len(tribes()), signs.count(1), signs.count(-1)) == (16, 29, 29)


def test_two_blocs_of_the_tribes():
    """Frustration 7, balance 0.759: Aref and Wilson 2018, Measuring partial balance."""
    found = find_blocs(tribes(), 2)
    assert (found.frustration, found.bound, found.gap, found.exact) == (7, 7, 0, True)
    assert found.balance == pytest.approx(1 - 2 * 7 / 58)


def test_three_blocs_of_the_tribes():
    """Three clusters with two errors: Doreian and Mrvar 1996; the alliances that Read describes."""
    for most in (3, None):
        found = find_blocs(tribes(), most)
        assert (found.frustration, found.exact, len(found.blocs)) == (2, True, 3)
        assert frozenset({"Gaveve", "Gama", "Kotuni", "Nagamiza"}) in members(found)
        broken = {frozenset((v.a, v.b)) for v in found.violations}
        assert broken == {
            frozenset({"Masilakidzuha", "Nagamidzuha"}),
            frozenset({"Masilakidzuha", "Uheto"}),
        }


def test_three_blocs_of_the_monks():
    """Line index 10.5 for three clusters at the fourth time: Doreian and Mrvar 1996.

    They count half of each directed value that is violated; the sum of a pair violates as much, but
    for what cancels out in it.
    """
    found = find_blocs(monks(), 3)
    cancelled = np.minimum(np.abs(AFFECT), np.abs(AFFECT.T))[(AFFECT * AFFECT.T) < 0].sum() / 2
    assert found.exact
    assert (found.frustration + cancelled) / 2 == 10.5
    assert find_blocs(monks(), 2).frustration > found.frustration


def test_three_blocs_of_the_monks_cost_no_more_than_sampsons_factions():
    graph = monks()
    nodes = sorted(graph)
    group = [0 if n in TURKS else 1 if n in LOYAL else 2 for n in nodes]
    assert set(nodes) == TURKS | LOYAL | OUTCASTS
    factions = violated_weight(nx.to_numpy_array(graph, nodes), np.array(group))
    assert find_blocs(graph, 3).frustration == factions


def brute_force(weights, most):
    found = violated_weight(weights, np.zeros(len(weights), dtype=int))
    for labels in partitions(len(weights), most or len(weights)):
        found = min(found, violated_weight(weights, np.array(labels)))
    return found


def partitions(n, most):
    """Yield every partition of n actors into at most `most` blocs once."""
    if n == 0:
        yield []
        return
    for labels in partitions(n - 1, most):
        for label in range(min(max(labels, default=-1) + 2, most)):
            yield [*labels, label]


def random_weights(seed, n, whole=True):
    rng = np.random.default_rng(seed)
    values = rng.choice([-2, -1, 0, 1, 3], size=(n, n)) if whole else rng.normal(size=(n, n))
    upper = np.triu(values, 1).astype(float)
    return upper + upper.T


@pytest.mark.parametrize("most", [2, 3, 4, None])
@pytest.mark.parametrize("seed", range(8))
def test_exact_and_local_search_equal_brute_force(seed, most):
    weights = random_weights(seed, 6 if most is None else 7, whole=seed % 2 == 0)
    best = brute_force(weights, most)
    exact = best_partition(weights, most, 30.0)
    assert exact.labels is not None
    assert violated_weight(weights, exact.labels) == pytest.approx(best)
    assert exact.bound == pytest.approx(best)
    assert violated_weight(weights, good_partition(weights, most)) == pytest.approx(best)
    assert most is None or len(set(exact.labels.tolist())) <= most


@pytest.mark.parametrize("most", [2, 3, None])
@pytest.mark.parametrize("seed", range(6))
def test_a_graph_that_falls_apart_is_solved_as_a_whole(seed, most):
    """Dense pieces strung together at single actors, and one piece apart."""
    graph = nx.Graph()
    for piece in range(3):
        weights = random_weights(10 * seed + piece, 4)
        shift = 3 * piece if piece < 2 else 100
        for a, b in zip(*np.nonzero(np.triu(weights)), strict=True):
            graph.add_edge(f"{shift + a:03}", f"{shift + b:03}", weight=weights[a, b])
    nodes = sorted(graph)
    found = find_blocs(graph, most)
    weights = nx.to_numpy_array(graph, nodes)
    small = [nodes.index(n) for n in nodes if n < "100"]
    apart = [nodes.index(n) for n in nodes if n >= "100"]
    best = sum(brute_force(weights[np.ix_(part, part)], most) for part in (small[:7], apart))
    assert found.frustration == pytest.approx(best)
    assert found.exact
    labels = found.labels()
    again = violated_weight(weights, np.array([labels[n] for n in nodes]))
    assert again == pytest.approx(found.frustration)
    assert sum(abs(v.weight) for v in found.violations) == pytest.approx(found.frustration)


def test_all_ties_positive_is_one_bloc_in_balance():
    graph = nx.Graph([("a", "b", {"weight": 2.0}), ("b", "c", {"weight": 1.0})])
    found = find_blocs(graph)
    assert members(found) == {frozenset("abc")}
    assert (found.frustration, found.balance, found.exact, found.violations) == (0, 1, True, ())
    assert [member.margin for member in found.blocs[0].members] == [3.0, 2.0, 1.0]


def test_all_ties_negative():
    graph = nx.complete_graph(["a", "b", "c", "d"])
    nx.set_edge_attributes(graph, -1.0, "weight")
    assert find_blocs(graph, 2).frustration == 2
    assert find_blocs(graph, 3).frustration == 1
    assert len(find_blocs(graph, None).blocs) == 4
    assert find_blocs(graph, None).balance == 1


def test_parts_without_a_tie_between_them_have_blocs_of_their_own():
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=-1.0)
    graph.add_edge("c", "d", weight=1.0)
    found = find_blocs(graph)
    assert members(found) == {frozenset("a"), frozenset("b"), frozenset("cd")}
    assert [bloc.component for bloc in found.blocs] == [0, 0, 1]


def test_no_actors_and_actors_without_ties():
    assert find_blocs(nx.Graph()).blocs == ()
    lonely = nx.Graph()
    lonely.add_node("a")
    assert find_blocs(lonely).blocs == ()
    assert find_blocs(lonely).balance == 1


def test_who_could_be_in_either_bloc_has_no_margin():
    graph = nx.Graph([("a", "b", {"weight": -5.0})])
    graph.add_edge("a", "torn", weight=1.0)
    graph.add_edge("b", "torn", weight=1.0)
    found = find_blocs(graph)
    margins = {m.key: m.margin for bloc in found.blocs for m in bloc.members}
    assert margins["torn"] == 0
    assert margins["a"] > 0
    assert found.frustration == 1


def test_one_bloc_makes_no_sense():
    with pytest.raises(WrongUse, match="1 blocs"):
        find_blocs(tribes(), 1)


def test_without_time_a_good_partition_comes_with_its_gap():
    weights = random_weights(3, 24, whole=False)
    labels, bound = partition(weights, 2, 0.0)
    assert bound == 0
    assert violated_weight(weights, labels) == pytest.approx(
        violated_weight(weights, partition(weights, 2, 60.0)[0])
    )


@pytest.mark.parametrize("most", [2, 3, None])
def test_forty_actors_are_solved_exactly(most):
    """A sparse graph of three camps with one sign in ten turned, as networks from news are."""
    rng = np.random.default_rng(8)
    camp = rng.integers(3, size=40)
    signs = np.where(camp[:, None] == camp, 1.0, -1.0)
    signs *= np.where(rng.random((40, 40)) < 0.1, -1.0, 1.0) * (rng.random((40, 40)) < 0.2)
    upper = np.triu(signs * rng.exponential(3.0, size=(40, 40)), 1)
    labels, bound = partition(upper + upper.T, most, 60.0)
    assert bound == pytest.approx(violated_weight(upper + upper.T, labels))
    assert most is None or len(set(labels.tolist())) <= most


def test_large_graphs_are_searched_and_say_so():
    rng = np.random.default_rng(1)
    side = rng.integers(2, size=60)
    signs = np.where(side[:, None] == side, 1.0, -1.0) * np.where(rng.random((60, 60)) < 0.1, -1, 1)
    graph = nx.from_numpy_array(np.triu(signs, 1))
    found = find_blocs(nx.relabel_nodes(graph, str))
    assert (found.bound, found.gap, found.exact) == (None, None, False)
    assert members(found) == {
        frozenset(str(n) for n in np.flatnonzero(side == value)) for value in (0, 1)
    }


def test_the_same_graph_gives_the_same_blocs():
    assert find_blocs(monks(), None) == find_blocs(monks(), None)


def test_who_shares_only_opponents_with_its_bloc_is_known():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 2.0), ("a", "c", -3.0), ("a", "d", -1.0)])
    found = find_blocs(graph)
    befriended = {m.key: m.befriended for bloc in found.blocs for m in bloc.members}
    assert found.labels()["c"] == found.labels()["d"] != found.labels()["a"]
    assert befriended == {"a": True, "b": True, "c": False, "d": False}
