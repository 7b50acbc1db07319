"""What a cue makes in its clause: done, planned, negated or only possible."""

from dataclasses import replace

from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import filled
from lagebild.findings.events.frames import plain
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.status import is_refusal, reality
from lagebild.findings.finding import EventStatus
from lagebild.findings.reading import Reading

BY_OTHERS = "von"
"""The slot of who is asked, and of who acts in a passive."""


def meant(
    scene: Scene,
    match: Match,
    cue: Cue,
    matches: dict[int, Match],
    reading: Reading,
    conditional: bool,
) -> Cue | None:
    """Return what a cue makes given whether it happened, None where it binds nobody.

    Who will agree has promised to, who does not agree refuses, who will do without something has
    promised it, unless another cue tells that. What somebody could do binds nobody, save that
    "wäre bereit" offers, and that "würde zustimmen" does where it hangs on a condition.
    """
    real = reality(scene, match, matches)
    aim = cue.kind == "agreement" and _is_aim(scene, match, reading)
    dropped = real.dropped and not _is_told_of(match, cue)
    idle = _asks_the_agent(match) or _is_idle(scene, match, real.status, reading)
    if dropped or aim or idle:
        return None
    if real.status == "possible":
        return _would(scene, match, cue, conditional)
    if real.status == "denied":
        return _refused(scene, match, cue, reading)
    if real.status == "planned" and cue.kind in ("agreement", "refusal"):
        told = real.announced_by in matches
        return None if told else _planned(scene, match, cue, reading)
    if (
        match.clause is not None
        and match.clause.lemma in reading.knowledge.view(words_of)["withdraws"]
    ):
        return replace(cue, status="ended")
    happens = real.status in ("occurred", "ongoing")
    return cue if happens or cue.kind not in ("agreement", "offer") else None


def _is_told_of(match: Match, cue: Cue) -> bool:
    """Tell whether a demand with its owner is told of by what became of it.

    "Ghana wies die Forderung Togos nach Zöllen zurück" tells of two: a demand and its refusal.
    """
    owned = any(match.slots.get(slot) for slot in ("gen", "poss"))
    return cue.kind == "demand" and match.token.upos == "NOUN" and owned


def _is_perfect(scene: Scene, match: Match) -> bool:
    helpers = match.clause.auxiliaries if match.clause is not None else []
    return any(scene.sentence.tokens[i].lemma == "haben" for i in helpers)


def _is_idle(scene: Scene, match: Match, status: EventStatus, reading: Reading) -> bool:
    """Tell whether an entry binds only if it is negated, or by its modal verb ("will werben").

    What somebody had planned binds him no more.
    """
    words, entry = reading.knowledge.view(words_of), plain(match.frame.entry)
    affirmed = entry in words["only_refused"] and status != "denied"
    if entry in words["intending"] and _is_perfect(scene, match):
        return True  # "soll einen Anschlag geplant haben"
    return affirmed or (entry in words["advocates"] and status == "planned")


def _refused(scene: Scene, match: Match, cue: Cue, reading: Reading) -> Cue | None:
    """Return the refusal of who would not agree ("stimmte dem Vertrag nicht zu").

    Not to keep an agreement breaks it.
    """
    words, entry = reading.knowledge.view(words_of), plain(match.frame.entry)
    if entry in words["kept"]:
        return replace(cue, status="broken")
    if entry not in words["refusable"] or match.clause is None:
        return None
    thought = entry in words["only_refused"] and match.clause.passive  # "an X sei nicht gedacht"
    if not thought and not is_refusal(scene, match.clause):
        return None
    return replace(cue, kind="refusal", status="refused")


def _planned(scene: Scene, match: Match, cue: Cue, reading: Reading) -> Cue | None:
    """Return the promise of who is going to agree or to do without; a purpose is none."""
    if cue.status in ("broken", "ended"):
        return None
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    waived = plain(match.frame.entry) in reading.knowledge.view(words_of)["waivers"]
    if cue.kind == "refusal" and not waived:
        return cue
    helpers = match.clause.auxiliaries if match.clause is not None else []
    kids = scene.sentence.children[match.token.index]
    if any(grammar.has("duty_modals", tokens[i].lemma) for i in helpers):
        return None
    if any(tokens[i].lemma == "um" and tokens[i].xpos == "KOUI" for i in kids):
        return None
    return replace(cue, kind="promise", status="promised")


def _would(scene: Scene, match: Match, cue: Cue, conditional: bool) -> Cue | None:
    """Return the offer of who would be ready, or would agree on a condition."""
    helpers = match.clause.auxiliaries if match.clause is not None else []
    words = [scene.sentence.tokens[i].text.lower() for i in helpers]
    if cue.kind == "offer" and any(word.startswith("wäre") for word in words):
        return cue
    if cue.kind == "agreement" and conditional and any(w.startswith("würde") for w in words):
        return replace(cue, kind="offer", status="proposed")
    return None


def _is_aim(scene: Scene, match: Match, reading: Reading) -> bool:
    """Tell whether an infinitive only says what is meant to be ("das Ziel, Frieden zu schließen").

    What somebody managed to do is done ("gelang es, ein Abkommen zu schließen").
    """
    tokens = scene.sentence.tokens
    kids = [tokens[i] for i in scene.sentence.children[match.token.index]]
    verbal = match.clause is not None and match.clause.verb == match.token.index
    with_zu = match.token.xpos == "VVIZU" or any(kid.xpos == "PTKZU" for kid in kids)
    if not verbal or not with_zu or match.token.head < 0:
        return False
    above = scene.clauses.get(match.token.head)
    return above is None or above.lemma not in reading.knowledge.view(words_of)["achieved"]


def _asks_the_agent(match: Match) -> bool:
    """Tell whether the one behind "von" acts in a passive, where the cue asks him."""
    asked = any(test.slot == BY_OTHERS for tests in match.frame.needs for test in tests)
    agents = match.slots.get("subj", ())
    return (
        asked
        and match.clause is not None
        and match.clause.passive
        and any(i in agents for i in filled(match.slots, BY_OTHERS))
    )
