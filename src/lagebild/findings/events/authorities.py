"""Who arrested, sentenced, charged or imprisoned somebody where a passive does not say.

"Am Abend griff die Polizei ein. Dreißig Menschen wurden festgenommen": arrests are the work of the
police that the sentence or the few before name, else of the nearest that the article names;
sentences that of the court, charges that of the prosecution at hand. Prisons, executions, bans and
arrests without any police are a matter of the state: of the one in which it happens, else of the
one that the article names twice as often as any other.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lagebild.findings.events.circumstances import inside
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import EventStatus, Mention, Place
from lagebild.findings.reading import Reading

REACH = 300
"""Code points before a sentence within which an authority is still at hand."""

DONE: tuple[EventStatus, ...] = ("occurred", "ongoing")
"""Status of what an authority has done."""

MOSTLY = 2
"""How many times as often as any other the state of a report is named."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office: the group of words for what it does, and the group of its names' last parts."""

    acts: str
    names: str
    whole_sentence: bool = True
    anywhere: bool = False


OFFICES = (
    Office("sentencing", "courts"),
    Office("charging", "prosecutors"),
    Office("arresting", "police_forces", whole_sentence=False, anywhere=True),
    Office("closing", "officials"),
)


class Authorities:
    """The police, courts, prosecutors and states that an article names, in order of the text."""

    def __init__(self, reading: Reading) -> None:
        """Look them up when first asked."""
        self._reading = reading
        self._offices: dict[str, list[Mention]] = {}

    def acting(self, scene: Scene, match: Match) -> tuple[str, ...]:
        """Return the office that must have done what is told without saying by whom."""
        if not _is_undergone(match) or _is_condition(scene, match):
            return ()
        offices = (o for o in OFFICES if _is_about(scene, match, o.acts))
        found = (self._at_hand(scene, match, office) for office in offices)
        return next((keys for keys in found if keys), ())

    def state(self, scene: Scene, match: Match, place: Place | None) -> tuple[str, ...]:
        """Return the state in whose hands it lies, if it is done by states; `place` is where."""
        passive = match.clause is not None and match.clause.passive
        if passive and has_agent(scene, match.clause):
            return ()
        if not _is_undergone(match) or not _is_about(scene, match, "state_acts"):
            return ()
        named = _states_inside(scene, match.clause)
        if named or place is None or place.country is None:
            return named or self._mostly
        key = f"state:{place.country}"
        return (key,) if key in scene.cast.keys else ()

    def _at_hand(self, scene: Scene, match: Match, office: Office) -> tuple[str, ...]:
        """Return the office named last before, else the nearest one if it may be anywhere."""
        named = self._named(scene, office.names)
        end = scene.sentence.span.end if office.whole_sentence else match.token.span.start
        after = bisect_left(named, end, key=lambda m: m.span.start)
        here = scene.sentence.span.start
        for mention in named[max(0, after - 1) : after]:
            if mention.span.start > here - REACH:
                return (mention.actor,)
        near = named[max(0, after - 1) : after + 1] if office.anywhere else []
        nearest = sorted(near, key=lambda m: abs(m.span.start - here))
        return tuple(m.actor for m in nearest[:1])

    def _named(self, scene: Scene, office: str) -> list[Mention]:
        """Return the mentions of an office: one of their words has its end ("Militärpolizei")."""
        if office not in self._offices:
            ends = tuple(scene.lexicon.grammar.groups[office])
            found = (m for m in self._reading.mentions if self._ends(m, ends))
            self._offices[office] = sorted(found, key=lambda m: m.span)
        return self._offices[office]

    def _ends(self, mention: Mention, ends: tuple[str, ...]) -> bool:
        if mention.form == "pronoun" or self._reading.actor_of[mention.actor].kind == "media":
            return False
        starts = range(mention.span.start, min(mention.span.end, mention.span.start + REACH))
        return any(self._reading.lemmas.get(start, "").endswith(ends) for start in starts)

    @cached_property
    def _mostly(self) -> tuple[str, ...]:
        """The state that the report is mostly about, if it is about one."""
        named = (m.actor for m in self._reading.mentions if m.form != "pronoun")
        counts = Counter(key for key in named if key.startswith("state:")).most_common(2)
        rival = counts[1][1] if len(counts) > 1 else 0
        return tuple(key for key, count in counts[:1] if count >= MOSTLY * rival)


def _is_about(scene: Scene, match: Match, group: str) -> bool:
    """Tell whether an entry's verb, noun or fixed words belong to a group of acts."""
    words = (match.frame.lemma, *match.frame.fixed)
    return any(scene.lexicon.grammar.has(group, word) for word in words)


def _is_undergone(match: Match) -> bool:
    """Tell what is told without who did it: a passive, a state, a noun."""
    clause = match.clause
    if match.frame.table == "event_nouns":
        return True
    return clause is not None and (clause.passive or "subj" in match.frame.target)


def has_agent(scene: Scene, clause: Clause | None) -> bool:
    """Tell whether a clause says who acts, though it may be no actor; a date does not act."""
    words = clause.slots.get("subj", []) if clause is not None else []
    dates = inside(scene.cast.reading.dates, scene.sentence.span) if words else []
    spans = (scene.sentence.tokens[i].span for i in words)
    return any(not any(date.span.overlaps(span) for date in dates) for span in spans)


def _is_condition(scene: Scene, match: Match) -> bool:
    """Tell the passive of a condition ("ist inhaftiert"), which tells of no arrest at hand."""
    if match.clause is None or not match.clause.passive:
        return False
    return {scene.sentence.tokens[i].lemma for i in match.clause.auxiliaries} == {"sein"}


def _states_inside(scene: Scene, clause: Clause | None) -> tuple[str, ...]:
    """Return the state that a clause says it happened in ("wurde in Togo verhaftet")."""
    words = clause.slots.get("in", []) if clause is not None else []
    named = (scene.cast.actor(scene.sentence.tokens[i]) for i in words)
    return tuple(key for key in named if key and key.startswith("state:"))[:1]
