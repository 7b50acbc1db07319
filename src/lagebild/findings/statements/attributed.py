"""Indirect statements without a verb of saying: laut X, nach Angaben von X, so X, demnach."""

from collections.abc import Sequence

from lagebild.findings.statements.draft import CERTAIN, Desk, Draft, Voice
from lagebild.findings.statements.lexicon import Noun, Preposition
from lagebild.findings.statements.runs import balanced
from lagebild.findings.statements.speaker import genitive_beside, possessor, voice
from lagebild.findings.statements.tree import (
    EDGE,
    NOMINAL,
    PREDICATES,
    QUOTES,
    ancestors,
    base,
    children,
    clause,
    finite,
    noun_phrase,
    run_around,
    span,
    spans,
    stripped,
)
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

LONGEST_SOURCE = 12
"""Tokens between a noun of speech and the "zufolge" behind it, at most."""

SO_LENGTH = 14
"""A source after "so" is at most this many tokens long."""


def attributed(desk: Desk, number: int) -> list[Draft]:
    """Return the statements of a sentence that a preposition, "so" or "demnach" attributes."""
    sentence = desk.sentences[number]
    found = []
    for token in sentence.tokens:
        entry = desk.lexicon.prepositions.get(token.text.lower())
        if entry is None:
            continue
        if entry.needs == "none":
            draft = _adverb(desk, number, token.index, entry)
        elif token.text.lower() == "so":
            draft = _so(desk, number, token.index, entry)
        else:
            draft = _phrase(desk, number, token.index, entry)
        if draft is not None:
            found.append(draft)
    return found


def _phrase(desk: Desk, number: int, index: int, entry: Preposition) -> Draft | None:
    """Read "laut X", "X zufolge", "nach Angaben von X", "seiner Meinung nach"."""
    sentence = desk.sentences[number]
    head = _governed(desk, sentence, index, entry)
    if head is None:
        return None
    noun = desk.lexicon.noun(sentence.tokens[head])
    if entry.needs != "any":
        form = "after" if entry.needs == "noun" else entry.needs
        if (
            noun is None
            or form not in noun.forms
            or not _attributes(desk, sentence, index, head, noun)
        ):
            return None
    first, last = _whole_phrase(sentence, index, head)
    bracketed = _in_brackets(sentence, index, last)
    quote = _around(sentence, index, head, first, last) if bracketed is None else bracketed
    if not quote:
        return None
    speech = noun is not None and noun.kind != "source"
    owner = possessor(desk, number, head) if speech else None
    beside = genitive_beside(sentence, head) if speech and owner is None else None
    owner = voice(desk, number, beside) if beside is not None else owner
    speech = speech and (owner is not None or entry.place != "after")
    cue = [index, head] if speech else [index]
    return Draft(
        "indirect",
        quote,
        f"{entry.word} {noun.name if noun else 'with a source'}",
        _sureness(entry, noun),
        spans(sentence, cue),
        (_frame(sentence, first, last),),
        owner or _source(desk, number, index, head),
        None,
        entry.medium,
    )


def _source(desk: Desk, number: int, index: int, head: int) -> Voice:
    """Return the phrase that a preposition governs, without the preposition behind it."""
    sentence = desk.sentences[number]
    first, last = noun_phrase(sentence, head)
    if head < index <= last:
        last = index - 1
    return Voice(span(sentence, first, last), number, head)


def _sureness(entry: Preposition, noun: Noun | None) -> float:
    """Return how sure it is that a phrase attributes: "laut" always does, "nach" by its noun."""
    if noun is not None and "always" in noun.forms:
        return CERTAIN
    if entry.needs == "any":
        return 0.95
    named = entry.needs == "aus" or (noun is not None and noun.kind == "speech")
    return 0.9 if named else 0.8


def _governed(desk: Desk, sentence: Sentence, index: int, entry: Preposition) -> int | None:
    """Return the noun that the preposition governs: of "Angaben der Armee zufolge" the first."""
    token = sentence.tokens[index]
    head: int | None = token.head
    wrong = entry.place == "before" and token.head < index
    if (
        base(token.deprel) != "case"
        or token.head < 0
        or wrong
        or sentence.tokens[token.head].upos not in NOMINAL
    ):
        head = _beside(sentence, index, entry)
    if head is None or (head > index and sentence.tokens[index + 1].text in EDGE):
        return None
    if entry.place == "after" and head > index:
        head = _beside(sentence, index, entry)
    if head is not None and head < index:
        return _words_before(desk, sentence, index, head)
    return _words_behind(desk, sentence, head) if head is not None else None


def _words_before(desk: Desk, sentence: Sentence, index: int, head: int) -> int:
    """Return the noun of speech to whose phrase all words before the preposition belong.

    "Einem Bericht der Zeitung „X“ zufolge": a genitive or a name stands between.
    """
    tokens, found = sentence.tokens, head
    for here in range(index - 1, max(-1, index - LONGEST_SOURCE), -1):
        if tokens[here].upos in PREDICATES or tokens[here].text in EDGE:
            break
        noun = desk.lexicon.noun(tokens[here]) if tokens[here].upos == "NOUN" else None
        if noun is not None and "after" in noun.forms:
            found = here
    return found


