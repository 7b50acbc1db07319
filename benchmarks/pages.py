"""How fast the explorer answers: `python -m benchmarks.pages CASE`.

Serves the case in a process of its own, asks for each page once (first) and then several times
(median, slowest), over a socket as a browser does, and prints the size. With `--cpu` it asks in
process, with nothing prepared, and counts seconds of the processor: for machines that other work
shares. Make a large case with `python -m benchmarks.generated_case OUT`.
"""

import argparse
import gc
import json
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from fastapi.testclient import TestClient

from lagebild.web import Options, create_app

Ask = Callable[[str], tuple[float, bytes]]
TIMES = 15
PATIENCE_S = 60
PAGES = (
    "/",
    "/articles",
    "/articles?q=Waffenruhe&sort=title",
    "/articles/{article}",
    "/actors",
    "/actors?sort=name&page=40",
    "/actors/{actor}",
    "/statements",
    "/statements?page=500",
    "/statements?q=Waffenruhe",
    "/statements?actor={actor}",
    "/events",
    "/events?sort=date&page=900",
    "/events?actor={actor}&type=CONSULT",
    "/figures",
    "/figures?counted=Tote&sort=-value",
    "/commitments",
    "/commitments?q=Waffenruhe",
    "/search?q=Waffenruhe",
    "/search?q=Waffenruhe&sort=-date&page=200",
    "/timeline",
    "/network",
    "/map",
    "/review",
)


def main() -> None:
    """Print a table: page, seconds of the first answer, median and slowest of the next, size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--cpu", action="store_true", help="seconds of the processor, in process")
    given = parser.parse_args()
    if given.cpu:
        _in_process(given.case)
    else:
        _over_a_socket(given.case)


def _over_a_socket(case: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = [sys.executable, "-m", "lagebild", "serve", str(case), "--port", str(port)]
    server = subprocess.Popen(program, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        begun = time.perf_counter()
        _wait(address)
        first_page = time.perf_counter() - begun
        _table(lambda page: _timed(address + page))
    finally:
        server.terminate()
        server.wait()
    print(f"\nFrom the command to the first page: {first_page:.1f} s.")


def _in_process(case: Path) -> None:
    address = "http://127.0.0.1:8765"
    with TestClient(create_app(case, Options()), base_url=address) as client:
        gc.collect()
        gc.freeze()  # as `lagebild serve` does

        def ask(page: str) -> tuple[float, bytes]:
            begun = time.process_time()
            answer = client.get(page)
            took = time.process_time() - begun
            if not answer.is_success:
                raise SystemExit(f"{page} answers {answer.status_code}.")
            return took, answer.content

        _table(ask)


def _table(ask: Ask) -> None:
    print("| page | first | median | slowest | size |\n|---|---|---|---|---|")
    names = dict.fromkeys(("article", "actor"), "")
    for pattern in PAGES:
        if pattern != "/" and not names["article"]:
            names["article"] = json.loads(ask("/api/articles?size=1")[1])["rows"][0]["id"]
            names["actor"] = json.loads(ask("/api/actors?size=1")[1])["rows"][0]["key"]
        page = pattern.format(**names)
        first, _ = ask(page)
        times, bodies = zip(*(ask(page) for _ in range(TIMES)), strict=True)
        print(
            f"| `{pattern}` | {first * 1000:.0f} ms | {statistics.median(times) * 1000:.0f} ms"
            f" | {max(times) * 1000:.0f} ms | {len(bodies[0]) / 1000:.0f} kB |",
            flush=True,
        )


def _wait(server: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            _get(server)
        except (URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    raise SystemExit(f"{server} did not answer within {PATIENCE_S} s.")


def _timed(address: str) -> tuple[float, bytes]:
    begun = time.perf_counter()
    body = _get(address)
    return time.perf_counter() - begun, body


def _get(address: str) -> bytes:
    try:
        with urlopen(address) as answer:
            body: bytes = answer.read()
            return body
    except HTTPError as error:
        raise SystemExit(f"{address} answers {error.code}.") from error


if __name__ == "__main__":
    main()
