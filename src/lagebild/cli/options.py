"""Options that several commands share, with one help text each."""

from pathlib import Path
from typing import Annotated

import typer

CaseFile = Annotated[Path, typer.Argument(help="The case file.")]
Since = Annotated[str | None, typer.Option(help="Only from this year, month or day on.")]
Until = Annotated[str | None, typer.Option(help="Only up to this year, month or day.")]
OwnKnowledge = Annotated[Path | None, typer.Option(help="A folder of your own knowledge files.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
