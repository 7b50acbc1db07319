"""How long and until when: duration and deadline of a commitment, as written."""

from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.circumstances import inside
from lagebild.findings.events.clause import filled
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Date
from lagebild.findings.reading import Reading
from lagebild.spans import Span


def duration_of(
    reading: Reading, scene: Scene, content: Span, conditions: list[Span]
) -> str | None:
    """Return the first duration in the content that says how long, None without one.

    "Eine 48-stündige Waffenruhe" has one; those in a condition are its own, and "vier Tage nach" or
    "seit Jahren" say when.
    """
    found = [
        date
        for date in inside(reading.dates, content)
        if date.type == "DURATION"
        and not any(condition.covers(date.span) for condition in conditions)
        and not _says_when(reading, scene, date)
    ]
    return found[0].span.of(reading.article.text) if found else None


def _says_when(reading: Reading, scene: Scene, date: Date) -> bool:
    known = reading.knowledge.view(words_of)["when"]
    tokens = scene.sentence.tokens
    before = [t.text.lower() for t in tokens if t.span.end <= date.span.start][-2:]
    after = [t.text.lower() for t in tokens if t.span.start >= date.span.end][:1]
    return date.start is not None or any(word in known for word in (*before, *after))


def deadline_of(reading: Reading, scene: Scene) -> str | None:
    """Return the deadline in the sentence ("bis zum Jahresende", "sofort"), None without one."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    until = grammar.groups["until"]
    for date in inside(reading.dates, scene.sentence.span):
        before = [t for t in tokens if t.span.end <= date.span.start][-3:]
        own = [t for t in tokens if date.span.covers(t.span)][:1]
        words = reading.knowledge.view(words_of)["before_day"] if _is_ahead(reading, date) else ()
        for token in (*before, *own):
            word = token.text.lower()
            if (word in until and date.type != "DURATION") or word in words:
                return reading.article.text[token.span.start : date.span.end]
            if word in ("binnen", "innerhalb"):
                return reading.article.text[token.span.start : date.span.end]
    at_once = (t.text for t in tokens if grammar.has("at_once", t.text.lower()))
    return next(at_once, None)


def planned_day(reading: Reading, scene: Scene, content: Span) -> str | None:
    """Return the day on which what is committed is to happen ("am Freitag"), as written.

    None without a day to come in the content.
    """
    words = reading.knowledge.view(words_of)["on_day"]
    tokens = scene.sentence.tokens
    for date in inside(reading.dates, content):
        if date.type in ("DATE", "TIME") and _is_ahead(reading, date):
            before = [t for t in tokens if t.span.end <= date.span.start][-1:]
            own = [t for t in tokens if date.span.covers(t.span)][:1]
            opening = [t for t in (*before, *own) if t.text.lower() in words]
            start = opening[0].span.start if opening else date.span.start
            return reading.article.text[start : date.span.end]
    return None


def _is_ahead(reading: Reading, date: Date) -> bool:
    """Tell whether a date lies behind the published day."""
    return bool(date.end and reading.article.published and date.end > reading.article.published)


def looks_ahead(scene: Scene, match: Match, cue: Cue) -> bool:
    """Tell whether the clause in which a cue has its content speaks of what is to come."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    for head in (head for slot in cue.content for head in filled(match.slots, slot)):
        kids = [tokens[i] for i in sentence.children[head]]
        told = head in scene.clauses or any(relation(kid) == "cop" for kid in kids)
        if not told and tokens[head].upos in ("NOUN", "PROPN"):
            return True
        helpers = (kid.lemma for kid in (tokens[head], *kids) if kid.upos == "AUX")
        zu = any(t.xpos in ("PTKZU", "VVIZU") for t in (tokens[head], *kids))
        if zu or any(lemma in ("werden", "wollen", "sollen") for lemma in helpers):
            return True
    return False
