"""Give each word of a parsed sentence its lemma.

The part of speech decides how: verbs go back to their infinitive, with the particle that stands
apart ("bietet ... an" is "anbieten"), nouns to the nominative singular, adjectives to their bare
form, names lose the genitive's "s". `docs/language.md` lists the conventions.
"""

import re
from functools import cache, lru_cache

from lagebild.knowledge import Knowledge
from lagebild.language.lexicon import LONGEST_FORM, is_lemma, lemma_of
from lagebild.language.verbs import (
    FINITE,
    INFINITIVE,
    PARTICIPLE,
    infinitive,
    is_participle,
    is_strong_participle,
)
from lagebild.language.words import Word, contractions

_VERBS = frozenset({"VERB", "AUX"})
_KINDS = {"VVPP": PARTICIPLE, "VAPP": PARTICIPLE, "VMPP": PARTICIPLE, "VVINF": INFINITIVE,
          "VAINF": INFINITIVE, "VMINF": INFINITIVE, "VVIZU": INFINITIVE}  # fmt: skip
_ADJECTIVE_ENDING = re.compile(r"(?:e[nmrs]?)\Z")
_NOUN_ENDING = re.compile(r"(?:e[nmrs]?)\Z")
_GENITIVE = re.compile(r"(?:['’]s?|s)\Z")
_VOWELS = frozenset("aeiouyäöü")
SHORTEST_HEAD = 4
"""Letters that the last part of a compound has at least."""
SHORTEST_PRESENT = 6
"""Letters that a present participle has more of, when it is a noun."""


def lemmatise(words: list[Word]) -> list[Word]:
    """Fill in the lemmas of a sentence and return it."""
    for index, word in enumerate(words):
        if word.upos in _VERBS:
            word.lemma = infinitive(word.form.lower(), _verb_kind(word))
        elif word.upos == "PRON" and _is_polite(words, index):
            word.lemma = "Sie"
        elif word.upos == "PROPN":
            word.lemma = _name(word, _beside_its_head(words, index))
        else:
            word.lemma = _plain(word.form, word.upos, word.xpos, _gender(word.feats))
    _add_particles(words)
    return words


def _is_polite(words: list[Word], index: int) -> bool:
    """Tell whether a pronoun is the polite "Sie": a capital that no sentence start explains."""
    before = words[index - 1].form if index else ""
    polite = words[index].form in {"Sie", "Ihnen"} and words[index].xpos == "PPER"
    return polite and (before == "," or before[-1:].isalnum())


def _verb_kind(word: Word) -> str:
    kind = _KINDS.get(word.xpos)
    if kind is not None:
        return kind
    if "VerbForm=Part" in word.feats:
        return PARTICIPLE
    return INFINITIVE if "VerbForm=Inf" in word.feats else FINITE


def _gender(feats: str) -> str:
    """Return the gender of a singular, which decides about some nouns; "" where there is none."""
    if "Number=Plur" in feats:
        return ""
    _, _, rest = feats.partition("Gender=")
    return rest[:4].rstrip("|")


def _add_particles(words: list[Word]) -> None:
    """Put separated particles before the lemma of their verb."""
    done: set[int] = set()
    for word in words:
        if word.deprel != "compound:prt" or word.xpos == "PTKZU" or word.head in {-1, *done}:
            continue
        done.add(word.head)
        verb, particle = words[word.head], word.form.lower()
        whole = verb.lemma == "sein" or verb.lemma.startswith(particle)
        if verb.upos in _VERBS and not whole:
            verb.lemma = particle + verb.lemma


@lru_cache(maxsize=100_000)
def _plain(form: str, upos: str, xpos: str, gender: str) -> str:
    """Return the lemma of a word whose sentence does not matter."""
    if upos == "NOUN" or (upos == "NUM" and xpos == "NN"):
        return _noun(form, gender)
    if upos == "ADJ":
        return _adjective(form, xpos)
    if upos in {"PUNCT", "SYM", "X"}:
        return form
    small = form.lower()
    if xpos == "APPRART" and small in contractions():
        return contractions()[small][0]
    if upos in {"DET", "PRON"}:
        return lemma_of(small) or small
    return small


def _noun(form: str, gender: str) -> str:
    """Return the nominative singular of a noun; of a compound its last part decides."""
    word = _capitalised(form)
    if gender == "Neut" and word.endswith("n") and is_lemma(word.lower()):
        return word  # a nominalised infinitive
    nominalised = _adjectival(word, gender == "Fem")
    if nominalised is not None:
        return nominalised
    lemma = _spelt_alike(lemma_of(word), word)
    if lemma in {None, _NOUN_ENDING.sub("e", word)} and _is_nominalised_participle(word):
        return _NOUN_ENDING.sub("e" if gender == "Fem" else "er", word)
    if lemma is not None and lemma[:1].isupper():
        return lemma
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return _compound(word) or word


def _capitalised(form: str) -> str:
    """Return a noun written small or in capitals as it is usually written, where that is known."""
    return _from_capitals(form.capitalize() if form.islower() and _known(form) else form)


