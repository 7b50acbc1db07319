"""Tell a predicate before a verb of saying from a separated particle.

The particle of a German verb stands behind it in a main clause ("Er lehnte ab."). A word in front
of the verb that a comma parts from it belongs to another clause ("Er sei bereit, verkündete sie."):
it is that clause's predicate, and the clause is what the verb is about.
"""

from collections.abc import Sequence

from lagebild.language.words import Word

OF_A_CLAUSE = ("nsubj", "nsubj:pass", "cop", "aux", "aux:pass")


def mend_particles(words: Sequence[Word]) -> None:
    """Make words that a comma parts from the verb behind them predicates, where they head one."""
    for place, word in enumerate(words):
        if word.deprel != "compound:prt" or not place < word.head:
            continue
        if "," not in (w.form for w in words[place + 1 : word.head]):
            continue
        if any(w.head == place and w.deprel in OF_A_CLAUSE for w in words):
            word.deprel, word.upos, word.xpos = "ccomp", "ADJ", "ADJD"
