"""Run the packaged neural network: parts of speech, morphology, dependency trees and names.

One int8 ONNX file with several heads over one encoder pass. Sentences are sorted by
length and run in batches. The ranges of the int8 products are fixed in the file, so a
sentence's result does not depend on the others of its batch.
"""

import os
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort  # type: ignore[import-untyped]
from tokenizers import Tokenizer

from lagebild.errors import ModelMissing
from lagebild.language.decode import best_trees
from lagebild.language.modelfiles import REMEDY, read_manifest
from lagebild.language.names import best_sequences
from lagebild.language.pairs import hang_pairs
from lagebild.language.pieces import Array, Cutter, Piece, batches
from lagebild.language.processor import available_processors, session_options
from lagebild.language.separators import hang_separators
from lagebild.language.speech import SPEECH, Scores, stepped

OUTPUTS = ["classes", "arcs", "queries", "keys", "name_scores"]
FOLDER = Path(__file__).with_name("model")


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the network says about one sentence of n words; every list has n entries.

    Attributes:
        upos: UD parts of speech.
        xpos: STTS tags.
        feats: UD features, such as `Case=Nom|Number=Sing`; `_` where a word has none.
        heads: 1-based heads, 0 for the root: always one root and no cycle.
        deprels: UD relations, some with subtype (`nsubj:pass`, `acl:relcl`).
        names: Outer names, `O`, `B-` or `I-` with PER, LOC, ORG or OTH.
        derived: Names inside words, likewise with LOCderiv (`deutschen`), ORGpart
            (`SPD-Chef`) and so on.
        nested: Names inside longer names, of all these kinds.
        speech: What the heads of `speech.SPEECH` say, (n, heads); None where there are none.
    """

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[str]
    derived: list[str]
    nested: list[str]
    speech: Scores | None = field(default=None, compare=False)


class Network:
    """The packaged network, loaded; safe to use after a fork and from several threads."""

    def __init__(self, folder: Path, threads: int | None) -> None:
        manifest = read_manifest(folder)
        self._model = folder / "network.onnx"
        self._threads = threads or available_processors()
        self._cutter = Cutter(Tokenizer.from_file(str(folder / "tokenizer.json")))
        heads: dict[str, list[str]] = manifest["heads"]
        self._place = {name: i for i, name in enumerate(heads)}
        self._labels = {name: np.array(labels, dtype=object) for name, labels in heads.items()}
        self._deprels = np.array(manifest["deprels"], dtype=object)
        self._root = manifest["deprels"].index("root")
        self._features = [n for n in sorted(heads, key=str.lower) if n.startswith("feats:")]
        self._split_names()
        self._outputs = [*OUTPUTS, "speech"] if manifest.get("speech") == list(SPEECH) else OUTPUTS
        self._session: ort.InferenceSession | None = None
        self._open()
        LOADED.add(self)

    @classmethod
    def load(cls, threads: int | None = None) -> "Network":
        """Load the model that comes with Lagebild.

        Args:
            threads: Processor threads to use; all available ones by default.

        Raises:
            ModelMissing: A model file is missing or damaged.
        """
        return cls(FOLDER, threads)

    def predict(self, sentences: Sequence[Sequence[str]]) -> list[Prediction]:
        """Tag and parse tokenised sentences.

        Args:
            sentences: Any number, each of any number of words.

        Returns:
            One prediction a sentence, in order.
        """
        parts: list[list[tuple[int, Prediction]]] = [[] for _ in sentences]
        for batch in batches(self._cutter.pieces(sentences)):
            for piece, prediction in zip(batch, self._predict(batch), strict=True):
                parts[piece.sentence].append((piece.start, prediction))
        results = [join(sorted(part, key=lambda p: p[0])) for part in parts]
        for words, result in zip(sentences, results, strict=True):
            hang_separators(words, result.heads, result.deprels)
            hang_pairs(words, result.heads, result.deprels)
        return results

    def embed(self, sentences: Sequence[Sequence[str]]) -> Array:
        """Give each sentence a vector, the mean over its words, of length 1.

        Returns:
            Float32, shape (sentences, 768); zero for a sentence without words.
        """
        sums: Array = np.zeros((len(sentences), 0), np.float32)
        for batch in batches(self._cutter.pieces(sentences)):
            (vectors,) = self._run(batch, ["vectors"])
            if not sums.size:
                sums = np.zeros((len(sentences), vectors.shape[2]), np.float32)
            for piece, rows in zip(batch, vectors, strict=True):
                sums[piece.sentence] += rows[1 : 1 + len(piece.firsts)].sum(axis=0)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        result: Array = sums / np.where(length == 0, 1, length)
        return result

    def _open(self) -> ort.InferenceSession:
        """Start the runtime, unless it runs already."""
        session = self._session
        if session is None:
            options = session_options(self._threads)
            try:
                session = ort.InferenceSession(
                    self._model.read_bytes(), options, providers=["CPUExecutionProvider"]
                )
            except Exception as error:
                problem = f"The language model {self._model} cannot be used: {error}."
                raise ModelMissing(problem, REMEDY) from error
            self._session = session
        return session

    def close(self) -> None:
        """Stop the runtime's threads; the next prediction starts it again."""
        self._session = None

    def _split_names(self) -> None:
        """Prepare the two views of outer names: plain kinds, and derived or partial ones."""
        labels = self._labels["names"]
        is_derived = np.array([x.endswith(("deriv", "part")) for x in labels], bool)
        self._plain = np.where(is_derived, "O", labels)
        self._derived = np.where(is_derived, labels, "O")

    def _run(self, batch: list[Piece], outputs: list[str]) -> list[Array]:
        """Pad a batch and run the network."""
        session = self._open()
        length = max(len(piece.ids) for piece in batch)
        words = max(len(piece.firsts) for piece in batch)
        ids = np.full((len(batch), length), self._cutter.pad, np.int64)
        places = np.zeros((2, len(batch), 1 + words), np.int64)
        for row, piece in enumerate(batch):
            ids[row, : len(piece.ids)] = piece.ids
            places[0, row, 1 : 1 + len(piece.firsts)] = piece.firsts
            places[1, row, 1 : 1 + len(piece.lasts)] = piece.lasts
        places += (np.arange(len(batch)) * length)[:, None]
        lengths = np.array([len(piece.ids) for piece in batch], np.int32)
        feed = {"ids": ids, "lengths": lengths, "first": places[0], "last": places[1]}
        result: list[Array] = session.run(outputs, feed)
        return result

    def _predict(self, batch: list[Piece]) -> Iterator[Prediction]:
        """Run a batch and decode it."""
        classes, arcs, queries, keys, name_scores, *heads_for = self._run(batch, self._outputs)
        speech = stepped(heads_for[0]) if heads_for else None
        lengths = np.array([len(piece.firsts) for piece in batch])
        heads = best_trees(arcs, lengths)
        relations = self._relations(queries, keys, heads)
        columns = [self._column(classes, name) for name in ("upos", "xpos")]
        outer = best_sequences(name_scores, lengths, self._labels["names"].tolist())
        columns += [self._feature_strings(classes), heads, relations]
        columns += [self._plain[outer], self._derived[outer]]
        columns.append(repair(self._column(classes, "nested")))
        for row, length in enumerate(lengths):
            prediction = Prediction(*(column[row, :length].tolist() for column in columns))
            if speech is not None:
                prediction = replace(prediction, speech=speech[row, :length])
            yield prediction

    def _column(self, classes: Array, name: str) -> Array:
        """Labels of one head."""
        labels: Array = self._labels[name][classes[..., self._place[name]]]
        return labels

    def _relations(self, queries: Array, keys: Array, heads: Array) -> Array:
        """Best relation of each word to its head; `root` exactly where the head is 0."""
        chosen = np.take_along_axis(keys, heads[..., None], axis=1)
        by_relation = queries.reshape(*heads.shape, len(self._deprels), -1)
        scores = np.matmul(by_relation, chosen[..., None])[..., 0]
        scores[..., self._root] = np.where(heads == 0, np.inf, -np.inf)
        labels: Array = self._deprels[scores.argmax(axis=2)]
        return labels

    def _feature_strings(self, classes: Array) -> Array:
        """UD feature strings, built once for each combination in the batch."""
        places = [self._place[name] for name in self._features]
        rows = classes[..., places].reshape(-1, len(places))
        unique, inverse = np.unique(rows, axis=0, return_inverse=True)
        texts = np.array([self._features_text(tuple(row)) for row in unique.tolist()], dtype=object)
        result: Array = texts[inverse.reshape(-1)].reshape(classes.shape[:2])
        return result

    def _features_text(self, values: tuple[int, ...]) -> str:
        """One feature string from a class for each feature, in UD's alphabetical order."""
        pairs = [
            f"{name.removeprefix('feats:')}={self._labels[name][value]}"
            for name, value in zip(self._features, values, strict=True)
            if self._labels[name][value] != "_"
        ]
        return "|".join(pairs) or "_"


