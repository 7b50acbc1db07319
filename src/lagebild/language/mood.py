"""Restore the Konjunktiv where its form shows it.

Treebanks hold few of these forms, so a network reads them unsurely, but German grammar is clear
about many: "sei" and "komme" with a subject of the third person are Konjunktiv I (`Mood=Sub`,
`Tense=Pres`), "wäre" and "käme" Konjunktiv II (`Mood=Sub`, `Tense=Past`). Forms that can be
either ("sagte", "haben", "gingen") stay as the network reads them, but that a past is no present
("empfing", "tauchte") is set as well.
"""

from functools import lru_cache

from lagebild.language.lexicon import is_lemma
from lagebild.language.verbs import is_strong_past, strong
from lagebild.language.words import Word

FIRST, SECOND = "Pres", "Past"
"""The `Tense` of Konjunktiv I and II."""

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_SEIN = frozenset({"sei", "seien", "seist", "seiest"})


def mend_mood(words: list[Word]) -> None:
    """Set `Mood` and `Tense` of finite verbs whose form decides about them."""
    for index, word in enumerate(words):
        if word.xpos not in _FINITE or "VerbForm=Fin" not in word.feats:
            continue
        tense = konjunktiv(word.form.lower())
        if tense == FIRST and word.form.lower() not in _SEIN and _is_first_person(words, index):
            tense = None
        if tense is not None:
            word.feats = _with(word.feats, "Sub", tense)
        elif "Mood=Sub" in word.feats and _is_indicative(word.form.lower()):
            word.feats = word.feats.replace("Mood=Sub", "Mood=Ind")
        elif "Tense=Pres" in word.feats and _is_past(word.form.lower()):
            word.feats = word.feats.replace("Tense=Pres", "Tense=Past")


@lru_cache(maxsize=20_000)
def konjunktiv(form: str) -> str | None:
    """Return the tense of a finite form that is Konjunktiv in the third person, else None.

    Args:
        form: The verb in small letters.
    """
    if form in _SEIN:
        return FIRST
    if _without_prefix(form) in strong().subjunctive:
        return SECOND
    if form.endswith("e") and form not in strong().finite and _is_stem(form[:-1]):
        return FIRST
    return None


def _without_prefix(form: str) -> str:
    """Return the longest ending of `form` that is a strong verb's form, or `form`."""
    finite = strong().finite
    return next((form[cut:] for cut in range(len(form) - 3) if form[cut:] in finite), form)


def _is_stem(stem: str) -> bool:
    """Tell whether a known infinitive has this stem: "komm", "forder", "handl", "handel"."""
    if stem.endswith(("el", "er")) and is_lemma(stem + "n"):
        return True
    return is_lemma(stem + "en") or (stem.endswith("l") and is_lemma(stem[:-1] + "eln"))


@lru_cache(maxsize=20_000)
def _is_past(form: str) -> bool:
    """Tell whether a finite form can only be past: strong, or weak and no present ("raste")."""
    if is_strong_past(form):
        return True
    whole = form.removesuffix("n")
    stems = [whole.removesuffix(ending) for ending in ("te", "ete") if whole.endswith(ending)]
    return any(_is_stem(stem) for stem in stems) and not is_lemma(whole + "n")


def _is_first_person(words: list[Word], index: int) -> bool:
    """Tell whether "ich" is the verb's subject, or it has none and is read as first person."""
    verb = words[index]
    heads = {index, verb.head if verb.deprel.startswith(("aux", "cop")) else index}
    subjects = [w.form.lower() for w in words if w.head in heads and w.deprel.startswith("nsubj")]
    return "ich" in subjects if subjects else "Person=1" in verb.feats


def _is_indicative(form: str) -> bool:
    """Tell whether a form can only be indicative: "hat", "kommt"."""
    return (
        form.endswith("t") and not form.endswith(("et", "ßt", "sst")) and konjunktiv(form) is None
    )


def _with(feats: str, mood: str, tense: str) -> str:
    """Return a feature string with mood and tense set, and what every finite verb has."""
    pairs = dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
    pairs |= {"Mood": mood, "Tense": tense, "VerbForm": "Fin"}
    if tense == FIRST and pairs.get("Person") == "1":
        pairs["Person"] = "3"
    return "|".join(f"{key}={pairs[key]}" for key in sorted(pairs, key=str.lower))
