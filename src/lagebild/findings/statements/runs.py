"""Turn the clause below a verb of saying into an unbroken run of words, repairing wrong arcs."""

from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.mood import Forms, konjunktiv
from lagebild.findings.statements.tree import (
    EDGE,
    QUOTES,
    children,
    clause,
    finite,
    infinitive,
    mark,
    run_around,
    stripped,
)
from lagebild.findings.statements.wording import behind_relative
from lagebild.language.analysis import Sentence

PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})


def content_run(sentence: Sentence, kid: int, cue: Cue) -> tuple[tuple[int, int], ...] | None:
    """Return the runs of tokens of a content that hangs below the cue."""
    inside = clause(sentence, kid)
    first, last = run_around(inside, kid, sentence)
    if kid > cue.index:
        first = min(first, *(i for i in inside if i > cue.index))
        last = max(last, _last_near(sentence, inside, last))
    if first > cue.index:
        joiner = mark(sentence, kid)
        opens = joiner is not None and joiner.index > cue.index
        first = joiner.index if joiner and opens else _pull_left(sentence, first, cue)
        if infinitive(sentence, kid) and finite(sentence, kid) is None:
            first = _group_start(sentence, first, cue)
        last = _pull_right(sentence, last, cue)
    elif last < cue.index:
        first = _sentence_left(sentence, first, cue)
    if cue.index < first < kid:
        first = min(behind_relative(sentence, first), kid)
    run = stripped(sentence, first, last)
    if run is None:
        return None
    run = balanced(sentence, *run)
    if run[0] > cue.index:
        run = run[0], _with_adjuncts(sentence, run[1], cue)
    tail = [i for i in inside if i > run[1] and sentence.tokens[i].upos != "PUNCT"]
    if run[1] < cue.index and tail and tail[0] > cue.index and len(tail) > 1:
        after = stripped(sentence, tail[0], tail[-1])
        if after is not None:
            return run, after
    return (run,)


def resumed(sentence: Sentence, cue: Cue, forms: Forms) -> tuple[int, int] | None:
    """Return the words with which a content goes on behind the frame that interrupts it.

    "Er wolle Frieden, versicherte der Präsident, aber er werde sich wehren": behind the comma that
    closes the frame stands a Konjunktiv, a subordinate clause, or words without a finite verb that
    the network takes for what was said ("Es sei, fügte er hinzu, nie zu spät").
    """
    tokens = sentence.tokens
    comma = next((n for n in range(cue.index + 1, len(tokens)) if tokens[n].text in EDGE), None)
    if comma is None or tokens[comma].text != "," or comma + 2 >= len(tokens):
        return None
    rest = stripped(sentence, comma + 1, len(tokens) - 1)
    if rest is None:
        return None
    opens = tokens[rest[0]]
    if opens.text in QUOTES and tokens[rest[1]].text in QUOTES:
        return rest
    verb = next((t for t in tokens[rest[0] : rest[1] + 1] if t.xpos.endswith("FIN")), None)
    if opens.xpos.startswith("PREL"):
        return None
    if verb is None:
        return rest if _likelier(sentence, rest) else None
    head = verb.head if verb.upos == "AUX" and verb.head >= 0 else verb.index
    return rest if konjunktiv(sentence, head, forms) is not None else None


def _likelier(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Tell whether the network takes the words for what was said rather than for a frame."""
    words = range(run[0], run[1] + 1)
    said = sum(log_odds(sentence, n, "indirect") for n in words)
    return said > sum(log_odds(sentence, n, "frame") for n in words)


def _with_adjuncts(sentence: Sentence, last: int, cue: Cue) -> int:
    """Take in subordinate clauses right behind the content, which hang on the cue by mistake."""
    for kid in children(sentence, cue.index, "advcl", "acl"):
        own = [i for i in clause(sentence, kid) if sentence.tokens[i].upos != "PUNCT"]
        if own[0] in (last + 2, last + 1) and mark(sentence, kid) is not None:
            last = own[-1]
    return last


def _last_near(sentence: Sentence, inside: list[int], last: int) -> int:
    """Return the last word of the content, across a clause that hangs elsewhere by mistake."""
    beyond = [i for i in inside if i > last and sentence.tokens[i].upos != "PUNCT"]
    return beyond[-1] if len(beyond) > 1 else last


def _pull_left(sentence: Sentence, first: int, cue: Cue) -> int:
    """Take in words of the content that hang elsewhere: all back to the comma before it."""
    tokens = sentence.tokens
    for here in range(first - 1, cue.index, -1):
        if tokens[here].text in (",", ":"):
            return here + 1 if first - here <= 8 else first
        if tokens[here].head == cue.index and tokens[here].upos != "PUNCT":
            return first
    return first


def _group_start(sentence: Sentence, first: int, cue: Cue) -> int:
    """Return the start of an infinitive with zu: behind the comma, whatever hangs elsewhere.

    Where no comma stands between verb and infinitive it begins right behind a verb that ends its
    clause ("hat angekündigt das Amt niederzulegen").
    """
    tokens = sentence.tokens
    between = range(first - 1, cue.index, -1)
    if any(tokens[n].xpos.endswith("FIN") for n in between):
        return first
    comma = next((n for n in between if tokens[n].text == ","), None)
    if comma is not None:
        return comma + 1
    ends = tokens[cue.index].xpos in ("VVPP", "VVINF") and tokens[first - 1].text != ","
    return cue.index + 1 if ends else first


def _pull_right(sentence: Sentence, last: int, cue: Cue) -> int:
    """Take in the rest of the content that hangs on the cue by mistake, up to the next comma."""
    tokens = sentence.tokens
    here = last
    while here + 1 < len(tokens) and tokens[here + 1].text not in EDGE:
        here += 1
        if here == cue.index or tokens[here].text.lower() in ("und", "sowie", "aber"):
            return last
        if tokens[here].head == cue.index and tokens[here].deprel in ("compound:prt", "aux"):
            return last
    return here


def _sentence_left(sentence: Sentence, first: int, cue: Cue) -> int:
    """Content before its cue begins with the sentence where only its own words stand before."""
    tokens = sentence.tokens
    before = [t for t in tokens[:first] if t.text not in EDGE and t.text not in QUOTES]
    stray = all(t.head >= first or t.head == cue.index for t in before)
    return 0 if stray and len(before) <= 4 else first


def balanced(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Widen or narrow a run so that quotation marks inside it stand in pairs."""
    tokens = sentence.tokens
    opening = sum(t.text in ("„", "»", "‚") for t in tokens[first : last + 1])
    closing = sum(t.text in ("“", "«", "‘") for t in tokens[first : last + 1])
    if opening > closing and last + 1 < len(tokens) and tokens[last + 1].text in QUOTES:
        return first, last + 1
    if closing > opening and tokens[last].text in QUOTES and last > first:
        return first, last - 1
    if opening > closing and tokens[first].text in QUOTES and first < last and opening == 1:
        return first + 1, last
    return first, last
