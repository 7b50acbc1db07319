"""Indirect statements that a verb introduces: dass, zu-infinitive, main clause, question, wie."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.contents import Content, contents_of, verb_end, wie_of
from lagebild.findings.statements.cues import impersonal, verb_cues, whole_cue
from lagebild.findings.statements.draft import CERTAIN, Desk, Draft, Voice
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.lexicon import Cue, copula
from lagebild.findings.statements.speaker import EMPTY_SUBJECTS, passive, speaker_of, voice
from lagebild.findings.statements.tree import (
    EDGE,
    NOMINAL,
    base,
    children,
    clause,
    infinitive,
    run_around,
    span,
    subject,
)
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

HEARD = 0.0
"""Log-odds that the subject of a verb that the tables lack must have to speak, so that "Der Sturm
führte dazu, dass ..." is nobody's words."""

PERMITTING = frozenset({"verbieten", "erlauben", "gestatten", "untersagen"})
"""Verbs that tell in the passive what the law says, not what somebody said."""

GOING_OUT = frozenset({"hervorgehen"})
"""Verbs whose source stands behind "aus"."""

NOBODY = frozenset({"niemand", "keiner", "keine", "keines"})
"""Subjects that say that a thing was not said: "Niemand ahnte, wie ..."."""


def indirect(desk: Desk, number: int) -> list[Draft]:
    """Return the indirect statements of a sentence that verbs introduce."""
    sentence = desk.sentences[number]
    found = []
    for cue in verb_cues(desk, number):
        if can_say(desk, cue):
            contents = contents_of(sentence, cue, desk.forms)
            found += [_draft(desk, cue, content) for content in contents]
    return found


def can_say(desk: Desk, cue: Cue) -> bool:
    """Tell whether the verb has the subject it needs: "heißen" an "es", "zeigen" a source."""
    sentence = desk.sentences[cue.number]
    if cue.verb.name == "heißen":
        return bool(impersonal(sentence, cue))
    head = subject(sentence, cue.index)
    lawful = cue.verb.verb in PERMITTING and passive(sentence, cue.index)
    unsure = copula(sentence, cue.index) is not None and not _convinced(desk, cue, head)
    if _of_nobody(sentence, cue.index, head) or _neither(sentence, cue.index) or lawful or unsure:
        return False
    if head is None or cue.verb.verb in GOING_OUT:
        return not cue.verb.source_only or _comes_out_of(desk, cue) is not None
    token = sentence.tokens[head]
    if token.text.lower() in NOBODY or (cue.verb.trust < 1 and _silent(desk, sentence, token)):
        return False
    return not cue.verb.source_only or _source(desk, token)


def _comes_out_of(desk: Desk, cue: Cue) -> Voice | None:
    """Return the source of "wie aus dem Bericht hervorgeht", where it is a document or body."""
    if cue.verb.verb not in GOING_OUT:
        return None
    sentence = desk.sentences[cue.number]
    start = wie_of(sentence, cue.index)
    if start is not None and sentence.tokens[start + 1].text.lower() == "aus":
        behind = range(start + 2, cue.index)
        nouns = (n for n in behind if sentence.tokens[n].upos in ("NOUN", "PROPN"))
        head = next(nouns, None)
        return voice(desk, cue.number, head) if head is not None else None
    return speaker_of(desk, cue.number, cue.index, cue.verb) if start is None else None


def _convinced(desk: Desk, cue: Cue, who: int | None) -> bool:
    """Tell whether somebody is said to be sure: not "Es ist sicher, dass", nor in a quotation."""
    token = desk.sentences[cue.number].tokens[cue.index]
    named = who is not None and desk.sentences[cue.number].tokens[who]
    empty = not named or named.text.lower() in EMPTY_SUBJECTS
    return not empty and desk.quote_at(token.span.start) is None


def _silent(desk: Desk, sentence: Sentence, token: Token) -> bool:
    """Tell whether the subject of a verb that the tables lack does not speak."""
    return log_odds(sentence, token.index, "speaker") < HEARD or desk.lexicon.mute(token)


