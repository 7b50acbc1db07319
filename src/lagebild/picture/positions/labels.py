"""What an issue is called: a phrase from the text that names its matter.

Of the phrases around the matter's noun ("Waffenruhe in Syrien", "landesweite Feuerpause") the one
is taken whose noun most wishes use and that most of its words share with the other wishes; a phrase
with its complement says more than the noun alone, and a noun without adjectives is put into the
nominative ("Angriffen", "Artikels"). Where the matter is a person, or a verb that
stands for a noun ("verhandeln"), the label is the wish nearest to the others.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from lagebild.language.lexicon import lemma_of
from lagebild.picture.material import Material
from lagebild.picture.positions.issues import Issue, doers, light
from lagebild.picture.positions.phrases import nouns, phrases
from lagebild.picture.positions.wishes import Wish
from lagebild.picture.wording import content, likeness

LONGEST = 60
"""Signs of a label; a whole wish is cut at a space."""
FURTHER = 3
"""Phrases that are tried where another issue has the best one already."""
COMPLEMENT, ADJECTIVES = 0.5, -0.25
"""What a complement adds to a phrase, and what adjectives take from it."""


@dataclass(frozen=True, slots=True)
class Names:
    """The places of a case as it writes them, and the stems of the names of its persons."""

    places: frozenset[str]
    persons: frozenset[str]


def names(found: Material) -> Names:
    """Return the names that labels have to know."""
    persons = (a for a in found.actors.values() if a.kind == "person")
    called = " ".join(name for a in persons for name in (a.name, *a.aliases))
    return Names(frozenset(place.words for place in found.places), content(called))


def label(known: Names, wishes: Sequence[Wish], issue: Issue, taken: Collection[str] = ()) -> str:
    """Return the phrase that names an issue; beside one that is taken, with its month or number."""
    group = [wishes[n] for n in issue.wishes]
    named = [phrase[-1] for phrase in sorted(set(_named(group, issue.matter, known.places)))]
    if issue.matter in known.persons or not named:
        named = [_cut(wish) for wish in sorted(set(_nearest(group)))]
    else:
        named = [_headed(phrase) for phrase in named]
    month = min((wish.published or "" for wish in group), default="")[:7]
    further = (f"{named[0]} ({mark})" for mark in chain(filter(None, [month]), count(2)))
    return next(name for name in chain(named[:FURTHER], further) if name not in taken)


def _headed(phrase: str) -> str:
    head, *rest = phrase.split(" ")
    return " ".join([nominative(head) if head[:1].isupper() else head, *rest])


def nominative(noun: str) -> str:
    """Return a noun in the nominative where its ending shows another case and the noun is known."""
    lemma = lemma_of(noun)
    if lemma is None or lemma == noun or not lemma[:1].isupper():
        return noun
    if noun.removeprefix(lemma) in {"s", "es"} and lemma_of(lemma) == lemma:
        return lemma
    plural = noun.removesuffix("n")
    known = plural not in {noun, lemma} and lemma_of(plural) == lemma
    return plural if known else noun


def _named(
    group: Sequence[Wish], matter: str, places: frozenset[str]
) -> Iterator[tuple[float, int, int, str]]:
    """Yield each phrase around the matter's noun: less is better, then a longer noun."""
    words = [content(wish.about) for wish in group]
    used = Counter(noun.word for wish in group for noun in nouns(wish.about))
    for wish in group:
        for noun in nouns(wish.about):
            if matter not in content(noun.word):
                continue
            whole, described, alone = phrases(wish.about, noun, places)
            for phrase, bonus in ((whole, COMPLEMENT), (described, ADJECTIVES), (alone, 0.0)):
                beside = content(phrase) - content(noun.word)
                if len(phrase) > LONGEST or (bonus and not beside - (light() - doers())):
                    continue
                shared = sum(bool(beside & other) for other in words) / len(words)
                score = used[noun.word] / len(words) + (
                    bonus * (0.5 + shared) if bonus > 0 else bonus
                )
                said = " ".join(phrase.split())
                yield -round(score, 6), -len(noun.word), len(said), said


def _nearest(group: Sequence[Wish]) -> Iterator[tuple[float, int, str]]:
    """Yield each wish with how near it is to all: less is nearer, then shorter."""
    words = [content(wish.about) for wish in group]
    for wish, own in zip(group, words, strict=True):
        near = sum(likeness(own, other) for other in words)
        yield -round(near, 6), len(wish.about), wish.about


def _cut(wish: tuple[float, int, str]) -> str:
    line = " ".join(wish[-1].split()).strip(' .,;:„“"')
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
