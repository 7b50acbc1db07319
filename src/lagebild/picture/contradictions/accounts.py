"""Competing accounts: two articles tell one event with other actors or on another day.

Both must name a day. Accounts with other actors agree on kind, day, place and victim, and name two
different doers; where neither sentence names a victim, they share enough words. Accounts with
another day agree on kind and both sides, and their sentences share enough words; both reports are
of the later day or after it, for what is told of yesterday and again of today are two events.
Events that are only planned or possible have no account.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from lagebild.case.records import EventRecord
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.material import Material
from lagebild.picture.stories.likeness import SHARED_WORDS, SPOKEN
from lagebild.picture.wording import content, likeness

LARGEST_GAP_DAYS = 3
"""Days between two accounts of one event; what lies further apart are two events."""
SAME_WORDS = 0.5
"""Cosine of content words from which two sentences that name no victim tell one deed."""
HAPPENED = frozenset({"occurred", "ongoing", "denied"})


def competing_accounts(found: Material) -> Iterator[Contradiction]:
    """Yield pairs of accounts of one event that differ in who did it or when."""
    by_story: dict[tuple[str, str], list[EventRecord]] = defaultdict(list)
    for event in found.events:
        if event.type not in SPOKEN and event.status in HAPPENED and _day(event) is not None:
            by_story[found.news.get(event.article, event.article), event.type].append(event)
    for events in by_story.values():
        for one, other in combinations(events, 2):
            if one.article != other.article:
                yield from _compared(found, one, other)


def _compared(found: Material, one: EventRecord, other: EventRecord) -> Iterator[Contradiction]:
    days = abs((_day(one) or 0) - (_day(other) or 0))
    if days == 0 and _other_doers(found, one, other):
        claims = [f"by {found.names(e.sources)}" for e in (one, other)]
        yield _contradiction(found, (one, other), claims, "other actors")
    elif 0 < days <= LARGEST_GAP_DAYS and _looks_back(one, other) and _same_deed(found, one, other):
        claims = [f"on {e.date_value}" for e in (one, other)]
        yield _contradiction(found, (one, other), claims, "another day")


def _other_doers(found: Material, one: EventRecord, other: EventRecord) -> bool:
    doers = found.sides(one.sources), found.sides(other.sources)
    apart = bool(doers[0] and doers[1]) and not doers[0] & doers[1]
    places = _places(found, one), _places(found, other)
    if not apart or not places[0] & places[1] or one.mode != other.mode:
        return False
    if found.sides(one.targets) & found.sides(other.targets):
        return True
    guessed = bool(one.targets and other.targets)
    if (one.targets or other.targets) and not guessed:
        return False
    named = _victims(found, one) or _victims(found, other)
    least = SAME_WORDS if guessed else SHARED_WORDS
    return not named and _likeness(found, one, other) >= least


def _victims(found: Material, event: EventRecord) -> frozenset[str]:
    """Return who suffered of those whom the sentence names; others the report at large tells."""
    named = {
        mention.actor
        for mention in found.mentioned.get(event.article, ())
        if event.sentence.covers(mention.span)
    }
    return found.sides([key for key in event.targets if key in named])


def _places(found: Material, event: EventRecord) -> frozenset[str]:
    """Return where an event happened: its place, else the places that its sentence names."""
    if event.place is not None:
        return frozenset({event.place})
    return found.places_in(event.article, event.sentence)


def _same_deed(found: Material, one: EventRecord, other: EventRecord) -> bool:
    doers = bool(found.sides(one.sources) & found.sides(other.sources))
    suffered = found.sides(one.targets), found.sides(other.targets)
    places = {one.place, other.place} - {None}
    if not doers or len(places) > 1 or one.mode != other.mode:
        return False
    if any(suffered):
        return bool(suffered[0] & suffered[1]) and _likeness(found, one, other) >= SHARED_WORDS
    return bool(places) and _likeness(found, one, other) >= SAME_WORDS


def _looks_back(one: EventRecord, other: EventRecord) -> bool:
    """Tell whether both reports are of the later of the two days or after it."""
    told = min(one.published or "", other.published or "")
    return told[:10] >= max(one.date_start or "", other.date_start or "")[:10]


def _likeness(found: Material, one: EventRecord, other: EventRecord) -> float:
    """Return how like two sentences are, the names of the doers left aside."""
    names = content(f"{found.names(one.sources)} {found.names(other.sources)}")
    return likeness(content(one.sentence_words, names), content(other.sentence_words, names))


def _about(found: Material, events: tuple[EventRecord, EventRecord]) -> str:
    """Return to whom it happened, else where."""
    suffered = next((e.targets for e in events if e.targets and _victims(found, e)), ())
    places = sorted(_places(found, events[0]) & _places(found, events[1]))
    return found.names(suffered) if suffered else ", ".join(places) or events[0].words


def _day(event: EventRecord) -> int | None:
    if event.date_start is None or event.date_start != event.date_end:
        return None
    return date.fromisoformat(event.date_start[:10]).toordinal()


def _contradiction(
    found: Material, events: tuple[EventRecord, EventRecord], claims: list[str], why: str
) -> Contradiction:
    sides = tuple(
        Side(
            claim,
            (event.attributed_to,) if event.attributed_to else (),
            event.published,
            found.cite(event.article, event.sentence),
        )
        for event, claim in zip(events, claims, strict=True)
    )
    about = f"{events[0].type}: {_about(found, events)}"
    return Contradiction("account", about, sides, found.news.get(events[0].article), why)
