"""Whom an actor stands for: itself, its state, or its kind of actor in a country.

Who acts for a state is the state: the state itself, its government, army and ministries, and a
person while he or she holds an office of it. Rebels, parties and people of a country are not its
state; rolled up by kind they become one actor for each kind and country. A person without an office
of the state stays itself, such as an envoy of the United Nations with an Italian passport.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

import pandas as pd
from sqlalchemy import Connection, select

from lagebild.case import schema
from lagebild.knowledge import Knowledge

RollUp = Literal["actor", "country", "kind"]
ROLL_UPS: tuple[RollUp, ...] = ("actor", "country", "kind")
OF_STATE = frozenset({"state", "government"})
JOINED = {"armed_group": "armed groups", "party": "parties", "group": "groups"}
"""Kinds that are joined by kind, with their plural."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of the picture, or what several actors are rolled up to."""

    key: str
    name: str
    kind: str
    country: str | None


class RollUps:
    """From the actors of a case to the nodes of the picture."""

    def __init__(self, connection: Connection, level: RollUp, knowledge: Knowledge) -> None:
        """Read the actors of the case; `knowledge` names the states."""
        t = schema.actors.c
        self._states = {row.key: row["name"] for row in knowledge.table("countries")}
        self._own = tuple(row.key.casefold() for row in knowledge.table("own_titles"))
        self._joined: dict[str, str] = {}
        self._offices: dict[str, tuple[str, list[tuple[str, str]]]] = {}
        self.nodes: dict[str, Node] = {}
        rows = connection.execute(select(t.key, t.name, t.kind, t.country, t.roles).order_by(t.key))
        for row in rows:
            self.nodes[row.key] = Node(row.key, row.name, row.kind, row.country)
            if level != "actor" and row.country:
                self._roll(row, level)

    def _roll(self, row: Any, level: RollUp) -> None:
        if row.kind in OF_STATE:
            self._joined[row.key] = self._state(row.country)
        elif row.kind == "person":
            offices = [role for role in row.roles if role["country"] == row.country]
            times = [_time(role) for role in offices if not self._is_own(role["title"])]
            if times:
                self._offices[row.key] = (self._state(row.country), times)
        elif level == "kind" and row.kind in JOINED:
            key = f"{row.kind}:{row.country}"
            name = f"{self._states.get(row.country, row.country)}: {JOINED[row.kind]}"
            self._joined[row.key] = self._node(Node(key, name, row.kind, row.country))

    def _is_own(self, title: str) -> bool:
        """Tell whether with a title somebody speaks for no state: "Experte"."""
        return title.casefold().endswith(self._own)

    def _state(self, country: str) -> str:
        name = self._states.get(country, country)
        return self._node(Node(f"state:{country}", name, "state", country))

    def _node(self, node: Node) -> str:
        return self.nodes.setdefault(node.key, node).key

    def keys(self, actors: pd.Series, dates: pd.Series) -> pd.Series:
        """Return the node for each actor on each date (ISO or None), as a series of keys."""
        joined = actors.map(self._joined)
        if self._offices:
            holders = actors.isin(list(self._offices))
            pairs = zip(actors[holders], dates[holders], strict=True)
            joined[holders] = pd.Series(
                [self._held(key, date) for key, date in pairs],
                index=actors.index[holders],
                dtype=object,
            )
        return joined.where(joined.notna(), actors)

    def _held(self, key: str, date: object) -> str:
        """Return the state while the office is held, or where the date is unknown (None or NaN)."""
        state, times = self._offices[key]
        now = any(not isinstance(date, str) or since <= date <= until for since, until in times)
        return state if now else key


def told_apart(
    nodes: Mapping[str, Node], used: set[str], labels: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Node]:
    """Return the nodes; used ones of one name get a label, country, kind or key beside it.

    Args:
        nodes: All nodes by key.
        used: The keys that are shown.
        labels: What tells a node apart better than its country, kind or key.
    """
    found = {key: nodes.get(key) or Node(key, key, "group", None) for key in sorted(used)}
    names = Counter(node.name for node in found.values())
    same = {key: node for key, node in found.items() if names[node.name] > 1}
    shared = Counter((n.name, mark) for n in same.values() for mark in (n.country, n.kind))
    for key, node in same.items():
        marks = (node.country, node.kind)
        alone = next((mark for mark in marks if mark and shared[node.name, mark] == 1), key)
        found[key] = replace(node, name=f"{node.name} ({labels.get(key) or alone})")
    return {**nodes, **found}


def _time(role: dict[str, str | None]) -> tuple[str, str]:
    """Return from when until when an office is held; a day on which it was read says no more."""
    since, until = role["since"] or "", role["until"] or "9999"
    return ("", "9999") if since == until else (since, until)