def _words_behind(desk: Desk, sentence: Sentence, head: int) -> int:
    """Return the noun of speech right behind a name in the genitive: "nach Annas Angaben"."""
    tokens = sentence.tokens
    if head + 1 == len(tokens) or tokens[head].upos != "PROPN" or tokens[head + 1].upos != "NOUN":
        return head
    genitive = tokens[head].text.endswith(("s", "'", "’"))
    return head + 1 if genitive and desk.lexicon.noun(tokens[head + 1]) is not None else head


def _beside(sentence: Sentence, index: int, entry: Preposition) -> int | None:
    """Return the noun next to the preposition where the parser gives none."""
    tokens = sentence.tokens
    if tokens[index].upos not in ("ADP", "ADV", "ADJ", "X"):
        return None
    if entry.place == "before":
        for here in range(index + 1, min(index + 6, len(tokens))):
            if tokens[here].upos in ("NOUN", "PROPN"):
                return here
            if tokens[here].upos not in ("DET", "ADJ", "NUM", "PUNCT"):
                return None
    if entry.place == "after" and index > 0:
        here = index - 1
        while here > 0 and tokens[here].text in QUOTES:
            here -= 1
        return here if tokens[here].upos in NOMINAL else None
    return None


def _attributes(desk: Desk, sentence: Sentence, index: int, head: int, noun: Noun) -> bool:
    """Tell a source from a time or way: "nach dem Urteil", "nach dem Plan" are none."""
    tokens = sentence.tokens
    if noun.kind == "opinion" and tokens[index].text.lower() == "aus":
        return _owned(desk, sentence, head)
    if tokens[index].text.lower() != "nach" or head < index:
        return True
    plural = tokens[head].feat("Number") == "Plur"
    between = tokens[index + 1 : head]
    owned = any(
        tokens[kid].deprel == "det:poss" or base(tokens[kid].deprel) == "nmod"
        for kid in sentence.children[head]
    )
    definite = any(t.lemma == "der" and t.upos == "DET" for t in between)
    if noun.kind == "opinion":
        return owned or plural or not definite
    if noun.kind == "source":
        return plural or any(t.lemma in ("ein", "erst", "eigen") for t in between)
    return (
        (plural and (owned or not definite))
        or any(t.lemma == "eigen" for t in between)
        or ("owned" in noun.forms and (owned or not definite))
    )


def _owned(desk: Desk, sentence: Sentence, head: int) -> bool:
    """Tell whether an opinion is somebody's: "aus Sicht der Bank", not "aus rechtlicher Sicht"."""
    adjectives = [sentence.tokens[kid].lemma.lower() for kid in children(sentence, head, "amod")]
    possessed = any(
        sentence.tokens[kid].deprel == "det:poss" or base(sentence.tokens[kid].deprel) == "nmod"
        for kid in sentence.children[head]
    )
    named = any(lemma in desk.lexicon.states for lemma in adjectives)
    return possessed or named or genitive_beside(sentence, head) is not None


def _whole_phrase(sentence: Sentence, index: int, head: int) -> tuple[int, int]:
    """Return the range of the prepositional phrase."""
    first, last = noun_phrase(sentence, head)
    owner = genitive_beside(sentence, head)
    if owner is not None:
        first, last = min(first, owner), max(last, noun_phrase(sentence, owner)[1])
    first, last = min(first, index), max(last, index)
    tokens = sentence.tokens
    for part in range(first, last + 1):
        for kid in children(sentence, part, "acl"):
            whole = clause(sentence, kid)
            if kid > last and whole[0] >= last and tokens[last + 1].text == ",":
                return first, max(i for i in whole if tokens[i].upos != "PUNCT")
    return first, last


def _frame(sentence: Sentence, first: int, last: int) -> Span:
    tokens = sentence.tokens
    enclosed = first > 0 and tokens[first - 1].text == "," and last + 1 < len(tokens)
    if enclosed and tokens[last + 1].text in (",", "."):
        first -= 1
    return span(sentence, first, last)


def _around(sentence: Sentence, index: int, head: int, first: int, last: int) -> tuple[Span, ...]:
    """Return the clause around the phrase, without it."""
    predicate = _predicate_above(sentence, head)
    if predicate is None:
        low, high = 0, len(sentence.tokens) - 1
    else:
        low, high = _clause_around(sentence, predicate, first, last)
    runs = (stripped(sentence, low, first - 1), stripped(sentence, last + 1, high))
    kept = [balanced(sentence, *run) for run in runs if run is not None]
    kept = [_without_joiner(sentence, run) for run in kept]
    del index
    return tuple(span(sentence, *run) for run in kept if run[0] <= run[1])


