"""Tell whether an article is about the politics of a region that has a government of its own.

"Die Regierung" of a report on the election in Hesse is not Germany's. The region must be named and
its parliament or government be spoken of, more than those of the whole state.
"""

from collections import Counter

from lagebild.findings.actors.desk import Desk, nationality
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Token

TWICE = 2
"""Times a region is named, and times more than the whole state, until it is the scene."""
_OFFICE = ("head_of_land",)


def region_of(desk: Desk) -> str | None:
    """Return the region (an actor's key) whose politics the article is about, None for none."""
    cues = desk.lexicon.cues
    nouns = [
        fold(token.text) for s in desk.sentences for token in s.tokens if token.text[0].isupper()
    ]
    near = sum(word.startswith(tuple(cues["regional"])) for word in nouns)
    if not near:
        return None
    far = sum(word.startswith(tuple(cues["federal"])) for word in nouns)
    found = (_region(desk, token) for sentence in desk.sentences for token in sentence.tokens)
    ranked = Counter(region for region in found if region is not None).most_common(2)
    alone = len(ranked) == 1 or (ranked and ranked[0][1] >= TWICE * ranked[1][1])
    if not alone or ranked[0][1] < TWICE or near + ranked[0][1] <= TWICE * far:
        return None
    return ranked[0][0]


def _region(desk: Desk, token: Token) -> str | None:
    """Return the region with a government that a name or adjective names."""
    keys = [entry.actor for entry in desk.lexicon.single.get(key(token.text), ())]
    adjective = nationality(desk, token) if token.upos == "ADJ" else None
    for found in (*keys, adjective):
        if found and desk.lexicon.offices.find(found.removeprefix("org:"), _OFFICE):
            return found
    return None
