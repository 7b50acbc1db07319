"""Score events: type and sentence first; of those found, roles, status and date."""

from lagebild.days import first_and_last
from lagebild.evaluate.event_errors import event_errors
from lagebild.evaluate.gold import Record
from lagebild.evaluate.measure import Counts, Evaluation, Kind, Measure, Mistake
from lagebild.evaluate.scored import Scored
from lagebild.findings.finding import Event, EventDate

NAMES: dict[str, Kind] = {
    "events": "f1",
    "sentence, any type": "f1",
    "source": "share",
    "source, same set": "share",
    "source, by any mention": "share",
    "target": "share",
    "target, same set": "share",
    "target, by any mention": "share",
    "status": "share",
    "date where gold has one": "share",
    "no date where gold has none": "share",
    "place where gold has one": "share",
    "no place where gold has none": "share",
    "attribution": "share",
}


def score_events(articles: list[Scored]) -> Evaluation:
    """Return the event measures.

    `events`: a predicted event with the type, its trigger in the gold sentence. The rest are
    shares of the events found. `source` and `target`: at least one actor shared with the gold, or
    both empty; `same set`: exactly the gold actors; `by any mention`: an actor counts for all gold
    ones that it shares a mention with, not only for the one it is aligned with. A date is right if
    it covers the same days, a place if its words, or its name, hold those of the gold or stand in
    them ("Nias", "Insel Nias").
    The shares of errors by cause follow (`event_errors`), and where there are articles without
    any event `false per 1,000 words`: there all that is found is a false alarm.
    """
    tables = zip(*(_counts(article) for article in articles), strict=True)
    measures = [
        Measure(name, kind, rows) for (name, kind), rows in zip(NAMES.items(), tables, strict=True)
    ]
    measures += event_errors(articles)
    mistakes = tuple(mistake for article in articles for mistake in _mistakes(article))
    quiet = [article for article in articles if not article.gold.record["events"]]
    if quiet:
        measures.append(_false_alarms(quiet))
    return Evaluation("events", len(articles), tuple(measures), mistakes)


def _false_alarms(articles: list[Scored]) -> Measure:
    """Return the events per 1,000 words of articles that hold none."""
    words = [len(article.gold.text.split()) for article in articles]
    alarms = [1000 * len(article.findings.events) for article in articles]
    counts = [Counts(0, 0, a, w) for a, w in zip(alarms, words, strict=True)]
    return Measure("false per 1,000 words", "share", tuple(counts))


def date_right(gold: str, date: EventDate | None) -> bool:
    """Tell whether a predicted date covers the same days as the annotated one."""
    return date is not None and (date.start[:10], date.end[:10]) == first_and_last(gold)


def place_right(gold: str, event: Event, text: str) -> bool:
    """Tell whether a predicted place is the annotated one, as written or by its name."""
    if event.place is None:
        return False
    written = event.place.span.of(text) if event.place.span != event.sentence else ""
    names = [name.lower() for name in (event.place.name, written) if name]
    return any(name in gold.lower() or gold.lower() in name for name in names)


def _pairs(article: Scored) -> list[tuple[Record, Event]]:
    gold, events = article.gold.record["events"], article.findings.events
    return [(gold[g], events[p]) for g, p in article.events.items()]


def _counts(article: Scored) -> tuple[Counts, ...]:
    pairs = _pairs(article)
    gold, events = article.gold.record["events"], article.findings.events
    dated = [(g, e) for g, e in pairs if g["date"]]
    undated = [(g, e) for g, e in pairs if not g["date"]]
    placed = [(g, e) for g, e in pairs if g.get("place")]
    unplaced = [(g, e) for g, e in pairs if not g.get("place")]
    text = article.gold.text
    return (
        Counts.matched(len(pairs), len(events), len(gold)),
        _sentence_counts(article),
        *_role_counts(article, pairs, "sources"),
        *_role_counts(article, pairs, "targets"),
        Counts.share(sum(g["status"] == e.status for g, e in pairs), len(pairs)),
        Counts.share(sum(date_right(g["date"], e.date) for g, e in dated), len(dated)),
        Counts.share(sum(e.date is None for _, e in undated), len(undated)),
        Counts.share(sum(place_right(g["place"], e, text) for g, e in placed), len(placed)),
        Counts.share(sum(e.place is None for _, e in unplaced), len(unplaced)),
        Counts.share(sum(_attribution_right(article, g, e) for g, e in pairs), len(pairs)),
    )


def _sentence_counts(article: Scored) -> Counts:
    gold = [article.gold.sentence(event) for event in article.gold.record["events"]]
    events = article.findings.events
    right = sum(any(s.covers(e.trigger) for s in gold) for e in events)
    found = sum(any(s.covers(e.trigger) for e in events) for s in gold)
    return Counts(right, len(events), found, len(gold))


def _role_counts(
    article: Scored, pairs: list[tuple[Record, Event]], side: str
) -> tuple[Counts, ...]:
    some, same, touching = 0, 0, 0
    for gold, event in pairs:
        keys: tuple[str, ...] = getattr(event, side)
        mine, wanted = article.golden(keys), set(gold[side])
        both_empty = not (mine or wanted)
        some += bool(mine & wanted) or both_empty
        same += mine == wanted
        touching += bool(article.touched(keys) & wanted) or both_empty
    return tuple(Counts.share(count, len(pairs)) for count in (some, same, touching))


def _attribution_right(article: Scored, gold: Record, event: Event) -> bool:
    keys = (event.attributed_to,) if event.attributed_to else ()
    expected = {gold["attributed_to"]} if gold.get("attributed_to") else set()
    return article.golden(keys) == expected


def _mistakes(article: Scored) -> list[Mistake]:
    name, text = article.gold.document, article.gold.text
    found = []
    for index, gold in enumerate(article.gold.record["events"]):
        if index not in article.events:
            what = f"{gold['type']} {gold['trigger']}"
            found.append(Mistake("miss", name, what, gold["sentence"]))
    taken = set(article.events.values())
    for index, event in enumerate(article.findings.events):
        if index not in taken:
            what = f"{event.type} {event.trigger.of(text)} ({event.why})"
            found.append(Mistake("false alarm", name, what, event.sentence.of(text)))
    for gold, event in _pairs(article):
        found += _wrong(article, gold, event)
    return found


def _wrong(article: Scored, gold: Record, event: Event) -> list[Mistake]:
    name, text, place = article.gold.document, article.gold.text, gold.get("place")
    mine_at = event.place.name if event.place else None
    days = f"{event.date.start}..{event.date.end}" if event.date else None
    sources, targets = article.golden(event.sources), article.golden(event.targets)
    checks = {
        "source": (bool(sources & {*gold["sources"]}), sorted(sources), gold["sources"]),
        "target": (bool(targets & {*gold["targets"]}), sorted(targets), gold["targets"]),
        "status": (event.status == gold["status"], event.status, gold["status"]),
        "date": (not gold["date"] or date_right(gold["date"], event.date), days, gold["date"]),
        "place": (not place or place_right(place, event, text), mine_at, place),
    }
    return [
        Mistake(kind, name, f"{gold['type']} {gold['trigger']}: {mine}, gold {theirs}", where)
        for kind, (right, mine, theirs) in checks.items()
        if not right and (mine or theirs)
        for where in [gold["sentence"]]
    ]
