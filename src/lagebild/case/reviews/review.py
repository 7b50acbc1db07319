"""Record what a person says of a finding, and apply it to the findings of its article.

    accept   the finding is right as it was read
    correct  it is right with the changes that `judged` holds
    reject   it is not there
    add      the reading missed it

A review is tied to the words it is about, not to the finding's number, so it holds after the
article was read again by a newer version: `judged` is the whole finding as the person left it,
and is put in where the newer version does not find it. Of several reviews of one finding the
latest counts; each person's own are kept beside it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import JSON, Connection, insert, select, update

from lagebild.case import schema
from lagebild.case.clock import now
from lagebild.case.reviews.applying import apply_reviews
from lagebild.case.reviews.reviewable import (
    KINDS,
    FindingKind,
    Stored,
    Verdict,
    anchor,
    columns,
    corrected,
    is_finding,
    load,
)
from lagebild.case.stories import forget_stories
from lagebild.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Review:
    """What a person says of one finding; `undone_at` is None while it holds.

    `read` is the finding as the machine read it (empty where it was added), `judged` as the
    person left it (empty where rejected), both as `reviewable` describes. `finding` is its
    present id, None where it was rejected or the article is not in the case.
    """

    id: int
    made_at: str
    made_by: str
    verdict: Verdict
    kind: FindingKind
    article: str
    start: int
    end: int
    read: dict[str, Any]
    judged: dict[str, Any]
    finding: str | None
    undone_at: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """What is recorded: one attribute a column of the table `reviews`."""

    verdict: Verdict
    made_by: str
    kind: FindingKind
    article: str
    read: Stored
    judged: Stored


def reviews(connection: Connection, article: str | None = None) -> list[Review]:
    """Return all reviews (of one article, given by id), oldest first, undone ones included."""
    t = schema.reviews
    wanted = select(t).order_by(t.c.id)
    if article is not None:
        wanted = wanted.where(t.c.article == article)
    names = Review.__slots__
    return [
        Review(**{name: row[name] for name in names})
        for row in connection.execute(wanted).mappings()
    ]


def review(
    connection: Connection,
    finding: str,
    verdict: Verdict,
    by: str,
    changes: Stored | None = None,
) -> int:
    """Accept, correct or reject a finding given by id; return the review's id.

    Raises:
        WrongUse: There is no such finding, or the changes make no sense.
    """
    kind, article, stored = as_read(connection, finding)
    judged = {} if verdict == "reject" else corrected(kind, stored, changes or {})
    return _record(connection, _Said(verdict, by, kind, article, stored, judged))


def add(connection: Connection, kind: FindingKind, article: str, finding: Stored, by: str) -> int:
    """Add a finding that the reading missed to the article with this id; return the review's id.

    Args:
        connection: A transaction that writes.
        kind: Kind of finding.
        article: Id of the article.
        finding: Its fields; others are empty.
        by: Who adds it.

    Raises:
        WrongUse: There is no such article, a field is unknown, or the words are not given.
    """
    number = connection.scalar(
        select(schema.articles.c.number).where(schema.articles.c.id == article)
    )
    if number is None:
        raise WrongUse(f'There is no article "{article}".', "See: lagebild search CASE WORDS")
    judged = corrected(kind, _empty(kind, by), finding)
    return _record(connection, _Said("add", by, kind, article, {}, judged))


def undo_review(connection: Connection, number: int, by: str) -> None:
    """Undo a review: the finding is again as the reviews before it leave it.

    Raises:
        WrongUse: There is no such review, or it was undone before.
    """
    t = schema.reviews
    article = connection.scalar(
        select(t.c.article).where(t.c.id == number, t.c.undone_at.is_(None))
    )
    if article is None:
        raise WrongUse(f"There is no review {number} to undo.", "See: lagebild review CASE")
    connection.execute(
        update(t).where(t.c.id == number).values(undone_at=now(), undone_by=by, finding=None)
    )
    _apply(connection, article)


def _record(connection: Connection, said: _Said) -> int:
    _check(connection, said)
    span = anchor(said.kind, said.read or said.judged)
    row = asdict(said) | {"made_at": now(), "start": span.start, "end": span.end}
    result = connection.execute(insert(schema.reviews).values(row))
    _apply(connection, said.article)
    (number,) = result.inserted_primary_key or (0,)
    return int(number)


def _apply(connection: Connection, article: str) -> None:
    t = schema.articles.c
    number = connection.scalar(select(t.number).where(t.id == article))
    if number is not None:
        apply_reviews(connection, article, number)
    forget_stories(connection)


def as_read(connection: Connection, finding: str) -> tuple[FindingKind, str, Stored]:
    """Return kind, article and the finding as the machine read it.

    Raises:
        WrongUse: There is no such finding.
    """
    r, a = schema.reviewed_findings.c, schema.articles.c
    kept = connection.execute(
        select(r.kind, r.read, a.id)
        .join_from(schema.reviewed_findings, schema.articles, r.article == a.number)
        .where(r.finding == finding)
    ).one_or_none()
    if kept is not None and kept.read is not None:
        return kept.kind, kept.id, kept.read
    for kind, how in KINDS.items():
        here = select(how.table.c.article).where(is_finding(kind, finding))
        number = connection.scalar(here)
        if number is not None:
            article = connection.scalar(select(a.id).where(a.number == number)) or ""
            return kind, article, load(connection, kind, number)[finding]
    raise WrongUse(f'There is no finding "{finding}" to review.', "Reload the page.")


def _empty(kind: FindingKind, by: str) -> Stored:
    how = KINDS[kind]
    made: Stored = {
        name: [] if isinstance(how.table.c[name].type, JSON) else None for name in columns(kind)
    }
    fixed = {"confidence": 1.0, "nested": False, "why": f"added by {by}"}
    return made | {n: v for n, v in fixed.items() if n in made} | {r: [] for r in how.roles}


def _check(connection: Connection, said: _Said) -> None:
    """Refuse a finding that lacks what its kind must have, or stands on no words."""
    if not said.judged:
        return
    t, how = schema.articles.c, KINDS[said.kind]
    text = connection.scalar(select(t.text).where(t.id == said.article)) or ""
    try:
        span = anchor(said.kind, said.judged)
        wrong = not 0 <= span.start < span.end <= len(text)
    except (TypeError, IndexError, ValueError):
        wrong = True
    if wrong:
        raise WrongUse(
            f"The {said.kind} does not say on which words of the article it stands.",
            "Select the words in the text.",
        )
    required = [name for name in columns(said.kind) if not how.table.c[name].nullable]
    missing = [name for name in required if said.judged[name] is None]
    if missing:
        raise WrongUse(f"The {said.kind} has no {' and no '.join(missing)}.", "Give it.")
