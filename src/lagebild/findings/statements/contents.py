"""Find what a verb of saying introduces: dass, zu-infinitive, main clause, question, wie."""

from dataclasses import dataclass, replace

from lagebild.findings.statements.cues import CORRELATE
from lagebild.findings.statements.lexicon import Cue
from lagebild.findings.statements.mood import Forms, konjunktiv
from lagebild.findings.statements.runs import balanced, content_run, resumed
from lagebild.findings.statements.tree import (
    EDGE,
    QUOTES,
    base,
    case_word,
    cases,
    children,
    clause,
    finite,
    infinitive,
    mark,
    stripped,
)
from lagebild.findings.statements.wording import (
    DASS,
    PURPOSE,
    QUESTION,
    RELATING,
    wording_behind,
)
from lagebild.language.analysis import Sentence, Token

CONTENT = frozenset({"ccomp", "csubj", "xcomp", "parataxis", "advcl", "acl", "conj", "obj", "dep"})
FIRM = frozenset({"speech", "speech|writing", "writing"})
WORDED = 0.6
"""How sure a reading is that the order of words gives, and the tree does not."""


@dataclass(frozen=True, slots=True)
class Content:
    """The runs of tokens that a cue introduces, with the form and how sure it is."""

    head: int
    runs: tuple[tuple[int, int], ...]
    form: str
    score: float


def content_of(sentence: Sentence, cue: Cue, forms: Forms) -> Content | None:
    """Return what the verb introduces: the surest reading."""
    return max(contents_of(sentence, cue, forms), key=lambda content: content.score, default=None)


def contents_of(sentence: Sentence, cue: Cue, forms: Forms) -> list[Content]:
    """Return the readings of what the verb introduces, by the tree and by the order of words."""
    readings = [
        *_as_they_said(sentence, cue),
        *_below(sentence, cue, forms),
        *_above(sentence, cue, forms),
    ]
    around = _around(sentence, cue) if not readings else None
    readings += [around] if around is not None else []
    whole = [_with_rest(sentence, cue, reading, forms) for reading in readings]
    known = {content.runs for content in whole}
    return whole + [c for c in _worded(sentence, cue, forms) if c.runs not in known]


def _with_rest(sentence: Sentence, cue: Cue, content: Content, forms: Forms) -> Content:
    """Add the words with which a content goes on behind the frame that interrupts it."""
    if content.runs[-1][1] >= cue.index or not _inverted(sentence, cue.index):
        return content
    rest = resumed(sentence, cue, forms)
    return (
        replace(content, runs=(*content.runs, balanced(sentence, *rest)))
        if rest is not None
        else content
    )


def _worded(sentence: Sentence, cue: Cue, forms: Forms) -> list[Content]:
    """Read "X sagte gestern, dass ..." by the words alone, with every end that it may have."""
    found = wording_behind(sentence, cue.index, cue.verb.forms, forms)
    if found is None or (found.form == "Konjunktiv" and _has_dative(sentence, cue)):
        return []
    runs = dict.fromkeys(balanced(sentence, *run) for run in found.runs)
    return [Content(found.head, (run,), f"{found.form} by words", WORDED) for run in runs]


def _as_they_said(sentence: Sentence, cue: Cue) -> list[Content]:
    """Read "Wie X mitteilte, ..." and "..., wie X mitteilte, ...": the clause around it."""
    if "wie" not in cue.verb.forms:
        return []
    tokens = sentence.tokens
    first = wie_of(sentence, cue.index)
    if first is None or finite(sentence, cue.index) is None:
        return []
    last = max(cue.index, verb_end(sentence, cue.index))
    if base(tokens[cue.index].deprel) not in ("advcl", "parataxis", "root", "acl", "ccomp", "dep"):
        return []
    before, after = (0, first - 1), (last + 1, len(tokens) - 1)
    runs = tuple(run for run in (stripped(sentence, *r) for r in (before, after)) if run)
    runs = tuple(run for run in runs if run[1] - run[0] >= 1)
    if not runs:
        return []
    head = tokens[cue.index].head if tokens[cue.index].head >= 0 else runs[0][0]
    return [Content(head, runs, "wie", 0.9)]


def wie_of(sentence: Sentence, index: int) -> int | None:
    """Return the "wie" that opens the verb's clause, after a comma or at the start."""
    tokens = sentence.tokens
    closed = 0
    for here in range(index - 1, max(-1, index - 40), -1):
        closed += tokens[here].text in ("“", "«")
        if tokens[here].text in ("„", "»") and closed:
            closed -= 1
        elif tokens[here].text in (":", ";", "„"):
            return None
        if tokens[here].text == "," and tokens[0].text.lower() != "wie":
            return None
        if tokens[here].text.lower() == "wie":
            opens = here == 0 or tokens[here - 1].text in (",", "–", "-", "(", "„", "und")
            return here if opens else None
    return None


