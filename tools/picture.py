"""Draw the README's picture: what `lagebild show` prints about the demo, as SVG.

Run `make demo`, then `python tools/picture.py demo.case docs/images/show.svg`.
"""

import re
import sys
from pathlib import Path

from rich.console import Console

from lagebild.cli import head as head_module
from lagebild.cli import show as show_module

FONT_FACES = re.compile(r"@font-face\s*{[^}]*}\s*")
"""Fonts from the web; the picture uses what the reader's machine has."""


def main(case: Path, picture: Path) -> None:
    """Record one `lagebild show` and save it."""
    console = Console(record=True, width=120, highlight=False, soft_wrap=False)
    head_module.out = show_module.out = console
    show_module.show(case, limit=3)
    picture.parent.mkdir(parents=True, exist_ok=True)
    drawn = console.export_svg(title="lagebild show demo.case --limit 3")
    picture.write_text(FONT_FACES.sub("", drawn), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
