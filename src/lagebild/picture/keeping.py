"""What tells one way of drawing the picture from another, for results that a case keeps."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from lagebild.knowledge import Knowledge

HERE = Path(__file__).parent


@cache
def method() -> str:
    """Return a digest of the code of the picture and of the packaged knowledge."""
    digest = sha256(Knowledge().digest().encode())
    for path in sorted(HERE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
