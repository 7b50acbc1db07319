"""How well articles are grouped into stories: agreement with pairs judged by reading.

Run `python -m benchmarks.stories`, or with the path of a case that holds the Wikinews texts
(`wikinews-1234.txt`). `story_pairs.tsv` has the pairs of articles of the demo collection and of
German Wikinews (`LAGEBILD_SHARED/corpora/quotes`, title and date from there; texts that the
annotation in `tests/evaluate/unseen` has are left out) that report on one course of events, at most
14 days apart. All other pairs of the collection are none. Doubtful pairs count for neither side.
"""

import csv
import gzip
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from lagebild.api import open_case, read
from lagebild.picture.stories import stories

PAIRS = Path(__file__).with_name("story_pairs.tsv")
ROOT = Path(__file__).parents[1]
Pairs = set[frozenset[str]]


def main(given: str | None = None) -> None:
    """Print precision and recall of pairs in one story."""
    print("| collection | articles | pairs of one story | found | wrong | in doubt |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        demo, wikinews = Path(folder) / "demo.case", Path(given or f"{folder}/wikinews.case")
        read([ROOT / "demo" / "articles"], demo)
        _print("demo", demo)
        if given is None:
            read([_wikinews(Path(folder) / "articles")], wikinews)
        _print("wikinews", wikinews)


def _print(collection: str, case: Path) -> None:
    with open_case(case) as opened:
        names = {a.id: _name(a.uri) for a in opened.articles()}
        together = {
            frozenset((names[one], names[other]))
            for story in stories(opened)
            for one, other in combinations(story.articles, 2)
        }
    rows = [r for r in _rows() if {r["one"], r["other"]} <= set(names.values())]
    same: Pairs = {frozenset((r["one"], r["other"])) for r in rows if r["same"] == "yes"}
    doubt: Pairs = {frozenset((r["one"], r["other"])) for r in rows if r["same"] == "doubt"}
    wrong = together - same - doubt
    counts = (len(names), len(same), len(together & same), len(wrong), len(together & doubt))
    print(f"| {collection} | {' | '.join(map(str, counts))} |")
    for label, pairs in (("missed", same - together), ("wrong", wrong)):
        for pair in sorted(map(sorted, pairs)):
            print(f"  {label}: {' + '.join(pair)}", file=sys.stderr)


def _name(uri: str) -> str:
    path = Path(uri)
    return path.stem if path.stem.startswith("wikinews") else path.name


def _rows() -> Iterator[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t")


def _wikinews(folder: Path) -> Path:
    """Write the Wikinews texts with headline and date, but for those with other annotation."""
    quotes = Path(os.environ.get("LAGEBILD_SHARED", ROOT.parent / "shared")) / "corpora" / "quotes"
    kept = {path.stem for path in (ROOT / "tests" / "evaluate" / "unseen").rglob("*.json")}
    folder.mkdir()
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["file", "published"])
        for part in ("train", "dev"):
            with gzip.open(quotes / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
                for line in lines:
                    text = json.loads(line)
                    if text["id"] not in kept:
                        name = f"{text['id']}.txt"
                        words = f"{text['title']}\n\n{text['originalText']}"
                        (folder / name).write_text(words, encoding="utf-8")
                        table.writerow([name, text["published"]])
    return folder


if __name__ == "__main__":
    main(*sys.argv[1:2])
