"""Duties that the report itself tells: "muss die Regierung einen Entwurf vorlegen".

What somebody in office, a state or a body has to do, or may not do any more, binds it. What
people have to suffer ("mussten fliehen", "muss damit rechnen") binds nobody, and what did come
to pass ("musste") is an event.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import modal_content
from lagebild.findings.commitments.negation import is_negated
from lagebild.findings.commitments.officials import is_official
from lagebild.findings.commitments.questions import is_asked
from lagebild.findings.commitments.terms import deadline_of
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

BOUND = frozenset({"state", "government", "organisation", "party", "company", "armed_group"})
"""Kinds of actors that rules bind; persons only by their office, of groups only bodies."""

WOULD = ("müsste", "müssten")
"""Forms that tell a duty only beside the rule ("müsste laut Verfassung")."""


def obligations(scene: Scene, reading: Reading, conditions: list[Span]) -> Iterator[Commitment]:
    """Yield the duties that a report lays on actors in its own words, left to right."""
    if reading.article.genre not in ("news", "interview"):
        return
    for _, clause in sorted(scene.clauses.items()):
        modal = _modal(scene, clause)
        if modal is None or not _is_duty(scene, clause, modal, reading):
            continue
        voice = reading.voice_at(modal.span)
        if any(c.covers(modal.span) for c in conditions) or (voice and voice.speaker):
            continue
        parties = _bound(scene, clause, reading)
        due = parties or _is_due(scene, clause, reading)
        content = modal_content(scene, clause, conditions, reading) if due else None
        if content is not None and not parties:
            content = with_subject(scene, clause, content)
        if content is not None:
            why = f"modal verb: {modal.lemma}"
            yield made(scene, "obligation", (parties, ()), content, why)


def with_subject(scene: Scene, clause: Clause, content: Span) -> Span:
    """Return a content with the subject before it: what has to take place ("Neuwahlen ...")."""
    words = [k for i in clause.slots.get("subj", ()) for k in scene.sentence.subtree(i)]
    starts = [scene.sentence.tokens[i].span.start for i in words]
    return Span(min([content.start, *starts]), content.end)


def _modal(scene: Scene, clause: Clause) -> Token | None:
    tokens = scene.sentence.tokens
    helpers = [tokens[i] for i in clause.auxiliaries]
    if any(h.xpos == "VAFIN" or h.lemma == "sollen" for h in helpers):
        return None  # "hätte ... müssen", "sollen ... müssen"
    duty = scene.lexicon.grammar.groups["told_duties"]
    by_rule = any(clause.has(slot) for slot in ("laut", "gemäß", "nach"))
    return next(
        (h for h in helpers if h.text.lower() in duty or (by_rule and h.text.lower() in WOULD)),
        None,
    )


def _is_duty(scene: Scene, clause: Clause, modal: Token, reading: Reading) -> bool:
    """Tell whether the clause says what must, or must not, be done: a deed, no fate."""
    words = reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    takes_place = clause.passive or clause.lemma in words["happens"]
    if clause.lemma in words["fates"] or (clause.lemma in words["no_deeds"] and not takes_place):
        return False
    verb = tokens[clause.verb]
    above = scene.clauses.get(verb.head) if relation(verb) == "ccomp" else None
    thought = above is not None and above.lemma not in words["lays_down"]
    if relation(verb) in ("acl", "advcl") or is_asked(scene, clause) or thought:
        return False
    return is_negated(scene, clause) == (modal.lemma == "dürfen")


def _is_due(scene: Scene, clause: Clause, reading: Reading) -> bool:
    """Tell whether something has to be done by a day, whoever has to ("bis Mai muss gewählt ...").

    Who that is, the sentence leaves open.
    """
    takes_place = clause.lemma in reading.knowledge.view(words_of)["happens"]
    official = clause.passive or takes_place
    return (
        official
        and deadline_of(reading, scene, scene.sentence.tokens[clause.verb].span) is not None
    )


def _bound(scene: Scene, clause: Clause, reading: Reading) -> tuple[str, ...]:
    """Return the actors that are the subject themselves and that rules bind."""
    found: list[str] = []
    bodies = reading.knowledge.view(words_of)["bodies"]
    for index in clause.slots.get("subj", ()):
        token = scene.sentence.tokens[index]
        if scene.cast.actor(token) is not None:
            named = scene.cast.of(scene.sentence, index, False)
            body = token.lemma.lower().endswith(tuple(bodies))
            known = [reading.actor_of.get(key) for key in named]
            if not all(body or is_official(scene, actor, BOUND) for actor in known):
                return ()
            found += named
    return tuple(dict.fromkeys(found))
