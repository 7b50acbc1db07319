"""Settle the drafts of an article: no two readings of the same words, everything has its voice."""

from dataclasses import replace

from lagebild.findings.statements.attributed import attributed, subject_of_own
from lagebild.findings.statements.choice import chosen
from lagebild.findings.statements.cues import verb_cues
from lagebild.findings.statements.direct import directs
from lagebild.findings.statements.draft import Desk, Draft
from lagebild.findings.statements.evidence import gain, judge
from lagebild.findings.statements.free import hearsay, subject_before, with_free
from lagebild.findings.statements.indirect import indirect
from lagebild.findings.statements.interviews import turns
from lagebild.findings.statements.mood import konjunktiv
from lagebild.findings.statements.neighbours import after_colon, headline, pointing_back
from lagebild.findings.statements.nouns import noun_clauses
from lagebild.findings.statements.places import Place, alone, named, places
from lagebild.findings.statements.rows import Rows
from lagebild.findings.statements.suggested import suggested_quotation
from lagebild.findings.statements.told import told
from lagebild.findings.statements.tree import mark as mark_of
from lagebild.findings.statements.tree import span as span_of
from lagebild.spans import Span, trimmed

NEAR = 2
"""A quotation alone goes on from a speaker at most this many sentences before."""

RIVAL_SHARE = 1 / 3
"""Two contents that share more than this part of the shorter one claim the same words."""

LONGEST_FRAME = 200
"""Code points between the two parts of an interrupted quotation."""


def settled(desk: Desk) -> list[Draft]:
    """Return the statements of the article as drafts, in order of the text."""
    rows = Rows(desk)
    for number in range(len(desk.sentences)):
        for draft in _indirect(desk, number):
            rows.add(draft)
    _add_reaching(desk, rows)
    _add_direct(desk, rows)
    rows = _nested(desk, rows)
    _add_told(desk, rows)
    rows = with_free(desk, rows)
    for draft in hearsay(desk, rows):
        weighed = judge(desk, draft)
        if weighed is not None:
            rows.add(weighed)
    _add_free_words(desk, rows)
    return list(_nested(desk, rows))


def _indirect(desk: Desk, number: int) -> list[Draft]:
    """Return the indirect statements of a sentence; of two with nearly the same words one stays."""
    if not desk.readable(number):
        return []
    nouns = noun_clauses(desk, number)
    verbs = [draft for draft in indirect(desk, number) if not _of_noun(draft, nouns)]
    found = [*verbs, *attributed(desk, number), *nouns]
    whole = [cut for draft in found if (cut := _cut_at_colon(desk, _completed(desk, draft)))]
    whole = [_cut_at_other(desk, draft) for draft in whole]
    sound = [draft for draft in whole if not _crosses_marks(desk, draft)]
    weighed = [d for one in sound if (d := judge(desk, one, _is_inside(desk, one, sound)))]
    return chosen([(draft, gain(desk, draft)) for draft in weighed], _rival)


def _of_noun(draft: Draft, nouns: list[Draft]) -> bool:
    """Tell whether a content hangs on a noun of speech nearer to it than the verb.

    "Sie reagierte auf die Forderung der Union, die Steuern zu senken": nobody reacted to lower.
    """
    return any(
        noun.quote[0].start == draft.quote[0].start
        and draft.cue[0].end <= noun.cue[0].start
        and noun.cue[-1].end <= noun.quote[0].start
        for noun in nouns
    )


def _is_inside(desk: Desk, draft: Draft, others: list[Draft]) -> bool:
    """Tell whether a draft lies in a quotation or in what another draft quotes."""
    quoted = desk.quote_at(draft.start) is not None and desk.quote_at(draft.end - 1) is not None
    return quoted or any(other is not draft and _inside(draft, other) for other in others)


