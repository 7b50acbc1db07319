"""Which entry of the lexicon fits a predicate or a noun: the one with most conditions met."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lagebild.findings.events.clause import Clause, filled
from lagebild.findings.events.clauses import read_clauses
from lagebild.findings.events.frames import KINDS, Frame, Test
from lagebild.findings.events.grammar import PARTICLE, fold, relation
from lagebild.findings.events.lexicon import VOICED, Lexicon
from lagebild.findings.events.nominals import carried_below, carrier, read_nominal
from lagebild.findings.events.order import mend_order
from lagebild.findings.events.roles import Cast
from lagebild.findings.events.slips import is_stray_dative, stray_participles
from lagebild.findings.events.weak import trust_entries
from lagebild.findings.finding import EventStatus
from lagebild.language.analysis import Sentence, Token

JUDGEMENTS = ("@bad", "@good")
AGENT = ("durch", "+durch")
OF_OTHERS = ("+von", "+durch")
"""Slots of a clause that say whose another of its nouns is."""

PHRASE_DEPTH = 3
"""How far below its verb a fixed word of a phrase may hang."""


@dataclass(frozen=True)
class Match:
    """An entry that fits a word, with the slots it was read from."""

    frame: Frame
    token: Token
    trigger: Token
    slots: dict[str, list[int]]
    clause: Clause | None
    consumed: frozenset[int]
    light: str | None = None
    status: EventStatus | None = None


@dataclass
class Scene:
    """One sentence with its clauses, and what is needed to look words up."""

    sentence: Sentence
    clauses: dict[int, Clause]
    lexicon: Lexicon
    cast: Cast

    @classmethod
    def read(cls, sentence: Sentence, lexicon: Lexicon, cast: Cast) -> "Scene":
        """Read the clauses of a sentence."""
        clauses = read_clauses(sentence, lexicon.grammar, lexicon.stative)
        for clause in clauses.values():
            bare = fold(sentence.tokens[clause.verb].lemma)
            if bare != clause.lemma and lexicon.knows(bare) and not lexicon.knows(clause.lemma):
                clause.lemma = bare  # no particle: "besuchte zusammen mit ..."
            _trust_pronoun(sentence, clause, lexicon, cast)
            trust_entries(sentence, clause, lexicon)
        mend_order(sentence, clauses, lexicon, cast)
        return cls(sentence, clauses, lexicon, cast)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words and lemmas of the sentence as phrases spell them."""
        plain, found = self.lexicon.grammar.plain, set()
        for token in self.sentence.tokens:
            text = token.text.lower()
            found |= {fold(text), fold(token.lemma.lower()), plain(text)}
        return frozenset(found)

    def matches(self) -> dict[int, Match]:
        """Return the entries that fit, by the index of their word, verbs before nouns."""
        found: dict[int, Match] = {}
        for index, clause in sorted(self.clauses.items()):
            match = self._verb(clause)
            if match is not None:
                found[index] = match
        consumed = {i for match in found.values() for i in match.consumed}
        for token in self.sentence.tokens:
            if token.upos in ("NOUN", "PROPN") and token.index not in consumed:
                match = self.noun(token)
                if match is not None:
                    found[token.index] = match
                    consumed |= match.consumed
        return found

    def _verb(self, clause: Clause) -> Match | None:
        verb = self.sentence.tokens[clause.verb]
        candidates: list[tuple[int, int, Match]] = []
        for frame in self._phrases_of(clause):
            words = self._fixed(frame, clause) if self._words.issuperset(frame.fixed) else None
            if words is not None:
                weight = 10 * len(words)
                self._try(candidates, frame, clause, verb, (words, weight))
        adjective = verb.upos == "ADJ" and not clause.passive
        own = self.lexicon.adjectives if adjective else self.lexicon.verbs
        for frame in own.get(clause.lemma, ()):
            self._try(candidates, frame, clause, verb, ((), 0))
        if clause.passive:
            self._try_feeling(candidates, clause, verb)
        best = max(candidates, key=lambda c: c[:2])[2] if candidates else None
        return best if best is not None and best.frame.type != "-" else None

    def _try_feeling(
        self, candidates: list[tuple[int, int, Match]], clause: Clause, verb: Token
    ) -> None:
        """Try a participle with "sein" as the adjective that it may be ("ist empört über X")."""
        tokens = self.sentence.tokens
        if {tokens[i].lemma for i in clause.auxiliaries} != {"sein"}:
            return
        subject = clause.slots.get("obj", [])
        felt = replace(clause, passive=False, slots={**clause.slots, "subj": subject, "obj": []})
        for frame in self.lexicon.adjectives.get(fold(verb.text.lower()), ()):
            self._try(candidates, frame, felt, verb, ((), 1))

    def _phrases_of(self, clause: Clause) -> Iterator[Frame]:
        """Yield the phrases of a verb; a tree may take their adjective for its particle."""
        yield from self.lexicon.phrases.get(clause.lemma, ())
        for index in self.sentence.children[clause.verb]:
            token = self.sentence.tokens[index]
            bare = clause.lemma.removeprefix(fold(token.text.lower()))
            if token.deprel == PARTICLE and token.upos == "ADJ" and bare != clause.lemma:
                yield from self.lexicon.phrases.get(bare, ())

    def _try(
        self,
        candidates: list[tuple[int, int, Match]],
        frame: Frame,
        clause: Clause,
        verb: Token,
        fixed: tuple[tuple[int, ...], int],
    ) -> None:
        if frame.reflexive and not clause.has("refl"):
            return
        words, weight = fixed
        slots = self._with_participle(clause, words)
        held = self.hold(frame, slots)
        if held is None:
            return
        weight += len([n for n in frame.needs if not n[0].negated]) + 2 * frame.reflexive
        trigger = self._trigger(verb, words)
        kept = [i for i in held if not self._is_put_down(frame, i)]
        consumed = frozenset((*words, *kept))
        match = Match(frame, verb, trigger, slots, clause, consumed)
        candidates.append((weight, -frame.order, match))

    def _trigger(self, verb: Token, words: tuple[int, ...]) -> Token:
        """Return the word that names the event: the phrase's last content word, or the verb."""
        fixed = (self.sentence.tokens[i] for i in reversed(words))
        return next((t for t in fixed if t.upos in ("NOUN", "PROPN", "ADJ", "VERB")), verb)

    def _with_participle(self, clause: Clause, words: tuple[int, ...]) -> dict[str, list[int]]:
        """Add the dependents of a participle that is part of a phrase ("gefangen genommen")."""
        slots = clause.slots
        for word in words:
            inner = self.clauses.get(word)
            if inner is not None:
                nominal = inner.slots if clause.passive == inner.passive else {}
                slots = {**nominal, **{k: v for k, v in slots.items() if v}}
                if clause.passive and not slots.get("obj"):
                    slots["obj"] = [
                        i
                        for i in self.sentence.children[word]
                        if relation(self.sentence.tokens[i]) == "nsubj"
                    ]
        return slots

    def _fixed(self, frame: Frame, clause: Clause) -> tuple[int, ...] | None:
        """Return the words of a phrase among the dependents of its verb, None if one lacks."""
        wanted = list(frame.fixed)
        found: list[int] = []
        below = self.sentence.children[clause.verb]
        layer = [*below, *stray_participles(self.sentence, clause.verb)]
        for _ in range(PHRASE_DEPTH):
            for index in layer:
                token = self.sentence.tokens[index]
                text = token.text.lower()
                for word in (
                    fold(text),
                    fold(token.lemma.lower()),
                    self.lexicon.grammar.plain(text),
                ):
                    if word in wanted and not self._stands_apart(token, frame, found, clause):
                        wanted.remove(word)
                        found.append(index)
                        break
            if not wanted:
                return tuple(sorted(found))
            near = [i for i in layer if not self._is_finite(i)]
            layer = [k for i in near for k in self.sentence.children[i] if k not in self.clauses]
        return None

    def _stands_apart(self, token: Token, frame: Frame, found: list[int], clause: Clause) -> bool:
        """Tell whether a word belongs to a noun of its own, not to the phrase.

        "Nach der Bildung der Koalition verließ er die Partei" is not "die Koalition verlassen". A
        phrase with its preposition that ends the clause is one, whatever noun a tree hangs it on.
        """
        grammar = self.lexicon.grammar
        if token.upos in ("NOUN", "PROPN"):
            before = grammar.preposition(self.sentence, token.index)
            own = fold(before or "") in {fold(grammar.plain(word)) for word in frame.fixed}
            if before and not own:
                return True
            if own and self._ends(token.index, clause):
                return False
        host = self.sentence.tokens[token.head]
        joined = relation(token) in ("conj", "appos") or self.lexicon.in_class(host.lemma, "parts")
        if joined or is_stray_dative(self.sentence, token.index):
            return False
        return host.upos in ("NOUN", "PROPN") and host.index not in found

    def _ends(self, index: int, clause: Clause) -> bool:
        """Tell whether a word is the last of its clause, or only its verb follows."""
        after = self.sentence.tokens[index + 1 : index + 2]
        return not after or after[0].index == clause.verb or after[0].upos == "PUNCT"

    def _is_finite(self, index: int) -> bool:
        """Tell whether a word heads a clause with a finite verb, whose words are its own."""
        words = (index, *self.sentence.children[index])
        return index in self.clauses and any(
            "VerbForm=Fin" in self.sentence.tokens[i].feats for i in words
        )

    def noun(self, token: Token) -> Match | None:
        """Return the entry of an event noun that fits, None without one."""
        entry = self.lexicon.noun_entry(token.lemma)
        named = self.cast.is_called(token) or self.cast.is_actor(token)
        if entry is None or named or self._is_idle(token):
            return None
        slots = read_nominal(self.sentence, token, self.lexicon.grammar)
        slots["comp"] = [token.index]
        slots = carried_below(self.sentence, token, self.lexicon) | slots
        if self._is_object(token):
            slots = _without_agent(slots)
        carried = carrier(self.sentence, token, self.clauses, self.lexicon)
        light = status = clause = None
        if carried is not None:
            clause, light, status = carried
            slots = _joined(slots, clause.slots if light else _without_agent(clause.slots))
        held = {f: self.hold(f, slots) for f in self.lexicon.nouns[entry]}
        fitting = [f for f, words in held.items() if words is not None]
        frame = max(fitting, key=lambda f: len(f.needs), default=None)
        if frame is None or frame.type == "-":
            return None
        own = frozenset(() if frame.type in VOICED else held[frame] or ())
        return Match(frame, token, token, slots, clause, own, light, status)

    def _is_idle(self, token: Token) -> bool:
        """Tell whether a noun only makes a preposition ("mit Hilfe der Zeugen")."""
        before = self.sentence.tokens[token.index - 1].text if token.index else ""
        return self.lexicon.grammar.has("idle_phrases", f"{before} {token.text}".lower())

    def _is_object(self, token: Token) -> bool:
        """Tell whether another event is done to this one ("Auflösung der Feier durch die Armee").

        Who does it is then no doer of this one.
        """
        if relation(token) != "nmod" or token.head < 0:
            return False
        above = self.sentence.tokens[token.head]
        told = self.lexicon.noun_entry(above.lemma) if above.upos == "NOUN" else None
        carries = fold(above.lemma) in self.lexicon.carriers
        genitive = "Case=Gen" in token.feats
        return genitive and not carries and told is not None

    def hold(self, frame: Frame, slots: dict[str, list[int]]) -> tuple[int, ...] | None:
        """Return the words that meet an entry's conditions by class, None if one fails."""
        used: list[int] = []
        for alternatives in frame.needs:
            met = [self._test(test, slots) for test in alternatives]
            if all(m is None for m in met):
                return None
            used += [i for m in met if m for i in m]
        return tuple(used)

    def _test(self, test: Test, slots: dict[str, list[int]]) -> tuple[int, ...] | None:
        words = [
            i for i in filled(slots, test.slot) if test.slot == "refl" or not self._reflexive(i)
        ]
        if not test.wanted:
            return () if bool(words) != test.negated else None
        met = [(i, want) for i in words for want in test.wanted if self._is(i, want)]
        if bool(met) == test.negated:
            return None
        return tuple(
            i
            for i, want in met
            if want[0] == "@"
            and want != "@actor"
            and self.cast.actor(self.sentence.tokens[i]) is None
        )

    def _is(self, index: int, want: str) -> bool:
        token = self.sentence.tokens[index]
        if want in ("@actor", "@event"):
            named = bool(self.cast.of(self.sentence, index, False))
            return named if want == "@actor" else self._is_deed(token)
        if want in KINDS:
            return self.cast.kind(token) == want
        if want in ("plural", "@plural"):
            return token.feat("Number") == "Plur" or has_conjunct(self.sentence, index)
        if want == "@place" and (token.xpos == "NE" or self.cast.place(token)):
            return self.cast.kind(token) not in ("person", "party", "media", "company")
        if want[0] == "@":
            attribute = want in JUDGEMENTS
            lemmas = self._of_what(token, attribute)
            return any(self.lexicon.in_class(lemma, want[1:]) for lemma in lemmas)
        return token.lemma == want

    def _is_deed(self, token: Token) -> bool:
        """Tell whether a word that names nobody is an event noun ("der Sturz droht")."""
        known = self.lexicon.noun_entry(token.lemma) is not None
        return known and self.cast.actor(token) is None

    def _of_what(self, token: Token, attribute: bool) -> Iterator[str]:
        """Yield a noun and, of a part or a number, the whole ("ein Teil der Truppen").

        `attribute` adds what the noun is said to be ("ein unfreundlicher Akt").
        """
        yield token.lemma
        part = self.lexicon.in_class(token.lemma, "parts")
        for index in self.sentence.children[token.index]:
            name = relation(self.sentence.tokens[index])
            if (part and name in ("nmod", "appos")) or (attribute and name == "amod"):
                yield self.sentence.tokens[index].lemma

    def _is_put_down(self, frame: Frame, index: int) -> bool:
        """Tell the protest that force is used against: a deed of its own ("Proteste auflösen")."""
        entry = self.lexicon.noun_entry(self.sentence.tokens[index].lemma)
        kinds = {f.type for f in self.lexicon.nouns[entry]} if entry else set()
        return frame.type in ("ASSAULT", "COERCE") and kinds - {"-"} == {"PROTEST"}

    def _reflexive(self, index: int) -> bool:
        return "Reflex=Yes" in self.sentence.tokens[index].feats


