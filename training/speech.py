"""Give a packaged network heads for speech: `python -m training.speech --shared DIR --package DIR`.

The encoder stays as it is. The articles of `corpora/quotes-own` are read once; heads are trained in
folds of articles, and what they say of articles they have not seen teaches how drafts are
weighed and prints what may be expected; then heads learn from all articles, are laid over the
network in int8, and the table of weights is written. Minutes on two cores, `torch` needed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch

from lagebild.evaluate.measure import Evaluation
from lagebild.evaluate.quotes import score
from lagebild.findings.statements.weighing import Weighing
from lagebild.knowledge import DATA
from lagebild.language.analysis import Analysis
from lagebild.language.speech import SPEECH, Scores, stepped
from training.draft_weights import judged_drafts, learn, statements, write_weights
from training.graph import save
from training.speech_data import Corpus, Row, load_corpus
from training.speech_graph import with_speech
from training.speech_model import Pair, SpeechHeads, log_odds, measure_ranges, train

FOLDS = 3
CALIBRATION = 4
"""Every so many sentences are used to measure ranges."""


def pairs_of(rows: list[Row]) -> list[Pair]:
    """Return vectors and labels of rows."""
    return [(row.vectors, row.labels) for row in rows]


def fold_scores(corpus: Corpus, folder: Path) -> dict[tuple[int, int], Scores]:
    """Return what heads say of each sentence that they have not learnt from; kept on disk."""
    found: dict[tuple[int, int], Scores] = {}
    for fold in range(FOLDS):
        mine = [row for row in corpus.rows if row.article % FOLDS == fold]
        rest = [row for row in corpus.rows if row.article % FOLDS != fold]
        heads = trained(rest, fold + 1, folder / f"fold{fold}.pt")
        for row, odds in zip(mine, log_odds(heads, pairs_of(mine)), strict=True):
            found[row.article, row.sentence] = stepped(odds[row.firsts])
    return found


def print_precisions(corpus: Corpus, scores: dict[tuple[int, int], Scores]) -> None:
    """Print how well each head ranks the words of articles that it has not learnt from."""
    said = np.concatenate([scores[row.article, row.sentence] for row in corpus.rows])
    gold = np.concatenate([row.labels[row.firsts] for row in corpus.rows])
    means = {n: mean_precision(gold[:, k], said[:, k]) for k, n in enumerate(SPEECH)}
    print("mean precision ", " ".join(f"{n} {value:.2f}" for n, value in means.items()))


def mean_precision(gold: np.ndarray, said: np.ndarray) -> float:
    """Return the precision averaged over the ranks of the words that are right."""
    right = gold[np.argsort(-said.astype(np.int64), kind="stable")]
    found = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((found * right).sum() / max(1.0, right.sum()))


def trained(rows: list[Row], seed: int, checkpoint: Path) -> SpeechHeads:
    """Train heads, or load them where an interrupted run has left them."""
    if checkpoint.exists():
        heads = SpeechHeads(rows[0].vectors.shape[1])
        heads.load_state_dict(torch.load(checkpoint))
        return heads.eval()
    heads = train(pairs_of(rows), seed, lambda line: print(checkpoint.stem, line, flush=True))
    torch.save(heads.state_dict(), checkpoint)
    return heads


def with_scores(corpus: Corpus, scores: dict[tuple[int, int], Scores]) -> list[Analysis]:
    """Return the analyses with what the heads say in their sentences."""
    return [
        Analysis(
            analysis.text,
            tuple(replace(s, speech=scores[n, k]) for k, s in enumerate(analysis.sentences)),
        )
        for n, analysis in enumerate(corpus.analyses)
    ]


def weigh(corpus: Corpus, analyses: list[Analysis]) -> dict[str, Weighing]:
    """Learn the weights from all articles, and print what weights of other folds reach."""
    drafts = [judged_drafts(a, n) for a, n in zip(corpus.articles, analyses, strict=True)]
    by_fold = [
        learn(d for n, found in enumerate(drafts) if n % FOLDS != fold for d in found)
        for fold in range(FOLDS)
    ]
    both = list(zip(corpus.articles, analyses, strict=True))
    bare = [replace_speech(analysis) for analysis in analyses]
    alone = [statements(a, n, {}) for a, n in zip(corpus.articles, bare, strict=True)]
    joined = [statements(a, n, by_fold[k % FOLDS]) for k, (a, n) in enumerate(both)]
    print("rules alone    ", figures(score(corpus.articles, alone)))
    print("with the heads ", figures(score(corpus.articles, joined)), flush=True)
    return learn(d for found in drafts for d in found)


def replace_speech(analysis: Analysis) -> Analysis:
    """Return an analysis without what the heads say."""
    return Analysis(analysis.text, tuple(replace(s, speech=None) for s in analysis.sentences))


def figures(evaluation: Evaluation) -> str:
    """Return the measures in one line."""
    return " ".join(f"{m.name} {m.value:.3f}" for m in evaluation.measures)


def write_heads(package: Path, heads: SpeechHeads, rows: list[Row]) -> None:
    """Lay the heads over the package's network and renew its manifest."""
    ranges = measure_ranges(heads, pairs_of(rows[::CALIBRATION]))
    network = package / "network.onnx"
    save(with_speech(onnx.load(str(network)), heads, ranges), network)
    path = package / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["speech"] = list(SPEECH)
    manifest["files"]["network.onnx"] = hashlib.sha256(network.read_bytes()).hexdigest()
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train, weigh and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--package", type=Path, required=True, help="folder of the packaged model")
    parser.add_argument("--work", type=Path, default=Path("training/runs/speech"))
    parser.add_argument("--weights", type=Path, default=DATA / "draft_weights.tsv")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    annotation = options.shared / "corpora" / "quotes-own" / "annotation"
    corpus = load_corpus([annotation], options.package)
    words = np.sum([len(row.labels) for row in corpus.rows])
    print(f"{len(corpus.articles)} articles, {len(corpus.rows)} sentences, {words} words")
    scores = fold_scores(corpus, options.work)
    print_precisions(corpus, scores)
    weighings = weigh(corpus, with_scores(corpus, scores))
    heads = trained(corpus.rows, 0, options.work / "all.pt")
    write_heads(options.package, heads, corpus.rows)
    write_weights(options.weights, weighings)


if __name__ == "__main__":
    main()