def _completed(desk: Desk, draft: Draft) -> Draft:
    """Widen contents that end or begin inside a quotation to all of it."""
    spans = list(draft.quote)
    cue = draft.cue[0].start if draft.cue else -1
    if desk.quote_at(cue) is not None:
        return draft
    last = desk.quote_at(spans[-1].end - 1)
    if last is not None and last.span.start > spans[-1].start:
        spans[-1] = Span(spans[-1].start, max(spans[-1].end, last.span.end))
    first = desk.quote_at(spans[0].start)
    if first is not None and cue < first.span.start and first.span.end < spans[0].end:
        spans[0] = Span(first.span.start, spans[0].end)
    return replace(draft, quote=tuple(spans))


def _cut_at_other(desk: Desk, draft: Draft) -> Draft:
    """Cut a content where the report returns: behind a semicolon, or where another one speaks.

    "..., Annan sei tot, doch sein Sprecher erklärte, ...": a clause in the indicative with a
    conjunction in front, a subject, and a verb of speech of its own.
    """
    last = draft.quote[-1]
    number = desk.sentence_at(last.start)
    if number is None or desk.quote_at(last.start) is not None:
        return draft
    sentence = desk.sentences[number]
    first, end = desk.token_range(number, last)
    for here in range(first + 1, end):
        if sentence.tokens[here].text in (",", ";") and _returns(desk, number, here, end):
            return replace(draft, quote=(*draft.quote[:-1], span_of(sentence, first, here - 1)))
    return draft


def _returns(desk: Desk, number: int, mark: int, end: int) -> bool:
    """Tell whether the report's own voice begins behind a comma or semicolon."""
    sentence = desk.sentences[number]
    tokens = sentence.tokens
    if desk.quote_at(tokens[mark].span.start) is not None or mark + 1 >= end:
        return False
    verb = next((t for t in tokens[mark + 1 : end] if t.xpos.endswith("FIN")), None)
    if verb is None:
        return False
    head = verb.head if verb.upos == "AUX" and verb.head >= 0 else verb.index
    if konjunktiv(sentence, head, desk.forms) is not None or mark_of(sentence, head) is not None:
        return False
    if tokens[mark].text == ";":
        return True
    speaks = any(cue.index == head for cue in verb_cues(desk, number))
    joined = tokens[mark + 1].upos == "CCONJ" or tokens[mark + 1].text.lower() == "doch"
    return joined and speaks and subject_of_own(sentence, head)


def _cut_at_colon(desk: Desk, draft: Draft) -> Draft | None:
    """Cut a content before a colon with a quotation, which is a statement of its own.

    None where no finite verb is left before the colon: the quotation is all that is said.
    """
    last = draft.quote[-1]
    quoted = desk.quote_at(last.end - 1)
    if quoted is None or quoted.span.start <= last.start:
        return draft
    before = desk.text[last.start : quoted.span.start].rstrip()
    if not before.endswith(":"):
        return draft
    if draft.cue and draft.cue[0].start > quoted.span.end:
        return None
    cut = trimmed(desk.text, Span(last.start, last.start + len(before) - 1))
    number = desk.sentence_at(cut.start)
    tokens = desk.sentences[number].tokens if number is not None else ()
    if not any(cut.covers(t.span) and t.xpos.endswith(("FIN", "IZU")) for t in tokens):
        return None
    return replace(draft, quote=(*draft.quote[:-1], cut))


def _crosses_marks(desk: Desk, draft: Draft) -> bool:
    """Tell whether cue and content stand in different quotations: no one verb joins them."""
    if not draft.cue:
        return False
    cue = desk.quote_at(draft.cue[0].start)
    if cue is not None:
        return not all(cue.span.covers(span) for span in draft.quote)
    parts = [span for span in draft.quote if not _quoted(desk, span)]
    begun = len(parts) == len(draft.quote) or any(_predicates(desk, span) for span in parts)
    return not begun or any(_cut(desk, span) for span in draft.quote)


def _quoted(desk: Desk, span: Span) -> bool:
    """Tell whether a part of a content is a quotation: a direct statement of its own then."""
    first = desk.quote_at(span.start)
    return first is not None and first is desk.quote_at(span.end - 1)


