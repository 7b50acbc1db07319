"""Find the events of an article: match the lexicon, fill the roles, tell status, date and voice."""

from dataclasses import dataclass, replace

from lagebild.findings.events.antecedents import Memory, is_unsaid, joins_in, judges_known
from lagebild.findings.events.authorities import Authorities
from lagebild.findings.events.circumstances import voice_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.deeds import Deed, deed_of, is_definite
from lagebild.findings.events.doers import Unsaid, unsaid_of, with_implied_sources
from lagebild.findings.events.duties import Duty, duties
from lagebild.findings.events.filling import Roles, joined, roles, subject_of
from lagebild.findings.events.grammar import headline_end, relation
from lagebild.findings.events.hidden import under_condition
from lagebild.findings.events.implied import Known, with_implied_targets
from lagebild.findings.events.lexicon import Lexicon, build_lexicon
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.official import is_official
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
from lagebild.findings.events.roles import HUMAN, Cast
from lagebild.findings.events.stances import Stance, stances
from lagebild.findings.events.status import Reality, is_present, is_refusal, reality
from lagebild.findings.events.story import Act
from lagebild.findings.events.when import Timeline
from lagebild.findings.events.where import place_of, with_scene_places
from lagebild.findings.finding import Event, EventDate
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

HOSTILE = {"ASSAULT", "COERCE", "MOBILIZE"}

DOERS = (*HUMAN, "police", "court")
"""Classes of words for those who do or suffer a deed without being actors of the article."""


@dataclass(frozen=True)
class Desk:
    """What is known of the whole article when one of its events is read."""

    reading: Reading
    lexicon: Lexicon
    cast: Cast
    timeline: Timeline
    gate: Gate
    authorities: Authorities


@dataclass
class Told:
    """An event as one sentence tells it, before it becomes an `Event`."""

    match: Match
    type: str
    trigger: Token
    real: Reality
    roles: Roles
    why: str
    deed: Deed | None = None


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
            t for t in _told(scene) if t.match.token.index not in demanded and _kept(t, desk, scene)
        ]
        for one in told:
            event = _event(scene, one, desk)
            desk.timeline.remember(one.trigger.lemma, event.type, event.date)
            found.append(event)
        fresh |= {t.trigger.span for t in told if came_to_pass(scene, t.match)}
        about: list[Told | Stance] = [*told, *stances(scene, reading, found)]
        deeds |= {(t.trigger.span, t.type): _pointed(t, scene, memory) for t in about}
        unsaid |= {(t.trigger.span, t.type): _unsaid(t, scene, desk) for t in told}
        memory.note(scene)
        found += [_demand(scene, duty, desk) for duty in asked]
        found += [_judgement(scene, s, desk) for s in about if isinstance(s, Stance)]
    events = without_repeats(found, headline_end(reading.article.text), frozenset(fresh))
    events = with_implied_sources(events, unsaid)
    events = with_implied_targets(events, Known(deeds, Report(reading)))
    return with_scene_places(events, reading)


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
    place = place_of(scene, told.match, desk.reading.places)
    return unsaid_of(
        scene, told.match, told.real.status, desk.authorities.state(scene, told.match, place)
    )


def _told(scene: Scene) -> list[Told]:
    """Return the events of a sentence; a noun within the clause of its verb is the same event."""
    matches = scene.matches()
    found: dict[int, Told] = {}
    seen: set[tuple[int, str]] = set()
    for index in sorted(matches, key=lambda i: (i not in scene.clauses, i)):
        match = matches[index]
        real = reality(scene, match, matches)
        told = None if real.dropped else _reading_of(scene, match, real)
        if told is None:
            continue
        host = found.get(_host(scene, match.token))
        if host is not None and host.type == told.type:
            host.roles = joined(host.roles, told.roles)
            continue
        if host is not None:
            told.roles = _charged(told, host)
            host.roles = _done_by(host, told)
        if (told.trigger.index, told.type) not in seen:
            seen.add((told.trigger.index, told.type))
            found[index] = told
    return [found[index] for index in sorted(found)]


def _charged(told: Told, host: Told) -> Roles:
    """Return the roles of a deed done by whoever denies it, or is blamed for it.

    "Togo bestreitet die Lieferung"; "sie werfen Togo Angriffe auf Ghana vor"; "wegen des Anschlags
    verhaftet". Who puts down a protest takes no part in it.
    """
    sources, targets = told.roles
    word, slots = told.match.token, host.match.slots
    of_what = [i for slot in ("gen", "wegen") for i in slots.get(slot, ())]
    charged = relation(word) == "obj" or word.index in of_what
    blamed = host.type == "ACCUSE" or (host.type == "COERCE" and word.index in of_what)
    doers = host.roles[0] if told.real.disowned else ()
    if blamed and told.type in HOSTILE and not told.real.disowned:
        doers = host.roles[1]
    if not sources and (told.real.disowned or charged):
        sources = tuple(key for key in doers if key not in targets)
    if told.type == "PROTEST" and host.type in HOSTILE:
        sources = tuple(key for key in sources if key not in host.roles[0])
    return sources, targets


