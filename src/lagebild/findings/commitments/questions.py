"""Tell whether a clause asks: what is asked binds nobody."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.matching import Scene


def is_asked(scene: Scene, clause: Clause) -> bool:
    """Tell whether the clause is a question, also within a sentence ("was er machen will")."""
    tokens = scene.sentence.tokens
    if tokens[-1].text == "?":
        return True
    words = (tokens[i] for i in scene.sentence.subtree(clause.verb))
    first = next((word for word in words if word.upos != "PUNCT"), None)
    return first is not None and (
        first.xpos in ("PWS", "PWAV", "PWAT") or first.text.lower() == "ob"
    )
