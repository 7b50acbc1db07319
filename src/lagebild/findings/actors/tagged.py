"""Take up the names of persons and organisations that the language engine tags."""

import re
from collections.abc import Iterator

from lagebild.findings.actors.adjectives import acts
from lagebild.findings.actors.compounds import collective_of, title_of
from lagebild.findings.actors.desk import Desk, Phrase, head_of, nationality
from lagebild.findings.actors.places import is_place
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

LONGEST_NAME = 12
_NUMBERED = re.compile(r"[A-ZÄÖÜ]{1,3}-?\d{2,}$")
"""Roads, aircraft, tanks: "B173", "F-16"."""


def tagged_persons(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield the names tagged as persons', without nouns behind a genitive ("Gaddafis Sturz")."""
    nouns = desk.reading.knowledge.view(acts)
    for _, kind, place in sentence.names():
        start, end = place.start, min(place.stop, place.start + LONGEST_NAME)
        while end > start and not sentence.tokens[end - 1].text[-1:].isalnum():
            end -= 0 if sentence.tokens[end - 1].text.endswith((".", "'")) else 1
            if end > start and sentence.tokens[end - 1].text.endswith((".", "'")):
                break
        end = _before_noun(sentence.tokens, start, end, nouns)
        if end - start > 1 and fold(sentence.tokens[start].text) in nouns:
            start += 1
        start += _of_town(desk, sentence.tokens[start:end])
        if kind == "PER" and end > start and _namelike(sentence.tokens[start].text):
            head = head_of(sentence, start, end)
            names = tuple(fold(t.text) for t in sentence.tokens[start:end])
            if end - start == 1 and _ordinary(desk, sentence.tokens[start], nouns):
                continue
            if end - start == 1 and _matter_of(desk, sentence.tokens[start].text):
                continue
            yield Phrase(
                number, start, end, head, "person", "name", "tagged as a person", None, names
            )


def _of_town(desk: Desk, words: tuple[Token, ...]) -> bool:
    """Tell whether a first name stands behind what says where he is from: "der Ulmer Jan Wirt"."""
    if len(words) < 3 or not words[0].text.endswith("er"):
        return False
    first = desk.lexicon.first_names
    return fold(words[0].text) not in first and fold(words[1].text) in first


def _before_noun(tokens: tuple[Token, ...], start: int, end: int, nouns: frozenset[str]) -> int:
    """Return where a name ends that has a common noun, one of an act, behind its genitive."""
    for at in range(start + 1, end):
        owner = tokens[at - 1].text.endswith(("s", "'", "’"))
        noun = tokens[at].upos == "NOUN" and tokens[at].xpos == "NN"
        if owner and (noun or fold(tokens[at].text) in nouns):
            return at
    return end


def _ordinary(desk: Desk, token: Token, acts_: frozenset[str]) -> bool:
    """Tell whether one word tagged as a person is a noun: a title, a group, an act ("Streiks")."""
    if token.upos == "NOUN" or (token.upos == "ADJ" and token.text.endswith(("es", "em"))):
        return True
    lexicon, word = desk.lexicon, fold(token.text)
    if word in lexicon.surnames or word in lexicon.first_names:
        return False
    return (
        word in lexicon.inhabitants
        or word in acts_
        or word.removesuffix("s") in acts_
        or title_of(lexicon, token.text) is not None
        or collective_of(lexicon, token.text) is not None
    )


def _matter_of(desk: Desk, word: str) -> bool:
    """Tell whether a compound speaks of a person named elsewhere: "Muster-Nachfolge"."""
    first, hyphen, last = word.partition("-")
    if not hyphen or not last[:1].isupper() or "-" in last:
        return False
    names = {
        fold(sentence.tokens[place.stop - 1].text)
        for sentence in desk.sentences
        for _, kind, place in sentence.names()
        if kind == "PER" and sentence.tokens[place.stop - 1].text != word
    }
    return fold(first) in names and fold(last) not in names


def _namelike(text: str) -> bool:
    return text[0].isalpha() and "@" not in text and "://" not in text


def tagged_organisations(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield the names tagged as organisations', without prizes, treaties and ordinary nouns.

    Behind a noun for a place a name is that place's: "der Stützpunkt Hmeimim".
    """
    for _, kind, place in sentence.names():
        start, end = place.start, min(place.stop, place.start + LONGEST_NAME)
        while end > start and sentence.tokens[end - 1].upos in {"ADP", "DET", "CCONJ", "PUNCT"}:
            end -= 1
        words = sentence.tokens[start:end]
        if kind != "ORG" or not any(_proper(word) for word in words) or _no_body(desk, words):
            continue
        if _states_body(desk, words):
            continue
        before = sentence.tokens[start - 1] if start else None
        if len(words) == 1 and _common_noun(desk, words[0]):
            continue
        if before is not None and _names_place(desk, before):
            continue
        head = head_of(sentence, start, end)
        yield Phrase(number, start, end, head, "organisation", "name", "tagged as an organisation")


def _states_body(desk: Desk, words: tuple[Token, ...]) -> bool:
    """Tell whether a tagged name is just a nationality and a noun: "Französische Justiz"."""
    noun = collective_of(desk.lexicon, words[-1].text)
    national = len(words) > 1 and all(nationality(desk, word) for word in words[:-1])
    return national and noun is not None and not noun.prefix


def _names_place(desk: Desk, noun: Token) -> bool:
    """Tell whether a name behind the noun is a place's: neither a body's nor a person's."""
    body = collective_of(desk.lexicon, noun.text) or title_of(desk.lexicon, noun.text)
    return noun.upos == "NOUN" and body is None and is_place(desk, noun)


def _common_noun(desk: Desk, word: Token) -> bool:
    """Tell whether a tagged word is an ordinary noun that is no body: "Siegerpose".

    Capital letters inside make it a name ("ADAC", "LobbyControl").
    """
    body = tuple(desk.lexicon.cues["body_end"])
    plain = word.xpos == "NN" and word.text[1:].islower()
    return plain and not fold(word.lemma).endswith(body) and not fold(word.text).endswith(body)


def _no_body(desk: Desk, words: tuple[Token, ...]) -> bool:
    """Tell whether a tagged name is that of a prize, a treaty, games: "Sacharow-Preis"."""
    text = words[0].text if len(words) == 1 else ""
    if text in desk.lexicon.cues["thing"] or _NUMBERED.match(text):
        return True
    return fold(words[-1].text).endswith(tuple(desk.lexicon.cues["no_body"]))


def _proper(token: Token) -> bool:
    """Tell whether a word can be the name of an organisation rather than an ordinary noun."""
    return token.upos in {"PROPN", "X"} or token.text.isupper() or token.xpos in {"NE", "FM"}


def joined(found: Iterator[Phrase]) -> dict[int, Phrase]:
    """Return the tagged persons by first token; two that touch are one name cut in two."""
    kept: list[Phrase] = []
    for phrase in found:
        if kept and kept[-1].end == phrase.start and len(kept[-1].names) + len(phrase.names) < 6:
            kept[-1].end, kept[-1].names = phrase.end, kept[-1].names + phrase.names
        else:
            kept.append(phrase)
    return {phrase.start: phrase for phrase in kept}
