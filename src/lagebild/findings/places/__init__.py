"""Find the places that an article names, with country and coordinates.

A place is a name that the language engine takes for one, or one of the gazetteer behind a
preposition of place. What stands for an actor is no place: "Moskau" in "Moskau lehnt ab", the
country in "Russland fordert"; "in Moskau", "aus Russland" and "im Norden Russlands" are.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lagebild.findings.finding import Mention, Place
from lagebild.findings.places.capitals import Capital, capital_at, capitals
from lagebild.findings.places.gazetteer import Gazetteer, gazetteer
from lagebild.findings.reading import Reading
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

__all__ = ["find_places"]

LONGEST = 4
"""How many words a name of the gazetteer may have."""

LINKS = ("von", "der", "des")
"""Words between a noun for a place and its name ("in der Nähe von Lomé")."""

BETWEEN = ("ADJA", "ART", "CARD", "PIAT", "PDAT", "PPOSAT")
"""Tags of the words between a preposition and a noun for a place."""

WIDEST = 300
"""No mention of an actor that covers a place begins more characters before it."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that may name a place: token range in the sentence, who says so, the name they mean."""

    first: int
    end: int
    why: str
    meant: str | None = None


def find_places(reading: Reading) -> tuple[Place, ...]:
    """Return the places outside boilerplate, in order of the text.

    A place that the gazetteer does not know has a name but neither country nor coordinates.
    """
    search = _Search(reading, reading.knowledge.view(gazetteer))
    return tuple(
        place
        for sentence in reading.sentences
        for name in search.names(sentence)
        if (place := search.place(sentence, name)) is not None
    )


def place_prepositions(knowledge: Knowledge) -> dict[str, bool]:
    """Return the prepositions of place, and whether a bare name behind one must be a place.

    Use through `knowledge.view`.
    """
    return {row.key: row["only_places"] == "yes" for row in knowledge.table("place_prepositions")}


