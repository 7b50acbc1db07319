"""Tie the phrases of one article to actors, precise rather than greedy.

Names first, then titles (which need the names), then groups (which need the countries). An actor
that the tables do not know gets a key made of kind, country and name.
"""

from dataclasses import dataclass, field, replace

from lagebild.findings.actors.compounds import title_of
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.words import fold, slug
from lagebild.findings.finding import Actor, ActorKind, Role


@dataclass
class Cast:
    """The actors of one article, by key."""

    desk: Desk
    actors: dict[str, Actor] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    counted: dict[str, tuple[str, str]] = field(default_factory=dict)

    def known(self, key: str) -> str:
        """Take an actor of the tables into the cast; return its key."""
        if key not in self.actors:
            known = self.desk.lexicon.known[key]
            self.actors[key] = Actor(
                key, known.name, known.kind, known.country, known.wikidata, known.aliases,
                self._roles(key), known.gender,
            )  # fmt: skip
        return key

    def _roles(self, key: str) -> tuple[Role, ...]:
        holdings = self.desk.lexicon.offices.of_person.get(key.removeprefix("person:"), ())
        return tuple(
            Role(_title(h.office.title, h.office.feminine, self.desk.lexicon.known[key].gender),
                 self.desk.country_of(h.office.body), h.since, h.until)
            for h in holdings
        )  # fmt: skip

    def new(self, kind: ActorKind, country: str | None, name: str, gender: str | None = None,
            key: str | None = None) -> str:  # fmt: skip
        """Take an actor that the tables do not know into the cast; return its key."""
        key = key or f"{kind}:{(country or '-').lower()}:{slug(name)}"
        if key not in self.actors:
            self.actors[key] = Actor(key, name, kind, country, gender=gender)
        return key

    def learn(self, key: str, title: str, country: str | None, gender: str | None) -> None:
        """Add what the text says about an actor: a role, its country, its gender."""
        actor = self.actors[key]
        roles = actor.roles
        if title and (actor.gender or gender) == "f":
            title = self._feminine(title)
        spoken = fold(title).rpartition("-")[2] not in self.desk.lexicon.cues["no_role"]
        date = self.desk.date
        told = (r for r in roles if date or not (r.since or r.until))
        known = (r.country for r in roles if fold(r.title) == fold(title))
        if title and spoken and not any(fold(r.title) == fold(title) for r in told):
            roles = (*roles, Role(title, country or next(known, None), date, date))
        self.actors[key] = replace(
            actor, roles=roles, country=actor.country or country, gender=actor.gender or gender
        )

    def _feminine(self, title: str) -> str:
        """Return an adjectival title as said of a woman: "Vorsitzender", "Vorsitzende"."""
        compound = title_of(self.desk.lexicon, title)
        adjectival = compound is not None and compound.title is not None and title.endswith("r")
        same = title_of(self.desk.lexicon, title[:-1]) if adjectival else None
        if compound is None or same is None or same.title is None or compound.title is None:
            return title
        return title[:-1] if same.title.lemma == compound.title.lemma else title

    def alias(self, key: str, name: str) -> None:
        """Remember another name that the text uses for an actor."""
        actor = self.actors[key]
        if name != actor.name and name not in actor.aliases:
            self.actors[key] = replace(actor, aliases=(*actor.aliases, name))


def _title(masculine: str, feminine: str, gender: str | None) -> str:
    return feminine if gender == "f" and feminine else masculine


def link_names(desk: Desk, cast: Cast) -> None:
    """Tie known names and tagged organisations to actors."""
    for phrase in desk.phrases:
        if phrase.kind in {"name", "adjective"} and phrase.actor is not None:
            cast.known(phrase.actor)


__all__ = ["Cast", "Phrase", "link_names"]
