"""Turn examples into padded tensors, with noise that makes the model robust."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.examples import NOT_A_KNOWN_NAME, UNKNOWN_HEAD, Example, Floats
from training.labels import SOURCES, Inventory
from training.noise import disturb

IGNORE = UNKNOWN_HEAD
"""Target of a word whose label is not known."""

OPEN = -200
"""Target of a word that may be O or a kind of name that its corpus does not annotate."""

MOST_SUBTOKENS = 200
"""Longer sentences are left out of training."""

TOKEN_DROPOUT = 0.03
"""Share of sub-tokens that become unknown in training."""

POOL_BATCHES = 30
"""So many batches' sentences are sorted by length together."""


@dataclass(slots=True)
class Batch:
    """Tensors of some sentences.

    Attributes:
        ids, mask: (batch, length).
        first, last, words: (batch, 1 + words), the root first.
        source, tree_weight, name_weight: (batch,).
        labels: By head, like `heads` and `deprels` (batch, words).
        soft_heads: (batch, words, 1 + words), all zero where no teacher was asked.
        soft_deprels: (batch, words, relations), likewise.
    """

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    source: Tensor
    tree_weight: Tensor
    name_weight: Tensor
    labels: dict[str, Tensor]
    heads: Tensor
    deprels: Tensor
    soft_heads: Tensor
    soft_deprels: Tensor


@dataclass(slots=True)
class Coded:
    """One example as numbers."""

    ids: list[int]
    first: list[int]
    last: list[int]
    source: int
    weights: tuple[float, float]
    labels: dict[str, list[int]]
    heads: list[int]
    deprels: list[int]
    soft_heads: Floats | None
    soft_deprels: Floats | None


class Coder:
    """Codes examples with a tokeniser and an inventory."""

    def __init__(self, tokenizer: Tokenizer, inventory: Inventory) -> None:
        self.tokenizer = tokenizer
        self.unk = tokenizer.token_to_id("<unk>")
        self.bos, self.eos = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
        self.pad = tokenizer.token_to_id("<pad>")
        heads = inventory.word_heads()
        self.index = {name: {x: i for i, x in enumerate(labels)} for name, labels in heads.items()}
        self.deprels = {label: i for i, label in enumerate(inventory.deprels)}

    def code(self, example: Example) -> Coded:
        """Code one example."""
        encoding = self.tokenizer.encode(
            example.words, is_pretokenized=True, add_special_tokens=False
        )
        ids, word_ids = list(encoding.ids), list(encoding.word_ids)
        if len(set(word_ids)) != len(example.words):
            ids, word_ids = self.code_word_by_word(example.words)
        starts = np.searchsorted(word_ids, np.arange(len(example.words)), "left")
        ends = np.searchsorted(word_ids, np.arange(len(example.words)), "right")
        deprels = [self.deprels.get(label, IGNORE) for label in example.deprels]
        source = SOURCES.index(example.source) if example.source in SOURCES else 0
        return Coded(
            [self.bos, *ids, self.eos], [0, *(starts + 1)], [0, *ends], source,
            (example.tree_weight, example.name_weight),
            self.labels(example), example.heads, deprels,
            example.soft_heads, example.soft_deprels,
        )  # fmt: skip

    def code_word_by_word(self, words: list[str]) -> tuple[list[int], list[int]]:
        """For sentences with a word that the normaliser deletes: it becomes one unknown."""
        ids, word_ids = [], []
        for n, word in enumerate(words):
            pieces = self.tokenizer.encode(word, add_special_tokens=False).ids or [self.unk]
            ids += pieces
            word_ids += [n] * len(pieces)
        return ids, word_ids

    def labels(self, example: Example) -> dict[str, list[int]]:
        """The classes of the word heads that the example has."""
        coded = {}
        for name in ("upos", "xpos", "names", "nested"):
            if values := getattr(example, name):
                index = self.index[name] | {NOT_A_KNOWN_NAME: OPEN}
                coded[name] = [index.get(value, IGNORE) for value in values]
        if example.feats:
            for name, index in self.index.items():
                if name.startswith("feats:"):
                    key = name.removeprefix("feats:")
                    coded[name] = [index.get(f.get(key, "_"), IGNORE) for f in example.feats]
        return coded

    def collate(self, coded: list[Coded], token_dropout: float = 0.0) -> Batch:
        """Pad to one batch."""
        words = max(len(c.first) for c in coded)
        ids = padded([c.ids for c in coded], max(len(c.ids) for c in coded), self.pad)
        mask = ids != self.pad
        if token_dropout:
            drop = (torch.rand(ids.shape) < token_dropout) & mask
            drop[:, 0] = False
            ids = ids.masked_fill(drop, self.unk)
        names = sorted({name for c in coded for name in c.labels})
        return Batch(
            ids=ids,
            mask=mask,
            first=padded([c.first for c in coded], words, 0),
            last=padded([c.last for c in coded], words, 0),
            words=padded([[1] * len(c.first) for c in coded], words, 0).bool(),
            source=torch.tensor([c.source for c in coded]),
            tree_weight=torch.tensor([c.weights[0] for c in coded]),
            name_weight=torch.tensor([c.weights[1] for c in coded]),
            labels={
                n: padded([c.labels.get(n, []) for c in coded], words - 1, IGNORE) for n in names
            },
            heads=padded([c.heads for c in coded], words - 1, IGNORE),
            deprels=padded([c.deprels for c in coded], words - 1, IGNORE),
            soft_heads=stacked([c.soft_heads for c in coded], (words - 1, words)),
            soft_deprels=stacked([c.soft_deprels for c in coded], (words - 1, len(self.deprels))),
        )


def padded(rows: list[list[int]], width: int, fill: int) -> Tensor:
    """Stack rows of different lengths."""
    matrix = np.full((len(rows), width), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        matrix[i, : len(row)] = row
    return torch.from_numpy(matrix)


def stacked(tables: list[Floats | None], shape: tuple[int, int]) -> Tensor:
    """Stack tables of different sizes; what they lack is zero."""
    result = np.zeros((len(tables), *shape), dtype=np.float32)
    for i, table in enumerate(tables):
        if table is not None:
            result[i, : table.shape[0], : table.shape[1]] = table
    return torch.from_numpy(result)


def training_batches(
    coder: Coder, examples: list[Example], size: int, rng: random.Random
) -> Iterator[Batch]:
    """One pass in random order over disturbed examples, similar lengths together."""
    order = rng.sample(examples, len(examples))
    coded = [coder.code(disturb(example, rng)) for example in order]
    coded = [c for c in coded if len(c.ids) <= MOST_SUBTOKENS]
    batches = []
    for start in range(0, len(coded), size * POOL_BATCHES):
        pool = sorted(coded[start : start + size * POOL_BATCHES], key=lambda c: len(c.ids))
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(batches)
    for batch in batches:
        yield coder.collate(batch, TOKEN_DROPOUT)
