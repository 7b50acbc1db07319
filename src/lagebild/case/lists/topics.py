"""What an actor speaks about: the nouns of its statements, with the months in which it used them.

Nouns are told by their capital letter in the dictionary form, so no analysis needs to be kept.
Days, months and units of time are no topics, nor is the actor itself.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, select

from lagebild.case import schema
from lagebild.case.filter import A
from lagebild.case.lists.conditions import is_actor
from lagebild.case.rows import spans
from lagebild.case.search import WORD, lemma_of
from lagebild.knowledge import Knowledge

NEWEST = 1000
"""How many statements are read, the newest."""
FEWEST = 2
SHORTEST = 3
TIMES = ("weekdays", "months", "time_units")


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun with the number of statements that hold it, by month (ISO, oldest first)."""

    word: str
    statements: int
    months: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an actor speaks about: statements by month (ISO), and topics, the most frequent first.

    Of very many statements only the newest count.
    """

    months: tuple[tuple[str, int], ...]
    topics: tuple[Topic, ...]


def spoken(connection: Connection, key: str, names: Collection[str], most: int = 12) -> Spoken:
    """Return what the actor with this key speaks about; `names` are its own, which are none."""
    own = {word for name in names for word in WORD.findall(name.casefold())} | _times()
    by_month: Counter[str] = Counter()
    by_topic: dict[str, Counter[str]] = {}
    for month, quoted in _quotes(connection, key):
        by_month[month] += 1
        for noun in nouns(quoted):
            if noun.casefold() not in own:
                by_topic.setdefault(noun, Counter())[month] += 1
    topics = [
        Topic(word, months.total(), tuple(sorted(months.items())))
        for word, months in by_topic.items()
        if months.total() >= FEWEST
    ]
    topics.sort(key=lambda topic: (-topic.statements, topic.word))
    return Spoken(tuple(sorted(by_month.items())), tuple(topics[:most]))


def nouns(text: str) -> set[str]:
    """Return the dictionary forms of the nouns and names in a German text."""
    capital = (word for word in WORD.findall(text) if word[0].isupper() and len(word) >= SHORTEST)
    return {lemma for lemma in map(lemma_of, capital) if lemma[:1].isupper()}


def _quotes(connection: Connection, key: str) -> list[tuple[str, str]]:
    """Return month of publication and words of the actor's statements, the newest first."""
    s = schema.statements.c
    rows = connection.execute(
        select(A.published, A.text, s.quote)
        .join_from(schema.statements, schema.articles, s.article == A.number)
        .where(
            is_actor(connection, key, s.speaker, s.article),
            A.duplicate_of.is_(None),
            A.published.is_not(None),
        )
        .order_by(A.published.desc(), s.id)
        .limit(NEWEST)
    )
    return [(row.published[:7], " ".join(q.of(row.text) for q in spans(row.quote))) for row in rows]


@cache
def _times() -> frozenset[str]:
    rows = (row for name in TIMES for row in Knowledge().table(name))
    return frozenset(row.key.casefold() for row in rows)