def _from_capitals(form: str) -> str:
    """Return "Moskau" for "MOSKAU", but leave abbreviations in capitals."""
    return form.capitalize() if form.isupper() and len(form) > 4 and _known(form) else form


def _known(form: str) -> bool:
    word = form.capitalize()
    return lemma_of(word) is not None or _compound(word) is not None


@cache
def _adjectival_stems() -> tuple[str, ...]:
    return tuple(row.key.removesuffix("er") for row in Knowledge().table("adjectival_nouns"))


def _adjectival(form: str, feminine: bool) -> str | None:
    """Return the lemma of a noun inflected like an adjective, None for others."""
    stem = _NOUN_ENDING.sub("", form)
    if stem == form:
        return None
    low = stem.lower()
    if stem in _adjectival_stems() or any(
        low.endswith(known.lower()) for known in _adjectival_stems() if len(known) > 6
    ):
        return stem + ("e" if feminine else "er")
    return None


def _spelt_alike(lemma: str | None, form: str) -> str | None:
    """Return a lemma in the spelling of its form: "Beschuss" and not "Beschuß"."""
    new = (lemma or "").replace("ß", "ss")
    return new if lemma != new and form.startswith(new) else lemma


def _is_nominalised_participle(form: str) -> bool:
    """Tell whether a noun is an inflected participle: "die Streikenden", "zwei Ausgewiesene".

    Of present participles only longer ones count: a "Legende" does not come from "legen".
    """
    stem = _NOUN_ENDING.sub("", form).lower()
    if stem == form.lower():
        return False
    verb = stem.removesuffix("d") if len(stem) > SHORTEST_PRESENT else ""
    if verb != stem and verb.endswith(("en", "eln", "ern")) and is_lemma(verb):
        return True
    return is_participle(stem) and is_lemma(infinitive(stem, PARTICIPLE))


def _compound(form: str) -> str | None:
    """Return the lemma of a compound by its longest known last part, None where none is known."""
    before, hyphen, last = form.rpartition("-")
    if hyphen and last:
        return before + hyphen + _noun(last, "") if last[0].isupper() else None
    for cut in range(max(2, len(form) - LONGEST_FORM), len(form) - SHORTEST_HEAD + 1):
        head = lemma_of(form[cut:].capitalize())
        if head is not None and head[0].isupper() and len(head) <= len(form) - cut:
            return form[:cut] + head.lower()
    return None


def _adjective(form: str, xpos: str) -> str:
    """Return the bare form of an adjective; participles stay adjectives ("geführt")."""
    small = form.lower()
    bare = _ADJECTIVE_ENDING.sub("", small) if xpos == "ADJA" else small
    graded = bare.endswith(("er", "st"))
    if len(bare) > 2 and not graded and is_lemma(bare) and not _is_verb(bare):
        return bare
    listed = lemma_of(small)
    if form[:1].isupper() and form.endswith("er") and listed in (None, small):
        return form  # "Berliner"
    if listed is not None and not _is_verb(listed):
        return listed.lower()
    if is_strong_participle(small):
        return small
    known = lemma_of(bare) if xpos == "ADJA" else None
    return known if known is not None and not _is_verb(known) else bare


def _is_verb(lemma: str) -> bool:
    """Tell whether a dictionary entry for an adjective's form is really that of a verb.

    "offen" is an adjective: as one it has endings of its own ("offenen").
    """
    return (
        len(lemma) > 3 and lemma.endswith(("en", "eln", "ern")) and lemma_of(lemma + "en") != lemma
    )


@cache
def _names_in_s() -> frozenset[str]:
    return frozenset(row.key for row in Knowledge().table("names_in_s"))


def _name(word: Word, beside_head: bool) -> str:
    """Return a name without the genitive's ending."""
    if word.xpos == "ADJA" and word.deprel.startswith(("amod", "flat", "compound", "appos")):
        return _adjective(word.form, word.xpos)
    if word.xpos in {"ADJA", "NN"}:
        return _noun(word.form, _gender(word.feats))
    form = _from_capitals(word.form)
    if "Number=Plur" in word.feats and form.endswith("en") and lemma_of(form) == form[:-1]:
        return form[:-1]  # "Franzosen"
    bare = _GENITIVE.sub("", form)
    if bare == form or len(bare) < 3 or form in _names_in_s():
        return form
    if form[-1] != "s" or form[-2] in "'’":
        return bare
    known = word.deprel.startswith("nmod") and is_lemma(bare) and not is_lemma(form)
    genitive = "Case=Gen" in word.feats or beside_head or known
    return bare if genitive and bare[-1] not in "sxzß" else form


def _beside_its_head(words: list[Word], index: int) -> bool:
    """Tell whether a name is a genitive by its place: "Putins Sprecher", "der Rücktritt Söders".

    Behind its noun only one whose "s" follows a consonant: "Fabius" may be read as an attribute.
    """
    word = words[index]
    behind = word.head == index - 1 and words[word.head].upos == "NOUN"
    consonant = word.form[-2:-1].lower() not in _VOWELS
    return word.deprel == "nmod" and (word.head == index + 1 or (behind and consonant))
