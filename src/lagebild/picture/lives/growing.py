"""Join the commitments of all reports into lives, and follow what becomes of each.

By date, a commitment either tells an earlier one again, answers it (a refusal of what was
demanded, an agreement on what was offered), or begins a life of its own. Then sentences on the
matter of an agreement ("die Waffenruhe ist gescheitert") change the state of the latest open one.
"""

from collections.abc import Iterator

from lagebild.case.records import CommitmentRecord
from lagebild.knowledge import Knowledge
from lagebild.picture.lives.conditions import Bearing, days_between
from lagebild.picture.lives.done import Deeds
from lagebild.picture.lives.drafts import Draft, Drafts, Wording, wording_of
from lagebild.picture.lives.life import Change, Life
from lagebild.picture.lives.matters import Turn, matters, turns
from lagebild.picture.material import Material
from lagebild.picture.wording import packaged

SAME_CONTENT = 0.5
"""Cosine of two contents' words from which one tells of the other again, or answers it."""
ANSWER_SENTENCES = 3
"""Sentences within which an answer without a matter of its own ("lehnte ihn ab") refers back."""
LONGEST_DAYS = 120
"""Days after which a like commitment is a new one."""
OVER = frozenset({"broken", "ended"})
AGREEMENT = "Abkommen"
"""The matter (a key of `same_words.tsv`) that any agreement may be called by."""
AWAITING = frozenset({"proposed", "demanded"})
ANSWERS = {"refusal": "refused", "agreement": "agreed", "promise": "promised"}


def lives_of(found: Material) -> list[Life]:
    """Return the lives of the commitments in loaded material, by their beginning."""
    drafts = Drafts()
    for pledge in sorted(found.commitments, key=_when):
        _take(found, pledge, drafts)
    deeds = Deeds(found)
    turned = sorted(turns(found), key=lambda t: (t.published or "", t.article, t.order))
    for turn in turned:
        _turn(found, turn, drafts)
    for draft in drafts.all:
        deeds.end(draft)
    bearing = Bearing(found, turned)
    return [_life(found, draft, bearing) for draft in drafts.all]


def _when(pledge: CommitmentRecord) -> tuple[str, str, int]:
    return pledge.published or "", pledge.article, pledge.content.start


def _take(found: Material, pledge: CommitmentRecord, drafts: Drafts) -> None:
    """Put a commitment into the life it belongs to, or begin one."""
    order = found.order(pledge.article, pledge.sentence.start)
    change = Change(
        pledge.status,
        pledge.published,
        pledge.parties,
        found.cite(pledge.article, pledge.sentence),
        pledge.why,
    )
    if _refers_back(pledge):
        answered = next(_just_before(found, pledge, order, drafts), None)
        if answered is not None:
            answered.changes.append(change)
        return
    wording = wording_of(found, pledge)
    known = _ended_by(found, pledge, drafts) if pledge.status in OVER else None
    known = known or next(_again(pledge, wording, drafts), None)
    known = known or next(_settled(pledge, wording, drafts), None)
    if known is not None:
        known.changes.append(change)
        drafts.also(known, _binding(pledge))
    elif not _is_claim(pledge):
        named = matters(pledge.words) | _binding(pledge)
        drafts.add(Draft(pledge, wording, order, [change]), named)


def _is_claim(pledge: CommitmentRecord) -> bool:
    """Tell whether only somebody says that an agreement was broken: that is an accusation."""
    return pledge.status in OVER and pledge.attributed_to is not None


def _binding(pledge: CommitmentRecord) -> frozenset[str]:
    """Return the matter of every agreement: "das Abkommen" may mean the truce agreed before."""
    agreed = pledge.kind == "agreement" and pledge.status not in OVER
    return frozenset({AGREEMENT}) if agreed else frozenset()


def _again(pledge: CommitmentRecord, wording: Wording, drafts: Drafts) -> Iterator[Draft]:
    """Yield the lives of which a commitment tells again, or which it answers, in their words."""
    for draft in drafts.alike(wording.words, SAME_CONTENT):
        if _concerns(draft, pledge, wording) and _is_near(draft, pledge):
            yield draft


def _ended_by(found: Material, pledge: CommitmentRecord, drafts: Drafts) -> Draft | None:
    """Return the latest agreement of the same sides that a report says is broken or ended."""
    if _is_claim(pledge):
        return None
    own = found.sides((*pledge.parties, *pledge.counterparties))
    for matter in sorted(matters(pledge.words)):
        for draft in drafts.lately_on(matter):
            sides = found.sides((*draft.first.parties, *draft.first.counterparties))
            if _is_binding(draft) and own & sides and _is_near(draft, pledge):
                return draft
    return None


