"""Conditions, and the later acts that bear on them.

An event that happened, or a later commitment, bears on a condition if both speak of the same: in
two content words at least, or in one matter of politics (`same_words`: truce, sanctions, air
strikes) between the same sides or in the same countries. Later sentences that change a matter's
state bear on it, too. Whether the condition is met is for the reader to say.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from lagebild.case.records import CommitmentRecord
from lagebild.picture.lives.life import Condition
from lagebild.picture.lives.matters import Turn, matters, opens_with_verb
from lagebild.picture.material import Citation, Material
from lagebild.picture.wording import content, likeness, meanings
from lagebild.spans import Span

BEARS = 0.34
"""Cosine of content words from which the sentence of an event bears on a condition."""
FEWEST_SHARED = 2
"""Content words that both must share: one word alone is shared by chance."""
HORIZON_DAYS = 180
MATTER_DAYS = 90
"""Days within which an act on the same matter bears on a condition without another shared word."""
SETTING = 2
"""Countries that an article is about."""
MOST_COMPARED = 500
"""Later acts that share a word and are compared at most, the first in time."""
MOST = 3
"""Sentences that are shown for one condition: the likest, the latest first."""
HAPPENED = frozenset({"occurred", "ongoing", "denied"})
TELLING = frozenset({"agreement", "promise", "offer", "refusal", "obligation"})
"""Kinds of commitments that bear on another's condition; demands and threats only ask."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something done or promised: where it is told, in which words, and by and to whom."""

    article: str
    published: str
    sentence: Span
    words: frozenset[str]
    actors: tuple[str, ...]


class Bearing:
    """The sentences of a case that can bear on conditions, found by their words and matters."""

    def __init__(self, found: Material, turns: Iterable[Turn]) -> None:
        """Index the acts of the case by their words, and `turns` by their matter."""
        self._found = found
        self._turns: dict[str, list[Turn]] = defaultdict(list)
        for turn in turns:
            self._turns[turn.matter].append(turn)

    @cached_property
    def _acts(self) -> list[Act]:
        """What happened or was promised, in the order of the case."""
        found = self._found
        happened = [
            Act(
                e.article,
                e.published,
                e.sentence,
                content(e.sentence_words),
                (*e.sources, *e.targets),
            )
            for e in found.events
            if e.published and e.status in HAPPENED and not opens_with_verb(e.sentence_words)
        ]
        promised = [
            Act(
                c.article,
                c.published,
                c.sentence,
                content(c.words),
                (*c.parties, *c.counterparties),
            )
            for c in found.commitments
            if c.published and c.kind in TELLING and c.condition is None
        ]
        return [*happened, *promised]

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, int]]]:
        """The acts by word, as date and number, by date."""
        index: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, act in enumerate(self._acts):
            for word in act.words:
                index[word].append((act.published, number))
        for places in index.values():
            places.sort()
        return index

    def condition_of(self, pledge: CommitmentRecord) -> Condition | None:
        """Return the condition of a commitment with the later sentences that bear on it."""
        if pledge.condition is None or pledge.condition_words is None:
            return None
        bearing = [
            (turn.published, turn.citation)
            for matter in matters(pledge.condition_words)
            for turn in self._turns.get(matter, ())
            if _is_later(pledge.published, turn.published) and self._one_setting(pledge, turn)
        ]
        bearing += self._told(pledge, content(pledge.condition_words))
        likest = list(dict.fromkeys(bearing))[:MOST]
        latest = sorted(likest, key=lambda b: (b[0] or "", b[1].article, b[1].span), reverse=True)
        return Condition(
            " ".join(pledge.condition_words.split()),
            self._found.cite(pledge.article, pledge.condition),
            tuple(latest),
        )

    def _told(
        self, pledge: CommitmentRecord, words: frozenset[str]
    ) -> Iterator[tuple[str | None, Citation]]:
        """Yield the later acts that bear on a condition, the likest first."""
        near = [self._acts[number] for number in self._near(pledge, words)]
        bearing = [act for act in near if self._bears(pledge, words, act)]
        bearing.sort(key=lambda act: (-likeness(words, act.words), act.published, act.sentence))
        for act in bearing:
            yield act.published, self._found.cite(act.article, act.sentence)

    def _near(self, pledge: CommitmentRecord, words: frozenset[str]) -> list[int]:
        """Return later acts that share a word, of each word the first in time."""
        numbers: Counter[int] = Counter()
        for word in words:
            places = self._by_word.get(word, ())
            start = bisect_right(places, (pledge.published or "", len(self._acts)))
            numbers.update(number for _, number in places[start : start + MOST_COMPARED])
        return sorted(numbers)

    def _bears(self, pledge: CommitmentRecord, words: frozenset[str], act: Act) -> bool:
        if act.article == pledge.article or not _is_later(pledge.published, act.published):
            return False
        shared = words & act.words
        if len(shared) >= FEWEST_SHARED and likeness(words, act.words) >= BEARS:
            return True
        soon = days_between(pledge.published, act.published) <= MATTER_DAYS
        return soon and bool(shared & meanings()) and self._same_sides(pledge, act)

    def _same_sides(self, pledge: CommitmentRecord, act: Act) -> bool:
        """Tell whether an act is by or towards whom the condition names, or of its setting."""
        found = self._found
        named = found.sides(
            [m.actor for m in found.mentioned.get(pledge.article, ()) if _covers(pledge, m.span)]
        )
        if named:
            return bool(named & found.sides(act.actors))
        here = found.setting(pledge.article, SETTING)
        return bool(here & found.setting(act.article, SETTING))

    def _one_setting(self, pledge: CommitmentRecord, turn: Turn) -> bool:
        here = self._found.setting(pledge.article, SETTING)
        return bool(here & self._found.setting(turn.article, SETTING))


def _covers(pledge: CommitmentRecord, span: Span) -> bool:
    return pledge.condition is not None and pledge.condition.covers(span)


def _is_later(one: str | None, other: str | None) -> bool:
    return bool(one and other and other > one) and days_between(one, other) <= HORIZON_DAYS


def days_between(one: str | None, other: str | None) -> int:
    """Return the days between two ISO dates; 0 where one is unknown."""
    return abs(_ordinal(other) - _ordinal(one)) if one and other else 0


@lru_cache(maxsize=10_000)
def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()
