"""Stories: articles that report on one course of events, and events told several times.

They are found when first asked for and kept in the case file until it changes.
"""

from contextlib import suppress

from lagebild.case import Case
from lagebild.case.stories import Story, keep_stories, kept_event_stories, kept_stories, state
from lagebild.case.told import tellings, told_actors, told_articles
from lagebild.errors import CaseError
from lagebild.picture.stories.articles import article_stories
from lagebild.picture.stories.events import grouped_tellings

__all__ = ["Story", "event_stories", "stories"]

METHOD = "4"
"""Version of the method; stories that another one found are found anew."""


def stories(case: Case) -> list[Story]:
    """Return the stories of a case in order of their beginning, undated ones last."""
    with case.looking() as connection:
        kept = kept_stories(connection, METHOD)
    return kept if kept is not None else _found(case)[0]


def event_stories(case: Case) -> dict[str, str]:
    """Return the story of each event, reprints included, by event id.

    The same event told in several sentences or articles is one story, which has the id of its
    first telling.
    """
    with case.looking() as connection:
        kept = kept_event_stories(connection, METHOD)
    return kept if kept is not None else _found(case)[1]


def _found(case: Case) -> tuple[list[Story], dict[str, str]]:
    """Find the stories; keep them unless the file cannot be written now."""
    with case.looking() as connection:
        before = state(connection)
        found = article_stories(told_articles(connection))
        news = {article: s.id for s in found for article in (*s.articles, *s.reprints)}
        events = grouped_tellings(tellings(connection), told_actors(connection), news)
    with suppress(CaseError), case.writing() as connection:
        if state(connection) == before:
            keep_stories(connection, METHOD, found, events)
    return found, events
