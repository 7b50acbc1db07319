"""What the pages of review show of an article: a finding's words among those around it."""

from dataclasses import dataclass, replace
from itertools import pairwise

from sqlalchemy import select

from lagebild.case import schema
from lagebild.case.reviews.reviewable import FindingKind, Stored
from lagebild.errors import WrongUse
from lagebild.spans import Span
from lagebild.web import judging
from lagebild.web.problems import NotFound
from lagebild.web.translated import translated
from lagebild.web.view import View

AROUND = 500
"""Characters of the article shown before and after a finding."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an article's text: the words of the finding, its sentence, or around."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages show of an article."""

    id: str
    title: str | None
    uri: str
    text: str
    published: str | None
    outlet: str | None


def article_shown(view: View, article: str) -> Shown:
    """Return the article with this id.

    Raises:
        NotFound: The case has no such article.
    """
    t = schema.articles.c
    row = view.connection.execute(
        select(t.id, t.title, t.uri, t.text, t.published, t.outlet).where(t.id == article)
    ).one_or_none()
    if row is None:
        raise NotFound(view.t("article.unknown", id=article), view.t("review.see_log"))
    return Shown(*row)


def pieces(text: str, kind: FindingKind, stored: Stored) -> list[Piece]:
    """Return the text around a finding in pieces, its own words apart."""
    marked = judging.spans(kind, stored)
    sentence = Span(marked[0].start, marked[-1].end)
    if "sentence_start" in stored:
        sentence = Span(stored["sentence_start"], stored["sentence_end"])
    first, last = min(sentence.start, marked[0].start), max(sentence.end, marked[-1].end)
    window = _whole_words(text, Span(max(0, first - AROUND), min(len(text), last + AROUND)))
    cuts = {window.start, window.end, sentence.start, sentence.end}
    cuts |= {place for span in marked for place in span}
    found = []
    for start, end in pairwise(sorted(cuts)):
        here = Span(start, end)
        inside = any(span.overlaps(here) for span in marked)
        place = "words" if inside else "sentence" if sentence.overlaps(here) else "around"
        found.append(Piece(text[start:end], place))
    return found


def _whole_words(text: str, window: Span) -> Span:
    """Return the window without the parts of words at its ends."""
    start, end = window
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def sentence_at(view: View, article: str, place: int) -> Span:
    """Return the sentence of an article around a place; the character alone where none is."""
    a, s = schema.articles.c, schema.sentences.c
    row = view.connection.execute(
        select(s.start, s.end)
        .join_from(schema.articles, schema.sentences, a.number == s.article)
        .where(a.id == article, s.start <= place, s.end > place)
    ).first()
    return Span(row.start, row.end) if row else Span(place, place + 1)


def as_given(inputs: list[judging.Input], form: judging.Form) -> list[judging.Input]:
    """Return the fields of a form as a person filled them in, to show them again."""
    return [replace(field, value=getattr(form, field.name) or "") for field in inputs]


def fault(view: View, error: WrongUse) -> tuple[str, str]:
    """Return what is wrong with a form, and what to do."""
    return translated(view.t, error.problem), translated(view.t, error.remedy)
