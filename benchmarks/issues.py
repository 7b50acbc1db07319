"""How well wishes are grouped into issues: agreement with pairs judged by reading.

Run `python -m benchmarks.issues`. `issue_pairs.tsv` has pairs of wishes of the demo collection and
of German Wikinews (`LAGEBILD_SHARED/corpora/quotes`): of one article, or of two and with a word in
common, which makes them hard. A pair whose words the reading no longer finds is left out and
counted. Beside precision and recall stands how well likeness alone orders the pairs (average
precision, the mean over ties in random order): of words; of vectors of the language engine, the
mean over words as they are or weighted by how rare a word is, with the mean taken off and the three
directions that vary most (Mu and Viswanath 2018); from a middle layer, where `onnx` is installed.
"""

import csv
import gzip
import json
import math
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.layers import sentence_vectors
from lagebild.api import open_case, read
from lagebild.case.search import WORD, stem, stems
from lagebild.picture.lives import lives_of
from lagebild.picture.material import Material, material
from lagebild.picture.positions.issues import grouped
from lagebild.picture.positions.wishes import Wish, wishes
from lagebild.picture.wording import content
from lagebild.spans import Span

PAIRS = Path(__file__).with_name("issue_pairs.tsv")
ROOT = Path(__file__).parents[1]
LOUD = 3
MIDDLE = 3
TIES = 40
"""Random orders of equal values that are averaged."""
Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wishes, whether they are one issue, whether the rules say so, and how alike they are."""

    part: str
    one_issue: bool
    agreed: bool
    said: bool
    words: tuple[str, str]
    collection: str


def main() -> None:
    """Print the measures."""
    rows = list(_rows())
    pairs: list[Pair] = []
    texts: list[str] = []
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
            texts += [article.text for article in found.articles.values()]
            pairs += _judged(found, here, collection)
    print(f"{len(pairs)} pairs, {len(rows) - len(pairs)} that are no longer read so")
    print(f"Passes agree on {sum(p.agreed for p in pairs)} of them\n")
    _print_groups(pairs)
    _print_orders(pairs, texts)


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


def _print_orders(pairs: Sequence[Pair], texts: Sequence[str]) -> None:
    held = Counter(word for text in texts for word in set(stems(text)))

    def rare(word: str) -> float:
        return math.log((1 + len(texts)) / (1 + held[word]))

    distinct = sorted({words for pair in pairs for words in pair.words})
    tokens = [WORD.findall(words) for words in distinct]
    weights = [[rare(stem(word)) * bool(content(word)) for word in some] for some in tokens]
    orders = {
        "words": _by_words(pairs, lambda word: 1.0),
        "words, rare ones more": _by_words(pairs, rare),
    }
    for layer in (None, MIDDLE):
        for name, counted in (
            ("mean", [[1.0] * len(t) for t in tokens]),
            ("rare words more", weights),
        ):
            vectors = sentence_vectors(tokens, counted, layer)
            if vectors is None:
                continue
            near = _by_vectors(pairs, distinct, vectors)
            label = "last layers" if layer is None else f"layer {layer}"
            orders[f"vectors of {label}, {name}"] = near
            orders[f"words, rare ones more + {label}, {name}"] = (
                orders["words, rare ones more"] + near
            )
    print("\n| order by | seen | held out |\n|---|---|---|")
    for name, near in orders.items():
        scores = []
        for part in ("seen", "held"):
            here = np.array([p.part == part for p in pairs])
            same = np.array([p.one_issue for p in pairs])
            scores.append(f"{average_precision(same[here], near[here]):.2f}")
        print(f"| {name} | {' | '.join(scores)} |")


def _by_words(pairs: Sequence[Pair], weight: Callable[[str], float]) -> Vectors:
    def near(pair: Pair) -> float:
        one, other = (content(words) for words in pair.words)
        squares = [sum(weight(w) ** 2 for w in words) for words in (one & other, one, other)]
        return squares[0] / math.sqrt(squares[1] * squares[2]) if squares[0] else 0.0

    return np.array([near(pair) for pair in pairs])


def _by_vectors(pairs: Sequence[Pair], distinct: list[str], vectors: Vectors) -> Vectors:
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
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
    named = {Path(article.uri).stem: article.id for article in found.articles.values()}
    for row in rows:
        places = [_place(told, named[Path(row[side]).stem], _span(row, side)) for side in SIDES]
        if None in places:
            continue
        numbers = [issue_of.get(n if n is not None else -1) for n in places]
        words = [" ".join(told[n].about.split()) for n in places if n is not None]
        yield Pair(
            row["part"],
            row["second"] == "yes",
            row["first"] == row["second"],
            numbers[0] is not None and numbers[0] == numbers[1],
            (words[0], words[1]),
            collection,
        )


SIDES = ("one", "other")


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