def _source(desk: Desk, token: Token) -> bool:
    """Tell whether a subject is a study, a document or the like, or a pronoun that may be one."""
    noun = desk.lexicon.noun(token)
    pronoun = token.xpos.startswith("PREL") or token.upos == "PRON"
    return pronoun or (noun is not None and noun.kind == "source")


def _of_nobody(sentence: Sentence, index: int, who: int | None) -> bool:
    """Tell whether the report itself remarks: "Dabei ist zu bemerken, dass ..."."""
    parts = [index, *children(sentence, index, "aux", "cop")]
    stays = any(sentence.tokens[part].lemma in ("sein", "bleiben") for part in parts)
    head = sentence.tokens[index].head
    stays |= head >= 0 and sentence.tokens[head].lemma in ("sein", "bleiben")
    return who is None and stays and infinitive(sentence, index)


def _neither(sentence: Sentence, index: int) -> bool:
    """Tell whether two things are left unsaid: "konnte weder bestätigen noch ausschließen"."""
    before = [token.text.lower() for token in sentence.tokens[:index]]
    return before[-1:] in (["noch"], ["weder"]) and "weder" in before


def _draft(desk: Desk, cue: Cue, content: Content) -> Draft:
    sentence = desk.sentences[cue.number]
    quote = tuple(span(sentence, first, last) for first, last in content.runs)
    return Draft(
        "indirect",
        quote,
        f"verb {cue.verb.name}, {content.form}",
        CERTAIN if _announced(sentence, cue) else content.score * cue.verb.trust,
        whole_cue(sentence, cue),
        frame_of(sentence, cue, content),
        _comes_out_of(desk, cue)
        or speaker_of(desk, cue.number, cue.index, cue.verb)
        or _behind_wie(desk, cue, content),
        addressee_of(desk, cue.number, cue.index, cue.verb),
        cue.verb.medium,
    )


def _announced(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a colon right behind a conviction opens it: "Alle sind sicher: Es regnet."."""
    behind = sentence.tokens[cue.index + 1 : cue.index + 2]
    return copula(sentence, cue.index) is not None and [t.text for t in behind] == [":"]


def _behind_wie(desk: Desk, cue: Cue, content: Content) -> Voice | None:
    """Return the first noun phrase behind "wie", by the order of words: "wie X mitteilte"."""
    sentence = desk.sentences[cue.number]
    start = wie_of(sentence, cue.index) if content.form == "wie" else None
    if start is None or passive(sentence, cue.index) or start + 1 >= cue.index:
        return None
    first = sentence.tokens[start + 1]
    head = first.head if first.upos in ("DET", "ADJ") else first.index
    named = start < head < cue.index and sentence.tokens[head].upos in NOMINAL
    empty = sentence.tokens[head].text.lower() in EMPTY_SUBJECTS
    return voice(desk, cue.number, head) if named and not empty else None


def frame_of(sentence: Sentence, cue: Cue, content: Content) -> tuple[Span, ...]:
    """Return the clause of the cue without the content, with the comma that joins them."""
    taken = {i for first, last in content.runs for i in range(first, last + 1)}
    if content.form == "wie":
        first, last = wie_of(sentence, cue.index) or 0, verb_end(sentence, cue.index)
    else:
        anchor = _governor(sentence, cue.index)
        own = [i for i in clause(sentence, anchor, (content.head,)) if i not in taken]
        first, last = _frame_run(sentence, own, cue.index, taken)
    return (_with_commas(sentence, first, last, taken),)


def _governor(sentence: Sentence, index: int) -> int:
    """Return the verb that governs an infinitive of saying: "ließ mitteilen"."""
    token = sentence.tokens[index]
    governed = token.head >= 0 and base(token.deprel) == "xcomp"
    plain = token.xpos in ("VVINF", "VVIZU") and governed
    return token.head if plain and sentence.tokens[token.head].upos == "VERB" else index


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