def _trust_pronoun(sentence: Sentence, clause: Clause, lexicon: Lexicon, cast: Cast) -> None:
    """Let a relative pronoun that names an actor stand for a noun that names none.

    What threatens or takes place is a deed, if one agrees ("der Sturz des Königs, der drohte").
    """
    if clause.relative is None:
        return
    pronoun, noun = clause.relative
    better = _deed_told(sentence, clause, lexicon)
    if better is None and cast.actor(sentence.tokens[pronoun]):
        better = pronoun if not cast.of(sentence, noun, False) else noun
    stands = noun if better is None else better
    for slot, words in clause.slots.items():
        clause.slots[slot] = [stands if word == noun else word for word in words]


def _deed_told(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> int | None:
    """Return the event noun that a relative clause says to threaten or take place."""
    if clause.relative is None or not any(
        light.slot == "subj" for light in lexicon.light.get(clause.lemma, ())
    ):
        return None
    pronoun, noun = (sentence.tokens[i] for i in clause.relative)
    hosts = (noun, sentence.tokens[noun.head]) if relation(noun) == "nmod" else (noun,)
    agreeing = (host for host in hosts if host.feat("Number") == pronoun.feat("Number"))
    return next((h.index for h in agreeing if lexicon.noun_entry(h.lemma) is not None), None)


def has_conjunct(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is the first of a coordination."""
    return any(relation(sentence.tokens[c]) == "conj" for c in sentence.children[index])


def _without_agent(slots: dict[str, list[int]]) -> dict[str, list[int]]:
    """Return slots without those that name who does it."""
    return {slot: words for slot, words in slots.items() if slot not in AGENT}


def _joined(own: dict[str, list[int]], carried: dict[str, list[int]]) -> dict[str, list[int]]:
    joined = {f"^{slot}": words for slot, words in carried.items()}
    for slot, words in carried.items():
        if slot not in ("subj", "obj", *OF_OTHERS) and slot not in own:
            joined[slot] = words
    return joined | own
