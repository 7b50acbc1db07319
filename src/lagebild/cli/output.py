"""What all commands share: consoles, JSON output, errors in plain words with an exit status."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.segment import Segment

from lagebild.cli.options import Json
from lagebild.errors import LagebildError, WrongUse

__all__ = [
    "Json",
    "counted",
    "err",
    "friendly_errors",
    "out",
    "print_error",
    "print_json",
    "visible",
]

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of what follows, and lone surrogates,
which no terminal can print. Line feed and tab are none of them."""


def visible(text: str) -> str:
    """Return `text` with a replacement character for each one that a terminal would obey."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 article", "1,200 articles"."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


class SafeConsole(Console):
    """Prints what articles say without letting their characters steer the terminal."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the segments of what is printed, each with visible characters only."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else visible(text), style, control)

    def on_broken_pipe(self) -> None:
        """End quietly where the reader of the output has seen enough, as `head` does."""
        try:
            super().on_broken_pipe()
        except SystemExit:
            raise SystemExit(0) from None


out = SafeConsole(highlight=False, soft_wrap=True)
err = SafeConsole(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def friendly_errors() -> Iterator[None]:
    """Print a Lagebild error as problem and remedy, and exit with its status."""
    try:
        yield
    except LagebildError as error:
        print_error(error)
        raise typer.Exit(2 if isinstance(error, WrongUse) else 1) from error
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def print_error(error: LagebildError) -> None:
    """Print what happened, then what to do next."""
    err.print(f"[bold red]Error:[/] {escape(error.problem)}")
    if error.remedy:
        err.print(f"  {escape(error.remedy)}")


def print_json(value: Any) -> None:
    """Print a value as JSON on standard output; unsafe characters are escaped, so none is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(re.sub(UNSAFE, _escaped, text) + "\n")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
