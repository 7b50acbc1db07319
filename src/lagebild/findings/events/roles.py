"""From words to actors: who is meant by the words that fill a slot.

A word that is no mention passes the question on to what belongs to it ("Kampfjets der Koalition",
"die Entscheidung Merkels", "russische Angriffe", "US-Angriff"). Where nothing there is an actor
of the article, the role stays empty.
"""

from functools import cached_property
from typing import Literal

from lagebild.findings.events.brackets import brackets
from lagebild.findings.events.clause import filled
from lagebild.findings.events.grammar import build_grammar, conjuncts, relation
from lagebild.findings.events.lexicon import build_lexicon
from lagebild.findings.events.nominals import doer_slots, read_nominal
from lagebild.findings.events.plurals import APPOSED, both, each_by_name
from lagebild.findings.reading import Reading
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

Reach = Literal["owner", "any", "doer"]
"""Whose attributes name who is meant: only whose a thing is, any, or of a deed who did it."""

SUFFERED = ("isierung", "tierung", "rierung", "lierung", "nierung", "dierung", "zierung")
"""Ends of nouns from transitive verbs: whose genitive names who suffers ("Isolierung Togos")."""

HUMAN = ("person", "people", "victims", "troops")
"""Classes of words for people."""

AGAINST = ("ACCUSE", "REJECT")
"""Types of verbs whose subject did not do what their object tells."""

DEEPEST = 4
"""How many attributes deep an actor is looked for ("die Freilassung der Mitarbeiter der UN")."""


