"""Say to which state a group or organisation belongs that no table has.

By what stands with it (a nationality, a state in the genitive), else by where the article plays.
"""

from lagebild.findings.actors.desk import Desk, Phrase, nationality
from lagebild.findings.actors.lexicon import Collective
from lagebild.findings.actors.words import fold, key
from lagebild.findings.places.gazetteer import gazetteer
from lagebild.language.analysis import Token

WHERE = frozenset({"in", "von", "aus", "bei", "nahe"})
"""Prepositions by which a town behind a noun tells where people are."""
LINKS = frozenset({"der", "des", "von", "vom"})
"""Words between a name and the state that has it: "Rates des Iran"."""


def country_of_group(
    desk: Desk, phrase: Phrase, body: str | None, collective: Collective
) -> str | None:
    """Return the state of a group: its body's, else the one that the article is about.

    Groups that need not belong anywhere ("Beobachter") have none, unless they are local ones.
    """
    if body is not None:
        return desk.country_of(body)
    there = _there(desk, phrase)
    if there is not None:
        return there
    if collective.reading in {"none", "bare"} and not _local(desk, phrase):
        return None
    if collective.reading == "state" and phrase.plural:
        return None
    abroad = fold(collective.same) in desk.lexicon.cues["abroad"]
    placed = country_of_place(desk, phrase) if not abroad else None
    if placed is not None:
        return placed
    return desk.country_near(phrase) if collective.kind == "government" else desk.main_country


def _there(desk: Desk, phrase: Phrase) -> str | None:
    """Return the state named last, where "dortige" points at it: "die dortige Polizei"."""
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.head]
    if not any(fold(token.text).startswith("dortig") for token in tokens):
        return None
    states = (str(e.actor) for e in desk.before(phrase) if str(e.actor).startswith("state:"))
    return next((state.removeprefix("state:") for state in states), None)


def country_of_name(desk: Desk, phrase: Phrase) -> str | None:
    """Return the state that an organisation's name, or what stands around it, tells."""
    if phrase.body is not None:
        return desk.country_of(phrase.body)
    tokens = desk.sentences[phrase.sentence].tokens
    first = phrase.start - (phrase.start > 0 and tokens[phrase.start - 1].upos == "ADJ")
    beyond = phrase.end
    while beyond < len(tokens) and beyond < phrase.end + 2 and fold(tokens[beyond].text) in LINKS:
        beyond += 1
    for token in tokens[first : phrase.end]:
        state = _adjective(desk, token) or _genitive(desk, token)
        if state:
            return state
    placed = country_of_place(desk, phrase)
    if placed is not None:
        return placed
    behind = tokens[beyond] if beyond < len(tokens) else None
    if behind is None:
        return None
    return _genitive(desk, behind) or (_state(desk, behind) if beyond > phrase.end else None)


def country_of_place(desk: Desk, phrase: Phrase) -> str | None:
    """Return the state of the town behind a noun: "Bewohner von Homs", "ein Arzt in Charkiw"."""
    tokens = desk.sentences[phrase.sentence].tokens
    at = max(phrase.end, phrase.complement)
    if at + 1 >= len(tokens) or fold(tokens[at].text) not in WHERE:
        return None
    at += 1
    while at < len(tokens) and tokens[at].upos in {"DET", "NOUN", "ADJ"} and at < phrase.end + 4:
        at += 1
    if at >= len(tokens) or tokens[at].name != "B-LOC":
        return None
    spot = desk.reading.knowledge.view(gazetteer).best(tokens[at].text, {})
    return spot.country if spot is not None else None


def international(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether an organisation's name says that it is one of many states."""
    several = tuple(desk.lexicon.cues["several_states"])
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.end]
    return any(fold(token.text).startswith(several) for token in tokens)


def of_several(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a group is of several states, or "international".

    By its adjectives, or by a row in the genitive: "die Außenminister Italiens und Frankreichs".
    """
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.head]
    states = {nationality(desk, token) for token in tokens} - {None}
    several = tuple(desk.lexicon.cues["several_states"])
    if len(states) > 1 or any(fold(t.text).startswith(several) for t in tokens):
        return True
    row = (
        beside.actor
        for at in range(phrase.end, phrase.complement)
        for beside in [desk.starting.get((phrase.sentence, at))]
        if beside is not None and beside.kind in {"name", "town"}
    )
    return len({desk.country_of(str(a).removeprefix("state:")) for a in row} - {None}) > 1


def _local(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether an adjective says that a group is of the place: "örtliche Medien"."""
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.head]
    return any(fold(t.text).startswith(tuple(desk.lexicon.cues["local"])) for t in tokens)


def _adjective(desk: Desk, token: Token) -> str | None:
    """Return the state (no region) that an adjective names."""
    found = nationality(desk, token) if token.upos in {"ADJ", "PROPN"} else None
    return desk.country_of(found)


def _genitive(desk: Desk, token: Token) -> str | None:
    return _state(desk, token) if token.text.endswith("s") else None


def _state(desk: Desk, token: Token) -> str | None:
    for entry in desk.lexicon.single.get(key(token.text), ()):
        if entry.actor.startswith("state:") and not entry.metonym:
            return entry.actor.removeprefix("state:")
    return None
