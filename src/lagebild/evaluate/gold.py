"""Read annotation files (JSON, one an article) and find their strings in the article's text.

Annotators anchor by exact substrings; offsets are computed here. An anchor that is not in the
text is reported as an error of the file, never skipped silently.
"""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lagebild.days import first_and_last
from lagebild.errors import Unreadable, WrongUse
from lagebild.evaluate.offsets import corpus_texts, with_words
from lagebild.spans import Span

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article: its text, its published date (ISO or None) and the annotation."""

    document: str
    text: str
    published: str | None
    record: Record

    def sentence(self, item: Record) -> Span:
        """Return where the sentence of an event, commitment or figure stands."""
        return self.find(item["sentence"], Span(0, len(self.text)))

    def find(self, words: str, within: Span) -> Span:
        """Return the first place of `words` in `within`.

        Raises:
            Unreadable: They do not stand there.
        """
        start = self.text.find(words, within.start, within.end)
        if start < 0:
            raise Unreadable(
                self.document,
                f'the annotated words "{words[:80]}" are not in the text.',
                "Mend the annotation or give the folder of the right texts with --texts.",
            )
        return Span(start, start + len(words))


def read_gold(paths: list[Path], texts: Path, dates: Path | None = None) -> list[Gold]:
    """Return the annotated articles of files and folders, in order of their names.

    Args:
        paths: Annotation files, or folders of them.
        texts: Folder with `DOCUMENT.txt` for each `DOCUMENT.json`, or a corpus (`offsets.py`) or
            a folder of corpora.
        dates: JSON file that maps documents to published dates; the annotation's own `published`
            counts where it names none.

    Raises:
        WrongUse: There is no annotation file, or a folder is missing.
        Unreadable: A file is missing or is not what it should be.
    """
    published = _read_json(dates) if dates else {}
    files = [file for path in paths for file in _files(path)]
    if not files:
        raise WrongUse(
            "There are no annotation files (.json) in what was given.", "Check the path."
        )
    return [_read_one(file, texts, published) for file in files]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.glob("*.json"))
    return [path]


def _read_json(path: Path) -> Any:
    try:
        return json.loads(_normal(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise WrongUse(f'"{path}" does not exist.', "Check the path.") from error
    except ValueError as error:
        raise Unreadable(str(path), f"is not JSON: {error}.", "Mend the file.") from error


def _read_one(file: Path, texts: Path, published: dict[str, str]) -> Gold:
    record = _read_json(file)
    document = str(record.get("document", file.stem))
    text = _normal(_text(document, texts))
    for event in record.get("events", ()):
        _check_date(file, event.get("date"))
    date = published.get(document, record.get("meta", {}).get("published"))
    return Gold(document, text, date, with_words(document, record, text))


def _check_date(file: Path, date: str | None) -> None:
    try:
        if date:
            first_and_last(date)
    except ValueError as error:
        problem = f'the date "{date}" of an event is no day, month or year.'
        raise Unreadable(str(file), problem, "Write it as 2016-02-27, 2016-02 or 2016.") from error


def _text(document: str, texts: Path) -> str:
    """Return the article's text from a folder of texts, a corpus or a folder of corpora."""
    corpora = [texts] if texts.is_file() else sorted(texts.glob("*.jsonl.gz"))
    if corpora:
        found = (corpus_texts(corpus).get(document) for corpus in corpora)
        text = next(filter(None, found), None)
        if text is None:
            raise WrongUse(f'"{texts}" does not hold "{document}".', "Name another with --texts.")
        return text
    file = texts / f"{document}.txt"
    if not file.is_file():
        raise WrongUse(f'The text "{file}" does not exist.', "Name the folder with --texts.")
    return file.read_text(encoding="utf-8")


def _normal(text: str) -> str:
    """Return the text as `articles` stores it: NFC, a line feed at each line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def mentions(gold: Gold) -> dict[str, tuple[Span, ...]]:
    """Return for each actor key the spans of all its mentions, each character used once.

    Every occurrence of a mention string counts, the longest strings first, and only where it
    begins and ends with a word, so that "USA" is not found in "Usability" and "Iran" is not
    found inside "Iraner".
    """
    strings = sorted(
        ((m, actor["key"]) for actor in gold.record["actors"] for m in actor["mentions"]),
        key=lambda pair: (-len(pair[0]), pair),
    )
    taken = bytearray(len(gold.text))
    found: dict[str, list[Span]] = {actor["key"]: [] for actor in gold.record["actors"]}
    for words, key in strings:
        for span in _occurrences(gold.text, words):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found[key].append(span)
    return {key: tuple(sorted(spans)) for key, spans in found.items()}


def _occurrences(text: str, words: str) -> list[Span]:
    found, start = [], text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (
            after.isalnum() and words[-1].isalnum()
        ):
            found.append(Span(start, end))
        start = text.find(words, end)
    return found
