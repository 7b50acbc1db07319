"""Stories: the articles of a case that report on one course of events, over time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from lagebild.case.search import stem, stems
from lagebild.case.stories import Story
from lagebild.case.told import ToldArticle
from lagebild.knowledge import Knowledge
from lagebild.picture.stories.grouping import grouped
from lagebild.picture.vectors import tfidf

NEAREST = 0.235
"""Similarity from which an article joins a story. `tests/picture/stories` holds it to the demo
collection: from 0.225 to 0.24 the reports on one event are together and no others."""
WEIGHTS = (0.55, 0.25, 0.2)
"""How much words, actors and dated events count."""
TITLE_WEIGHT = 3
"""How often a word of the headline counts; headlines name what a story is about."""
SHORTEST_STEM = 3
CHIEF_ACTORS = 5


def article_stories(articles: Sequence[ToldArticle]) -> list[Story]:
    """Return the stories of articles that are given by date, undated last, in order of time.

    An article without a date is a story of its own: nothing says when to compare it.
    """
    originals = [a for a in articles if a.duplicate_of is None]
    dated = [a for a in originals if a.published]
    words = tfidf([_words(a) for a in dated])
    views = (words, tfidf([a.actors for a in dated]), tfidf([a.deeds for a in dated]))
    days = np.array([_day(a) for a in dated], float)
    numbers = grouped(list(zip(views, WEIGHTS, strict=True)), days, NEAREST)
    reprints: dict[str, list[str]] = {}
    for article in articles:
        if article.duplicate_of:
            reprints.setdefault(article.duplicate_of, []).append(article.id)
    members: dict[int, list[int]] = {}
    for place, number in enumerate(numbers.tolist()):
        members.setdefault(number, []).append(place)
    stories = [
        _story([dated[n] for n in group], _nearest(words[group]), reprints)
        for group in members.values()
    ]
    return stories + [_story([a], [0], reprints) for a in originals if not a.published]


def _words(article: ToldArticle) -> Counter[str]:
    counts = Counter(article.stems)
    for word in stems(article.title or ""):
        counts[word] += TITLE_WEIGHT - 1
    return Counter({w: n for w, n in counts.items() if len(w) >= SHORTEST_STEM and w not in MUTE})


MUTE = frozenset(stem(row.key) for row in Knowledge().table("function_words"))


def _day(article: ToldArticle) -> int:
    return date.fromisoformat((article.published or "")[:10]).toordinal()


def _nearest(vectors: Any) -> list[int]:
    """Return the rows of a story by nearness to its centre, nearest first."""
    products = np.asarray(vectors @ np.asarray(vectors.sum(axis=0)).T).ravel()
    scores = [round(float(product), 9) for product in products]
    return sorted(range(len(scores)), key=lambda n: (-scores[n], n))


def _story(
    members: Sequence[ToldArticle], order: Iterable[int], reprints: dict[str, list[str]]
) -> Story:
    dates = [a.published for a in members if a.published]
    names = Counter(actor for a in members for actor in a.actors)
    chief = sorted(names, key=lambda actor: (-names[actor], -_mentions(members, actor), actor))
    return Story(
        id=members[0].id,
        title=_title([members[n] for n in order]),
        first=min(dates, default=None),
        last=max(dates, default=None),
        articles=tuple(a.id for a in members),
        reprints=tuple(again for a in members for again in reprints.get(a.id, ())),
        actors=tuple(chief[:CHIEF_ACTORS]),
    )


def _mentions(members: Sequence[ToldArticle], actor: str) -> int:
    return sum(a.actors.get(actor, 0) for a in members)


def _title(nearest_first: Sequence[ToldArticle]) -> str:
    """Return the headline of a report before that of a commentary, the nearest before others.

    Where no article has a headline, it is the name of a file.
    """
    titled = [a for a in nearest_first if a.title]
    reports = [a for a in titled if a.genre == "news"]
    best = (reports or titled or nearest_first)[0]
    return best.title or Path(best.uri).name or best.id
