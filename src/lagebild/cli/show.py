"""`lagebild show`: the picture of a case, every line with its citation."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.text import Text

from lagebild.case import Filter, open_case
from lagebild.case.records import (
    ActorRecord,
    CommitmentRecord,
    EventRecord,
    FigureRecord,
    StatementRecord,
)
from lagebild.cli.dates import held, when
from lagebild.cli.head import print_head
from lagebild.cli.options import CaseFile, Json, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json
from lagebild.picture.overview import Overview, overview
from lagebild.spans import Span

LIMIT = 12
CITED = 160
QUALIFIERS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
Record = TypeVar("Record")


def show(
    case: CaseFile,
    actor: Annotated[str | None, typer.Option(help="Only what this actor says and does.")] = None,
    said_by: Annotated[str | None, typer.Option(help="Only what this actor says.")] = None,
    since: Since = None,
    until: Until = None,
    article: Annotated[str | None, typer.Option(help="Only this article: id or file name.")] = None,
    ledger: Annotated[bool, typer.Option("--ledger", help="Only commitments.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many lines a part.")] = LIMIT,
    json: Json = False,
) -> None:
    """Show the picture: who, what was said, done and promised on which condition, with citations.

    Example: `lagebild show lage.case --actor Putin --since 2015-11-01`
    """
    with friendly_errors(), open_case(case) as opened:
        chosen = opened.article_id(article) if article else None
        where = Filter(actor=said_by or actor, since=since, until=until, article=chosen)
        picture = overview(opened, where)
        if ledger:
            from lagebild.cli.ledger import show_ledger  # noqa: PLC0415  # stories need scipy

            show_ledger(opened, where, picture, limit, json=json)
            return
    parts = ["said"] if said_by else list(_PARTS)
    if json:
        print_json({name: [asdict(r) for r in _PARTS[name][1](picture)] for name in parts})
        return
    print_head(picture, where)
    for name in parts:
        title, records, line = _PARTS[name]
        _part(title, records(picture), partial(line, picture), limit)


def _part(
    title: str, records: Sequence[Record], line: Callable[[Record], Iterable[Text]], limit: int
) -> None:
    out.print(f"\n[bold]{title}[/] ({len(records)})")
    for record in records[:limit]:
        for text in line(record):
            out.print(text)
    if len(records) > limit:
        out.print(f"  … and {len(records) - limit} more (--limit {len(records)})", style="dim")


def _cited(picture: Overview, article: str, span: Span) -> Text:
    found = picture.articles.get(article)
    words = " ".join(span.of(found.text).split()) if found else ""
    short = words if len(words) <= CITED else words[: CITED - 1] + "…"
    name = Path(found.uri).name if found else article
    return Text(f"      “{short}” [{name} {span.start}–{span.end}]", style="dim")


def _actor(picture: Overview, record: ActorRecord) -> Iterable[Text]:
    actor = record.actor
    reported = [a.published for a in picture.articles.values() if a.published]
    first, last = min(reported, default=None), max(reported, default=None)
    country = f", {actor.country}" if actor.country else ""
    roles = "; ".join(held(actor.roles, first, last))
    yield Text.assemble(
        ("  " + actor.name, "bold"),
        f"  {actor.kind}{country}{' – ' + roles if roles else ''}",
        (
            f"  {counted(record.mentions, 'mention')} in {counted(record.articles, 'article')},"
            f" said {record.statements},"
            f" acted {record.acted}, acted upon {record.suffered}",
            "dim",
        ),
    )


def _statement(picture: Overview, said: StatementRecord) -> Iterable[Text]:
    speaker = picture.names.get(said.speaker or "") or said.speaker_words or "unnamed"
    to = f" to {picture.named([said.addressee])}" if said.addressee else ""
    yield Text.assemble(
        f"  {said.published or 'undated'}  ",
        (speaker, "bold"),
        f"{to} [{said.kind.replace('_', ' ')}]",
    )
    yield _cited(picture, said.article, Span(said.quote[0].start, said.quote[-1].end))


def _event(picture: Overview, event: EventRecord) -> Iterable[Text]:
    targets = f" → {picture.named(event.targets)}" if event.targets else ""
    place = f" in {event.place}" if event.place else ""
    claimed = f", says {picture.named([event.attributed_to])}" if event.attributed_to else ""
    yield Text.assemble(
        f"  {when(event)}  ",
        (event.type, "bold cyan"),
        f"  {picture.named(event.sources)}{targets}{place}  ({event.status}{claimed})",
    )
    yield _cited(picture, event.article, event.sentence)


def _commitment(picture: Overview, pledge: CommitmentRecord) -> Iterable[Text]:
    to = f" → {picture.named(pledge.counterparties)}" if pledge.counterparties else ""
    terms = [pledge.duration and f"for {pledge.duration}", pledge.deadline]
    yield Text.assemble(
        f"  {pledge.published or 'undated'}  ",
        (pledge.kind, "bold magenta"),
        f"  {picture.named(pledge.parties)}{to}: {' '.join(pledge.words.split())}",
        f"  ({', '.join([pledge.status, *filter(None, terms)])})",
    )
    if pledge.condition_words:
        yield Text(
            f"      on condition: {' '.join(pledge.condition_words.split())}", style="yellow"
        )
    yield _cited(picture, pledge.article, pledge.sentence)


def _figure(picture: Overview, figure: FigureRecord) -> Iterable[Text]:
    claimed = f", says {picture.named([figure.attributed_to])}" if figure.attributed_to else ""
    value = f"{figure.value:,.10g}"
    yield Text(
        f"  {figure.published or 'undated'}  {QUALIFIERS[figure.qualifier]}{value} "
        f"{figure.counted}{claimed}"
    )
    yield _cited(picture, figure.article, figure.sentence)


_PARTS: dict[
    str, tuple[str, Callable[[Overview], Sequence[Any]], Callable[..., Iterable[Text]]]
] = {
    "actors": ("Who", lambda picture: picture.actors, _actor),
    "said": ("What was said", lambda picture: picture.statements, _statement),
    "done": ("What was done", lambda picture: picture.events, _event),
    "promised": ("What was promised, demanded, refused", lambda p: p.commitments, _commitment),
    "counted": ("What was counted", lambda picture: picture.figures, _figure),
}
