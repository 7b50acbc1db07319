"""Who moved: whose balance towards whom changed, and who took another stance than before.

A window that begins is compared with the time of equal length before it. A window without a
beginning is all that there is, so its later half is compared with its earlier one.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lagebild.case import Case, Filter
from lagebild.case.positions import decided_positions
from lagebild.picture.material import Material
from lagebild.picture.positions import Position, positions_of, utterances_of
from lagebild.picture.relations import Relation, relations_of
from lagebild.picture.ties import RelationOptions, ties

BY_COUNTRY = RelationOptions(roll_up="country")
FEWEST_SPEAKERS = 3
"""Utterances that an issue must have before a change of stance on it is told."""
LEAST_MOVE = 2.0
"""Change of a balance (in units of the scale: half a meeting) below which nobody moved."""
MOVERS = frozenset({"state", "government", "organisation", "armed_group", "party", "person"})
"""Kinds of actors of whom it is told that they moved; a crowd without a name moves nowhere."""


@dataclass(frozen=True, slots=True)
class Move:
    """A relation whose balance changed; `before` is the balance of the time before, or None."""

    relation: Relation
    before: float | None

    @property
    def size(self) -> float:
        """How far the balance moved."""
        return abs(self.relation.balance - (self.before or 0.0))


@dataclass(frozen=True, slots=True)
class Turnabout:
    """An actor whose stance on an issue is another than before."""

    position: Position
    before: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The time of which moves are told, `now`, and the time before, None where there is none."""

    now: Filter
    before: Filter | None


def comparison(where: Filter, first: str, last: str) -> Comparison:
    """Return what to compare with what.

    Args:
        where: The window, in whole days.
        first: The first day of the window or, where it has no beginning, of the case; empty where
            no article has a date.
        last: The last day likewise.
    """
    if where.since:
        before = _ahead_of(date.fromisoformat(where.since[:10]), date.fromisoformat(last[:10]))
        return Comparison(where, before)
    if not first or first[:10] >= last[:10]:
        return Comparison(where, None)
    begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    middle = begin + (end - begin) / 2 + timedelta(days=1)
    earlier = Filter(since=first[:10], until=(middle - timedelta(days=1)).isoformat())
    return Comparison(replace(where, since=middle.isoformat()), earlier)


def _ahead_of(first: date, last: date) -> Filter | None:
    """Return the time of equal length before `first`; the calendar begins with the year 1."""
    try:
        end = first - timedelta(days=1)
        return Filter(since=(end - (last - first)).isoformat(), until=end.isoformat())
    except OverflowError:
        return None


def moves(case: Case, compared: Comparison, most: int) -> list[Move]:
    """Return the relations whose balance changed most, at most so many.

    What binds both sides alike, such as an agreement, is told once.
    """
    earlier = {}
    if compared.before is not None:
        found = relations_of(ties(case, compared.before, BY_COUNTRY))
        earlier = {(r.source, r.target): r.balance for r in found}
    now = ties(case, compared.now, BY_COUNTRY)
    all_moves = [
        Move(r, earlier.get((r.source, r.target)))
        for r in relations_of(now)
        if {now.node(r.source).kind, now.node(r.target).kind} <= MOVERS
    ]
    telling = [m for m in all_moves if m.size >= LEAST_MOVE and m.relation.evidence]
    once = {m.relation.evidence[0]: m for m in sorted(telling, key=lambda m: m.size)}
    return sorted(once.values(), key=lambda m: -m.size)[:most]


def turnabouts(case: Case, whole: Material, compared: Comparison, most: int) -> list[Turnabout]:
    """Return who took another stance than ever before on an issue that several speak on."""
    since, until = compared.now.since or "", compared.now.until
    if compared.before is None:
        return []
    with case.looking() as connection:
        spoken = utterances_of(whole, decided_positions(connection))
    size = Counter(u.issue for u in spoken)
    dated = [u for u in spoken if size[u.issue] >= FEWEST_SPEAKERS and u.published]
    before = positions_of([u for u in dated if (u.published or "")[:10] < since])
    earlier = {(p.issue, p.actor): p.stance for p in before}
    now = positions_of([u for u in dated if since <= (u.published or "")[:10] <= (until or "9")])
    turned = [
        Turnabout(p, earlier[p.issue, p.actor])
        for p in now
        if earlier.get((p.issue, p.actor), p.stance) != p.stance
    ]
    return turned[:most]
