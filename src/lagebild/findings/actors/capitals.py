"""Find names that capital letters show: "die Nationale Bewegung", "der Verband Deutscher Wirte"."""

from collections.abc import Iterator
from itertools import pairwise

from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.desk import MARKS, NAMED_KINDS, NOUNS, Desk, Phrase
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence

_ADJECTIVE = ("sche", "schen", "scher", "sches", "ale", "alen", "aler", "ative", "ativen", "ige",
              "igen")  # fmt: skip
_BESIDE = ("appos", "flat", "compound")
SHOUTING = 0.7
"""Share of capital letters from which a sentence counts as set in capitals."""


def capitals(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield names made of a capital adjective and a noun, or a body and what it is of."""
    if shouts(sentence):
        return
    yield from _adjective_first(desk, number, sentence)
    yield from _body_first(desk, number, sentence)
    yield from _body_and_matter(desk, number, sentence)


def _adjective_first(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield names made of a capital adjective and a noun: "die Nationale Bewegung"."""
    for one, two in pairwise(sentence.tokens):
        if one.upos not in {"ADJ", "PROPN"} or not one.index or not _adjective(one.text):
            continue
        noun = collective_of(desk.lexicon, two.text)
        start = _first_adjective(sentence, one.index)
        before = sentence.tokens[start - 1]
        opens = before.text in MARKS or before.upos == "PUNCT"
        if noun is None or noun.collective is None or (opens and before.text not in {"(", "„"}):
            continue
        bears = fold(noun.collective.noun).endswith(tuple(desk.lexicon.cues["body_end"]))
        named = noun.collective.kind in NAMED_KINDS - {"group"} or bears
        if named and two.feat("Number") != "Plur":
            end = two.index + 1
            yield Phrase(number, start, end, two.index, "organisation", "name", "capital adjective")


def _first_adjective(sentence: Sentence, at: int) -> int:
    """Return where a row of capital adjectives begins: "die Neue Demokratische Partei"."""
    while (
        at > 1 and sentence.tokens[at - 1].upos == "ADJ" and sentence.tokens[at - 1].text.istitle()
    ):
        at -= 1
    return at


def _adjective(text: str) -> bool:
    """Tell whether a word is written like an adjective that begins a name."""
    return text[0].isupper() and text.endswith(_ADJECTIVE)


def _body_first(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield bodies with a capital adjective and a noun behind: "Bund Deutscher Architekten"."""
    ends = tuple(desk.lexicon.cues["body_end"])
    for body, one, two in zip(
        sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False
    ):
        if not (body.upos in NOUNS and fold(body.lemma).endswith(ends) and body.text[0].isupper()):
            continue
        named = one.upos in {"ADJ", "PROPN"} and _adjective(one.text) and two.upos in NOUNS
        if named and two.text[0].isupper():
            at = body.index
            yield Phrase(number, at, at + 3, at, "organisation", "name", "body with its members")


def _body_and_matter(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield bodies named by the bare noun behind: "der Arbeitskreis Wohnungsbau"."""
    ends = tuple(desk.lexicon.cues["body_end"])
    for body, matter in pairwise(sentence.tokens):
        if body.upos not in NOUNS or not fold(body.lemma).endswith(ends):
            continue
        beside = matter.head == body.index and matter.deprel.startswith(_BESIDE)
        bare = matter.xpos == "NN" and matter.name == "O" and matter.feat("Number") != "Plur"
        if beside and bare and matter.text[0].isupper() and matter.feat("Case") != "Gen":
            at = body.index
            yield Phrase(number, at, at + 2, at, "organisation", "name", "body with its matter")


def shouts(sentence: Sentence) -> bool:
    """Tell whether a sentence is set in capitals."""
    if not any(token.text.isupper() and len(token.text) > 6 for token in sentence.tokens):
        return False
    letters = [c for token in sentence.tokens for c in token.text if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > SHOUTING * len(letters)
