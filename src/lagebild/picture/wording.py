"""Compare what sentences say: content words as stems, with words of one meaning made one."""

import math
import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from lagebild.case.search import stem, stems
from lagebild.knowledge import Knowledge

SHORTEST = 3
"""Letters of the shortest stem that says anything."""
LEAVING = "Rücktritt"
"""The word of `same_words.tsv` that stands for leaving an office."""
INFINITIVE_LAST = re.compile(r"\s(?P<verb>[a-zäöüß]+(?:en|ern|eln))[\s.,;:!?“”\"]*$")
"""A small word in -en, -ern or -eln at the end: in German news an infinitive."""


@lru_cache(maxsize=1)
def packaged() -> Knowledge:
    """Return the packaged knowledge, loaded once."""
    return Knowledge()


@lru_cache(maxsize=1)
def _mute() -> frozenset[str]:
    rows = packaged().table("function_words")
    return frozenset(part for row in rows for part in stems(row.key))


@lru_cache(maxsize=1)
def _meaning() -> dict[str, str]:
    """Return the stem that stands for each stem of a row of words with one meaning."""
    rows = packaged().table("same_words")
    return {stem(word): stem(row.key) for row in rows for word in (row.key, *row.many("words"))}


@lru_cache(maxsize=1)
def meanings() -> frozenset[str]:
    """Return the stems that stand for several words of one meaning."""
    return frozenset(_meaning().values())


def turned(words: str, *, refusal: bool = False) -> bool:
    """Tell whether words turn their matter round ("aussetzen"): see `turning_words.tsv`.

    Args:
        words: What somebody wants, does or refuses.
        refusal: The words are those of a refusal, which holds its negation already.
    """
    skip = "negation" if refusal else ""
    return any(p.search(words) for kind, p in packaged().view(_turns) if kind != skip)


def turns(words: str, *, negations: bool = True) -> int:
    """Return how many words turn the matter round: an even number leaves it ("nicht beenden")."""
    skip = "" if negations else "negation"
    return sum(len(p.findall(words)) for kind, p in packaged().view(_turns) if kind != skip)


def office_turns(words: str, kind: str) -> int:
    """Return how many words say that somebody leaves (`leaving`) or keeps (`staying`) an office."""
    return sum(len(p.findall(words)) for each, p in packaged().view(_office) if each == kind)


def _office(knowledge: Knowledge) -> Sequence[tuple[str, re.Pattern[str]]]:
    rows = knowledge.table("office_words")
    return [(row["kind"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows]


def _turns(knowledge: Knowledge) -> Sequence[tuple[str, re.Pattern[str]]]:
    rows = knowledge.table("turning_words")
    return [(row["kind"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows]


def content(words: str, without: Collection[str] = ()) -> frozenset[str]:
    """Return the stems of the content words, less the stems `without`."""
    meaning, mute = _meaning(), _mute()
    found = (w for w in stems(words) if len(w) >= SHORTEST and w not in mute and w not in without)
    return frozenset(meaning.get(w, w) for w in found)


def infinitive_of(words: str) -> str | None:
    """Return the infinitive with which words end, without "zu"; None where no verb ends them.

    "die Geiseln freizulassen" gives "freilassen", "Truppen zu entsenden" gives "entsenden".
    """
    last = INFINITIVE_LAST.search(words)
    if last is None:
        return None
    return last["verb"].replace("zu", "", 1) if _holds_zu(last["verb"]) else last["verb"]


def _holds_zu(verb: str) -> bool:
    """Tell whether "zu" stands behind a particle within a verb ("abzuziehen")."""
    particle = verb.partition("zu")[0]
    return bool(particle) and particle in packaged().view(_particles)


def _particles(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(row.key for row in knowledge.table("verb_prefixes"))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return the cosine of two sets of words, 0 to 1; 0 where either is empty."""
    if not one or not other:
        return 0.0
    return len(frozenset(one).intersection(other)) / math.sqrt(len(one) * len(other))
