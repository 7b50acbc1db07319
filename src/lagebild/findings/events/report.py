"""What a whole report says of who is at hand: the state it is about, homes, who protests.

- "Die Union verlangte eine Untersuchung": in a report on one state, another state or an
  international body that demands, blames or punishes and names nobody means that state.
- Who seizes power, or goes to a constitutional court, does so against his own state.
- Water cannon and arrests at a demonstration hit those who demonstrate.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from lagebild.findings.events.grammar import build_grammar
from lagebild.findings.finding import Event
from lagebild.findings.reading import Reading

OUTWARD = ("ACCUSE", "REQUEST", "SANCTION")
"""Types of which an outsider's are meant for the state in focus."""

BODIES = ("state", "government", "organisation", "person")
"""Kinds of actors that speak for a state or an international body."""

SHARE = 0.5
"""Share of the mentions of actors with a country that the state in focus must exceed."""


class Report:
    """An article's actors taken together."""

    def __init__(self, reading: Reading) -> None:
        """Look things up when first asked."""
        self._reading = reading
        self._grammar = reading.knowledge.view(build_grammar)

    @cached_property
    def state(self) -> str | None:
        """The key of the state in focus, None where the report is about several or none."""
        actors = self._reading.actor_of
        homes = [actors[m.actor].country for m in self._reading.mentions]
        counted = Counter(home for home in homes if home)
        if not counted:
            return None
        country, times = counted.most_common(1)[0]
        known = times > SHARE * counted.total()
        return self._state(country) if known else None

    def meant_abroad(self, event: Event) -> tuple[str, ...]:
        """Return the state in focus if an event is an outsider's judgement, demand or sanction."""
        if event.type not in OUTWARD or not event.sources or self.state is None:
            return ()
        return (self.state,) if all(self._outside(key) for key in event.sources) else ()

    def home(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the state of the first of some actors that has one which the article names."""
        countries = (self._reading.actor_of[key].country for key in keys)
        states = (self._state(country) for country in countries if country)
        found = next((state for state in states if state is not None), None)
        return (found,) if found is not None else ()

    def is_paper(self, key: str) -> bool:
        """Tell whether an actor is a paper, an agency or a station, which only reports."""
        return self._reading.actor_of[key].kind == "media"

    def protesters(self, offset: int) -> tuple[str, ...]:
        """Return who was last called demonstrators before an offset, else who is first after it."""
        before = [key for start, key in self._protesters if start < offset]
        after = [key for start, key in self._protesters if start >= offset]
        return tuple(before[-1:] or after[:1])

    @cached_property
    def _protesters(self) -> list[tuple[int, str]]:
        """Where groups are called demonstrators, strikers or the like, in order of the text."""
        lemmas = {t.span.start: t.lemma for s in self._reading.sentences for t in s.tokens}
        return [
            (mention.span.start, mention.actor)
            for mention in sorted(self._reading.mentions, key=lambda m: m.span)
            if mention.form != "pronoun"
            and self._demonstrates(lemmas.get((mention.head or mention.span).start, ""))
        ]

    def _demonstrates(self, lemma: str) -> bool:
        return lemma.lower().endswith(tuple(self._grammar.groups["protesters"]))

    def _state(self, country: str) -> str | None:
        key = f"state:{country}"
        return key if key in self._reading.actor_of else None

    def _outside(self, key: str) -> bool:
        actor = self._reading.actor_of[key]
        if actor.kind not in BODIES:
            return False
        if actor.country is None:
            return actor.kind == "organisation"
        return f"state:{actor.country}" != self.state