def _done_by(host: Told, deed: Told) -> Roles:
    """Return the roles of a hostile act, done by who did the deed that it was part of.

    "Bei einer Razzia der Polizei wurden Aktivisten verletzt": the police did both.
    """
    sources, targets = host.roles
    if not sources and {host.type, deed.type} <= HOSTILE and host.match.frame.source:
        sources = tuple(key for key in deed.roles[0] if key not in targets)
    return sources, targets


def _reading_of(scene: Scene, match: Match, real: Reality) -> Told | None:
    """Return what a match amounts to: the event itself, its announcement, a refusal, a denial."""
    if real.status == "denied" and not real.disowned:
        return _refused(scene, match)
    return _announced(scene, match, real) or Told(
        match,
        match.frame.type,
        match.trigger,
        real,
        _lent(scene, match, roles(scene, match)),
        match.frame.why,
        deed_of(scene, match),
    )


def _lent(scene: Scene, match: Match, sides: Roles) -> Roles:
    """Return the roles with those of the deed that the entry asks for beside it.

    "Bei einem Anschlag der Rebellen starben drei Menschen": the rebels killed them. "Organisierte
    Proteste gegen Togo": Togo is who they are meant for.
    """
    tokens = scene.sentence.tokens
    for deed in (scene.noun(tokens[i]) for i in sorted(match.consumed)):
        if deed is not None and deed.frame.type == match.frame.type and deed.frame.source:
            sides = joined(sides, roles(scene, deed))
    return sides


def _refused(scene: Scene, match: Match) -> Told | None:
    """Return the refusal that not doing something friendly is ("stimmte nicht zu")."""
    kind = scene.lexicon.types[match.frame.type].refused
    if kind is None or match.clause is None or match.frame.table == "event_nouns":
        return None
    if match.light or not is_refusal(scene, match.clause):
        return None
    sides = roles(scene, match)
    if not sides[0]:
        return None
    why = f"{match.frame.why}, negated"
    return Told(match, kind, match.trigger, Reality(), sides, why, deed_of(scene, match))


def _host(scene: Scene, token: Token) -> int:
    """Return the verb in whose clause a noun stands, -1 for verbs and verbless nouns."""
    here = token
    while here.head >= 0 and here.index not in scene.clauses:
        if relation(here) not in ("obl", "nmod", "obj", "nsubj", "conj", "appos", "compound"):
            return -1
        here = scene.sentence.tokens[here.head]
    return here.index if here is not token and here.index in scene.clauses else -1


def _announced(scene: Scene, match: Match, real: Reality) -> Told | None:
    """Return the promise or threat that announcing the event amounts to, if it is one."""
    if real.announced_by is None:
        return None
    kind = scene.lexicon.types[match.frame.type].announced
    if kind is None:
        return None
    word = scene.sentence.tokens[real.announced_by]
    inner = roles(scene, match)
    sides = joined((subject_of(scene, word.index), ()), inner)
    if kind == "THREATEN" and not sides[1]:
        hit = under_condition(scene, match)
        sides = sides[0], tuple(key for key in hit if key not in sides[0])
    why = f"{match.frame.why}, announced by {word.lemma}"
    return Told(match, kind, word, Reality(), sides, why)


def _kept(told: Told, desk: Desk, scene: Scene) -> bool:
    verb = told.match.token.upos == "VERB"
    bare = verb if desk.gate.short else _happened_to_people(told, desk, scene)
    return _may_be_anonymous(told, desk) and desk.gate.admits(
        (*told.roles[0], *told.roles[1]), bare
    )


def _happened_to_people(told: Told, desk: Desk, scene: Scene) -> bool:
    """Tell whether a deed without actors of the article was done by or to people, or took place.

    "Zwei Menschen wurden verschleppt"; "es kam zu einem Anschlag"; what states do ("die Grenze
    wurde geschlossen"). "Der Anschlag" and a noun without a verb of its own mostly tell again what
    the article tells elsewhere.
    """
    if told.real.status not in ("occurred", "ongoing"):
        return False
    rule = desk.lexicon.types[told.type].anonymous
    place = place_of(scene, told.match, desk.reading.places)
    if is_official(scene, told.match, place, desk.authorities, rule == "any" and desk.gate.dense):
        return True
    if rule not in ("all", "any"):
        return False
    clause = told.match.clause
    if told.match.frame.table == "event_nouns":
        return clause is not None and not is_definite(scene, told.match.token)
    words = [i for slot in ("subj", "obj") for i in told.match.slots.get(slot, ())]
    lemmas = [scene.sentence.tokens[i].lemma for i in words]
    return any(desk.lexicon.in_class(lemma, name) for lemma in lemmas for name in DOERS)


