"""Tell whether a person's name in -s is a genitive: "Johnsons", but not "Calvin Williams"."""

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.words import fold

SHORTEST = 4
"""Letters of a name that may be a genitive."""


def in_genitive(desk: Desk, person: Phrase) -> bool:
    """Tell whether a name is in the genitive, by how the article and the tables write it.

    Of full names only those are whose form without -s is known; surnames also where the form
    with -s is nobody's.
    """
    last = fold(desk.sentences[person.sentence].tokens[person.end - 1].text)
    if not last.endswith("s") or len(last) < SHORTEST:
        return False
    bare = last[:-1]
    others = desk.last_names
    if others[bare] or others[last] > 1:
        return others[bare] > 0
    if len(person.names) < 2:
        return bare in desk.lexicon.surnames and last not in desk.lexicon.surnames
    known = (desk.lexicon.known[key].name for key in desk.lexicon.surnames.get(bare, ()))
    return any(fold(name.split()[0]) == person.names[0] for name in known)
