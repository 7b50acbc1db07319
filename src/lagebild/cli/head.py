"""The line above a picture: how many articles it rests on, and from when."""

from lagebild.case import Filter
from lagebild.cli.output import counted, out
from lagebild.picture.overview import Overview


def days(picture: Overview, where: Filter) -> list[str]:
    """Return the days on which the articles of the window were published, in order."""
    published = (a.published for a in picture.articles.values())
    since, until = where.since or "", where.until or ""
    return sorted(
        day for day in published if day and day >= since and day[: len(until)] <= (until or day)
    )


def print_head(picture: Overview, where: Filter) -> None:
    """Print the number of articles, of reprints, and the first and last date."""
    found = days(picture, where)
    windowed = bool(where.since or where.until)
    number = len(found) if windowed else len(picture.articles)
    span = f", {' to '.join(dict.fromkeys((found[0], found[-1])))}" if found else ""
    reprints = counted(picture.reprints, "reprint")
    again = f" (and {reprints}, counted once)" if picture.reprints and not windowed else ""
    out.print(f"[bold]{counted(number, 'article')}[/]{again}{span}")
