"""One event told twice in an article is one event with several citations."""

from dataclasses import replace

from lagebild.findings.events.deeds import is_definite
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Event, EventDate
from lagebild.spans import Span

NOUN = "event_nouns:"
LEAD = 400
"""Code points within which a report tells its headline again, often with another verb."""

REACH = 60
"""Events back that a mention may repeat; bounds the work in long texts."""


def without_repeats(
    events: list[Event], headline: int, fresh: frozenset[Span] = frozenset()
) -> tuple[Event, ...]:
    """Join later mentions of an event to its first, in order of the text.

    Args:
        events: The mentions.
        headline: Where the headline ends, 0 without one.
        fresh: Triggers of nouns that are told to have come to pass ("es kam zu Kämpfen"): they
            repeat no more than the headline.
    """
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.trigger, e.type)):
        near = range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1)
        new = event.trigger in fresh
        again = (n for n in near if not new or kept[n].sentence.end <= headline)
        first = next((n for n in again if _same(kept[n], event, headline)), None)
        if first is None:
            kept.append(event)
        else:
            kept[first] = _with_citation(kept[first], event)
    return tuple(kept)


def came_to_pass(scene: Scene, match: Match) -> bool:
    """Tell a noun that is new in a clause that only says it took place ("es kam zu Kämpfen")."""
    if match.clause is None or match.frame.table != "event_nouns" or match.light:
        return False
    return not match.slots.get("poss") and not is_definite(scene, match.token)


def _with_citation(first: Event, later: Event) -> Event:
    whole = _completed(first, later)
    if later.sentence in (first.sentence, *first.citations):
        return whole
    return replace(whole, citations=(*first.citations, later.sentence))


def _completed(first: Event, later: Event) -> Event:
    """Return the first mention with the side, or the date, that only the later one names."""
    sources = first.sources or tuple(k for k in later.sources if k not in first.targets)
    targets = first.targets or tuple(k for k in later.targets if k not in sources)
    same = first.status == later.status or "planned" not in (first.status, later.status)
    date = first.date or (later.date if same else None)
    return replace(first, sources=sources, targets=targets, date=date)


def _named_date(event: Event) -> EventDate | None:
    """Return the date that an event's own sentence names, None where it is implied."""
    date = event.date
    return date if date and date.span and event.sentence.covers(date.span) else None


def _same(first: Event, later: Event, headline: int) -> bool:
    """Tell whether a later mention is the same event.

    A noun points back to any event of its type whose roles it does not contradict ("Nach dem
    Angriff ..."); a verb tells anew unless it is the same entry with the same actors. A headline
    may leave out who did it.
    """
    if first.type != later.type or _apart(first, later):
        return False
    sides = ((first.sources, later.sources), (first.targets, later.targets))
    if first.sentence == later.sentence:
        return all(a == b for a, b in sides)
    shared = any(set(a) & set(b) for a, b in sides)
    if later.why.startswith(NOUN):
        return shared and all(not a or not b or set(a) & set(b) for a, b in sides)
    if first.sentence.end <= headline and (first.why == later.why or later.trigger.start < LEAD):
        return shared and all(not a or not b or set(a) & set(b) for a, b in sides)
    return first.why == later.why and all(not b or set(a) & set(b) for a, b in sides)


def _apart(first: Event, later: Event) -> bool:
    """Tell whether status or date, as their sentences name it, keep two mentions apart."""
    if first.status != later.status and "occurred" not in (first.status, later.status):
        return True
    mine, other = _named_date(first), _named_date(later)
    if mine is None or other is None:
        return False
    return mine.end < other.start or other.end < mine.start
