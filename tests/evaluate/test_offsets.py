"""Annotation that holds offsets: the words come back from the text that it was made on."""

import gzip
import json
from pathlib import Path

import pytest

from lagebild.errors import Unreadable, WrongUse
from lagebild.evaluate.gold import mentions, read_gold
from lagebild.evaluate.offsets import ANCHORS
from tools.annotation_offsets import main

UNSEEN = Path(__file__).parent / "unseen"
CORPORA = Path("corpora") / "quotes"


@pytest.fixture
def offsets(gold_folder: Path, tmp_path: Path) -> Path:
    main(gold_folder / "dev", gold_folder / "texts", tmp_path / "offsets")
    return tmp_path / "offsets"


def corpus(folder: Path, title: str, text: str) -> Path:
    article = {"id": "lunden", "title": title, "originalText": f" {text} "}
    file = folder / "corpus.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(article).encode()))
    return file


def test_the_words_come_back(gold, gold_folder: Path, offsets: Path) -> None:
    (again,) = read_gold([offsets], gold_folder / "texts")
    assert mentions(again) == mentions(gold)
    assert {kind: again.record[kind] for kind in ANCHORS} == {k: gold.record[k] for k in ANCHORS}


def test_the_file_holds_no_words_of_the_text(gold, offsets: Path) -> None:
    record = json.loads((offsets / "lunden.json").read_text(encoding="utf-8"))
    anchors = [i[name] for kind, names in ANCHORS.items() for i in record[kind] for name in names]
    assert not any(isinstance(anchor, str) for anchor in anchors)
    assert all(isinstance(place, list) for a in record["actors"] for place in a["mentions"])


def test_another_version_of_the_text_is_refused(gold_folder: Path, offsets: Path) -> None:
    file = gold_folder / "texts" / "lunden.txt"
    file.write_text(file.read_text(encoding="utf-8") + "Nachtrag.", encoding="utf-8")
    with pytest.raises(Unreadable, match="another version"):
        read_gold([offsets], gold_folder / "texts")


def test_a_corpus_gives_title_and_text(gold_folder: Path, tmp_path: Path) -> None:
    file = gold_folder / "texts" / "lunden.txt"
    title, text = "Gespräche in Lunden", file.read_text(encoding="utf-8").strip()
    file.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    main(gold_folder / "dev", gold_folder / "texts", tmp_path / "offsets")
    (found,) = read_gold([tmp_path / "offsets"], corpus(tmp_path, title, text))
    assert found.text == f"{title}\n\n{text}\n"


def test_one_of_the_corpora_of_a_folder_has_the_text(
    offsets: Path, gold_folder: Path, tmp_path: Path
) -> None:
    (other := tmp_path / "corpora").mkdir()
    (other / "a.jsonl.gz").write_bytes(gzip.compress(b"\n"))
    with pytest.raises(WrongUse, match='does not hold "lunden"'):
        read_gold([offsets], other)
    corpus(other, "Ein anderer", "Text")
    with pytest.raises(Unreadable, match="another version"):
        read_gold([offsets], other)


def test_a_corpus_without_the_article_is_wrong_use(offsets: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl.gz"
    file.write_bytes(gzip.compress(b"\n"))
    with pytest.raises(WrongUse, match='does not hold "lunden"'):
        read_gold([offsets], file)


def test_what_is_no_corpus_is_named(offsets: Path, tmp_path: Path) -> None:
    file = tmp_path / "torn.jsonl.gz"
    file.write_bytes(b"torn")
    with pytest.raises(Unreadable, match=r"torn\.jsonl\.gz"):
        read_gold([offsets], file)


@pytest.mark.parametrize(
    ("part", "articles"),
    [("open", 8), ("blind", 8), ("ten", 10), ("others", 8), ("forty", 40), ("twenty", 20)],
)
def test_the_unseen_articles_fit_their_texts(shared: Path, part: str, articles: int) -> None:
    found = read_gold([UNSEEN / part], shared / CORPORA)
    assert len(found) == articles
    for gold in found:
        keys = {actor["key"] for actor in gold.record["actors"]}
        for event in gold.record["events"]:
            assert {*event["sources"], *event["targets"]} <= keys
            assert gold.find(event["trigger"], gold.sentence(event))
