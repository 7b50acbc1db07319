"""Lagebild rebuilds from German news the political situation that the reports describe.

The way of an article is the way through the folders: `sources` reads files, `articles` cleans
them, `language` analyses the text, `findings` reads who said, did and promised what, `case`
keeps it all in one file, `picture` sums it up, `exports` and `cli` show it.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Case", "Filter", "ReadOptions", "Tally", "frame", "open_case", "read"]

if TYPE_CHECKING:
    from lagebild.api import ReadOptions, Tally, read
    from lagebild.case import Case, Filter, frame, open_case


def __getattr__(name: str) -> Any:
    """Import the interface when it is first asked for, so that `lagebild --version` is quick."""
    if name in ("Case", "Filter", "frame", "open_case"):
        from lagebild import case  # noqa: PLC0415

        return getattr(case, name)
    if name in __all__:
        from lagebild import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module 'lagebild' has no attribute {name!r}")
