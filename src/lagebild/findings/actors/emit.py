"""Decide which phrases become mentions, and write them and their actors out.

A name is always a mention. A noun for unnamed people is one only where they act, speak or suffer
(subject, object, agent) or where they belong to somebody who is named.
"""

from bisect import bisect_right
from itertools import accumulate

from lagebild.findings.actors.desk import Desk, Phrase, head_of
from lagebild.findings.actors.equated import has_subject
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.places import first_conjunct, preposition
from lagebild.findings.actors.speech import speech
from lagebild.findings.actors.words import fold
from lagebild.findings.finding import Actor, Mention
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

ACTING = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "csubj")
NEVER = frozenset({"appos", "amod"})
TOWARDS = frozenset({"von", "durch", "an", "für", "gegen", "gegenüber", "zwischen"})
"""Prepositions with which people act or are acted on: of 41 such phrases of nouns that are actors
only as parties of an act, 29 are annotated as actors."""
UNNAMED = "person without a name"
SEVERAL = "several persons of one title"
NOUNS_ONLY = frozenset({UNNAMED, SEVERAL, "group noun"})
"""Why somebody is an actor of whom only a noun speaks."""


def mentions_of(desk: Desk) -> tuple[Mention, ...]:
    """Return the mentions of all tied phrases, in order of the text.

    A name that another phrase took in counts by itself only where that phrase is no mention, or
    where it is a person's only one.
    """
    tied = [p for p in desk.phrases if p.actor is not None and counts(desk, p)]
    free = [p for p in tied if not p.absorbed]
    covers = _Cover([desk.span(phrase) for phrase in free])
    alone = {p.actor for p in free}
    for phrase in (p for p in tied if p.absorbed):
        inside = covers(desk.span(phrase))
        if not inside or (phrase.kind == "person" and phrase.actor not in alone):
            free.append(phrase)
    found = [_mention(desk, phrase) for phrase in free]
    return tuple(sorted(found, key=lambda m: (m.span, m.actor)))


class _Cover:
    """Tells whether one of many spans covers another, in time that grows with the logarithm."""

    def __init__(self, spans: list[Span]) -> None:
        spans = sorted(spans)
        self.starts = [span.start for span in spans]
        self.ends = list(accumulate((span.end for span in spans), max))

    def __call__(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.start)
        return at > 0 and self.ends[at - 1] >= span.end


def _mention(desk: Desk, phrase: Phrase) -> Mention:
    assert phrase.actor is not None
    sentence = desk.sentences[phrase.sentence]
    head = phrase.chars or sentence.tokens[head_of(sentence, phrase.start, phrase.end)].span
    return Mention(desk.span(phrase), phrase.actor, phrase.form, phrase.why, head)


def actors_of(cast: Cast, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    """Return the actors that have mentions, in the order in which they appear."""
    order = dict.fromkeys(mention.actor for mention in mentions)
    return tuple(cast.actors[key] for key in order)


def counts(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a tied phrase is a mention of its actor."""
    if phrase.why not in NOUNS_ONLY:
        return True
    if names_nobody(desk, phrase):
        return False
    sentence = desk.sentences[phrase.sentence]
    token = first_conjunct(sentence, sentence.tokens[phrase.head])
    if fold(phrase.noun) in desk.lexicon.cues["subject_only"]:
        return _acts_itself(desk, phrase, token)
    if phrase.why == "group noun":
        return _takes_part(sentence, phrase, token)
    if phrase.why == UNNAMED and token.deprel.startswith("nmod"):
        known = phrase.body or phrase.inner
        return known is not None or _speaks(desk, sentence, token)
    return token.deprel in (ACTING if phrase.why == UNNAMED else ACTING[:2])


def _takes_part(sentence: Sentence, phrase: Phrase, token: Token) -> bool:
    """Tell whether a group noun stands where somebody acts, suffers or is spoken of."""
    bare = not (phrase.definite or phrase.plural or phrase.body or phrase.inner)
    if phrase.acting and bare and token.deprel in {"obj", "iobj"}:
        return False
    if phrase.acting:
        return token.deprel in ACTING or (phrase.plural and _towards(sentence, token))
    return token.deprel not in NEVER


def _towards(sentence: Sentence, token: Token) -> bool:
    """Tell whether something is done by, to, for or against people: "ein Appell an Eltern"."""
    beside = token.deprel.startswith(("obl", "nmod"))
    return beside and preposition(sentence, token) in TOWARDS


def _acts_itself(desk: Desk, phrase: Phrase, token: Token) -> bool:
    """Tell whether a noun that is a body only as one who acts does so: "die Anklage fordert"."""
    sentence = desk.sentences[phrase.sentence]
    if phrase.complement or phrase.inner is not None or token.head < 0:
        return False
    above = sentence.tokens[token.head]
    if token.deprel.startswith("nmod"):
        return phrase.definite and _speaks(desk, sentence, token)
    suffers = phrase.plural and token.deprel == "nsubj:pass"
    acts = token.deprel in {"nsubj", "obl:agent"} or suffers
    return acts and fold(above.lemma) not in desk.lexicon.cues["thing_verb"]


def names_nobody(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether the noun names nobody here, or only says what somebody else is."""
    if phrase.why not in NOUNS_ONLY:
        return False
    sentence = desk.sentences[phrase.sentence]
    said = not phrase.definite and has_subject(sentence, phrase)
    return (
        said or _likened(sentence, phrase) or _anyone(sentence, phrase)
        or _unmade(desk, sentence, phrase)
    )  # fmt: skip


def _unmade(desk: Desk, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether an alliance is only spoken of as something to be made: "eine Koalition mit"."""
    before = sentence.tokens[phrase.start - 1] if phrase.start else None
    made = fold(phrase.noun).endswith(tuple(desk.lexicon.cues["is_made"]))
    one = before is not None and fold(before.text).startswith(("ein", "kein"))
    return made and one and not phrase.inner and phrase.body in {None, desk.region}


def _speaks(desk: Desk, sentence: Sentence, token: Token) -> bool:
    """Tell whether somebody's words are spoken of: "nach Angaben des Polizeichefs"."""
    head = sentence.tokens[token.head]
    nouns = desk.reading.knowledge.view(speech)
    return fold(head.lemma) in nouns or fold(head.text) in nouns


def _anyone(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether nobody in particular is meant: "jeder Lehrer", "kein Minister"."""
    before = sentence.tokens[phrase.start - 1] if phrase.start else None
    return (
        phrase.why == UNNAMED
        and before is not None
        and fold(before.text).startswith(("jede", "kein", "irgendein"))
    )


def _likened(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether "als" makes the noun a role that somebody else plays, not "mehr als 20"."""
    before = sentence.tokens[max(0, phrase.start - 2) : phrase.start]
    likened = next((t for t in before if fold(t.text) == "als" and t.upos != "SCONJ"), None)
    if likened is None or likened.index == 0:
        return likened is not None
    more = fold(sentence.tokens[likened.index - 1].text) in ("mehr", "weniger")
    return not (more and phrase.number)