class Cast:
    """The actors of one article as seen from its words."""

    def __init__(self, reading: Reading) -> None:
        """Lay the mentions over the words."""
        self.reading = reading
        self._grammar = reading.knowledge.view(build_grammar)
        self._lexicon = reading.knowledge.view(build_lexicon)
        self._compounds: dict[str, str | None] = {}
        self._adjectives = reading.knowledge.view(_adjective_states)
        self._covering: dict[int, str] = {}
        for mention in sorted(reading.mentions, key=lambda m: (m.span.start, -m.span.end)):
            for start in range(mention.span.start, min(mention.span.end, mention.span.start + 200)):
                self._covering[start] = mention.actor
        for mention in reading.mentions:
            self._covering[(mention.head or mention.span).start] = mention.actor

    @cached_property
    def _places(self) -> frozenset[int]:
        return frozenset(n for p in self.reading.places for n in range(p.span.start, p.span.end))

    @cached_property
    def _countries(self) -> dict[int, str]:
        places = self.reading.places
        return {n: p.country for p in places if p.country for n in range(p.span.start, p.span.end)}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the article's actors."""
        return frozenset(actor.key for actor in self.reading.actors)

    def actor(self, token: Token) -> str | None:
        """Return the actor that a word itself names, None where it names none."""
        if self._only_about(token):
            return None
        found = self._covering.get(token.span.start)
        if found is not None:
            return found
        if (token.upos == "PRON" or token.xpos == "PPOSAT") and "Person=1" in token.feats:
            voice = self.reading.voice_at(token.span)
            return voice.speaker if voice and voice.kind != "reported" else None
        if token.upos == "ADJ":
            return self._state(token.lemma.lower(), token.text.lower())
        if "-" in token.text[1:] and not self._lexicon.in_class(token.lemma, "money"):
            state = self._state_name(token.text.split("-")[0])
            if state is not None:
                return state
        return self._owner_in_compound(token) if token.upos == "NOUN" else None

    def _only_about(self, token: Token) -> bool:
        """Tell whether a compound has a state as its subject only ("Syrien-Konferenz").

        An abbreviation before the noun says whose it is ("US-Gespräche").
        """
        first, dash, _ = token.text.partition("-")
        if not dash or abbreviated(first) or self._state_name(first) is None:
            return False
        return self._lexicon.in_class(token.lemma.rpartition("-")[2], "about")

    def _owner_in_compound(self, token: Token) -> str | None:
        """Return whose a deed or thing is by its first part ("OSZE-Bericht", "Polizeiwache").

        The first part must name an actor of the article as it stands.
        """
        word = token.lemma.lower()
        if word not in self._compounds:
            self._compounds[word] = self._split_owner(token.lemma)
        return self._compounds[word]

    def _split_owner(self, lemma: str) -> str | None:
        word = lemma.lower()
        for end in range(len(word) - 4, 1, -1):
            first = word[:end].rstrip("-")
            key = self._surfaces.get(first) or self._surfaces.get(first.removesuffix("s"))
            if key is not None and self._is_owned(word[end:].lstrip("-").capitalize()):
                return key
        return None

    def _is_owned(self, noun: str) -> bool:
        """Tell whether a noun is a deed or a thing, not somebody ("Putin-Kritiker")."""
        return self._lexicon.noun_entry(noun) is not None or any(
            self._lexicon.in_class(noun, name) for name in ("papers", "building", "vehicle")
        )

    @cached_property
    def _surfaces(self) -> dict[str, str]:
        """The article's actors by the single words that name them."""
        found: dict[str, str] = {}
        for mention in self.reading.mentions:
            word = mention.span.of(self.reading.article.text).lower()
            if mention.form != "pronoun" and len(word) > 1 and " " not in word:
                found.setdefault(word, mention.actor)
        return found

    def named(self, word: str) -> str | None:
        """Return the actor whom a word by itself names somewhere in the article."""
        return self._surfaces.get(word.lower())

    def is_called(self, token: Token) -> bool:
        """Tell whether a word is part of an organisation's name ("Bund Togohilfe")."""
        return token.span.start in self._named

    def is_actor(self, token: Token) -> bool:
        """Tell whether a whole word names an actor ("die neue Besatzung"), not only its part."""
        mention = self.reading.mention_at(token)
        return mention is not None and mention.span.covers(token.span)

    @cached_property
    def _named(self) -> frozenset[int]:
        kinds = ("organisation", "company", "media", "party", "armed_group")
        names = (
            m.span
            for m in self.reading.mentions
            if m.form == "name" and self.reading.actor_of[m.actor].kind in kinds
        )
        return frozenset(n for span in names for n in range(span.start, span.end))

    def place(self, token: Token) -> bool:
        """Tell whether a word stands in the name of a place or state."""
        key = self.actor(token)
        return token.span.start in self._places or (key or "").startswith("state:")

    def state_of_place(self, token: Token) -> str | None:
        """Return the state in which a place lies that a word names, if it is an actor here."""
        key = f"state:{self._countries.get(token.span.start)}"
        return key if key in self.keys else None

    def first_part(self, lemma: str, entry: str) -> str | None:
        """Return the state in a compound before its last part ("Israelbesuch", "Iran-Krieg")."""
        first = lemma[: len(lemma) - len(entry)].rstrip("-").lower()
        return self._state_name(first) if first else None

    def kind(self, token: Token) -> str | None:
        """Return the kind of the actor that a word names."""
        key = self.actor(token)
        actor = self.reading.actor_of.get(key) if key else None
        return actor.kind if actor else None

    def of(self, sentence: Sentence, index: int, reach: Reach | bool) -> tuple[str, ...]:
        """Return the actors that a word and its coordinated words name.

        Args:
            sentence: Where the word stands.
            index: The word.
            reach: Which attributes count where the word names nobody itself: True is "any",
                False is "owner".
        """
        if isinstance(reach, bool):
            reach = "any" if reach else "owner"
        found: list[str] = []
        for word in (index, *conjuncts(sentence, index)):
            found += [key for key in self._below(sentence, word, reach, 0) if key not in found]
        return tuple(found)

    def _below(self, sentence: Sentence, index: int, reach: Reach, depth: int) -> tuple[str, ...]:
        token = sentence.tokens[index]
        if token.xpos == "PRELAT" and self.actor(token) is None:
            return self._antecedent(sentence, index, reach, depth)
        named = each_by_name(self.reading, sentence, token) or both(self.reading, sentence, token)
        if named:
            return named
        own = self._named_beside(sentence, token) or self.actor(token)
        apart = token.upos == "ADJ" and reach == "owner"
        if own or depth >= DEEPEST or apart or self._grammar.has("others", token.lemma):
            return (self._governments(sentence, token) or (own,)) if own else ()
        for child in self._attributes(sentence, index, reach):
            found = self._below(sentence, child, reach, depth + 1)
            if found:
                return self._home(token, found) + tuple(
                    key
                    for other in conjuncts(sentence, child)
                    for key in self._below(sentence, other, reach, depth + 1)
                )
        return ()

    def _antecedent(
        self, sentence: Sentence, index: int, reach: Reach, depth: int
    ) -> tuple[str, ...]:
        """Return whom "dessen" or "deren" stands for: the noun that its clause hangs on."""
        here = sentence.tokens[index]
        for _ in range(DEEPEST):
            if here.head < 0:
                return ()
            clause, here = relation(here) == "acl", sentence.tokens[here.head]
            if clause:
                return self._below(sentence, here.index, reach, depth + 1)
        return ()

    def leads(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a word is said to lead others: "mit Togo an der Spitze"."""
        below = (sentence.tokens[child] for child in sentence.children[index])
        return any(self._grammar.has("at_the_head", token.lemma) for token in below)

    def _named_beside(self, sentence: Sentence, token: Token) -> str | None:
        """Return who else is named by a noun that is no mention itself: an apposition.

        "Mba, Mitglied der Partei, der ..." is Mba; "der US-Rivale Kern" is Kern, and "das
        AU-Mitglied Togo" Togo.
        """
        if token.upos != "NOUN":
            return None
        if token.span.start in self._covering and not self._is_first_part(token):
            return None
        near = [
            i for i in sentence.children[token.index] if relation(sentence.tokens[i]) in APPOSED
        ]
        if relation(token) == "appos":
            near.append(token.head)
        return next(
            (key for i in near if (key := self._covering.get(sentence.tokens[i].span.start))), None
        )

    def _is_first_part(self, token: Token) -> bool:
        """Tell whether only the first part of a compound is a mention ("AU-Mitglied")."""
        first, dash, last = token.text.rpartition("-")
        if not dash or not self._grammar.has("members", last.lower()):
            return False
        owner = self._covering.get(token.span.start)
        return owner is not None and owner == self._surfaces.get(first.lower())

    def _governments(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        """Return the states behind a plural ("die Regierungen Togos und Ghanas")."""
        if token.feat("Number") != "Plur" or not self._grammar.has("homelands", token.lemma):
            return ()
        below = self._owners(sentence, token.index, False)
        words = [w for child in below for w in (child, *conjuncts(sentence, child))]
        found = [self.actor(sentence.tokens[word]) for word in words]
        return tuple(dict.fromkeys(key for key in found if key and key.startswith("state:")))

    def _home(self, token: Token, owners: tuple[str, ...]) -> tuple[str, ...]:
        """Return the state of a person whose country a word speaks of ("sein Land")."""
        if not self._grammar.has("homelands", token.lemma):
            return owners
        owner = self.reading.actor_of.get(owners[0])
        state = f"state:{owner.country}" if owner and owner.kind == "person" else ""
        return (state,) if state in self.keys else owners

    def _attributes(self, sentence: Sentence, index: int, reach: Reach) -> list[int]:
        """Return the words below a word that may say who is meant, the likeliest first."""
        if reach == "doer" and sentence.tokens[index].upos == "NOUN":
            slots = doer_slots(self.reading.knowledge, sentence.tokens[index].lemma)
            if slots is not None and not self._is_uttered(sentence.tokens[index].lemma, slots):
                found = read_nominal(sentence, sentence.tokens[index], self._grammar)
                doers = [i for slot in slots for i in filled(found, slot)]
                return [*self._agents(sentence, index), *doers]
            if sentence.tokens[index].lemma.endswith(SUFFERED):
                return []
        agents = self._agents(sentence, index) if reach != "owner" else []
        owners = self._owners(sentence, index, reach != "owner")
        if reach == "doer":  # whom something is meant against did not do it
            owners = [i for i in owners if self._grammar.preposition(sentence, i) != "gegen"]
        return [*agents, *owners]

    def _is_uttered(self, lemma: str, slots: tuple[str, ...]) -> bool:
        """Tell whether a noun is somebody's words, so that its genitive names who spoke."""
        return "gen" not in slots and self._lexicon.in_class(lemma, "utterances")

    def _agents(self, sentence: Sentence, index: int) -> list[int]:
        """Return who made or did a thing, by the participle before it ("von Togo vorgelegt").

        People are not those who do something to them, and a deed is not its critic's.
        """
        token = sentence.tokens[index]
        if token.upos != "NOUN" or any(self._lexicon.in_class(token.lemma, c) for c in HUMAN):
            return []
        return [
            bracket.agent
            for bracket in brackets(sentence, index, self._grammar)
            if not any(f.type in AGAINST for f in self._lexicon.verbs.get(bracket.verb, ()))
        ]

    def _owners(self, sentence: Sentence, index: int, deep: bool) -> list[int]:
        """Return the attributes that say whose a thing is, the closest relation first."""
        ranked: list[tuple[int, int]] = []
        for child in sentence.children[index]:
            token = sentence.tokens[child]
            name, before = relation(token), self._grammar.preposition(sentence, child)
            if self.leads(sentence, child):
                continue
            if name in ("appos", "flat", "compound"):
                ranked.append((0, child))
            elif name in ("nmod", "det", "obl") and before in (None, "von", "durch"):
                if name != "det" or token.xpos == "PPOSAT":
                    ranked.append((1, child))
            elif name == "amod" and child < index:
                ranked.append((2, child))
            elif (
                deep
                and name in ("nmod", "obl")
                and not self._grammar.has("no_attribute_of", before or "")
            ):
                ranked.append((3, child))
        return [child for _, child in sorted(ranked)]

    def _state(self, *words: str) -> str | None:
        for word in words:
            for end in range(len(word), max(len(word) - 3, 3), -1):
                key = self._adjectives.get(word[:end])
                if key and key in self.keys:
                    return key
        return None

    def _state_name(self, name: str) -> str | None:
        key = self._adjectives.get(name.lower())
        return key if key in self.keys else None


def abbreviated(word: str) -> bool:
    """Tell whether a word begins with an abbreviation: "US-Sanktionen"."""
    return word[1:2].isupper()


def _adjective_states(knowledge: Knowledge) -> dict[str, str]:
    """Map adjective stems ("russisch") and first parts ("us") to the keys of states."""
    found: dict[str, str] = {}
    if "countries" not in knowledge.names():
        return found
    for row in knowledge.table("countries"):
        key = f"state:{row.key}"
        for word in (*row.many("adjectives"), row["name"], *row.many("aliases")):
            found.setdefault(word.lower(), key)
    found["us"] = "state:USA"
    return found
