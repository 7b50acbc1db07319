"""All acts between actors within a window, each counted once: what every view starts from.

The same kind of act between the same two actors in one story is one act, however often it is
printed, with all its findings as evidence. Where an event belongs to no story, its day stands for
the story. Reprints never count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Connection, select

from lagebild.case import Case, Filter, schema
from lagebild.case.filter import actor_keys
from lagebild.case.stories import Story
from lagebild.errors import WrongUse
from lagebild.knowledge import Knowledge
from lagebild.picture.acts import acts
from lagebild.picture.rollup import ROLL_UPS, Node, RollUp, RollUps, told_apart
from lagebild.picture.scale import Scale, scale_of
from lagebild.picture.stories import event_stories, stories

EVERYTHING = Filter()
CLAIMS = 0.5
"""Own choice: what one side says of another weighs half of what the report tells itself."""
UNNAMED = "group:-:"
"""Begin of the keys of groups without a name and a country ("Menschen")."""
TOLD_ONCE = ["source", "target", "finding", "story"]


@dataclass(frozen=True, slots=True)
class Paper:
    """What tells an article apart: its id, its day if it has one, the name of its file."""

    id: str
    day: str | None
    file: str


NOWHERE = Paper("", None, "")


@dataclass(frozen=True, slots=True)
class RelationOptions:
    """How findings are added up.

    `half_life` in days: an act so old counts half, measured from the end of the window (the last
    dated act where it is open); one without a date then weighs nothing. `statements` says whether
    statements count. `claims` is the share of its weight that an event keeps which the report gives
    only as what somebody else than its doer says: 1 takes claims for facts, 0 leaves them out.
    `stories` gives the story of events by id, which then is their `news` too; None asks the case.
    `knowledge` holds the scale.
    """

    roll_up: RollUp = "actor"
    half_life: float | None = None
    statements: bool = True
    stories: Mapping[str, str] | None = None
    knowledge: Knowledge = field(default_factory=Knowledge)
    claims: float = CLAIMS

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if self.roll_up not in ROLL_UPS:
            raise WrongUse(
                f'There is no roll-up "{self.roll_up}".', f"Use one of {', '.join(ROLL_UPS)}."
            )
        if self.half_life is not None and not self.half_life > 0:
            raise WrongUse(
                f"A half-life of {self.half_life} days makes no sense.", "Give days above 0."
            )
        if not 0 <= self.claims <= 1:
            raise WrongUse(f"A share of {self.claims} makes no sense.", "Give 0 to 1 for claims.")


DEFAULT = RelationOptions()


@dataclass(frozen=True, slots=True)
class Ties:
    """All acts of a window, each counted once; what every view of the picture starts from.

    `counted` has one row for each act: `source`, `target` (node keys), `finding`, `weight`
    (signed, units of the scale, with status and half-life), `talk` (whether enemies do so as well
    as friends), `date`, `story` (what is told once), `news` (the story of its articles, with which
    it is drawn), `symmetric`, `tie` (its number). `findings` has one row for each finding: `tie`,
    `id`, `article` (number).
    `nodes` tells who the keys are.
    """

    counted: pd.DataFrame
    findings: pd.DataFrame
    nodes: Mapping[str, Node]

    def without_talk(self) -> "Ties":
        """Return the acts that tell friends from enemies: those that are no talk."""
        return replace(self, counted=self.counted[~self.counted["talk"].astype(bool)])

    def heaviest(self, a: str, b: str, sign: float) -> str | None:
        """Return the id of the finding that weighs most between two actors with this sign."""
        acts = self.counted
        between = acts["source"].isin((a, b)) & acts["target"].isin((a, b))
        weights = (acts["weight"][between] * sign).sort_values(ascending=False, kind="stable")
        if weights.empty or weights.iloc[0] <= 0:
            return None
        tie = acts["tie"][weights.index[0]]
        return str(self.findings["id"][self.findings["tie"] == tie].iloc[0])

    def node(self, key: str) -> Node:
        """Return who a key is; one that the case no longer names is called by its key."""
        return self.nodes.get(key) or Node(key, key, "group", None)

    def name(self, key: str) -> str:
        """Return the name of an actor."""
        return self.node(key).name


def ties(case: Case, where: Filter = EVERYTHING, options: RelationOptions = DEFAULT) -> Ties:
    """Return all acts of the case that pass the filter, each counted once for a story.

    With `where.actor`, only acts from or towards that actor (or what it is rolled up to);
    `where.words` and `where.limit` are not regarded.

    Raises:
        WrongUse: No actor has that name.
        KnowledgeError: The scale has an error.
    """
    scale = scale_of(options.knowledge)
    with case.looking() as connection:
        found = acts(connection, where, scale, statements=options.statements)
        rolled = RollUps(connection, options.roll_up, options.knowledge)
        wanted = _meant(connection, rolled, where.actor) if where.actor else None
        papers = _papers(connection)
    found["source"] = rolled.keys(found["source"], found["date"])
    found["target"] = rolled.keys(found["target"], found["date"])
    chosen = found["source"] != found["target"]
    if wanted is not None:
        chosen &= found["source"].isin(wanted) | found["target"].isin(wanted)
    told = options.stories if options.stories is not None else event_stories(case)
    found = _weighted(found[chosen], scale, options.claims)
    groups, labels = _told_by_article(found, rolled.nodes, papers)
    found["story"] = found["news"] = _story(found, told)
    if options.stories is None:
        found["news"] = _news(found, stories(case), papers)
    counted = _told_once(found)
    counted["talk"] = counted["finding"].isin(scale.talk)
    counted["weight"] *= _fading(counted["date"], where.until, options.half_life)
    used = {*counted["source"], *counted["target"]}
    return Ties(
        counted, found[["tie", "id", "article"]], told_apart(rolled.nodes | groups, used, labels)
    )


def node_key(case: Case, name: str, options: RelationOptions = DEFAULT) -> str:
    """Return the key of the node that a user means by a name: an actor or what it is rolled up to.

    Raises:
        WrongUse: Nobody is called so, or several are.
    """
    with case.looking() as connection:
        rolled = RollUps(connection, options.roll_up, options.knowledge)
        keys = _meant(connection, rolled, name)
    if len(keys) > 1:
        raise WrongUse(
            f'"{name}" may be any of {len(keys)} actors.', f"Use a key: {', '.join(keys[:5])}"
        )
    return keys[0]


def _meant(connection: Connection, rolled: RollUps, name: str) -> list[str]:
    """Return the nodes that a name means: by key or name of a node, else by name of an actor."""
    nodes = [key for key, node in rolled.nodes.items() if name in (key, node.name)]
    found = nodes or actor_keys(connection, name)
    keys = pd.Series(found, dtype=object)
    return sorted(set(rolled.keys(keys, pd.Series([None] * len(keys), dtype=object))))


def _papers(connection: Connection) -> dict[int, Paper]:
    """Return the articles by number."""
    t = schema.articles.c
    rows = connection.execute(select(t.number, t.id, t.published, t.uri))
    return {n: Paper(key, day, PurePath(uri).name) for n, key, day, uri in rows}


def _news(
    found: pd.DataFrame, stories: Iterable[Story], papers: Mapping[int, Paper]
) -> "pd.Series[Any]":
    """Return the story of the article of each act; an article of none is a story of its own."""
    of = {article: s.id for s in stories for article in (*s.articles, *s.reprints)}
    numbers = found["article"].unique()
    keys = {n: papers[n].id for n in numbers if n in papers}
    return found["article"].map({n: of.get(key, key) for n, key in keys.items()})


def _told_by_article(
    found: pd.DataFrame, nodes: Mapping[str, Node], papers: Mapping[int, Paper]
) -> tuple[dict[str, Node], dict[str, str]]:
    """Give groups without a name a key for each article, in place; return their nodes and labels.

    "Menschen" in one article are not those in another.
    """
    parted: dict[str, Node] = {}
    places: dict[str, Paper] = {}
    for column in ("source", "target"):
        unnamed = found[column].astype(str).str.startswith(UNNAMED)
        if not unnamed.any():
            continue
        rows = zip(found[column][unnamed], found["article"][unnamed], strict=True)
        keys = [(key, f"{key}:{number}", papers.get(number, NOWHERE)) for key, number in rows]
        found.loc[unnamed, column] = [new for _, new, _ in keys]
        for key, new, paper in keys:
            name = nodes[key].name if key in nodes else key
            parted[new] = Node(new, name, "group", None)
            places[new] = paper
    same = Counter((parted[key].name, paper.day) for key, paper in places.items())
    return parted, {
        key: paper.day if paper.day and same[parted[key].name, paper.day] == 1 else paper.file
        for key, paper in places.items()
    }


def _weighted(found: pd.DataFrame, scale: Scale, claims: float) -> pd.DataFrame:
    """Add the weight; leave out what was not done, and claims where they count nothing."""
    factor = found["status"].map(scale.factors).astype(float).fillna(0.0)
    factor *= np.where(found["claimed"].astype(bool), claims, 1.0)
    weight = found["finding"].map(scale.weights).astype(float).fillna(0.0) * factor
    counts = factor.to_numpy(dtype=float) > 0
    return found.assign(weight=weight)[counts].reset_index(drop=True)


def _story(found: pd.DataFrame, stories: Mapping[str, str]) -> pd.Series:
    """Return the story of each act: its event's, else its day, else its article."""
    told = found["id"].map(stories) if stories else pd.Series(None, index=found.index, dtype=object)
    rest = found[told.isna()]
    day = "day:" + rest["date"].astype(object)
    told[rest.index] = day.where(day.notna(), "article:" + rest["article"].astype(str))
    return told


