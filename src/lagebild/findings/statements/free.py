"""The free kinds: Konjunktiv that goes on from a statement, and reporting sollen."""

from dataclasses import replace

from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.evidence import judge
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.mood import konjunktiv
from lagebild.findings.statements.rows import Rows
from lagebild.findings.statements.speaker import voice
from lagebild.findings.statements.told import clause_span
from lagebild.findings.statements.tree import children, finite, mark, subject
from lagebild.language.analysis import Sentence
from lagebild.spans import Span

OPEN = "speech|writing"
HEARSAY = {"soll": "sollen", "sollen": "sollen", "will": "wollen", "wollen": "wollen"}
"""Verbs that tell somebody's words: "soll gesehen haben", of oneself "will gesehen haben"."""

STATES = frozenset({
    "sein", "haben", "stammen", "befinden", "gehören", "betragen", "besitzen",
    "verfügen", "wissen", "leben", "heißen",
})  # fmt: skip
"""Verbs of states: with them "sollen" tells what is said rather than what is planned."""

CONDITIONAL = frozenset({"wenn", "falls", "sofern", "als"})

CONCLUDING = frozenset({
    "damit", "dann", "das", "dies", "dadurch", "so", "somit", "sonst", "ansonsten", "andernfalls",
    "anderenfalls",
})  # fmt: skip
"""Words in front of a sentence that draws a conclusion."""

SUGGESTED = 0.0
"""Log-odds from which the network's word makes a sentence free speech without a Konjunktiv."""


def with_free(desk: Desk, rows: Rows) -> Rows:
    """Return the drafts with the free Konjunktiv sentences, each with the speaker last heard."""
    found: list[Draft] = []
    last: Draft | None = None
    heard = -1
    for number in range(len(desk.sentences)):
        own = rows.of(number)
        next_to = last is not None and number - heard == 1
        likely = _free_voice(desk, number, own) and (
            _goes_on(desk, number, next_to) or _suggested(desk, number)
        )
        likely = likely and not _supposed(desk, number, next_to)
        draft = judge(desk, _free_draft(desk, number, last, next_to)) if likely else None
        if draft is not None:
            if next_to and found and found[-1] is last:
                found[-1] = replace(found[-1], quote=(*found[-1].quote, *draft.quote))
            else:
                found.append(draft)
            last, heard = found[-1], number
        elif own:
            last = _spoken_last(own) or last
            heard = number
    return Rows(desk, [*rows, *found])


def _suggested(desk: Desk, number: int) -> bool:
    """Tell whether the network takes the main verb of a sentence for somebody's free words."""
    sentence = desk.sentences[number]
    root = root_of(sentence)
    kind = "indirect_free_indirect"
    return root is not None and log_odds(sentence, root, kind) >= SUGGESTED


def _supposed(desk: Desk, number: int, next_to: bool) -> bool:
    """Tell whether the report itself supposes: a Konjunktiv II that stands for no Konjunktiv I.

    That is one in the singular ("würde", where reported speech has "werde"), unless a statement
    stands before it; and there one that draws a conclusion from what was told in the indicative
    ("Er schlug Zölle vor. Damit würde das Öl teurer.").
    """
    sentence = desk.sentences[number]
    root = root_of(sentence)
    verb = finite(sentence, root) if root is not None else None
    if root is None or verb is None or konjunktiv(sentence, root, desk.forms) != "II":
        return False
    if not next_to:
        return verb.feat("Number") == "Sing"
    concludes = sentence.tokens[0].text.lower() in CONCLUDING
    before = desk.sentences[number - 1].tokens
    return concludes and not any(desk.forms.get(t.text.lower()) == "I" for t in before)


def _spoken_last(own: list[Draft]) -> Draft | None:
    """Return the statement of a sentence whose speaker may go on, named or not ("hieß es")."""
    named = [d for d in own if (d.speaker is not None or d.cue) and not d.nested]
    return max(named, key=lambda d: (d.start, d.end), default=None)


def _sureness(desk: Desk, number: int, next_to: bool) -> float:
    """Return how much the form speaks for free words: Konjunktiv I behind a statement most."""
    sentence = desk.sentences[number]
    root = root_of(sentence)
    kind = konjunktiv(sentence, root, desk.forms) if root is not None else None
    return {"I": 0.7, "II": 0.4, None: 0.2}[kind] + (0.25 if next_to else 0.0)


def _free_draft(desk: Desk, number: int, last: Draft | None, next_to: bool) -> Draft:
    """Return a free sentence of the speaker before, or of who the sentence before is about."""
    speaker = last.speaker if last is not None else None
    if not next_to:
        speaker = subject_before(desk, number) or speaker
    medium = last.medium if last is not None and next_to else "speech"
    quote = (_whole(desk, number),)
    sure = _sureness(desk, number, next_to)
    return Draft(
        "indirect_free_indirect", quote, "Konjunktiv", sure, speaker=speaker, medium=medium
    )


def _whole(desk: Desk, number: int) -> Span:
    """Return a sentence from its first to its last token."""
    tokens = desk.sentences[number].tokens
    return Span(tokens[0].span.start, tokens[-1].span.end)


def root_of(sentence: Sentence) -> int | None:
    """Return the root of a sentence, None where it has none."""
    return next((t.index for t in sentence.tokens if t.head < 0), None)


