"""Positions as a table that a person edits: out as TSV or CSV, edited, back in as decisions.

One row is one utterance. What counts is `issue`, `actor`, `stance`; `article`, `start` and `end`
say which words are meant. A changed row becomes a decision, a stance of `none` takes the utterance
away, a row without `start` and `end` adds one by its `words`. Rows that are not in the table stay.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from lagebild.case import Case
from lagebild.case.positions import NONE, DecidedPosition, decide_positions
from lagebild.case.records import ArticleRecord
from lagebild.errors import WrongUse
from lagebild.picture.positions.utterance import STANCES, Utterance

COLUMNS = (
    "issue", "stance", "actor", "name", "published", "article", "start", "end", "words",
    "sentence", "why",
)  # fmt: skip
NEEDED = ("issue", "stance", "actor", "article")


def written(spoken: Sequence[Utterance], names: Mapping[str, str], delimiter: str = "\t") -> str:
    """Return the table as text; `names` gives the name of each actor key."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, delimiter=delimiter, lineterminator="\n")
    table.writeheader()
    for u in spoken:
        table.writerow(
            {
                "issue": u.issue,
                "stance": u.stance,
                "actor": u.actor,
                "name": names.get(u.actor, u.actor),
                "published": u.published or "",
                "article": u.citation.article,
                "start": u.citation.span.start,
                "end": u.citation.span.end,
                "words": " ".join(u.citation.words.split()),
                "sentence": " ".join(u.sentence.words.split()),
                "why": u.why,
            }
        )
    return out.getvalue()


def delimiter_of(path: Path) -> str:
    """Return what separates the cells of a table by its name: `.csv` a comma, `.tsv` a tab.

    Raises:
        WrongUse: The name has another ending.
    """
    delimiter = {".csv": ",", ".tsv": "\t"}.get(path.suffix.lower())
    if delimiter is None:
        raise WrongUse(f'"{path}" has no known ending.', "Use .tsv or .csv.")
    return delimiter


def taken_in(case: Case, path: Path, spoken: Sequence[Utterance], by: str) -> int:
    """Keep the changes of an edited table as decisions and return their number.

    Raises:
        WrongUse: The file cannot be read, or a row makes no sense; the message names the line.
    """
    articles = {a.id: a for a in case.articles()}
    before = {
        (u.citation.article, u.citation.span.start, u.citation.span.end, u.actor): u for u in spoken
    }
    known = {(key[0], key[1], key[2]): u for key, u in before.items()}
    decisions: list[DecidedPosition] = []
    for line, row in _rows(path):
        decided = _decided(case, row, articles, path, line)
        same = before.get((decided.article, decided.start, decided.end, decided.actor))
        if same is not None and (same.issue, same.stance) == (decided.issue, decided.stance):
            continue
        other = known.get((decided.article, decided.start, decided.end))
        if same is None and other is not None and not _is_listed(other, path):
            decisions.append(_gone(other))
        decisions.append(decided)
    with case.writing() as connection:
        return decide_positions(connection, decisions, by)


def _is_listed(utterance: Utterance, path: Path) -> bool:
    """Tell whether the table still has the words under their former actor."""
    span = utterance.citation.span
    place = (utterance.citation.article, str(span.start), str(span.end), utterance.actor)
    return any(
        (row["article"], row.get("start"), row.get("end"), row["actor"]) == place
        for _, row in _rows(path)
    )


def _gone(utterance: Utterance) -> DecidedPosition:
    span = utterance.citation.span
    return DecidedPosition(
        utterance.citation.article, span.start, span.end, utterance.actor, utterance.issue, NONE
    )


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        problem = f'"{path}" cannot be read ({error.strerror}).'
        remedy = "Check the path, or make it with: lagebild positions CASE export FILE"
        raise WrongUse(problem, remedy) from error
    except UnicodeDecodeError as error:
        raise WrongUse(f'"{path}" is not in UTF-8.', "Save it as text in UTF-8.") from error
    table = csv.DictReader(io.StringIO(text), delimiter=delimiter_of(path))
    missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
    if missing:
        raise WrongUse(
            f'"{path}" has no column {", ".join(missing)}.',
            "Make the table with: lagebild positions CASE export FILE",
        )
    return [(table.line_num, row) for row in table]


def _decided(
    case: Case, row: dict[str, str], articles: Mapping[str, ArticleRecord], path: Path, line: int
) -> DecidedPosition:
    """Return the decision that a row stands for.

    Raises:
        WrongUse: The row makes no sense.
    """
    stance = row["stance"].strip().casefold()
    if stance not in (*STANCES, NONE):
        raise _wrong(path, line, f'"{row["stance"]}" is no stance', ", ".join((*STANCES, NONE)))
    if not row["issue"].strip():
        raise _wrong(path, line, "the issue is empty", "any words; equal ones are one issue")
    article = articles.get(row["article"])
    if article is None:
        raise _wrong(path, line, f'no article "{row["article"]}"', "an id as the export gives it")
    start, end = _place(row, article.text, path, line)
    actor = case.actor_key(row["actor"].strip())
    return DecidedPosition(article.id, start, end, actor, row["issue"].strip(), stance)


def _place(row: dict[str, str], text: str, path: Path, line: int) -> tuple[int, int]:
    start, end = (row.get(name) or "" for name in ("start", "end"))
    if start.strip().isdigit() and end.strip().isdigit():
        if 0 <= int(start) < int(end) <= len(text):
            return int(start), int(end)
        raise _wrong(
            path, line, f"{start} to {end} lies outside the article", "offsets in its text"
        )
    words = row.get("words") or ""
    at = text.find(words)
    if not words or at < 0:
        raise _wrong(path, line, f'the article does not say "{words}"', "words of the article")
    return at, at + len(words)


def _wrong(path: Path, line: int, problem: str, remedy: str) -> WrongUse:
    return WrongUse(f"{path.name}, line {line}: {problem}.", f"Give: {remedy}.")
