"""Why mentions were missed, invented or given to the wrong actor: shares by cause.

Of a missed mention: `nothing` was found there; what was found is `split` off (its actor is no
gold actor's), or it is `another's` (its actor is aligned with another gold actor). Of a false one:
`nothing` is annotated there, or it is `another's` words.
"""

from lagebild.evaluate.measure import Counts, Measure
from lagebild.evaluate.scored import Scored
from lagebild.findings.finding import Mention
from lagebild.spans import Span

NAMES = (
    "missed: nothing found there",
    "missed: split off",
    "missed: taken for another",
    "false: a name, nothing annotated",
    "false: a noun, nothing annotated",
    "false: another actor's words",
)


def actor_errors(articles: list[Scored]) -> tuple[Measure, ...]:
    """Return each cause as a share: of gold mentions (missed) or of those found (false)."""
    rows = [_counts(article) for article in articles]
    columns = zip(*rows, strict=True)
    return tuple(
        Measure(name, "share", column) for name, column in zip(NAMES, columns, strict=True)
    )


def _counts(article: Scored) -> tuple[Counts, ...]:
    gold = [(key, span) for key, spans in article.gold_mentions.items() for span in spans]
    found = [mention for mentions in article.mentions.values() for mention in mentions]
    missed = [_missed(article, key, span, found) for key, span in gold]
    false = [_false(article, mention, gold) for mention in found]
    return (
        *(Counts.share(missed.count(name), len(gold)) for name in NAMES[:3]),
        *(Counts.share(false.count(name), len(found)) for name in NAMES[3:]),
    )


def _missed(article: Scored, key: str, span: Span, found: list[Mention]) -> str | None:
    """Return why a gold mention was not found, None where it was."""
    here = {article.gold_of.get(m.actor) for m in found if m.span.overlaps(span)}
    if key in here:
        return None
    if not here:
        return NAMES[0]
    return NAMES[1] if here == {None} else NAMES[2]


def _false(article: Scored, mention: Mention, gold: list[tuple[str, Span]]) -> str | None:
    """Return why a mention that was found is wrong, None where it is right."""
    here = {key for key, span in gold if mention.span.overlaps(span)}
    if article.gold_of.get(mention.actor) in here:
        return None
    if here:
        return NAMES[5]
    return NAMES[4] if mention.form == "title" else NAMES[3]
