"""Take compounds apart at their last word: "US-Präsident", "Talibankämpfer"."""

from typing import NamedTuple

from lagebild.findings.actors.lexicon import Collective, Lexicon, Title
from lagebild.findings.actors.words import fold

SHORTEST_HEAD = 5
"""Letters that the last word of a closed compound has at least ("-chef" is the one exception)."""
THINGS = ("trichter", "halbleiter", "ableiter", "tonleiter", "drehleiter", "reiseführer",
          "sprachführer", "paragraf", "paragraph", "telegraf", "unterricht")  # fmt: skip
"""Ends of words that only look like compounds of a person."""
SHORT_HEADS = ("chef", "chefin", "volk")
SHORTEST_PREFIX = 3
LONGEST_WORD = 60


class Compound(NamedTuple):
    """A noun that ends in a known word: its first part ("" where none), and what the word is."""

    prefix: str
    closed: bool
    title: Title | None = None
    collective: Collective | None = None


def title_of(lexicon: Lexicon, word: str) -> Compound | None:
    """Return the title that `word` is or ends in."""
    return _lookup(lexicon, word)[0]


def collective_of(lexicon: Lexicon, word: str) -> Compound | None:
    """Return the group noun that `word` is or ends in."""
    return _lookup(lexicon, word)[1]


def _lookup(lexicon: Lexicon, word: str) -> tuple[Compound | None, Compound | None]:
    found = lexicon.compounds.get(word)
    if found is None:
        found = (_title(lexicon, word), _collective(lexicon, word))
        if len(lexicon.compounds) > 50_000:
            lexicon.compounds.clear()
        lexicon.compounds[word] = found
    return found


def _title(lexicon: Lexicon, word: str) -> Compound | None:
    """Return the longest title at the end, but rather one behind a known name."""
    found = None
    for prefix, head, closed in _parts(word):
        title = lexicon.titles.get(head)
        if title is not None and (title.compound or not closed):
            compound = Compound(prefix, closed, title=title)
            if not closed or prefix in lexicon.single:
                return compound
            found = found or compound
    return found


def _collective(lexicon: Lexicon, word: str) -> Compound | None:
    for prefix, head, closed in _parts(word):
        collective = lexicon.collectives.get(head)
        if collective is not None and (collective.compound or not closed):
            return Compound(prefix, closed, collective=collective)
    return None


def _parts(word: str) -> list[tuple[str, str, bool]]:
    """Return the ways to part a word: whole, at its last hyphen, then longest head first."""
    folded = fold(word)
    if len(folded) > LONGEST_WORD or folded.endswith(THINGS):
        return []
    parts = [("", folded, False)]
    first, last = "", folded
    if "-" in folded:
        first, last = word.rsplit("-", 1)
        last = fold(last)
        parts.append((first, last, False))
    for cut in range(SHORTEST_PREFIX, len(last) - 3):
        head = last[cut:]
        if len(head) >= SHORTEST_HEAD or head in SHORT_HEADS:
            parts.append((f"{first}-{last[:cut]}" if first else last[:cut], head, True))
    return parts
