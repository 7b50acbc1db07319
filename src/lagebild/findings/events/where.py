"""Where an event happened: the place that its clause names, and that is not somebody's home.

What is done on the spot happens where those are to whom it is done ("nahm Demonstranten in Lomé
fest"); what is only said, where the clause says that it is said.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lagebild.findings.events.circumstances import in_clause, inside
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.story import DEEDS
from lagebild.findings.finding import Event, Place
from lagebild.findings.places import locality_before, locality_nouns
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token

ON_THE_SPOT = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "CONSULT")
"""Types of what is done at a place, not only said."""

STRIKES = ("ASSAULT", "COERCE", "MOBILIZE")
"""Types of what hits a place ("der Beschuss Lomés", "griff Lomé an", "der Angriff auf Lomé")."""

AIMS = ("auf", "gegen", None)
"""Prepositions of a place that is hit; None is an object or a genitive."""

OCCASIONS = ("auf", "bei", "in", "an")
"""Prepositions of a meeting on which something is said ("auf dem Gipfel in Lomé")."""

WAYS = {"nach": ("MOBILIZE", "AID", "CONSULT"), "aus": ("RETREAT",)}
"""Prepositions that say where something comes from or goes to, and types that they place."""

AROUND = ("bei", "nahe", "nördlich", "südlich", "östlich", "westlich", "vor")
"""Prepositions of a place near by; one at which it happened counts more."""

HOMES = ("person", "party", "company", "state", "government", "organisation", "media")
"""Kinds of actors whose place says where they are from ("die Botschaft in Lomé")."""

SCENE = 2
"""Sentences from one deed of a scene to the next."""

COUNTRY = ", country"
"""How places end that are countries (`why`)."""

DEEPEST = 12
"""Words from a place up to the event; farther up a long sentence tells something else."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in a sentence: the word that heads its phrase, and its preposition."""

    place: Place
    head: Token
    preposition: str | None


def place_of(scene: Scene, match: Match, places: Sequence[Place]) -> Place | None:
    """Return the place of an event: of those its clause names the one nearest in the tree.

    A verb joined by "und" and a relative clause share the place of the clause before.
    """
    spots = [_spot(scene, place) for place in in_clause(scene, match.token.index, places)]
    fitting = [spot for spot in spots if _fits(scene, match, spot)]
    if not fitting and match.frame.type in ON_THE_SPOT and match.clause is not None:
        fitting = _shared(scene, match.clause, places)
    best = min(fitting, key=lambda spot: _distance(scene, match, spot), default=None)
    return best.place if best else None


def _shared(scene: Scene, clause: Clause, places: Sequence[Place]) -> list[_Spot]:
    """Return the places that a clause shares: of the verb it is joined to, of its antecedent."""
    verb = scene.sentence.tokens[clause.verb]
    hosts = {verb.head} if relation(verb) == "conj" else set()
    hosts |= {clause.relative[1]} if clause.relative else set()
    spots = [_spot(scene, place) for place in inside(places, scene.sentence.span)]
    return [
        spot
        for spot in spots
        if spot.head.head in hosts
        and spot.head.index < clause.verb
        and scene.lexicon.grammar.has("local", spot.preposition or "")
        and spot.preposition not in WAYS
    ]


def _spot(scene: Scene, place: Place) -> _Spot:
    """Return where a place stands; one behind its kind ("in der Stadt Lomé") where that stands."""
    sentence, grammar = scene.sentence, scene.lexicon.grammar
    words = [t for t in sentence.tokens if place.span.overlaps(t.span)]
    own = {token.index for token in words}
    head = next((token for token in words if token.head not in own), words[0])
    before = grammar.preposition(sentence, head.index)
    nouns = scene.cast.reading.knowledge.view(locality_nouns)
    kind = locality_before(sentence, words[0].index, nouns)
    while kind >= 0 and before in (None, "von"):
        head = sentence.tokens[kind]
        before = grammar.preposition(sentence, kind)
        above = sentence.tokens[head.head]
        wider = relation(head) == "nmod" and above.text.lower().endswith(nouns)
        kind = above.index if wider and above.index < kind else -1
    return _Spot(place, head, before)


