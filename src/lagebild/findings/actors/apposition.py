"""Find the name that stands in apposition to a title, with or without a comma.

"Schoigu, Verteidigungsminister Russlands,", "der Sprecher der Regierung, Steffen Seibert,",
"Sprecher der Fraktion Friedbert Pflüger". The tree says so, or else the order of the words.
"""

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.language.analysis import Sentence, Token

REACH = 9
"""Tokens that may stand between a title and its name; fitted on annotated news."""
BRACKET = 7
"""Tokens of a bracket that is passed over: "der Partei (Muster der Mitte), Jan Wirt"."""
_CLOSING = frozenset({",", ".", ";", ":", ")", "(", "–", "-", "“", '"', "!", "?", "«", "»"})
_BETWEEN = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "X", "NUM"})


def name_beside(desk: Desk, title: Phrase) -> Phrase | None:
    """Return the person's name that a title stands beside, None where there is none."""
    if title.plural:
        return None
    sentence = desk.sentences[title.sentence]
    above = sentence.tokens[title.head].head
    near = sorted({above, *sentence.children[title.head]})
    in_tree = (
        name
        for at in near
        for name in desk.covering(title.sentence, at)
        if name.kind == "person" and name.actor and name is not title.inner
        if _in_tree(sentence, title, name)
    )
    before = _before(desk, sentence, title)
    found = before or next(in_tree, None) or _after(desk, sentence, title)
    return found or _with_second_title(desk, sentence, title)


def _with_second_title(desk: Desk, sentence: Sentence, title: Phrase) -> Phrase | None:
    """Return the name behind a second title: "der Senator und frühere Minister Jan Wirt"."""
    at = max(title.end, title.complement)
    if at >= len(sentence.tokens) or sentence.tokens[at].text not in {"und", "sowie"}:
        return None
    for second in desk.in_sentence(title.sentence):
        if second.start == at + 1 and second.kind == "person" and second.actor:
            return second if second.noun else None
        if second.start == at + 1 and second.kind == "title" and not second.plural:
            return name_beside(desk, second)
    return None


def _in_tree(sentence: Sentence, title: Phrase, name: Phrase) -> bool:
    tokens = sentence.tokens
    one, two = tokens[title.head], tokens[name.head]
    if two.head == title.head and two.deprel in {"appos", "flat"}:
        return name.start > title.start
    if one.deprel == "appos" and name.start <= one.head < name.end:
        between = tokens[name.end : title.start]
        return bool(between) and between[0].text in {",", "(", "–", "-"} and len(between) < REACH
    return False


def _before(desk: Desk, sentence: Sentence, title: Phrase) -> Phrase | None:
    """Return the name before a comma right before the title: "Wieland, Sprecher für ...,"."""
    at = title.start
    if at and sentence.tokens[at - 1].upos == "DET":
        at -= 1
    if at < 2 or sentence.tokens[at - 1].text not in {",", "("}:
        return None
    name = desk.name_ending(title.sentence, at - 1)
    if name is None or (len(name.names) < 2 and not name.noun):
        return None
    return name if not _finite_after(sentence, max(title.end, title.complement)) else None


def _finite_after(sentence: Sentence, at: int) -> bool:
    """Tell whether a finite verb follows at once: then the title is the subject of a clause."""
    return at < len(sentence.tokens) and sentence.tokens[at].feat("VerbForm") == "Fin"


def _closed(tokens: tuple[Token, ...], at: int) -> int:
    """Return the token behind a short bracket that opens at `at`, 0 where none closes."""
    ends = (end for end in range(at + 1, min(at + BRACKET, len(tokens))) if tokens[end].text == ")")
    return next(ends, -1) + 1


def _after(desk: Desk, sentence: Sentence, title: Phrase) -> Phrase | None:
    """Return the name behind the title's complement: "Sprecher der Partei, Volker Beck,"."""
    tokens = sentence.tokens
    at, commas = max(title.end, title.complement), 0
    for _ in range(REACH):
        if at >= len(tokens):
            return None
        name = desk.name_starting(title.sentence, at)
        if name is not None:
            closed = name.end >= len(tokens) or tokens[name.end].text in _CLOSING or name.noun
            if len(name.names) < 2 or (commas and not closed):
                return None
            return name if commas or at > title.end else None
        if tokens[at].text == "(" and _closed(tokens, at):
            at = _closed(tokens, at)
            continue
        if tokens[at].text == "," and not commas:
            commas = 1
            at += 1
            continue
        if commas or tokens[at].upos not in _BETWEEN:
            return None
        if any(p.kind == "title" and p.head == at for p in desk.covering(title.sentence, at)):
            return None
        at += 1
    return None
