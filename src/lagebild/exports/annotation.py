"""Write what people reviewed as gold, in the format of annotation files.

Only articles in which somebody reviewed every event, statement and commitment are gold; others
would count what nobody looked at. Folders that are written: `annotation/ID.json` with actors,
events and commitments, `texts/ID.txt` with the plain text, and `statements/`, which has
`annotation/` and `texts/` of its own with numbered sentences. Of these articles, those in which
all figures were reviewed stand in `figures/ID.json` too, those with all dates in `dates/ID.tml`
(TimeML).

    lagebild evaluate events OUT/annotation --texts OUT/texts
    lagebild evaluate quotes OUT/statements
    lagebild evaluate figures OUT/figures --texts OUT/texts
    lagebild evaluate dates OUT/dates
"""

import json
from pathlib import Path
from typing import Any

from lagebild.case import Case, Filter
from lagebild.case.records import (
    ArticleRecord,
    CommitmentRecord,
    EventRecord,
    FigureRecord,
    StatementRecord,
)
from lagebild.case.reviews import complete_articles
from lagebild.errors import WrongUse
from lagebild.exports.timeml import timeml
from lagebild.spans import Span

Line = dict[str, Any]


def export_annotation(case: Case, folder: Path) -> dict[str, int]:
    """Write all fully reviewed articles into `folder`; return counts by kind of finding.

    Raises:
        WrongUse: No article is fully reviewed, or the folder cannot be written.
    """
    with case.looking() as connection:
        complete = complete_articles(connection)
        figures = complete & complete_articles(connection, ["figure"])
        dates = complete & complete_articles(connection, ["date"])
    if not complete:
        raise WrongUse(
            "No article is fully reviewed yet.",
            "Review all events, statements and commitments of an article: lagebild serve CASE",
        )
    try:
        counts = _write(case, folder, complete)
        counts["figures"] = sum(_write_figures(case, folder, article) for article in figures)
        counts["dates"] = sum(_write_dates(case, folder, article) for article in dates)
    except OSError as error:
        raise WrongUse(
            f'"{folder}" cannot be written: {error.strerror}.', "Give another --out folder."
        ) from error
    return counts


def _write(case: Case, folder: Path, complete: set[str]) -> dict[str, int]:
    quoted = folder / "statements"
    for made in (folder, quoted):
        for name in ("annotation", "texts"):
            (made / name).mkdir(parents=True, exist_ok=True)
    counts = {"articles": 0, "events": 0, "commitments": 0, "statements": 0}
    for article in case.articles(Filter(reprints=True)):
        if article.id not in complete:
            continue
        where = Filter(article=article.id, reprints=True)
        gold = _gold(case, article, where)
        said = _Sentences(article, [span for _, span in case.sentences(where)])
        statements = [said.statement(record) for record in case.statements(where)]
        _json(folder / "annotation" / f"{article.id}.json", gold)
        _text(folder / "texts" / f"{article.id}.txt", article.text)
        record = {"document": article.id, "statements": statements}
        _json(quoted / "annotation" / f"{article.id}.json", record)
        _text(quoted / "texts" / f"{article.id}.txt", said.numbered())
        counts["articles"] += 1
        counts["statements"] += len(statements)
        for name in ("events", "commitments"):
            counts[name] += len(gold[name])
    return counts


def _write_figures(case: Case, folder: Path, article: str) -> int:
    """Write the figures of one article beside what else is gold of it; return their number."""
    gold: Line = json.loads((folder / "annotation" / f"{article}.json").read_text("utf-8"))
    found = case.figures(Filter(article=article, reprints=True))
    (folder / "figures").mkdir(exist_ok=True)
    reviewed = {"figures": [_figure(f) for f in found], "reviewed": [*gold["reviewed"], "figures"]}
    _json(folder / "figures" / f"{article}.json", gold | reviewed)
    return len(found)


