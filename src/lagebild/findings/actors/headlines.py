"""Tie a headline's noun to the person whom the text below names: "SPD-Abgeordnete tritt zurück".

The person must have the same party or body, or be called by the same noun.
"""

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.persons import UNNAMED, affiliation
from lagebild.findings.actors.words import fold

BELOW = 2
"""Sentences below the headline in which the person is named."""


def tie_headline(desk: Desk, cast: Cast) -> None:
    """Give the unnamed persons of the first sentence the names that follow."""
    for title in desk.in_sentence(0):
        unnamed = title.kind == "title" and title.why == UNNAMED and not title.plural
        if not unnamed or title.inner is not None or title.of_noun:
            continue
        key = _named_below(desk, cast, title)
        if key is not None:
            title.actor, title.why = key, "named below the headline"


def _named_below(desk: Desk, cast: Cast, title: Phrase) -> str | None:
    """Return the first person named in full below, if the title may be his or hers."""
    if any(phrase.kind == "person" and phrase.actor for phrase in desk.in_sentence(0)):
        return None
    for number in range(1, BELOW + 1):
        for person in desk.in_sentence(number):
            if person.kind != "person" or person.actor is None or len(person.names) < 2:
                continue
            actor = cast.actors[person.actor]
            gender = title.gender is None or actor.gender in {None, title.gender}
            return actor.key if gender and _alike(desk, title, person) else None
    return None


def _alike(desk: Desk, title: Phrase, person: Phrase) -> bool:
    """Tell whether both are of one body, or called by one noun."""
    body = person.body or affiliation(desk, person)
    if title.body is not None and not title.body.isupper():
        return body == title.body
    return bool(person.noun) and fold(person.noun) == fold(title.noun)
