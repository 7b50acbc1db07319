"""Find the conditions of a sentence, and the one that a commitment hangs on.

Cues are in `condition_cues`: subordinating words (wenn, falls, sofern), clauses with the verb
first ("sollte ..."), phrases ("nur bei", "im Gegenzug"), and nouns that open a sentence of their
own ("Voraussetzung sei ..."). A sentence may also open with its verb without a cue ("Hält die
Ruhe, will ...").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lagebild.findings.commitments.spans import words_span
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

OPENING_SIGNS = frozenset({",", "–", "-", "—", ";", ":", "„", "“", '"', "»", "‚"})
CLOSING_SIGNS = frozenset({",", ":", ";", ".", "!", "?", "–", "—"})
TEMPORAL = frozenset({"bevor", "ehe", "bis", "solange", "sobald"})
"""Words that open a condition only of what has not happened yet."""
STARTING = frozenset({":", ";", "„", "»", "–"})
"""Signs behind which a sentence begins anew."""
RESUMING = frozenset({"dann", "so"})
"""Words between a clause with its verb first and the verb of the main clause."""
CLAUSES = ("advcl", "ccomp", "acl", "parataxis", "conj", "dep", "xcomp", "csubj")


@dataclass(frozen=True)
class ConditionCues:
    """The table `condition_cues` by kind; phrases as their words, the longest first."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]

    def opening(self, kind: str, texts: list[str], start: int) -> int:
        """Return how many words of a cue of this kind stand at `start`, 0 where none does."""
        found = (p for p in self.phrases[kind] if tuple(texts[start : start + len(p)]) == p)
        return max((len(p) for p in found), default=0)


def build_condition_cues(knowledge: Knowledge) -> ConditionCues:
    """Compile `condition_cues`; use as `knowledge.view(build_condition_cues)`."""
    rows = knowledge.table("condition_cues")
    kinds = {row["kind"] for row in rows}
    words = {kind: frozenset(r["cue"] for r in rows if r["kind"] == kind) for kind in kinds}
    split = {k: tuple(tuple(cue.lower().split()) for cue in sorted(words[k])) for k in kinds}
    return ConditionCues(words, split)


def conditions_in(cues: ConditionCues, scene: Scene) -> list[Span]:
    """Return the conditions told in a sentence, in order, none within another."""
    found = {
        *_marked(cues, scene),
        *_verb_first(cues, scene),
        *_unmarked(scene),
        *_phrases(cues, scene),
        *_with_clause(cues, scene),
        *_without(cues, scene),
        *_cases(cues, scene),
    }
    outer = [s for s in found if not any(o != s and o.covers(s) for o in found)]
    return sorted(outer)


def condition_of(
    cues: ConditionCues, found: list[Span], content: Span, here: Scene, after: Scene | None
) -> Span | None:
    """Return the condition that a commitment hangs on, None where none is told.

    Args:
        cues: The compiled table.
        found: The conditions of its sentence.
        content: What is committed; a clause that covers it is no condition of it.
        here: Its sentence, which may itself begin with "Voraussetzung ...".
        after: The next sentence, which may begin with "Voraussetzung ...".
    """
    near = [s for s in found if not s.covers(content) and not _is_apart(here, s, content)]
    if near:
        return min(near, key=lambda s: (abs(s.start - content.end), s))
    about = frozenset(t.lemma for t in here.sentence.tokens if content.covers(t.span))
    told = [_own_sentence(cues, here)]
    told += [_own_sentence(cues, after, about)] if after is not None else []
    return next((span for span in told if span and not span.overlaps(content)), None)


def _is_apart(scene: Scene, condition: Span, content: Span) -> bool:
    """Tell whether a phrase stands in a clause of its own to which the content is no part."""
    tokens = scene.sentence.tokens
    words = [t for t in tokens if condition.covers(t.span)]
    told = [t for t in tokens if content.covers(t.span)]
    if not words or not told or any(_is_finite(t) for t in words):
        return False
    home, here = _own_clause(scene, words[0].index), told[0].index
    while here not in (home, -1):
        here = tokens[here].head
    return here != home


def _own_clause(scene: Scene, index: int) -> int:
    """Return the verb of the clause with its own subject in which a word stands."""
    sentence, here = scene.sentence, index
    while sentence.tokens[here].head >= 0:
        joined = relation(sentence.tokens[here]) in ("conj", "parataxis", "ccomp")
        kids = (sentence.tokens[i] for i in sentence.children[here])
        if joined and any(relation(kid) == "nsubj" for kid in kids):
            break
        here = sentence.tokens[here].head
    return here


