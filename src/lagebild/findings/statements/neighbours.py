"""Statements over sentences: "... Das berichtet X.", "X sagte: ...", headlines."""

from dataclasses import replace

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.contents import content_of
from lagebild.findings.statements.cues import verb_cues, whole_cue
from lagebild.findings.statements.draft import CERTAIN, Desk, Draft, Voice
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.speaker import speaker_of
from lagebild.findings.statements.tree import base, noun_phrase, span, subject
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

POINTING = frozenset({"das", "dies", "dieses"})
GOING_OUT = frozenset({"hervorgehen"})
"""Verbs whose subject is what is said and whose source stands behind "aus"."""

HEADLINE = 9
"""A speaker before the colon of a headline is at most this many tokens long."""


def pointing_back(desk: Desk, number: int) -> Draft | None:
    """Read "Das berichtet X.": what X says is the sentence before."""
    sentence = desk.sentences[number]
    cue = _main_cue(desk, number)
    if cue is None or number == 0 or "clause" not in cue.verb.forms:
        return None
    who = subject(sentence, cue.index)
    points = [
        kid
        for kid in sentence.children[cue.index]
        if sentence.tokens[kid].text.lower() in POINTING
        and (kid != who or cue.verb.verb in GOING_OUT)
        and base(sentence.tokens[kid].deprel) in ("obj", "nsubj", "expl", "dep")
    ]
    if not points or points[0] > 2 or content_of(sentence, cue, desk.forms) is not None:
        return None
    before = desk.sentences[number - 1]
    if desk.quote_at(before.span.start) is not None:
        return None
    draft = _draft(desk, cue, _whole(before), _whole(sentence), "das")
    return replace(draft, score=CERTAIN) if cue.verb.trust >= 1 else draft


def after_colon(desk: Desk, number: int) -> Draft | None:
    """Read "X hat entschieden:" where the next sentence is what was said, without marks."""
    sentence = desk.sentences[number]
    cue = _main_cue(desk, number)
    if cue is None or sentence.tokens[-1].text != ":" or number + 1 == len(desk.sentences):
        return None
    if "clause" not in cue.verb.forms or content_of(sentence, cue, desk.forms) is not None:
        return None
    following = desk.sentences[number + 1]
    near = desk.text[sentence.span.end : following.span.start]
    if desk.quote_at(following.span.start) is not None or near.strip(" "):
        return None
    return _draft(desk, cue, _whole(following), _whole(sentence), "colon")


def _main_cue(desk: Desk, number: int) -> Cue | None:
    tokens = desk.sentences[number].tokens
    main = [c for c in verb_cues(desk, number) if tokens[c.index].head < 0]
    return main[0] if main else None


def _whole(sentence: Sentence) -> Span:
    return span(sentence, 0, len(sentence.tokens) - 1)


def _draft(desk: Desk, cue: Cue, quote: Span, frame: Span, form: str) -> Draft:
    sentence = desk.sentences[cue.number]
    return Draft(
        "indirect",
        (quote,),
        f"verb {cue.verb.name}, {form}",
        0.8,
        whole_cue(sentence, cue),
        (frame,),
        speaker_of(desk, cue.number, cue.index, cue.verb),
        addressee_of(desk, cue.number, cue.index, cue.verb),
        cue.verb.medium,
    )


def headline(desk: Desk, number: int) -> Draft | None:
    """Read "Lawrow: Keine Einigung": a headline of a person or body, a colon, what they say."""
    sentence = desk.sentences[number]
    tokens = sentence.tokens
    colon = next((t.index for t in tokens[1:HEADLINE] if t.text == ":"), None)
    if colon is None or colon + 2 >= len(tokens) or not _starts_paragraph(desk, sentence):
        return None
    verbal = any(t.xpos.endswith("FIN") for t in tokens[colon:])
    kinds = ("PER", "ORG") if verbal else ("PER",)
    named = [t for t in tokens[:colon] if t.name[2:] in kinds and t.upos in ("PROPN", "NOUN")]
    ends = tokens[-1].text in (".", "!") and tokens[colon + 1].text[0].islower()
    if not named or ends or any(_verbal(t) for t in tokens[:colon]):
        return None
    if all(t.text in desk.lexicon.countries for t in named):
        return None
    quote = span(sentence, colon + 1, len(tokens) - 1)
    if desk.quote_at(quote.start) is not None or tokens[-1].text in (".", ":"):
        return None
    inside = {t.index for t in tokens[:colon]}
    head = next((t.index for t in tokens[:colon] if t.head not in inside), named[0].index)
    first, last = noun_phrase(sentence, head)
    who = Voice(span(sentence, first, max(head, min(last, colon - 1))), number, head)
    frame = span(sentence, 0, colon)
    return Draft("indirect", (quote,), "headline", 0.6, (), (frame,), who, None, "speech|writing")


def _verbal(token: Token) -> bool:
    return token.upos in ("VERB", "AUX")


def _starts_paragraph(desk: Desk, sentence: Sentence) -> bool:
    before = desk.text[max(0, sentence.span.start - 2) : sentence.span.start]
    return sentence.span.start == 0 or "\n" in before
