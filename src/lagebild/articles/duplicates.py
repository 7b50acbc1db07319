"""Find reprints: the same agency text in two papers, under another headline and with cuts.

An article's signature is the MinHash of its body's word shingles, without headline, dateline and
boilerplate. Two signatures tell how much of the shorter text stands in the longer one, so a cut
does not hide a reprint; two reporters' texts on the same event share hardly any shingle.

The case joins reprints to groups, see `lagebild.case.reprints`.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from lagebild.articles.layout import words

SHINGLE = 4
"""Words of a shingle. Shorter ones are shared by chance ("der russische Präsident"), longer ones
are broken by every small edit."""
PERMUTATIONS = 128
SEED = 1
SCHEME = "affine32"
"""How datasketch permutes: named, so that another default never changes stored signatures."""
LARGEST_HASH = 2**32 - 1
MOST_WORDS = 20_000
"""Words of the body that are hashed; no agency report is longer."""
FEWEST_SHINGLES = 20
"""Shingles below which a text is too short to tell a reprint from a common phrase."""
ROWS_PER_BAND = 3
"""Values of the signature in one band. With 42 bands of 3, two texts that share 40 % of all their
shingles meet in a band with probability 0.94, two that share 3 % with 0.001."""
REPRINT_SIMILARITY = 0.5
"""Share of the shorter text that must stand in the longer one. `tests/articles/test_duplicates.py`
measures reprints at 0.7 and more, other reports on the same event at 0.1 and less."""


def signature(body: str) -> tuple[int, ...]:
    """Return the MinHash of `body`: 128 integers below 2**32, none for a text too short."""
    spoken = words(body)[:MOST_WORDS]
    shingles = {" ".join(spoken[n : n + SHINGLE]) for n in range(len(spoken) - SHINGLE + 1)}
    if len(shingles) < FEWEST_SHINGLES:
        return ()
    from datasketch import MinHash  # noqa: PLC0415  # brings scipy along; only reading needs it

    sketch = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME)
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return tuple(int(value) for value in sketch.digest())


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the estimated share of the shorter text's shingles that the longer text has.

    0.0 where either signature is empty. The standard error is about 0.08.
    """
    if not one or not other:
        return 0.0
    first, second = np.array(one, np.float64), np.array(other, np.float64)
    alike = float(np.mean(first == second))
    sizes = _count(first), _count(second)
    return min(1.0, alike / (1 + alike) * sum(sizes) / min(sizes))


def bands(signature: tuple[int, ...]) -> list[str]:
    """Return one key for each band of a signature: likely reprints share a key."""
    starts = range(0, len(signature) - ROWS_PER_BAND + 1, ROWS_PER_BAND)
    rows = (signature[start : start + ROWS_PER_BAND] for start in starts)
    return [
        f"{n}:{blake2b(repr(r).encode(), digest_size=6).hexdigest()}" for n, r in enumerate(rows)
    ]


def _count(values: NDArray[np.float64]) -> float:
    """Estimate the number of shingles from the mean of the smallest hashes."""
    return max(1.0, LARGEST_HASH / float(np.mean(values)) - 1.0)
