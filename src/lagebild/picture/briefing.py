"""What a briefing says: what happened, who moved, what is pending on what, what is disputed.

Here it is chosen, not worded: each part is a list of records of the picture, the weightiest first.
`exports/briefing` puts them into template lines.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lagebild.case import Case, Filter
from lagebild.case.positions import decided_positions
from lagebild.case.stories import Story
from lagebild.days import first_and_last
from lagebild.picture.contradictions import Contradiction, contradictions_of
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Citation, Material, material
from lagebild.picture.network import Network, NetworkOptions, network
from lagebild.picture.positions import Position, positions_of, utterances_of
from lagebild.picture.relations import Relation, relations
from lagebild.picture.ties import RelationOptions
from lagebild.picture.wording import content, likeness

BY_COUNTRY = RelationOptions(roll_up="country")
LINES = 7
"""Lines of one part: five parts with their citations fill two pages."""
FEWEST_SPEAKERS = 3
"""Utterances that an issue must have before a change of stance on it is told."""
MANY = 10
"""Reports from which actors of one story alone are left out of the drawn network."""
LEAST_MOVE = 2.0
"""Change of a balance (in units of the scale: half a meeting) below which nobody moved."""
REPORTS = frozenset({"news", "analysis", "other"})
"""Genres that tell what happened; a commentary or an interview alone is no happening."""
MOVERS = frozenset({"state", "government", "organisation", "armed_group", "party", "person"})
"""Kinds of actors of whom it is told that they moved; a crowd without a name moves nowhere."""
SETTLED = frozenset({"agreed", "in_force", "refused", "broken", "ended"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A story of the window with its reports there, and the words that stand for it."""

    story: Story
    reports: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Move:
    """A relation whose balance changed; `before` is the balance of the time before, or None."""

    relation: Relation
    before: float | None

    @property
    def size(self) -> float:
        """How far the balance moved."""
        return abs(self.relation.balance - (self.before or 0.0))


@dataclass(frozen=True, slots=True)
class Turnabout:
    """An actor whose stance on an issue is another than before the window."""

    position: Position
    before: str


@dataclass(frozen=True)
class Briefing:
    """All parts of a briefing on a window; each list has at most `LINES` entries.

    `since` and `until` are the first and last day, empty where no article has a date. `reports`
    are the ids of the articles within.
    `found` is the material of the window, `network` its signed network of countries and groups.
    `pending` are open commitments, `settled` those that were decided within the window. `compared`
    tells whether there is a time before the window.
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
    compared: bool


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
    lives = [life for life in lives_of(whole) if _lies_in(life.changed, where)]
    seen = network(case, where, replace(options, min_stories=2 if len(reports) >= MANY else 1))
    return Briefing(
        first,
        last,
        reports,
        found,
        seen,
        _happened(found, where),
        _moved(case, where, seen, last or first),
        _turned(case, whole, where),
        _pending(lives),
        [life for life in lives if life.state in SETTLED and len(life.changes) > 1][-LINES:],
        contradictions_of(found)[-LINES:],
        since is not None,
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
    return [Happening(story, n, _words_for(found, story, here)) for n, _, story, here in most]


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


def _moved(case: Case, where: Filter, seen: Network, latest: str) -> list[Move]:
    """Return the relations whose balance changed most against the time of equal length before.

    What binds both sides alike, such as an agreement, is told once.
    """
    before = _window_before(where, latest)
    earlier = {}
    if before is not None:
        earlier = {(r.source, r.target): r.balance for r in relations(case, before, BY_COUNTRY)}
    moves = [
        Move(r, earlier.get((r.source, r.target)))
        for r in seen.relations
        if {seen.ties.node(r.source).kind, seen.ties.node(r.target).kind} <= MOVERS
    ]
    telling = [m for m in moves if m.size >= LEAST_MOVE and m.relation.evidence]
    once = {m.relation.evidence[0]: m for m in sorted(telling, key=lambda m: m.size)}
    return sorted(once.values(), key=lambda m: -m.size)[:LINES]


def _window_before(where: Filter, latest: str) -> Filter | None:
    """Return the time of equal length before a window that ends, if nothing else, on `latest`."""
    if not where.since:
        return None
    first = date.fromisoformat(where.since[:10])
    last = date.fromisoformat((where.until or latest)[:10])
    try:
        end = first - timedelta(days=1)
        start = end - (last - first)
    except OverflowError:  # the calendar begins with the year 1
        return None
    return replace(where, since=start.isoformat(), until=end.isoformat())


def _turned(case: Case, whole: Material, where: Filter) -> list[Turnabout]:
    """Return who took another stance than before on an issue that several speak on."""
    with case.looking() as connection:
        spoken = utterances_of(whole, decided_positions(connection))
    size = Counter(u.issue for u in spoken)
    spoken = [u for u in spoken if size[u.issue] >= FEWEST_SPEAKERS]
    before = positions_of([u for u in spoken if (u.published or "") < (where.since or "")])
    earlier = {(p.issue, p.actor): p.stance for p in before}
    now = positions_of([u for u in spoken if _lies_in(u.published, where)])
    turned = [
        Turnabout(p, earlier[p.issue, p.actor])
        for p in now
        if earlier.get((p.issue, p.actor), p.stance) != p.stance
    ]
    return turned[:LINES]


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
