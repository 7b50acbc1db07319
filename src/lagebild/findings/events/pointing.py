"""What an event without a named target points to: a state, a crowd, an accuser.

Which of them it may be shows in its words; who that is, in the report around it (`implied.py`).
"""

from lagebild.findings.events.deeds import is_definite
from lagebild.findings.events.hidden import is_somebody
from lagebild.findings.events.lexicon import VOICED
from lagebild.findings.events.matching import Match, Scene
from lagebild.language.analysis import Token

AGAINST_CROWDS = ("COERCE", "ASSAULT")
CALL = "aufrufen"
ANSWERED = ("obj", "dat", "gegen")
"""Slots of what somebody denies."""


def is_outward(scene: Scene, match: Match) -> bool:
    """Tell whether an outsider who judges, punishes or demands so may mean the state in focus.

    So may a state's forces that attack a place mean the armed group of a report, save by terror.
    Advice and proposals are for whoever likes; people who are no actor, and whoever did a deed or
    suffered a mishap, are somebody else.
    """
    demands = scene.lexicon.grammar.has("demanding", match.frame.lemma)
    asks = match.frame.type == "REQUEST" and not demands
    words = _targeted(scene, match)
    others = any(word.upos == "PRON" or _is_deed(scene, word) for word in words)
    terror = scene.lexicon.grammar.has("terror", match.frame.lemma)
    return not (asks or others or terror or is_somebody(scene, match))


def is_at_home(scene: Scene, match: Match) -> bool:
    """Tell whether somebody does something to his own state.

    He seizes power, goes to its court, or protests as an opponent of its government.
    """
    words = match.frame.entry.replace("(", " ").replace(")", " ").split()
    if match.frame.type == "PROTEST":
        own = (i for slot in match.frame.source for i in match.slots.get(slot, ()))
        words = [scene.sentence.tokens[i].lemma for i in own]
    return any(scene.lexicon.grammar.has("at_home", word) for word in words)


def is_denial(scene: Scene, match: Match) -> bool:
    """Tell whether somebody denies a deed or charge ("bestritt", "wies den Vorwurf zurück")."""
    if match.frame.type != "REJECT":
        return False
    if scene.lexicon.grammar.has("denying", match.frame.lemma):
        return True
    words = [scene.sentence.tokens[i] for s in ANSWERED for i in match.slots.get(s, ())]
    if "Unschuld" in match.frame.fixed or any(_is_of(scene, w, "ACCUSE") for w in words):
        return True
    return any(scene.lexicon.grammar.has("allegations", word.lemma) for word in words)


def is_judgement(scene: Scene, match: Match) -> bool:
    """Tell whether somebody judges or rejects what a court decided ("begrüßte das Urteil")."""
    if match.frame.type not in VOICED or match.frame.type == "REQUEST":
        return False
    slots = ("obj", "+gegen", "gegen", "an", "mit", "über", "dat")
    words = (scene.sentence.tokens[i] for slot in slots for i in match.slots.get(slot, ()))
    ends = tuple(scene.lexicon.grammar.groups["judgements"])
    return any(word.lemma.lower().endswith(ends) and is_definite(scene, word) for word in words)


def is_returned(scene: Scene, match: Match) -> bool:
    """Tell whether an attack answers another ("erwiderte das Feuer", "Vergeltungsschlag")."""
    words = (match.frame.lemma, match.token.lemma)
    return any(scene.lexicon.grammar.has("returning", word) for word in words)


def is_aimed_at_crowd(scene: Scene, match: Match) -> bool:
    """Tell whether force is used on a crowd, or a protest is called for, broken up or forbidden."""
    if match.frame.lemma == CALL:
        called = (scene.sentence.tokens[i] for i in match.slots.get("zu", ()))
        return any(_is_of(scene, token, "PROTEST") for token in called)
    if match.frame.type not in AGAINST_CROWDS or is_somebody(scene, match):
        return False
    grammar = scene.lexicon.grammar
    words = (match.frame.lemma, *match.frame.fixed, match.token.lemma)
    if any(grammar.has("crowd_control", word) for word in words):
        return True
    return any(
        _is_of(scene, token, "PROTEST") or scene.lexicon.in_class(token.lemma, "protest")
        for token in _targeted(scene, match)
    )


def _targeted(scene: Scene, match: Match) -> list[Token]:
    """Return the words in the slots of the target, on the verb and on its object."""
    slots = (name for slot in match.frame.target for name in (slot, f"+{slot}"))
    return [scene.sentence.tokens[i] for slot in slots for i in match.slots.get(slot, ())]


def _is_deed(scene: Scene, token: Token) -> bool:
    """Tell whether a noun is an attack, a sanction or a mishap, each somebody's own."""
    if any(scene.lexicon.in_class(token.lemma, name) for name in ("hazard", "mishaps")):
        return True
    return any(_is_of(scene, token, kind) for kind in ("ASSAULT", "SANCTION", "PROTEST"))


def _is_of(scene: Scene, token: Token, kind: str) -> bool:
    """Tell whether a noun tells an event of a type."""
    entry = scene.lexicon.noun_entry(token.lemma) if token.upos == "NOUN" else None
    return entry is not None and scene.lexicon.nouns[entry][0].type == kind
