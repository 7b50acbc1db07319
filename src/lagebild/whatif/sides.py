"""On which side of a matter words are: for it, or for its end.

Who demands that the president resigns is against the president; who is for the president is against
his resignation. So a stance on what some words name is turned round where an odd number of words in
them turn it: those of `turning_words.tsv` ("aufheben", "nicht") and of `removal_words.tsv`
("abtreten", "Abzug").
"""

import re
from collections.abc import Callable

from lagebild.knowledge import Knowledge
from lagebild.picture.positions.phrases import clauses
from lagebild.picture.wording import packaged, turns

WITHOUT = re.compile(r"\bohne\b", re.IGNORECASE)


def side(words: str, *, negations: bool = True) -> int:
    """Return 1 where words are for the matter that they name, -1 where they turn it round.

    Args:
        words: What somebody wants, or the name of an issue.
        negations: Whether "nicht" and "kein" turn it too.
    """
    removed = packaged().view(_removals).search(words) is not None
    without = len(WITHOUT.findall(words)) if negations else 0
    return -1 if (turns(words, negations=negations) + without + removed) % 2 else 1


def part_naming(words: str, named: Callable[[str], bool]) -> str:
    """Return the part of words between commas that names the matter, else all of them."""
    parts = (words[start:end] for start, end in clauses(words))
    return next((part for part in parts if named(part)), words)


def _removals(knowledge: Knowledge) -> re.Pattern[str]:
    """Return one pattern for all words of removal: "muss abtreten und gehen" is one removal."""
    patterns = (row["pattern"] for row in knowledge.table("removal_words"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
