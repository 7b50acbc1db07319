"""What only authorities do, told in the passive: an event, whoever of them it was.

"Der Flughafen wurde gesperrt" tells a deed though it names nobody; "Rauchen ist verboten" tells how
things are, and a clause beside the main one ("weil die Grenze geschlossen worden war") mostly tells
again what the article tells elsewhere.
"""

from lagebild.findings.events.authorities import Authorities
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.finding import Place

BESIDE = ("acl", "advcl", "amod", "xcomp")
"""Relations of clauses that are no main clauses, nor what somebody reports."""


def is_official(
    scene: Scene, match: Match, place: Place | None, authorities: Authorities, whoever: bool
) -> bool:
    """Tell whether a deed is what only authorities do, told in the passive of a main clause.

    Args:
        scene: Its sentence.
        match: Its entry.
        place: Where it happened.
        authorities: Those of the article.
        whoever: Whether none of them has to be the one who did it.
    """
    if not _is_deed_undergone(scene, match):
        return False
    return whoever or bool(
        authorities.acting(scene, match) or authorities.state(scene, match, place)
    )


def _is_deed_undergone(scene: Scene, match: Match) -> bool:
    """Tell whether a main clause tells in the passive that something was done."""
    clause, tokens = match.clause, scene.sentence.tokens
    if clause is None or not clause.passive or match.frame.table == "event_nouns":
        return False
    if relation(match.token) in BESIDE:
        return False
    helpers = [tokens[i] for i in clause.auxiliaries]
    lasting = bool(helpers) and all(h.lemma == "sein" for h in helpers)
    return not (lasting and any("Tense=Pres" in h.feats for h in helpers))
