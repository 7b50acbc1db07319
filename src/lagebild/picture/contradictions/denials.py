"""Denials: what somebody is blamed for, and who denies it.

A denial is a sentence with words of denying (`denial_cues.tsv`) and somebody who denies. It
answers the nearest earlier claim of its article against that actor or its government, else a claim
in another article of the story. Where the words say by themselves that something is denied
("bestritt jede Beteiligung"), the nearest claim counts whomever it blames. Who answers no
accusation may answer what somebody else has just said to be so ("Das Ministerium widersprach der
Darstellung"): then no noun of the sentence says that something else is refused (`claim_nouns.tsv`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.case.records import EventRecord, StatementRecord
from lagebild.knowledge import Knowledge
from lagebild.picture.contradictions.claims import claims_in
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.material import Material
from lagebild.picture.positions.phrases import clauses, nouns
from lagebild.picture.wording import packaged
from lagebild.spans import Span

REACH = 8
"""Sentences within which a denial answers a claim against the one who denies."""
NEAR = 3
"""Sentences within which it answers a claim against somebody else."""
JUST_BEFORE = 1
"""Sentences within which it answers what somebody says to be so and blames nobody for."""
RETORTS = frozenset({"REJECT", "ACCUSE"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of denying, and whether they need an accusation against the speaker."""

    pattern: re.Pattern[str]
    accused: bool


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence in which `says` deny something; `order` is its number in the article."""

    article: str
    order: int
    sentence: Span
    says: tuple[str, ...]
    accused: bool


def denials(found: Material) -> Iterator[Contradiction]:
    """Yield each claim that is denied, with its denial."""
    cues = packaged().view(_cues)
    blames = [e for e in found.events if e.type == "ACCUSE" and e.targets and e.sources]
    claims: dict[str, list[EventRecord]] = {}
    for event in blames:
        if not any(_spot(event.sentence_words, cue) for cue in cues):
            claims.setdefault(event.article, []).append(event)
    answered: dict[str, tuple[EventRecord, list[Denial]]] = {}
    for denial in _denials(found, cues):
        claim = _answered(found, denial, claims)
        if claim is not None:
            answered.setdefault(claim.id, (claim, []))[1].append(denial)
        else:
            yield from _of_statement(found, denial)
    for claim, several in answered.values():
        yield _contradiction(found, claim, several)


def _of_statement(found: Material, denial: Denial) -> Iterator[Contradiction]:
    """Yield the denial of what another side has just said to be so, unless it was a demand."""
    if not _names_a_claim(found, denial):
        return
    own = found.states(denial.says)
    for said in _said_before(found, denial):
        claimed = claims_in(said.words)
        if said.speaker is None or found.state(said.speaker) in own or not claimed:
            continue
        span = Span(said.quote[0].start, said.quote[-1].end)
        sides = (
            Side("asserted", (said.speaker,), said.published, found.cite(said.article, span)),
            _denied(found, denial),
        )
        story = found.news.get(said.article)
        about = " ".join(claimed[0].split())
        yield Contradiction("claims", about, sides, story, "words of denying after a statement")
        return


def _names_a_claim(found: Material, denial: Denial) -> bool:
    """Tell whether the main clause of a denial names nothing but actors and nouns for a claim."""
    text, start = found.articles[denial.article].text, denial.sentence.start
    here = [m.span for m in found.mentioned.get(denial.article, ())]
    claims = packaged().view(_claim_nouns)
    first, last = clauses(denial.sentence.of(text))[0]
    return all(
        noun.word in claims or any(span.covers(Span(start + noun.start, start + noun.end))
                                   for span in here)
        for noun in nouns(text[start + first : start + last])
    )  # fmt: skip


def _claim_nouns(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(row.key for row in knowledge.table("claim_nouns"))


def _said_before(found: Material, denial: Denial) -> list[StatementRecord]:
    """Return the statements in the sentence before a denial, if it demands nothing."""
    last = denial.order - JUST_BEFORE
    if last < 0 or denial.order >= len(found.sentences[denial.article]):
        return []
    before = found.sentences[denial.article][last]
    asked = {"REQUEST", "COERCE", "THREATEN"}
    if any(e.type in asked for e in found.at.get((denial.article, before.start), ())):
        return []
    told = found.told_in.get(denial.article, ())
    return [s for s in told if not s.nested and before.covers(s.quote[-1])]


def _cues(knowledge: Knowledge) -> list[Cue]:
    rows = knowledge.table("denial_cues")
    return [Cue(re.compile(r["pattern"], re.I | re.S), r["of"] == "accused") for r in rows]


def _spot(words: str, cue: Cue) -> Span | None:
    match = cue.pattern.search(words)
    return Span(*match.span()) if match else None


def _denials(found: Material, cues: list[Cue]) -> Iterator[Denial]:
    for article, sentences in found.sentences.items():
        text = found.articles[article].text if article in found.articles else ""
        for order, sentence in enumerate(sentences):
            words = sentence.of(text)
            for cue in cues:
                spot = _spot(words, cue)
                own = spot is not None and not _is_quoted(found, article, spot, sentence)
                says = _speaker(found, article, sentence, spot) if spot and own else ()
                if says:
                    yield Denial(article, order, sentence, says, cue.accused)
                    break


def _is_quoted(found: Material, article: str, spot: Span, sentence: Span) -> bool:
    """Tell whether the words stand in a quotation: there somebody else tells of a denial."""
    here = spot.shifted(sentence.start)
    return any(span.overlaps(here) for span in found.quoted.get(article, ()))


def _speaker(found: Material, article: str, sentence: Span, spot: Span) -> tuple[str, ...]:
    """Return who denies: the source of a retort at these words, else the first who is named."""
    here = spot.shifted(sentence.start)
    for event in found.at.get((article, sentence.start), ()):
        if event.type in RETORTS and event.trigger.overlaps(here) and event.sources:
            return event.sources
    named = [m for m in found.mentioned.get(article, ()) if sentence.covers(m.span)]
    return (named[0].actor,) if named and named[0].span.end <= here.end else ()


def _answered(
    found: Material, denial: Denial, claims: dict[str, list[EventRecord]]
) -> EventRecord | None:
    """Return the claim that a denial answers, None where it answers none that was read."""
    own = found.states(denial.says)
    for distance, event in _earlier(found, denial, own, claims.get(denial.article, ())):
        if event.type == "REQUEST":
            return None
        if distance <= REACH and own & found.states(event.targets):
            return event
        if distance <= NEAR and not denial.accused:
            return event
    return _elsewhere(found, denial, own, claims)


def _earlier(
    found: Material, denial: Denial, own: frozenset[str], claims: Sequence[EventRecord]
) -> list[tuple[int, EventRecord]]:
    """Return claims of others and demands on the denier before a denial, the nearest first.

    After a demand, "wies das zurück" refuses it and denies nothing.
    """
    demands = [
        event
        for event in found.of_article.get(denial.article, ())
        if denial.accused and event.type == "REQUEST" and own & found.states(event.targets)
    ]
    earlier = [
        (denial.order - found.order(event.article, event.sentence.start), event)
        for event in (*claims, *demands)
        if event.sentence.start < denial.sentence.start and not own & found.states(event.sources)
    ]
    near = [(distance, event) for distance, event in earlier if distance <= REACH]
    return sorted(near, key=lambda item: (item[0], -item[1].trigger.start))


def _elsewhere(
    found: Material,
    denial: Denial,
    own: frozenset[str],
    claims: dict[str, list[EventRecord]],
) -> EventRecord | None:
    """Return the one claim against the denier in the other articles of the story, if any."""
    others = [a for a in found.beside(denial.article) if a != denial.article]
    fitting = [
        claim
        for article in others
        for claim in claims.get(article, ())
        if own & found.states(claim.targets) and claim.mode == "allege"
    ]
    return fitting[0] if len(fitting) == 1 else None


def _contradiction(found: Material, claim: EventRecord, several: list[Denial]) -> Contradiction:
    """Return a claim beside who denies it, each denier once."""
    first = {denial.says: denial for denial in reversed(several)}
    asserted = Side(
        "asserted", claim.sources, claim.published, found.cite(claim.article, claim.sentence)
    )
    denied = [_denied(found, d) for d in several if first[d.says] is d]
    about = f"{found.names(claim.sources)} → {found.names(claim.targets)}"
    story = found.news.get(claim.article)
    why = "words of denying after an accusation"
    return Contradiction("denial", about, (asserted, *denied), story, why)


def _denied(found: Material, denial: Denial) -> Side:
    published = found.articles[denial.article].published
    return Side("denied", denial.says, published, found.cite(denial.article, denial.sentence))
