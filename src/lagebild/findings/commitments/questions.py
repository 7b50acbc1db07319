"""Tell whether a clause asks: what is asked binds nobody."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.hypotheses import first_word
from lagebild.findings.events.matching import Scene


def is_asked(scene: Scene, clause: Clause) -> bool:
    """Tell whether the clause is a question, also within a sentence ("was er machen will")."""
    if scene.sentence.tokens[-1].text == "?":
        return True
    first = first_word(scene, clause)
    return first.xpos in ("PWS", "PWAV", "PWAT") or first.text.lower() == "ob"
