"""Tell political reports from others, by how often they name states, governments and their like.

Sports, weather and business reports use the same verbs ("schlagen", "angreifen", "treffen"). In
an article that hardly names political actors only events of political actors are kept. An event
whose actors are not named is kept in single sentences only, where no context could name them.
"""

from collections.abc import Iterable

from lagebild.findings.events.lexicon import Lexicon, build_lexicon
from lagebild.findings.finding import Actor
from lagebild.findings.reading import Reading

SHORTEST = 60
"""Words below which a text is too short to weigh; it is taken for political."""

POLITICAL = 1.0
"""Political mentions per 100 words from which any event is kept. All 64 articles annotated at
first lie above it, our eight reports without politics below. At 2.5 articles that another hand
annotated lost true events, and these eight had as many false ones."""

DENSE = 2.5
"""Political mentions per 100 words from which what authorities do may stand without any actor: of
such events in reports that nobody annotated three quarters were right, below it a third."""

STATE_WEIGHT = 0.5
"""A state counts half: sports and weather name countries as well."""


def density(reading: Reading) -> float:
    """Return the mentions of political actors per 100 words."""
    lexicon = reading.knowledge.view(build_lexicon)
    weights = {actor.key: _weight(actor, lexicon) for actor in reading.actors}
    named = sum(weights.get(mention.actor, 0.0) for mention in reading.mentions)
    return 100 * named / max(1, _words(reading))


def _words(reading: Reading) -> int:
    return sum(len(sentence.tokens) for sentence in reading.sentences)


def _weight(actor: Actor, lexicon: Lexicon) -> float:
    if actor.kind == "state":
        return STATE_WEIGHT
    return float(is_political(actor, lexicon))


def is_political(actor: Actor, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a state, a government, a party, an armed group or holds office.

    Who is only called by a trade or a place in a firm ("Händler", "Firmenchefin") holds none.
    """
    if actor.kind in ("state", "government", "armed_group", "party"):
        return True
    if actor.key.startswith("org:"):
        return True
    titles = (role.title for role in actor.roles) if actor.kind == "person" else ()
    return any(not _is_private(title, lexicon) for title in titles)


def _is_private(title: str, lexicon: Lexicon) -> bool:
    last = title.rpartition(" ")[2]
    return any(lexicon.in_class(word, "private") for word in (last, last.removesuffix("in")))


class Gate:
    """Decides by its actors whether an event belongs into the picture."""

    def __init__(self, reading: Reading) -> None:
        """Weigh the article."""
        self._actors = reading.actor_of
        self._lexicon = reading.knowledge.view(build_lexicon)
        self.short = _words(reading) < SHORTEST
        share = density(reading)
        self._political = self.short or share >= POLITICAL
        self.dense = share >= DENSE

    def admits(self, keys: Iterable[str], bare: bool) -> bool:
        """Tell whether to keep an event of these actors; `bare` ones may have none."""
        actors = [self._actors[key] for key in keys if key in self._actors]
        if not actors:
            return bare and (self.short or self._political)
        return self._political or any(is_political(actor, self._lexicon) for actor in actors)
