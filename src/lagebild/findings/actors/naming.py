"""What an actor without a proper name is called: its words in the nominative, without numbers.

"Mit 20 gemäßigten Rebellengruppen" speaks of "gemäßigte Rebellengruppen". The tree and the
morphology of the language engine tell number and gender; where they do not, words stay as written.
"""

import re
from collections.abc import Collection, Container

from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

_ENDING = re.compile(r"(?:en|em|er|es|e)$")
_STRONG = {
    ("Plur", None): "e",
    ("Sing", "Masc"): "er",
    ("Sing", "Fem"): "e",
    ("Sing", "Neut"): "es",
}
_COUNTS = ("zweier", "dreier")
"""The numbers that German declines like adjectives."""
_SAME = 3
"""Letters that a dictionary form has at least."""


def called(sentence: Sentence, start: int, end: int, head: int, neuter: Collection[str]) -> str:
    """Return the words from `start` to `end` in the nominative.

    Args:
        sentence: Their sentence.
        start: Index of the first word.
        end: Index after the last word.
        head: Index of the noun that the others belong to.
        neuter: Endings of neuter nouns, in small letters.
    """
    tokens = sentence.tokens
    ending = _ending(tokens[head], tuple(neuter))
    written, before = "", None
    for token in tokens[start:end]:
        if token.index < head and (token.upos == "NUM" or token.text.lower() in _COUNTS):
            continue
        if before is not None and before.span.end < token.span.start:
            written += " "
        written += _form(token, tokens[head], ending)
        before = token
    return written or tokens[head].text


def proper(sentence: Sentence, start: int, end: int, neuter: Collection[str]) -> str:
    """Return a name in the nominative: "der Nationalen Union" speaks of "Nationale Union".

    Only a noun at the front, or behind capital adjectives, is changed; others stay as written.
    """
    tokens = sentence.tokens[start:end]
    at = next((i for i, token in enumerate(tokens) if token.upos != "ADJ"), 0)
    if tokens[at].upos != "NOUN" or tokens[at].feat("Number") == "Plur":
        return " ".join(token.text for token in tokens)
    ending = _ending(tokens[at], tuple(neuter))
    adjectives = (_ENDING.sub("", t.text) + ending if ending else t.text for t in tokens[:at])
    return " ".join((*adjectives, _noun(tokens[at]), *(t.text for t in tokens[at + 1 :])))


def people(inhabitant: str, adjectives: Container[str]) -> str:
    """Return the plural of an inhabitant's name: "Russe", "Russen"; "Deutsche" is an adjective."""
    weak = inhabitant.endswith("e") and fold(inhabitant) not in adjectives
    return inhabitant + "n" if weak else inhabitant


def _form(token: Token, head: Token, ending: str | None) -> str:
    if token.index == head.index:
        return _noun(token)
    if token.index < head.index and token.deprel == "amod" and token.head == head.index:
        return _adjective(token.text, ending)
    return token.text


def _ending(head: Token, neuter: tuple[str, ...]) -> str | None:
    """Return the ending of adjectives before a noun without article, None where that is unsure."""
    number = head.feat("Number")
    if number == "Sing" and head.text.lower().endswith(neuter):
        return "es"
    return _STRONG.get((number or "", None if number == "Plur" else head.feat("Gender")))


def _adjective(text: str, ending: str | None) -> str:
    unsure = ending is None or (text.endswith("e") and ending != "es")
    if unsure or not text[:1].islower() or not _ENDING.search(text):
        return text
    return _ENDING.sub("", text) + str(ending)


def _noun(token: Token) -> str:
    lemma, text = token.lemma, token.text
    if lemma[:1] != text[:1] or len(lemma) < _SAME:
        return text
    if token.feat("Number") == "Plur":
        return text[:-1] if _dative_plural(lemma, text) else text
    oblique = token.feat("Case") in ("Gen", "Dat", "Acc")
    return lemma if oblique and text.removeprefix(lemma) in ("s", "es", "n", "en", "ns") else text


def _dative_plural(lemma: str, text: str) -> bool:
    """Tell whether an -n was added to a plural that has none: "Kämpfern", "Kräften", "Ländern".

    Plurals with an umlaut or in -er never end in -n themselves.
    """
    umlaut = text.endswith("en") and sum(map(text.count, "äöü")) > sum(map(lemma.count, "äöü"))
    in_er = text.endswith("ern") and text != lemma
    in_el = text == f"{lemma}n" and lemma.endswith("el")
    return umlaut or in_er or in_el