LOADED: weakref.WeakSet[Network] = weakref.WeakSet()


def close_all() -> None:
    """Close every network: a runtime's threads do not live on in a forked child."""
    for network in LOADED:
        network.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=close_all)


def repair(labels: Array) -> Array:
    """Turn an I- that continues no name of its kind into a B-."""
    before = np.concatenate([np.full((len(labels), 1), "O", dtype=object), labels[:, :-1]], axis=1)
    return np.where(starts_amiss(labels, before), begin_label(labels), labels)


def _starts_amiss(label: str, before: str) -> bool:
    return label.startswith("I-") and before[2:] != label[2:]


starts_amiss = np.vectorize(_starts_amiss, otypes=[bool])
begin_label = np.vectorize(lru_cache(lambda label: "B-" + label[2:]), otypes=[object])


def join(parts: list[tuple[int, Prediction]]) -> Prediction:
    """Put the parts of a long sentence together: later roots hang on the first, as parataxis."""
    if not parts:
        return Prediction([], [], [], [], [], [], [], [])
    result, root = parts[0][1], 0
    for start, part in parts:
        if start == 0:
            root = part.heads.index(0) + 1
            continue
        result.heads.extend(root if head == 0 else head + start for head in part.heads)
        result.deprels.extend("parataxis" if d == "root" else d for d in part.deprels)
        for name in ("upos", "xpos", "feats", "names", "derived", "nested"):
            getattr(result, name).extend(getattr(part, name))
    known = [part.speech for _, part in parts if part.speech is not None]
    return replace(result, speech=np.concatenate(known)) if known else result
