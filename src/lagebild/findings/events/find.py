"""Find the events of an article: match the lexicon, fill the roles, tell status, date and voice."""

from dataclasses import replace

from lagebild.findings.events.antecedents import Memory, is_unsaid, joins_in, judges_known
from lagebild.findings.events.authorities import Authorities
from lagebild.findings.events.deeds import Deed
from lagebild.findings.events.desk import Desk
from lagebild.findings.events.doers import Unsaid, unsaid_of, with_implied_sources
from lagebild.findings.events.duties import duties
from lagebild.findings.events.grammar import headline_end
from lagebild.findings.events.implied import Known, with_implied_targets
from lagebild.findings.events.kept import is_kept
from lagebild.findings.events.lexicon import build_lexicon
from lagebild.findings.events.making import demand_of, event_of, judgement_of
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.own import without_own_state
from lagebild.findings.events.pointing import (
    is_aimed_at_crowd,
    is_at_home,
    is_denial,
    is_judgement,
    is_outward,
    is_returned,
)
from lagebild.findings.events.politics import Gate
from lagebild.findings.events.repeats import came_to_pass, without_repeats
from lagebild.findings.events.report import Report
from lagebild.findings.events.roles import Cast
from lagebild.findings.events.stances import Stance, stances
from lagebild.findings.events.told import Told, told_in
from lagebild.findings.events.when import Timeline
from lagebild.findings.events.where import with_scene_places
from lagebild.findings.finding import Event
from lagebild.findings.reading import Reading
from lagebild.spans import Span


def find_events(reading: Reading) -> tuple[Event, ...]:
    """Return the events of an article in order of the text, each told once."""
    lexicon = reading.knowledge.view(build_lexicon)
    gate, authorities = Gate(reading), Authorities(reading)
    desk = Desk(reading, lexicon, Cast(reading), Timeline(reading), gate, authorities)
    found: list[Event] = []
    deeds: dict[tuple[Span, str], Deed] = {}
    unsaid: dict[tuple[Span, str], Unsaid] = {}
    memory, fresh = Memory(), set[Span]()
    for sentence in reading.sentences:
        scene = Scene.read(sentence, lexicon, desk.cast)
        asked = list(duties(scene, reading))
        demanded = {duty.clause.verb for duty in asked}
        told = [
            t
            for t in told_in(scene)
            if t.match.token.index not in demanded and is_kept(t, desk, scene)
        ]
        for one in told:
            event = event_of(scene, one, desk)
            desk.timeline.remember(one.trigger.lemma, event.type, event.date)
            found.append(event)
        fresh |= {t.trigger.span for t in told if came_to_pass(scene, t.match)}
        about: list[Told | Stance] = [*told, *stances(scene, reading, found)]
        deeds |= {(t.trigger.span, t.type): _pointed(t, scene, memory) for t in about}
        unsaid |= {(t.trigger.span, t.type): _unsaid(t, scene, desk) for t in told}
        memory.note(scene)
        found += [demand_of(scene, duty, desk) for duty in asked]
        found += [judgement_of(scene, s, desk) for s in about if isinstance(s, Stance)]
    events = without_repeats(found, headline_end(reading.article.text), frozenset(fresh))
    events = with_implied_sources(events, unsaid)
    events = with_implied_targets(events, Known(deeds, Report(reading)))
    return with_scene_places(without_own_state(events, reading.actor_of), reading)


def _pointed(told: Told | Stance, scene: Scene, memory: Memory) -> Deed:
    """Return the deed that an event is about, with whose the thing is that it points back to."""
    deed = told.deed or Deed((), False)
    return replace(
        deed,
        owners=memory.owners(scene, told.match),
        likewise=joins_in(scene, told.match),
        known=judges_known(scene, told.match),
        unsaid=is_unsaid(told.match),
        objected=bool(told.match.slots.get("obj")) and "obj" in told.match.frame.target,
        outward=is_outward(scene, told.match),
        at_home=is_at_home(scene, told.match),
        crowd=is_aimed_at_crowd(scene, told.match),
        denial=is_denial(scene, told.match),
        judged=is_judgement(scene, told.match),
        returned=is_returned(scene, told.match),
    )


def _unsaid(told: Told, scene: Scene, desk: Desk) -> Unsaid:
    state = desk.authorities.state(scene, told.match, told.place)
    return unsaid_of(scene, told.match, told.real.status, state)
