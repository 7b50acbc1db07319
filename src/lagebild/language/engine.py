"""The language engine: from text to `Analysis`.

It holds no state but the loaded network, so the same text gives the same analysis, whatever was
analysed before or together with it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol, TypeVar

import numpy as np

from lagebild.language.analysis import Analysis, Sentence, Token
from lagebild.language.case import mend_case
from lagebild.language.clusters import mend_clusters
from lagebild.language.gender import mend_gender
from lagebild.language.lemmas import lemmatise
from lagebild.language.mood import mend_mood
from lagebild.language.network import Network, Prediction
from lagebild.language.particles import mend_particles
from lagebild.language.sentences import split
from lagebild.language.words import Word, joined, parted
from lagebild.spans import Span

WINDOW_WORDS = 20_000
"""Words handed to the network at once: enough to sort by length, little enough to stay small."""


Item = TypeVar("Item")


class Tagger(Protocol):
    """What the engine needs of the network."""

    def predict(self, sentences: Sequence[Sequence[str]]) -> list[Prediction]:
        """Return one prediction for each sentence of words, in order."""


class Engine:
    """Splits, tags, parses and lemmatises German text."""

    def __init__(self, network: Tagger) -> None:
        """Use a loaded network."""
        self._network = network

    @classmethod
    def load(cls, threads: int | None = None) -> "Engine":
        """Load the packaged model.

        Args:
            threads: How many processor threads the network may use; None for all there are.

        Raises:
            ModelMissing: The model file is missing or damaged.
        """
        return cls(Network.load(threads))

    def analyse(self, text: str) -> Analysis:
        """Return the analysis of one text; empty text has no sentences."""
        return self.analyse_many([text])[0]

    def analyse_many(self, texts: Sequence[str]) -> list[Analysis]:
        """Return the analyses of several texts; faster than one by one, with the same result."""
        found: list[list[Sentence]] = [[] for _ in texts]
        for number, sentence in self._sentences(texts):
            found[number].append(sentence)
        return [Analysis(t, tuple(of)) for t, of in zip(texts, found, strict=True)]

    def sentences(self, text: str) -> Iterator[Sentence]:
        """Yield the sentences of one text as they get ready: for texts of a book's length."""
        return (sentence for _, sentence in self._sentences([text]))

    def _sentences(self, texts: Sequence[str]) -> Iterator[tuple[int, Sentence]]:
        """Yield the sentences of all texts in order, with the number of their text."""
        spans = ((number, found) for number, text in enumerate(texts) for found in split(text))
        for window in _windows(spans, lambda pair: len(pair[1])):
            forms = [[texts[number][a:b] for a, b in found] for number, found in window]
            for (number, found), words in zip(window, self._tag(forms, True), strict=True):
                yield number, _sentence(texts[number], found, words)

    def tag(self, sentences: Sequence[Sequence[str]], part: bool = False) -> list[list[Word]]:
        """Return the words of sentences whose tokens are given.

        Args:
            sentences: The forms of each sentence; none may be empty.
            part: Whether contractions ("zum") are parted for the network and joined again. Without
                it they are taken as they stand.
        """
        result: list[list[Word]] = []
        for window in _windows(sentences, len):
            result.extend(self._tag(window, part))
        return result

    def _tag(self, sentences: Sequence[Sequence[str]], part: bool) -> Iterator[list[Word]]:
        pairs = [parted(forms) if part else (list(forms), []) for forms in sentences]
        predictions = self._network.predict([[_clean(f) for f in forms] for forms, _ in pairs])
        for (forms, origin), prediction in zip(pairs, predictions, strict=True):
            words = _words(forms, prediction)
            mend_clusters(words)
            mend_mood(words)
            mend_particles(words)
            words = lemmatise(joined(words, origin) if part else words)
            mend_gender(words)
            mend_case(words)
            yield words


@cache
def packaged() -> Engine:
    """Return the engine of this process, loaded at the first call."""
    return Engine.load()


def _windows(items: Iterable[Item], words_of: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Yield the items in order, so many at once that they have about `WINDOW_WORDS` words."""
    window: list[Item] = []
    words = 0
    for item in items:
        window.append(item)
        words += words_of(item)
        if words >= WINDOW_WORDS:
            yield window
            window, words = [], 0
    if window:
        yield window


def _clean(form: str) -> str:
    """Return `form` without lone surrogates, which no encoder can read."""
    return form if form.isascii() else form.encode("utf-8", "replace").decode("utf-8")


def _words(forms: Sequence[str], said: Prediction) -> list[Word]:
    columns = zip(
        forms,
        said.upos,
        said.xpos,
        ("" if feats == "_" else feats for feats in said.feats),
        (head - 1 for head in said.heads),
        said.deprels,
        said.names,
        said.derived,
        said.nested,
        strict=True,
    )
    words = [Word(*column) for column in columns]
    for word, row in zip(words, said.speech if said.speech is not None else (), strict=False):
        word.speech = row
    return words


def _sentence(text: str, spans: Sequence[Span], words: Sequence[Word]) -> Sentence:
    tokens = tuple(
        Token(i, span, text[span.start : span.end], w.lemma, w.upos, w.xpos, w.feats, w.head,
              w.deprel, w.name, w.derived, w.nested)
        for i, (span, w) in enumerate(zip(spans, words, strict=True))
    )  # fmt: skip
    rows = [word.speech for word in words if word.speech is not None]
    speech = np.stack(rows) if len(rows) == len(words) else None
    return Sentence(Span(spans[0].start, spans[-1].end), tokens, speech)