def _in_brackets(sentence: Sentence, index: int, last: int) -> tuple[Span, ...] | None:
    """Return what a source in brackets says, "(laut X „sehr groß“)"; None where it is in none."""
    tokens = sentence.tokens
    if index == 0 or tokens[index - 1].text not in ("(", "["):
        return None
    close = next((t.index for t in tokens[index:] if t.text in (")", "]")), len(tokens))
    run = stripped(sentence, last + 1, close - 1) if last + 1 < close else None
    return (span(sentence, *balanced(sentence, *run)),) if run is not None else ()


def _without_joiner(sentence: Sentence, run: tuple[int, int]) -> tuple[int, int]:
    first, last = run
    if sentence.tokens[first].text.lower() in ("und", "aber", "doch", "denn"):
        first += 1
    return first, last


def _predicate_above(sentence: Sentence, index: int) -> int | None:
    """Return the nearest head that is a predicate with a finite verb or the root."""
    for here in ancestors(sentence, index):
        if sentence.tokens[here].head < 0 or finite(sentence, here) is not None:
            return here
    return None


def _clause_around(sentence: Sentence, predicate: int, first: int, last: int) -> tuple[int, int]:
    """Return the range of the predicate's clause that the phrase attributes.

    A phrase at the start of the sentence holds for all that follows; one inside a clause does
    not reach over a coordinated clause with a subject of its own.
    """
    left_out = [kid for kid in children(sentence, predicate, "advcl") if kid < first]
    if first > 1:
        left_out += [
            kid
            for kid in children(sentence, predicate, "conj", "parataxis")
            if subject_of_own(sentence, kid) and kid > last
        ]
    inside = clause(sentence, predicate, left_out)
    low, high = run_around(inside, predicate, sentence)
    if first <= 1:
        high = len(sentence.tokens) - 1
    return min(low, first), max(high, last)


def subject_of_own(sentence: Sentence, index: int) -> bool:
    """Tell whether a predicate has a subject and a finite verb of its own."""
    own = any(sentence.tokens[k].deprel.startswith("nsubj") for k in sentence.children[index])
    return own and finite(sentence, index) is not None


def _so(desk: Desk, number: int, index: int, entry: Preposition) -> Draft | None:
    """Read ", so der Minister" behind what he said."""
    sentence = desk.sentences[number]
    tokens = sentence.tokens
    if index == 0 or tokens[index - 1].text not in (",", "–", "-", "“", '"', "«"):
        return None
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].text not in EDGE and last - index < SO_LENGTH:
        last += 1
    body = tokens[index + 1 : last + 1]
    names = [t for t in body if t.upos in ("NOUN", "PROPN", "PRON")]
    if not names or any(t.upos in PREDICATES for t in body):
        return None
    if (
        body[0].upos not in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "ADV", "NUM")
        or body[0].text == "dass"
    ):
        return None
    inside = {t.index for t in body}
    head = next((t.index for t in names if t.head not in inside), names[0].index)
    vague = body[0].upos in ("ADJ", "ADV") and body[0].text[0].islower()
    if (vague and not _names_somebody(names)) or children(sentence, head, "case"):
        return None
    before = stripped(sentence, 0, index - 1)
    runs = [
        before,
        stripped(sentence, last + 2, len(tokens) - 1) if last + 2 < len(tokens) else None,
    ]
    begun = before is not None and before[1] > before[0]
    if before is None or not (begun or (runs[1] and _has_finite(tokens[last + 1 :]))):
        return None
    kept = tuple(span(sentence, *balanced(sentence, *run)) for run in runs if run)
    first_name = noun_phrase(sentence, head)
    who = Voice(
        span(sentence, max(first_name[0], index + 1), min(max(first_name[1], head), last)),
        number,
        head,
    )
    start = index - 1 if tokens[index - 1].text in (",", "–") else index
    return Draft(
        "indirect",
        kept,
        "so with a name",
        0.8,
        (tokens[index].span,),
        (span(sentence, start, last),),
        who,
        None,
        entry.medium,
    )


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(token.xpos.endswith("FIN") for token in tokens)


def _names_somebody(names: list[Token]) -> bool:
    return any(token.upos == "PROPN" for token in names)


def _adverb(desk: Desk, number: int, index: int, entry: Preposition) -> Draft | None:
    """Read "Demnach ...": the sentence goes on with what the source before it says."""
    sentence = desk.sentences[number]
    runs = (
        stripped(sentence, 0, index - 1),
        stripped(sentence, index + 1, len(sentence.tokens) - 1),
    )
    if sentence.tokens[index].upos != "ADV" or runs[1] is None:
        return None
    cue = sentence.tokens[index].span
    return Draft(
        "indirect",
        tuple(span(sentence, *run) for run in runs if run is not None),
        entry.word,
        0.7,
        (cue,),
        (cue,),
        None,
        None,
        entry.medium,
    )
