"""Gather the corpora, set sentences aside for measuring, and mix each epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.batches import Coder
from training.examples import Example
from training.harmonise import harmonise
from training.model import Model
from training.readers import read_conllu, read_germeval, read_sentences, read_wikiann
from training.silver import label, part_contractions, plain_sentences

GSD_HELD_OUT = 300
"""The last sentences of GSD's test file."""

GERMEVAL_HELD_OUT_EVERY = 10
GUM_HELD_OUT_EVERY = 20
TEASERS_KEPT = 20
"""HDT's sample repeats one teaser formula ("Mehr dazu in ...") 230 times; so many stay."""

WIKIANN_WEIGHT = 0.4
SILVER_WEIGHT = 0.5
EACH_EPOCH = {"gum": 800, "wikiann": 3000, "silver": 1000}
"""So many sentences of the larger corpora are drawn for an epoch."""

TWICE = frozenset({"germeval"})
"""Corpora that are seen twice in an epoch, with different noise."""

FURTHER_EACH_EPOCH = {"gum": 300, "wikiann": 300, "silver": 500, "germeval": 700, "hdt": 700}
FURTHER_TWICE = frozenset({"gsd"})
"""The same for short epochs that turn on GSD."""


@dataclass(slots=True)
class Corpora:
    """Training sentences by corpus, and the held-out ones; how an epoch is drawn."""

    training: dict[str, list[Example]]
    held_out: dict[str, list[Example]]
    each_epoch: dict[str, int] = field(default_factory=lambda: EACH_EPOCH)
    twice: frozenset[str] = TWICE

    def treebank(self) -> list[Example]:
        """All training sentences with trees."""
        return [e for name in ("gsd", "hdt", "gum") for e in self.training[name]]

    def words(self) -> Iterator[str]:
        """All words of all corpora."""
        for part in (self.training, self.held_out):
            for examples in part.values():
                for example in examples:
                    yield from example.words

    def epoch(self, rng: random.Random) -> list[Example]:
        """The sentences of one epoch: all German gold ones, a sample of the others."""
        chosen: list[Example] = []
        for name, examples in self.training.items():
            most = self.each_epoch.get(name, len(examples))
            chosen += rng.sample(examples, min(most, len(examples)))
            chosen += examples if name in self.twice else []
        return chosen

    def turn_on_gsd(self, half: str | None) -> None:
        """Draw short epochs that turn on GSD, with a half of its held-out sentences or without.

        Both halves are scored apart; with both learnt from in turn, each is scored unseen once.
        """
        self.each_epoch, self.twice = FURTHER_EACH_EPOCH, FURTHER_TWICE
        middle = len(self.held_out["gsd"]) // 2
        halves = {"first": self.held_out["gsd"][:middle], "second": self.held_out["gsd"][middle:]}
        self.held_out |= {f"gsd {name}": examples for name, examples in halves.items()}
        self.training["gsd"] = self.training["gsd"] + halves.get(half or "", [])


def drop_teasers(examples: list[Example]) -> list[Example]:
    """Keep only the first few of HDT's repeated teasers."""
    teasers = [e for e in examples if e.words[0] == "Mehr" and e.heads[0] == 0]
    dropped = {id(e) for e in teasers[TEASERS_KEPT:]}
    return [e for e in examples if id(e) not in dropped]


def split(examples: list[Example], every: int) -> tuple[list[Example], list[Example]]:
    """Set every n-th sentence aside."""
    kept = [e for i, e in enumerate(examples) if i % every != every - 1]
    return kept, examples[every - 1 :: every]


def load_corpora(shared: Path) -> Corpora:
    """Read all corpora below `shared/corpora`.

    Args:
        shared: Folder with `corpora/ud` and `corpora/ner`.

    Raises:
        FileNotFoundError: A corpus is missing; `training/README.md` lists them.
    """
    ud, ner = shared / "corpora" / "ud", shared / "corpora" / "ner"
    dev = read_conllu(ud / "german-gsd-dev.conllu", "gsd")
    test = read_conllu(ud / "german-gsd-test.conllu", "gsd")
    hdt = drop_teasers(read_conllu(ud / "german-hdt-sample.conllu", "hdt"))
    gum, gum_out = split(read_conllu(ud / "english-gum-free.conllu", "gum"), GUM_HELD_OUT_EVERY)
    names = [part_contractions(e) for e in read_germeval(ner / "germeval2014-dev.tsv")]
    germeval, germeval_out = split(names, GERMEVAL_HELD_OUT_EVERY)
    training = {
        "gsd": dev + test[:-GSD_HELD_OUT],
        "hdt": hdt,
        "gum": gum,
        "germeval": germeval,
        "wikiann": read_wikiann(ner / "wikiann-de-train.tsv", WIKIANN_WEIGHT),
    }
    held_out = {"gsd": test[-GSD_HELD_OUT:], "gum": gum_out, "germeval": germeval_out}
    for part in (training, held_out):
        for name in {"gsd", "hdt", "gum"} & set(part):
            part[name] = [harmonise(example) for example in part[name]]
    return Corpora(training, held_out)


def news_folder(shared: Path) -> Path:
    """Wikinews texts, one sentence a line."""
    return shared / "corpora" / "quotes-own" / "texts"


def news_words(shared: Path) -> Iterator[str]:
    """Words of the Wikinews texts, for the vocabulary."""
    for sentence in read_sentences(news_folder(shared)):
        yield from sentence.split()


def add_silver(
    corpora: Corpora, teachers: Sequence[Model], coder: Coder, shared: Path, soft: bool
) -> None:
    """Let teachers label what the corpora leave open, and Wikinews sentences as a whole."""
    treebank = corpora.training["gsd"] + corpora.training["hdt"]
    label(teachers, coder, treebank, ("names",), SILVER_WEIGHT, soft)
    label(teachers, coder, corpora.training["germeval"], ("trees",), SILVER_WEIGHT, soft)
    news = plain_sentences(news_folder(shared))
    label(teachers, coder, news, ("trees", "names"), SILVER_WEIGHT, soft)
    corpora.training["silver"] = news
