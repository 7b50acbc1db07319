"""Tell whether a clause is negated, wherever in it "nicht" or "kein" hangs."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.matching import Scene

LIMITING = ("nur", "allein", "bloß", "zuletzt")
"""Words behind a "nicht" that negates nothing."""

OBJECTS = ("obj", "dat", "auf", "zu")
"""Slots whose "kein" negates the verb."""


def is_negated(scene: Scene, clause: Clause, slots: tuple[str, ...] = OBJECTS) -> bool:
    """Tell whether a verb, or a word in one of its slots, is negated.

    "Nicht mehr" hangs on the verb by "mehr"; "nicht nur" negates nothing, and neither does "will
    nicht die Steuer, sondern den Zoll senken".
    """
    sentence, grammar = scene.sentence, scene.lexicon.grammar
    words = [clause.verb, *(i for slot in slots for i in clause.slots.get(slot, ()))]
    below = [kid for word in words for kid in sentence.children[word]]
    adverbs = [i for i in below if sentence.tokens[i].upos == "ADV" and i not in scene.clauses]
    below += [kid for adverb in adverbs for kid in sentence.children[adverb]]
    return any(
        grammar.has("negations", sentence.tokens[i].lemma)
        and not is_limiting(scene, i)
        and not _is_corrected(scene, i, clause.verb)
        for i in below
    )


def _is_corrected(scene: Scene, index: int, verb: int) -> bool:
    """Tell whether only what stands before "sondern" or "wohl aber" is negated, not the verb."""
    words = [token.text.lower() for token in scene.sentence.tokens[index:verb]]
    return "sondern" in words or ("wohl" in words and "aber" in words)


def is_limiting(scene: Scene, index: int) -> bool:
    """Tell whether a "nicht" belongs to "nicht nur"."""
    after = scene.sentence.tokens[index + 1 : index + 2]
    return any(token.text.lower() in LIMITING for token in after)
