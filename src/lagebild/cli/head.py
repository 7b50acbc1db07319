"""The line above a picture: how many articles it rests on, and from when."""

from lagebild.cli.output import counted, out
from lagebild.picture.overview import Overview


def print_head(picture: Overview) -> None:
    """Print the number of articles, of reprints, and the first and last date."""
    dates = sorted(a.published for a in picture.articles.values() if a.published)
    span = f", {dates[0]} to {dates[-1]}" if dates else ""
    again = (
        f" (and {counted(picture.reprints, 'reprint')}, counted once)" if picture.reprints else ""
    )
    out.print(f"[bold]{counted(len(picture.articles), 'article')}[/]{again}{span}")
