"""Roles that a sentence leaves to what stands beside it, where that can be told.

Each rule was measured on annotated articles (docs/events.md); others were wrong too often:

- beside: what the same source does to somebody in the same sentence ("wies den Entwurf zurück und
  forderte die Regierung auf");
- reply: who refuses or gives in answers the one who asked or accused;
- again: a hostile act of the same type by the same source goes on against the same target;
- deed: who condemns "the attack" means who attacked, if the article told of it;
- likewise: who does what another did just before ("auch Kern") does it to the same;
- antecedent: a definite thing is of who made it, a demonstrative takes up who acted just before;
- chain: who judges a plan that others judged just before means the same;
- protest: the protests of an article are against the same, until another target is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lagebild.findings.events.deeds import Deed
from lagebild.findings.finding import Event
from lagebild.spans import Span

REACH = 8
"""Events back that a reply may answer."""

NEAR = 3
"""Events back within which somebody may join in what another did."""

REPLIES = ("REJECT", "CONCEDE")
ASKING = ("ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "CONSULT")
APART = ("MOBILIZE", "AID")
"""Types that need nobody whom they are done to; a neighbour's target is none of theirs."""

SAID = ("ACCUSE", "REQUEST")
GAP = 1
"""Code points between two sentences of a paragraph."""

HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")
KIND = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
"""Types that do somebody good; what is done to a friend is not done to a foe."""


Deeds = Mapping[tuple[Span, str], Deed]
"""By trigger and type of an event: the deed without doer that it is about."""


def with_implied_targets(events: Sequence[Event], deeds: Deeds) -> tuple[Event, ...]:
    """Return the events, in order of the text, with targets that their neighbours imply."""
    done: list[Event] = []
    for number, event in enumerate(events):
        open_ = not event.targets and (event.sources or event.type == "PROTEST")
        after = events[number + 1 :]
        whole = _completed(event, done, after, deeds) if open_ else event
        done.append(whole if whole.sources else _said_on(whole, done, deeds))
    return tuple(done)


def _said_on(event: Event, before: Sequence[Event], deeds: Deeds) -> Event:
    """Return a passive event with who did the same in the sentence before, and now goes on.

    "Mba kritisierte den Rat. Togo wurde aufgefordert, ...": asking and blaming go together.
    """
    deed = deeds.get((event.trigger, event.type))
    if deed is None or not deed.unsaid or event.type not in SAID:
        return event
    last = next((o for o in reversed(before) if o.type in SAID and o.sources), None)
    near = last is not None and 0 <= event.sentence.start - last.sentence.end <= GAP
    if last is None or not near or set(last.sources) & set(event.targets):
        return event
    return replace(event, sources=last.sources, why=f"{event.why}; source: goes on")


def _completed(
    event: Event, before: Sequence[Event], after: Sequence[Event], deeds: Deeds
) -> Event:
    for rule, targets in _rules(event, before, after, deeds):
        keys = tuple(dict.fromkeys(key for key in targets if key not in event.sources))
        if keys:
            return replace(event, targets=keys, why=f"{event.why}; target: {rule}")
    return event


def _rules(
    event: Event, before: Sequence[Event], after: Sequence[Event], deeds: Deeds
) -> Iterable[tuple[str, tuple[str, ...]]]:
    deed = deeds.get((event.trigger, event.type))
    if deed is not None:
        yield "likewise", _likewise(event, before) if deed.likewise else ()
        yield "deed", _deed(event, deed, before, after)
        yield "chain", _chained(event, before, deeds) if deed.known else ()
        yield "antecedent", deed.owners
    yield "beside", _beside(event, (*before, *after))
    yield "reply", _reply(event, before)
    if deed is None or not deed.objected:
        yield "again", _again(event, before)
    yield "protest", _protest(event, before)


def _deed(
    event: Event, deed: Deed, before: Sequence[Event], after: Sequence[Event]
) -> tuple[str, ...]:
    """Return who did the deed: as told last before, or for a headline first after it."""
    told = (*reversed(before), *(after if deed.headline else ()))
    same = (o for o in told if o.type in deed.types and o.sentence != event.sentence)
    first = next(same, None)
    return first.sources if first is not None else ()


def _likewise(event: Event, before: Sequence[Event]) -> tuple[str, ...]:
    """Return whom another event of the same type had as its target just before."""
    near = [o for o in before[-NEAR:] if o.type == event.type and not _share(event, o)]
    return near[-1].targets if near else ()


def _chained(event: Event, before: Sequence[Event], deeds: Deeds) -> tuple[str, ...]:
    """Return whom others meant who judged the same plan or step just before."""
    for other in reversed(before[-NEAR:]):
        deed = deeds.get((other.trigger, other.type))
        if deed is not None and deed.known and not _share(event, other):
            return other.targets
    return ()


def _beside(event: Event, others: Iterable[Event]) -> tuple[str, ...]:
    if event.type in APART:
        return ()
    same = (
        other
        for other in others
        if other.sentence == event.sentence
        and _share(event, other)
        and (event.type in KIND) == (other.type in KIND)
    )
    return next((other.targets for other in same if other.targets), ())


def _reply(event: Event, before: Sequence[Event]) -> tuple[str, ...]:
    if event.type not in REPLIES:
        return ()
    asked = (
        other.sources
        for other in reversed(before[-REACH:])
        if other.type in ASKING
        and other.sentence != event.sentence
        and set(other.targets) & set(event.sources)
        and other.sources
    )
    return next(asked, ())


def _again(event: Event, before: Sequence[Event]) -> tuple[str, ...]:
    if event.type not in HOSTILE:
        return ()
    same = (o for o in reversed(before) if o.type == event.type and _share(event, o))
    return next((other.targets for other in same if other.targets), ())


def _protest(event: Event, before: Sequence[Event]) -> tuple[str, ...]:
    if event.type != "PROTEST":
        return ()
    return next((o.targets for o in reversed(before) if o.type == "PROTEST" and o.targets), ())


def _share(event: Event, other: Event) -> bool:
    return bool(set(event.sources) & set(other.sources))