def _goes_on(desk: Desk, number: int, next_to: bool) -> bool:
    """Tell whether a sentence reproduces somebody's words by its Konjunktiv alone.

    Konjunktiv II does so only right after a statement, and not in a condition. A verb in front
    asks or begs ("Versuche es!").
    """
    sentence = desk.sentences[number]
    root = root_of(sentence)
    verb = finite(sentence, root) if root is not None else None
    if root is None or mark(sentence, root) is not None or (verb is not None and not verb.index):
        return False
    kind = konjunktiv(sentence, root, desk.forms)
    return kind == "I" or (kind == "II" and next_to and not _conditional(sentence, root))


def _conditional(sentence: Sentence, root: int) -> bool:
    for kid in children(sentence, root, "advcl"):
        joiner = mark(sentence, kid)
        if joiner is not None and joiner.text.lower() in CONDITIONAL:
            return True
    return False


def _free_voice(desk: Desk, number: int, own: list[Draft]) -> bool:
    """Tell whether the main verb of a sentence is nobody's quote and no cue of the report.

    A frame in the Konjunktiv ("Er habe gesagt, dass ...") is itself somebody's words.
    """
    sentence = desk.sentences[number]
    root = root_of(sentence)
    if root is None:
        return False
    at = (finite(sentence, root) or sentence.tokens[root]).span
    if desk.quote_at(at.start) is not None:
        return False
    if any(d.covers(at) and d.kind != "reported" for d in own):
        return False
    if any(d.covers(at) for d in own) and konjunktiv(sentence, root, desk.forms) != "I":
        return False
    framed = any(frame.covers(at) for d in own for frame in d.frame)
    return not framed or konjunktiv(sentence, root, desk.forms) == "I"


def subject_before(desk: Desk, number: int) -> Voice | None:
    """Return the subject of the sentence before, if it is a name: who may go on to speak."""
    if number == 0:
        return None
    sentence = desk.sentences[number - 1]
    root = root_of(sentence)
    head = subject(sentence, root) if root is not None else None
    if head is None or (
        sentence.tokens[head].name == "O" and sentence.tokens[head].upos != "PROPN"
    ):
        return None
    return voice(desk, number - 1, head)


def hearsay(desk: Desk, rows: Rows) -> list[Draft]:
    """Return the clauses with reporting "sollen" that no statement holds."""
    found: list[Draft] = []
    speaker: Voice | None = None
    heard = -1
    for number in range(len(desk.sentences)):
        own = rows.of(number)
        for draft in _said_to(desk, number, speaker is not None and number - heard == 1):
            span = draft.quote[0]
            inside = any(d.covers(span) or any(f.overlaps(span) for f in d.frame) for d in own)
            if not inside and desk.quote_at(span.start) is None:
                found.append(replace(draft, speaker=draft.speaker or speaker))
                heard = number
        last = _spoken_last(own)
        if last is not None:
            speaker, heard = last.speaker, number
    return found


def _said_to(desk: Desk, number: int, plans: bool) -> list[Draft]:
    """Read reporting "sollen" and "wollen": "Sie sollen geflohen sein", "Er will es gesehen haben".

    With a perfect infinitive it always reports, with a state mostly; with another only in a main
    clause right after a statement (`plans`), since it tells a plan of the report otherwise.
    """
    sentence = desk.sentences[number]
    found = []
    for token in sentence.tokens:
        word = token.text.lower()
        if word not in HEARSAY or token.head < 0:
            continue
        head = token.head
        if finite(sentence, head) is not token:
            continue
        main = mark(sentence, head) is None and sentence.tokens[head].deprel in ("root", "conj")
        perfect = _perfect(sentence, head)
        state = _state(sentence, head)
        if perfect or (HEARSAY[word] == "sollen" and (state or (plans and main))):
            clause = clause_span(sentence, head)
            sure = 0.7 if perfect else 0.6 if state else 0.5
            own = subject(sentence, head) if HEARSAY[word] == "wollen" else None
            who = voice(desk, number, own) if own is not None else None
            found.append(
                Draft("free_indirect", (clause,), HEARSAY[word], sure, speaker=who, medium=OPEN)
            )
    return found


def _perfect(sentence: Sentence, index: int) -> bool:
    """Tell whether the predicate is a perfect infinitive: "geflohen sein", "gewesen sein".

    Of joined ones the last may bear the auxiliary ("gestiegen und weggefahren sein").
    """
    tokens = sentence.tokens
    for head in (index, *children(sentence, index, "conj")):
        parts = [head, *children(sentence, head, "aux", "cop")]
        participle = any(tokens[part].xpos in ("VVPP", "VAPP", "VMPP") for part in parts)
        if participle and any(tokens[part].text.lower() in ("haben", "sein") for part in parts):
            return True
    return False


def _state(sentence: Sentence, index: int) -> bool:
    """Tell whether the predicate is a state, which nobody plans: "soll krank sein"."""
    tokens = sentence.tokens
    words = {tokens[index].lemma, *(tokens[k].lemma for k in children(sentence, index, "cop"))}
    if words & {"geben", "handeln"}:
        return any(tokens[kid].text.lower() == "es" for kid in sentence.children[index])
    return bool(words & STATES)