def _told_once(found: pd.DataFrame) -> pd.DataFrame:
    """Number the acts in `found` and return one row for each: the heaviest, with the first date."""
    codes = [pd.factorize(found[column])[0] for column in TOLD_ONCE]
    tie = found["tie"] = numbered(codes)
    size = -np.abs(found["weight"].to_numpy(dtype=float))
    order = np.lexsort((np.arange(len(tie)), size, tie))
    counted = found.iloc[order[np.diff(tie[order], prepend=-1) > 0]].reset_index(drop=True)
    counted["date"] = extremes(found["date"], tie, len(counted))[0]
    return counted[["tie", *TOLD_ONCE, "news", "weight", "date", "symmetric"]]


def extremes(
    dates: pd.Series, groups: npt.NDArray[np.int64], size: int
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
    """Return the first and the last date of each group (numbers below `size`), None where none."""
    codes, names = pd.factorize(dates, sort=True)
    dated = codes >= 0
    first, last = np.full(size, len(names)), np.full(size, -1)
    np.minimum.at(first, groups[dated], codes[dated])
    np.maximum.at(last, groups[dated], codes[dated])
    known = np.array([*names, None], dtype=object)
    return known[first], known[last]


def numbered(codes: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """Return one number (from 0) for each combination of codes, in order of first occurrence."""
    joined = np.zeros(len(codes[0]), dtype=np.int64)
    for code in codes:
        joined = pd.factorize(joined * (int(code.max(initial=0)) + 1) + code)[0]
    return joined


def _fading(dates: pd.Series, until: str | None, half_life: float | None) -> Any:
    """Return the share that each act keeps by its age; without a half-life all of it."""
    if half_life is None:
        return 1.0
    days = pd.to_datetime(dates, format="ISO8601", errors="coerce")
    end = pd.Period(until).end_time.normalize() if until else days.max()
    age = (end - days).dt.days.clip(lower=0).to_numpy(dtype=float)
    return np.nan_to_num(np.power(0.5, age / half_life), nan=0.0)
