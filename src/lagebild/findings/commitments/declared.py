"""What somebody declares to be going to do: "erklärte, die Grenze öffnen zu wollen".

Behind a verb of speech an infinitive with "zu wollen" tells an intention, and behind one that
makes something known ("gab bekannt, das Amt niederzulegen") any infinitive of a deed.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.cues import Cues
from lagebild.findings.commitments.kinds import kind_of
from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.negation import is_negated
from lagebild.findings.commitments.spans import words_span
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment
from lagebild.findings.reading import Reading
from lagebild.spans import Span


def declared(
    scene: Scene, cues: Cues, acts: dict[int, str], conditions: list[Span]
) -> Iterator[Commitment]:
    """Yield the acts that infinitives below verbs of speech tell, with the speaker as party.

    `acts` has the types of the acts that the sentence tells, by the index of their word.
    """
    tokens, reading = scene.sentence.tokens, scene.cast.reading
    for index, clause in sorted(scene.clauses.items()):
        above = scene.clauses.get(tokens[index].head)
        if above is None or not _is_declared(scene, clause, above, reading):
            continue
        subjects = above.slots.get("subj", ())
        parties = tuple(
            dict.fromkeys(k for i in subjects for k in scene.cast.of(scene.sentence, i, False))
        )
        content = _content(scene, clause)
        if not parties or content is None or any(c.covers(content) for c in conditions):
            continue
        kind = kind_of(scene, clause, acts.get(index), cues)
        yield made(scene, kind, (parties, ()), content, f"commitment_words: {above.lemma}")


def _is_declared(scene: Scene, clause: Clause, above: Clause, reading: Reading) -> bool:
    """Tell whether a clause is an infinitive of what its speaker is going to do."""
    words = reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    verb = tokens[clause.verb]
    if relation(verb) not in ("ccomp", "xcomp", "conj") or above.passive or clause.passive:
        return False
    helpers = [tokens[i] for i in clause.auxiliaries]
    if is_negated(scene, above) or any(h.lemma != "wollen" for h in helpers):
        return False
    if any(h.lemma == "wollen" and "VerbForm=Fin" not in h.feats for h in helpers):
        return above.lemma in words["tells"]
    with_zu = verb.xpos == "VVIZU" or _zu(scene, clause) is not None
    deed = clause.lemma not in words["states"] and clause.lemma not in words["no_deeds"]
    return with_zu and deed and above.lemma in words["announces"]


def _zu(scene: Scene, clause: Clause) -> int | None:
    kids = scene.sentence.children[clause.verb]
    return next((i for i in kids if scene.sentence.tokens[i].xpos == "PTKZU"), None)


def _content(scene: Scene, clause: Clause) -> Span | None:
    """Return the infinitive with what belongs to it, without "zu wollen"."""
    words = set(scene.sentence.subtree(clause.verb)) - set(clause.auxiliaries)
    if clause.auxiliaries:
        words -= {_zu(scene, clause)}
    return words_span(scene, [i for i in words if i <= clause.verb])
