"""The compiled tables of speech: verbs and phrases, nouns, prepositions."""

from collections.abc import Iterable
from dataclasses import dataclass

from lagebild.findings.statements.tree import base, children
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

REFLEXIVE = frozenset({"sich", "mich", "dich", "uns", "euch"})
PHRASE_DEPTH = 2
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or phrase of speech, as in `speech_verbs.tsv`; one of the network has less trust."""

    name: str
    words: tuple[str, ...]
    forms: frozenset[str]
    told: frozenset[str]
    addressee: frozenset[str]
    medium: str | None
    source_only: bool
    quotes: bool
    trust: float = 1.0

    @property
    def verb(self) -> str:
        """The verb itself, the last word of a phrase."""
        return self.words[-1]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech at a token: number of the sentence, index of the token, its entry."""

    number: int
    index: int
    verb: Verb


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of speech, opinion or source, as in `speech_nouns.tsv`."""

    name: str
    forms: frozenset[str]
    medium: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Preposition:
    """A word that attributes without a verb, as in `speech_prepositions.tsv`."""

    word: str
    needs: str
    place: str
    medium: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, indexed by the word that a token's lemma must be."""

    verbs: dict[str, tuple[Verb, ...]]
    nouns: dict[str, Noun]
    prepositions: dict[str, Preposition]
    light: frozenset[str]
    speaks: dict[str, bool]
    longest_noun: int
    title_nouns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    with_sein: frozenset[str] = frozenset()

    def verb(self, sentence: Sentence, index: int) -> Verb | None:
        """Return the entry of a verb with its particle, reflexive and phrase; the longest wins."""
        if copula(sentence, index) is not None:
            words = {sentence.tokens[index].text.lower(), *_lemmas_below(sentence, index)}
            states = [v for v in self.verbs.get("sein", ()) if words.issuperset(v.words[:-1])]
            return next((v for v in states if v.words[-2] == sentence.tokens[index].text), None)
        lemma = full_lemma(sentence, index)
        candidates = self.verbs.get(lemma) or self.verbs.get(bare_lemma(sentence, index), ())
        if not candidates:
            return None
        around = _lemmas_below(sentence, index)
        fitting = [v for v in candidates if all(word in around for word in v.words[:-1])]
        return max(fitting, key=lambda v: len(v.words), default=None)

    def mute(self, token: Token) -> bool:
        """Tell whether a noun names a thing that cannot speak, by its longest known ending."""
        word = (token.lemma or token.text).lower()
        for start in range(len(word)):
            if word[start:] in self.speaks:
                return not self.speaks[word[start:]]
        return False

    def titles(self, token: Token) -> bool:
        """Tell whether a noun, or the last part of a compound, takes a title in marks behind it."""
        lemma = token.lemma or token.text
        endings = (lemma[n:].removeprefix("-").capitalize() for n in range(len(lemma) - 2))
        return any(ending in self.title_nouns for ending in endings)

    def noun(self, token: Token) -> Noun | None:
        """Return the entry of a noun or of the last part of a compound."""
        lemma = token.lemma or token.text
        if lemma in self.nouns:
            return self.nouns[lemma]
        tail = lemma.rsplit("-", 1)[-1]
        if tail in self.nouns:
            return self.nouns[tail]
        for start in range(max(SHORTEST_PART, len(lemma) - self.longest_noun), len(lemma) - 4):
            part = lemma[start:].capitalize()
            if part in self.nouns and "compound" in self.nouns[part].forms:
                return self.nouns[part]
        return None


def lexicon(knowledge: Knowledge) -> Lexicon:
    """Return the compiled tables."""
    verbs: dict[str, list[Verb]] = {}
    for row in knowledge.table("speech_verbs"):
        words = tuple(row.key.split())
        verb = Verb(
            row.key,
            words,
            frozenset(row.many("forms")),
            frozenset(row.many("told")),
            frozenset(row.many("addressee")),
            row["medium"] or None,
            row["subject"] == "source",
            row["subject"] == "cited",
        )
        verbs.setdefault(verb.verb, []).append(verb)
    nouns = {
        row.key: Noun(row.key, frozenset(row.many("forms")), row["medium"] or None, row["kind"])
        for row in knowledge.table("speech_nouns")
    }
    prepositions = {
        row.key: Preposition(row.key, row["needs"], row["place"], row["medium"] or None)
        for row in knowledge.table("speech_prepositions")
    }
    frozen = {verb: tuple(entries) for verb, entries in verbs.items()}
    speaks = {row.key: row["speaks"] == "yes" for row in knowledge.table("mute_nouns")}
    light = frozenset(row.key for row in knowledge.table("light_verbs"))
    titles = frozenset(row.key for row in knowledge.table("title_nouns"))
    countries = frozenset(
        name
        for row in knowledge.table("countries")
        for name in (row["name"], row["capital"], *row.many("aliases"))
    )
    states = frozenset(
        stem.lower() for row in knowledge.table("countries") for stem in row.many("adjectives")
    )
    with_sein = frozenset(
        verb
        for row in knowledge.table("event_grammar")
        if row.key == "sein_perfect"
        for verb in row.many("words")
    )
    longest = max(map(len, nouns), default=0)
    return Lexicon(
        frozen, nouns, prepositions, light, speaks, longest, titles, countries, states, with_sein
    )


def copula(sentence: Sentence, index: int) -> int | None:
    """Return the "sein" of a predicate adjective: "sind" of "sind überzeugt"."""
    kids = children(sentence, index, "cop") if sentence.tokens[index].upos == "ADJ" else []
    return next((kid for kid in kids if sentence.tokens[kid].lemma == "sein"), None)


def particle(sentence: Sentence, index: int) -> int | None:
    """Return the separated particle of a verb."""
    for kid in sentence.children[index]:
        token = sentence.tokens[kid]
        if token.deprel == "compound:prt" or (token.xpos == "PTKVZ" and kid > index):
            between = sentence.tokens[min(kid, index) : kid]
            return None if any(t.text in (":", "„", "»") for t in between) else kid
    return None


def full_lemma(sentence: Sentence, index: int) -> str:
    """Return the lemma of a verb with its separated particle in front."""
    lemma = sentence.tokens[index].lemma
    part = particle(sentence, index)
    if part is None:
        return lemma
    prefix = sentence.tokens[part].text.lower()
    return lemma if lemma.startswith(prefix) and len(lemma) > len(prefix) + 3 else prefix + lemma


def bare_lemma(sentence: Sentence, index: int) -> str:
    """Return the lemma without a particle: "zeigen" where "besorgt" was read as its particle."""
    part = particle(sentence, index)
    lemma = sentence.tokens[index].lemma
    if part is None or sentence.tokens[part].xpos == "PTKVZ":
        return lemma
    return lemma.removeprefix(sentence.tokens[part].text.lower())


def _lemmas_below(sentence: Sentence, index: int) -> set[str]:
    found: set[str] = set()
    level: Iterable[int] = [index]
    for _ in range(PHRASE_DEPTH):
        level = [
            kid
            for parent in level
            for kid in children(sentence, parent)
            if base(sentence.tokens[kid].deprel) not in ("ccomp", "parataxis", "acl", "advcl")
        ]
        for kid in level:
            token = sentence.tokens[kid]
            found |= {token.lemma, token.text, token.text.lower()}
            if token.text.lower() in REFLEXIVE:
                found.add("sich")
    return found
