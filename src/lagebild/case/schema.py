"""The tables of a case file, as SQLAlchemy Core sees them.

Articles have a number (the row id that findings refer to) and a public id. Spans are two
integer columns, or a JSON list of `[start, end)` pairs where there may be several. Actors are
named by the key under which they were read; `actor_resolution` turns it into the key that a
person decided on (article 0 stands for all articles, an empty key for a forgotten actor).
`docs/case-file.md` describes each table for readers with a SQLite browser.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData()


def _text(name: str, *, null: bool = True) -> Column[Any]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null)


def _json(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False, default=list)


def _span(name: str = "", *, null: bool = False) -> tuple[Column[Any], Column[Any]]:
    prefix = f"{name}_" if name else ""
    return _number(f"{prefix}start", null=null), _number(f"{prefix}end", null=null)


def _article() -> Column[Any]:
    return Column(
        "article", Integer, ForeignKey("articles.number", ondelete="CASCADE"), nullable=False
    )


def _ids_index(table: str) -> Index:
    """The index of ids that only few rows have: those that a person reviewed."""
    return Index(f"{table}_by_id", "id", sqlite_where=text("id IS NOT NULL"))


case_info = Table("case_info", metadata, Column("key", Text, primary_key=True), _text("value"))

migrations = Table(
    "migrations", metadata, Column("name", Text, primary_key=True), _text("applied_at", null=False)
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("uri", null=False),
    _text("title"),
    _text("text", null=False),
    _text("published"),
    _text("published_from"),
    _text("dateline_place"),
    _json("agencies"),
    _json("authors"),
    _text("outlet"),
    _text("genre", null=False),
    _text("language", null=False),
    _text("sha256", null=False),
    _json("boilerplate"),
    _json("signature"),
    _text("duplicate_of"),
    _json("source"),
    _text("reader_version", null=False),
    _text("read_at", null=False),
    Index("articles_by_uri", "uri"),
    Index("articles_by_date", "published"),
    Index("articles_by_original", "duplicate_of"),
)

reprint_bands = Table(
    "reprint_bands",
    metadata,
    Column("band", Text, primary_key=True),
    Column(
        "article",
        Integer,
        ForeignKey("articles.number", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    sqlite_with_rowid=False,
)

sentences = Table(
    "sentences", metadata, _article(), *_span(), Index("sentences_by_article", "article")
)

actors = Table(
    "actors",
    metadata,
    Column("key", Text, primary_key=True),
    _text("name", null=False),
    _text("kind", null=False),
    _text("country"),
    _text("wikidata"),
    _json("aliases"),
    _json("roles"),
)

article_actors = Table(
    "article_actors",
    metadata,
    Column("article", Integer, ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", Text, primary_key=True),
    _text("name", null=False),
    _text("kind", null=False),
    _text("country"),
    _text("wikidata"),
    _json("aliases"),
    _json("roles"),
    _text("gender"),
    Index("article_actors_by_actor", "actor"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    _article(),
    *_span(),
    *_span("head", null=True),
    _text("actor", null=False),
    _text("form", null=False),
    _text("why", null=False),
    Index("mentions_by_article", "article"),
    Index("mentions_by_actor", "actor"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    _article(),
    _number("position"),
    _text("kind", null=False),
    _json("quote"),
    _json("cue"),
    _json("frame"),
    _text("speaker"),
    _json("speaker_spans"),
    _text("addressee"),
    _json("addressee_spans"),
    Column("nested", Boolean, nullable=False),
    _text("medium"),
    Column("confidence", Float, nullable=False),
    _text("why", null=False),
    Index("statements_by_article", "article"),
    Index("statements_by_speaker", "speaker"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    _article(),
    _number("position"),
    _text("type", null=False),
    _text("mode"),
    _json("context"),
    *_span("trigger"),
    *_span("sentence"),
    _text("date_start"),
    _text("date_end"),
    _text("date_value"),
    *_span("date_text", null=True),
    _text("place"),
    _text("place_country"),
    Column("latitude", Float),
    Column("longitude", Float),
    _number("geonames", null=True),
    *_span("place", null=True),
    _text("status", null=False),
    _text("attributed_to"),
    Column("confidence", Float, nullable=False),
    _text("why", null=False),
    _json("citations"),
    Index("events_by_article", "article"),
    Index("events_by_date", "date_start"),
)

event_actors = Table(
    "event_actors",
    metadata,
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("actor", null=False),
    Index("event_actors_by_actor", "actor"),
    sqlite_with_rowid=False,
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", Text, primary_key=True),
    _article(),
    _number("position"),
    _text("kind", null=False),
    *_span("content"),
    *_span("condition", null=True),
    _text("duration"),
    _text("deadline"),
    _text("status", null=False),
    *_span("sentence"),
    _text("attributed_to"),
    _text("why", null=False),
    Index("commitments_by_article", "article"),
)

commitment_actors = Table(
    "commitment_actors",
    metadata,
    Column("commitment", Text, ForeignKey("commitments.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("actor", null=False),
    Index("commitment_actors_by_actor", "actor"),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    metadata,
    _article(),
    _text("id"),
    *_span(),
    Column("value", Float, nullable=False),
    _text("qualifier", null=False),
    _text("counted", null=False),
    *_span("sentence"),
    _text("event"),
    _text("attributed_to"),
    _text("why", null=False),
    Index("figures_by_article", "article"),
    _ids_index("figures"),
)

dates = Table(
    "dates",
    metadata,
    _article(),
    _text("id"),
    *_span(),
    _text("type", null=False),
    _text("value", null=False),
    _text("date_start"),
    _text("date_end"),
    _text("why", null=False),
    Index("dates_by_article", "article"),
    _ids_index("dates"),
)

places = Table(
    "places",
    metadata,
    _article(),
    _text("id"),
    *_span(),
    _text("name", null=False),
    _text("country"),
    Column("latitude", Float),
    Column("longitude", Float),
    _number("geonames", null=True),
    _text("why", null=False),
    Index("places_by_article", "article"),
    _ids_index("places"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    _number("position"),
    _text("title", null=False),
    _text("first"),
    _text("last"),
    _json("articles"),
    _json("reprints"),
    _json("actors"),
)

story_events = Table(
    "story_events",
    metadata,
    Column("event", Text, primary_key=True),
    _text("story", null=False),
    Index("story_events_by_story", "story"),
    sqlite_with_rowid=False,
)

unreadable = Table(
    "unreadable",
    metadata,
    Column("uri", Text, primary_key=True),
    _text("problem", null=False),
    _text("remedy", null=False),
    _text("seen_at", null=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("made_at", null=False),
    _text("made_by", null=False),
    _text("kind", null=False),
    _text("actor", null=False),
    _json("value"),
    _text("undone_at"),
    _text("undone_by"),
)

actor_resolution = Table(
    "actor_resolution",
    metadata,
    Column("raw", Text, primary_key=True),
    Column("article", Integer, primary_key=True),
    _text("key", null=False),
    Index("actor_resolution_by_key", "key"),
    sqlite_with_rowid=False,
)

unsettled_actors = Table(
    "unsettled_actors", metadata, Column("actor", Text, primary_key=True), sqlite_with_rowid=False
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("made_at", null=False),
    _text("made_by", null=False),
    _text("verdict", null=False),
    _text("kind", null=False),
    _text("article", null=False),
    *_span(),
    _json("read"),
    _json("judged"),
    _text("finding"),
    _text("undone_at"),
    _text("undone_by"),
    Index("reviews_by_article", "article"),
    Index("reviews_by_finding", "finding"),
)

reviewed_findings = Table(
    "reviewed_findings",
    metadata,
    Column("finding", Text, primary_key=True),
    _text("kind", null=False),
    _article(),
    Column("read", JSON(none_as_null=True)),
    Index("reviewed_findings_by_article", "article"),
    sqlite_with_rowid=False,
)

kept_results = Table(
    "kept_results",
    metadata,
    Column("name", Text, primary_key=True),
    _text("method", null=False),
    _json("state"),
    Column("value", LargeBinary, nullable=False),
)