def _settled(pledge: CommitmentRecord, wording: Wording, drafts: Drafts) -> Iterator[Draft]:
    """Yield the open offers and demands on the matter that two sides now agree on."""
    if pledge.kind != "agreement" or pledge.status in OVER:
        return
    sides = wording.own | wording.asked
    for matter in sorted(matters(pledge.words) - {AGREEMENT}):
        for draft in drafts.lately_on(matter):
            between = draft.wording.own | draft.wording.asked
            if (
                draft.changes[-1].state in AWAITING
                and sides & draft.wording.own
                and (sides <= between or len(sides & between) > 1)
                and _is_near(draft, pledge)
                and draft.wording.turned == wording.turned
            ):
                yield draft


def _is_binding(draft: Draft) -> bool:
    """Tell whether a life is an agreement, or became one."""
    agreed = any(change.state == "agreed" for change in draft.changes)
    return agreed or draft.first.kind in {"agreement", "obligation"}


def _refers_back(pledge: CommitmentRecord) -> bool:
    words = " ".join(pledge.words.casefold().split())
    return words in packaged().view(_references)


def _references(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(row.key.casefold() for row in knowledge.table("response_words"))


def _just_before(
    found: Material, answer: CommitmentRecord, order: int, drafts: Drafts
) -> Iterator[Draft]:
    """Yield the open offers and demands of others in the sentences before an answer."""
    own = found.sides(answer.parties)
    for draft in drafts.of_article(answer.article):
        near = order - draft.order <= ANSWER_SENTENCES
        if near and draft.first.status in AWAITING and not own & found.sides(draft.first.parties):
            yield draft


def _is_near(draft: Draft, pledge: CommitmentRecord) -> bool:
    latest, day = draft.changes[-1].published, pledge.published
    if latest is None or day is None:
        return draft.first.article == pledge.article
    return days_between(latest, day) <= LONGEST_DAYS


def _concerns(draft: Draft, pledge: CommitmentRecord, wording: Wording) -> bool:
    """Tell whether a commitment in like words tells of a life again or answers it."""
    first, known = draft.first, draft.wording
    if not known.may_be_one_deed(wording):
        return False
    if known.own & wording.own:
        return first.kind == pledge.kind or first.status in AWAITING
    answers = first.status in AWAITING and pledge.kind in ANSWERS
    return answers and (not known.asked or bool(known.asked & wording.own))


def _turn(found: Material, turn: Turn, drafts: Drafts) -> None:
    """Let a sentence change the latest life on its matter that began before it."""
    for draft in drafts.on_matter(turn.matter):
        first = draft.first
        if _when(first) > (turn.published or "", turn.article, turn.citation.span.start):
            continue
        if not _is_binding(draft) or not _in_one_place(found, draft, turn):
            continue
        latest = draft.changes[-1]
        if latest.state != turn.state and days_between(latest.published, turn.published) <= 180:
            draft.changes.append(
                Change(turn.state, turn.published, turn.says, turn.citation, turn.why)
            )
        return


def _in_one_place(found: Material, draft: Draft, turn: Turn) -> bool:
    """Tell whether both lie in one country: a truce in Syria says nothing of one in Ukraine.

    A country is told by places in the sentences, else by who acts there, else by the articles.
    """
    first = draft.first
    spans = ((first.article, first.sentence), (turn.article, turn.citation.span))
    here, there = (found.countries_in(*span) for span in spans)
    if here and there:
        return bool(here & there)
    here, there = (found.lands(*span) for span in spans)
    return bool(here & there) or first.article == turn.article


def _distinct(changes: list[Change]) -> list[Change]:
    """Return the changes without those that one sentence tells twice."""
    return list({(change.state, change.citation): change for change in changes}.values())


def _life(found: Material, draft: Draft, bearing: Bearing) -> Life:
    first = draft.first
    return Life(
        first.id,
        first.kind,
        first.parties,
        first.counterparties,
        " ".join(first.words.split()),
        first.duration,
        first.deadline,
        bearing.condition_of(first),
        tuple(sorted(_distinct(draft.changes), key=lambda change: change.published or "")),
        found.news.get(first.article),
    )
