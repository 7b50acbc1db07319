"""Capitals told without their name: "in der togoischen Hauptstadt", "in der Hauptstadt Togos"."""

from dataclasses import dataclass

from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence

CAPITAL = "Hauptstadt"

ENDINGS = ("en", "er", "e")
"""Endings of an adjective before a feminine noun."""


@dataclass(frozen=True, slots=True)
class Capital:
    """Which words tell a capital, as token range, and its name."""

    first: int
    end: int
    name: str


def capitals(knowledge: Knowledge) -> dict[str, str]:
    """Return the capitals by adjective stem and by name of their state; use `knowledge.view`."""
    found: dict[str, str] = {}
    for row in knowledge.table("countries"):
        for words in (row["adjectives"], row["name"], row["aliases"]):
            for word in words.split("|"):
                if word and row["capital"]:
                    found.setdefault(word, row["capital"].split("|")[0])
    return found


def capital_at(sentence: Sentence, index: int, known: dict[str, str]) -> Capital | None:
    """Return the capital that "Hauptstadt" at `index` means with the word before or behind it."""
    tokens = sentence.tokens
    if tokens[index].text != CAPITAL:
        return None
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and behind.xpos == "NE":
        name = known.get(behind.text) or known.get(behind.text.removesuffix("s"))
        return Capital(index, index + 2, name) if name else None
    before = tokens[index - 1] if index else None
    stems = (
        [before.text.removesuffix(e) for e in ENDINGS if before.text.endswith(e)] if before else []
    )
    name = next((known[stem] for stem in stems if stem in known), None)
    return Capital(index - 1, index + 1, name) if name else None
