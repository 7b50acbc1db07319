"""Write annotations with offsets for words, so that they can be kept without their texts.

python -m tools.annotation_offsets ANNOTATION TEXTS OUT
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from lagebild.evaluate.gold import Gold, mentions, read_gold
from lagebild.evaluate.offsets import ANCHORS
from lagebild.spans import Span


def with_offsets(gold: Gold) -> dict[str, Any]:
    """Return the annotation without a word of the text; names of actors are left out."""
    found = mentions(gold)
    actors = [
        {
            "key": actor["key"],
            "kind": actor["kind"],
            "country": actor["country"],
            "mentions": [[span.start, span.end] for span in found[actor["key"]]],
        }
        for actor in gold.record["actors"]
    ]
    return {
        "document": gold.document,
        "meta": {"published": gold.published},
        "sha256": hashlib.sha256(gold.text.encode()).hexdigest(),
        "actors": actors,
        **{kind: [_item(gold, kind, item) for item in gold.record[kind]] for kind in ANCHORS},
    }


def _item(gold: Gold, kind: str, item: dict[str, Any]) -> dict[str, Any]:
    sentence = gold.sentence(item)
    return {**item, **{name: _place(gold, item[name], sentence) for name in ANCHORS[kind]}}


def _place(gold: Gold, words: str | None, sentence: Span) -> list[int] | None:
    """Return where the words stand: in their sentence, or else anywhere in the text."""
    if words is None:
        return None
    here = words in sentence.of(gold.text)
    span = gold.find(words, sentence if here else Span(0, len(gold.text)))
    return [span.start, span.end]


def _lines(record: dict[str, Any]) -> str:
    """Return JSON with one finding a line."""
    return "{\n" + ",\n".join(f"{_json(k)}:{_value(v)}" for k, v in record.items()) + "\n}\n"


def _value(value: Any) -> str:
    several = isinstance(value, list) and value
    return "[\n" + ",\n".join(map(_json, value)) + "\n]" if several else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(annotation: Path, texts: Path, out: Path) -> None:
    """Write a file of offsets to `out` for each annotation."""
    out.mkdir(parents=True, exist_ok=True)
    for gold in read_gold([annotation], texts):
        file = out / f"{gold.document}.json"
        file.write_text(_lines(with_offsets(gold)), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
