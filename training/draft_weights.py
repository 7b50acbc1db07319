"""Learn how the features of a draft are weighed: logistic regression for each kind of statement.

A draft is right in so far as its quote shares words with an annotated one: its target is their
overlap where that is more than one half, else 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lagebild.articles.article import Article
from lagebild.evaluate.quoted import QuotedArticle
from lagebild.evaluate.quotes import HALF, quote_overlap
from lagebild.findings.finding import Statement
from lagebild.findings.reading import Reading
from lagebild.findings.statements.draft import Desk, Draft, desk, finished
from lagebild.findings.statements.evidence import KINDS, features
from lagebild.findings.statements.settle import settled
from lagebild.findings.statements.weighing import FEATURES, Weighing
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Analysis

LEAST = {
    "direct": 0.4,
    "indirect": 0.5,
    "free_indirect": 0.6,
    "indirect_free_indirect": 0.5,
    "reported": 0.6,
}
"""The least probability of a draft that is kept. Chosen on our own annotation, out of fold, among
0.3 to 0.7; somewhat higher than the best F1 asks, to keep false statements few."""

PENALTY = 3.0
"""Weight of the squared size of the weights of standardised features."""

STEPS = 50
FEWEST = 30
"""A kind with fewer drafts is not weighed."""

HEADER = "# How the features of a draft are weighed, by kind. Written by training/speech.py"

Judged = tuple[str, tuple[float, ...], float]
"""Kind, features and target of a draft."""


def statements(article: QuotedArticle, analysis: Analysis, weighings: dict[str, Weighing]
               ) -> tuple[Statement, ...]:  # fmt: skip
    """Return the statements of an article as weighed."""
    on = _desk(article, analysis, weighings)
    return tuple(finished(draft, None, None) for draft in settled(on))


def judged_drafts(article: QuotedArticle, analysis: Analysis) -> list[Judged]:
    """Return every draft of an article that the rules or the heads suggest, with its target."""
    found: list[Judged] = []
    on = _desk(article, analysis, {})
    on.watch = _watch(article, on, found)
    settled(on)
    return found


def _watch(article: QuotedArticle, on: Desk, found: list[Judged]) -> Callable[[Draft, bool], None]:
    def keep(draft: Draft, nested: bool) -> None:
        values = features(on, draft, nested)
        if values is not None:
            said = finished(draft, None, None)
            best = max((quote_overlap(article, said, g) for g in article.statements), default=0.0)
            if best > HALF or not _unknown(article, draft):
                found.append((draft.kind, values, best if best > HALF else 0.0))

    return keep


def _unknown(article: QuotedArticle, draft: Draft) -> bool:
    """Tell whether nobody said if a quotation is a statement: inside another annotated one.

    Half of the articles do not annotate quoted words a second time.
    """
    return draft.kind == "direct" and any(
        span.covers(draft.quote[0])
        for statement in article.statements
        if statement.kind != "direct"
        for span in statement.quote
    )


def _desk(article: QuotedArticle, analysis: Analysis, weighings: dict[str, Weighing]) -> Desk:
    bare = Article(
        id=article.document, uri=article.document, title=None, text=article.text, published=None,
        published_from=None, dateline_place=None, agencies=(), authors=(), outlet=None,
        genre="news", language="de", sha256="", boilerplate=(),
    )  # fmt: skip
    return replace(desk(Reading(bare, analysis, KNOWLEDGE)), weighings=weighings)


KNOWLEDGE = Knowledge()


def learn(drafts: Iterable[Judged]) -> dict[str, Weighing]:
    """Return the weighing of each kind that has enough drafts."""
    every = list(drafts)
    found = {}
    for kind in KINDS:
        own = [(values, target) for k, values, target in every if k == kind]
        if len(own) >= FEWEST:
            x, y = np.array([v for v, _ in own]), np.array([t for _, t in own])
            found[kind] = _regression(x, y, LEAST[kind])
    return found


def _regression(x: np.ndarray, y: np.ndarray, least: float) -> Weighing:
    """Fit by Newton's steps; the features are standardised for the penalty."""
    middle, width = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.c_[(x - middle) / width, np.ones(len(x))]
    penalty = np.diag([PENALTY] * x.shape[1] + [0.0])
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (y - p) - penalty @ weights
        curve = (z * (p * (1 - p) + 1e-6)[:, None]).T @ z + penalty
        weights = weights + np.linalg.solve(curve, slope)
    own = weights[:-1] / width
    bias = float(weights[-1] - own @ middle)
    return Weighing(tuple(float(f"{w:.4g}") for w in own), float(f"{bias:.4g}"), least)


def write_weights(path: Path, weighings: dict[str, Weighing]) -> None:
    """Write the table of weights."""
    rows = [("kind", *FEATURES, "bias", "least")]
    rows += [
        (kind, *(f"{w:g}" for w in weighing.weights), f"{weighing.bias:g}", f"{weighing.least:g}")
        for kind, weighing in weighings.items()
    ]
    lines: Sequence[str] = [HEADER, *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
