"""Demands told as duties: "Ghana müsse die Grenze öffnen, sagte der Minister".

In somebody's words "müsse" and "solle" ask the subject to act, and "werden müsse" or "dürfe nicht"
whoever can. What "nach dem Willen der Regierung" is to be is demanded by her.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import modal_content
from lagebild.findings.commitments.negation import is_negated
from lagebild.findings.commitments.obligations import BOUND, with_subject
from lagebild.findings.commitments.officials import is_official
from lagebild.findings.commitments.parties import decides
from lagebild.findings.commitments.rulings import bound, is_ruled, is_ruling
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

OFFICIAL = ("state", "organisation", "party")
"""Kinds of actors whose "müsse getan werden" asks whoever can."""

NOT_ASKED = ("PWS", "PWAV", "PWAT", "PRELS")
"""Words that open questions and relative clauses."""


def demands(scene: Scene, reading: Reading, conditions: list[Span]) -> Iterator[Commitment]:
    """Yield the demands told as duties in somebody's words or by somebody's will."""
    for _, clause in sorted(scene.clauses.items()):
        modal = _modal(scene, clause, reading)
        if modal is None or not _asks(scene, clause, modal, reading):
            continue
        asked = _asked(scene, clause)
        speaker = _demanding(scene, clause, modal, asked, reading)
        ruled = is_ruled(scene, clause, reading) and modal.lemma != "sollen" and bool(asked)
        due = speaker is not None or ruled
        content = modal_content(scene, clause, conditions, reading) if due else None
        if content is not None and not (asked or clause.passive):
            content = with_subject(scene, clause, content)
        if content is not None and not any(c.covers(modal.span) for c in conditions):
            why = f"commitment_words: {modal.text.lower()}"
            parties = (speaker,) if speaker else ()
            found = made(scene, "demand", (parties, asked), content, why)
            ruled = ruled or is_ruling(scene, reading.voice_at(modal.span), reading)
            yield bound(found) if ruled else found


def _demanding(
    scene: Scene, clause: Clause, modal: Token, asked: tuple[str, ...], reading: Reading
) -> str | None:
    """Return who demands: whose will it is, else who says that others have to act.

    What merely "soll" be done is planned, and what people "müssen" do is told of them. That
    something "müsse" be done, by nobody named, is a demand of those in office or of bodies.
    """
    words = reading.knowledge.view(words_of)
    will = _by_will(scene, clause, reading) if modal.lemma == "sollen" else None
    if will is not None or modal.text.lower() in words["plans"]:
        return None if will in asked else will
    speaker = _speaker(modal, reading)
    actor = reading.actor_of.get(speaker or "")
    if actor is None or speaker in asked:
        return None
    official = is_official(scene, actor, OFFICIAL)
    if modal.feat("Mood") == "Ind" and modal.lemma == "müssen":
        able = (a for key in asked if (a := reading.actor_of.get(key)))
        asked = asked if all(is_official(scene, a, BOUND) for a in able) else ()
    open_ = official and clause.passive and modal.lemma != "sollen"
    return speaker if asked or open_ else None


def _modal(scene: Scene, clause: Clause, reading: Reading) -> Token | None:
    words = reading.knowledge.view(words_of)["duties"]
    helpers = [scene.sentence.tokens[i] for i in clause.auxiliaries]
    if any(h.lemma in ("haben", "sein") for h in helpers):  # "muss getan haben"
        return None
    if clause.passive and scene.sentence.tokens[clause.verb].xpos != "VVPP":
        return None
    return next((h for h in helpers if h.text.lower() in words), None)


def _asks(scene: Scene, clause: Clause, modal: Token, reading: Reading) -> bool:
    """Tell whether the clause asks for a deed: no fate, no question, no relative clause.

    "Muss nicht" leaves it open, "darf" allows it.
    """
    words = reading.knowledge.view(words_of)
    if clause.lemma in words["fates"] or clause.lemma in words["states"]:
        return False
    tokens = scene.sentence.tokens
    kids = (tokens[i].text.lower() for i in scene.sentence.children[clause.verb])
    if clause.lemma == "geben" and "es" in kids:
        return False  # "es müsse Ruhe geben": nobody is to do it
    below = scene.sentence.subtree(clause.verb)
    first = next((tokens[i] for i in below if tokens[i].upos not in ("PUNCT", "CCONJ")), modal)
    asking = first.xpos in NOT_ASKED or first.text.lower() == "ob" or tokens[-1].text == "?"
    if asking or first.index == modal.index:
        return False
    verb = tokens[clause.verb]
    lets = any(tokens[i].lemma == "lassen" for i in (clause.verb, *clause.auxiliaries))
    if clause.passive and modal.text.lower() == "solle" and clause.has("mit"):
        return False  # "mit der Steuer solle der Haushalt entlastet werden": what it is for
    by_the_way = relation(verb) == "ccomp" and verb.head >= 0 and tokens[verb.head].upos == "NOUN"
    if relation(verb) in ("acl", "advcl") or lets or (clause.passive and by_the_way):
        return False
    negated = is_negated(scene, clause, ("obj", "dat", "subj"))
    return negated if modal.lemma == "dürfen" else modal.lemma == "sollen" or not negated


def _speaker(modal: Token, reading: Reading) -> str | None:
    voice = reading.voice_at(modal.span)
    return voice.speaker if voice is not None and voice.kind != "reported" else None


def _by_will(scene: Scene, clause: Clause, reading: Reading) -> str | None:
    """Return whose will it is that something be done ("nach dem Willen der Regierung").

    In whose view somebody "soll" act may be hearsay, but hardly in whose it "soll getan werden".
    """
    words = reading.knowledge.view(words_of)
    wills = words["wills"] | (words["views"] if clause.passive else frozenset())
    for index in clause.slots.get("nach", ()):
        if scene.sentence.tokens[index].lemma in wills:
            return next(iter(scene.cast.of(scene.sentence, index, "owner")), None)
    return None


def _asked(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return who has to act: the subject, or whose the thing is to which it has to be done."""
    words = clause.slots.get("subj", [])
    if not clause.passive:
        words = [i for i in words if decides(scene, i)]
    if clause.passive and not words:
        things = clause.slots.get("obj", [])
        words = [i for i in things if scene.cast.actor(scene.sentence.tokens[i]) is None]
    found = (key for i in words for key in scene.cast.of(scene.sentence, i, False))
    return tuple(dict.fromkeys(found))
