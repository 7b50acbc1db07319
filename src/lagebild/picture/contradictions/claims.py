"""Claims of two speakers of which one says what the other says is not so.

Two statements in one story contradict each other where they say the same in the same words, one of
them with a negation; and where one says that there was no such thing ("eine Mahnung habe es nicht
gegeben") as the other says was done ("er sei gemahnt worden") or was there ("es habe eine Mahnung
gegeben"). What should be, what may be, and questions claim nothing; words without a known speaker
may be the other's own, and so stand against nobody.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lagebild.case.records import StatementRecord
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.material import Material
from lagebild.picture.positions.phrases import WORD, clauses, nouns
from lagebild.picture.positions.wishes import SENTENCE
from lagebild.picture.wording import content, likeness
from lagebild.spans import Span

SAME_CLAIM = 0.6
"""Cosine of content words from which two clauses say the same."""
FEWEST_SHARED = 2
"""Content words that both must share."""
MOST_COMPARED = 40
"""Statements of one story that are compared at most, the first of each speaker."""
NEGATION = re.compile(r"\b(?:nicht|kein(?:e|en|em|er|es)?|nie|niemals|nichts|niemand)\b", re.I)
NONE = re.compile(r"\bkein(?:e|en|em|er|es)?\b((?:\s+[a-zäöüß-]+)*\s+[A-ZÄÖÜ][\w-]*)")
"""What there is none of: the noun behind "kein" with its adjectives."""
EXISTS = re.compile(r"\b(?:gegeben|gab|gebe|gibt|gäbe|stattgefunden)\b", re.I)
ENDS = re.compile(r"(?:ungen|ung|enen|ener|ene|en|te|ten|et|t|e|s)$")
BEING = re.compile(r"ist|sind|war(?:en)?|sei(?:en)?|wäre[n]?|hat|hab(?:e|en)|hatten?|hätten?")
SHORTEST_ROOT = 4
"""Letters that a noun and a verb must share after their endings: "Mahnung", "gemahnt"."""
OPEN = re.compile(
    r"\b(?:müss\w*|muss|soll\w*|dürf\w*|darf|könn\w*|würd\w*|werd\w*|wird|will|wollen|wolle"
    r"|ob|falls|wenn|vielleicht|möglicherweise)\b|\?",
    re.I,
)
"""Words with which a clause does not say that something is or was so."""
PARTLY = re.compile(r"\b(?:nur|noch)\b", re.I)
"""Words with which two clauses can both be true, one of them denied ("nicht nur", "noch nicht")."""


def opposed_claims(found: Material) -> Iterator[Contradiction]:
    """Yield pairs of clauses by two sides of which one denies what the other says."""
    by_story: dict[str, list[StatementRecord]] = defaultdict(list)
    for said in found.statements:
        if not said.nested:
            by_story[found.news.get(said.article, said.article)].append(said)
    for story, several in by_story.items():
        for one, other in combinations(several[:MOST_COMPARED], 2):
            if one.speaker is None or other.speaker is None:
                continue
            if found.side(one.speaker) == found.side(other.speaker):
                continue
            pair = opposed_clauses(one.words, other.words)
            if pair is not None:
                yield _contradiction(found, story, (one, other), pair)


def opposed_clauses(one: str, other: str) -> tuple[str, str] | None:
    """Return the first two clauses that say the same, one of them denied."""
    for here in _whole(claims_in(one)):
        for there in _whole(claims_in(other)):
            words = content(NEGATION.sub(" ", here)), content(NEGATION.sub(" ", there))
            alike = len(words[0] & words[1]) >= FEWEST_SHARED and likeness(*words) >= SAME_CLAIM
            if _denied(here) == _denied(there):
                continue
            if alike or _names_missing(here, there) or _names_missing(there, here):
                return here, there
    return None


def _whole(claims: list[str]) -> list[str]:
    return [claim for claim in claims if not PARTLY.search(claim)]


def _names_missing(denied: str, other: str) -> bool:
    """Tell whether a clause says that there was none of what the other says was done or there."""
    if not (_denied(denied) and EXISTS.search(denied)):
        return False
    without = NONE.search(denied)
    named = [noun.word for noun in nouns(without[1] if without else denied) if noun.weight == 1]
    missing = {_root(word) for word in named} - {""}
    there = EXISTS.search(other) is not None
    told = {_root(word) for word in WORD.findall(other) if there or word[0].islower()}
    return bool(missing & told)


def _root(word: str) -> str:
    """Return what a noun shares with the verb it is made of, empty where that is too short."""
    bare = word.casefold()
    bare = bare[2:] if bare.startswith("ge") and bare.endswith(("t", "en")) else bare
    root = ENDS.sub("", bare)
    return root if len(root) >= SHORTEST_ROOT else ""


def claims_in(words: str) -> list[str]:
    """Return the clauses of a quotation that say that something is or was so."""
    sentences = SENTENCE.split(words)
    parts = [part[start:end] for part in sentences for start, end in clauses(part)]
    return [part for part in parts if not OPEN.search(part) and _has_verb(part)]


def _has_verb(clause: str) -> bool:
    """Tell whether a clause may hold a verb: without one it names something and claims nothing."""
    small = (word for word in WORD.findall(clause) if word[0].islower())
    return any(BEING.fullmatch(word) or content(word) for word in small)


def _denied(clause: str) -> bool:
    return bool(NEGATION.search(clause))


def _contradiction(
    found: Material,
    story: str,
    said: tuple[StatementRecord, StatementRecord],
    pair: tuple[str, str],
) -> Contradiction:
    sides = tuple(
        Side(
            "denied" if _denied(clause) else "asserted",
            (s.speaker,) if s.speaker else (),
            s.published,
            found.cite(s.article, Span(s.quote[0].start, s.quote[-1].end)),
        )
        for s, clause in zip(said, pair, strict=True)
    )
    ordered = sorted(sides, key=lambda side: side.claim)
    about = " ".join(next(c for c in pair if not _denied(c)).split())
    return Contradiction("claims", about, tuple(ordered), story, "one says what the other denies")
