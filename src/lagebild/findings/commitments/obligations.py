"""Duties that the report itself tells: "muss die Regierung einen Entwurf vorlegen".

What somebody in office, a state or a body has to do, or may not do any more, binds it. What
people have to suffer ("mussten fliehen", "muss damit rechnen") binds nobody, and what did come
to pass ("musste") is an event.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import modal_content
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

BOUND = frozenset({"state", "government", "organisation", "party", "company", "armed_group"})
"""Kinds of actors that rules bind; persons only by their office, people not at all."""


def obligations(scene: Scene, reading: Reading, conditions: list[Span]) -> Iterator[Commitment]:
    """Yield the duties that a report lays on actors in its own words, left to right."""
    if reading.article.genre not in ("news", "interview"):
        return
    for _, clause in sorted(scene.clauses.items()):
        modal = _modal(scene, clause)
        if modal is None or not _is_duty(scene, clause, modal, reading):
            continue
        if any(c.covers(modal.span) for c in conditions) or reading.voice_at(modal.span):
            continue
        parties = _bound(scene, clause, reading)
        content = modal_content(scene, clause, conditions, reading) if parties else None
        if content is not None:
            why = f"modal verb: {modal.lemma}"
            yield made(scene, "obligation", (parties, ()), content, why)


def _modal(scene: Scene, clause: Clause) -> Token | None:
    tokens = scene.sentence.tokens
    helpers = [tokens[i] for i in clause.auxiliaries]
    if any(h.xpos == "VAFIN" for h in helpers):  # "hätte ... müssen"
        return None
    duty = scene.lexicon.grammar.groups["told_duties"]
    return next((h for h in helpers if h.text.lower() in duty), None)


def _is_duty(scene: Scene, clause: Clause, modal: Token, reading: Reading) -> bool:
    """Tell whether the clause says what must, or must not, be done: a deed, no fate."""
    words = reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    if clause.lemma in words["no_deeds"] or clause.lemma in words["fates"]:
        return False
    if relation(tokens[clause.verb]) in ("acl", "advcl"):
        return False
    return _is_negated(scene, clause) == (modal.lemma == "dürfen")


def _is_negated(scene: Scene, clause: Clause) -> bool:
    grammar, tokens = scene.lexicon.grammar, scene.sentence.tokens
    objects = [i for slot in ("obj", "dat") for i in clause.slots.get(slot, ())]
    below = [k for i in (clause.verb, *objects) for k in scene.sentence.children[i]]
    return any(grammar.has("negations", tokens[i].lemma) for i in below)


def _bound(scene: Scene, clause: Clause, reading: Reading) -> tuple[str, ...]:
    """Return the actors that are the subject themselves and that rules bind."""
    found: list[str] = []
    for index in clause.slots.get("subj", ()):
        if scene.cast.actor(scene.sentence.tokens[index]) is not None:
            found += scene.cast.of(scene.sentence, index, False)
    actors = [reading.actor_of.get(key) for key in found]
    bound = all(a and (a.kind in BOUND or (a.kind == "person" and a.roles)) for a in actors)
    return tuple(dict.fromkeys(found)) if bound else ()
