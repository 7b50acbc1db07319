"""`lagebild brief`: two pages on what happened, who moved, what is pending, what is disputed."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from lagebild.case import open_case
from lagebild.cli.options import CaseFile, Since, Until
from lagebild.cli.output import err, friendly_errors
from lagebild.errors import WrongUse
from lagebild.exports.briefing import Page, Telling, docx, html, markdown, pdf
from lagebild.picture.briefing import briefing
from lagebild.web.wording import LANGUAGES, Language, Wording

FORMATS = ("md", "html", "docx", "pdf")
BINARY = frozenset({"docx", "pdf"})


def brief(
    case: CaseFile,
    since: Since = None,
    until: Until = None,
    format_: Annotated[
        str | None, typer.Option("--format", help="md, html, docx or pdf; else by --out's ending.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file to write; md and html else go to the screen.")
    ] = None,
    language: Annotated[str, typer.Option(help="Language of the template lines: de or en.")] = "de",
    pictures: Annotated[bool, typer.Option(help="Whether pictures are included.")] = True,
) -> None:
    """Write a briefing: what happened, who moved, what is pending on what, what is disputed.

    Only template lines, each with its citation.

    Example: `lagebild brief lage.case --since 2016-09-01 --format pdf --out lage.pdf`
    """
    with friendly_errors():
        kind = _format(format_, out)
        words = Wording(_language(language))
        with open_case(case) as opened:
            told = briefing(opened, since, until)
            page = Telling(told, words, pictures).page(opened)
        _write(page, kind, out)


def _format(given: str | None, out: Path | None) -> str:
    kind = given or (out.suffix.removeprefix(".").lower() if out else "md")
    if kind not in FORMATS:
        raise WrongUse(
            f'"{kind}" is no format of a briefing.', f"Use one of: {', '.join(FORMATS)}."
        )
    if kind in BINARY and out is None:
        raise WrongUse(f"A {kind} file needs a name.", f"Add: --out lage.{kind}")
    return kind


def _language(given: str) -> Language:
    if given not in LANGUAGES:
        raise WrongUse(f'There are no templates in "{given}".', f"Use: {', '.join(LANGUAGES)}.")
    return given


def _write(page: Page, kind: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(html(page) if kind == "html" else markdown(page))
        return
    try:
        if kind == "md":
            names = [out.with_name(f"{out.stem}-{picture.name}.svg") for picture in page.pictures]
            for path, picture in zip(names, page.pictures, strict=True):
                path.write_text(picture.standalone(), encoding="utf-8")
            out.write_text(markdown(page, [path.name for path in names]), encoding="utf-8")
        elif kind == "html":
            out.write_text(html(page), encoding="utf-8")
        else:
            out.write_bytes(docx(page) if kind == "docx" else pdf(page))
    except OSError as error:
        raise WrongUse(
            f'"{out}" cannot be written ({error}).', "Check folder and rights."
        ) from error
    err.print(f"Briefing written: {out}")
