"""Promises that were kept and demands that were met: a later report tells the deed.

A deed is told where the one who promised, or of whom it was demanded, did later what the content's
verb says ("die Geiseln freizulassen": "ließ die Geiseln frei"), with another content word in
common.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from lagebild.case.records import EventRecord
from lagebild.picture.lives.conditions import HORIZON_DAYS, days_between
from lagebild.picture.lives.drafts import MOST_ALIKE, Draft
from lagebild.picture.lives.life import OPEN, Change
from lagebild.picture.material import Material
from lagebild.picture.wording import content, infinitive_of

KEPT = frozenset({"promise", "offer", "threat", "obligation"})
"""Kinds whose party acts; in a demand the one who is asked does."""
DONE = frozenset({"occurred", "ongoing"})
STATE = "ended"


class Deeds:
    """The acts of a case that happened, by the verb that told them."""

    def __init__(self, found: Material) -> None:
        """Index the acts."""
        self._found = found
        told: dict[str, list[EventRecord]] = defaultdict(list)
        for event in sorted(found.events, key=_order):
            if _is_told(event):
                told[_entry(event)].append(event)
        self._by_verb = {verb: ([_order(e)[0] for e in es], es) for verb, es in told.items()}

    def end(self, draft: Draft) -> None:
        """Let the first later deed in the words of an open life end it."""
        first, state = draft.first, draft.changes[-1].state
        verb = infinitive_of(first.words)
        acting = first.parties if first.kind in KEPT else first.counterparties
        if verb is None or state not in OPEN or first.kind not in KEPT | {"demand"}:
            return
        deed = next(self._later(draft, verb, acting), None)
        if deed is not None:
            cited = self._found.cite(deed.article, deed.sentence)
            draft.changes.append(Change(STATE, deed.published, deed.sources, cited, deed.why))

    def _later(self, draft: Draft, verb: str, acting: tuple[str, ...]) -> Iterator[EventRecord]:
        """Yield the deeds of who was to act, after the last change, the first in time first."""
        first, sides = draft.first, self._found.sides(acting)
        began, words = draft.changes[-1].published or "", content(first.words)
        days, deeds = self._by_verb.get(verb, ([], []))
        start = bisect_right(days, began)
        for event in deeds[start : start + MOST_ALIKE]:
            if days_between(began or None, event.published) > HORIZON_DAYS:
                return
            own = sides & self._found.sides(event.sources) and event.article != first.article
            if own and words & content(event.sentence_words):
                yield event


def _is_told(event: EventRecord) -> bool:
    """Tell whether a report itself tells that something was done, not in an infinitive."""
    happened = event.status in DONE and event.attributed_to is None
    return happened and bool(event.published) and infinitive_of(f" {event.words}") is None


def _entry(event: EventRecord) -> str:
    """Return the verb of the lexicon's line that coded an act ("event_verbs: entsenden (…)")."""
    return event.why.partition(": ")[2].partition(" (")[0].removeprefix("sich ")


def _order(event: EventRecord) -> tuple[str, str, int]:
    return event.published or "", event.article, event.sentence.start
