"""Lives that grow, found again by their words, their article and their matter."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lagebild.case.records import CommitmentRecord
from lagebild.picture.lives.life import Change
from lagebild.picture.material import Material
from lagebild.picture.wording import content, infinitive_of, likeness, turned

MOST_ALIKE = 200
"""Lives that share a word and are compared at most, the latest, so that time grows with their
number and not with its square."""


FEWEST_WORDS = 2
"""Content words below which two contents are too short to be compared."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a commitment, found once: it is compared with many others.

    `words` are its content words, `turned` says whether they turn their matter round, `verb` is the
    infinitive that ends them with its own content words, `own` and `asked` are the states of its
    parties and counterparties.
    """

    words: frozenset[str]
    turned: bool
    verb: str | None
    verb_words: frozenset[str]
    own: frozenset[str]
    asked: frozenset[str]

    def may_be_one_deed(self, other: "Wording") -> bool:
        """Tell whether two contents have one direction and no two verbs that mean other deeds.

        To withdraw troops from a town and to send troops there share every other word.
        """
        if self.turned != other.turned or min(len(self.words), len(other.words)) < FEWEST_WORDS:
            return False
        if self.verb is None or other.verb is None or self.verb == other.verb:
            return True
        return bool(self.verb_words & other.verb_words)


def wording_of(found: Material, pledge: CommitmentRecord) -> Wording:
    """Return what is compared of a commitment."""
    verb = infinitive_of(pledge.words)
    return Wording(
        content(pledge.words),
        turned(pledge.words, refusal=pledge.kind == "refusal"),
        verb,
        content(verb or ""),
        found.sides(pledge.parties),
        found.sides(pledge.counterparties),
    )


@dataclass
class Draft:
    """A life that grows: its first commitment, its wording, its changes, its place among all."""

    first: CommitmentRecord
    wording: Wording
    order: int
    changes: list[Change] = field(default_factory=list)
    number: int = 0


class Drafts:
    """All lives so far, in order of their beginning; each question gives the latest first."""

    def __init__(self) -> None:
        """Start empty."""
        self.all: list[Draft] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_article: dict[str, list[int]] = defaultdict(list)
        self._by_matter: dict[str, list[int]] = defaultdict(list)

    def add(self, draft: Draft, matters: Iterable[str]) -> None:
        """Add a life that speaks of these matters."""
        number = draft.number = len(self.all)
        self.all.append(draft)
        self._by_article[draft.first.article].append(number)
        for word in draft.wording.words:
            self._by_word[word].append(number)
        for matter in matters:
            self._by_matter[matter].append(number)

    def also(self, draft: Draft, matters: Iterable[str]) -> None:
        """Let a life be found by further matters, too."""
        for matter in matters:
            if draft.number not in self._by_matter[matter]:
                insort(self._by_matter[matter], draft.number)

    def alike(self, words: frozenset[str], nearest: float) -> Iterator[Draft]:
        """Yield the lives whose words have at least the cosine `nearest` with these."""
        found = {n for word in words for n in self._by_word.get(word, ())[-MOST_ALIKE:]}
        near = (n for n in found if likeness(words, self.all[n].wording.words) >= nearest)
        return (self.all[n] for n in sorted(near, reverse=True))

    def of_article(self, article: str) -> Iterator[Draft]:
        """Yield the lives that began in an article."""
        return (self.all[n] for n in reversed(self._by_article.get(article, ())))

    def on_matter(self, matter: str) -> Iterator[Draft]:
        """Yield the lives on a matter."""
        return (self.all[n] for n in reversed(self._by_matter.get(matter, ())))

    def lately_on(self, matter: str) -> Iterator[Draft]:
        """Yield the latest lives on a matter, a limited number."""
        return islice(self.on_matter(matter), MOST_ALIKE)
