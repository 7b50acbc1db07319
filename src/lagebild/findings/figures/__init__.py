"""Find numbers that count something, what they count, how exactly, and to which event they belong.

Dates, ages, ordinals, clock times, addresses and the numbers of laws count nothing. Competing
figures for one fact stay side by side, each with who says so.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from lagebild.findings.figures.counted import (
    is_more,
    is_part,
    is_said_of_it,
    noun_after,
    noun_by_tree,
    noun_of_number,
    shared_noun,
)
from lagebild.findings.figures.links import event_of, triggers_of
from lagebild.findings.figures.quantities import Lexicon, Quantity, lexicon
from lagebild.findings.finding import Figure
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

__all__ = ["find_figures"]


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures outside boilerplate, in order of the text."""
    known = reading.knowledge.view(lexicon)
    events = sorted((event.trigger, index) for index, event in enumerate(reading.events))
    found: list[Figure] = []
    told: Token | None = None
    for sentence in reading.sentences:
        counting = _Counting(reading, known, sentence, events, told)
        found += counting.figures()
        told = counting.last
    return tuple(found)


@dataclass(frozen=True)
class _Counting:
    """The search for figures in one sentence."""

    reading: Reading
    known: Lexicon
    sentence: Sentence
    events: list[tuple[Span, int]]
    told: Token | None
    """What was counted last in the sentence before."""

    @cached_property
    def last(self) -> Token | None:
        """What the sentence counts last."""
        whole = [q for q in self.quantities if not is_part(self.sentence, q)]
        nouns = [noun for q in whole if (noun := self._noun(q)) is not None]
        return nouns[-1] if nouns else None

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The sentence's quantities that may count something."""
        return [q for q in self.known.quantities(self.sentence.tokens) if self._counts(q)]

    @cached_property
    def triggers(self) -> dict[int, int]:
        """The events of the sentence by the tokens of their triggers."""
        return triggers_of(self.events, self.sentence)

    def figures(self) -> list[Figure]:
        """Return the sentence's figures."""
        nouns = {q: noun for q in self.quantities if (noun := self._noun(q)) is not None}
        pairs = [(q, nouns[q]) for q in self.quantities if q in nouns]
        found = []
        for quantity in self.quantities:
            noun = nouns.get(quantity) or self._shared(quantity, pairs)
            if noun is not None and self._suits(quantity, noun):
                found.append(self._figure(quantity, noun, quantity in nouns))
        return found

    def _counts(self, quantity: Quantity) -> bool:
        """Tell whether a quantity may be a figure: no date, no ordinal, no number of a law."""
        tokens = self.sentence.tokens
        first, last = tokens[quantity.first], tokens[quantity.end - 1]
        before = tokens[quantity.first - 1].text if quantity.first else ""
        two_before = " ".join(t.text for t in tokens[max(0, quantity.first - 2) : quantity.first])
        after = tokens[quantity.end].text if quantity.end < len(tokens) else ""
        if before in self.known.before or two_before in self.known.before:
            return False
        if after in self.known.after or self._dated(Span(first.span.start, last.span.end)):
            return False
        digits = first.text.isdigit()
        if digits and (first.deprel.startswith("flat") or first.text[0] == "0" < first.text):
            return False
        return not (before in (":", "-", "/") and tokens[quantity.first - 2].text.isdigit())

    def _dated(self, span: Span) -> bool:
        dates = self.reading.dates
        at = bisect_left(dates, span.end, key=lambda date: date.span.start)
        return any(date.span.overlaps(span) for date in dates[max(0, at - 3) : at])

    def _noun(self, quantity: Quantity) -> Token | None:
        noun = noun_after(self.sentence, quantity) or noun_by_tree(self.sentence, quantity)
        number = noun is not None and any(q.first <= noun.index < q.end for q in self.quantities)
        return None if number else noun

    def _shared(self, quantity: Quantity, pairs: list[tuple[Quantity, Token]]) -> Token | None:
        if quantity.single:
            return None
        noun = noun_of_number(self.sentence, quantity)
        if noun is None and is_said_of_it(self.sentence, quantity):
            earlier = [n for other, n in pairs if other.end <= quantity.first]
            noun = earlier[-1] if earlier else self.told
        noun = noun or shared_noun(self.sentence, quantity, pairs)
        if noun is None and is_more(self.sentence, quantity):
            noun = self.told
        last = self.sentence.tokens[quantity.end - 1]
        if noun is None and (last.text in self.known.quantifiers or quantity.factor):
            return last
        return noun

    def _suits(self, quantity: Quantity, noun: Token) -> bool:
        if noun.text in self.known.after:
            return False
        return not quantity.single or noun.text in self.known.singly or self._is_victim(noun)

    def _is_victim(self, noun: Token) -> bool:
        """Tell whether a noun is one killed or hurt: "ein Soldat starb", "tötete eine Frau"."""
        tokens = self.sentence.tokens
        while noun.deprel == "conj" and noun.head >= 0 and tokens[noun.head].upos == "NOUN":
            noun = tokens[noun.head]
        verb = tokens[noun.head] if noun.head >= 0 else None
        kind = self.known.verbs.get(verb.lemma) if verb else None
        if kind == "subject":
            return noun.deprel == "nsubj"
        return kind == "object" and noun.deprel in ("nsubj:pass", "obj")

    def _figure(self, quantity: Quantity, noun: Token, own: bool) -> Figure:
        tokens = self.sentence.tokens
        end = noun.index + 1 if own and noun.index >= quantity.end else quantity.end
        span = Span(tokens[quantity.opens].span.start, tokens[end - 1].span.end)
        event = event_of(self.triggers, self.sentence, noun if own else tokens[quantity.first])
        return Figure(
            span=span,
            value=quantity.value,
            qualifier=quantity.qualifier,
            counted=noun.text,
            sentence=self.sentence.span,
            event=event,
            attributed_to=self._attributed(span, event, tokens[quantity.first]),
            why="number and noun" if own else "number sharing a noun",
        )

    def _attributed(self, span: Span, event: int | None, number: Token) -> str | None:
        """Return who says the number: who gives it, the event's source, the statement's speaker."""
        giver = self._giver(number)
        if giver is not None:
            mention = self.reading.mention_at(giver)
            return mention.actor if mention else None
        if event is not None and self.reading.events[event].attributed_to:
            return self.reading.events[event].attributed_to
        statement = self.reading.voice_at(span)
        return statement.speaker if statement else None

    def _named_beside(self, number: Token) -> Token | None:
        """Return whose account a clause names whose predicate is the number itself.

        "Nach Angaben der Veranstalter waren es 10.000."
        """
        tokens = self.sentence.tokens
        phrases = [
            tokens[i]
            for i in self.sentence.children[number.index]
            if tokens[i].deprel in ("obl", "nmod")
        ]
        for phrase in phrases:
            kids = [tokens[i] for i in self.sentence.children[phrase.index]]
            if any(kid.text.lower() in self.known.accounts for kid in kids):
                owners = [kid for kid in kids if kid.deprel.startswith("nmod")]
                return next((t for t in owners if self.reading.mention_at(t)), phrase)
        return None

    def _giver(self, number: Token) -> Token | None:
        """Return the subject of a verb that gives the number: "die Rebellen sprechen von 40".

        Behind a comma the verb may be left out: "..., die Armee von höchstens 15".
        """
        account = self._named_beside(number)
        if account is not None:
            return account
        tokens, here = self.sentence.tokens, number.head
        while here >= 0 and tokens[here].upos != "VERB":
            here = tokens[here].head
        if here < 0 or self.known.verbs.get(tokens[here].lemma) != "gives":
            return None
        between = tokens[here + 1 : number.index]
        comma = max((t.index for t in between if t.text == ","), default=None)
        if comma is not None:
            named = (t for t in tokens[comma + 1 : number.index] if self.reading.mention_at(t))
            return next(named, None)
        kids = (tokens[i] for i in self.sentence.children[here])
        return next((kid for kid in kids if kid.deprel.startswith("nsubj")), None)
