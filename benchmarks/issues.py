"""How well wishes are grouped into issues: agreement with pairs judged by reading.

Run `python -m benchmarks.issues`. `issue_pairs.tsv` has pairs of wishes of the demo collection and
of German Wikinews (`LAGEBILD_SHARED/corpora/quotes`). A pair whose words the reading no longer
finds is left out and counted. Beside precision and recall of the issues stands how well measures of
a pair order the pairs (average precision, the mean over ties in random order): each measure of
`picture.positions.affinity`, what is learnt from some of them on the pairs that are "seen", and the
vectors of the network's top layers, the mean over words, with the mean taken off and the three
directions that vary most (Mu and Viswanath 2018). `--fit` prints the weights that are learnt.
"""

import csv
import gzip
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from lagebild.api import open_case, read
from lagebild.language.network import Network
from lagebild.picture.lives import lives_of
from lagebild.picture.material import Material, material
from lagebild.picture.positions.affinity import LEARNT, Affinity
from lagebild.picture.positions.issues import grouped, matters
from lagebild.picture.positions.wishes import Wish, wishes
from lagebild.spans import Span

PAIRS = Path(__file__).with_name("issue_pairs.tsv")
ROOT = Path(__file__).parents[1]
LOUD = 3
TIES = 40
"""Random orders of equal values that are averaged."""
Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wishes, whether they are one issue, whether the program says so, and its measures.

    `twice` and `agreed` tell whether the judge read the pair twice, and alike.
    """

    part: str
    one_issue: bool
    twice: bool
    agreed: bool
    said: bool
    words: tuple[str, str]
    measures: dict[str, float]
    collection: str


def main() -> None:
    """Print the measures."""
    rows = list(_rows())
    pairs: list[Pair] = []
    with tempfile.TemporaryDirectory() as folder:
        for collection in ("demo", "wikinews"):
            here = [r for r in rows if r["one"].startswith("wikinews") == (collection != "demo")]
            articles = ROOT / "demo" / "articles"
            if collection != "demo":
                articles = _wikinews(Path(folder) / "articles", here)
            case = Path(folder) / f"{collection}.case"
            read([articles], case)
            with open_case(case) as opened:
                found = material(opened)
            pairs += _judged(found, here, collection)
    print(f"{len(pairs)} pairs, {len(rows) - len(pairs)} that are no longer read so")
    twice = [p for p in pairs if p.twice]
    print(f"Both passes agree on {sum(p.agreed for p in twice)} of {len(twice)} read twice\n")
    _print_groups(pairs)
    _print_orders(pairs)
    if "--fit" in sys.argv:
        weights, constant = learnt(pairs, list(LEARNT))[1:]
        print(f"\nLEARNT = {weights}\nBEGINNING = {constant:.1f}")


def _print_groups(pairs: Sequence[Pair]) -> None:
    print(
        "| pairs | number | one issue | said so | precision | recall |\n|---|---|---|---|---|---|"
    )
    for name, some in (
        ("demo", [p for p in pairs if p.collection == "demo"]),
        ("Wikinews", [p for p in pairs if p.collection != "demo" and p.part == "seen"]),
        ("Wikinews, held out", [p for p in pairs if p.part == "held"]),
    ):
        same, said = sum(p.one_issue for p in some), sum(p.said for p in some)
        right = sum(p.one_issue and p.said for p in some)
        precision, recall = right / max(1, said), right / max(1, same)
        print(f"| {name} | {len(some)} | {same} | {said} | {precision:.2f} | {recall:.2f} |")


def _print_orders(pairs: Sequence[Pair]) -> None:
    orders = {name: _column(pairs, name) for name in LEARNT}
    orders["top layers, mean"] = _by_top_layers(pairs)
    for names in (["matter"], ["matter", "sense"], ["matter", "report", "land"], list(LEARNT)):
        orders["learnt: " + ", ".join(names)] = learnt(pairs, names)[0]
    same, held = (np.array([getattr(p, n) for p in pairs]) for n in ("one_issue", "part"))
    print("\n| order by | seen | held out |\n|---|---|---|")
    for name, near in orders.items():
        scores = [average_precision(same[held == part], near[held == part]) for part in PARTS]
        print(f"| {name} | {' | '.join(f'{score:.2f}' for score in scores)} |")


def _column(pairs: Sequence[Pair], name: str) -> Vectors:
    return np.array([pair.measures[name] for pair in pairs])


def learnt(pairs: Sequence[Pair], names: Sequence[str]) -> tuple[Vectors, dict[str, float], float]:
    """Fit a logistic regression on the pairs that are seen, with a penalty on squared weights.

    Returns:
        The score of each pair, the weight of each measure, and the constant.
    """
    seen = np.array([p.part == "seen" for p in pairs])
    sign = np.where([p.one_issue for p in pairs], 1.0, -1.0)[seen]
    table = np.stack([_column(pairs, name) for name in names], axis=1)
    mean, spread = table[seen].mean(axis=0), table[seen].std(axis=0)
    rows = np.c_[(table - mean) / spread, np.ones(len(table))]

    def loss(weights: Vectors) -> float:
        margin = sign * (rows[seen] @ weights)
        return float(np.logaddexp(0, -margin).sum() + weights[:-1] @ weights[:-1] / 2)

    found = minimize(loss, np.zeros(rows.shape[1])).x
    weights = {n: round(float(w), 2) for n, w in zip(names, found[:-1] / spread, strict=True)}
    return rows @ found, weights, float(found[-1] - (found[:-1] * mean / spread).sum())


def _by_top_layers(pairs: Sequence[Pair]) -> Vectors:
    distinct = sorted({words for pair in pairs for words in pair.words})
    vectors = Network.load().embed([words.split() for words in distinct]).astype(np.float64)
    vectors = vectors - vectors.mean(axis=0)
    loud = np.linalg.svd(vectors, full_matrices=False)[2][:LOUD]
    vectors = vectors - vectors @ loud.T @ loud
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    place = {words: n for n, words in enumerate(distinct)}
    return np.array([vectors[place[p.words[0]]] @ vectors[place[p.words[1]]] for p in pairs])


def average_precision(same: NDArray[np.bool_], near: Vectors) -> float:
    """Return the average precision of an order, the mean over random orders of equal values."""
    chance = np.random.default_rng(0)
    scores = []
    for _ in range(TIES):
        mixed = chance.permutation(len(same))
        ordered = same[mixed][np.argsort(-near[mixed], kind="stable")]
        hits = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
        scores.append(hits[ordered].mean() if ordered.any() else 0.0)
    return float(np.mean(scores))


def _judged(found: Material, rows: Sequence[Mapping[str, str]], collection: str) -> Iterator[Pair]:
    told = list(wishes(found, lives_of(found)))
    issues = grouped(found, told, 1)
    issue_of = {n: number for number, issue in enumerate(issues) for n in issue.wishes}
    every = slice(0, len(told))
    measures = Affinity(found, told, matters(found, told)).measures(every, every)
    named = {Path(article.uri).stem: article.id for article in found.articles.values()}
    for row in rows:
        places = [_place(told, named[Path(row[side]).stem], _span(row, side)) for side in SIDES]
        if None in places:
            continue
        first, other = (n for n in places if n is not None)
        numbers = [issue_of.get(n if n is not None else -1) for n in places]
        words = [" ".join(told[n].about.split()) for n in places if n is not None]
        yield Pair(
            row["part"],
            row["second"] == "yes",
            bool(row["first"]),
            row["first"] == row["second"],
            numbers[0] is not None and numbers[0] == numbers[1],
            (words[0], words[1]),
            {name: float(table[first, other]) for name, table in measures.items()},
            collection,
        )


SIDES = ("one", "other")
PARTS = ("seen", "held")


def _span(row: Mapping[str, str], side: str) -> Span:
    return Span(int(row[f"{side}_start"]), int(row[f"{side}_end"]))


def _place(told: Sequence[Wish], article: str, span: Span) -> int | None:
    """Return the wish of an article that covers most of a span and begins or ends with it."""
    near = [
        n
        for n, wish in enumerate(told)
        if wish.citation.article == article
        and (wish.citation.span.start == span.start or wish.citation.span.end == span.end)
    ]
    return min(near, key=lambda n: _apart(told[n].citation.span, span), default=None)


def _apart(one: Span, other: Span) -> int:
    return abs(one.start - other.start) + abs(one.end - other.end)


def _rows() -> Iterator[dict[str, str]]:
    lines = [x for x in PAIRS.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t")


def _wikinews(folder: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """Write the Wikinews articles that pairs name, with their dates, and return the folder."""
    shared = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared"))
    wanted = {row[side] for row in rows for side in SIDES}
    folder.mkdir(parents=True)
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as table:
        lines = csv.writer(table)
        lines.writerow(["file", "published", "title"])
        for part in ("train", "dev"):
            file = shared / "corpora" / "quotes" / f"{part}.jsonl.gz"
            if not file.exists():
                sys.exit(f"{file} is not there. Set LAGEBILD_SHARED to the folder of the corpora.")
            with gzip.open(file, "rt", encoding="utf-8") as corpus:
                for article in map(json.loads, corpus):
                    name = f"wikinews-{article['documentName'].split()[0]}"
                    if name in wanted:
                        text = article["originalText"]
                        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
                        lines.writerow([f"{name}.txt", article["published"][:10], article["title"]])
    return folder


if __name__ == "__main__":
    main()
