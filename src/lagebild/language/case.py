"""Settle the case of noun phrases: noun, article and adjectives have one and the same.

The network reads it word by word. German grammar says which cases are possible: the preposition
takes some ("für" the accusative), the article's form allows some ("dem" is a dative), and a plural
without "-n" or "-s" is no dative. Among these the case that most words of the phrase were given
counts. Where nothing is possible, all stays as the network reads it.
"""

import re
from collections.abc import Sequence

from lagebild.language.articles import PLURAL, governed, readings, strong
from lagebild.language.gender import agreeing
from lagebild.language.words import Word

CASES = ("Nom", "Gen", "Dat", "Acc")

_CASE = re.compile(r"\bCase=(\w+)")
_GENDER = re.compile(r"\bGender=(\w+)")
_GENITIVE = ("s", "x", "z", "ß", "n", "'", "’")


def mend_case(words: Sequence[Word]) -> None:
    """Set `Case` of nouns, and of the articles and adjectives before them."""
    before = agreeing(words)
    for place, noun in enumerate(words):
        if noun.upos in {"NOUN", "PROPN"} and "Case=" in noun.feats and place in before:
            _settle(noun, before[place])


def _settle(noun: Word, before: Sequence[Word]) -> None:
    cases = _possible(noun, before)
    if not cases or len(cases) == len(CASES):
        return
    said = [m.group(1) for w in (noun, *before) if (m := _CASE.search(w.feats))]
    if not cases.intersection(said) and len(cases) > 1:
        best = next(case for case in _unspoken(noun) if case in cases)
    else:
        best = max(cases, key=lambda case: (said.count(case), case == said[0], case))
    for word in (noun, *before):
        word.feats = _CASE.sub(f"Case={best}", word.feats)


def _unspoken(noun: Word) -> tuple[str, ...]:
    """Return the cases in the order in which they are likely where the network gave others."""
    return ("Gen", "Dat", "Acc", "Nom") if noun.deprel == "nmod" else ("Dat", "Acc", "Nom", "Gen")


def _possible(noun: Word, before: Sequence[Word]) -> set[str]:
    """Return the cases that grammar allows the phrase."""
    cases = set(CASES)
    plural = "Number=Plur" in noun.feats
    gender = PLURAL if plural else (_GENDER.findall(noun.feats) or [""])[0]
    articles = [form for w in before if w.deprel != "amod" and (form := readings(w.form))]
    adjectives = [strong(w.form) for w in before if w.xpos == "ADJA"]
    for form in articles or adjectives:
        fitting = {case for case, of in form if of == gender}
        cases &= fitting or {case for case, of in form if (of == PLURAL) == plural} or cases
    for word in before:
        if word.deprel == "case":
            cases &= set(governed(word.form)) or cases
    if plural and not noun.form.endswith(("n", "s")):
        cases.discard("Dat")
    if not plural and noun.upos == "NOUN" and gender in {"Masc", "Neut"}:
        cases -= set() if noun.form.endswith(_GENITIVE) else {"Gen"}
    return cases
