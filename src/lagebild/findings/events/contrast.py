"""Tell what "nicht A, sondern B" corrects: a circumstance of what happened, or that it happened.

"Sie trafen sich nicht in Wien, sondern in Graz": they met. "Er unterschrieb nicht, sondern ging":
he did not sign.
"""

from lagebild.findings.events.grammar import relation
from lagebild.language.analysis import Sentence, Token

INSTEAD = "sondern"
FURTHEST = 15
"""Tokens between "nicht" and "sondern", at most."""


def corrected(sentence: Sentence, negation: int) -> range | None:
    """Return the tokens that "nicht ..., sondern" takes back, None where nothing is put instead.

    None too where a verb is taken back; none of them for "nicht nur ..., sondern", which adds.
    """
    tokens = sentence.tokens
    if negation < 0 or tokens[negation].text.lower() not in ("nicht", "nie", "niemals"):
        return None
    last = min(len(tokens), negation + FURTHEST)
    instead = next((n for n in range(negation + 2, last) if tokens[n].text.lower() == INSTEAD), 0)
    words = tokens[negation + 1 : instead - 1]
    if not words or tokens[instead - 1].text != ",":
        return None
    if words[0].text.lower() in ("nur", "allein", "bloß", "lediglich"):
        return range(0)
    return None if any(_verbal(token) for token in words) else range(negation + 1, instead - 1)


def _verbal(token: Token) -> bool:
    """Tell whether a word is a verb, a participle of one or its particle."""
    return token.upos in ("VERB", "AUX") or relation(token) == "compound" or token.xpos == "PTKVZ"
