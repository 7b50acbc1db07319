"""Lead the form of a German verb back to its infinitive.

Strong and irregular verbs stand in a table, weak ones follow their endings; prefixes come off
first. An infinitive that the dictionary knows is preferred to one that is only well formed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from lagebild.knowledge import Knowledge
from lagebild.language.lexicon import is_lemma, lemma_of

FINITE, INFINITIVE, PARTICIPLE = "Fin", "Inf", "Part"

_FINITE_ENDINGS = (
    *("etest", "etet", "eten", "ete", "test", "tet", "ten", "te"),
    *("est", "et", "st", "en", "t", "e", "n"),
)
_GE = re.compile(r"(?:ab|an|auf|aus|bei|dar|ein|her|hin|hinzu|vor|weg|zu|zusammen)?ge")
_INFINITIVE = re.compile(r"(?:e[lr]?n|tun)\Z")
_SEIN = {"bin": "sein", "bist": "sein", "sind": "sein", "seid": "sein", "sei": "sein",
         "seist": "sein", "seien": "sein", "seiest": "sein", "hast": "haben", "hab": "haben",
         "wirst": "werden", "ward": "werden"}  # fmt: skip


class Strong(NamedTuple):
    """The forms of the strong verbs, each with its infinitive.

    `subjunctive` holds the Konjunktiv II forms that cannot be anything else, `past` the forms of
    the past that are no present.
    """

    finite: dict[str, str]
    participles: dict[str, str]
    subjunctive: frozenset[str]
    past: frozenset[str]


@cache
def strong() -> Strong:
    """Return the table of strong verbs, with all persons and the older spelling with "ß"."""
    finite: dict[str, str] = dict(_SEIN)
    participles: dict[str, str] = {}
    subjunctive: set[str] = set()
    every_past: set[str] = set()
    every_present: set[str] = set()
    for row in Knowledge().table("strong_verbs"):
        infinitive, past = row.key, row["past"]
        pasts = set(_spelt(_persons(past)))
        every_past |= pasts
        every_present |= {infinitive, *_spelt([*_present(row["present"])])}
        for form in _spelt([*_present(row["present"]), *pasts]):
            finite.setdefault(form, infinitive)
        for base in row.many("subjunctive"):
            if is_lemma(base + "n"):
                continue  # "führe" is rather that of "führen"
            forms = set(_spelt(_persons(base)))
            subjunctive |= forms - pasts
            for form in forms:
                finite.setdefault(form, infinitive)
        for form in _spelt(row.many("participle")):
            participles.setdefault(form, infinitive)
    past_only = frozenset(every_past - every_present)
    return Strong(finite, participles, frozenset(subjunctive), past_only)


def _present(third: str) -> Iterator[str]:
    yield third
    yield third[:-1] + "st" if third.endswith("t") else third + "st"


def _persons(form: str) -> list[str]:
    """Return the persons of a past or Konjunktiv II form."""
    joint = "" if form.endswith("e") else "e"
    return [form, form + "st", form + joint + "n", form + "t", form + joint + "t"]


def _spelt(forms: list[str] | tuple[str, ...] | set[str]) -> Iterator[str]:
    for form in sorted(forms):
        yield form
        if "ss" in form:
            yield form.replace("ss", "ß")


class Prefixes(NamedTuple):
    """Verb prefixes, longest first."""

    separable: tuple[str, ...]
    inseparable: tuple[str, ...]


@cache
def prefixes() -> Prefixes:
    """Return the verb prefixes by kind; those of both kinds are in both."""
    rows = sorted(Knowledge().table("verb_prefixes"), key=lambda row: (-len(row.key), row.key))
    separable = tuple(row.key for row in rows if row["kind"] != "inseparable")
    return Prefixes(separable, tuple(row.key for row in rows if row["kind"] != "separable"))


@lru_cache(maxsize=50_000)
def infinitive(form: str, kind: str) -> str:
    """Return the infinitive of a verb form in small letters.

    Args:
        form: The word.
        kind: `FINITE`, `INFINITIVE` (also with "zu" inside) or `PARTICIPLE` (past).
    """
    if kind == INFINITIVE:
        return _from_infinitive(form)
    if kind == PARTICIPLE and form in strong().participles:
        return strong().participles[form]
    find = _from_participle if kind == PARTICIPLE else _from_finite
    guesses = list(find(form))
    spelt = (s for guess in guesses for s in (guess, guess.replace("ß", "ss")))
    known = next((guess for guess in spelt if is_lemma(guess)), None)
    if known is not None:
        return known
    listed = lemma_of(form)
    if listed is not None and _INFINITIVE.search(listed) and listed != form:
        return listed
    return guesses[0] if guesses else form


def _from_infinitive(form: str) -> str:
    """Return "anbieten" for "anzubieten", and every other infinitive as it is."""
    for prefix in prefixes().separable:
        if form.startswith(prefix + "zu") and is_lemma(prefix + form[len(prefix) + 2 :]):
            return prefix + form[len(prefix) + 2 :]
    return form


def _from_finite(form: str) -> Iterator[str]:
    """Yield possible infinitives of a finite form, the likeliest first."""
    table = strong().finite
    if form in table:
        yield table[form]
    yield from _prefixed(form, table)
    if _GE.match(form) and not is_lemma(form):  # "angehört" is of angehören: no participle
        yield from (guess for guess in _by_ending(form) if is_lemma(guess))
    listed = lemma_of(form)
    if listed is not None and _INFINITIVE.search(listed):
        yield listed
    yield from _by_ending(form)


def _prefixed(form: str, table: dict[str, str]) -> Iterator[str]:
    for prefix in (*prefixes().separable, *prefixes().inseparable):
        rest = form.removeprefix(prefix)
        if rest != form and rest in table:
            yield prefix + table[rest]


def _by_ending(form: str) -> Iterator[str]:
    for ending in _FINITE_ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield from _infinitives(stem)


def _infinitives(stem: str) -> Iterator[str]:
    """Yield the infinitives that a stem can have: "forder" fordern, "handl" handeln."""
    if stem.endswith(("el", "er")):
        yield stem + "n"
    yield stem + "en"
    if stem.endswith("l"):
        yield stem[:-1] + "eln"


def _from_participle(form: str) -> Iterator[str]:
    """Yield possible infinitives of a past participle, the likeliest first."""
    table = strong().participles
    if form in table:
        yield table[form]
    yield from _weak_participle(form)
    for prefix in prefixes().inseparable:
        rest = form.removeprefix(prefix)
        if rest == form:
            continue
        for stem in ("ge" + rest, rest):
            if stem in table:
                yield prefix + table[stem]
    for prefix in prefixes().separable:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > 3:
            yield from (prefix + base for base in _from_participle(rest))


def is_participle(form: str) -> bool:
    """Tell whether a word has the shape of a past participle: "gerettet", "verbannt"."""
    return _past_participle().match(form) is not None


@cache
def _past_participle() -> re.Pattern[str]:
    separable, inseparable = ("|".join(kind) for kind in prefixes())
    return re.compile(rf"(?:(?:{separable})?ge|(?:{inseparable})|(?=.*iert)).{{3,}}(?:t|en)\Z")


def is_strong_participle(form: str) -> bool:
    """Tell whether a form is the past participle of a strong verb, with or without prefix."""
    table = strong().participles
    parts = (part for part in _without_prefixes(form) if len(part) > 3)
    return any(part in table or "ge" + part in table for part in parts)


@lru_cache(maxsize=20_000)
def is_strong_past(form: str) -> bool:
    """Tell whether a finite form is the past of a strong verb and no present ("empfing")."""
    past = strong().past
    return any(part in past for part in _without_prefixes(form)) and not is_lemma(form)


def _without_prefixes(form: str) -> Iterator[str]:
    """Yield a form, and what is left of it behind each verb prefix."""
    yield form
    yield from (form.removeprefix(prefix) for pair in prefixes() for prefix in pair)


def _weak_participle(form: str) -> Iterator[str]:
    if not form.endswith("t"):
        return
    bare = form.removeprefix("ge")
    stems = [bare[:-2], bare[:-1]] if bare.endswith("et") else [bare[:-1]]
    inner = bare != form or form.startswith(prefixes().inseparable) or form.endswith("iert")
    for stem in stems if inner and len(bare) > 3 else []:
        yield from _infinitives(stem)
    if bare != form:
        yield from _infinitives(form[:-1])
