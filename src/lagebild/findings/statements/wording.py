"""Read by the order of words what a word of saying introduces, where the tree may be wrong.

German parts frame and content by a comma or colon. What stands behind it shows by its first words
and its first finite verb whether it is a content: dass, ob, a question word, a Konjunktiv, an
infinitive with zu, or words that the network takes for the beginning of one. Where it ends nothing
shows for sure, so that several readings are given: the weights choose.
"""

from dataclasses import dataclass

from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.mood import Forms, konjunktiv_of
from lagebild.findings.statements.tree import EDGE, QUOTES, clause
from lagebild.language.analysis import Sentence, Token

DASS = frozenset({"dass", "daß", "ob"})
QUESTION = frozenset({"PWS", "PWAT", "PWAV"})
RELATING = frozenset({"worauf", "woraufhin", "wobei", "womit", "wofür", "wodurch", "wozu", "wo"})
PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})
JOINING = frozenset({"und", "aber", "oder", "sondern", "denn", "doch"})

BEGUN = 0.0
"""Log-odds that a main clause in the indicative begins a content, below which it is none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words behind a comma that may be a content: ranges with the same start, form, predicate."""

    head: int
    runs: tuple[tuple[int, int], ...]
    form: str


def wording_behind(sentence: Sentence, index: int, verb_forms: frozenset[str], forms: Forms
                   ) -> Wording | None:  # fmt: skip
    """Return what stands behind the next comma or colon, None where it is no content.

    `index` is the word of saying, `verb_forms` what may follow it.
    """
    tokens = sentence.tokens
    mark = next((n for n in range(index + 1, len(tokens)) if tokens[n].text in EDGE), None)
    if mark is None or tokens[mark].text not in (",", ":") or mark + 2 >= len(tokens):
        return None
    between = tokens[index + 1 : mark]
    if any(t.xpos.endswith("FIN") and index not in (t.head, t.index) for t in between):
        return None
    start = behind_relative(sentence, mark + 1)
    opened = _opened(sentence, start, verb_forms, forms)
    if opened is None:
        return None
    form, predicate = opened
    ends = _ends(sentence, start, predicate)
    return Wording(predicate, tuple((start, end) for end in ends), form) if ends else None


def _opened(sentence: Sentence, start: int, verb_forms: frozenset[str], forms: Forms
            ) -> tuple[str, int] | None:  # fmt: skip
    """Return the form of the clause that begins at a token, with its predicate."""
    tokens = sentence.tokens
    while start + 1 < len(tokens) and tokens[start].text in QUOTES:
        start += 1
    verb = _first_verb(tokens[start:])
    if verb is None or tokens[start].text.lower() in JOINING or _relates(tokens, start):
        return None
    parted = any(t.text in EDGE for t in tokens[start : verb.index])
    later = _parted_konjunktiv(sentence, start, forms) if parted else None
    if later is not None and "clause" in verb_forms:
        return "Konjunktiv", later.index
    if verb.xpos.endswith("FIN"):
        form = _form(sentence, tokens[start], verb, parted, forms)
        return (form, verb.index) if form is not None and "clause" in verb_forms else None
    purpose = tokens[start].text.lower() in PURPOSE or tokens[start].upos == "SCONJ"
    bare = "infinitive" in verb_forms and not purpose and not parted
    return ("infinitive", verb.index) if bare else None


def _parted_konjunktiv(sentence: Sentence, start: int, forms: Forms) -> Token | None:
    """Return a verb in the Konjunktiv I behind words that hold a clause of their own.

    "..., über den Versuch, das zu verhindern, sei sie enttäuscht": no indicative comes before.
    """
    for token in sentence.tokens[start:]:
        if token.upos == "SCONJ" or token.xpos.startswith("PREL") or token.text in (";", ":"):
            return None
        if token.xpos.endswith("FIN"):
            kind = konjunktiv_of(sentence, token, None, forms)
            behind = sentence.tokens[token.index - 1].text == ","
            return token if kind == "I" and behind else None
    return None


def _form(sentence: Sentence, first: Token, verb: Token, parted: bool, forms: Forms) -> str | None:
    """Return the form of a clause with a finite verb, None where it is no content.

    A main clause has its subject or something else before the verb, and no comma between.
    """
    if first.text.lower() in DASS:
        return "dass"
    if first.xpos in QUESTION and first.text.lower() not in RELATING:
        return "question"
    if first.upos == "SCONJ" or parted or verb is first:
        return None
    if konjunktiv_of(sentence, verb, None, forms) is not None:
        return "Konjunktiv"
    return "main clause" if log_odds(sentence, first.index, "begin") >= BEGUN else None


def _relates(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether a relative clause or a comparison begins: "der ...", "nach denen ...", "wie"."""
    return tokens[start].text == "wie" or any(
        token.xpos.startswith("PREL") or token.text in ("deren", "dessen", "denen")
        for token in tokens[start : start + 2]
    )


def behind_relative(sentence: Sentence, start: int) -> int:
    """Return where words go on behind the relative clause that they begin with, else `start`.

    "X schrieb in einem Brief, der gestern kam, sie wolle ...": the clause belongs to the frame.
    """
    tokens = sentence.tokens
    if not any(token.xpos.startswith("PREL") for token in tokens[start : start + 2]):
        return start
    verbs = (t.index for t in tokens[start:] if t.xpos.endswith("FIN"))
    verb = next(verbs, len(tokens))
    near = tokens[verb + 1 : verb + 2]
    return verb + 2 if near and near[0].text == "," and verb + 2 < len(tokens) else start


def _first_verb(tokens: tuple[Token, ...]) -> Token | None:
    """Return the first finite verb or infinitive with zu, None where a stop comes before."""
    for n, token in enumerate(tokens):
        if token.text in (";", ":"):
            return None
        if token.xpos.endswith("FIN") or token.xpos == "VVIZU":
            return token
        if token.xpos == "PTKZU" and n + 1 < len(tokens) and tokens[n + 1].xpos.endswith("INF"):
            return tokens[n + 1]
    return None


def _ends(sentence: Sentence, start: int, predicate: int) -> tuple[int, ...]:
    """Return where the content may end: its subtree, the next mark, or the whole sentence."""
    tokens = sentence.tokens
    head = tokens[predicate].head if tokens[predicate].upos == "AUX" else predicate
    below = [i for i in clause(sentence, max(head, predicate)) if tokens[i].upos != "PUNCT"]
    marks = range(predicate + 1, len(tokens))
    mark = next((n for n in marks if tokens[n].text in EDGE), len(tokens))
    found = (max(below), mark - 1, len(tokens) - 1)
    ends = dict.fromkeys(_before_marks(sentence, end, predicate) for end in found)
    return tuple(end for end in ends if end >= max(start + 1, predicate))


def _before_marks(sentence: Sentence, end: int, first: int) -> int:
    while end > first and sentence.tokens[end].text in EDGE:
        end -= 1
    return end
