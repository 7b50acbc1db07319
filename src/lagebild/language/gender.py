"""Set the gender of nouns, and of the words that agree with them.

A small treebank does not teach the gender of nouns, but German shows it often by the ending
("-ung" is feminine), and a compound has that of its last part. An article that contradicts
("das Band") is believed before the tables.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from lagebild.knowledge import Knowledge
from lagebild.language.lexicon import is_lemma, lemma_of
from lagebild.language.words import Word

MASCULINE, FEMININE, NEUTER = "Masc", "Fem", "Neut"
SURE_PART = 5
"""Letters from which on the last part of a compound is known without looking at the first."""

_GENDER = re.compile(r"\bGender=[A-Za-z,]+")
_EITHER = {MASCULINE, NEUTER}
_ARTICLES = {"das": {NEUTER}, "ins": {NEUTER}, "den": {MASCULINE}, "einen": {MASCULINE},
             "die": {FEMININE}, "eine": {FEMININE}, "einer": {FEMININE}, "zur": {FEMININE},
             "der": {MASCULINE, FEMININE}, "dem": _EITHER, "des": _EITHER, "ein": _EITHER,
             "eines": _EITHER, "einem": _EITHER, "im": _EITHER, "am": _EITHER, "vom": _EITHER,
             "zum": _EITHER, "beim": _EITHER}  # fmt: skip
"""Genders that an article before a singular leaves open."""

Genders = tuple[str, ...]


def mend_gender(words: Sequence[Word]) -> None:
    """Set `Gender` of nouns that the tables know, and of articles and adjectives before them."""
    agreeing: dict[int, list[Word]] = {}
    for word in words:
        if word.deprel.startswith(("det", "amod", "case")):
            agreeing.setdefault(word.head, []).append(word)
    for place, word in enumerate(words):
        if word.upos != "NOUN" or "Gender=" not in word.feats or _is_adjectival(word):
            continue
        before = agreeing.get(place, [])
        gender = _choose(word, genders(word.lemma), before)
        if gender is not None:
            for one in (word, *before):
                one.feats = _GENDER.sub(f"Gender={gender}", one.feats)


def _is_adjectival(word: Word) -> bool:
    """Tell whether a noun is inflected like an adjective: it has any gender."""
    return word.lemma.endswith("er") and not word.form.startswith(word.lemma)


def _choose(word: Word, known: Genders, before: Sequence[Word]) -> str | None:
    """Return the known gender that the article allows, the network's one first; None for none."""
    if "Number=Sing" in word.feats:
        articles = (_ARTICLES.get(w.form.lower()) for w in before if w.deprel != "amod")
        allowed = next((genders for genders in articles if genders), None)
        known = tuple(g for g in known if allowed is None or g in allowed)
    said = _GENDER.search(word.feats)
    if said is not None and said.group().removeprefix("Gender=") in known:
        return said.group().removeprefix("Gender=")
    return known[0] if known else None


@lru_cache(maxsize=50_000)
def genders(lemma: str) -> Genders:
    """Return the genders that a noun can have, the commonest first; none where it is unknown."""
    noun = lemma.rpartition("-")[2].replace("ß", "ss")
    table = _nouns()
    for part in (noun, *(noun[cut:].capitalize() for cut in range(2, len(noun) - 2))):
        if part in table and (len(part) >= SURE_PART or _is_first(noun.removesuffix(part.lower()))):
            return table[part]
    if noun.endswith(("en", "ern", "eln")) and is_lemma(noun.lower()):
        return (NEUTER,)
    endings = _endings()
    found = (endings.get(noun[cut:]) for cut in range(2, len(noun)))
    return next((gender for gender in found if gender), ())


def _is_first(part: str) -> bool:
    """Tell whether this can be the first part of a compound: "Wochen", "Kriegs"; or nothing."""
    noun = part.capitalize()
    known = len(part) > 2 and any(lemma_of(w) for w in (noun, noun.removesuffix("s"), part.lower()))
    return not part or known


@cache
def _nouns() -> dict[str, Genders]:
    return {row.key: row.many("gender") for row in Knowledge().table("noun_genders")}


@cache
def _endings() -> dict[str, Genders]:
    return {row.key: row.many("gender") for row in Knowledge().table("noun_endings")}
