"""A briefing as Markdown."""

import re
from collections.abc import Sequence

from lagebild.exports.briefing.page import Page, Part

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(page: Page, pictures: Sequence[str] = ()) -> str:
    """Return the page as Markdown; `pictures` are the file names of its pictures."""
    blocks = [f"# {escaped(page.title)}", escaped(page.base)]
    drawn = zip(page.pictures, pictures, strict=False)
    blocks += [f"![{escaped(picture.title)}]({name})" for picture, name in drawn]
    for part in page.parts:
        blocks += [f"## {escaped(part.heading)}", _lines(part)]
    blocks += [f"*{escaped(note)}*" for note in page.notes]
    return "\n\n".join(blocks) + "\n"


def escaped(words: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return SPECIAL.sub(r"\\\1", words)


def _lines(part: Part) -> str:
    if not part.lines:
        return escaped(part.none)
    return "\n".join(
        f"- {escaped(line.text)}  \n  {escaped(line.quoted)} ({escaped(line.place)})"
        for line in part.lines
    )
