"""What a whole report says of who is at hand: the state it is about, homes, who protests.

- "Die Union verlangte eine Untersuchung": in a report on one state, another state or an
  international body that demands, blames or punishes and names nobody means that state.
- Who seizes power, or goes to a constitutional court, does so against his own state.
- Water cannon and arrests at a demonstration hit those who demonstrate.
- In a report on rebels an army that attacks a place attacks them; unions strike against the company
  that the report is about; a judgement is that of the court last named.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from lagebild.findings.events.grammar import build_grammar
from lagebild.findings.finding import Actor, Event
from lagebild.findings.reading import Reading

OUTWARD = ("ACCUSE", "REQUEST", "SANCTION")
"""Types of which an outsider's are meant for the state in focus."""

BODIES = ("state", "government", "organisation", "person")
"""Kinds of actors that speak for a state or an international body."""

FORCES = ("state", "government")
"""Kinds of actors whose attacks in a report on an armed group are meant for it."""

DISPUTED = ("AGREE", "REQUEST", "PROTEST", "THREATEN", "SANCTION", "REJECT", "ACCUSE")
"""Types of what the sides of a dispute at work do to each other."""

NEAR = 400
"""Code points back within which somebody's words may be what another denies."""

SHARE = 0.5
"""Least share of the mentions of actors with a country that the state in focus must have."""


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
        (country, times), *others = counted.most_common(2)
        alone = not others or times > others[0][1]
        known = alone and times >= SHARE * counted.total()
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
        before = [key for start, key in self._called("protesters") if start < offset]
        after = [key for start, key in self._called("protesters") if start >= offset]
        return tuple(before[-1:] or after[:1])

    def court(self, offset: int) -> tuple[str, ...]:
        """Return the court that was last named before an offset."""
        return tuple([key for start, key in self._called("courts") if start < offset][-1:])

    def foe(self, event: Event) -> tuple[str, ...]:
        """Return the armed group of the report if an event is the attack of a state's forces."""
        forces = all(self._is_force(key) for key in event.sources)
        if event.type != "ASSAULT" or not event.sources or not forces:
            return ()
        return self._chief(a for a in self._reading.actors if a.kind == "armed_group")

    def opponent(self, event: Event) -> tuple[str, ...]:
        """Return the other side of a dispute at work: a union's company, a company's union.

        Employees stand against the company as well.
        """
        if event.type not in DISPUTED or not event.sources:
            return ()
        actors = [self._reading.actor_of[key] for key in event.sources]
        works = {key for _, key in self._called("employees")}
        if all(actor.kind == "company" for actor in actors):
            return self._chief([a for a in self._reading.actors if _is_union(a)])
        if not any(_is_union(actor) or actor.key in works for actor in actors):
            return ()
        homes = (actors[0].country, None) if actors[0].country else None
        companies = (a for a in self._reading.actors if a.kind == "company")
        return self._chief([a for a in companies if homes is None or a.country in homes])

    def speaker(self, offset: int) -> tuple[str, ...]:
        """Return whose words the report gave last before an offset, if not far from it."""
        said = (
            (statement.quote[-1].end, statement.speaker)
            for statement in self._reading.statements
            if statement.speaker and statement.kind != "reported" and statement.quote
        )
        near = [(end, key) for end, key in said if offset - NEAR < end <= offset]
        return (max(near)[1],) if near else ()

    def _is_force(self, key: str) -> bool:
        """Tell whether an actor is a state or the troops of a state or an organisation."""
        body = key.startswith("organisation:org:")
        return body or self._reading.actor_of[key].kind in FORCES

    def _chief(self, actors: Iterable[Actor]) -> tuple[str, ...]:
        """Return which of some actors the report names most often."""
        keys = {actor.key for actor in actors}
        counted = Counter(m.actor for m in self._reading.mentions if m.actor in keys)
        return tuple(key for key, _ in counted.most_common(1))

    def _called(self, group: str) -> list[tuple[int, str]]:
        """Return where actors are called by nouns that end like those of a group."""
        ends = tuple(self._grammar.groups[group])
        return [(start, key) for start, lemma, key in self._nouns if lemma.endswith(ends)]

    @cached_property
    def _nouns(self) -> list[tuple[int, str, str]]:
        """Where which noun or name stands for whom, in order of the text."""
        lemmas = self._reading.lemmas
        named = sorted(self._reading.mentions, key=lambda mention: mention.span)
        return [
            (m.span.start, lemmas.get((m.head or m.span).start, ""), m.actor)
            for m in named
            if m.form != "pronoun"
        ]

    def _state(self, country: str) -> str | None:
        key = f"state:{country}"
        return key if key in self._reading.actor_of else None

    def _outside(self, key: str) -> bool:
        actor = self._reading.actor_of[key]
        if actor.kind not in BODIES:
            return False
        if actor.country is None:
            return actor.kind == "organisation" and not self._grammar.has("everywhere", key)
        return f"state:{actor.country}" != self.state


def _is_union(actor: Actor) -> bool:
    return "gewerkschaft" in actor.name.lower()
