"""Vectors of sentences from a chosen layer of the packaged network."""

import shutil
import tempfile
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lagebild.language.network import FOLDER, Network
from lagebild.language.pieces import batches


def sentence_vectors(
    tokens: Sequence[Sequence[str]], weights: Sequence[Sequence[float]], layer: int | None
) -> NDArray[np.float64] | None:
    """Return the weighted mean over the words of each sentence.

    Args:
        tokens: The words of each sentence.
        weights: What each word counts.
        layer: Counted from 0; None for what `Network.embed` takes. Needs `onnx`.

    Returns:
        Float64, shape (sentences, values of a word); None where a layer is asked for and `onnx` is
        not installed.
    """
    if layer is None:
        return _means(Network.load(), tokens, weights, True)
    if find_spec("onnx") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        return _means(_cut_at(layer, Path(folder)), tokens, weights, False)


def _means(
    network: Network,
    tokens: Sequence[Sequence[str]],
    weights: Sequence[Sequence[float]],
    by_word: bool,
) -> NDArray[np.float64]:
    rows: list[NDArray[np.float64]] = [np.zeros(1)] * len(tokens)
    for batch in batches(network._cutter.pieces(tokens)):
        (vectors,) = network._run(batch, ["vectors"])
        for piece, values in zip(batch, vectors, strict=True):
            for number, (first, last) in enumerate(zip(piece.firsts, piece.lasts, strict=True)):
                place = slice(number + 1, number + 2) if by_word else slice(first, last + 1)
                word = values[place].mean(axis=0).astype(np.float64)
                weight = weights[piece.sentence][piece.start + number]
                rows[piece.sentence] = rows[piece.sentence] + weight * word
    width = max(len(row) for row in rows)
    return np.array([row if len(row) == width else np.zeros(width) for row in rows])


def _cut_at(layer: int, folder: Path) -> Network:
    """Return a copy of the packaged network whose vectors are those of a middle layer."""
    onnx = import_module("onnx")
    model = onnx.load(str(FOLDER / "network.onnx"))
    ends = {n.input[1]: n.output[0] for n in model.graph.node if n.op_type == "Add"}
    for node in model.graph.node:
        if "vectors" in node.output:
            node.input[0] = ends[f"layer{layer}.output_norm.bias"]
    shape = next(o for o in model.graph.output if o.name == "vectors").type.tensor_type.shape
    shape.dim[2].Clear()
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(FOLDER / name, folder / name)
    onnx.save(model, str(folder / "network.onnx"))
    network = Network.load()
    network.close()
    network._model = folder / "network.onnx"
    network._open()
    return network