def _fits(scene: Scene, match: Match, spot: _Spot) -> bool:
    """Tell whether a place in an event's clause is where it happened."""
    kind, host = match.frame.type, spot.head.head
    ends = (match.token.index, match.trigger.index, match.clause.verb if match.clause else -1)
    noun = match.clause is None and spot.preposition in ("von", "um")
    if kind in STRIKES and host in ends and (spot.preposition in AIMS or noun):
        return relation(spot.head) in ("obj", "obl", "nmod") or _is_hit(match, spot)
    if spot.preposition in WAYS:
        return kind in WAYS[spot.preposition]
    if not scene.lexicon.grammar.has("local", spot.preposition or ""):
        return False
    if host in ends or relation(spot.head) in ("obl", "advmod", "root"):
        return True
    if kind not in ON_THE_SPOT:
        return _is_occasion(scene, scene.sentence.tokens[host])
    return not _is_home(scene, match, spot)


def _is_occasion(scene: Scene, host: Token) -> bool:
    """Tell whether what is at a place is a meeting on which something is said."""
    before = scene.lexicon.grammar.preposition(scene.sentence, host.index)
    known = scene.lexicon.noun_entry(host.lemma) is not None
    return known and relation(host) == "obl" and before in OCCASIONS


def _is_hit(match: Match, spot: _Spot) -> bool:
    """Tell whether a place is the subject of a passive ("Lomé wurde beschossen")."""
    return match.clause is not None and match.clause.passive and relation(spot.head) == "nsubj"


def _is_home(scene: Scene, match: Match, spot: _Spot) -> bool:
    """Tell whether a place only says where somebody is ("die Botschaft in Lomé").

    "Ein Treffen der Minister in Lomé" is no home of the ministers: whose the event is has none.
    """
    host = scene.sentence.tokens[spot.head.head]
    if host.head in (match.token.index, match.trigger.index) and host.upos == "NOUN":
        return False
    if scene.lexicon.grammar.preposition(scene.sentence, host.index) in AIMS[:2]:
        return False
    return scene.cast.kind(host) in HOMES


def _distance(scene: Scene, match: Match, spot: _Spot) -> tuple[bool, int, int]:
    """Return how far a place is from the event: near by, up the tree, in the text.

    The narrowest is told first ("im Bezirk Tokoin in der Provinz").
    """
    tokens, here, steps = scene.sentence.tokens, spot.head.index, 0
    ends = (match.token.index, match.trigger.index, match.clause.verb if match.clause else -1)
    while here >= 0 and here not in ends and steps < DEEPEST:
        here, steps = tokens[here].head, steps + 1
    return spot.preposition in AROUND, steps, spot.place.span.start


def with_scene_places(events: tuple[Event, ...], reading: Reading) -> tuple[Event, ...]:
    """Return the events, deeds without a place at that of the deed told shortly before.

    In the same paragraph, where their own sentence names no other place and no other day; a country
    is too large to be the place of a scene.
    """
    starts = [sentence.span.start for sentence in reading.sentences]
    found: list[Event] = []
    scene: Event | None = None
    for told in events:
        event = told
        if scene is not None and _goes_on(scene, told, reading, starts):
            event = replace(told, place=told.place or scene.place)
        if event.type in DEEDS and event.place is not None:
            scene = None if event.place.why.endswith(COUNTRY) else event
        found.append(event)
    return tuple(found)


def _goes_on(scene: Event, event: Event, reading: Reading, starts: list[int]) -> bool:
    """Tell whether a deed is part of the scene that another is told of."""
    if event.type not in DEEDS or event.status != "occurred":
        return False
    apart = bisect_right(starts, event.sentence.start) - bisect_right(starts, scene.sentence.start)
    between = reading.article.text[scene.sentence.start : event.sentence.start]
    if apart > SCENE or "\n" in between or inside(reading.places, event.sentence):
        return False
    return not (scene.date and event.date and scene.date.start != event.date.start)
