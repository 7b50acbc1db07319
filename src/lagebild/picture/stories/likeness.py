"""Decide whether two tellings are of the same event.

Two steps. Nothing may speak against it: the same type, modes, dates, places and actors that can
both be true. And enough must speak for it: the same deed by the same actors on a given day or at
a given place, the same particular deed in two reports of one story, or sentences that share
enough of their words. What is said rather than done (a demand, a reproach) always needs the
words, since one actor demands many things of another in a week.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lagebild.case.search import stems
from lagebild.case.told import Telling, ToldActor
from lagebild.knowledge import Knowledge

SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER's verbal types, but for CONSULT: a meeting is known by who met when."""
COUNTRIES = frozenset(row["name"] for row in Knowledge().table("countries"))
SYMMETRIC = frozenset(
    row.key for row in Knowledge().table("event_types") if row["symmetric"] == "yes"
)
MUTE = frozenset(part for row in Knowledge().table("function_words") for part in stems(row.key))
SHARED_WORDS = 0.34
"""Cosine of two sentences' content words from which they tell the same. In 64 reports on as many
subjects (the annotated Wikinews articles) and in the demo collection no two events join wrongly."""
NEWS_DAYS = 7
"""Days for which an undated event may lie before the report: that of a weekly."""
AHEAD_DAYS = 14
"""Days for which an undated plan may lie after the report."""
LONG_DAYS = 7
"""Longest span of a date that says when something happened; "2014" does not."""
STATE_KINDS = frozenset({"state", "government", "person"})
AHEAD = frozenset({"planned", "demanded", "possible"})
Actors = Mapping[str, ToldActor]


@dataclass(frozen=True)
class Deed:
    """A telling in the form in which it is compared.

    `who` are the actors as told; `states` the same with persons and governments replaced by their
    country, for sources, targets, and both together where the type has no direction. `news` is
    the story of the article, `names` the stems of the actors' names.
    """

    told: Telling
    news: str
    names: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    who: frozenset[str]
    first: int
    last: int
    dated: bool

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of what the sentence says beside who acts and the trigger."""
        known = self.names.union(stems(self.told.trigger), MUTE)
        return frozenset(w for w in stems(self.told.sentence) if len(w) > 2 and w not in known)


def deed(told: Telling, actors: Actors, news: str) -> Deed | None:
    """Return the telling ready for comparison; None where neither it nor its article has a date."""
    span = _span(told)
    if span is None:
        return None
    sources = frozenset(_side(key, actors) for key in told.sources)
    targets = frozenset(_side(key, actors) for key in told.targets)
    if told.type in SYMMETRIC:
        sources, targets = sources | targets, frozenset()
    who = frozenset((*told.sources, *told.targets))
    dated = told.start is not None and span[1] - span[0] <= LONG_DAYS
    names = frozenset[str]().union(*(actors[key].words for key in who if key in actors))
    return Deed(told, news, names, sources, targets, who, *span, dated)


def same(one: Deed, other: Deed) -> bool:
    """Tell whether both are tellings of the same event."""
    return may_be_same(one, other) and _is_likely(one, other)


def may_be_same(one: Deed, other: Deed) -> bool:
    """Tell whether nothing speaks against it that both are tellings of the same event."""
    a, b = one.told, other.told
    return (
        a.type == b.type
        and (a.mode is None or b.mode is None or a.mode == b.mode)
        and one.first <= other.last
        and other.first <= one.last
        and _same_place(a, b)
        and _fit(one.sources, other.sources, a.type in SYMMETRIC)
        and _fit(one.targets, other.targets, False)
    )


def _is_likely(one: Deed, other: Deed) -> bool:
    a, b = one.told, other.told
    if a.sentence == b.sentence and a.trigger == b.trigger:
        return True
    if not one.who & other.who:
        return False
    if a.type not in SPOKEN and (_meet(one, other) or _is_particular(one, other)):
        return True
    return likeness(one, other) >= SHARED_WORDS


def likeness(one: Deed, other: Deed) -> float:
    """Return the cosine of the two sentences' content words, 0 to 1."""
    a, b = one.words, other.words
    return len(a & b) / (len(a) * len(b)) ** 0.5 if a and b else 0.0


def _meet(one: Deed, other: Deed) -> bool:
    """Tell whether both name both sides, and the day or the town.

    A meeting that a report tells without a day is of the report's day or the day before.
    """
    town = one.told.place == other.told.place and one.told.place not in {None, *COUNTRIES}
    if one.told.type in SYMMETRIC:
        known = town or (one.dated and other.dated) or _is_of_the_day(one, other)
        return known and len(one.sources & other.sources) > 1
    if not (one.dated and other.dated) and not town:
        return False
    return bool(one.sources and one.targets and other.sources and other.targets)


def _is_of_the_day(one: Deed, other: Deed) -> bool:
    """Tell whether one has a day of its own on which, or the day after, the other was reported."""
    if one.dated == other.dated:
        return False
    dated, undated = (one, other) if one.dated else (other, one)
    published = undated.told.published
    return bool(published) and 0 <= _day(published or "") - dated.first <= 1


def _is_particular(one: Deed, other: Deed) -> bool:
    """Tell whether two reports of one story tell of one kind of deed, such as a shooting down."""
    a, b = one.told, other.told
    return one.news == other.news and a.article != b.article and a.mode == b.mode is not None


def _fit(one: frozenset[str], other: frozenset[str], symmetric: bool) -> bool:
    """Tell whether two sides can be the same; a side that is not named fits any."""
    if not one or not other:
        return True
    needed = min(2, len(one), len(other)) if symmetric else 1
    return len(one & other) >= needed


def _same_place(one: Telling, other: Telling) -> bool:
    if None in (one.place, other.place) or one.place == other.place:
        return True
    if one.geonames is not None and one.geonames == other.geonames:
        return True
    return one.country == other.country and bool({one.place, other.place} & COUNTRIES)


def _side(key: str, actors: Actors) -> str:
    actor = actors.get(key)
    if actor and actor.country and actor.kind in STATE_KINDS:
        return actor.country
    return key.rstrip("-0123456789").rstrip(":")


def _span(told: Telling) -> tuple[int, int] | None:
    """Return the first and last day (ordinals) on which the event may lie."""
    if told.start is not None:
        return _day(told.start), _day(told.end or told.start)
    if told.published is None:
        return None
    day = _day(told.published)
    return (day, day + AHEAD_DAYS) if told.status in AHEAD else (day - NEWS_DAYS, day)


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()
