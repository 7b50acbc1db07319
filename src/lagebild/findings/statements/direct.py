"""Direct statements: what stands in quotation marks and belongs to somebody."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.colon import before_colon
from lagebild.findings.statements.cues import cue_tokens, impersonal, verb_cues
from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.embedded import inside_clause
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.places import Place, named
from lagebild.findings.statements.speaker import speaker_of
from lagebild.findings.statements.tree import (
    EDGE,
    QUOTES,
    clause,
    finite,
    noun_phrase,
    span,
    spans,
)
from lagebild.language.analysis import Sentence


def directs(desk: Desk, place: Place) -> list[Draft]:
    """Return the readings of a quotation as somebody's words, which are rivals.

    A verb before a colon, or one that opens the clause behind the marks, leaves no doubt; else
    every verb above the quoted words may take them.
    """
    introduced = before_colon(desk, place)
    behind = _behind(desk, place)
    if introduced is not None and introduced.cue:
        return [introduced]
    if behind is not None:
        return [behind]
    return [introduced] if introduced is not None else inside_clause(desk, place)


def _behind(desk: Desk, place: Place) -> Draft | None:
    """Read '„...", sagte X': the frame follows the closing mark in its sentence."""
    number, after = _frame_tokens(desk, place)
    if not after:
        return None
    tokens = desk.sentences[number].tokens
    first = after[0]
    comma = tokens[first].text == ","
    if comma and len(after) > 1:
        first += 1
    if not _opens_sentence(desk, place) and not (comma and _sentence_like(desk, place)):
        return None
    cue = _cue_at(desk, number, first)
    if cue is not None and not comma and named(desk, place):
        return None
    if cue is not None:
        return _behind_cue(desk, place, cue, after[0])
    return _so_behind(desk, place, number, after[0], first)


def _frame_tokens(desk: Desk, place: Place) -> tuple[int, list[int]]:
    """Return the tokens behind a quotation: in its sentence, or in one cut off behind "!“"."""
    sentence = desk.sentences[place.last]
    after = [t.index for t in sentence.tokens if t.span.start >= place.span.end]
    if after or place.last + 1 == len(desk.sentences):
        return place.last, after
    following = desk.sentences[place.last + 1]
    first = following.tokens[0]
    near = not desk.text[place.span.end : first.span.start].strip(" ")
    if near and (first.text[0].islower() or first.text == ","):
        return place.last + 1, [t.index for t in following.tokens]
    return place.last, after


def _sentence_like(desk: Desk, place: Place) -> bool:
    """Tell whether a quotation holds a finite verb or a stop, so that it is no name."""
    if place.first != place.last or place.span.of(desk.text)[-2] in ".!?":
        return True
    sentence = desk.sentences[place.last]
    inside = [t for t in sentence.tokens if place.span.covers(t.span)]
    return any(t.xpos in ("VVFIN", "VAFIN", "VMFIN") for t in inside)


def _opens_sentence(desk: Desk, place: Place) -> bool:
    """Tell whether nothing stands before a quotation in its first sentence."""
    start = desk.sentences[place.first].span.start
    return not desk.text[start : place.span.start].strip(" \n-–—")


def _cue_at(desk: Desk, number: int, first: int) -> Cue | None:
    """Return the verb of speech whose finite part opens the clause behind a quotation."""
    sentence = desk.sentences[number]
    tokens = sentence.tokens
    if tokens[first].text.lower() in ("so", "wie", "das", "dies") and first + 1 < len(tokens):
        wie = tokens[first].text.lower() == "wie"
        if wie:
            return next((c for c in verb_cues(desk, number) if first < c.index <= first + 15), None)
        first += 1
    for cue in verb_cues(desk, number):
        if cue.index < first or not _says_words(sentence, cue):
            continue
        verb = finite(sentence, cue.index)
        if cue.index == first or (verb is not None and verb.index == first):
            return cue
    return None


def _says_words(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the verb frames a quotation; "heißen" does so only with "es"."""
    if "direct" not in cue.verb.forms:
        return False
    return cue.verb.verb != "heißen" or bool(impersonal(sentence, cue))


def _behind_cue(desk: Desk, place: Place, cue: Cue, start: int) -> Draft:
    sentence = desk.sentences[cue.number]
    last = _frame_end(desk, sentence, cue.index, start)
    return Draft(
        "direct",
        (place.span,),
        f"verb {cue.verb.name} behind",
        0.95,
        spans(sentence, cue_tokens(sentence, cue)),
        (span(sentence, start, last),),
        speaker_of(desk, cue.number, cue.index, cue.verb),
        addressee_of(desk, cue.number, cue.index, cue.verb),
        cue.verb.medium,
    )


def _frame_end(desk: Desk, sentence: Sentence, index: int, start: int) -> int:
    """Return the last token of a frame behind a quotation: up to the next mark or clause end."""
    tokens = sentence.tokens
    own = set(clause(sentence, index))
    last = index
    for here in range(start, len(tokens)):
        mark = here > index and tokens[here].text in QUOTES
        opens = mark and desk.quote_at(tokens[here].span.start) is not None
        if opens and tokens[here - 1].text in (",", ":", "."):
            break
        if tokens[here].text == ":" and here > index:
            last = here
            break
        if here in own and tokens[here].text not in EDGE:
            last = here
    return max(last, start)


def _so_behind(desk: Desk, place: Place, number: int, start: int, first: int) -> Draft | None:
    """Read '„...", so der Minister'."""
    sentence = desk.sentences[number]
    tokens = sentence.tokens
    if tokens[first].text.lower() not in ("so", "laut"):
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].text not in EDGE:
        last += 1
    inside = {t.index for t in tokens[first + 1 : last + 1]}
    names = [tokens[n] for n in sorted(inside) if tokens[n].upos in ("NOUN", "PROPN", "PRON")]
    if not names or any(tokens[n].upos in ("VERB", "AUX") for n in inside):
        return None
    head = next((t.index for t in names if t.head not in inside), names[0].index)
    words = noun_phrase(sentence, head)
    end = min(words[1], last)
    who = Voice(span(sentence, max(first + 1, words[0]), max(end, head)), number, head)
    return Draft(
        "direct", (place.span,), f"{tokens[first].text.lower()} behind", 0.9,
        (tokens[first].span,), (span(sentence, start, last),), who, None, "speech|writing",
    )  # fmt: skip
