"""Nouns and noun phrases of a few words, read without a parse.

What somebody wants is kept as words, not as a tree. German writes nouns with a capital, and its
function words say the rest: what follows a preposition is an adjunct ("durch Verhandlungen"), what
follows a comma and an opener is another clause ("wenn die Kämpfe nachlassen").
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from lagebild.knowledge import Knowledge
from lagebild.picture.wording import packaged

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CLAUSE = re.compile(r"[,;:–]")
GENITIVE = frozenset({"der", "des"})
LOOSE = frozenset(
    {"in", "im", "nach", "aus", "an", "am", "bei", "um", "zu", "zum", "zur", "vor", "seit"}
)
"""Prepositions that as often belong to the verb; they continue a phrase before a place only."""
ADJECTIVE = re.compile(r"[a-zäöüß-]{3,}e[nrms]?")
GENITIVE_PHRASE = re.compile(r"\s+de[rs]\s+(?:[a-zäöüß-]{3,}e[nr]\s+)?[A-ZÄÖÜ][\w-]+")
BESIDE, WITHIN, ELSEWHERE = 0.4, 0.6, 0.3
"""What a noun counts in an adjunct, deeper in the only phrase, and in another clause; else 1."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun at `start` of the words; `weight` is 1 where it is what the words are about."""

    word: str
    start: int
    weight: float

    @property
    def end(self) -> int:
        """Where the noun ends."""
        return self.start + len(self.word)


def nouns(words: str) -> list[Noun]:
    """Return the capitalised words that are no function words, in order.

    Words that are one phrase behind a preposition ("auf einen Plan für eine Waffenruhe") are about
    its first noun, and less about the others.
    """
    found = [noun for start, end in clauses(words) for noun in _of_clause(words, start, end)]
    first = next((n for n in found if n.weight == BESIDE), None)
    if first is None or any(noun.weight == 1 for noun in found):
        return found
    until = _next_preposition(words, first.end)
    raised = {True: 1.0, False: WITHIN}
    return [replace(n, weight=raised[n.start < until]) if n.weight == BESIDE else n for n in found]


def _next_preposition(words: str, start: int) -> int:
    prepositions = function_words("preposition")
    places = (m.start() for m in WORD.finditer(words, start) if m.group() in prepositions)
    return next(places, len(words))


def clauses(words: str) -> list[tuple[int, int]]:
    """Return where the parts between commas and colons start and end."""
    cuts = [match.start() for match in CLAUSE.finditer(words)]
    return list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(words)], strict=True))


def phrases(words: str, noun: Noun, places: Collection[str] = ()) -> Iterator[str]:
    """Yield the phrases around a noun: with what it is of, with its adjectives, alone.

    "in Syrien" belongs to the noun where `places` has the name, else it may belong to the verb.
    """
    before, after = _adjectives(words, noun.start), _complement(words, noun.end, places)
    for start, end in ((noun.start, after), (before, noun.end), (noun.start, noun.end)):
        yield words[start:end]


def function_words(kind: str) -> frozenset[str]:
    """Return the prepositions, determiners or openers of `phrase_words.tsv`."""
    return packaged().view(_function_words)[kind]


def _function_words(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    rows = knowledge.table("phrase_words")
    kinds = {row["kind"] for row in rows}
    return {kind: frozenset(r.key for r in rows if r["kind"] == kind) for kind in kinds}


def _of_clause(words: str, start: int, end: int) -> Iterator[Noun]:
    found = list(WORD.finditer(words, start, end))
    mute = frozenset().union(*packaged().view(_function_words).values())
    weight, beside = 1.0, False
    for place, match in enumerate(found):
        word, low = match.group(), match.group().casefold()
        if place == 0 and start > 0 and _opens(low):
            weight = ELSEWHERE
        if low in function_words("preposition"):
            beside = not (low == "von" and place and found[place - 1].group()[0].isupper())
        elif word in function_words("determiner") - GENITIVE and not _governed(found, place):
            beside = False
        elif _is_capital(word) and low not in mute:
            yield Noun(word, match.start(), BESIDE if beside and weight == 1 else weight)
        elif not (low in mute or ADJECTIVE.fullmatch(word)):
            beside = False


def _governed(found: list[re.Match[str]], place: int) -> bool:
    """Tell whether a preposition or a conjunction stands right before a word."""
    before = found[place - 1].group().casefold() if place else ""
    return before in function_words("preposition") | function_words("conjunction")


def _is_capital(word: str) -> bool:
    """Tell whether a word has a capital, as "al-Assad" does in its second part."""
    return any(part[:1].isupper() for part in word.split("-"))


def _opens(word: str) -> bool:
    return word in function_words("opener") or word in function_words("determiner")


def _adjectives(words: str, start: int) -> int:
    """Return where the adjectives before a noun begin."""
    mute = function_words("determiner") | function_words("preposition")
    for match in reversed(list(WORD.finditer(words, 0, start))):
        adjoins = words[match.end() : start].isspace()
        if not adjoins or match.group() in mute or not ADJECTIVE.fullmatch(match.group()):
            return start
        start = match.start()
    return start


def _complement(words: str, end: int, places: Collection[str]) -> int:
    """Return where a phrase ends that goes on "in Syrien", "gegen die Türkei", "der Opposition"."""
    here, opened, loose = end, False, False
    for match in WORD.finditer(words, end):
        word = match.group()
        if not words[here : match.start()].isspace():
            return end
        genitive = word in {"der", "des", "von"}
        if word in function_words("preposition") or (genitive and not opened):
            if opened and word not in function_words("determiner"):
                return end
            opened, loose = True, word in LOOSE
        elif word[0].isupper() and opened:
            return _genitive(words, match.end()) if not loose or word in places else end
        elif not opened or not (word in function_words("determiner") or ADJECTIVE.fullmatch(word)):
            return end
        here = match.end()
    return end


def _genitive(words: str, end: int) -> int:
    """Return where a genitive ends that goes on at once ("mit Beteiligung der Partei")."""
    following = GENITIVE_PHRASE.match(words, end)
    return following.end() if following else end
