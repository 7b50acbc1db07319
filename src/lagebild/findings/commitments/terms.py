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

AHEAD = frozenset({"werden", "wollen", "sollen"})
"""Helpers by which a clause speaks of what is to come; an offer also by "können"."""


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


def deadline_of(reading: Reading, scene: Scene, content: Span) -> str | None:
    """Return until when ("bis zum Jahresende", "sofort"), None where nothing says so.

    It stands in the content, else in a clause to which that belongs, not in another one.
    """
    found = [span for span in _limits(reading, scene) if _concerns(scene, span, content)]
    within = [span for span in found if content.covers(span)]
    return (within or found)[0].of(reading.article.text) if found else None


def _limits(reading: Reading, scene: Scene) -> list[Span]:
    """Return the deadlines of a sentence, those of a day before words such as "sofort"."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    until, found = grammar.groups["until"], []
    for date in inside(reading.dates, scene.sentence.span):
        before = [t for t in tokens if t.span.end <= date.span.start][-3:]
        own = [t for t in tokens if date.span.covers(t.span)][:1]
        words = reading.knowledge.view(words_of)["before_day"] if _is_ahead(reading, date) else ()
        for token in (*before, *own):
            word = token.text.lower()
            limits = (word in until and date.type != "DURATION") or word in words
            if limits or word in ("binnen", "innerhalb"):
                found.append(Span(token.span.start, date.span.end))
                break
    soon = reading.knowledge.view(words_of)["soon"]
    hurried = (t.span for t in tokens if grammar.has("at_once", t.text.lower()) or t.lemma in soon)
    return [*found, *hurried]


def _concerns(scene: Scene, span: Span, content: Span) -> bool:
    """Tell whether words stand in the content or in a clause that it is part of."""
    tokens = scene.sentence.tokens
    word = next((t for t in tokens if t.span.overlaps(span)), None)
    told = [t for t in tokens if content.covers(t.span)]
    if word is None or not told or content.covers(span):
        return True
    above = {clause for token in told for clause in _clauses_above(scene, token.index)}
    return next(iter(_clauses_above(scene, word.index)), None) in above


def _clauses_above(scene: Scene, index: int) -> list[int]:
    """Return the verbs of the clauses that a word stands in, the innermost first."""
    found, here = [], index
    while here >= 0:
        if here in scene.clauses:
            found.append(here)
        here = scene.sentence.tokens[here].head
    return found


def planned_day(reading: Reading, scene: Scene, content: Span) -> str | None:
    """Return the day on which what is committed is to happen ("am Freitag"), as written.

    None without a day to come in the content or in the clause of its last word.
    """
    words = reading.knowledge.view(words_of)["on_day"]
    tokens = scene.sentence.tokens
    last = [t.index for t in tokens if content.covers(t.span)][-1:]
    home = [clause for index in last for clause in _clauses_above(scene, index)[:1]]
    for date in inside(reading.dates, scene.sentence.span):
        own = [t for t in tokens if date.span.covers(t.span)][:1]
        here = [clause for t in own for clause in _clauses_above(scene, t.index)[:1]]
        near = content.covers(date.span) or (bool(home) and here == home)
        before = [t for t in tokens if t.span.end <= date.span.start][-1:]
        named = any(t.upos == "NOUN" for t in before) and any(t.text.isdigit() for t in own)
        if near and date.type in ("DATE", "TIME") and _is_ahead(reading, date) and not named:
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
        ahead = AHEAD | ({"können"} if cue.kind == "offer" else set())
        if zu or any(lemma in ahead for lemma in helpers):
            return True
    return False
