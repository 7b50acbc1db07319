"""The pictures of a briefing: activity over the months, and who stands with whom."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import networkx as nx

from lagebild.picture.briefing import Briefing
from lagebild.web.charts import by_tone
from lagebild.web.drawings import Picture, activity, network
from lagebild.web.drawings.edges import Edge
from lagebild.web.drawings.lanes import Column
from lagebild.web.drawings.layout import positions
from lagebild.web.drawings.network import Actor
from lagebild.web.wording import Wording

CHART = (520.0, 300.0)
GRAPH = (520.0, 300.0)
MOST_PERIODS = 30
"""Columns of the chart; with more days the columns are months."""


def pictures(told: Briefing, words: Wording) -> tuple[Picture, ...]:
    """Return the pictures; none where there is nothing to draw."""
    columns = list(_columns(told, words))
    drawn = [activity(columns, CHART, words, "activity")] if columns else []
    if told.network.graph.number_of_edges():
        drawn.append(_network(told, words))
    return tuple(drawn)


def _columns(told: Briefing, words: Wording) -> Iterator[Column]:
    if not told.since or not told.until:
        return
    first, last = date.fromisoformat(told.since[:10]), date.fromisoformat(told.until[:10])
    counts: dict[date, Counter[str]] = {}
    monthly = (last - first).days >= MOST_PERIODS
    for event in told.found.events:
        day = event.date_start or event.published
        if day and first <= date.fromisoformat(day[:10]) <= last:
            begin = _begin(date.fromisoformat(day[:10]), monthly)
            counts.setdefault(begin, Counter())[event.type] += 1
    start = _begin(first, monthly)
    while start <= last:
        after = _begin(start + timedelta(days=32), True) if monthly else start + timedelta(days=1)
        label = words.date(start.isoformat()[: 7 if monthly else 10])
        end = after - timedelta(days=1)
        yield Column(start, end, by_tone(counts.get(start, Counter())), label, None)
        start = after


def _begin(day: date, monthly: bool) -> date:
    return day.replace(day=1) if monthly else day


def _network(told: Briefing, words: Wording) -> Picture:
    graph, blocs = told.network.graph, told.network.blocs.labels()
    numbered = {key: blocs[key] + 1 for key in blocs}
    ties = {(a, b): _sides(edge) for a, b, edge in graph.edges(data=True)}
    keys = sorted(graph)
    places = positions(keys, ties, numbered)
    weights = {key: sum(sum(_sides(e)) for e in graph[key].values()) for key in keys}
    actors = [_actor(graph, key, weights[key], numbered.get(key, 0), places[key]) for key in keys]
    edges = [
        Edge(a, b, tie, (0.0, 0.0), ("", ""), (None, None)) for (a, b), tie in sorted(ties.items())
    ]
    return network(actors, edges, GRAPH, words, "network")


def _sides(edge: Mapping[str, float]) -> tuple[float, float]:
    return float(edge["cooperation"]), float(edge["conflict"])


def _actor(
    graph: nx.Graph, key: str, weight: float, bloc: int, place: tuple[float, float]
) -> Actor:
    name = str(graph.nodes[key].get("name", key))
    return Actor(key, name, name, None, weight, bloc, *place)
