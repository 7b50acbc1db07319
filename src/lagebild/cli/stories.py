"""`lagebild stories`: the stories of a case, each with its articles."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from lagebild.case import Filter, open_case
from lagebild.case.records import ArticleRecord
from lagebild.case.stories import Story
from lagebild.cli.output import Json, counted, friendly_errors, out, print_json
from lagebild.picture.stories import stories as stories_of

LIMIT = 20


def stories(
    case: Annotated[Path, typer.Argument(help="The case file.")],
    since: Annotated[
        str | None, typer.Option(help="Only stories reported from this date on.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Only stories begun up to this date.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many stories.")] = LIMIT,
    json: Json = False,
) -> None:
    """List the stories, most reported first: articles on one course of events over time.

    Example: `lagebild stories lage.case --since 2015-11-01`
    """
    with friendly_errors(), open_case(case) as opened:
        where = Filter(since=since, until=until)
        found = [s for s in stories_of(opened) if _lies_in(s, where)]
        articles = {a.id: a for a in opened.articles(Filter(reprints=True))}
        names = {r.actor.key: r.actor.name for r in opened.actors(Filter(reprints=True))}
    found.sort(key=lambda story: -len(story.articles))
    if json:
        print_json([asdict(story) for story in found])
        return
    reports = sum(len(story.articles) for story in found)
    out.print(
        f"[bold]{counted(len(found), 'story', 'stories')}[/] in {counted(reports, 'article')}"
    )
    for story in found[:limit]:
        _print(story, articles, names)
    if len(found) > limit:
        out.print(f"  … and {len(found) - limit} more (--limit {len(found)})", style="dim")


def _lies_in(story: Story, where: Filter) -> bool:
    since, until = where.since or "", where.until
    begun, over = story.first or "", story.last or ""
    return over >= since and (not until or begun[: len(until)] <= until)


def _print(story: Story, articles: dict[str, ArticleRecord], names: dict[str, str]) -> None:
    dates = " to ".join(dict.fromkeys(filter(None, (story.first, story.last)))) or "undated"
    again = f", {counted(len(story.reprints), 'reprint')}" if story.reprints else ""
    out.print(
        Text.assemble(
            f"  {dates}  ",
            (story.title, "bold"),
            (f"  {counted(len(story.articles), 'article')}{again}", "dim"),
        )
    )
    who = ", ".join(names.get(actor, actor) for actor in story.actors)
    out.print(Text(f"      {who}", style="dim"))
    for article in story.articles if len(story.articles) > 1 else ():
        held = articles[article]
        line = f"      {held.published}  {held.title or held.uri} [{Path(held.uri).name}]"
        out.print(Text(line, style="dim"))