def _may_be_anonymous(told: Told, desk: Desk) -> bool:
    """Tell whether an event names who did it, or is a deed that is told without.

    Who asks, refuses or backs must be known, unless a passive or what somebody undergoes ("erhielt
    Rückendeckung") tells to whom it was done; who shot or arrested often is not. What is only
    planned or feared by nobody in particular is no event.
    """
    if told.roles[0] or desk.gate.short:
        return True
    if told.real.status not in ("occurred", "ongoing"):
        return False
    anonymous = desk.lexicon.types[told.type].anonymous
    clause = told.match.clause
    undergone = clause is not None and (clause.passive or "subj" in told.match.frame.target)
    suffered = undergone and bool(told.roles[1])
    noun = told.match.frame.table == "event_nouns"
    return suffered or anonymous in (("all", "any") if noun else ("all", "any", "verbs"))


def _event(scene: Scene, told: Told, desk: Desk) -> Event:
    sources, targets = told.roles
    if not sources and told.real.status == "occurred":
        known = desk.authorities.acting(scene, told.match)
        sources = tuple(key for key in known if key not in targets)
    voice = voice_of(scene, told.match, desk.reading)
    speaker = voice.speaker if voice else None
    status = told.real.status
    date = desk.timeline.date(scene, *_dated_word(scene, told), status, Act(told.type, sources))
    if status == "occurred" and date is not None and _is_to_come(scene, told, date, desk):
        status = "planned"
    return Event(
        type=told.type,
        mode=told.match.frame.mode if told.type == told.match.frame.type else None,
        trigger=told.trigger.span,
        sentence=scene.sentence.span,
        sources=sources,
        targets=targets,
        date=date,
        place=place_of(scene, told.match, desk.reading.places),
        status=status,
        attributed_to=None if speaker in sources else speaker,
        confidence=_confidence(told),
        why=told.why,
        context=_contexts(scene),
    )


def _dated_word(scene: Scene, told: Told) -> tuple[Token, Clause | None]:
    """Return the word whose time counts, and its clause: of an announcement, who announces."""
    if told.trigger is told.match.trigger:
        return told.match.token, told.match.clause
    return told.trigger, scene.clauses.get(told.trigger.index)


def _is_to_come(scene: Scene, told: Told, date: EventDate, desk: Desk) -> bool:
    """Tell what the present tells of a day after the published one ("am Montag trifft er Kern")."""
    clause = told.match.clause
    told_now = clause is not None and told.real.announced_by is None and is_present(scene, clause)
    return told_now and desk.timeline.is_ahead(date)


def _demand(scene: Scene, duty: Duty, desk: Desk) -> Event:
    return Event(
        type="REQUEST",
        mode="change",
        trigger=duty.modal.span,
        sentence=scene.sentence.span,
        sources=(duty.speaker,),
        targets=duty.asked,
        date=desk.timeline.said(scene, duty.modal, Act("REQUEST", (duty.speaker,))),
        place=None,
        status="occurred",
        attributed_to=None,
        confidence=0.5,
        why=f"event_grammar: {duty.modal.text.lower()} ... {duty.clause.lemma}",
        context=_contexts(scene),
    )


def _judgement(scene: Scene, stance: Stance, desk: Desk) -> Event:
    return Event(
        type=stance.type,
        mode="disapprove" if stance.type == "ACCUSE" else None,
        trigger=stance.trigger.span,
        sentence=scene.sentence.span,
        sources=(stance.speaker,),
        targets=stance.judged,
        date=desk.timeline.said(scene, stance.trigger, Act(stance.type, (stance.speaker,))),
        place=None,
        status="occurred",
        attributed_to=None,
        confidence=0.5,
        why=f"event_classes: {stance.trigger.lemma}",
        context=_contexts(scene),
    )


def _confidence(told: Told) -> float:
    """Return how sure the event is; weights after the shares of right events in our articles."""
    sources, targets = told.roles
    score = 0.45 + 0.15 * bool(sources) + 0.1 * bool(targets) + 0.05 * bool(told.match.frame.needs)
    if told.match.frame.table == "event_nouns":
        score -= 0.1
    if told.real.status != "occurred":
        score -= 0.1
    return round(score, 2)


def _contexts(scene: Scene) -> tuple[str, ...]:
    nouns = (t.lemma for t in scene.sentence.tokens if t.upos in ("NOUN", "PROPN"))
    return tuple(sorted({name for lemma in nouns for name in scene.lexicon.contexts_of(lemma)}))
