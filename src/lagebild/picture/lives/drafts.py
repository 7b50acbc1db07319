"""Lives that grow, found again by their words, their article and their matter."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lagebild.case.records import CommitmentRecord
from lagebild.picture.lives.life import Change

MOST_ALIKE = 200
"""Lives that share a word and are compared at most, the latest, so that time grows with their
number and not with its square."""


@dataclass
class Draft:
    """A life that grows: its first commitment, its words, its changes, its place among all."""

    first: CommitmentRecord
    words: frozenset[str]
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
        for word in draft.words:
            self._by_word[word].append(number)
        for matter in matters:
            self._by_matter[matter].append(number)

    def also(self, draft: Draft, matters: Iterable[str]) -> None:
        """Let a life be found by further matters, too."""
        for matter in matters:
            if draft.number not in self._by_matter[matter]:
                insort(self._by_matter[matter], draft.number)

    def alike(self, words: Iterable[str]) -> Iterator[Draft]:
        """Yield the lives that share a word."""
        found = {n for word in words for n in self._by_word.get(word, ())[-MOST_ALIKE:]}
        return (self.all[n] for n in sorted(found, reverse=True))

    def of_article(self, article: str) -> Iterator[Draft]:
        """Yield the lives that began in an article."""
        return (self.all[n] for n in reversed(self._by_article.get(article, ())))

    def on_matter(self, matter: str) -> Iterator[Draft]:
        """Yield the lives on a matter."""
        return (self.all[n] for n in reversed(self._by_matter.get(matter, ())))

    def lately_on(self, matter: str) -> Iterator[Draft]:
        """Yield the latest lives on a matter, a limited number."""
        return islice(self.on_matter(matter), MOST_ALIKE)
