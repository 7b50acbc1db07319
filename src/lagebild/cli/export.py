"""`lagebild export`: a case for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from lagebild.case import open_case
from lagebild.cli.output import Json, friendly_errors, out, print_json
from lagebild.exports import export_annotation, export_jsonl


class Format(StrEnum):
    """The formats that a case can be written in."""

    jsonl = "jsonl"
    annotation = "annotation"


def export(
    case: Annotated[Path, typer.Argument(help="The case file.")],
    folder: Annotated[Path, typer.Option("--out", help="The folder to write into.")],
    format: Annotated[  # noqa: A002  # the option is called --format
        Format, typer.Option("--format", help="The format.")
    ] = Format.jsonl,
    json: Json = False,
) -> None:
    """Write all articles and findings as files: `jsonl`, one object a line.

    `annotation` writes the articles that people reviewed wholly as gold for `lagebild evaluate`.

    Example: `lagebild export lage.case --format jsonl --out export/`
    """
    with friendly_errors(), open_case(case) as opened:
        counts = _WRITERS[format](opened, folder)
        if json:
            print_json(counts)
            return
        for name, count in counts.items():
            out.print(f"{count:>8,}  {name}")
        out.print(f"written to {escape(str(folder))}")


_WRITERS = {Format.jsonl: export_jsonl, Format.annotation: export_annotation}
