"""The one shape that every corpus is read into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

UNKNOWN = "?"
"""A label that the corpus does not give; it adds nothing to the loss."""

UNKNOWN_HEAD = -100
"""A head that is not known, likewise."""

NOT_A_KNOWN_NAME = "O?"
"""A word outside every annotated name, in a corpus that does not annotate all kinds of names."""


@dataclass(slots=True)
class Example:
    """One sentence of n words; a list is empty where the corpus lacks that layer.

    Attributes:
        words: The n word forms.
        source: The corpus, one of `labels.SOURCES`.
        upos, xpos, feats: UD part of speech, STTS tag, and features of each word.
        heads: 1-based head of each word, 0 for the root, or UNKNOWN_HEAD.
        deprels: The relation of each word to its head.
        names: Outer names as B-/I-/O with GermEval's twelve kinds.
        nested: Names inside names, likewise.
        tree_weight: How much the sentence counts in the losses of trees and word classes.
        name_weight: How much it counts in the losses of names.
        soft_heads: What teachers hold likely, (n, 1 + n); None where none was asked.
        soft_deprels: Likewise of the relation to the likeliest of these heads, (n, relations).
    """

    words: list[str]
    source: str
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[dict[str, str]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    tree_weight: float = 1.0
    name_weight: float = 1.0
    soft_heads: Floats | None = None
    soft_deprels: Floats | None = None
