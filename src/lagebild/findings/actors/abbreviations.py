"""Tie "(MDC)" to the name right before it, for the whole article.

The name may have been found, or the abbreviation spells it: "der Verband Deutscher Wirte (VDW)".
"""

from collections.abc import Iterator

from lagebild.findings.actors.desk import MARKS, NOUNS, Desk, Phrase
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Token

_NAMED = frozenset({"name", "organisation", "group"})
LONGEST = 9
"""Words of a name that an abbreviation spells."""
_SHORT = range(2, 11)
"""Letters of an abbreviation."""
_WORDS = NOUNS | {"ADJ"}


def join_abbreviations(desk: Desk) -> None:
    """Tie abbreviations in brackets to the names before them."""
    _find_spelt(desk)
    starts = {(p.sentence, p.start): p for p in desk.phrases}
    added = []
    for phrase in desk.phrases:
        if phrase.kind not in _NAMED or phrase.chars is not None:
            continue
        tokens = desk.sentences[phrase.sentence].tokens
        at = max(phrase.end, phrase.complement)
        at += at < len(tokens) and (tokens[at].text in MARKS or tokens[at].text == "''")
        short = _bracketed(tokens, at)
        if not short:
            continue
        spelt = short.islower() and _initials(desk, phrase).endswith(short)
        if not (_abbreviates(short) or spelt):
            continue
        inner = starts.get((phrase.sentence, at + 1))
        if inner is None:
            inner = Phrase(phrase.sentence, at + 1, at + 2, at + 1, "organisation", "name",
                           "abbreviation behind the name")  # fmt: skip
            added.append(inner)
        explained = _initials(desk, phrase).endswith(short.casefold())
        if str(phrase.actor).startswith("state:") and not explained:
            continue
        desk.abbreviations[key(short)] = (phrase, inner)
        if phrase.actor and inner.kind == "name" and explained:
            _retie(desk, short, phrase.actor)
    desk.phrases[:] = sorted((*desk.phrases, *added), key=lambda p: (p.sentence, p.start))
    for phrase in desk.phrases:
        _join_translation(desk, phrase, starts)


def _join_translation(desk: Desk, name: Phrase, starts: dict[tuple[int, int], Phrase]) -> None:
    """Tie a name in brackets to the one before: "Rat der Alten (Council of Elders)"."""
    tokens = desk.sentences[name.sentence].tokens
    at = name.end
    at += at < len(tokens) and tokens[at].text in MARKS
    if name.kind not in _NAMED or at + 2 >= len(tokens) or tokens[at].text != "(":
        return
    at += 1 + (tokens[at + 1].text in MARKS)
    other = starts.get((name.sentence, at))
    if other is None or other.kind not in {"name", "organisation"} or other.end - other.start < 2:
        return
    end = other.end + (other.end < len(tokens) and tokens[other.end].text in MARKS)
    closed = end < len(tokens) and tokens[end].text == ")"
    if closed and "organisation" in {name.kind, other.kind} and name.kind != "group":
        words = " ".join(token.text for token in tokens[other.start : other.end])
        desk.abbreviations.setdefault(key(words), (name, other))


def _find_spelt(desk: Desk) -> None:
    """Lay names on the desk that nothing showed but the abbreviation behind them."""
    things = tuple(desk.lexicon.cues["no_body"])
    found = [
        phrase
        for number, sentence in enumerate(desk.sentences)
        for at, token in enumerate(sentence.tokens)
        if token.text == "(" and at
        for phrase in _spelt(number, sentence.tokens, at)
        if not fold(sentence.tokens[phrase.end - 1].text).endswith(things)
    ]
    for phrase in found:
        here = [p for p in desk.phrases if p.sentence == phrase.sentence]
        known = (p for p in here if p.end == phrase.end and p.start <= phrase.start)
        if any(p.kind in {"name", "organisation"} for p in known):
            continue
        inside = {id(p) for p in here if phrase.start <= p.start and p.end <= phrase.end}
        desk.phrases[:] = [p for p in desk.phrases if id(p) not in inside]
        desk.phrases.append(phrase)
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def _spelt(number: int, tokens: tuple[Token, ...], at: int) -> Iterator[Phrase]:
    """Yield the name whose first letters the abbreviation in the bracket at `at` spells."""
    short, end = _bracketed(tokens, at), at
    if not _abbreviates(short) or len(short) <= _SHORT.start:
        return
    while end and not tokens[end - 1].text[0].isalnum():
        end -= 1
    for start in range(end - 2, max(-1, end - LONGEST), -1):
        words = [token for token in tokens[start:end] if token.text[0].isalpha()]
        nouns = [word.index for word in words if word.upos in NOUNS]
        capital = tokens[start].text[0].isupper() and tokens[start].upos in _WORDS
        letters = "".join(word.text[0] for word in words)
        capitals = "".join(letter for letter in letters if letter.isupper())
        if capital and nouns and short.casefold() in {letters.casefold(), capitals.casefold()}:
            why = "spelt by its abbreviation"
            yield Phrase(number, start, end, nouns[0], "organisation", "name", why)
            return


def _bracketed(tokens: tuple[Token, ...], at: int) -> str:
    """Return the one word in the bracket that opens at `at`, "" where there is none."""
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return ""
    return tokens[at + 1].text if len(tokens[at + 1].text) in _SHORT else ""


def _abbreviates(short: str) -> bool:
    """Tell whether a word is written like an abbreviation: "MDC", "GmbH", "BaFin", "SPDs"."""
    several = short[:1].isupper() and sum(letter.isupper() for letter in short) > 1
    return short.isupper() or short[:-1].isupper() or (several and short.isalpha())


def _initials(desk: Desk, phrase: Phrase) -> str:
    """Return the first letters of a name's words."""
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.end]
    return "".join(t.text[0] for t in tokens if t.text[0].isalpha()).casefold()


def _retie(desk: Desk, short: str, actor: str) -> None:
    """Tie an abbreviation of several bodies to the one that the article explains it by."""
    wrong = {entry.actor for entry in desk.lexicon.single.get(key(short), ())} - {actor}
    for other in desk.phrases:
        if other.body in wrong and short in desk.text(other):
            other.body = actor
        if other.kind == "name" and other.actor != actor and desk.text(other) == short:
            other.actor, other.why = actor, "abbreviation explained in the article"
