"""Everything of a case that the picture is drawn from, loaded once and joined by story."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from lagebild.case import Case, Filter
from lagebild.case.records import (
    ArticleRecord,
    CommitmentRecord,
    EventRecord,
    FigureRecord,
    MentionRecord,
    PlaceRecord,
    StatementRecord,
)
from lagebild.case.stories import Story
from lagebild.findings.finding import Actor
from lagebild.knowledge import Knowledge
from lagebild.picture.stories import event_stories, stories
from lagebild.picture.stories.likeness import STATE_KINDS
from lagebild.picture.wording import packaged
from lagebild.spans import Span

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that show something: `words` is the article's text at `span`."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True)
class Material:
    """Findings without reprints, each list by date; `actors` by key, `told` is the story of events.

    The lists of findings keep to the filter, `sentences` to its time; `articles`, `stories` and
    `actors` are all there are.
    """

    articles: Mapping[str, ArticleRecord]
    actors: Mapping[str, Actor]
    mentions: Sequence[MentionRecord]
    statements: Sequence[StatementRecord]
    events: Sequence[EventRecord]
    commitments: Sequence[CommitmentRecord]
    figures: Sequence[FigureRecord]
    places: Sequence[PlaceRecord]
    sentences: Mapping[str, Sequence[Span]]
    stories: Sequence[Story]
    told: Mapping[str, str]

    @cached_property
    def news(self) -> dict[str, str]:
        """The story of each article by the article's id."""
        return {article: story.id for story in self.stories for article in story.articles}

    @cached_property
    def _by_story(self) -> dict[str, tuple[str, ...]]:
        return {story.id: story.articles for story in self.stories}

    def beside(self, article: str) -> tuple[str, ...]:
        """Return the articles of the story that an article belongs to."""
        return self._by_story.get(self.news.get(article, ""), (article,))

    @cached_property
    def mentioned(self) -> dict[str, list[MentionRecord]]:
        """The mentions of each article by the article's id, in order of the text."""
        return _gathered((mention.article, mention) for mention in self.mentions)

    @cached_property
    def said(self) -> dict[str, list[Span]]:
        """The spans of all quotations of each article by the article's id."""
        return _gathered((said.article, span) for said in self.statements for span in said.quote)

    @cached_property
    def told_in(self) -> dict[str, list[StatementRecord]]:
        """The statements of each article by the article's id, in order of the text."""
        return _gathered((said.article, said) for said in self.statements)

    @cached_property
    def quoted(self) -> dict[str, list[Span]]:
        """The spans of direct quotations of each article by the article's id."""
        direct = (said for said in self.statements if said.kind == "direct")
        return _gathered((said.article, span) for said in direct for span in said.quote)

    @cached_property
    def of_article(self) -> dict[str, list[EventRecord]]:
        """The events of each article by the article's id."""
        return _gathered((event.article, event) for event in self.events)

    @cached_property
    def at(self) -> dict[tuple[str, int], list[EventRecord]]:
        """The events of each sentence by article and start of the sentence."""
        return _gathered(((event.article, event.sentence.start), event) for event in self.events)

    def places_in(self, article: str, span: Span) -> frozenset[str]:
        """Return the names of the places that these words of an article name."""
        here = self.placed.get(article, ())
        return frozenset(place.name for place in here if span.covers(place.span))

    def countries_in(self, article: str, span: Span) -> frozenset[str]:
        """Return the countries of the places that these words of an article name."""
        here = self.placed.get(article, ())
        return frozenset(p.country for p in here if p.country and span.covers(p.span))

    def lands(self, article: str, span: Span) -> frozenset[str]:
        """Return the countries of places and actors in these words, else those of the article."""
        named = (
            self.actors.get(m.actor) for m in self.mentioned.get(article, ()) if span.covers(m.span)
        )
        home = frozenset(actor.country for actor in named if actor and actor.country)
        return home | self.countries_in(article, span) or self.setting(article, 1)

    def setting(self, article: str, most: int) -> frozenset[str]:
        """Return the countries whose places and actors an article names most, at most so many."""
        told = Counter(p.country for p in self.placed.get(article, ()) if p.country)
        named = (self.actors.get(m.actor) for m in self.mentioned.get(article, ()))
        told.update(actor.country for actor in named if actor and actor.country)
        ranked = sorted(told, key=lambda country: (-told[country], country))
        return frozenset(ranked[:most])

    @cached_property
    def placed(self) -> dict[str, list[PlaceRecord]]:
        """The places of each article by the article's id, in order of the text."""
        return _gathered((place.article, place) for place in self.places)

    def order(self, article: str, offset: int) -> int:
        """Return the number of the sentence in which an offset lies, counted from 0."""
        return bisect_right(self.sentences.get(article, ()), (offset, math.inf)) - 1

    def cite(self, article: str, span: Span) -> Citation:
        """Return these words of an article as a citation."""
        return Citation(article, span, span.of(self.articles[article].text))

    def state(self, key: str) -> str:
        """Return the country for which an actor acts, or its own key where it acts for none."""
        actor = self.actors.get(key)
        if actor and actor.country and actor.kind in STATE_KINDS:
            return actor.country
        return key

    def states(self, keys: Sequence[str]) -> frozenset[str]:
        """Return the countries for which actors act; see `state`."""
        return frozenset(self.state(key) for key in keys)

    def side(self, key: str) -> str:
        """Return the country for which an actor speaks, or its own key where it is for itself.

        Unlike `state`, two politicians of one country are two sides where a party, a parliament or
        a region is all that they speak for (`own_titles.tsv`).
        """
        actor = self.actors.get(key)
        return key if actor and actor.kind == "person" and _is_own(actor) else self.state(key)

    def sides(self, keys: Sequence[str]) -> frozenset[str]:
        """Return the sides for which actors speak; see `side`."""
        return frozenset(self.side(key) for key in keys)

    def name(self, key: str | None) -> str:
        """Return the name of an actor, a dash for None."""
        if key is None:
            return "–"
        return self.actors[key].name if key in self.actors else key

    def names(self, keys: Sequence[str]) -> str:
        """Return the names of actors, joined by commas; a dash where there is none."""
        return ", ".join(self.name(key) for key in keys) or "–"

    def published(self, article: str) -> str:
        """Return the date of an article, empty where it has none."""
        return self.articles[article].published or ""


def material(case: Case, where: Filter | None = None) -> Material:
    """Load what the picture is drawn from; reprints are left out."""
    chosen = where or Filter()
    window = Filter(since=chosen.since, until=chosen.until)
    return Material(
        articles={a.id: a for a in case.articles()},
        actors={r.actor.key: r.actor for r in case.actors(Filter(reprints=True))},
        mentions=case.mentions(window),
        statements=case.statements(chosen),
        events=case.events(chosen),
        commitments=case.commitments(chosen),
        figures=case.figures(chosen),
        places=case.places(),
        sentences=_gathered(case.sentences(window)),
        stories=stories(case),
        told=event_stories(case),
    )


def _is_own(actor: Actor) -> bool:
    """Tell whether no title of a person is an office of the state that it is told to be of."""
    titles = (role.title.casefold() for role in actor.roles if role.country == actor.country)
    ends = packaged().view(_own_titles)
    return all(title.endswith(ends) for title in titles)


def _own_titles(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(row.key.casefold() for row in knowledge.table("own_titles"))


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the second of the pairs by the first, in their order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