def locality_nouns(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the ends of nouns for settlements and pieces of land; use through `knowledge.view`."""
    return tuple(row.key for row in knowledge.table("locality_nouns"))


def locality_before(sentence: Sentence, index: int, nouns: tuple[str, ...]) -> int:
    """Return the noun for a place right before the name at `index`, -1 without one."""
    before = index - 1
    if before > 0 and sentence.tokens[before].text.lower() in LINKS:
        before -= 1
    if before < 0 or sentence.tokens[before].upos != "NOUN":
        return -1
    return before if sentence.tokens[before].text.lower().endswith(nouns) else -1


@dataclass(frozen=True)
class _Search:
    """The search for places in one article."""

    reading: Reading
    known: Gazetteer

    @cached_property
    def prepositions(self) -> dict[str, bool]:
        return self.reading.knowledge.view(place_prepositions)

    @cached_property
    def countries(self) -> dict[str, int]:
        """How often the article names each country or an actor from it."""
        home = {actor.key: actor.country for actor in self.reading.actors}
        counts = Counter(c for m in self.reading.mentions if (c := home.get(m.actor)))
        for sentence in self.reading.sentences:
            for _, kind, tokens in sentence.names():
                if kind == "LOC":
                    spots = self.known.named(_words(sentence, tokens[0], tokens[-1] + 1))
                    counts.update(s.country for s in spots if s.country and s.kind != "city")
        return dict(counts)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions of actors by name, title or metonym, in order."""
        named = (m for m in self.reading.mentions if m.form != "pronoun")
        return sorted(named, key=lambda mention: mention.span)

    def names(self, sentence: Sentence) -> list[_Name]:
        """Return names of places left to right, none overlapping another name."""
        taken: set[int] = set()
        found = []
        for capital in self.capitals(sentence):
            taken.update(range(capital.first, capital.end))
            found.append(_Name(capital.first, capital.end, "capital", capital.name))
        for _, kind, tokens in sentence.names():
            first = tokens[0]
            if first in taken:
                continue
            end = tokens[-1] + 1
            if kind == "LOC" and sentence.tokens[first].text[0].isupper():
                end = max(end, self._longest(sentence, first, taken) or end)
                found.append(_Name(first, end, "name"))
            taken.update(range(first, end))
        for token in sentence.tokens:
            if token.index in taken or not self.located(sentence, token):
                continue
            longest = self._longest(sentence, token.index, taken)
            why = "gazetteer"
            if longest is None and self._is_named_so(sentence, token):
                longest, why = token.index + 1, "locality"
            if longest is not None:
                taken.update(range(token.index, longest))
                found.append(_Name(token.index, longest, why))
        return sorted(found, key=lambda name: name.first)

    def _longest(self, sentence: Sentence, first: int, taken: set[int]) -> int | None:
        """Return where the longest name of the gazetteer that begins at `first` ends."""
        for end in range(min(first + LONGEST, len(sentence.tokens)), first, -1):
            tokens = sentence.tokens[first:end]
            if taken & set(range(first, end)) or not tokens[-1].text[:1].isupper():
                continue
            if not tokens[0].text[0].isupper() or (len(tokens) == 1 and tokens[0].xpos != "NE"):
                continue
            if self.known.named(_words(sentence, first, end)):
                return end
        return None

    def located(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether a preposition of place stands before the word, or before its article.

        So it does before a noun for a place that the name belongs to ("in der alten Stadt Lomé").
        """
        index = token.index - 1
        if index >= 0 and sentence.tokens[index].xpos == "ART":
            index -= 1
        return self._is_preposition(sentence, index) or self.is_at_locality(sentence, token.index)

    def capitals(self, sentence: Sentence) -> list[Capital]:
        """Return the capitals that a sentence puts something at without naming them."""
        known = self.reading.knowledge.view(capitals)
        found = (capital_at(sentence, t.index, known) for t in sentence.tokens)
        return [c for c in found if c and self._is_reached(sentence, c.first - 1)]

    def is_at_locality(self, sentence: Sentence, name: int) -> bool:
        """Tell whether a name belongs to a noun for a place with a preposition of place."""
        nouns = self.reading.knowledge.view(locality_nouns)
        index = locality_before(sentence, name, nouns)
        return index >= 0 and self._is_reached(sentence, index - 1)

    def _is_reached(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a preposition of place stands at `index`, or before what belongs to a noun.

        Adjectives and articles may lie between, and other nouns for places ("in der Nähe der").
        """
        nouns = self.reading.knowledge.view(locality_nouns)
        while index >= 0 and not self._is_preposition(sentence, index):
            token = sentence.tokens[index]
            if token.xpos not in BETWEEN and not token.text.lower().endswith(nouns):
                return False
            index -= 1
        return index >= 0

    def _is_named_so(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether a proper name stands right behind a noun for a place ("im Dorf Adéta")."""
        nouns = self.reading.knowledge.view(locality_nouns)
        proper = token.xpos == "NE" and len(token.text) > 2 and token.text[0].isupper()
        return proper and locality_before(sentence, token.index, nouns) == token.index - 1

    def _is_preposition(self, sentence: Sentence, index: int) -> bool:
        return index >= 0 and sentence.tokens[index].text.lower() in self.prepositions

    def place(self, sentence: Sentence, name: _Name) -> Place | None:
        """Return the place that the name stands for, None where it is no place here."""
        first = sentence.tokens[name.first]
        span = Span(first.span.start, sentence.tokens[name.end - 1].span.end)
        located = name.meant is not None or self.located(sentence, first)
        if self._is_actor(span, located) or self._is_date(span):
            return None
        words = name.meant or _words(sentence, name.first, name.end)
        spot = self.known.best(words, self.countries)
        if spot is None:
            return self._unknown(sentence, name, span)
        form = self.known.form(words)
        return Place(
            span=span,
            name=spot.name if spot.kind != "city" and form in self.known.spots else form,
            country=spot.country,
            latitude=spot.latitude,
            longitude=spot.longitude,
            geonames=spot.geonames,
            why=f"{name.why}, {spot.kind}",
        )

    def _unknown(self, sentence: Sentence, name: _Name, span: Span) -> Place | None:
        """Return a place that only its grammar shows: a proper name right behind "in" or "nach"."""
        nouns = self.reading.knowledge.view(locality_nouns)
        beside = locality_before(sentence, name.first, nouns) == name.first - 1 >= 0
        if beside or self.is_at_locality(sentence, name.first):
            words = _words(sentence, name.first, name.end)
            return Place(span, words, None, None, None, None, f"{name.why} behind its kind")
        before = sentence.tokens[name.first - 1].text.lower() if name.first else ""
        proper = all(token.xpos == "NE" for token in sentence.tokens[name.first : name.end])
        if not proper or not self.prepositions.get(before):
            return None
        words = _words(sentence, name.first, name.end)
        return Place(span, words, None, None, None, None, f"{name.why} behind {before}")

    def _is_actor(self, span: Span, located: bool) -> bool:
        """Tell whether the words stand for an actor here, or belong to an actor's name."""
        last = bisect_left(self.mentions, span.end, key=lambda m: m.span.start)
        first = bisect_left(self.mentions, span.start - WIDEST, key=lambda m: m.span.start)
        over = [m for m in self.mentions[first:last] if m.span.overlaps(span)]
        return any(mention.form == "metonym" or not located for mention in over)

    def _is_date(self, span: Span) -> bool:
        return any(date.span.overlaps(span) for date in self.reading.dates)


def _words(sentence: Sentence, first: int, end: int) -> str:
    return " ".join(token.text for token in sentence.tokens[first:end])
