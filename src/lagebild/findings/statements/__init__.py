"""Find who said what: direct, indirect, free and told statements, with speaker, cue and frame.

Drafts come from the tree and the tables of speech (later also from learned heads); what they
claim is settled for the whole article: the surest reading of each stretch of words wins, quoted
words inside a statement are nested in it, and free Konjunktiv goes on from the speaker before.
"""

from lagebild.findings.finding import Statement
from lagebild.findings.reading import Reading
from lagebild.findings.statements.actor import actor_of
from lagebild.findings.statements.draft import desk, finished
from lagebild.findings.statements.settle import settled

__all__ = ["find_statements"]


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of an article, in order of the text."""
    on = desk(reading)
    drafts = settled(on)
    return tuple(
        finished(d, actor_of(reading, on, d.speaker), actor_of(reading, on, d.addressee))
        for d in drafts
    )
