"""Quoted words inside the clause of a verb of speech: 'nannte den Plan „absurd“'."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.cues import cue_tokens, verb_cues
from lagebild.findings.statements.draft import Desk, Draft
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.places import Place, named
from lagebild.findings.statements.speaker import speaker_of
from lagebild.findings.statements.tree import (
    QUOTES,
    ancestors,
    base,
    children,
    clause,
    span,
    spans,
    stripped,
)
from lagebild.language.analysis import Sentence


def inside_clause(desk: Desk, place: Place) -> list[Draft]:
    """Read quoted words inside the clause of a verb of speech: 'nannte den Plan „absurd"'.

    Every verb above them may take them, the nearest first.
    """
    if place.first != place.last:
        return _opens_after_comma(desk, place)
    sentence = desk.sentences[place.first]
    inside = [t for t in sentence.tokens if place.span.covers(t.span) and t.text not in QUOTES]
    if not inside or named(desk, place):
        return []
    numbers = {t.index for t in inside}
    head = next((t.index for t in inside if t.head not in numbers), inside[0].index)
    return [
        _embedded(desk, place, cue)
        for cue in _nearest_first(desk, place, head)
        if cue.index not in numbers and _takes_words(sentence, cue, head)
    ]


def _opens_after_comma(desk: Desk, place: Place) -> list[Draft]:
    """Read 'X sagte, „..."' with several sentences in the quotation."""
    sentence = desk.sentences[place.first]
    before = [t for t in sentence.tokens if t.span.end <= place.span.start]
    cues = [c for c in verb_cues(desk, place.first) if c.index < len(before)]
    if not before or not cues or before[-1].text not in (",", "dass", "daß"):
        return []
    return [_embedded(desk, place, cues[-1])]


def _nearest_first(desk: Desk, place: Place, head: int) -> list[Cue]:
    """Return the cues of the sentence that stand outside quotations, nearest in the tree first."""
    sentence = desk.sentences[place.first]
    above = [head, *ancestors(sentence, head)]
    cues = [
        cue
        for cue in verb_cues(desk, place.first)
        if desk.quote_at(sentence.tokens[cue.index].span.start) is None and cue.index in above
    ]
    return sorted(cues, key=lambda cue: above.index(cue.index))


def _takes_words(sentence: Sentence, cue: Cue, head: int) -> bool:
    """Tell whether the verb attributes words: naming verbs, or the whole complement is quoted."""
    path = [head, *ancestors(sentence, head)]
    steps = path.index(cue.index)
    if not steps or "direct" not in cue.verb.forms:
        return False
    tokens = sentence.tokens
    relation = base(tokens[path[steps - 1]].deprel)
    if steps == 1 and relation in ("ccomp", "parataxis"):
        return True
    if steps > 2 or (
        steps == 2 and base(tokens[head].deprel) not in ("amod", "appos", "flat", "nmod", "obl")
    ):
        return False
    joined = [
        tokens[k].text.lower()
        for part in path[:steps]
        for k in children(sentence, part, "case", "mark", "cc")
    ]
    if joined:
        return any(word in cue.verb.told for word in joined)
    return (
        "obj" in cue.verb.told
        and relation in ("obj", "xcomp", "advmod", "obl", "nsubj")
        and (steps == 1 or relation == "xcomp")
    )


def _embedded(desk: Desk, place: Place, cue: Cue) -> Draft:
    sentence = desk.sentences[place.first]
    before = [
        t.index for t in sentence.tokens if t.span.end <= place.span.start and t.text not in QUOTES
    ]
    own = [
        i for i in clause(sentence, cue.index) if sentence.tokens[i].span.end <= place.span.start
    ]
    run = stripped(sentence, own[0], before[-1]) if cue.index in own and before else None
    frame = (span(sentence, *(run or (cue.index, cue.index))),)
    als = [i for i in before[-1:] if sentence.tokens[i].text == "als"]
    return Draft(
        "direct",
        (place.span,),
        f"words of {cue.verb.name}",
        0.8,
        spans(sentence, [*cue_tokens(sentence, cue), *als]),
        frame,
        speaker_of(desk, place.first, cue.index, cue.verb),
        addressee_of(desk, place.first, cue.index, cue.verb),
        cue.verb.medium,
    )
