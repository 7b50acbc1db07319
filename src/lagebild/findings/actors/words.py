"""Compare German words and names: case, accents, endings, keys.

`key` is how a word is looked up: an acronym keeps its capitals ("IS" is not "is"), any other word
loses case and foreign accents. `loose` also loses the endings that adjectives and nouns take
inside names ("Vereinten Nationen", "Vereinte Nationen").
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ı": "i", "ø": "o", "’": "'", "ʿ": "'", "‑": "-"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ENDING = re.compile(r"(?:en|em|er|es|e|n|s)$")
_TAKES_ES = (
    "rat",
    "bund",
    "staat",
    "tag",
    "hof",
    "amt",
    "dienst",
    "werk",
    "kreuz",
    "reich",
    "verband",
    "gericht",
    "haus",
    "heer",
    "kreis",
    "mond",
    "dschihad",
    "block",
    "pakt",
)
_CACHED = 50_000


@lru_cache(maxsize=_CACHED)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents other than the German umlauts."""
    word = word.casefold().translate(_LETTERS)
    if word.isascii():
        return word
    return "".join(
        c if c in "äöü" else unicodedata.normalize("NFKD", c)[0] for c in word if c.isprintable()
    )


@lru_cache(maxsize=_CACHED)
def key(word: str) -> str:
    """Return the form by which `word` is looked up; acronyms keep their capitals."""
    if len(word) <= 6 and word.isupper() and len(word) > 1:
        return word
    return fold(word)


@lru_cache(maxsize=_CACHED)
def loose(word: str) -> str:
    """Return `key(word)` without an inflectional ending, where at least three letters stay."""
    form = key(word)
    if form.isupper():
        return form
    form = form.rstrip("'")
    cut = _ENDING.sub("", form)
    return cut if len(cut) >= 3 else form


@lru_cache(maxsize=_CACHED)
def slug(name: str) -> str:
    """Return `name` as a part of an actor's key: ASCII letters, digits and hyphens."""
    plain = name.casefold().translate(_LETTERS).translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(c if c.isalnum() else "-" for c in plain if not unicodedata.combining(c))
    return re.sub(r"-+", "-", kept).strip("-")[:80]


def one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter changed, left out or swapped with the next.

    "Medwedewa" is not "Medwedew".
    """
    if one[:2] != other[:2] or abs(len(one) - len(other)) > 1 or one + "a" == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return len(one) != len(other)
    a, b = one[at:], other[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def genitives(form: str) -> tuple[str, ...]:
    """Return a name's form with the endings of the genitive.

    Only common nouns in a name take -es ("Bundes", "Rates"): "Hollandes" is not "Holland".
    """
    noun = form.endswith(_TAKES_ES)
    return (form, form + "s", form + "'s", form + "'", *((form + "es",) if noun else ()))
