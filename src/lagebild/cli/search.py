"""`lagebild search`: articles that hold certain words in any form."""

from typing import Annotated

import typer
from rich.text import Text

from lagebild.case import Filter, open_case
from lagebild.case.records import SearchRecord
from lagebild.cli.options import CaseFile, Json, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json


def search(
    case: CaseFile,
    words: Annotated[
        list[str], typer.Argument(help='Words in any form; "in quotation marks" as a phrase.')
    ],
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles.")] = 20,
    json: Json = False,
) -> None:
    """Find articles by words, whatever their inflection, with highlighted snippets.

    Example: `lagebild search lage.case Waffenruhe Aleppo`
    """
    wanted = " ".join(f'"{word}"' if " " in word else word for word in words)
    with friendly_errors(), open_case(case) as opened:
        found = opened.search(wanted, Filter(since=since, until=until, limit=limit))
        if json:
            print_json([_plain(hit) for hit in found])
            return
        for hit in found:
            out.print(
                Text(hit.published or "undated", style="dim"),
                Text(hit.title or hit.uri, style="bold"),
                Text(hit.article, style="dim"),
            )
            out.print(_highlighted(hit))
        out.print(
            f"{counted(len(found), 'article')}." if found else "No article holds these words."
        )


def _plain(hit: SearchRecord) -> dict[str, object]:
    return {
        "document": hit.article,
        "title": hit.title,
        "published": hit.published,
        "uri": hit.uri,
        "score": hit.score,
        "snippet": list(hit.snippet),
        "text": hit.words,
        "hits": [list(span) for span in hit.hits],
    }


def _highlighted(hit: SearchRecord) -> Text:
    line = Text("  … " + " ".join(hit.words.split("\n")) + " …")
    for span in hit.hits:
        start = span.start - hit.snippet.start + len("  … ")
        line.stylize("bold yellow", start, start + span.end - span.start)
    return line
