"""Quotations behind a colon: 'X sagte: „..."', 'Zitat von X: „..."', 'X: „..."'."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.cues import cue_tokens, verb_cues
from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.places import Place, words_in
from lagebild.findings.statements.speaker import possessor, speaker_of
from lagebild.findings.statements.tree import (
    EDGE,
    base,
    clause,
    finite,
    noun_phrase,
    span,
    spans,
)
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

LONGEST_TITLE = 12
"""Tokens before a colon that may name a speaker without a verb."""

SHORT = 3
GAP = 12
"""A quotation of fewer words, with no cue beside it, is a title, a name or ironic."""


def before_colon(desk: Desk, place: Place) -> Draft | None:
    """Read 'X sagte: „..."': the frame ends with a colon right before the mark."""
    before = desk.text[max(0, place.span.start - GAP) : place.span.start].rstrip()
    if not before.endswith(":"):
        return None
    before_end = max(0, place.span.start - GAP) + len(before)
    number = desk.sentence_at(before_end - 1)
    if number is None or place.first - number > 1:
        return None
    sentence = desk.sentences[number]
    last = max((t.index for t in sentence.tokens if t.span.end <= before_end), default=-1)
    bracketed = [t.text for t in sentence.tokens[: last + 1] if t.text in ("(", ")")]
    if last < 1 or bracketed[-1:] == ["("]:
        return None
    return _colon_frame(desk, place, number, last)


def _colon_frame(desk: Desk, place: Place, number: int, colon: int) -> Draft | None:
    sentence = desk.sentences[number]
    cues = [
        cue
        for cue in verb_cues(desk, number)
        if cue.index < colon and desk.quote_at(sentence.tokens[cue.index].span.start) is None
    ]
    frame = (_frame_back(sentence, colon),)
    main = [
        c for c in cues if base(sentence.tokens[c.index].deprel) in ("root", "conj", "parataxis")
    ]
    inner = _inner(sentence, cues, colon)
    if inner is not None:
        main = [inner]
        first = min(i for i in clause(sentence, inner.index) if sentence.tokens[i].text not in EDGE)
        frame = (span(sentence, first, colon),)
    if main or cues:
        cue = (main or cues)[-1]
        who = speaker_of(desk, number, cue.index, cue.verb)
        to = addressee_of(desk, number, cue.index, cue.verb)
        words = spans(sentence, [*cue_tokens(sentence, cue), *_words_noun(sentence, colon)])
        return Draft(
            "direct", (place.span,), f"colon, verb {cue.verb.name}", 0.95, words, frame, who, to,
            cue.verb.medium, nested=inner is not None,
        )  # fmt: skip
    return _colon_noun(desk, place, number, colon)


def _inner(sentence: Sentence, cues: list[Cue], colon: int) -> Cue | None:
    """Return the verb right before the colon that hangs on another verb of saying as its content.

    "Der Sprecher sagte, der Minister habe erklärt: „…“": the words are the minister's.
    """
    outer = {cue.index for cue in cues}
    for cue in cues:
        token = sentence.tokens[cue.index]
        last = all(t.text in EDGE for t in sentence.tokens[cue.index + 1 : colon])
        if last and base(token.deprel) == "ccomp" and token.head in outer:
            return cue
    return None


def _words_noun(sentence: Sentence, colon: int) -> list[int]:
    """Return "mit den Worten" before the colon."""
    tail = [t for t in sentence.tokens[max(0, colon - 3) : colon] if t.text not in EDGE]
    if len(tail) == 3 and tail[0].text == "mit" and tail[2].lemma in ("Wort", "Satz"):
        return [t.index for t in tail]
    return []


def _colon_noun(desk: Desk, place: Place, number: int, colon: int) -> Draft | None:
    """Read 'Zitat von X: „..."', 'X: „..."', 'X war erfreut: „..."'."""
    sentence = desk.sentences[number]
    frame = (_frame_back(sentence, colon),)
    nouns = [t for t in sentence.tokens[:colon] if t.upos == "NOUN" and desk.lexicon.noun(t)]
    verbs = [t for t in sentence.tokens[:colon] if finite(sentence, t.index) is not None]
    if nouns and (not verbs or nouns[-1].index >= colon - 6):
        noun = nouns[-1]
        entry = desk.lexicon.noun(noun)
        owner = possessor(desk, number, noun.index)
        if owner is None and noun.head >= 0:
            owner = speaker_of(desk, number, noun.head)
        return Draft(
            "direct", (place.span,), f"colon, noun {noun.lemma}", 0.8, (noun.span,), frame, owner,
            None, entry.medium if entry else None,
        )  # fmt: skip
    if not verbs and colon <= LONGEST_TITLE:
        who = _title_speaker(desk, number, colon)
        if who is not None:
            return Draft("direct", (place.span,), "colon after a name", 0.8, (), frame, who)
        return None
    if words_in(desk, place) <= SHORT:
        return None
    root = next((t.index for t in verbs if base(t.deprel) in ("root", "conj", "parataxis")), None)
    who = speaker_of(desk, number, root) if root is not None else None
    return Draft("direct", (place.span,), "colon", 0.6, (), frame, who)


def _title_speaker(desk: Desk, number: int, colon: int) -> Voice | None:
    sentence = desk.sentences[number]
    names = [t for t in sentence.tokens[:colon] if t.upos in ("PROPN", "NOUN")]
    if not names:
        return None
    inside = {t.index for t in sentence.tokens[:colon]}
    head = next((t.index for t in names if t.head not in inside), names[0].index)
    first, last = noun_phrase(sentence, head)
    last = max(head, min(last, colon - 1))
    return Voice(span(sentence, first, last), number, head)


def _frame_back(sentence: Sentence, colon: int) -> Span:
    """Return the frame from the start of the sentence, or after a quotation, to the colon."""
    first = 0
    for here in range(colon - 1, -1, -1):
        if sentence.tokens[here].text in ("“", "«"):
            opened = any(sentence.tokens[n].text in ("„", "»") for n in range(here))
            if not opened:
                first = here + 1
            break
    while first < colon and sentence.tokens[first].text in EDGE:
        first += 1
    return span(sentence, first, colon)
