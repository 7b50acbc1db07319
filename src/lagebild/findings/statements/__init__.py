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


FIRST_PERSON = frozenset({"ich", "mich", "mir", "mein", "meine", "meiner", "meinem", "meinen"})


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of an article, in order of the text."""
    on = desk(reading)
    drafts = settled(on)
    speakers: list[str | None] = []
    for n, draft in enumerate(drafts):
        outer = _outer(on, drafts, n)
        speakers.append(actor_of(reading, on, draft.speaker) if outer is None else speakers[outer])
    return tuple(
        finished(draft, speaker, actor_of(reading, on, draft.addressee))
        for draft, speaker in zip(drafts, speakers, strict=True)
    )


def _outer(on: Desk, drafts: list[Draft], number: int) -> int | None:
    """Return the statement whose speaker says "ich" in another one, None where nobody does.

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
