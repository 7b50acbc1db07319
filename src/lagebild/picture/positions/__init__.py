"""Positions: what is argued about, and who stands for and against it, with evidence and time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lagebild.case import Case, Filter
from lagebild.case.positions import NONE, DecidedPosition, decided_positions
from lagebild.picture.discourse import Coded
from lagebild.picture.lives import Life
from lagebild.picture.material import Material, material
from lagebild.picture.positions.coding import coded
from lagebild.picture.positions.kept import kept_or
from lagebild.picture.positions.proposing import proposed
from lagebild.picture.positions.utterance import (
    STANCES,
    Position,
    Stance,
    Utterance,
    combined,
)

__all__ = [
    "STANCES",
    "Coded",
    "Position",
    "Stance",
    "Utterance",
    "coded",
    "positions",
    "positions_of",
    "utterances",
    "utterances_of",
]


def utterances(case: Case, where: Filter | None = None) -> list[Utterance]:
    """Return the utterances on issues, proposed ones as a person has changed them.

    Issues are those of the whole case, whatever time is asked for: `where` chooses utterances by
    the dates of their articles, article and outlet. Those of a whole case are kept in its file.
    """
    spoken = kept_or(case, lambda: _found(case))
    if where is None or where == Filter():
        return spoken
    chosen = {article.id for article in case.articles(replace(where, reprints=True))}
    return [u for u in spoken if u.citation.article in chosen]


def _found(case: Case) -> list[Utterance]:
    with case.looking() as connection:
        decided = decided_positions(connection)
    return utterances_of(material(case), decided)


def utterances_of(
    found: Material, decided: Sequence[DecidedPosition], lives: list[Life] | None = None
) -> list[Utterance]:
    """Return the utterances of loaded material with a person's decisions laid over them.

    `lives` are those of the material's commitments where they are known already. A decision
    replaces what was proposed for the same actor in words that overlap its own.
    """
    by_article: dict[str, list[DecidedPosition]] = defaultdict(list)
    for decision in decided:
        by_article[decision.article].append(decision)
    kept = [u for u in proposed(found, lives) if not _is_decided(u, by_article[u.citation.article])]
    held = [d for d in decided if d.stance != NONE and d.article in found.articles]
    return kept + [_stated(found, decision) for decision in held]


def positions(case: Case, where: Filter | None = None) -> list[Position]:
    """Return each actor's stance on each issue, most argued issues first."""
    return positions_of(utterances(case, where))


def positions_of(spoken: Sequence[Utterance]) -> list[Position]:
    """Return what utterances add up to, most argued issues first, then by actor."""
    groups: dict[tuple[str, str], list[Utterance]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for utterance in spoken:
        groups[utterance.issue, utterance.actor].append(utterance)
        sizes[utterance.issue] += 1
    order = sorted(groups, key=lambda key: (-sizes[key[0]], *key))
    return [combined(issue, actor, groups[issue, actor]) for issue, actor in order]


def _is_decided(utterance: Utterance, decided: Sequence[DecidedPosition]) -> bool:
    return any(
        d.actor == utterance.actor and d.span.overlaps(utterance.citation.span) for d in decided
    )


def _stated(found: Material, decision: DecidedPosition) -> Utterance:
    article = found.articles[decision.article]
    cited = found.cite(decision.article, decision.span)
    number = found.order(decision.article, decision.start)
    sentences = found.sentences.get(decision.article, ())
    sentence = found.cite(decision.article, sentences[number]) if number >= 0 else cited
    stance: Stance = next((s for s in STANCES if s == decision.stance), "for")
    return Utterance(
        decision.issue, decision.actor, stance, article.published, cited, sentence, "decided", True
    )
