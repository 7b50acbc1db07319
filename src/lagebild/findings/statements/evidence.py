"""Weigh a draft by what the network's heads for speech say of its words.

A draft has a handful of features: how sure the heads are that its words lie in a quote of its kind,
that the words beside it do not, that its cue is one, that it begins and ends well, and how sure its
rule is. A logistic weighing for each kind, learnt on annotated articles
(`draft_weights.tsv`), turns them into the probability that somebody would annotate the draft.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from lagebild.findings.statements.draft import CERTAIN, Desk, Draft
from lagebild.findings.statements.heads import COLUMN
from lagebild.language.speech import SPEECH, STEPS, Scores
from lagebild.spans import Span

KINDS = SPEECH[:5]
LONG = 40
"""Words; a longer quote counts as so long."""


def judge(desk: Desk, draft: Draft, nested: bool = False) -> Draft | None:
    """Return the draft with its probability as its score, None where it is not worth it.

    `nested` says whether it lies in another's words, as far as is known by now. Where no
    network read the sentences, the rule's own score stays.
    """
    if desk.watch is not None:
        desk.watch(draft, nested)
    chance = probability(desk, draft, nested)
    if chance is None:
        return draft
    least = desk.weighings[draft.kind].least
    known = chance >= least or draft.score >= CERTAIN
    return replace(draft, score=max(chance, least)) if known else None


def gain(desk: Desk, draft: Draft) -> float:
    """Return how far a judged draft is surer than the least that is kept."""
    weighing = desk.weighings.get(draft.kind)
    return draft.score - (weighing.least if weighing is not None else 0.0)


def probability(desk: Desk, draft: Draft, nested: bool) -> float | None:
    """Return how probable it is that a draft is a statement, None without a network or weights."""
    weighing = desk.weighings.get(draft.kind)
    values = features(desk, draft, nested) if weighing is not None else None
    if weighing is None or values is None:
        return None
    total = weighing.bias + sum(w * v for w, v in zip(weighing.weights, values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(desk: Desk, draft: Draft, nested: bool) -> tuple[float, ...] | None:
    """Return the values of `FEATURES` for a draft, None where no network read its sentences."""
    words = np.concatenate([EMPTY, *_of_spans(desk, draft.quote)]).astype(np.float64) / STEPS
    if not len(words):
        return None
    inside = words[:, COLUMN[draft.kind]]
    kinds = words[:, : len(KINDS)].max(axis=1)
    cues = np.concatenate([EMPTY, *_of_spans(desk, draft.cue)]).astype(np.float64) / STEPS
    voice = (draft.speaker.span,) if draft.speaker is not None else ()
    voices = np.concatenate([EMPTY, *_of_spans(desk, voice)]).astype(np.float64) / STEPS
    left, right = _beside(desk, draft)
    return (
        float(inside.mean()), float(inside.min()), float(inside.max()), float(kinds.mean()),
        float(words[:, COLUMN["told"]].max()),
        float(cues[:, COLUMN["cue"]].max()) if len(cues) else 0.0,
        float(words[0, COLUMN["begin"]]), float(words[-1, COLUMN["end"]]), left, right,
        min(len(words), LONG) / 10, draft.score, float(nested), _whole_sentences(desk, draft),
        float(not len(cues)), float(not len(voices)),
        float(voices[:, COLUMN["speaker"]].max()) if len(voices) else 0.0,
    )  # fmt: skip


EMPTY: Scores = np.zeros((0, len(SPEECH)), np.int8)


def _of_spans(desk: Desk, spans: tuple[Span, ...]) -> Iterator[Scores]:
    """Yield the scores of the tokens in the spans, sentence by sentence."""
    for span in spans:
        number = desk.last_before(span.start)
        while number < len(desk.sentences) and desk.starts[number] < span.end:
            sentence = desk.sentences[number]
            first, last = desk.token_range(number, span)
            if sentence.speech is not None and first < last:
                yield sentence.speech[first:last]
            number += 1


def _beside(desk: Desk, draft: Draft) -> tuple[float, float]:
    """Return what the heads say of the words next to the quote in its sentences, 0 for none."""
    column = COLUMN[draft.kind]
    found = []
    for span, step in ((draft.quote[0], -1), (draft.quote[-1], 1)):
        number = desk.last_before(span.start if step < 0 else span.end - 1)
        first, last = desk.token_range(number, span)
        here = first - 1 if step < 0 else last
        sentence = desk.sentences[number]
        while 0 <= here < len(sentence.tokens) and sentence.tokens[here].upos == "PUNCT":
            here += step
        known = sentence.speech is not None and 0 <= here < len(sentence.tokens)
        found.append(float(sentence.speech[here, column]) / STEPS if known else 0.0)  # type: ignore[index]
    return found[0], found[1]


def _whole_sentences(desk: Desk, draft: Draft) -> float:
    """Return 1 where the quote fills its sentences, else 0."""
    first = desk.sentences[desk.last_before(draft.start)]
    last = desk.sentences[desk.last_before(draft.end - 1)]
    begins = draft.start <= first.tokens[0].span.end
    return float(begins and draft.end >= last.tokens[-1].span.start)
