"""The function words that readers of events go by, and small questions to the tree."""

from dataclasses import dataclass

from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

LONGEST_HEADLINE = 150
"""Code points of a first line that is taken for a headline."""

SAID_OTHERWISE = {"seitens": "von"}
"""Prepositions that name a party as another one does."""


@dataclass(frozen=True)
class Grammar:
    """The table `event_grammar` by group, and contracted prepositions ("im" is "in")."""

    groups: dict[str, frozenset[str]]
    contracted: dict[str, str]

    def has(self, group: str, word: str) -> bool:
        """Tell whether a word belongs to a group."""
        return word in self.groups[group]

    def plain(self, word: str) -> str:
        """Return the preposition in a word ("zum" is "zu"), other words as they are."""
        return self.contracted.get(word, word)

    def preposition(self, sentence: Sentence, index: int) -> str | None:
        """Return the preposition of a nominal, None where it has none."""
        for child in sentence.children[index]:
            token = sentence.tokens[child]
            if relation(token) == "case" or (token.upos == "ADP" and token.deprel != PARTICLE):
                return self.plain(token.text.lower())
        return None

    def full_lemma(self, sentence: Sentence, index: int) -> str:
        """Return a verb's lemma with its separated particle ("lehnt ... ab": ablehnen)."""
        lemma = sentence.tokens[index].lemma
        for child in (*sentence.children[index], *far_particles(sentence, index)):
            token = sentence.tokens[child]
            particle = token.text.lower()
            if self._is_particle(token, particle) and not lemma.startswith(particle):
                lemma = particle + lemma
        return fold(lemma)

    def _is_particle(self, token: Token, word: str) -> bool:
        loose = token.upos in ("ADV", "ADP") and token.xpos != "APPR"
        return token.deprel == PARTICLE or (loose and self.has("loose_particles", word))


PARTICLE = "compound:prt"


def far_particles(sentence: Sentence, verb: int) -> list[int]:
    """Return a verb's particles that a tree gave to a clause before or behind them.

    "Warf ihm, als er kam, vor, gelogen zu haben": neither clauses with their verb at the end nor
    infinitives have a particle apart.
    """
    if "VerbForm=Fin" not in sentence.tokens[verb].feats:
        return []
    return [
        token.index
        for token in sentence.tokens[verb + 1 :]
        if token.xpos == "PTKVZ" and _owner(sentence, token) == verb != token.head
    ]


def _owner(sentence: Sentence, particle: Token) -> int:
    """Return the nearest word above a particle that a particle can be apart from."""
    index = particle.head
    for _ in sentence.tokens:
        if index < 0 or not _is_verb_last(sentence, index):
            break
        index = sentence.tokens[index].head
    return index


def _is_verb_last(sentence: Sentence, verb: int) -> bool:
    """Tell a clause that a conjunction, relative pronoun or "zu" opens, its verb at the end."""
    kids = (sentence.tokens[i] for i in sentence.children[verb])
    return any(kid.xpos in ("KOUS", "PRELS", "PTKZU") for kid in kids)


def build_grammar(knowledge: Knowledge) -> Grammar:
    """Compile the tables; use as `knowledge.view(build_grammar)`."""
    groups = {r["group"]: frozenset(r.many("words")) for r in knowledge.table("event_grammar")}
    contracted = {r["form"]: r["preposition"] for r in knowledge.table("contractions")}
    return Grammar(groups, SAID_OTHERWISE | contracted)


def headline_end(text: str) -> int:
    """Return where the headline of a text ends: its first line without a stop; 0 without one."""
    line, _, rest = text.partition("\n")
    is_headline = 0 < len(line) <= LONGEST_HEADLINE and not line.rstrip().endswith((".", ":", "!"))
    return len(line) if is_headline and rest.strip() else 0


def fold(word: str) -> str:
    """Return a word in one spelling: "Beschluß" and "Beschluss" are the same entry."""
    return word.replace("ß", "ss")


def relation(token: Token) -> str:
    """Return a word's relation without its subtype."""
    return token.deprel.partition(":")[0]


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """Return the words coordinated with a word, those joined to these included."""
    found = []
    for child in sentence.children[index]:
        if relation(sentence.tokens[child]) == "conj":
            found += [child, *conjuncts(sentence, child)]
    return found


def is_participle(token: Token) -> bool:
    """Tell whether a verb form is a past participle."""
    return token.xpos == "VVPP" or "VerbForm=Part" in token.feats