def _predicates(desk: Desk, span: Span) -> bool:
    """Tell whether words hold a finite verb and go on without a colon: "Das sei, sagte er, „…“"."""
    number = desk.sentence_at(span.start)
    tokens = desk.sentences[number].tokens if number is not None else ()
    colon = ":" in desk.text[span.end : tokens[-1].span.end] if tokens else True
    return not colon and any(span.covers(t.span) and t.xpos.endswith("FIN") for t in tokens)


def _cut(desk: Desk, span: Span) -> bool:
    """Tell whether a content begins or ends inside a quotation."""
    ends = (desk.quote_at(span.start), desk.quote_at(span.end - 1))
    return any(quoted is not None and not span.covers(quoted.span) for quoted in ends)


def _rival(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts claim the same words or cue, and neither is inside the other."""
    if one.cue and one.cue == other.cue:
        return True
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.quote for b in other.quote
    )
    if not common or _inside(one, other) or _inside(other, one):
        return False
    return common > min(one.length(), other.length()) * RIVAL_SHARE


def _inside(inner: Draft, outer: Draft) -> bool:
    """Tell whether quote and cue of one draft lie inside the quote of the other."""
    return all(outer.covers(part) for part in (*inner.quote, *inner.cue))


def _add_reaching(desk: Desk, rows: Rows) -> None:
    """Add the statements that reach over sentences, where nothing nearer claims the words."""
    for draft in turns(desk):
        rows.add(draft)
    last = len(desk.sentences) - 1
    for number in range(last + 1):
        for read, content in ((pointing_back, -1), (after_colon, 1), (headline, 0)):
            other = min(max(number + content, 0), last)
            free = not rows.of(number) and not rows.of(other)
            reached = read(desk, number) if free else None
            known = read is headline and reached is not None
            weighed = reached if known or reached is None else judge(desk, reached)
            if weighed is not None:
                rows.add(weighed)


def _add_direct(desk: Desk, rows: Rows) -> None:
    """Add the direct statements, those nested in an indirect one included."""
    last: Draft | None = None
    for place in places(desk):
        outer = rows.covering(place.span)
        if outer is not None:
            if not named(desk, place):
                rows.add(_own_words(desk, place, outer) or _quoted_words(place, outer))
            continue
        if last is not None and _interrupted(desk, last, place.span):
            last = replace(last, quote=(*last.quote, place.span))
            continue
        draft = _direct(desk, place, rows, last)
        if draft is None:
            continue
        if last is not None:
            rows.add(last)
        last = draft
    if last is not None:
        rows.add(last)


def _direct(desk: Desk, place: Place, rows: Rows, last: Draft | None) -> Draft | None:
    """Return the most probable reading of a quotation; the network's own where no rule has one."""
    found = directs(desk, place) or _by_source(desk, place)
    if not found and alone(desk, place):
        carried = _carried(desk, place, rows, last)
        found = [carried] if carried is not None else []
    if not found and not named(desk, place):
        suggested = suggested_quotation(desk, place)
        found = [suggested] if suggested is not None else []
    judged = [draft for one in found if (draft := judge(desk, one)) is not None]
    return max(judged, key=lambda draft: draft.score, default=None)


def _by_source(desk: Desk, place: Place) -> list[Draft]:
    """Return a quotation as what a phrase attributes: 'Ihrer Ansicht nach „ist das falsch“'."""
    if named(desk, place):
        return []
    return [
        replace(draft, kind="direct", quote=(place.span,))
        for draft in attributed(desk, place.first)
        if all(place.span.covers(part) for part in draft.quote)
    ]


def _own_words(desk: Desk, place: Place, outer: Draft) -> Draft | None:
    """Return a quotation in a statement as said by somebody else: A tells that B said "..."."""
    for draft in directs(desk, place):
        inside = draft.cue and all(outer.covers(cue) for cue in draft.cue)
        judged = judge(desk, draft, nested=True) if inside and draft.speaker is not None else None
        if judged is not None:
            return replace(judged, nested=True, frame=_clipped(judged.frame, outer.quote))
    return None


def _quoted_words(place: Place, outer: Draft) -> Draft:
    """Return quoted words inside a statement: same cue, frame and speaker, nested."""
    why = f"quoted in {outer.why}"
    return replace(outer, kind="direct", quote=(place.span,), why=why, nested=True)


def _carried(desk: Desk, place: Place, rows: Rows, last: Draft | None) -> Draft | None:
    """Return a quotation that stands alone as said by the speaker right before it."""
    numbers = range(max(0, place.first - NEAR), place.first + 1)
    near = [d for n in numbers for d in rows.of(n)] + ([last] if last is not None else [])
    before = [
        d
        for d in near
        if d.speaker is not None
        and d.whole.end <= place.span.start
        and desk.last_before(d.whole.end - 1) in numbers
    ]
    if not before:
        who = subject_before(desk, place.first)
        return Draft("direct", (place.span,), "goes on from", 0.6, speaker=who) if who else None
    source = max(before, key=lambda d: (d.whole.end, d.start))
    return Draft(
        "direct", (place.span,), "goes on", 0.7, speaker=source.speaker, medium=source.medium
    )


def _interrupted(desk: Desk, last: Draft, then: Span) -> bool:
    """Tell whether a quotation goes on with the one before, interrupted by its frame."""
    if not last.frame or last.frame[-1].start < last.end or last.whole.end > then.start:
        return False
    if then.start - last.end > LONGEST_FRAME:
        return False
    between = desk.text[last.end : then.start]
    rest = desk.text[last.whole.end : then.start].strip()
    return (rest == "," or (not rest and between.rstrip().endswith(","))) and "\n" not in between


def _nested(desk: Desk, rows: Rows) -> Rows:
    """Mark the statements whose words lie inside another's quote, frame and all."""
    marked = Rows(desk)
    for draft in rows:
        outer = _holder(draft, rows)
        if outer is None:
            marked.add(draft)
        else:
            who = draft.speaker or (outer.speaker if not draft.cue else None)
            frame = _clipped(draft.frame, outer.quote)
            marked.add(replace(draft, nested=True, frame=frame, speaker=who))
    return marked


def _holder(draft: Draft, rows: Rows) -> Draft | None:
    """Return a statement whose quote holds the quote and cue of another."""
    for other in rows.touching(draft.quote[0]):
        longer = other.length() > draft.length()
        longer |= draft.kind == "reported" and other.kind == "indirect_free_indirect"
        if longer and other.start <= draft.start and _inside(draft, other):
            return other
    return None


def _clipped(frame: tuple[Span, ...], quote: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the parts of a frame inside the outer quote: the rest is the outer's frame."""
    parts = [
        Span(max(f.start, q.start), min(f.end, q.end))
        for f in frame
        for q in quote
        if f.overlaps(q)
    ]
    return tuple(parts) or frame


def _add_told(desk: Desk, rows: Rows) -> None:
    """Add told speech acts in clauses that hold no statement's cue and lie in no quote."""
    for number in range(len(desk.sentences)):
        for draft in told(desk, number):
            span = draft.quote[0]
            taken = any(
                d.covers(span) or any(span.overlaps(frame) for frame in d.frame)
                for d in rows.of(number)
                if not d.nested
            )
            if taken or desk.quote_at(span.start) is not None:
                continue
            weighed = judge(desk, draft)
            if weighed is not None:
                rows.add(weighed)


def _add_free_words(desk: Desk, rows: Rows) -> None:
    """Add the words that free sentences quote."""
    for place in places(desk):
        outer = rows.covering(place.span)
        if outer is not None and outer.kind == "indirect_free_indirect":
            known = any(d.quote == (place.span,) for d in rows.touching(place.span))
            if not known and not named(desk, place):
                rows.add(_quoted_words(place, outer))
