"""Who did what the article tells without saying by whom, told by what stands before.

Each rule was measured on annotated articles (docs/events.md):

- goes on: a hostile deed of the same type in the sentence before, by whoever did that ("Soldaten
  beschossen das Dorf. Auch die Brücke wurde zerstört"), unless it is told as another incident;
- state: prisons, executions and bans are a matter of the state in which it happens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lagebild.findings.events.authorities import DONE, has_agent
from lagebild.findings.events.deeds import is_definite
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Event, EventStatus
from lagebild.spans import Span

HOSTILE = ("ASSAULT", "COERCE", "SANCTION")
GAP = 2
"""Code points between two sentences, also of two paragraphs."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What tells who did a deed that names nobody.

    `state` is the state in whose hands it lies; `continued` says that it may go on with the deed
    told before.
    """

    state: tuple[str, ...] = ()
    continued: bool = False


Found = Mapping[tuple[Span, str], Unsaid]
"""By trigger and type of an event."""


def unsaid_of(scene: Scene, match: Match, status: EventStatus, state: tuple[str, ...]) -> Unsaid:
    """Return what tells who did it, empty where it has not happened."""
    if status not in DONE:
        return Unsaid()
    clause = match.clause
    verb = clause is not None and match.frame.table != "event_nouns"
    passive = verb and clause is not None and not has_agent(scene, clause)
    return Unsaid(state, passive and not _is_another(scene, match))


def _is_another(scene: Scene, match: Match) -> bool:
    """Tell whether a clause tells of an incident of its own ("bei einem Anschlag im Mai")."""
    slots = match.clause.slots if match.clause is not None else {}
    nouns = [scene.sentence.tokens[i] for i in slots.get("bei", ())]
    deeds = [t for t in nouns if t.upos == "NOUN" and scene.lexicon.noun_entry(t.lemma)]
    return any(not is_definite(scene, token) for token in deeds)


def with_implied_sources(events: Sequence[Event], unsaid: Found) -> tuple[Event, ...]:
    """Return the events, in order of the text, with sources that what stands before implies."""
    done: list[Event] = []
    for event in events:
        known = unsaid.get((event.trigger, event.type), Unsaid())
        done.append(event if event.sources else _completed(event, done, known))
    return tuple(done)


def _completed(event: Event, before: Sequence[Event], known: Unsaid) -> Event:
    state = known.state if event.type != "SANCTION" else ()
    rules = (("goes on", _going_on(event, before, known)), ("state", state))
    for rule, sources in rules:
        keys = tuple(key for key in sources if key not in event.targets)
        if keys:
            return replace(event, sources=keys, why=f"{event.why}; source: {rule}")
    return event


def _going_on(event: Event, before: Sequence[Event], known: Unsaid) -> tuple[str, ...]:
    if not known.continued or event.type not in HOSTILE:
        return ()
    last = next((o for o in reversed(before) if o.type == event.type and o.sources), None)
    if last is None or last.status not in DONE:
        return ()
    told = (last.sentence, *last.citations)
    near = (event.sentence.start - s.end for s in told if s.start <= event.sentence.start)
    return last.sources if min(near, default=GAP + 1) <= GAP else ()
