"""Promises and deeds: who said to stop or not to do what the reports then see done.

A promise of this kind has words of stopping or a negation, or refuses something ("will keine
Soldaten schicken"). A deed stands against it that the same side does afterwards, on a day that the
report gives: an attack of the kind and in the place that the promise names ("die Luftangriffe auf
Aleppo aussetzen"), or any deed told in the promise's words. What nobody confirms counts, with who
alleges it: the promise is then disputed, not broken. A promise to do something is met by the same
side's later refusal of it, and an agreement by a report that it was broken.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from lagebild.case.records import CommitmentRecord, EventRecord
from lagebild.case.search import stem, stems
from lagebild.knowledge import Knowledge
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.lives import Life
from lagebild.picture.material import Citation, Material
from lagebild.picture.stories.likeness import SPOKEN
from lagebild.picture.wording import content, likeness, packaged, turns

HELD_DAYS = 90
"""Days for which a promise without an end is held against deeds."""
SAME_DEED = 0.34
"""Cosine of content words from which a deed is the one that a promise excludes."""
FEWEST_SHARED = 2
"""Content words that both must share."""
SAME_CONTENT = 0.5
"""Cosine of two contents' words from which a refusal takes a promise back."""
BINDING = frozenset({"promise", "agreement", "obligation"})
DONE = frozenset({"occurred", "ongoing"})


def broken_promises(found: Material, lives: Sequence[Life]) -> Iterator[Contradiction]:
    """Yield each promise with the first deed or refusal of the same side that stands against it."""
    deeds: dict[str, list[EventRecord]] = defaultdict(list)
    refusals: dict[str, list[CommitmentRecord]] = defaultdict(list)
    for event in found.events:
        if event.status in DONE and event.date_start:
            for state in found.sides(event.sources):
                deeds[state].append(event)
    for pledge in found.commitments:
        if pledge.kind == "refusal" and pledge.published:
            for state in found.sides(pledge.parties):
                refusals[state].append(pledge)
    yield from _broken_agreements(found, lives)
    for pledge in found.commitments:
        if not pledge.published or pledge.condition is not None:
            continue
        own = sorted(found.sides(pledge.parties))
        if _is_forsworn(pledge):
            done = (e for state in own for e in deeds.get(state, ()))
            deed = next((e for e in done if _against(found, pledge, e)), None)
            if deed is not None:
                cited = found.cite(deed.article, deed.sentence)
                says = (deed.attributed_to,) if deed.attributed_to else ()
                side = Side("done", says, deed.published, cited)
                why = "a deed that was to stop, done later"
                yield _contradiction(found, pledge, side, why)
        elif pledge.kind in BINDING:
            later = (r for state in own for r in refusals.get(state, ()))
            back = next((r for r in later if _takes_back(pledge, r)), None)
            if back is not None:
                cited = found.cite(back.article, back.sentence)
                side = Side("refused", back.parties, back.published, cited)
                yield _contradiction(found, pledge, side, "refused later by the same side")


def _broken_agreements(found: Material, lives: Sequence[Life]) -> Iterator[Contradiction]:
    for life in lives:
        change = next((c for c in life.changes[1:] if c.state == "broken"), None)
        if change is None:
            continue
        sides = (
            Side("promised", life.parties, life.began, life.changes[0].citation),
            Side("broken", change.by, change.published, change.citation),
        )
        about = f"{found.names(life.parties)}: {life.words}"
        story = found.news.get(change.citation.article)
        yield Contradiction("promise", about, sides, story, "a report says that it was broken")


def _is_forsworn(pledge: CommitmentRecord) -> bool:
    """Tell whether a commitment says that something shall stop or not be done."""
    refused = pledge.kind == "refusal"
    if not refused and pledge.kind not in BINDING:
        return False
    turned = turns(pledge.words, negations=not refused) % 2
    stopped = bool(turned) or packaged().view(_stops).search(pledge.words) is not None
    return not turned if refused else stopped


def _takes_back(pledge: CommitmentRecord, refusal: CommitmentRecord) -> bool:
    later = _day(refusal.published or "") - _day(pledge.published or "")
    words = content(pledge.words), content(refusal.words)
    alike = len(words[0] & words[1]) >= FEWEST_SHARED and likeness(*words) >= SAME_CONTENT
    return alike and 0 < later <= HELD_DAYS and not turns(refusal.words, negations=False) % 2


def _stops(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile("|".join(row["pattern"] for row in knowledge.table("stop_cues")), re.I)


def _deeds(knowledge: Knowledge) -> dict[str, str]:
    rows = [row for row in knowledge.table("event_nouns") if row["type"] == "ASSAULT"]
    return {stem(row.key): row["type"] for row in rows}


def _against(found: Material, pledge: CommitmentRecord, event: EventRecord) -> bool:
    """Tell whether a deed is what a commitment excludes, done within the time it is held to."""
    later = _day(event.date_start or "") - _day(pledge.published or "")
    if not 0 < later <= HELD_DAYS or event.type in SPOKEN:
        return False
    kinds = packaged().view(_deeds)
    if event.type in {kinds[word] for word in stems(pledge.words) if word in kinds}:
        there = found.places_in(pledge.article, pledge.content)
        if there & found.places_in(event.article, event.sentence):
            return True
    if turns(event.sentence_words) % 2:
        return False
    words = content(pledge.words), content(event.sentence_words)
    return len(words[0] & words[1]) >= FEWEST_SHARED and likeness(*words) >= SAME_DEED


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _contradiction(
    found: Material, pledge: CommitmentRecord, side: Side, why: str
) -> Contradiction:
    cited: Citation = found.cite(pledge.article, pledge.sentence)
    promised = Side("promised", pledge.parties, pledge.published, cited)
    about = f"{found.names(pledge.parties)}: {' '.join(pledge.words.split())}"
    story = found.news.get(side.citation.article)
    return Contradiction("promise", about, (promised, side), story, why)