def _write_dates(case: Case, folder: Path, article: str) -> int:
    """Write one article with its dates as TimeML; return their number."""
    where = Filter(article=article, reprints=True)
    (record,) = case.articles(where)
    found = case.dates(where)
    (folder / "dates").mkdir(exist_ok=True)
    _text(folder / "dates" / f"{article}.tml", timeml(record, found))
    return len(found)


def _json(path: Path, record: Line) -> None:
    _text(path, json.dumps(record, ensure_ascii=False, indent=1) + "\n")


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _gold(case: Case, article: ArticleRecord, where: Filter) -> Line:
    named: dict[str, set[str]] = {}
    for mention in case.mentions(where):
        if mention.form != "pronoun":
            named.setdefault(mention.actor, set()).add(mention.words)
    events = [_event(event) for event in case.events(where)]
    commitments = [_commitment(pledge) for pledge in case.commitments(where)]
    actors = [
        {
            "key": record.actor.key,
            "name": record.actor.name,
            "kind": record.actor.kind,
            "country": record.actor.country,
            "roles": [role.title for role in record.actor.roles],
            "mentions": sorted(named.get(record.actor.key, ())),
        }
        for record in case.actors(where)
    ]
    return {
        "document": article.id,
        "meta": {
            "published": article.published,
            "dateline_place": article.dateline_place,
            "agencies": list(article.agencies),
            "authors": list(article.authors),
            "genre": article.genre,
        },
        "boilerplate": [span.of(article.text) for span in article.boilerplate],
        "actors": actors,
        "events": events,
        "commitments": commitments,
        "figures": [],
        "reviewed": ["events", "commitments"],
    }


def _event(event: EventRecord) -> Line:
    return {
        "type": event.type,
        "trigger": event.words,
        "sentence": event.sentence_words,
        "sources": list(event.sources),
        "targets": list(event.targets),
        "date": _day(event),
        "place": event.place,
        "status": event.status,
        "attributed_to": event.attributed_to,
    }


def _day(event: EventRecord) -> str | None:
    """Return the date as annotators write it: the days, month or year that it covers."""
    start, end = event.date_start, event.date_end
    if not start or not end:
        return None
    same = next((n for n in (10, 7, 4) if start[:n] == end[:n]), None)
    return start[:same] if same else None


def _commitment(pledge: CommitmentRecord) -> Line:
    return {
        "kind": pledge.kind,
        "parties": list(pledge.parties),
        "counterparties": list(pledge.counterparties),
        "content": pledge.words,
        "condition": pledge.condition_words,
        "duration": pledge.duration,
        "deadline": pledge.deadline,
        "sentence": pledge.sentence_words,
        "status": pledge.status,
    }


def _figure(figure: FigureRecord) -> Line:
    return {
        "value": figure.value,
        "qualifier": figure.qualifier,
        "counted": figure.counted,
        "text": figure.words,
        "sentence": figure.sentence_words,
    }


class _Sentences:
    """The numbered sentences of an article, in which statements are cited."""

    def __init__(self, article: ArticleRecord, spans: list[Span]) -> None:
        self._text, self._spans = article.text, sorted(spans)

    def numbered(self) -> str:
        lines = (f"[{n}] {self._line(span)}" for n, span in enumerate(self._spans))
        return "\n".join(lines) + "\n"

    def statement(self, record: StatementRecord) -> Line:
        parts = {
            "quote": record.quote,
            "cue": record.cue,
            "frame": record.frame,
            "speaker": record.speaker_spans,
            "addressee": record.addressee_spans,
        }
        cited = {name: self._cited(spans) for name, spans in parts.items()}
        return {"kind": record.kind, **cited, "nested": record.nested}

    def _cited(self, spans: tuple[Span, ...]) -> list[list[object]]:
        return [
            [n, self._line(Span(max(span.start, s.start), min(span.end, s.end)))]
            for span in spans
            for n, s in enumerate(self._spans)
            if s.overlaps(span)
        ]

    def _line(self, span: Span) -> str:
        return " ".join(span.of(self._text).split())
