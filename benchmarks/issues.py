"""How well wishes are grouped into issues: agreement with pairs judged by reading.

Run `python -m benchmarks.issues CASE` with a case of the demo collection. `issue_pairs.tsv` has 94
pairs of wishes that share a word, which makes them hard: most pairs of a case share none and are on
two issues. A pair whose words the reading no longer finds is left out and counted. Beside precision
and recall stands how well likeness alone orders the pairs (average precision): of the words, and of
the vectors of the language engine (mean taken off, with the three directions that vary most).
"""

import csv
import sys
from pathlib import Path

import numpy as np

from lagebild.api import open_case
from lagebild.case.search import WORD
from lagebild.language.network import Network
from lagebild.picture.lives import lives_of
from lagebild.picture.material import material
from lagebild.picture.positions.issues import grouped
from lagebild.picture.positions.wishes import wishes
from lagebild.picture.wording import content, likeness

PAIRS = Path(__file__).with_name("issue_pairs.tsv")


def measure(file: Path) -> dict[str, float]:
    """Return precision, recall and F1 of "one issue", with the numbers of pairs."""
    with open_case(file) as case:
        found = material(case)
    told = list(wishes(found, lives_of(found)))
    issue_of = {
        " ".join(told[n].about.split()): number
        for number, issue in enumerate(grouped(found, told, 1))
        for n in issue.wishes
    }
    read = {" ".join(wish.about.split()) for wish in told}
    pairs = [row for row in _pairs() if {row["one"], row["other"]} <= read]
    same = [row["same"] == "yes" for row in pairs]
    said = [issue_of.get(r["one"], -1) == issue_of.get(r["other"], -2) for r in pairs]
    right = sum(a and b for a, b in zip(same, said, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(same))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    near = {"words": _words(pairs), "vectors": _vectors([wish.about for wish in told], pairs)}
    return {
        "pairs": len(pairs),
        "absent": len(_pairs()) - len(pairs),
        "one issue": sum(same),
        "precision": precision,
        "recall": recall,
        "f1": f1,
    } | {f"order by {name}": _average_precision(same, x) for name, x in near.items()}


def _words(pairs: list[dict[str, str]]) -> list[float]:
    return [likeness(content(row["one"]), content(row["other"])) for row in pairs]


def _vectors(told: list[str], pairs: list[dict[str, str]]) -> list[float]:
    wishes = sorted({" ".join(words.split()) for words in told})
    vectors = Network.load().embed([WORD.findall(words) for words in wishes]).astype(np.float64)
    vectors -= vectors.mean(axis=0)
    loud = np.linalg.svd(vectors, full_matrices=False)[2][:3]
    vectors -= vectors @ loud.T @ loud
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    place = {words: n for n, words in enumerate(wishes)}
    return [float(vectors[place[r["one"]]] @ vectors[place[r["other"]]]) for r in pairs]


def _average_precision(same: list[bool], near: list[float]) -> float:
    ordered = np.array(same)[np.argsort(-np.array(near), kind="stable")]
    hits = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(hits[ordered].mean()) if ordered.any() else 0.0


def _pairs() -> list[dict[str, str]]:
    lines = [x for x in PAIRS.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def main() -> None:
    """Print the measures."""
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:16} {value:.2f}" if isinstance(value, float) else f"{name:16} {value}")


if __name__ == "__main__":
    main()
