"""Denials: what somebody is blamed for, and who denies it.

A denial is a sentence with words of denying (`denial_cues.tsv`) and somebody who denies. It
answers the nearest earlier claim of its article against that actor or its government, else a claim
in another article of the story. Where the words say by themselves that something is denied
("bestritt jede Beteiligung"), the nearest claim counts whomever it blames. Who answers no
accusation may answer what somebody else has just said to be so ("Das Ministerium widersprach der
Darstellung"): then a noun of the sentence names a claim (`claim_nouns.tsv`), or none says that
something else is refused. A denial that says itself whose claim it denies has both sides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.case.records import EventRecord, StatementRecord
from lagebild.knowledge import Knowledge
from lagebild.picture.contradictions.claims import claims_in
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.contradictions.tellers import NamedClaim, named_claim, names_a_claim
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
TO_DO = re.compile(r"\b(?:zu |[a-zäöüß]+zu)[a-zäöüß]+n\W*$")
"""An infinitive with "zu" at the end: words of wanting or doing, which say nothing to be so."""
RETORTS = frozenset({"REJECT", "ACCUSE"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of denying, and whether they need an accusation against the speaker."""

    pattern: re.Pattern[str]
    accused: bool


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence in which `says` deny something, `named` where it names the claim by a noun.

    `order` is its number in the article.
    """

    article: str
    order: int
    sentence: Span
    says: tuple[str, ...]
    accused: bool
    named: NamedClaim | None


def denials(found: Material) -> Iterator[Contradiction]:
    """Yield each claim that is denied, with its denial."""
    cues = packaged().view(_cues)
    blames = [e for e in found.events if _blames(e)]
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
            asserted = _of_statement(found, denial) or _named(found, denial)
            if asserted is not None:
                yield asserted
    for claim, several in answered.values():
        yield _contradiction(found, claim, several)


def _blames(event: EventRecord) -> bool:
    """Tell whether an event blames somebody; where nobody is said to blame, it must allege."""
    by_somebody = bool(event.sources) or event.mode == "allege"
    return event.type == "ACCUSE" and bool(event.targets) and by_somebody


def _named(found: Material, denial: Denial) -> Contradiction | None:
    """Return the denial of a claim whose teller the sentence itself names."""
    named = denial.named
    if named is None or named.teller is None:
        return None
    if found.side(named.teller) in found.sides(denial.says):
        return None
    published = found.published(denial.article) or None
    cited = found.cite(denial.article, named.span)
    sides = (Side("asserted", (named.teller,), published, cited), _denied(found, denial))
    about = f"{found.name(named.teller)} → {found.names(denial.says)}"
    story = found.news.get(denial.article)
    return Contradiction("denial", about, sides, story, "words of denying, with whose claim it is")


def _of_statement(found: Material, denial: Denial) -> Contradiction | None:
    """Return the denial of what another side has just said to be so, unless it was a demand."""
    if denial.named is None and not _names_nothing_else(found, denial):
        return None
    own = found.sides(denial.says)
    teller = denial.named.teller if denial.named else None
    for said in _said_before(found, denial):
        if said.speaker is None or found.side(said.speaker) in own:
            continue
        if TO_DO.search(said.words):
            continue
        claimed = [said.words] if denial.named else claims_in(said.words)
        if not claimed or (teller is not None and teller != said.speaker):
            continue
        span = Span(said.quote[0].start, said.quote[-1].end)
        sides = (
            Side("asserted", (said.speaker,), said.published, found.cite(said.article, span)),
            _denied(found, denial),
        )
        story = found.news.get(said.article)
        about = " ".join(claimed[0].split())
        return Contradiction("claims", about, sides, story, "words of denying after a statement")
    return None


def _names_nothing_else(found: Material, denial: Denial) -> bool:
    """Tell whether the main clause of a denial names nothing but actors."""
    text, start = found.articles[denial.article].text, denial.sentence.start
    here = [m.span for m in found.mentioned.get(denial.article, ())]
    first, last = clauses(denial.sentence.of(text))[0]
    return all(
        names_a_claim(noun.word)
        or any(span.covers(Span(start + noun.start, start + noun.end)) for span in here)
        for noun in nouns(text[start + first : start + last])
    )


def _said_before(found: Material, denial: Denial) -> list[StatementRecord]:
    """Return the statements in the sentence before a denial, if it demands nothing."""
    last = denial.order - JUST_BEFORE
    if last < 0 or denial.order >= len(found.sentences[denial.article]):
        return []
    before = found.sentences[denial.article][last]
    asked = {"REQUEST", "COERCE", "THREATEN"}
    if denial.named is None and any(
        e.type in asked for e in found.at.get((denial.article, before.start), ())
    ):
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
                    named = named_claim(found, article, sentence)
                    yield Denial(article, order, sentence, says, cue.accused, named)
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
    own = found.sides(denial.says)
    teller = denial.named.teller if denial.named else None
    for distance, event in _earlier(found, denial, own, claims.get(denial.article, ())):
        if event.type == "REQUEST":
            return None
        if teller is not None and found.side(teller) not in found.sides(event.sources):
            continue
        if distance <= REACH and own & found.sides(event.targets):
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
        if denial.accused and event.type == "REQUEST" and own & found.sides(event.targets)
    ]
    earlier = [
        (denial.order - found.order(event.article, event.sentence.start), event)
        for event in (*claims, *demands)
        if event.sentence.start < denial.sentence.start and not own & found.sides(event.sources)
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
        if own & found.sides(claim.targets) and claim.mode == "allege"
    ]
    return fitting[0] if len(fitting) == 1 else None


def _contradiction(found: Material, claim: EventRecord, several: list[Denial]) -> Contradiction:
    """Return a claim beside who denies it, each denier once."""
    first = {denial.says: denial for denial in reversed(several)}
    blames = claim.sources or tuple(filter(None, [claim.attributed_to]))
    asserted = Side("asserted", blames, claim.published, found.cite(claim.article, claim.sentence))
    denied = [_denied(found, d) for d in several if first[d.says] is d]
    about = f"{found.names(blames)} → {found.names(claim.targets)}"
    story = found.news.get(claim.article)
    why = "words of denying after an accusation"
    return Contradiction("denial", about, (asserted, *denied), story, why)


def _denied(found: Material, denial: Denial) -> Side:
    published = found.articles[denial.article].published
    return Side("denied", denial.says, published, found.cite(denial.article, denial.sentence))
