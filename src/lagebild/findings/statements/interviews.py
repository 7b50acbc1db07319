"""Read interviews: turns behind labels ("NAME:"), and questions and answers without labels."""

import re
from collections import Counter

from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.speaker import voice
from lagebild.findings.statements.tree import NOMINAL
from lagebild.spans import Span, trimmed

TURN = re.compile(
    r"(?m)^[ \t]*['*_]{0,3}([^\W\d_][\w.’-]*(?: [^\W\d_][\w.’-]*){0,3})"
    r"(?:['*_]{0,3}:|:['*_]{0,3})[ \t]+(?=\S)"
)
"""A label in front of a turn, plain or with the marks of italics and bold type around it."""

FEWEST_TURNS = 4
MOST_VOICES = 4

PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*")
FEWEST_QUESTIONS = 4
LONGEST_QUESTION = 400
"""Code points; a longer paragraph that ends with a question mark is no question of an interview."""

ASKED = 1 / 3
"""An interview asks in this part of its paragraphs at least, from the first question on."""


def turns(desk: Desk) -> list[Draft]:
    """Return the turns of an interview as direct statements, none where the text is none."""
    return labelled_turns(desk) or answers(desk)


def labelled_turns(desk: Desk) -> list[Draft]:
    """Return the paragraphs that open with "NAME:", each with the name as its speaker.

    An article counts as an interview with four turns at least, of four voices at most; a label
    that stands only once beside others is no voice ("Hinzu kommt:").
    """
    every = list(TURN.finditer(desk.text))
    counts = Counter(match.group(1) for match in every)
    known = {label for label, count in counts.items() if count > 1}
    found = [match for match in every if match.group(1) in known]
    if len(found) < FEWEST_TURNS or len(known) > MOST_VOICES:
        return []
    ends = [match.start() for match in found[1:]] + [len(desk.text)]
    drafts = []
    for match, end in zip(found, ends, strict=True):
        gap = desk.text.find("\n\n", match.end(), end) if match is found[-1] else -1
        quote = trimmed(desk.text, Span(match.end(), gap if gap >= 0 else end))
        who = _labelled(desk, Span(*match.span(1)))
        frame = Span(match.start(1), match.end(1) + 1)
        drafts.append(Draft("direct", (quote,), "turn", 0.9, (), (frame,), who, None, "speech"))
    return drafts


def _labelled(desk: Desk, label: Span) -> Voice | None:
    number = desk.sentence_at(label.start)
    if number is None:
        return None
    inside = [t for t in desk.sentences[number].tokens if label.covers(t.span)]
    if not inside or desk.lexicon.noun(inside[-1]) is not None:
        return None
    return Voice(label, number, inside[-1].index)


def answers(desk: Desk) -> list[Draft]:
    """Return what is answered to the questions of an interview without labels.

    Paragraphs that end with a question mark ask, those behind them answer. Who answers is the
    other side of the talk that the text before names ("im Gespräch mit X"); without one nothing is
    read.
    """
    matches = PARAGRAPH.finditer(desk.text)
    paragraphs = [trimmed(desk.text, Span(*match.span())) for match in matches]
    asked = [n for n, span in enumerate(paragraphs) if _asks(desk, span)]
    if len(asked) < FEWEST_QUESTIONS or len(asked) < (len(paragraphs) - asked[0]) * ASKED:
        return []
    who = _asked_person(desk, paragraphs[asked[0]].start)
    if who is None:
        return []
    ends = [*asked[1:], asked[-1] + 2]
    found = [paragraphs[n + 1 : end] for n, end in zip(asked, ends, strict=True)]
    return [
        Draft("direct", tuple(spans), "answer", 0.8, speaker=who, medium="speech")
        for spans in found
        if spans
    ]


def _asks(desk: Desk, span: Span) -> bool:
    text = span.of(desk.text).rstrip(" \t'*_")
    quoted = desk.quote_at(span.start) is not None
    return text.endswith("?") and span.end - span.start <= LONGEST_QUESTION and not quoted


def _asked_person(desk: Desk, end: int) -> Voice | None:
    """Return the other side of the last talk that is named before a place in the text."""
    for number in range(desk.last_before(end), -1, -1):
        sentence = desk.sentences[number]
        for token in sentence.tokens[:-1] if desk.readable(number) else ():
            noun = desk.lexicon.noun(token) if token.upos == "NOUN" else None
            behind = sentence.tokens[token.index + 1]
            if noun is None or "mit" not in noun.forms or behind.text != "mit":
                continue
            if behind.head > behind.index and sentence.tokens[behind.head].upos in NOMINAL:
                return voice(desk, number, behind.head)
    return None
