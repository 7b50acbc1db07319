"""Find the words of saying in a sentence, with the words of text that make up cue and frame."""

from lagebild.findings.statements.draft import Desk
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.lexicon import (
    REFLEXIVE,
    Cue,
    Verb,
    copula,
    full_lemma,
    particle,
)
from lagebild.findings.statements.tree import base, children, span, spans
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

CORRELATE = ("darauf", "davon", "daran", "davor", "dazu", "darum", "damit", "dagegen", "dafür",
             "darüber", "daraus", "danach", "dabei", "hierzu", "dahingehend")  # fmt: skip

SUGGESTED = 0.0
"""Log-odds from which the network's word is a cue that the tables need not know."""

UNLISTED = 0.5
"""How much a rule is trusted on a verb that the tables lack."""


def verb_cues(desk: Desk, number: int) -> list[Cue]:
    """Return the verbs of speech of a sentence, in order; found once for each sentence."""
    if number not in desk.cues:
        desk.cues[number] = _verb_cues(desk, number) if desk.readable(number) else []
    return desk.cues[number]


def _verb_cues(desk: Desk, number: int) -> list[Cue]:
    sentence = desk.sentences[number]
    found = []
    for token in sentence.tokens:
        if token.upos in ("VERB", "AUX", "ADJ") and token.deprel not in ("aux", "cop", "case"):
            verb = desk.lexicon.verb(sentence, token.index)
            causes = token.lemma == "lassen" and _caused(sentence, token.index)
            if verb is None and not causes and log_odds(sentence, token.index, "cue") >= SUGGESTED:
                verb = any_verb(full_lemma(sentence, token.index))
            if verb is not None:
                found.append(Cue(number, token.index, verb))
    return found


def _caused(sentence: Sentence, index: int) -> list[int]:
    """Return the infinitives that hang on "lassen": "ließ mitteilen"."""
    kids = children(sentence, index, "xcomp", "ccomp")
    return [kid for kid in kids if sentence.tokens[kid].xpos == "VVINF"]


def any_verb(name: str) -> Verb:
    """Return an entry for a verb that the tables lack and the network takes for one of speech."""
    forms = frozenset({"direct", "clause", "infinitive", "wie"})
    told = frozenset({"obj", "als"})
    addressee = frozenset({"dat", "gegenüber", "an"})
    return Verb(name, (name,), forms, told, addressee, None, False, False, UNLISTED)


def cue_spans(sentence: Sentence, cue: Cue) -> tuple[Span, ...]:
    """Return the words of the cue: verb, particle, reflexive, phrase and correlate."""
    return spans(sentence, cue_tokens(sentence, cue))


def cue_tokens(sentence: Sentence, cue: Cue) -> list[int]:
    """Return the tokens of the cue."""
    found = {cue.index}
    head = sentence.tokens[cue.index].head
    if (
        head >= 0
        and sentence.tokens[head].lemma == "lassen"
        and cue.index in _caused(sentence, head)
    ):
        found.add(head)
    found |= {part for of in (particle, copula) if (part := of(sentence, cue.index)) is not None}
    wanted = set(cue.verb.words[:-1])
    for kid in children(sentence, cue.index):
        token = sentence.tokens[kid]
        if token.text.lower() in CORRELATE:
            found.add(kid)
        for below in (kid, *sentence.children[kid]):
            word = sentence.tokens[below]
            names = {word.lemma, word.text, word.text.lower()}
            if word.text.lower() in REFLEXIVE:
                names.add("sich")
            if wanted & names and base(word.deprel) != "punct":
                found.add(below)
    return sorted(found)


def impersonal(sentence: Sentence, cue: Cue) -> list[int]:
    """Return the "es" of "hieß es", which belongs to the cue."""
    if cue.verb.verb != "heißen":
        return []
    return [
        kid for kid in sentence.children[cue.index] if sentence.tokens[kid].text.lower() == "es"
    ]


def whole_cue(sentence: Sentence, cue: Cue) -> tuple[Span, ...]:
    """Return the cue with its impersonal subject."""
    return spans(sentence, [*cue_tokens(sentence, cue), *impersonal(sentence, cue)])


def frame_span(sentence: Sentence, first: int, last: int) -> Span:
    """Return the span of a frame with the comma or colon that closes it."""
    tokens = sentence.tokens
    if last + 1 < len(tokens) and tokens[last + 1].text in (",", ":"):
        last += 1
    return span(sentence, first, last)
