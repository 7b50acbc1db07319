"""How fast the explorer answers: `python -m benchmarks.pages CASE`.

Serves the case in a process of its own, asks for each page once (first) and then several times
(median, slowest), over a socket as a browser does, and prints the size. Make a large case with
`python -m benchmarks.generated_case OUT`.
"""

import argparse
import json
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

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
    case = parser.parse_args().case
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = [sys.executable, "-m", "lagebild", "serve", str(case), "--port", str(port)]
    server = subprocess.Popen(program, stdout=subprocess.DEVNULL)
    try:
        _table(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _table(server: str) -> None:
    begun = time.perf_counter()
    _wait(server)
    first_page = time.perf_counter() - begun
    names = {
        "article": json.loads(_get(f"{server}/api/articles?size=1"))["rows"][0]["id"],
        "actor": json.loads(_get(f"{server}/api/actors?size=1"))["rows"][0]["key"],
    }
    print("| page | first | median | slowest | size |\n|---|---|---|---|---|")
    for pattern in PAGES:
        page = pattern.format(**names)
        first, _ = _timed(server + page)
        times, sizes = zip(*(_timed(server + page) for _ in range(TIMES)), strict=True)
        print(
            f"| `{pattern}` | {first * 1000:.0f} ms | {statistics.median(times) * 1000:.0f} ms"
            f" | {max(times) * 1000:.0f} ms | {sizes[0] / 1000:.0f} kB |",
            flush=True,
        )
    print(f"\nFrom the command to the first page: {first_page:.1f} s.")


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


def _timed(address: str) -> tuple[float, int]:
    begun = time.perf_counter()
    body = _get(address)
    return time.perf_counter() - begun, len(body)


def _get(address: str) -> bytes:
    try:
        with urlopen(address) as answer:
            body: bytes = answer.read()
            return body
    except HTTPError as error:
        raise SystemExit(f"{address} answers {error.code}.") from error


if __name__ == "__main__":
    main()
