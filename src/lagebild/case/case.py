"""A case: one file that holds articles, findings and decisions, and is the only state."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, select

from lagebild.case import actors, articles, findings, schema
from lagebild.case.decisions import Decision, DecisionKind, decide, decisions, undo
from lagebild.case.file import LOCK_WAIT_S, connect, plain_errors
from lagebild.case.filter import Filter, actor_keys, article_id
from lagebild.case.records import (
    ActorRecord,
    ArticleRecord,
    CommitmentRecord,
    DateRecord,
    EventRecord,
    FigureRecord,
    MentionRecord,
    PlaceRecord,
    SearchRecord,
    StatementRecord,
)
from lagebild.case.settling import settle_actors
from lagebild.case.writing import (
    forget_unreadable,
    is_current,
    touch_version,
    write_article,
    write_unreadable,
)
from lagebild.errors import Unreadable, WrongUse
from lagebild.read_article import ReadArticle
from lagebild.sources.document import Document, Metadata
from lagebild.spans import Span

EVERYTHING = Filter()
NOTHING_GIVEN = Metadata()


class Case:
    """An open case file. Use it in a `with` block, or call `close` when done."""

    def __init__(
        self, path: Path | str, *, create: bool = False, lock_wait_s: float = LOCK_WAIT_S
    ) -> None:
        """Open the case file at `path`; with `create`, make a new one where there is none.

        Raises:
            CaseError, WrongUse: The file cannot be used; see `lagebild.errors`.
        """
        self.path = Path(path)
        self._engine = connect(self.path, create=create, lock_wait_s=lock_wait_s)
        try:
            self.settle()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; it applies wholly or not at all."""
        with plain_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction that only reads and waits for nobody."""
        with plain_errors(self.path), self._engine.connect() as raw:
            yield raw.execution_options(read_only=True)

    def holds(self, article_id: str, reader_version: str, given: Metadata = NOTHING_GIVEN) -> bool:
        """Tell whether the case holds this article as this version reads it with what is given."""
        with self.looking() as connection:
            return is_current(connection, article_id, reader_version, given)

    def write(self, read: ReadArticle, reader_version: str) -> bool:
        """Store one article in one transaction; False where it is known already."""
        with self.writing() as connection:
            forget_unreadable(connection, read.article.uri)
            return write_article(connection, read, reader_version)

    def note_unreadable(self, problem: Unreadable) -> None:
        """Keep what could not be read."""
        with self.writing() as connection:
            write_unreadable(connection, problem)

    def settle(self, reader_version: str | None = None) -> None:
        """Join the actors of all articles that were written since the last time."""
        with self.looking() as connection:
            waiting = connection.scalar(select(schema.unsettled_actors.c.actor).limit(1))
        if waiting is None and reader_version is None:
            return
        with self.writing() as connection:
            settle_actors(connection)
            if reader_version is not None:
                touch_version(connection, reader_version)

    def outdated(self, reader_version: str) -> Iterable[Document]:
        """Yield the stored articles that an older version read, as documents to read again."""
        t = schema.articles
        with self.looking() as connection:
            numbers = connection.scalars(
                select(t.c.number).where(t.c.reader_version != reader_version).order_by(t.c.id)
            ).all()
        for number in numbers:
            with self.looking() as connection:
                row = connection.execute(select(t).where(t.c.number == number)).one_or_none()
            if row is not None:
                source = row.source
                yield Document(
                    source["uri"],
                    row.text,
                    source["format"],
                    _metadata(source["given"]),
                    _metadata(source["found"]),
                )

    def info(self) -> dict[str, object]:
        """Return counts and dates that describe the case."""
        with self.looking() as connection:
            return articles.info(connection)

    def article_id(self, named: str) -> str:
        """Return the id of the article that is meant by an id, a file name or an end of a uri.

        Raises:
            WrongUse: No article, or more than one, is called so.
        """
        with self.looking() as connection:
            return article_id(connection, named)

    def articles(self, where: Filter = EVERYTHING) -> list[ArticleRecord]:
        """Return the articles that pass the filter, by date."""
        with self.looking() as connection:
            return articles.articles(connection, where)

    def actors(self, where: Filter = EVERYTHING) -> list[ActorRecord]:
        """Return the actors of these articles with their counts, most mentioned first."""
        with self.looking() as connection:
            return actors.actors(connection, where)

    def mentions(self, where: Filter = EVERYTHING) -> list[MentionRecord]:
        """Return the mentions of actors in these articles."""
        with self.looking() as connection:
            return findings.mentions(connection, where)

    def statements(self, where: Filter = EVERYTHING) -> list[StatementRecord]:
        """Return statements: `actor` filters the speaker, `type` the kind, `words` the quote."""
        with self.looking() as connection:
            return findings.statements(connection, where)

    def events(self, where: Filter = EVERYTHING) -> list[EventRecord]:
        """Return events: `actor` filters sources and targets, `type` the PLOVER type."""
        with self.looking() as connection:
            return findings.events(connection, where)

    def commitments(self, where: Filter = EVERYTHING) -> list[CommitmentRecord]:
        """Return commitments: `actor` filters the parties on both sides, `type` the kind."""
        with self.looking() as connection:
            return findings.commitments(connection, where)

    def figures(self, where: Filter = EVERYTHING) -> list[FigureRecord]:
        """Return figures: numbers that count something."""
        with self.looking() as connection:
            return findings.figures(connection, where)

    def dates(self, where: Filter = EVERYTHING) -> list[DateRecord]:
        """Return temporal expressions."""
        with self.looking() as connection:
            return findings.dates(connection, where)

    def places(self, where: Filter = EVERYTHING) -> list[PlaceRecord]:
        """Return places."""
        with self.looking() as connection:
            return findings.places(connection, where)

    def sentences(self, where: Filter = EVERYTHING) -> list[tuple[str, Span]]:
        """Return the article id and span of each sentence."""
        with self.looking() as connection:
            return findings.sentences(connection, where)

    def search(self, words: str, where: Filter = EVERYTHING) -> list[SearchRecord]:
        """Return the articles in which all `words` occur in any form, best first."""
        with self.looking() as connection:
            return articles.search_articles(connection, words, where)

    def decisions(self) -> list[Decision]:
        """Return a person's corrections, oldest first, undone ones included."""
        with self.looking() as connection:
            return decisions(connection)

    def decide(self, kind: DecisionKind, actor: str, value: dict[str, Any], by: str) -> int:
        """Correct an actor, given by key, and return the decision's id; see `case.decisions`.

        Raises:
            WrongUse: The decision makes no sense.
        """
        with self.writing() as connection:
            number = decide(connection, kind, actor, value, by)
            settle_actors(connection)
            return number

    def undo(self, decision: int, by: str) -> None:
        """Undo a decision.

        Raises:
            WrongUse: There is no such decision, or it was undone before.
        """
        with self.writing() as connection:
            undo(connection, decision, by)
            settle_actors(connection)

    def actor_key(self, name: str) -> str:
        """Return the key of the one actor that is meant by a name, alias or key.

        Raises:
            WrongUse: No actor, or more than one, has such a name.
        """
        with self.looking() as connection:
            keys = actor_keys(connection, name)
        if len(keys) > 1:
            raise WrongUse(
                f'"{name}" may be any of {len(keys)} actors.', f"Use a key: {', '.join(keys[:5])}"
            )
        return keys[0]

    def unreadable(self) -> list[Unreadable]:
        """Return what could not be read and has not been read since."""
        with self.looking() as connection:
            rows = connection.execute(
                select(schema.unreadable).order_by(schema.unreadable.c.uri)
            ).all()
        return [Unreadable(row.uri, row.problem, row.remedy) for row in rows]


def open_case(path: Path | str) -> Case:
    """Open an existing case file.

    Raises:
        CaseError, WrongUse: The file cannot be used, or is not there.
    """
    return Case(path)


def _metadata(stored: dict[str, object]) -> Metadata:
    authors = stored.get("authors") or ()
    assert isinstance(authors, list | tuple)
    return Metadata(**{**stored, "authors": tuple(authors)})  # type: ignore[arg-type]
