"""Make an `Event` of what a sentence tells: its day, place, voice and how sure it is."""

from dataclasses import replace

from lagebild.findings.events.circumstances import voice_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.desk import Desk
from lagebild.findings.events.duties import Duty
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.stances import Stance
from lagebild.findings.events.status import WORDS, is_present
from lagebild.findings.events.story import Act
from lagebild.findings.events.told import Told
from lagebild.findings.finding import Event, EventDate, Place
from lagebild.language.analysis import Token


def event_of(scene: Scene, told: Told, desk: Desk) -> Event:
    """Return the event that a sentence tells."""
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
        place=_place(told, desk),
        status=status,
        attributed_to=None if speaker in sources else speaker,
        confidence=_confidence(told),
        why=told.why,
        context=_contexts(scene),
    )


def _place(told: Told, desk: Desk) -> Place | None:
    """Return where it happened; whom somebody blames or asks is no place ("auf Togo schimpfen")."""
    place = told.place
    if place is None or told.type not in (*WORDS, "SUPPORT", "SANCTION"):
        return place
    mention = desk.reading.token_mentions.get(place.span.start)
    return None if mention is not None and mention.actor in told.roles[1] else place


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


def demand_of(scene: Scene, duty: Duty, desk: Desk) -> Event:
    """Return the demand that a duty in somebody's words is."""
    why = f"event_grammar: {duty.modal.text.lower()} ... {duty.clause.lemma}"
    asked = _said(scene, duty.modal, Act("REQUEST", (duty.speaker,)), desk)
    return replace(asked, mode="change", targets=duty.asked, why=why)


def judgement_of(scene: Scene, stance: Stance, desk: Desk) -> Event:
    """Return the praise or blame that a stance is."""
    why = f"event_classes: {stance.trigger.lemma}"
    mode = "disapprove" if stance.type == "ACCUSE" else None
    judged = _said(scene, stance.trigger, Act(stance.type, (stance.speaker,)), desk)
    return replace(judged, mode=mode, targets=stance.judged, why=why)


def _said(scene: Scene, word: Token, act: Act, desk: Desk) -> Event:
    """Return what somebody does by his words, at the word that shows it."""
    return Event(
        type=act.type,
        mode=None,
        trigger=word.span,
        sentence=scene.sentence.span,
        sources=act.sources,
        targets=(),
        date=desk.timeline.said(scene, word, act),
        place=None,
        status="occurred",
        attributed_to=None,
        confidence=0.5,
        why="",
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
