"""The command `lagebild`; its commands are in modules of their own, see `later`.

Exit status: 0 success, 1 some input could not be read (the rest is kept) or a case cannot be
used, 2 wrong use, 130 interrupted.
"""

from typing import Annotated

import typer

import lagebild
from lagebild.cli.later import Later

app = typer.Typer(
    name="lagebild",
    cls=Later,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read German political news and rebuild the situation that it describes.",
    epilog="Example: `lagebild read articles/ --case lage.case`, then `lagebild show lage.case`.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lagebild {lagebild.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Read German political news and rebuild the situation that it describes."""


def main() -> None:
    """Run the command line."""
    app()
