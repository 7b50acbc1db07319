"""Find the head of a report: headline, dateline, and what stands between headline and body."""

from dataclasses import dataclass

from lagebild.articles.dateline import Dateline, read_dateline
from lagebild.articles.layout import Layout, Line
from lagebild.knowledge import Knowledge
from lagebild.spans import Span

LONGEST_HEADLINE = 160
"""Code points of a headline; German agencies aim at 60, web headlines with kicker reach 140."""
HEAD_LINES = 12
"""Lines within which dateline and byline are looked for."""
SHORTEST_PARAGRAPH = 120
"""Code points of a line that is surely a paragraph."""
MOST_KICKERS = 3
"""Lines above the headline that name section and subject."""
LONGEST_KICKER = 3
"""Words of a line above the headline that names the subject."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a report. `preamble`: captions, teaser and bullets before the body."""

    title: Line | None
    dateline: Dateline | None
    preamble: tuple[Line, ...]
    body: tuple[Line, ...]


def find_head(layout: Layout, marks: dict[Span, str], knowledge: Knowledge) -> Head:
    """Return the head of the report; `marks` are the whole lines that are boilerplate."""
    free = [line for line in layout.lines if line.span not in marks]
    captions = {line.span for line in free if any(line.span.covers(mark) for mark in marks)}
    title = _title([line for line in free if line.span not in captions], knowledge)
    rest = free[free.index(title) + 1 :] if title else free
    start, dateline = _body_start(layout, rest, marks, knowledge)
    return Head(title, dateline, tuple(rest[:start]), tuple(rest[start:]))


def _title(free: list[Line], knowledge: Knowledge) -> Line | None:
    """Return the first line that looks like a headline; short lines above it are kickers."""
    candidates = []
    for line in free[: MOST_KICKERS + 1]:
        if not _headline(line, knowledge):
            break
        candidates.append(line)
        if not _kicker(line):
            break
    if not candidates or len(free) < 2:
        return None
    if not _kicker(candidates[-1]):
        return candidates[-1]
    section = len(candidates) > 1 and len(candidates[0].text.split()) == 1
    return candidates[1] if section else candidates[0]


def _kicker(line: Line) -> bool:
    """Tell whether the line is short enough to name the subject only; a quotation says more."""
    return len(line.text.split()) <= LONGEST_KICKER and line.text[0] not in '„»«“"‚'


def _headline(line: Line, knowledge: Knowledge) -> bool:
    """A headline is short, does not end in a full stop, and is neither bullet nor dateline."""
    if len(line.text) > LONGEST_HEADLINE or line.text.endswith((".", ";", ",")):
        return False
    if is_bullet(line):
        return False
    return any(c.isalpha() for c in line.text) and not _opens_report(line, knowledge)


def _opens_report(line: Line, knowledge: Knowledge) -> bool:
    dateline = read_dateline(line, knowledge)
    return dateline is not None and (bool(dateline.credit) or dateline.span == line.span)


def _body_start(
    layout: Layout, rest: list[Line], marks: dict[Span, str], knowledge: Knowledge
) -> tuple[int, Dateline | None]:
    """Return how many lines of `rest` stand before the body, and the dateline."""
    for n, line in enumerate(rest[:HEAD_LINES]):
        dateline = read_dateline(line, knowledge)
        if dateline is not None:
            return n, dateline
    byline = next(
        (line for line in layout.lines[:HEAD_LINES] if marks.get(line.span) == "byline"), None
    )
    if byline is not None:
        before = sum(line.span < byline.span for line in rest)
        if any(len(line.text) >= SHORTEST_PARAGRAPH for line in rest[before:]):
            return before, None
    return _leading(rest), None


def _leading(rest: list[Line]) -> int:
    """Return how many lines before the first paragraph are bullets."""
    count = 0
    for line in rest[:HEAD_LINES]:
        if not is_bullet(line):
            break
        count += 1
    return count


def is_bullet(line: Line) -> bool:
    """Tell whether the line begins with a list mark."""
    return line.short and line.text[:2] in {"• ", "- ", "– ", "* ", "· ", "▪ ", "● ", "+ "}
