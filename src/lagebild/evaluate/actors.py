"""Score actors: who was found, with which mentions, kind and country, and who was confused."""

from lagebild.evaluate.actor_errors import actor_errors
from lagebild.evaluate.alignment import holds_half, overlap
from lagebild.evaluate.measure import Counts, Evaluation, Measure, Mistake
from lagebild.evaluate.scored import Scored
from lagebild.spans import Span

NAMES = {
    "mentions to the right actor": "f1",
    "actors": "f1",
    "kind right": "share",
    "country right": "share",
    "wrong merges": "share",
}

LINKS = frozenset({"der", "des", "von", "vom", "in", "im", "aus", "für"})
"""Words before a name that says whose or where somebody is."""


def score_actors(articles: list[Scored]) -> Evaluation:
    """Return the actor measures.

    A mention is right if it overlaps a mention of the gold actor that its actor is aligned with.
    `wrong merges` is the share of predicted actors that hold mentions of more than one gold
    actor. A mention counts for the gold actor of whose mention it holds at least half, the best
    overlap of several. A name inside a longer mention is somebody else's, be the longer one gold
    ("EU" in "EU-Außenminister") or predicted ("Ukraine" in "Präsidentin der Ukraine").
    The shares of errors by cause follow (`actor_errors`).
    """
    tables = zip(*(_counts(article) for article in articles), strict=True)
    measures = tuple(
        Measure(name, "f1" if kind == "f1" else "share", rows)
        for (name, kind), rows in zip(NAMES.items(), tables, strict=True)
    )
    mistakes = tuple(mistake for article in articles for mistake in _mistakes(article))
    return Evaluation("actors", len(articles), (*measures, *actor_errors(articles)), mistakes)


def _counts(article: Scored) -> tuple[Counts, ...]:
    gold = {actor["key"]: actor for actor in article.gold.record["actors"]}
    actors = {
        actor.key: actor for actor in article.findings.actors if actor.key in article.mentions
    }
    pairs = [(actors[p], gold[g]) for p, g in article.gold_of.items() if p in actors]
    kinds = sum(actor.kind == record["kind"] for actor, record in pairs)
    countries = sum(actor.country == record["country"] for actor, record in pairs)
    return (
        _mention_counts(article),
        Counts.matched(len(pairs), len(actors), len(gold)),
        Counts.share(kinds, len(pairs)),
        Counts.share(countries, len(pairs)),
        Counts.share(len(_merged(article)), len(actors)),
    )


def _mention_counts(article: Scored) -> Counts:
    predicted = right = found = 0
    for key, mentions in article.mentions.items():
        spans = article.gold_mentions.get(article.gold_of.get(key, ""), ())
        predicted += len(mentions)
        right += sum(any(m.span.overlaps(s) for s in spans) for m in mentions)
        found += sum(any(m.span.overlaps(s) for m in mentions) for s in spans)
    return Counts(right, predicted, found, sum(map(len, article.gold_mentions.values())))


def _merged(article: Scored) -> dict[str, list[str]]:
    """Return the predicted actors that cover several gold actors, with these."""
    merged = {}
    for key, mentions in article.mentions.items():
        best = {_best(article, mention.span) for mention in mentions} - {None}
        if len(best) > 1:
            merged[key] = sorted(str(gold) for gold in best)
    return merged


def _best(article: Scored, span: Span) -> str | None:
    found = [
        (overlap(span, other), gold)
        for gold, spans in article.gold_mentions.items()
        for other in spans
        if holds_half(span, other) and not _says_whose(article.gold.text, span, other)
    ]
    return max(found)[1] if found else None


def _says_whose(text: str, span: Span, inner: Span) -> bool:
    """Tell whether a name inside a mention says whose it is: "Präsidentin [der Ukraine]"."""
    before = text[span.start : inner.start].split() if span.start < inner.start else []
    return bool(before) and before[-1].lower() in LINKS


def _mistakes(article: Scored) -> list[Mistake]:
    name, text = article.gold.document, article.gold.text
    found_gold = set(article.gold_of.values())
    found = [
        Mistake("merged", name, key, " + ".join(gold)) for key, gold in _merged(article).items()
    ]
    for actor in article.gold.record["actors"]:
        if actor["key"] not in found_gold:
            found.append(Mistake("miss", name, actor["kind"], " | ".join(actor["mentions"])))
    for key, mentions in article.mentions.items():
        if key not in article.gold_of:
            words = dict.fromkeys(mention.span.of(text) for mention in mentions)
            found.append(Mistake("false alarm", name, key, " | ".join(words)))
    gold = {actor["key"]: actor for actor in article.gold.record["actors"]}
    for actor in article.findings.actors:
        record = gold.get(article.gold_of.get(actor.key, ""))
        if record and actor.kind != record["kind"]:
            found.append(Mistake("kind", name, f"{actor.kind}, gold {record['kind']}", actor.name))
        if record and actor.country != record["country"]:
            wrong = f"{actor.country}, gold {record['country']}"
            found.append(Mistake("country", name, wrong, actor.name))
    return found
