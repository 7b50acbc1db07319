"""Find known names inside one token: "SPD/Grünen", "NATO-Luftangriff", "Syrien-Konferenz"."""

import re
from collections.abc import Iterator

from lagebild.findings.actors.desk import NOUNS, Desk, Phrase
from lagebild.findings.actors.lexicon import Entry
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Token
from lagebild.spans import Span

_PART = re.compile(r"[^/\-–‐]+")


def find_slashed(desk: Desk) -> None:
    """Lay the names joined by a slash on the desk, in place of a name tagged as a whole."""
    for number, token in _tokens(desk, "/"):
        if key(token.text) in desk.lexicon.single:
            continue
        found = list(_parts(desk, number, token))
        if found:
            desk.phrases[:] = [
                p for p in desk.phrases
                if p.sentence != number or not p.start <= token.index < p.end
            ]  # fmt: skip
            desk.phrases.extend(found)
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def find_prefixes(desk: Desk) -> None:
    """Lay the names that open a compound on the desk, where the whole names nobody."""
    taken = {(p.sentence, i) for p in desk.phrases for i in range(p.start, p.end)}
    for number, token in _tokens(desk, "-"):
        mute = fold(token.text).endswith(tuple(desk.lexicon.cues["no_body"]))
        mute |= fold(token.text).rpartition("-")[2] in desk.lexicon.cues["one_of_body"]
        if (number, token.index) not in taken and token.upos in NOUNS and not mute:
            desk.phrases.extend(_parts(desk, number, token, head=False))
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def _tokens(desk: Desk, sign: str) -> Iterator[tuple[int, Token]]:
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            if sign in token.text[1:-1] and len(token.text) < 60:
                yield number, token


def _parts(desk: Desk, number: int, token: Token, head: bool = True) -> Iterator[Phrase]:
    whole = list(_PART.finditer(token.text))
    for match in whole if head else whole[:-1]:
        entry = _entry(desk, match.group())
        if entry is None:
            continue
        start = token.span.start + match.start()
        phrase = Phrase(number, token.index, token.index + 1, token.index, "name", "name",
                        "name inside a word", entry.actor)  # fmt: skip
        phrase.chars = Span(start, start + len(match.group()))
        yield phrase


def _entry(desk: Desk, text: str) -> Entry | None:
    found = desk.lexicon.single.get(key(text)) or desk.lexicon.single.get(fold(text))
    if not found or not text[0].isupper():
        return None
    for entry in found:
        party = desk.lexicon.known[entry.actor].kind == "party"
        if not entry.place and (party or not entry.weak):
            return entry
    return None
