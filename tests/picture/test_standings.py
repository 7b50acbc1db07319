"""Mediators, isolates, lost partners, and how sure blocs are."""

import networkx as nx
import numpy as np
import pytest

from lagebild.picture.blocs import find_blocs
from lagebild.picture.losses import losses
from lagebild.picture.mediators import pn_centrality, standings
from lagebild.picture.network import NetworkOptions, network
from lagebild.picture.resampling import Resampling
from lagebild.picture.signed import signed_graph, undirected
from lagebild.picture.stability import stability
from lagebild.picture.ties import RelationOptions, Ties, ties
from tests.picture.builders import ACTORS, Book, written

A, B, C = (ACTORS[letter].key for letter in "ABC")
APART = RelationOptions(stories={})


def graph_of(**weights):
    """Return a signed graph; `ab=1.0` joins a and b."""
    graph = nx.Graph()
    for pair, weight in weights.items():
        graph.add_edge(pair[0], pair[1], weight=weight)
    return graph


@pytest.fixture
def nothing(tmp_path):
    with written(tmp_path) as case:
        yield ties(case)


def standing(nothing, graph, key):
    found = standings(nothing, graph, graph, find_blocs(graph))
    return next(s for s in found if s.key == key)


def test_who_is_on_good_terms_with_enemies_is_first(nothing):
    graph = graph_of(ab=-5.0, cd=-5.0, ma=1.0, mb=1.0, mc=1.0, ac=3.0)
    found = standings(nothing, graph, graph, find_blocs(graph))
    assert (found[0].key, found[0].enemy_pairs, found[0].blocs) == ("m", 1, 2)
    assert {s.key for s in found if s.isolated} == {"d"}


def test_who_talks_to_enemies_mediates_whatever_they_say_to_each_other(tmp_path):
    book = Book("a").event("ASSAULT", "A", "B").event("CONSULT", "A B", "")
    book.event("CONSULT", "C", "A").event("CONSULT", "C", "B").event("REQUEST", "C", "rebels")
    with written(tmp_path, book) as case:
        net = network(case)
        talking = network(case, options=NetworkOptions(talk=True))
    assert (net.standings[0].key, net.standings[0].enemy_pairs) == (C, 1)
    assert {tuple(m.key for m in bloc.members) for bloc in net.blocs.blocs} == {(A,), (B,)}
    assert set(talking.sides) == {A, B, C, ACTORS["rebels"].key}


def test_brokerage_by_blocs(nothing):
    """m joins a and b of its own bloc, and x of the other to a and to b."""
    graph = graph_of(ma=2.0, mb=2.0, ac=4.0, bc=4.0, cx=-9.0, xy=5.0, ay=-5.0, mx=1.0)
    broker = standing(nothing, graph, "m").brokerage
    assert (broker.coordinator, broker.gatekeeper, broker.consultant, broker.liaison) == (
        1,
        2,
        0,
        0,
    )
    assert broker.total == 3


def test_a_consultant_joins_two_of_another_bloc(nothing):
    graph = graph_of(ab=5.0, bc=5.0, xb=-9.0, xy=9.0, xa=1.0, xc=1.0)
    assert standing(nothing, graph, "x").brokerage.consultant == 1


def test_betweenness_is_that_of_positive_ties(nothing):
    graph = graph_of(ab=1.0, bc=1.0, ac=-1.0)
    assert standing(nothing, graph, "b").betweenness == 1.0
    assert standing(nothing, graph, "a").betweenness == 0.0


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([[0, 1], [1, 0]], [2.0, 2.0]),
        ([[0, -3], [-3, 0]], [0.5, 0.5]),
        ([[0, 0], [0, 0]], [1.0, 1.0]),
        (np.ones((4, 4)) - np.eye(4), [2.0] * 4),
        (np.eye(3) - 1, [1 / 2] * 3),
        ([[0]], [1.0]),
    ],
)
def test_pn_centrality_in_closed_form(weights, expected):
    """All allied gives 1 / (1 - 1/2), all hostile 1 / (1 + 1): Everett and Borgatti 2014."""
    assert pn_centrality(np.array(weights, dtype=float)) == pytest.approx(expected)


def test_whom_everyone_talks_to(tmp_path):
    book = Book("a").event("CONSULT", "A B", "").event("ASSAULT", "A", "C").say("C", "B")
    book.say("A", about="B").say("rebels", about="B")
    with written(tmp_path, book) as case:
        net = network(case)
    found = {s.key: s for s in net.standings}
    assert (found[B].partners, found[B].attention) == (2, 3)
    assert (found[A].partners, found[C].partners) == (1, 1)


