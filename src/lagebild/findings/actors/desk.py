"""What the actor reader keeps in hand while it reads one article."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lagebild.findings.actors.lexicon import Lexicon, lexicon
from lagebild.findings.actors.naming import called
from lagebild.findings.actors.words import fold, key
from lagebild.findings.finding import MentionForm
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

MARKS = frozenset('„“”"»«‚‘’›‹')
NEAR = 3
"""Sentences in which a state is near: the own one and two before."""
SUBJECT, MAIN = 2, 4
"""How much more a subject says of where a scene plays, and what the main state has ahead."""
BACK, LOOKED_AT = 30, 200
"""Sentences and phrases looked back for what a noun takes up: keeps the time linear in lists."""
NAMED_KINDS = frozenset({"media", "party", "organisation", "armed_group", "company", "group"})
"""Kinds of which one has a name of its own: "die Zeitung X", "die Nationale Bewegung"."""
ABROAD = frozenset({"media", "company"})
"""Kinds that are spoken of wherever they are at home: they do not tell where a scene plays."""
NOUNS = frozenset({"NOUN", "PROPN", "X"})


@dataclass(slots=True)
class Phrase:
    """Words of one sentence that may name an actor, until they are tied to one.

    `start` and `end` are token indices (half-open), `head` the index of the head word. `actor` is
    the key once known. `kind` says how the phrase was found: `name`, `person`, `title`, `group`,
    `adjective`. `names` are the folded words of a person's name inside the phrase. `body` is the
    state (ISO code) or organisation (key) that the words themselves point to.
    """

    sentence: int
    start: int
    end: int
    head: int
    kind: str
    form: MentionForm
    why: str
    actor: str | None = None
    names: tuple[str, ...] = ()
    body: str | None = None
    noun: str = ""
    gender: str | None = None
    plural: bool = False
    former: bool = False
    definite: bool = False
    offices: tuple[str, ...] = ()
    name_start: int = -1
    determined_otherwise: bool = False
    chars: Span | None = None
    complement: int = 0
    absorbed: bool = False
    weak: bool = False
    singular: bool = False
    inner: "Phrase | None" = None
    number: bool = False
    acting: bool = False
    of_noun: str = ""


@dataclass
class Desk:
    """One article's sentences, the lexicon, the phrases found, and what the article is about.

    `region` is the actor's key of the region whose politics it tells, if it does.
    """

    reading: Reading
    lexicon: Lexicon
    phrases: list[Phrase] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    abbreviations: dict[str, tuple[Phrase, Phrase]] = field(default_factory=dict)
    region: str | None = None

    @property
    def date(self) -> str | None:
        """The day on which the article was published, ISO, None where unknown."""
        return self.reading.article.published

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are read."""
        return self.reading.sentences

    def country_near(self, phrase: Phrase) -> str | None:
        """Return the state that a bare "die Regierung" means.

        The one that is named most in the sentence and the two before, subjects and what stands near
        counting more, and the article's main state too. None where no state stands out.
        """
        weights: Counter[str] = Counter()
        for earlier in self.before(phrase):
            distance = phrase.sentence - earlier.sentence
            if distance >= NEAR:
                break
            country = self._points_to(earlier)
            if country is not None:
                head = self.sentences[earlier.sentence].tokens[earlier.head]
                subject = head.deprel.startswith("nsubj")
                weights[country] += (NEAR - distance) * (SUBJECT if subject else 1)
        if self.main_country is not None and weights[self.main_country]:
            weights[self.main_country] += MAIN
        return max(weights, key=lambda c: weights[c]) if +weights else self.main_country

    def _points_to(self, phrase: Phrase) -> str | None:
        if phrase.body is not None:
            return self.country_of(phrase.body)
        known = self.lexicon.known.get(phrase.actor or "")
        return known.country if known is not None and known.kind not in ABROAD else None

    def in_sentence(self, number: int) -> list[Phrase]:
        """Return the phrases of one sentence, once all are found."""
        return self._by_sentence.get(number, [])

    def before(self, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the last `LOOKED_AT` phrases before one, the nearest first, of `BACK` sentences."""
        left = LOOKED_AT
        for number in range(phrase.sentence, max(-1, phrase.sentence - BACK), -1):
            here = self.in_sentence(number)
            end = len(here)
            if number == phrase.sentence:
                end = bisect_left(here, phrase.start, key=lambda earlier: earlier.start)
            for at in range(end - 1, max(-1, end - 1 - left), -1):
                yield here[at]
            left -= end
            if left <= 0:
                return

    def name_starting(self, number: int, at: int) -> Phrase | None:
        """Return the tied person's name that begins at token `at`."""
        for phrase in self.covering(number, at):
            if phrase.kind == "person" and phrase.start == at and phrase.actor is not None:
                return phrase
        return None

    def name_ending(self, number: int, at: int) -> Phrase | None:
        """Return the tied person's name that ends before token `at`."""
        for phrase in self.covering(number, at - 1):
            if phrase.kind == "person" and phrase.end == at and phrase.actor is not None:
                return phrase
        return None

    def covering(self, number: int, at: int) -> list[Phrase]:
        """Return the phrases of which token `at` is a part, once all are found."""
        return self._by_token.get((number, at), [])

    @cached_property
    def _by_token(self) -> dict[tuple[int, int], list[Phrase]]:
        found: dict[tuple[int, int], list[Phrase]] = {}
        for phrase in self.phrases:
            for at in range(phrase.start, max(phrase.end, phrase.complement)):
                found.setdefault((phrase.sentence, at), []).append(phrase)
        return found

    @cached_property
    def _by_sentence(self) -> dict[int, list[Phrase]]:
        found: dict[int, list[Phrase]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase.sentence, []).append(phrase)
        return found

    @cached_property
    def last_names(self) -> Counter[str]:
        """How often each last part of a person's name stands in the article."""
        return Counter(p.names[-1] for p in self.phrases if p.kind == "person" and p.names)

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors of the tables whose full names the article has."""
        return frozenset(p.actor for p in self.phrases if p.actor is not None)

    @cached_property
    def starting(self) -> dict[tuple[int, int], Phrase]:
        """The names by sentence and first token."""
        return {(p.sentence, p.start): p for p in self.phrases}

    @cached_property
    def ending(self) -> dict[tuple[int, int], Phrase]:
        """The names by sentence and the token after their last."""
        return {(p.sentence, p.end): p for p in self.phrases}

    @cached_property
    def main_country(self) -> str | None:
        """The state that the article speaks of most, None where none stands out."""
        return self.leading_country()

    def leading_country(self) -> str | None:
        """Return the state counted most so far, None where none stands out."""
        ranked = self.countries.most_common(2)
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] < 1.3 * ranked[1][1]:
            return None
        return ranked[0][0]

    def span(self, phrase: Phrase) -> Span:
        """Return the characters of a phrase."""
        if phrase.chars is not None:
            return phrase.chars
        tokens = self.sentences[phrase.sentence].tokens
        end = max(phrase.end, phrase.complement)
        return Span(tokens[phrase.start].span.start, tokens[end - 1].span.end)

    def text(self, phrase: Phrase) -> str:
        """Return the words of a phrase as written."""
        return self.span(phrase).of(self.reading.article.text)

    def called(self, phrase: Phrase) -> str:
        """Return what the actor of a phrase without a proper name is called."""
        if phrase.chars is not None:
            return self.text(phrase)
        end = max(phrase.end, phrase.complement)
        neuter = self.lexicon.cues["neuter_end"]
        return called(self.sentences[phrase.sentence], phrase.start, end, phrase.head, neuter)

    def country_of(self, body: str | None) -> str | None:
        """Return the state of a body: an ISO code itself, or an organisation's country."""
        if body is None or body.isupper():
            return body
        known = self.lexicon.known.get(body) or self.lexicon.known.get(f"org:{body}")
        return known.country if known else None


def lay_out(reading: Reading) -> Desk:
    """Return the desk for one article."""
    return Desk(reading, reading.knowledge.view(lexicon))


def nationality(desk: Desk, token: Token) -> str | None:
    """Return the state (ISO code) or region (key) of an adjective: "russische", "Moskauer"."""
    if not token.text[-1:].isalpha():
        return None
    found = desk.lexicon.adjectives.get(fold(token.text)) or desk.lexicon.adjectives.get(
        key(token.text)
    )
    if found and token.text.endswith("er") and token.upos == "PROPN" and token.name != "O":
        return found if token.derived != "O" else None
    return found


def quoted(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether quotation marks stand right around the tokens `[start, end)`."""
    tokens = sentence.tokens
    if not 0 < start < end < len(tokens):
        return False
    return tokens[start - 1].text in MARKS and tokens[end].text in MARKS


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """Return the token of `[start, end)` whose head lies outside, the first of several."""
    for token in sentence.tokens[start:end]:
        if not start <= token.head < end and token.upos not in {"ADP", "DET", "PUNCT"}:
            return token.index
    return start
