"""Indirect statements that a verb introduces: dass, zu-infinitive, main clause, question, wie."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.contents import Content, content_of, verb_end, wie_of
from lagebild.findings.statements.cues import impersonal, verb_cues, whole_cue
from lagebild.findings.statements.draft import Desk, Draft
from lagebild.findings.statements.evidence import log_odds
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.speaker import speaker_of
from lagebild.findings.statements.tree import (
    EDGE,
    clause,
    run_around,
    span,
    subject,
)
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

HEARD = 0.0
"""Log-odds that the subject of a verb that the tables lack must have to speak, so that "Der Sturm
führte dazu, dass ..." is nobody's words."""

NOBODY = frozenset({"niemand", "keiner", "keine", "keines"})
"""Subjects that say that a thing was not said: "Niemand ahnte, wie ..."."""


def indirect(desk: Desk, number: int) -> list[Draft]:
    """Return the indirect statements of a sentence that verbs introduce."""
    sentence = desk.sentences[number]
    found = []
    for cue in verb_cues(desk, number):
        content = content_of(sentence, cue, desk.forms) if can_say(desk, cue) else None
        if content is not None:
            found.append(_draft(desk, cue, content))
    return found


def can_say(desk: Desk, cue: Cue) -> bool:
    """Tell whether the verb has the subject it needs: "heißen" an "es", "zeigen" a source."""
    sentence = desk.sentences[cue.number]
    if cue.verb.name == "heißen":
        return bool(impersonal(sentence, cue))
    head = subject(sentence, cue.index)
    if head is not None and sentence.tokens[head].text.lower() in NOBODY:
        return False
    if cue.verb.trust < 1 and head is not None:
        silent = log_odds(sentence, head, "speaker") < HEARD
        if silent or desk.lexicon.mute(sentence.tokens[head]):
            return False
    if not cue.verb.source_only:
        return True
    if head is None:
        return False
    token = sentence.tokens[head]
    noun = desk.lexicon.noun(token)
    relative = token.xpos.startswith("PREL") or token.upos == "PRON"
    return relative or (noun is not None and noun.kind == "source")


def _draft(desk: Desk, cue: Cue, content: Content) -> Draft:
    sentence = desk.sentences[cue.number]
    quote = tuple(span(sentence, first, last) for first, last in content.runs)
    return Draft(
        "indirect",
        quote,
        f"verb {cue.verb.name}, {content.form}",
        content.score * cue.verb.trust,
        whole_cue(sentence, cue),
        frame_of(sentence, cue, content),
        speaker_of(desk, cue.number, cue.index, cue.verb),
        addressee_of(desk, cue.number, cue.index, cue.verb),
        cue.verb.medium,
    )


def frame_of(sentence: Sentence, cue: Cue, content: Content) -> tuple[Span, ...]:
    """Return the clause of the cue without the content, with the comma that joins them."""
    taken = {i for first, last in content.runs for i in range(first, last + 1)}
    if content.form == "wie":
        first, last = wie_of(sentence, cue.index) or 0, verb_end(sentence, cue.index)
    else:
        own = [i for i in clause(sentence, cue.index, (content.head,)) if i not in taken]
        first, last = _frame_run(sentence, own, cue.index, taken)
    return (_with_commas(sentence, first, last, taken),)


def _frame_run(sentence: Sentence, own: list[int], anchor: int, taken: set[int]) -> tuple[int, int]:
    """Return the run around the cue; other clauses in between belong to it."""
    tokens = sentence.tokens
    first, last = run_around(own, anchor, sentence)
    starts = [min(taken), *[i for i in own if i < anchor]]
    if taken and max(taken) > anchor > min(taken):
        return first, last
    if taken and min(taken) > anchor:
        last = max(last, min(taken) - 1)
        while tokens[last].text in EDGE and last > anchor:
            last -= 1
        inside = [i for i in starts if i < anchor]
        if inside and all(
            i in set(own) or tokens[i].upos == "PUNCT" for i in range(inside[0], anchor)
        ):
            first = inside[0]
    while first < anchor and tokens[first].text in EDGE:
        first += 1
    return first, last


def _with_commas(sentence: Sentence, first: int, last: int, taken: set[int]) -> Span:
    """Add the comma or colon before content that follows, or after content that precedes."""
    tokens = sentence.tokens
    while last > first and tokens[last].text in EDGE:
        last -= 1
    after = last + 1
    if max(taken) > last and tokens[after].text in (",", ":") and after not in taken:
        last = after
    if min(taken) < first and tokens[first - 1].text == "," and first - 1 not in taken:
        first -= 1
    return span(sentence, first, last)