def test_what_became_of_positive_ties():
    before = graph_of(ab=1.0, ac=1.0, ad=1.0, ef=-1.0)
    after = graph_of(ab=2.0, ac=-1.0, ae=1.0)
    found = {loss.key: loss for loss in losses(before, after)}
    assert next(iter(found)) == "a"
    a = found["a"]
    assert (a.kept, a.turned, a.ended, a.won, a.lost) == (("b",), ("c",), ("d",), ("e",), 2)
    assert "e" not in found
    assert losses(nx.Graph(), after) == ()


def fronts(extra: int) -> Book:
    """A and B aid each other and fight C, each in twelve stories; `extra` acts tear the army."""
    book = Book("a", "2016-12-31")
    for month in range(1, 13):
        day = f"2016-{month:02}-01"
        book.event("AID", "A", "B", date=day).event("ASSAULT", "C", "A", date=day)
        book.event("ASSAULT", "B", "C", date=day)
    for number in range(extra):
        book.event("SUPPORT", "rebels", "C" if number % 2 else "A", date=f"2016-01-{number + 2:02}")
    return book


def test_who_surely_stands_together_and_who_is_torn(tmp_path):
    with written(tmp_path, fronts(extra=8)) as case:
        found = ties(case, options=APART)
        graph = signed_graph(found)
        sure = stability(found, graph, find_blocs(graph), Resampling(draws=100))
    rebels = ACTORS["rebels"].key
    assert sure.together.loc[A, B] == 1.0
    assert sure.together.loc[A, C] == 0.0
    assert 0.2 < sure.together.loc[A, rebels] < 0.8
    assert (A, B) in sure.cores
    low, high = sure.violated
    assert 0 <= low <= high < 0.2
    assert (sure.together.to_numpy() == sure.together.to_numpy().T).all()


def test_one_story_tells_nothing_of_how_sure_blocs_are(tmp_path):
    book = Book("a").event("AID", "A", "B").event("ASSAULT", "B", "C").event("ASSAULT", "A", "C")
    with written(tmp_path, book) as case:
        net = network(case)
    assert net.stability.stories == 1
    assert net.blocs.labels()[A] == net.blocs.labels()[B]
    assert (net.stability.cores, net.stability.torn, net.stability.violated) == ((), (), (0, 1))
    assert net.stability.together.isna().all(axis=None)


def test_the_same_draws_give_the_same_stability(tmp_path):
    with written(tmp_path, fronts(extra=4)) as case:
        one, two = network(case), network(case)
    assert one.stability.together.equals(two.stability.together)
    assert one.blocs == two.blocs
    assert one.standings == two.standings


def test_an_act_that_binds_both_counts_once_without_direction(tmp_path):
    book = Book("a").event("AGREE", "B A", "").event("AID", "A", "B").event("AID", "B", "A")
    with written(tmp_path, book) as case:
        found = ties(case, options=APART)
        acts = undirected(found)
        graph = signed_graph(found)
    assert sorted(acts["weight"]) == [4.0, 7.0, 7.0]
    assert graph.edges[A, B]["weight"] == 18.0
    assert graph.nodes[A]["name"] == "Österreich"


def test_cooperation_and_conflict_that_cancel_out_are_no_tie(tmp_path):
    book = Book("a").event("REJECT", "A", "B").event("AGREE", "A", "B")
    with written(tmp_path, book) as case:
        graph = signed_graph(ties(case))
    assert set(graph) == {A, B}
    assert graph.number_of_edges() == 0


def test_actors_of_few_stories_and_little_weight_can_be_left_out(tmp_path):
    with written(tmp_path, fronts(extra=1)) as case:
        found = ties(case, options=APART)
    assert len(signed_graph(found)) == 4
    assert set(signed_graph(found, min_stories=2)) == {A, B, C}
    assert len(signed_graph(found, actors=2)) == 2


@pytest.mark.parametrize("most", [2, None])
def test_nothing_at_all(tmp_path, most):
    with written(tmp_path) as case:
        net = network(case, options=NetworkOptions(most=most))
    assert (net.relations, net.blocs.blocs, net.standings) == ((), (), ())
    assert net.stability.cores == net.stability.torn == ()
    assert isinstance(net.ties, Ties)
