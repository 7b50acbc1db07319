"""Annotations that hold offsets instead of words, of texts that the repository does not hold.

An annotation file with a `sha256` cites every anchor as `[start, end]` (code points, half-open) and
names the text it belongs to by the digest of its UTF-8 bytes. The words are put back from the text,
which then lies in a corpus elsewhere; everything else stays as in the usual annotation.
"""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from lagebild.errors import Unreadable, WrongUse

ANCHORS = {
    "events": ("sentence", "trigger", "place"),
    "commitments": ("sentence", "content", "condition", "duration", "deadline"),
    "figures": ("sentence", "text", "counted"),
}
"""The fields of findings that are anchors in the text."""


def with_words(document: str, record: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the annotation with words for offsets; one that has no `sha256` is left as it is.

    Raises:
        Unreadable: The text is not the one that was annotated.
    """
    if "sha256" not in record:
        return record
    if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
        raise Unreadable(
            document,
            "was annotated on another version of this text.",
            "Give the corpus that it was annotated on with --texts.",
        )
    words = {kind: [_anchored(i, ANCHORS[kind], text) for i in record[kind]] for kind in ANCHORS}
    return {**record, **words, "actors": [_actor(actor, text) for actor in record["actors"]]}


def _anchored(item: dict[str, Any], fields: tuple[str, ...], text: str) -> dict[str, Any]:
    return {**item, **{name: item[name] and text[slice(*item[name])] for name in fields}}


def _actor(actor: dict[str, Any], text: str) -> dict[str, Any]:
    words = dict.fromkeys(text[slice(*place)] for place in actor["mentions"])
    return {**actor, "mentions": list(words)}


@cache
def corpus_texts(file: Path) -> dict[str, str]:
    """Return the texts of a corpus (JSON Lines, may be gzipped) by the `id` of its articles.

    A text is the `title`, an empty line and the `originalText` without space around it.

    Raises:
        WrongUse: The file does not exist.
        Unreadable: It is not a corpus of this form.
    """
    try:
        raw = file.read_bytes()
        lines = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode().split("\n")
        return dict(map(_text, filter(None, lines)))
    except FileNotFoundError as error:
        raise WrongUse(f'"{file}" does not exist.', "Name the corpus with --texts.") from error
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise Unreadable(str(file), f"is no corpus of articles ({error!r}).", "Mend it.") from error


def _text(line: str) -> tuple[str, str]:
    article = json.loads(line)
    return article["id"], f"{article['title']}\n\n{article['originalText'].strip()}\n"