def _marked(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield clauses with a subordinating word; "nur" and "erst" before it belong to them."""
    sentence = scene.sentence
    for token in sentence.tokens:
        if token.text.lower() not in cues.words["mark"] or token.head < 0:
            continue
        verb = sentence.tokens[token.head]
        past = token.text.lower() in TEMPORAL and _is_told(sentence, verb)
        if relation(token) in ("mark", "advmod") and relation(verb) in CLAUSES and not past:
            words = sentence.subtree(verb.index)
            yield from _span(scene, [i for i in words if i >= _opening(sentence, token)])


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause tells what did happen ("bevor Ghana zustimmte")."""
    words = (verb, *(sentence.tokens[i] for i in sentence.children[verb.index]))
    return any("Tense=Past" in w.feats and "Mood=Ind" in w.feats for w in words)


def _opening(sentence: Sentence, mark: Token) -> int:
    before = sentence.tokens[mark.index - 1] if mark.index else None
    return mark.index - (before is not None and before.text.lower() in ("nur", "erst", "selbst"))


def _verb_first(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield clauses such as "sollte das Parlament zustimmen", up to the next sign.

    Read from the order of words: parsers often take such a clause for the main one.
    """
    tokens = scene.sentence.tokens
    for token in tokens:
        opens = token.index == 0 or tokens[token.index - 1].text in OPENING_SIGNS
        opens = opens and not _is_resumed(tokens, token.index)
        if opens and token.text.lower() in cues.words["verb"]:
            yield from _span(scene, range(token.index, _stop(tokens, token.index + 1)))


def _is_resumed(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a verb goes on behind a clause in front ("Wenn ..., sollte er ...")."""
    start = next((i for i in range(index - 1, -1, -1) if tokens[i].text in STARTING), -1)
    before = tokens[start + 1 : index]
    return bool(before) and before[0].xpos == "KOUS" and before[-1].text == ","


def _unmarked(scene: Scene) -> Iterator[Span]:
    """Yield "Hält die Ruhe" of "Hält die Ruhe, will Ghana die Grenze öffnen"."""
    tokens = scene.sentence.tokens
    first = next((t for t in tokens if t.text not in OPENING_SIGNS), None)
    if first is None or not _is_finite(first) or tokens[-1].text in ("?", "!"):
        return
    for comma in (t for t in tokens if t.text == ","):
        rest = tokens[comma.index + 1 : comma.index + 3]
        rest = rest[1:] if rest and rest[0].text.lower() in RESUMING else rest
        if rest and _is_finite(rest[0]):
            yield from _span(scene, range(first.index, comma.index))
            return


def _is_finite(token: Token) -> bool:
    return token.xpos in ("VVFIN", "VAFIN", "VMFIN") or token.feat("VerbForm") == "Fin"


def _phrases(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield phrases with the noun phrase that they introduce."""
    sentence = scene.sentence
    texts = [t.text.lower() for t in sentence.tokens]
    for start in range(len(texts)):
        length = cues.opening("phrase", texts, start)
        words = set(range(start, start + length))
        for index in range(start, start + length):
            token = sentence.tokens[index]
            top = token.head if token.upos == "ADP" and token.head >= 0 else index
            if token.upos in ("ADP", "NOUN"):
                words |= {i for i in sentence.subtree(top) if i >= start}
        words = {i for i in words if i < _next_phrase(sentence, start + length)}
        if length and not any(sentence.tokens[i].upos in ("ADP", "NOUN") for i in words):
            words |= _noun_behind(sentence, start + length)
        named = [i for i in words if i >= start + length and sentence.tokens[i].upos == "PROPN"]
        things = [i for i in words if i >= start and sentence.tokens[i].upos in ("NOUN", "VERB")]
        if (named and not things) or (length and _is_time(scene, words)):
            continue  # "erst nach Berlin und dann nach Rom", "erst nach zwei Jahren"
        if len(words) == length and cues.opening("clause", texts, start):
            continue
        if any(sentence.tokens[i].upos in ("NOUN", "PROPN", "VERB") for i in words):
            yield from _span(scene, words)
        if texts[start] in cues.words["word"] and start == 0:
            yield from _span(scene, [start])


def _is_time(scene: Scene, words: set[int]) -> bool:
    """Tell whether a phrase ends with a time."""
    last = scene.sentence.tokens[max(words)].span
    return any(date.span.overlaps(last) for date in scene.cast.reading.dates)


def _noun_behind(sentence: Sentence, start: int) -> set[int]:
    """Return the noun phrase right behind a cue that a tree takes for an adverb."""
    phrase = sentence.tokens[start : start + 6]
    head = next((t.index for t in phrase if t.upos in ("NOUN", "PROPN")), None)
    return {i for i in sentence.subtree(head) if i >= start} if head is not None else set()


def _next_phrase(sentence: Sentence, start: int) -> int:
    """Return where a number right behind a noun begins another phrase ("der Geiseln 200 ...")."""
    pairs = zip(sentence.tokens[start:], sentence.tokens[start + 1 :], strict=False)
    numbers = (b.index for a, b in pairs if a.upos == "NOUN" and b.xpos == "CARD")
    return next(numbers, len(sentence.tokens))


def _with_clause(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield cues with the clause behind them; "dass" may stand later in the sentence."""
    tokens = scene.sentence.tokens
    texts = [t.text.lower() for t in tokens]
    for start in range(len(texts)):
        length = cues.opening("clause", texts, start)
        if not length:
            continue
        end = start + length
        if end < len(tokens) and tokens[end].text == ",":
            yield from _span(scene, range(start, _stop(tokens, end + 1)))
            continue
        later = (t for t in tokens[end:] if t.text.lower() in ("dass", "daß"))
        dass = next((t.index for t in later if tokens[t.index - 1].text == ","), None)
        if dass is not None:
            yield from _span(scene, range(dass, _stop(tokens, dass + 1)), whole=True)


def _without(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield "ohne" and its noun before a negation: "ohne Garantien werde es keine Ruhe geben"."""
    sentence = scene.sentence
    grammar = scene.lexicon.grammar
    for token in sentence.tokens:
        if token.text.lower() not in cues.words["without"] or token.head < 0:
            continue
        words = sentence.subtree(token.head)
        later = sentence.tokens[max(words) + 1 :]
        if sentence.tokens[token.head].upos in ("NOUN", "PROPN") and any(
            grammar.has("negations", t.lemma) for t in later
        ):
            yield from _span(scene, [i for i in words if i >= token.index])


def _cases(cues: ConditionCues, scene: Scene) -> Iterator[Span]:
    """Yield "bei einem Scheitern der Gespräche": what may happen, in an indefinite phrase."""
    sentence = scene.sentence
    for token in sentence.tokens:
        if token.lemma not in cues.words["case"]:
            continue
        kids = [sentence.tokens[i] for i in sentence.children[token.index]]
        open_case = any(k.xpos == "ART" and k.text.lower().startswith("ein") for k in kids)
        if open_case and any(k.text.lower() == "bei" for k in kids):
            yield from _span(scene, sentence.subtree(token.index))


def _stop(tokens: tuple[Token, ...], start: int) -> int:
    return next((t.index for t in tokens[start:] if t.text in CLOSING_SIGNS), len(tokens))


def _span(scene: Scene, words: Iterable[int], whole: bool = False) -> Iterator[Span]:
    span = words_span(scene, words, whole)
    if span is not None:
        yield span


def _own_sentence(
    cues: ConditionCues, scene: Scene, about: frozenset[str] | None = None
) -> Span | None:
    """Return what follows "Voraussetzung (dafür) sei" in a sentence that begins so.

    "Voraussetzung für eine Waffenruhe sei ..." is a condition of that alone: in a sentence of its
    own a noun there has to be among the lemmas that the commitment is `about`.
    """
    sentence = scene.sentence
    opening = [t for t in sentence.tokens[:4] if t.lemma in cues.words["noun"]]
    other = about is not None and opening and _of_another(sentence, opening[0], about)
    if not opening or other:
        return None
    verbs = [
        t.index
        for t in sentence.tokens[opening[0].index : opening[0].index + 8]
        if t.lemma in ("sein", "bleiben", "bilden", "lauten")
    ]
    rest = range(verbs[0] + 1, _told_end(sentence)) if verbs else ()
    return words_span(scene, rest)


def _of_another(sentence: Sentence, noun: Token, about: frozenset[str]) -> bool:
    """Tell whether the noun behind "Voraussetzung für" is not what the commitment is about."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 5]
    if not behind or behind[0].text.lower() != "für":
        return False
    named = next((t.lemma for t in behind if t.upos in ("NOUN", "PROPN")), None)
    return named is not None and named not in about


def _told_end(sentence: Sentence) -> int:
    """Return where ", sagte der Minister" or ": Dann ..." begins, else the sentence's end."""
    pairs = zip(sentence.tokens, sentence.tokens[1:], strict=False)
    ends = [a.index for a, b in pairs if a.text == "," and b.xpos == "VVFIN"]
    stops = [t.index for t in sentence.tokens if t.text in (":", ";")]
    return min([*ends[-1:], *stops[:1], len(sentence.tokens)])
