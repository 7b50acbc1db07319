"""One invented article with its annotation, and the findings of a reader that is always right."""

import json
from pathlib import Path

import pytest

from lagebild.evaluate.gold import Gold, mentions, read_gold
from lagebild.findings.finding import (
    Actor,
    Commitment,
    Event,
    EventDate,
    Figure,
    Findings,
    Mention,
    Place,
)

TEXT = (
    "Minister Kranz traf am Montag die Präsidentin Adora in Lunden. "
    "Kranz versprach 40 Lastwagen, wenn Adora die Grenze öffnet.\n"
)
FIRST, SECOND = TEXT.strip().split(". ")
RECORD = {
    "document": "lunden",
    "meta": {"published": "2016-03-08"},
    "actors": [
        {"key": "kranz", "name": "Kranz", "kind": "person", "country": "DEU",
         "mentions": ["Minister Kranz", "Kranz"]},
        {"key": "adora", "name": "Adora", "kind": "person", "country": None,
         "mentions": ["Präsidentin Adora", "Adora"]},
    ],
    "events": [
        {"type": "CONSULT", "trigger": "traf", "sentence": FIRST + ".", "sources": ["kranz"],
         "targets": ["adora"], "date": "2016-03-07", "place": "Lunden", "status": "occurred",
         "attributed_to": None},
        {"type": "AGREE", "trigger": "versprach", "sentence": SECOND, "sources": ["kranz"],
         "targets": [], "date": None, "place": None, "status": "occurred", "attributed_to": None},
    ],
    "commitments": [
        {"kind": "promise", "parties": ["kranz"], "counterparties": ["adora"],
         "content": "40 Lastwagen", "condition": "wenn Adora die Grenze öffnet", "duration": None,
         "deadline": None, "sentence": SECOND, "status": "promised"},
    ],
    "figures": [
        {"value": 40, "counted": "Lastwagen", "text": "40 Lastwagen", "sentence": SECOND,
         "qualifier": "exact"},
    ],
}  # fmt: skip


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    """A folder with `dev/lunden.json`, `texts/lunden.txt` and `dates.json`."""
    for name in ("dev", "texts"):
        (tmp_path / name).mkdir()
    (tmp_path / "dev" / "lunden.json").write_text(json.dumps(RECORD), encoding="utf-8")
    (tmp_path / "texts" / "lunden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dates.json").write_text('{"lunden": "2016-03-09"}', encoding="utf-8")
    return tmp_path


@pytest.fixture
def gold(gold_folder: Path) -> Gold:
    (only,) = read_gold([gold_folder / "dev"], gold_folder / "texts")
    return only


@pytest.fixture
def perfect(gold: Gold) -> Findings:
    """The annotation turned into findings; actor keys differ from the annotation's."""
    record = gold.record
    key = {actor["key"]: f"person:{actor['key']}" for actor in record["actors"]}
    events = []
    for event in record["events"]:
        sentence = gold.sentence(event)
        date = event["date"] and EventDate(event["date"], event["date"], event["date"])
        named = event["place"]
        place = Place(gold.find(named, sentence), named, None, None, None, None) if named else None
        events.append(
            Event(
                type=event["type"],
                mode=None,
                trigger=gold.find(event["trigger"], sentence),
                sentence=sentence,
                sources=tuple(key[k] for k in event["sources"]),
                targets=tuple(key[k] for k in event["targets"]),
                date=date,
                place=place,
                status=event["status"],
                attributed_to=None,
                confidence=1.0,
                why="test",
            )
        )
    promise, figure = record["commitments"][0], record["figures"][0]
    sentence = gold.sentence(promise)
    return Findings(
        actors=tuple(Actor(key[a["key"]], a["name"], "person", a["country"])
                     for a in record["actors"]),
        mentions=tuple(
            Mention(span, key[k], "name", "test")
            for k, spans in mentions(gold).items()
            for span in spans
        ),
        events=tuple(events),
        commitments=(
            Commitment("promise", (key["kranz"],), (key["adora"],),
                       gold.find(promise["content"], sentence),
                       gold.find(promise["condition"], sentence), None, None, "promised",
                       sentence, "test"),
        ),
        figures=(
            Figure(gold.find(figure["text"], sentence), 40.0, "exact", "Lastwagen", sentence),
        ),
    )  # fmt: skip
