"""What a briefing says: what happened, who moved, what is pending on what, what is disputed.

Here it is chosen, not worded: each part is a list of records of the picture, the weightiest first.
`exports/briefing` puts them into template lines.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lagebild.case import Case, Filter
from lagebild.case.stories import Story
from lagebild.days import first_and_last
from lagebild.picture.contradictions import Contradiction, contradictions_of
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Citation, Material, material
from lagebild.picture.movements import (
    BY_COUNTRY,
    Comparison,
    Move,
    Turnabout,
    comparison,
    moves,
    turnabouts,
)
from lagebild.picture.network import Network, NetworkOptions, network
from lagebild.picture.wording import content, likeness

LINES = 7
"""Lines of one part: five parts with their citations fill two pages."""
MANY = 10
"""Reports from which actors of one story alone are left out of the drawn network."""
REPORTS = frozenset({"news", "analysis", "other"})
"""Genres that tell what happened; a commentary or an interview alone is no happening."""
SETTLED = frozenset({"agreed", "in_force", "refused", "broken", "ended"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A story of the window with its reports there, and the words that stand for it.

    `titled` tells whether one of its articles has a headline.
    """

    story: Story
    reports: int
    citation: Citation
    titled: bool


@dataclass(frozen=True)
class Briefing:
    """All parts of a briefing on a window; each list has at most `LINES` entries.

    `since` and `until` are the first and last day, empty where no article has a date. `reports`
    are the ids of the articles within.
    `found` is the material of the window, `network` its signed network of countries and groups.
    `moved` and `turned` are those of `compared.now` against `compared.before`. `pending` are open
    commitments, `settled` those that were decided within the window.
    """

    since: str
    until: str
    reports: Sequence[str]
    found: Material
    network: Network
    happened: Sequence[Happening]
    moved: Sequence[Move]
    turned: Sequence[Turnabout]
    pending: Sequence[Life]
    settled: Sequence[Life]
    disputed: Sequence[Contradiction]
    compared: Comparison


def briefing(case: Case, since: str | None = None, until: str | None = None) -> Briefing:
    """Choose what a briefing on the window says.

    Args:
        case: The case.
        since: First year, month or day (ISO), by default the day of the first article.
        until: Last year, month or day (ISO), by default the day of the last article.

    Raises:
        WrongUse: One of them is no date.
    """
    where = _whole_days(Filter(since=since, until=until))
    since, until = where.since, where.until
    whole = material(case)
    days = sorted(a.published[:10] for a in whole.articles.values() if a.published)
    first, last = since or next(iter(days), ""), until or next(reversed(days), "")
    found = material(case, where)
    reports = [a.id for a in found.articles.values() if _lies_in(a.published, where)]
    options = NetworkOptions(relations=BY_COUNTRY, actors=16)
    compared = comparison(where, first, last or first)
    lives = [life for life in lives_of(whole) if _lies_in(life.changed, where)]
    seen = network(case, where, replace(options, min_stories=2 if len(reports) >= MANY else 1))
    return Briefing(
        first,
        last,
        reports,
        found,
        seen,
        _happened(found, where),
        moves(case, compared, LINES),
        turnabouts(case, whole, compared, LINES),
        _pending(lives),
        [life for life in lives if life.state in SETTLED and len(life.changes) > 1][-LINES:],
        contradictions_of(found)[-LINES:],
        compared,
    )


def _whole_days(where: Filter) -> Filter:
    """Return the window from the first day of its first to the last day of its last part."""
    since = first_and_last(where.since)[0] if where.since else None
    until = first_and_last(where.until)[1] if where.until else None
    return replace(where, since=since, until=until)


def _lies_in(day: str | None, where: Filter) -> bool:
    """Tell whether a day lies in the window; where it has no bounds, everything does."""
    if not day:
        return where.since is None and where.until is None
    begun = where.since is None or day[:10] >= where.since
    return begun and (where.until is None or day[:10] <= where.until)


def _happened(found: Material, where: Filter) -> list[Happening]:
    """Return the stories of the window, those with most reports and then the latest.

    Articles without sentences, as those in other languages, have no words to cite.
    """
    chosen = []
    for story in found.stories:
        here = [a for a in story.articles if a in found.sentences]
        here = [a for a in here if _lies_in(found.articles[a].published, where)]
        if any(found.articles[a].genre in REPORTS for a in here):
            chosen.append((len(here), story.last or "", story, here))
    most = sorted(chosen, key=lambda c: (c[0], c[1]), reverse=True)[:LINES]
    most.sort(key=lambda c: c[2].first or "")
    return [
        Happening(
            story,
            n,
            _words_for(found, story, here),
            any(found.articles[a].title for a in story.articles),
        )
        for n, _, story, here in most
    ]


def _words_for(found: Material, story: Story, articles: Sequence[str]) -> Citation:
    """Return the sentence that tells the headline: of an event, in its words, else the first.

    An event that other articles tell too comes before one that only one tells.
    """
    told = Counter(found.told.get(e.id, e.id) for e in found.events)
    title = content(story.title)
    events = [e for a in articles for e in found.of_article.get(a, ())]
    body = [e for e in events if e.sentence.start > len(found.articles[e.article].title or "")]
    happened = [e for e in body if e.status in {"occurred", "ongoing"}]
    for some in (happened, body, events):
        if some:
            best = max(
                some,
                key=lambda e: (
                    told[found.told.get(e.id, e.id)] > 1 and len(articles) > 1,
                    round(likeness(title, content(e.sentence_words)), 2),
                    -e.sentence.start,
                ),
            )
            return found.cite(best.article, best.sentence)
    return found.cite(articles[0], found.sentences[articles[0]][0])


def _pending(lives: Sequence[Life]) -> list[Life]:
    """Return the open commitments, those with a condition before those that wait for an answer.

    A refusal under a condition is open too: it holds as long as the condition does.
    """
    waiting = [
        life
        for life in lives
        if (life.condition and (life.is_open or life.kind == "refusal")) or life.waits_for
    ]
    waiting.sort(key=lambda life: life.changed or "", reverse=True)
    waiting.sort(key=lambda life: life.condition is None)
    return waiting[:LINES]
