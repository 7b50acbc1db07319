"""Recognise quantities among the words of a sentence: "mehr als 1,3 Millionen", "ein Dutzend"."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from lagebild.findings.finding import Qualifier
from lagebild.findings.numbers import Numbers, digits_value, numbers
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Token

THREE_DIGITS = re.compile(r"\d{3}")
SHORT_DIGITS = re.compile(r"\d{1,3}")
BARE_ARTICLES = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
HALVES = frozenset({"halbe", "halben", "halber"})
"""Half of what follows: "eine halbe Million"."""
RANGES = frozenset({"bis", "-", "–", "bis zu"})
PAIRED = frozenset({("von", "auf"), ("zwischen", "und")})
"""Words before and between two numbers that share what multiplies them."""

LARGE = 1e6
"""From "Millionen" on numbers share what multiplies them: "von 2 auf 3 Milliarden"."""

SMALL = 1000
"""From here on a number has no "Millionen" of its own to share: "von 10.000 auf 2 Millionen"."""

QUALIFIER_WORDS = 3
"""How many words a qualifier may have ("deutlich mehr als")."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence: half-open token range of the number, and of what qualifies it.

    `single` marks an "ein" that counts only before some nouns; `factor` is what multiplies the
    number ("Millionen").
    """

    first: int
    end: int
    opens: int
    value: float
    qualifier: Qualifier
    single: bool = False
    factor: float | None = None


@dataclass(frozen=True)
class Lexicon:
    """Words that count and words that qualify, from the tables."""

    knowledge: Knowledge
    numbers: Numbers

    @cached_property
    def quantifiers(self) -> dict[str, tuple[float, Qualifier]]:
        """Words that count without being a number."""
        table = self.knowledge.table("quantifiers")
        return {row.key: (float(row["value"]), row["qualifier"]) for row in table}  # type: ignore[misc]

    @cached_property
    def qualifiers(self) -> dict[str, Qualifier]:
        """Words before a number that say how exact it is, in lower case."""
        return {row.key: row["qualifier"] for row in self.knowledge.table("qualifiers")}  # type: ignore[misc]

    @cached_property
    def before(self) -> frozenset[str]:
        """Words before a number that show that it counts nothing."""
        table = self.knowledge.table("not_figures")
        return frozenset(row.key for row in table if row["side"] == "before")

    @cached_property
    def after(self) -> frozenset[str]:
        """Words after a number that show that it counts nothing."""
        table = self.knowledge.table("not_figures")
        return frozenset(row.key for row in table if row["side"] == "after")

    @cached_property
    def verbs(self) -> dict[str, str]:
        """Verbs around numbers with their kind: `gives`, `subject` or `object`."""
        return {row.key: row["kind"] for row in self.knowledge.table("counting_verbs")}

    @cached_property
    def accounts(self) -> frozenset[str]:
        """Prepositions before whoever gives an account ("laut", "nach Angaben von")."""
        return frozenset(row.key for row in self.knowledge.table("speech_prepositions"))

    @cached_property
    def singly(self) -> frozenset[str]:
        """Nouns that "ein" counts."""
        return frozenset(row.key for row in self.knowledge.table("singly_counted"))

    def quantities(self, tokens: tuple[Token, ...]) -> list[Quantity]:
        """Return the quantities among the tokens, left to right, dates and ages included."""
        found, index = [], 0
        while index < len(tokens):
            quantity = self._quantity(tokens, index)
            if quantity is not None:
                found.append(quantity)
            index = quantity.end if quantity else index + 1
        return _bounded(_multiplied(found, tokens), tokens)

    def _quantity(self, tokens: tuple[Token, ...], first: int) -> Quantity | None:
        number, end = self._number(tokens, first)
        single = number == 1 and tokens[first].text.lower() in BARE_ARTICLES
        if number is None and self._factor(tokens[first].text) is None:
            return None
        factor, own, end = self._factors(tokens, end)
        if number == 1 and factor is None and not single and not tokens[first].text[0].isdigit():
            return None
        value = (number if number is not None else 1.0) * (factor or 1.0)
        opens, qualifier = self._qualified(tokens, first)
        if qualifier is None:
            qualifier = own if own and (number is None or single) else "exact"
        return Quantity(first, end, opens, value, qualifier, single and factor is None, factor)

    def _number(self, tokens: tuple[Token, ...], first: int) -> tuple[float | None, int]:
        """Return the number in digits or words at `first` and where it ends."""
        text = tokens[first].text
        if (
            text.lower() in HALVES
            and first + 1 < len(tokens)
            and self._factor(tokens[first + 1].text)
        ):
            return 0.5, first + 1
        if not text[0].isdigit():
            return self._word(tokens[first]), first + 1
        end = first + 1
        if SHORT_DIGITS.fullmatch(text):
            while end < len(tokens) and THREE_DIGITS.fullmatch(tokens[end].text):
                text += tokens[end].text
                end += 1
        return digits_value(text), end

    def _word(self, token: Token) -> float | None:
        if token.xpos not in ("CARD", "ART", "PIS", "PIAT", "ADJA", "NN"):
            return None
        lower = token.text.lower()
        if token.text in self.quantifiers or lower in ("beide", "beiden", "beider", "und"):
            return None
        return self.numbers.word_value(lower)

    def _factors(
        self, tokens: tuple[Token, ...], end: int
    ) -> tuple[float | None, Qualifier | None, int]:
        """Return what multiplies a number: "Millionen", "Dutzend"; 1 where nothing does."""
        factor: float | None = None
        own: Qualifier | None = None
        begin = end - 1 if self._factor(tokens[end - 1].text) else end
        while begin < len(tokens) and (found := self._factor(tokens[begin].text)):
            factor = (factor or 1.0) * found[0]
            own = found[1]
            begin += 1
        return factor, own, max(begin, end)

    def _factor(self, word: str) -> tuple[float, Qualifier] | None:
        if word in self.numbers.large:
            return float(self.numbers.large[word]), "at_least"
        return self.quantifiers.get(word)

    def _qualified(self, tokens: tuple[Token, ...], first: int) -> tuple[int, Qualifier | None]:
        """Return where the qualifier before a number begins, and which it is."""
        half = tokens[first].text.lower() in HALVES and first > 0
        if half and tokens[first - 1].text.lower() in BARE_ARTICLES:
            first -= 1
        for length in range(QUALIFIER_WORDS, 0, -1):
            start = first - length
            if start < 0:
                continue
            words = " ".join(token.text.lower() for token in tokens[start:first])
            versus = words == "gegen" and start > 0 and tokens[start - 1].text[0].isdigit()
            if words in self.qualifiers and not versus:
                return start, self.qualifiers[words]
        return first, None


def _multiplied(found: list[Quantity], tokens: tuple[Token, ...]) -> list[Quantity]:
    """Return the quantities, each with the "Millionen" that it shares with the one behind it.

    "Von 2 auf 3,4 Milliarden" are two billions, not two: of pairs joined by such a word the first
    has the factor of the second, if it is a small number.
    """
    for index, (low, high) in enumerate(pairwise(found)):
        between = "".join(token.text.lower() for token in tokens[low.end : high.first])
        before = tokens[low.opens - 1].text.lower() if low.opens else ""
        joined = between in RANGES or (before, between) in PAIRED
        large = high.factor is not None and high.factor >= LARGE and low.factor is None
        if joined and large and low.value < SMALL:
            found[index] = replace(low, value=low.value * (high.factor or 1), factor=high.factor)
    return found


def _bounded(found: list[Quantity], tokens: tuple[Token, ...]) -> list[Quantity]:
    """Return the quantities, the two of a range ("20 bis 30") as its lower and upper bound."""
    for index, (low, high) in enumerate(pairwise(found)):
        between = "".join(token.text.lower() for token in tokens[low.end : high.first])
        before = tokens[low.first - 1].text.lower() if low.first else ""
        if between in RANGES or (between == "und" and before == "zwischen"):
            found[index] = replace(low, qualifier="at_least")
            found[index + 1] = replace(high, opens=high.first, qualifier="at_most")
    return found


def lexicon(knowledge: Knowledge) -> Lexicon:
    """Return the words that count; use through `knowledge.view`."""
    return Lexicon(knowledge, knowledge.view(numbers))
