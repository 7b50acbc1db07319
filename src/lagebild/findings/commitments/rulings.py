"""What courts lay down binds whom it names: "das Gericht entschied, Ghana müsse zahlen"."""

from dataclasses import replace

from lagebild.findings.commitments.cues import STATUS
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment, Statement
from lagebild.findings.reading import Reading


def is_ruled(scene: Scene, clause: Clause, reading: Reading) -> bool:
    """Tell whether the verb above a clause tells the decision of a court, an actor or not."""
    above = scene.clauses.get(scene.sentence.tokens[clause.verb].head)
    rulings = tuple(reading.knowledge.view(words_of)["rulings"])
    if above is None or not above.lemma.startswith(rulings):
        return False
    lemmas = [scene.sentence.tokens[i].lemma for i in above.slots.get("subj", ())]
    return any(scene.lexicon.in_class(lemma, "court") for lemma in lemmas)


def is_ruling(scene: Scene, voice: Statement | None, reading: Reading) -> bool:
    """Tell whether a statement is told as the decision of a court."""
    if voice is None or not _is_court(scene, reading, voice.speaker):
        return False
    told = (cue.of(reading.article.text).lower() for cue in voice.cue)
    return any(word.startswith(tuple(reading.knowledge.view(words_of)["rulings"])) for word in told)


def as_ruling(scene: Scene, order: Commitment, reading: Reading) -> Commitment:
    """Return an order as the obligation that it is if a court gave it, else as it stands."""
    entry = order.why.rpartition(": ")[2].split(" (")[0]
    binding = entry in reading.knowledge.view(words_of)["orders"]
    if not binding or not any(_is_court(scene, reading, key) for key in order.parties):
        return order
    return bound(order)


def bound(demand: Commitment) -> Commitment:
    """Return a demand as an obligation of who is asked."""
    return replace(
        demand,
        kind="obligation",
        status=STATUS["obligation"],
        parties=demand.counterparties,
        counterparties=(),
    )


def _is_court(scene: Scene, reading: Reading, key: str | None) -> bool:
    actor = reading.actor_of.get(key or "")
    if actor is None or actor.kind not in ("government", "organisation"):
        return False
    return any(scene.lexicon.in_class(word, "court") for word in actor.name.split())
