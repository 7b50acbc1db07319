"""Label plain sentences with trained teachers; what they are not sure of stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from lagebild.language.sentences import split
from lagebild.language.words import parted
from training.batches import Coder
from training.examples import UNKNOWN, UNKNOWN_HEAD, Example
from training.model import Model, label_relations
from training.readers import read_sentences

SURE = 0.8
"""Least probability of a label that is taken over."""

BATCH = 48
LEAST_WORDS, MOST_WORDS = 4, 70


def plain_sentences(folder: Path) -> list[Example]:
    """Tokenise texts as Lagebild does, contractions parted as in treebanks."""
    found = []
    for text in read_sentences(folder):
        for spans in split(text):
            words, _ = parted([text[span.start : span.end] for span in spans])
            if LEAST_WORDS <= len(words) <= MOST_WORDS:
                found.append(Example(words, "silver"))
    return found


def part_contractions(example: Example) -> Example:
    """Part a name corpus's contractions ("im" to "in dem"); names start at the second part."""
    words, origin = parted(example.words)
    names, nested = (spread(labels, origin) for labels in (example.names, example.nested))
    return Example(words, example.source, names=names, nested=nested)


def spread(labels: list[str], origin: list[int]) -> list[str]:
    """Labels of the parts: a name that begins with a contraction begins once."""
    return [
        labels[i].replace("B-", "I-") if n and origin[n - 1] == i else labels[i]
        for n, i in enumerate(origin)
    ]


@torch.no_grad()
def label(
    teachers: Sequence[Model],
    coder: Coder,
    examples: list[Example],
    layers: Sequence[str],
    weight: float,
    soft: bool = False,
) -> None:
    """Fill layers of examples in place.

    Args:
        teachers: Trained networks; the mean of their probabilities counts.
        coder: The teachers' coder.
        examples: Sentences; labels that they have in other layers stay.
        layers: "trees" (with word classes and features), "names", or both.
        weight: What the new labels count.
        soft: Whether to keep the probabilities of all trees, too (Hinton, Vinyals and Dean
            2015, Distilling the Knowledge in a Neural Network).
    """
    for model in teachers:
        model.eval()
    ordered = sorted(examples, key=lambda e: len(e.words))
    for start in range(0, len(ordered), BATCH):
        part = ordered[start : start + BATCH]
        batch = coder.collate([coder.code(Example(e.words, e.source)) for e in part])
        with torch.autocast("cpu", torch.bfloat16):
            outputs = [model(batch) for model in teachers]
        inventory = teachers[0].inventory
        sure = {
            name: sure_labels(inventory.word_heads()[name], [scores[name] for scores, _ in outputs])
            for name in outputs[0][0]
        }
        probabilities = tree_probabilities([parser for _, parser in outputs])
        heads, deprels = sure_trees(inventory.deprels, *probabilities)
        soft_heads, soft_deprels = (p.numpy().astype(np.float16) for p in probabilities)
        for i, example in enumerate(part):
            n = len(example.words)
            if "names" in layers:
                example.names, example.nested = sure["names"][i][:n], sure["nested"][i][:n]
                example.name_weight = weight
            if "trees" in layers:
                example.upos, example.xpos = sure["upos"][i][:n], sure["xpos"][i][:n]
                example.feats = features(sure, i, n)
                example.heads, example.deprels = heads[i][:n], deprels[i][:n]
                example.tree_weight = weight
            if soft:
                example.soft_heads = soft_heads[i, :n, : n + 1].copy()
                example.soft_deprels = soft_deprels[i, :n].copy()


def mean_probability(scores: Iterable[Tensor]) -> Tensor:
    """The mean over teachers of what each holds likely (last axis: classes)."""
    return torch.stack([s.float().softmax(-1) for s in scores]).mean(0)


def sure_labels(labels: Sequence[str], scores: Sequence[Tensor]) -> list[list[str]]:
    """The best label of each word, or UNKNOWN."""
    best = mean_probability(scores).max(-1)
    return [
        [labels[c] if p >= SURE else UNKNOWN for p, c in zip(probabilities, classes, strict=True)]
        for probabilities, classes in zip(best.values.tolist(), best.indices.tolist(), strict=True)
    ]


def features(sure: dict[str, list[list[str]]], sentence: int, words: int) -> list[dict[str, str]]:
    """Feature dictionaries from the feature heads' labels."""
    names = [name for name in sure if name.startswith("feats:")]
    return [
        {name.removeprefix("feats:"): sure[name][sentence][i] for name in names}
        for i in range(words)
    ]


def tree_probabilities(
    parsers: Sequence[tuple[Tensor, Tensor, Tensor]],
) -> tuple[Tensor, Tensor]:
    """Mean probabilities of each word's head, and of its relation to the likeliest head."""
    heads = mean_probability(arcs for arcs, _, _ in parsers)
    best = heads.argmax(-1)
    return heads, mean_probability(label_relations(q, k, best) for _, q, k in parsers)


def sure_trees(
    labels: Sequence[str], heads: Tensor, deprels: Tensor
) -> tuple[list[list[int]], list[list[str]]]:
    """The best head and relation of each word, unknown where either is unsure."""
    head, relation = heads.max(-1), deprels.max(-1)
    is_sure = (head.values >= SURE) & (relation.values >= SURE)
    best = torch.where(is_sure, head.indices, UNKNOWN_HEAD)
    names = [
        [labels[c] if s else UNKNOWN for c, s in zip(row, sure, strict=True)]
        for row, sure in zip(relation.indices.tolist(), is_sure.tolist(), strict=True)
    ]
    return best.tolist(), names