def verb_end(sentence: Sentence, index: int) -> int:
    """Return the last word of a verb-final predicate: its auxiliary right behind, or itself."""
    kids = children(sentence, index, "aux", "cop")
    return max([kid for kid in kids if kid == index + 1] or [index])


def _below(sentence: Sentence, cue: Cue, forms: Forms) -> list[Content]:
    """Read the clauses that hang on the verb, its correlate or its noun."""
    found = []
    for kid in _complements(sentence, cue.index):
        form = _form(sentence, kid, cue, forms)
        if form is None:
            continue
        run = content_run(sentence, kid, cue)
        if run is not None:
            score = 0.95 if form in ("dass", "Konjunktiv") else 0.85
            found.append(Content(kid, run, form, score))
    return _joined(found)


def _joined(found: list[Content]) -> list[Content]:
    """Join the contents of one verb: "dass A und dass B", "A sei X, B sei Y"."""
    if len(found) < 2:
        return found
    ordered = sorted(found, key=lambda content: content.runs[0])
    first, last = ordered[0].runs[0][0], ordered[-1].runs[-1][1]
    covered = sum(b - a + 1 for content in ordered for a, b in content.runs)
    if last - first + 1 - covered <= 2 * len(ordered):
        return [Content(ordered[0].head, ((first, last),), ordered[0].form, ordered[0].score)]
    return found


def _complements(sentence: Sentence, index: int) -> list[int]:
    tokens = sentence.tokens
    found = []
    for kid in sentence.children[index]:
        relation = base(tokens[kid].deprel)
        loose = relation in ("nsubj", "obl") and kid > index and infinitive(sentence, kid)
        if (relation in CONTENT or loose) and tokens[kid].upos != "PUNCT":
            found.append(kid)
        if relation in ("advmod", "obl", "obj", "nsubj", "expl") and _points(tokens[kid]):
            found += children(sentence, kid, "ccomp", "acl", "advcl", "csubj")
    found += _beside(sentence, index)
    return [kid for kid in found if _predicate(sentence, kid)]


def _beside(sentence: Sentence, index: int) -> list[int]:
    """Return clauses behind a coordinated verb that hang beside it by mistake."""
    token = sentence.tokens[index]
    if base(token.deprel) != "conj" or token.head < 0:
        return []
    return [
        kid
        for kid in children(sentence, token.head, "conj", "ccomp", "parataxis", "xcomp")
        if kid > index and not children(sentence, kid, "cc")
    ]


def _points(token: Token) -> bool:
    """Tell whether the word announces a clause: "darauf", "es"."""
    return token.text.lower() in CORRELATE or token.text.lower() == "es"


def _predicate(sentence: Sentence, index: int) -> bool:
    return finite(sentence, index) is not None or infinitive(sentence, index)


def _form(sentence: Sentence, kid: int, cue: Cue, forms: Forms) -> str | None:
    """Return how the clause says what it says, None where it is not what was said."""
    token = sentence.tokens[kid]
    relation = base(token.deprel)
    joiner = mark(sentence, kid)
    if infinitive(sentence, kid) and finite(sentence, kid) is None:
        return _infinitive_form(sentence, kid, cue)
    if "clause" not in cue.verb.forms:
        return None
    if joiner is not None:
        so = joiner.index > 0 and sentence.tokens[joiner.index - 1].text.lower() == "so"
        said = joiner.text.lower() in DASS and relation != "conj" and not so
        return "dass" if said else None
    if relation == "acl" and token.head != cue.index:
        return None
    if _asks(sentence, kid):
        return "question" if relation in ("ccomp", "csubj", "obj") else None
    return _main_clause_form(sentence, kid, cue, forms)


def _infinitive_form(sentence: Sentence, kid: int, cue: Cue) -> str | None:
    if "infinitive" not in cue.verb.forms:
        return None
    if any(sentence.tokens[k].text.lower() in PURPOSE for k in sentence.children[kid]):
        return None
    return "infinitive" if base(sentence.tokens[kid].deprel) != "conj" else None


def _asks(sentence: Sentence, kid: int) -> bool:
    first = [i for i in clause(sentence, kid) if sentence.tokens[i].upos != "PUNCT"][:3]
    return any(
        (sentence.tokens[n].xpos in QUESTION and sentence.tokens[n].text.lower() not in RELATING)
        or sentence.tokens[n].text.lower() == "was"
        for n in first
    )


