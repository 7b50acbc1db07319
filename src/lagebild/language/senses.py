"""Vectors of what short passages say, from the word pieces of the packaged network.

The layers of the network were taught grammar, which moves their vectors away from what words mean;
the embeddings of its word pieces still hold it. `training/senses.py` learnt a linear map from their
weighted mean in a passage to what the encoder from which training began says of the passage, so
that passages on one matter point one way even in other words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lagebild.errors import ModelMissing
from lagebild.language.modelfiles import REMEDY
from lagebild.language.network import FOLDER
from lagebild.language.pieces import Cutter

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Senses:
    """A vector and a weight for each word piece of a tokeniser."""

    cutter: Cutter
    vectors: Vectors
    weights: Vectors

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Senses":
        """Load the vectors that come with Lagebild.

        Raises:
            ModelMissing: The file is missing, damaged, or made for another tokeniser.
        """
        path = folder / "senses.npz"
        try:
            with np.load(path) as file:
                vectors = file["values"].astype(np.float32) * file["scale"].astype(np.float32)
                weights = file["weight"].astype(np.float32)
            cutter = Cutter(Tokenizer.from_file(str(folder / "tokenizer.json")))
        except Exception as error:
            problem = f"The vectors of word pieces {path} cannot be used: {error}."
            raise ModelMissing(problem, REMEDY) from error
        if not len(vectors) == len(weights) == cutter.tokenizer.get_vocab_size():
            raise ModelMissing(f"{path} belongs to another tokeniser.", REMEDY)
        return cls(cutter, vectors, weights)

    def of(self, passages: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each passage; zero for one that says nothing.

        Returns:
            Float32, shape (passages, 64). The product of two is the cosine of what they say.
        """
        rows = np.zeros((len(passages), self.vectors.shape[1]), np.float32)
        for row, passage in enumerate(passages):
            words = WORD.findall(passage)
            if words:
                ids = np.array(self.cutter.encode(words)[0])
                rows[row] = self.weights[ids] @ self.vectors[ids]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        result: Vectors = (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
        return result


@cache
def packaged() -> Senses:
    """Return the vectors of this process, loaded at the first call."""
    return Senses.load()
