"""Roles that a sentence leaves to what stands beside it, where that can be told.

Each rule was measured on annotated articles (docs/events.md); others were wrong too often:

- beside: what the same source does to somebody in the same sentence ("wies den Entwurf zurück und
  forderte die Regierung auf"), unless it is a hostile deed with an object of its own;
- reply: who refuses or gives in answers the one who asked or accused;
- again: a hostile act of the same type by the same source goes on against the same target;
- deed: who condemns "the attack" means who attacked, if the article told of it;
- likewise: who does what another did just before ("auch Kern") does it to the same;
- antecedent: a definite thing is of who made it, a demonstrative takes up who acted just before;
- chain: who judges a plan that others judged just before means the same;
- protest: the protests of an article are against the same, until another target is named;
- court: a judgement that others judge is that of the court last named;
- returned: who answers an attack attacks who attacked before;
- opponent: unions or employees and the company that the report is about stand against each other;
- foe: a state's forces that attack a place attack the armed group that the report is about;
- home: who seizes power or goes to a constitutional court does so against his own state;
- crowd: who breaks up or forbids a protest, or makes arrests there, hits those who protest;
- abroad: outsiders who blame, punish or demand mean the state that the report is about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lagebild.findings.events.deeds import Deed
from lagebild.findings.events.report import Report
from lagebild.findings.finding import Event
from lagebild.spans import Span

REACH = 8
"""Events back that a reply may answer."""

NEAR = 3
"""Events back within which somebody may join in what another did."""

REPLIES = ("REJECT", "CONCEDE")
ASKING = ("REQUEST", "THREATEN")
OPEN = ("PROTEST", "COERCE", "ASSAULT")
"""Types that may tell to whom something is done without telling who did it."""

APART = ("MOBILIZE", "AID")
"""Types that need nobody whom they are done to; a neighbour's target is none of theirs."""

NEXT = 250
"""Code points between two sentences of which the second tells that somebody joins in."""

SAID = ("ACCUSE", "REQUEST")
GAP = 1
"""Code points between two sentences of a paragraph."""

HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")
KIND = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
"""Types that do somebody good; what is done to a friend is not done to a foe."""


Deeds = Mapping[tuple[Span, str], Deed]
"""By trigger and type of an event: the deed without doer that it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the events: the deeds that they are about, and the whole report."""

    deeds: Deeds
    report: Report


def with_implied_targets(events: Sequence[Event], known: Known) -> tuple[Event, ...]:
    """Return the events, in order of the text, with targets that their neighbours imply."""
    done: list[Event] = []
    for number, event in enumerate(events):
        open_ = not event.targets and (event.sources or event.type in OPEN)
        after = events[number + 1 :]
        whole = _completed(event, done, after, known) if open_ else event
        done.append(whole if whole.sources else _said_on(whole, done, known.deeds))
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
    event: Event, before: Sequence[Event], after: Sequence[Event], known: Known
) -> Event:
    for rule, targets in _rules(event, before, after, known):
        keys = tuple(dict.fromkeys(key for key in targets if key not in event.sources))
        if keys:
            return replace(event, targets=keys, why=f"{event.why}; target: {rule}")
    return event


def _rules(
    event: Event, before: Sequence[Event], after: Sequence[Event], known: Known
) -> Iterable[tuple[str, tuple[str, ...]]]:
    deed = known.deeds.get((event.trigger, event.type))
    if not event.sources and event.type != "PROTEST":
        yield "crowd", _crowd(event, before, after, known, deed)
        return
    if deed is not None:
        yield "home", known.report.home(event.sources) if deed.at_home else ()
        yield "likewise", _likewise(event, before) if deed.likewise else ()
        yield "reply", _denied(event, before, known.report) if deed.denial else ()
        yield "deed", _deed(event, deed, before, after)
        yield "chain", _chained(event, before, known.deeds) if deed.known else ()
        yield "antecedent", deed.owners
        yield "abroad", known.report.meant_abroad(event) if deed.outward else ()
        yield "court", known.report.court(event.trigger.start) if deed.judged else ()
        yield "returned", _returned(event, before) if deed.returned else ()
        yield "crowd", _crowd(event, before, after, known, deed)
    has_object = deed is not None and deed.objected
    if not (has_object and event.type in HOSTILE):
        yield "beside", _beside(event, (*before, *after))
    yield "reply", _reply(event, before)
    if not has_object:
        yield "again", _again(event, before)
    yield "protest", _protest(event, before)
    yield "opponent", known.report.opponent(event)
    if deed is not None and deed.outward:
        yield "foe", known.report.foe(event)


def _denied(event: Event, before: Sequence[Event], report: Report) -> tuple[str, ...]:
    """Return whom a denial answers: who accused before, or by whose account it was told.

    What was told of whoever denies counts first, then any charge just before.
    """
    mine = set(event.sources)
    charges = [(o, _charging(o, mine, report)) for o in reversed(before[-REACH:])]
    own = (keys for o, keys in charges if mine & {*o.sources, *o.targets} and keys)
    near = (keys for o, keys in charges[:NEAR] if keys)
    said = (k for k in report.speaker(event.sentence.start) if not report.is_paper(k))
    return next(own, ()) or next(near, ()) or tuple(said)


def _charging(other: Event, mine: set[str], report: Report) -> tuple[str, ...]:
    """Return who charges somebody by an event, or has told of a hostile one."""
    if other.type == "ACCUSE" and not mine & set(other.sources):
        return tuple(key for key in other.sources if not report.is_paper(key))
    told = other.attributed_to if other.type in (*HOSTILE, "PROTEST", "ACCUSE") else None
    return (told,) if told and told not in mine and not report.is_paper(told) else ()


def _returned(event: Event, before: Sequence[Event]) -> tuple[str, ...]:
    """Return who attacked before, where an event answers an attack ("erwiderte das Feuer")."""
    mine = set(event.sources)
    hits = (o for o in reversed(before[-NEAR:]) if o.type == "ASSAULT" and mine & {*o.targets})
    return next((o.sources for o in hits if o.sources and not _share(event, o)), ())


def _crowd(
    event: Event,
    before: Sequence[Event],
    after: Sequence[Event],
    known: Known,
    deed: Deed | None,
) -> tuple[str, ...]:
    """Return who protests, where an event is about their protest or aimed at a crowd."""
    if deed is None or not deed.crowd:
        return ()
    protests = [o for o in (*reversed(before), *after) if o.type == "PROTEST" and o.sources]
    people = known.report.protesters(event.trigger.start)
    return people or (protests[0].sources if protests else ())


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
    close = bool(near) and event.sentence.start - near[-1].sentence.end <= NEXT
    return near[-1].targets if close else ()


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
