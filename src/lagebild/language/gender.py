"""Set the gender of nouns, and of the words that agree with them.

A small treebank does not teach the gender of nouns, but German shows it often by the ending
("-ung" is feminine), and a compound has that of its last part. An article that contradicts
("das Band") is believed before the tables.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from lagebild.knowledge import Knowledge
from lagebild.language.articles import PLURAL, readings
from lagebild.language.lexicon import is_lemma, lemma_of
from lagebild.language.words import Word

MASCULINE, FEMININE, NEUTER = "Masc", "Fem", "Neut"
SURE_PART = 5
"""Letters from which on the last part of a compound is known without looking at the first."""

_NUMBER = re.compile(r"\bNumber=\w+")
_GENDER = re.compile(r"\bGender=[A-Za-z,]+")
Genders = tuple[str, ...]


def mend_gender(words: Sequence[Word]) -> None:
    """Set `Gender` of nouns that the tables know, and of articles and adjectives before them."""
    before = agreeing(words)
    for place, word in enumerate(words):
        if word.upos != "NOUN" or "Gender=" not in word.feats or _is_adjectival(word):
            continue
        gender = _choose(word, genders(word.lemma), before.get(place, []))
        if gender is not None:
            number = _number(word) if genders(word.lemma) == (FEMININE,) else None
            for one in (word, *before.get(place, [])):
                one.feats = _GENDER.sub(f"Gender={gender}", one.feats)
                one.feats = _NUMBER.sub(f"Number={number}", one.feats) if number else one.feats


def _number(feminine: Word) -> str:
    """Return the number of a feminine noun: its singular never has an ending, its plural always."""
    return "Sing" if feminine.form.casefold() == feminine.lemma.casefold() else PLURAL


def agreeing(words: Sequence[Word]) -> dict[int, list[Word]]:
    """Return the articles, adjectives and prepositions of each word that has any, by its place."""
    found: dict[int, list[Word]] = {}
    for word in words:
        if word.deprel.startswith(("det", "amod", "case")):
            found.setdefault(word.head, []).append(word)
    return found


def _is_adjectival(word: Word) -> bool:
    """Tell whether a noun is inflected like an adjective: it has any gender."""
    return word.lemma.endswith("er") and not word.form.startswith(word.lemma)


def _choose(word: Word, known: Genders, before: Sequence[Word]) -> str | None:
    """Return the known gender that the article allows, the network's one first; None for none."""
    if "Number=Sing" in word.feats:
        forms = (readings(w.form) for w in before if w.deprel != "amod")
        allowed = next(({of for _, of in form if of != PLURAL} for form in forms if form), None)
        known = tuple(g for g in known if not allowed or g in allowed)
    said = _GENDER.search(word.feats)
    if said is not None and said.group().removeprefix("Gender=") in known:
        return said.group().removeprefix("Gender=")
    return known[0] if known else None


@lru_cache(maxsize=50_000)
def genders(lemma: str) -> Genders:
    """Return the genders that a noun can have, the commonest first; none where it is unknown."""
    noun = lemma.rpartition("-")[2]
    for part in (noun, *(noun[cut:].capitalize() for cut in range(2, len(noun) - 2))):
        found = _nouns().get(part) or _nouns().get(part.replace("ß", "ss"))
        if found and (len(part) >= SURE_PART or _is_first(noun.removesuffix(part.lower()))):
            return found
    if noun.endswith(("en", "ern", "eln")) and is_lemma(noun.lower()):
        return (NEUTER,)
    endings = (noun[cut:] for cut in range(2, len(noun)))
    ending = next((ending for ending in endings if ending in _endings()), "")
    return () if ending == "e" and not _has_plural_in_n(noun) else _endings().get(ending, ())


def _has_plural_in_n(noun: str) -> bool:
    """Tell whether "-n" makes the plural of a noun in "-e", or of its last part: "Geldstrafe"."""
    parts = (noun, *(noun[cut:].capitalize() for cut in range(2, len(noun) - 3)))
    return any(lemma_of(part + "n") == part for part in parts)


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
