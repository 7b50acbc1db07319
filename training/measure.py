"""Score packaged models on the held-out sentences, as the installed program runs them.

`python -m training.measure --shared DIR FOLDER...` prints one line a folder.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from lagebild.language.engine import Engine
from lagebild.language.network import Network, Prediction
from training.corpora import load_corpora
from training.evaluate import f1, spans
from training.examples import Example
from training.train import rounded

Pairs = list[tuple[Example, Prediction]]


def tree_scores(pairs: Pairs) -> dict[str, float]:
    """Accuracies over words; relations without subtypes in LAS, with them in LAS+."""
    words = sum(len(example.words) for example, _ in pairs)
    sums = dict.fromkeys(("UPOS", "XPOS", "UAS", "LAS", "LAS+"), 0)
    for example, said in pairs:
        sums["UPOS"] += matches(example.upos, said.upos)
        sums["XPOS"] += matches(example.xpos, said.xpos)
        for word in range(len(example.words)):
            gold, label = example.deprels[word], said.deprels[word]
            attached = example.heads[word] == said.heads[word]
            sums["UAS"] += attached
            sums["LAS"] += attached and gold.split(":")[0] == label.split(":")[0]
            sums["LAS+"] += attached and gold == label
    return {name: value / words for name, value in sums.items()}


def feature_scores(examples: list[Example], said: list[list[str]]) -> dict[str, float]:
    """F1 of each feature's values; `said` holds a string like `Case=Nom|Number=Sing` a word."""
    tallies: dict[str, list[int]] = {}
    for example, texts in zip(examples, said, strict=True):
        for gold, text in zip(example.feats, texts, strict=True):
            found = dict(p.split("=", 1) for p in text.split("|") if "=" in p)
            for name in gold.keys() | found.keys():
                tally = tallies.setdefault(name, [0, 0, 0])
                tally[0] += gold.get(name) == found.get(name)
                tally[1] += name in found
                tally[2] += name in gold
    return {name: f1(*tally) for name, tally in sorted(tallies.items()) if tally[2] >= 20}


def matches(gold: list[str], said: list[str]) -> int:
    """Number of equal labels."""
    return sum(a == b for a, b in zip(gold, said, strict=True))


def name_scores(pairs: Pairs) -> dict[str, float]:
    """Strict F1 of the outer names of the four plain kinds, together and each."""
    tallies = {kind: [0, 0, 0] for kind in ("PER", "LOC", "ORG", "OTH")}
    for example, said in pairs:
        gold, found = spans(example.names), spans(said.names)
        for kind, tally in tallies.items():
            g, p = ({span for span in side if span[2] == kind} for side in (gold, found))
            for place, value in enumerate((len(g & p), len(p), len(g))):
                tally[place] += value
    total = [sum(column) for column in zip(*tallies.values(), strict=True)]
    return {"F1": f1(*total), **{kind: f1(*tally) for kind, tally in tallies.items()}}


def measure(folder: Path, held_out: dict[str, list[Example]]) -> Iterator[tuple[str, object]]:
    """Yield the scores of one package, and its speed."""
    start = time.perf_counter()
    network = Network(folder, None)
    yield "seconds to load", time.perf_counter() - start
    start = time.perf_counter()
    pairs = {
        name: list(zip(examples, network.predict([e.words for e in examples]), strict=True))
        for name, examples in held_out.items()
    }
    seconds = time.perf_counter() - start
    for name in ("gsd", "gum"):
        yield name, tree_scores(pairs[name])
    gsd = held_out["gsd"]
    yield "gsd features", feature_scores(gsd, [said.feats for _, said in pairs["gsd"]])
    words_said = Engine(network).tag([e.words for e in gsd])
    mended = [[word.feats for word in words] for words in words_said]
    yield "gsd features, mended by rule", feature_scores(gsd, mended)
    yield "germeval", name_scores(pairs["germeval"])
    words = sum(len(e.words) for examples in held_out.values() for e in examples)
    yield "words a second", words / seconds


def main() -> None:
    """Print the scores of each package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("packages", type=Path, nargs="+")
    options = parser.parse_args()
    held_out = load_corpora(options.shared).held_out
    for folder in options.packages:
        scores = dict(measure(folder, held_out))
        print(json.dumps(rounded({"package": folder.name, **scores})), flush=True)


if __name__ == "__main__":
    main()
