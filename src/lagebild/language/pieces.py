"""Cut sentences into sub-tokens for the network, and gather them into batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

MOST_SUBTOKENS = 510
"""The encoder has 512 positions; two mark the sentence's ends."""

MOST_IN_WORD = 32
"""Sub-tokens of a word that the network reads; of longer words (links, "aaaa…") the two ends."""

BATCH_SUBTOKENS = 512
"""Padded sub-tokens of one batch: so few that a layer's values stay in the processor's cache."""

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one too long for the encoder, as sub-tokens.

    Attributes:
        sentence: Index of the sentence.
        start: Index of the part's first word.
        ids: Sub-tokens with the two end marks.
        firsts, lasts: Place of each word's first and last sub-token in `ids`.
    """

    sentence: int
    start: int
    ids: list[int]
    firsts: Array
    lasts: Array


class Cutter:
    """A sub-word tokeniser that takes words one by one; `pad` fills shorter sentences."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        marks = [tokenizer.token_to_id(mark) or 0 for mark in ("<s>", "</s>", "<pad>", "<unk>")]
        self.bos, self.eos, self.pad, self.unknown = marks

    def pieces(self, sentences: Sequence[Sequence[str]]) -> Iterator[Piece]:
        """Cut words into sub-tokens, and sentences that are too long into parts."""
        bos, eos = self.bos, self.eos
        for number, words in enumerate(sentences):
            ids, sizes = self.encode(list(words))
            ends = np.cumsum(sizes)
            starts = ends - sizes
            for begin, end in cut_long(words, ends):
                offset = int(starts[begin]) - 1
                part = ids[starts[begin] : ends[end - 1]]
                firsts, lasts = starts[begin:end] - offset, ends[begin:end] - 1 - offset
                yield Piece(number, begin, [bos, *part, eos], firsts, lasts)

    def encode(self, words: list[str]) -> tuple[list[int], Array]:
        """Give the sub-tokens of all words, and how many each word has, at least one."""
        encoding = self.tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        sizes = np.bincount(np.array(encoding.word_ids, np.int64), minlength=len(words))
        if len(words) == 0 or (sizes.min() > 0 and sizes.max() <= MOST_IN_WORD):
            return encoding.ids, sizes
        pieces = [self._word(word) for word in words]
        return [i for piece in pieces for i in piece], np.array([len(piece) for piece in pieces])

    def _word(self, word: str) -> list[int]:
        """Give the sub-tokens of one word: the unknown one where it has none, the ends of many."""
        ids: list[int] = self.tokenizer.encode(word, add_special_tokens=False).ids or [self.unknown]
        half = MOST_IN_WORD // 2
        return ids if len(ids) <= MOST_IN_WORD else ids[:half] + ids[-half:]


def cut_long(words: Sequence[str], ends: Array) -> Iterator[tuple[int, int]]:
    """Yield word ranges of at most 510 sub-tokens, cut after punctuation where possible.

    Args:
        words: The words of a sentence.
        ends: Sub-tokens up to and with each word.
    """
    begin = 0
    while begin < len(words):
        used = int(ends[begin - 1]) if begin else 0
        end = int(np.searchsorted(ends, used + MOST_SUBTOKENS, "right"))
        if end < len(words):
            stops = (i for i in range(end, begin + (end - begin) // 2, -1) if is_stop(words[i - 1]))
            end = next(stops, end)
        yield begin, end
        begin = end


def is_stop(word: str) -> bool:
    """Tell whether a word is punctuation."""
    return not any(c.isalnum() for c in word)


def batches(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Group pieces of similar length; a batch's padded size stays under the bound."""
    ordered = sorted(pieces, key=lambda p: (len(p.ids), p.sentence, p.start))
    batch: list[Piece] = []
    for piece in ordered:
        if batch and len(piece.ids) * (len(batch) + 1) > BATCH_SUBTOKENS:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch
