"""Find who said what: direct, indirect, free and told statements, with speaker, cue and frame.

Drafts come from the tree and the tables of speech (later also from learned heads); what they
claim is settled for the whole article: the surest reading of each stretch of words wins, quoted
words inside a statement are nested in it, and free Konjunktiv goes on from the speaker before.
"""

from lagebild.findings.finding import Statement
from lagebild.findings.reading import Reading
from lagebild.findings.statements.actor import actor_of
from lagebild.findings.statements.draft import Desk, Draft, desk, finished
from lagebild.findings.statements.settle import settled

__all__ = ["find_statements"]

NEAR = 200
"""Statements that are looked through for the one that holds another."""


FIRST_PERSON = frozenset({
    "ich", "mich", "mir", "mein", "meine", "meiner", "meinem", "meinen",
    "wir", "uns", "unser", "unsere", "unserer", "unserem", "unseren",
})  # fmt: skip

PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese"})
POSSESSIVE = ("sein", "ihr")


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of an article, in order of the text."""
    on = desk(reading)
    drafts = settled(on)
    speakers: list[str | None] = []
    for n, draft in enumerate(drafts):
        outer = _outer(on, drafts, n)
        before = _source_before(on, drafts, n) if outer is None else outer
        own = actor_of(reading, on, draft.speaker)
        speakers.append(own if before is None else speakers[before])
    return tuple(
        _two_sides(on, draft, speaker, actor_of(reading, on, draft.addressee))
        for draft, speaker in zip(drafts, speakers, strict=True)
    )


def _two_sides(on: Desk, draft: Draft, speaker: str | None, other: str | None) -> Statement:
    """Return the statement; nobody is told what they say themselves.

    Of one actor on both sides the surer stays: a name before a pronoun, and who speaks before
    "seinem Gast".
    """
    if speaker is None or speaker != other or draft.speaker is None or draft.addressee is None:
        return finished(draft, speaker, other)
    word, to = (voice.span.of(on.text) for voice in (draft.speaker, draft.addressee))
    doubtful = word.lower() in PRONOUNS and not to.lower().startswith(POSSESSIVE)
    return finished(draft, None, other) if doubtful else finished(draft, speaker, None)


def _source_before(on: Desk, drafts: list[Draft], number: int) -> int | None:
    """Return the statement right before one with "demnach", which goes on from its source."""
    draft = drafts[number]
    adverb = on.lexicon.prepositions.get(draft.why)
    if draft.speaker is not None or adverb is None or adverb.needs != "none":
        return None
    here = on.last_before(draft.start)
    before = (
        n
        for n in range(number - 1, max(-1, number - NEAR), -1)
        if not drafts[n].nested and drafts[n].end <= draft.start
    )
    last = next(before, None)
    near = last is not None and here - on.last_before(drafts[last].end - 1) <= 1
    return last if near else None


def _outer(on: Desk, drafts: list[Draft], number: int) -> int | None:
    """Return the statement in which a speaker says "ich" or "wir", None where nobody does.

    Drafts stand in order of the text, so that an outer one comes before what it holds.
    """
    who = drafts[number].speaker
    if who is None or who.span.of(on.text).lower() not in FIRST_PERSON:
        return None
    holding = (
        n
        for n in range(number - 1, max(-1, number - NEAR), -1)
        if drafts[n].kind == "direct" and drafts[n].covers(who.span)
    )
    return next(holding, None)
