"""What one sentence tells: events, announcements, refusals, before they become an `Event`."""

from dataclasses import dataclass

from lagebild.findings.events.deeds import Deed, deed_of
from lagebild.findings.events.filling import Roles, joined, roles, subject_of
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.hidden import under_condition
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.status import Reality, is_refusal, reality
from lagebild.findings.events.where import place_of
from lagebild.findings.finding import Place
from lagebild.language.analysis import Token

HOSTILE = {"ASSAULT", "COERCE", "MOBILIZE"}


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
    place: Place | None = None


def told_in(scene: Scene) -> list[Told]:
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
    for told in found.values():
        told.place = place_of(scene, told.match, scene.cast.reading.places)
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