def _main_clause_form(sentence: Sentence, kid: int, cue: Cue, forms: Forms) -> str | None:
    verb = finite(sentence, kid)
    if verb is None or not _comma_between(sentence, kid, cue.index):
        return None
    relation = base(sentence.tokens[kid].deprel)
    if _has_dative(sentence, cue):
        return None
    if konjunktiv(sentence, kid, forms):
        return "Konjunktiv"
    if relation == "conj" or _has_object(sentence, cue, kid) or _relates(sentence, kid):
        return None
    colon = any(t.text == ":" for t in sentence.tokens[cue.index + 1 : kid])
    if relation in ("ccomp", "parataxis") and (cue.verb.medium in FIRM or colon):
        return "main clause"
    return "main clause" if relation == "ccomp" else None


def _has_object(sentence: Sentence, cue: Cue, kid: int) -> bool:
    """Tell whether the verb has its content already: "kündigt vier Professoren an: ..."."""
    return "acc" not in cue.verb.addressee and any(
        k != kid and sentence.tokens[k].upos in ("NOUN", "PROPN")
        for k in children(sentence, cue.index, "obj")
    )


def _has_dative(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a verb whose content is a dative has it: "dem Vertrag zustimmen"."""
    return "dat" in cue.verb.told and any(
        sentence.tokens[k].upos in ("NOUN", "PROPN") and "Dat" in cases(sentence, k)
        for k in children(sentence, cue.index, "obj", "obl", "iobj")
        if case_word(sentence, k) is None
    )


def _relates(sentence: Sentence, kid: int) -> bool:
    first = min(clause(sentence, kid))
    words = [t.text.lower() for t in sentence.tokens[first : first + 2]]
    return any(word in RELATING for word in words)


def _comma_between(sentence: Sentence, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return any(token.text in EDGE for token in sentence.tokens[low + 1 : high])


def _above(sentence: Sentence, cue: Cue, forms: Forms) -> list[Content]:
    """Read "Die Lage sei ernst, sagte X" where the parser hangs the cue below the content."""
    token = sentence.tokens[cue.index]
    head = token.head
    if not _hangs_below_content(sentence, cue):
        return []
    inside = clause(sentence, head, (cue.index,))
    own = clause(sentence, cue.index)
    before = [i for i in inside if i < own[0]]
    after = [i for i in inside if i > own[-1]]
    if not before:
        return []
    runs = [stripped(sentence, before[0], before[-1])]
    if len(after) > 2 and sentence.tokens[own[-1] + 1].text == ",":
        runs.append(stripped(sentence, after[0], after[-1]))
    kept = tuple(balanced(sentence, *run) for run in runs if run)
    reported = konjunktiv(sentence, head, forms) is not None
    if base(token.deprel) == "conj" and not reported:
        return []
    score = 0.9 if reported else 0.8
    return [Content(head, kept, "main clause before", score)] if kept else []


def _hangs_below_content(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the cue opens a clause after a comma that hangs on another finite clause."""
    token = sentence.tokens[cue.index]
    if base(token.deprel) not in ("parataxis", "conj", "ccomp", "dep", "appos", "advcl"):
        return False
    if "clause" not in cue.verb.forms or mark(sentence, cue.index) is not None:
        return False
    if token.head < 0 or finite(sentence, token.head) is None:
        return False
    return _inverted(sentence, cue.index) and _comma_between(sentence, token.head, cue.index)


def _around(sentence: Sentence, cue: Cue) -> Content | None:
    """Read "Die Truppen, betonte der General, blieben ..." by the order of words alone.

    The frame parts the first phrase from its finite verb.
    """
    tokens = sentence.tokens
    if "clause" not in cue.verb.forms or not _inverted(sentence, cue.index):
        return None
    comma = next((n for n in range(cue.index + 1, len(tokens)) if tokens[n].text in EDGE), None)
    if comma is None or comma + 1 >= len(tokens) or not tokens[comma + 1].xpos.endswith("FIN"):
        return None
    before = stripped(sentence, 0, cue.index - 1)
    after = stripped(sentence, comma + 1, len(tokens) - 1)
    if before is None or after is None or tokens[comma].text != ",":
        return None
    if any(t.xpos.endswith("FIN") or t.text in EDGE for t in tokens[before[0] : before[1] + 1]):
        return None
    runs = (balanced(sentence, *before), balanced(sentence, *after))
    return Content(comma + 1, runs, "frame inside", 0.85)


def _inverted(sentence: Sentence, index: int) -> bool:
    """Tell whether the verb opens its clause: ", sagte X", ", so erklärte X"."""
    verb = finite(sentence, index)
    if verb is None or verb.index == 0:
        return False
    tokens = sentence.tokens
    before = tokens[verb.index - 1]
    if before.text.lower() in ("so", "wie") and verb.index >= 2:
        before = tokens[verb.index - 2]
    return before.text in EDGE or before.text in QUOTES
