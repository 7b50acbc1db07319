"""Propose issues and the stances on them from what a case holds.

The stance is for or against what the label names. Who wants the air strikes stopped and who wants
them continued speak on one issue from two sides: words that turn a matter round
(`turning_words.tsv`) turn the stance, in the utterance and in the label, and two of them turn it
back ("nicht beenden"). Only the clause that names the matter is looked at. What the rules propose,
a person can change (`table`).
"""

import re
from dataclasses import dataclass

from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Material
from lagebild.picture.positions.issues import grouped
from lagebild.picture.positions.labels import label, names
from lagebild.picture.positions.phrases import clauses, nouns
from lagebild.picture.positions.utterance import Stance, Utterance
from lagebild.picture.positions.wishes import Wish, wishes
from lagebild.picture.wording import LEAVING, content, office_turns, turns


@dataclass(frozen=True, slots=True)
class Matter:
    """The stem that an issue is about, and whether it is the name of a person."""

    stem: str
    person: bool

    @property
    def leaving(self) -> bool:
        """Whether the matter is that somebody leaves an office."""
        return self.stem in content(LEAVING)


JOINED = re.compile(r"\b(?:und|oder|sondern|aber)\b", re.IGNORECASE)


def proposed(found: Material, lives: list[Life] | None = None) -> list[Utterance]:
    """Return the utterances on the issues that the case argues about, issue by issue."""
    told = list(wishes(found, lives_of(found) if lives is None else lives))
    result: list[Utterance] = []
    known = names(found)
    for issue in grouped(found, told):
        name = label(known, told, issue, {u.issue for u in result})
        matter = Matter(issue.matter, issue.matter in known.persons)
        ahead = _side(name, matter)
        for n in issue.wishes:
            result += _utterances(told[n], name, _stance(told[n], matter, ahead))
    return result


def _utterances(wish: Wish, issue: str, stance: Stance) -> list[Utterance]:
    return [
        Utterance(issue, actor, stance, wish.published, wish.citation, wish.sentence, wish.why)
        for actor in wish.actors
    ]


def _stance(wish: Wish, matter: Matter, ahead: int) -> Stance:
    if wish.side * _side(wish.about, matter, refused=wish.kind == "refusal") != ahead:
        return "against"
    return "conditional" if wish.conditional else "for"


def _side(words: str, matter: Matter, *, refused: bool = False) -> int:
    """Tell whether words are for their matter (1) or turn it round (-1).

    A refusal holds a negation already, which its words may repeat ("wird nicht kommen"). Who wants
    a person to leave is against him, who wants him to stay is against his leaving.
    """
    clause = _clause(words, matter.stem)
    turned = turns(clause, negations=not refused)
    if matter.person:
        turned += min(1, office_turns(clause, "leaving"))
    elif matter.leaving and not office_turns(clause, "leaving"):
        turned += min(1, office_turns(clause, "staying"))
    return -1 if turned % 2 else 1


def _clause(words: str, matter: str) -> str:
    """Return the part of the words, between commas and conjunctions, that names the matter.

    What follows a conjunction without a noun of its own belongs to the part before it.
    """
    for start, end in clauses(words):
        parts: list[str] = []
        for part in JOINED.split(words[start:end]):
            if parts and not nouns(part):
                parts[-1] += part
            else:
                parts.append(part)
        for part in parts:
            if matter in content(part):
                return part
    return words
