"""Reported statements: the speech act is told, not its words ("X forderte den Rückzug")."""

from lagebild.findings.statements.addressee import addressee_of
from lagebild.findings.statements.attributed import subject_of_own
from lagebild.findings.statements.cues import any_verb, verb_cues
from lagebild.findings.statements.draft import Desk, Draft
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.lexicon import Cue, full_lemma
from lagebild.findings.statements.speaker import speaker_of
from lagebild.findings.statements.tree import (
    base,
    children,
    clause,
    finite,
    mark,
    run_around,
    span,
)
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

OBJECT = frozenset({"obj", "ccomp", "xcomp"})
SUGGESTED = -2.0
"""Log-odds from which the network's word is a told act that the tables need not know."""

THINGS = frozenset({"es", "das", "dies", "was", "man", "wer"})


def told(desk: Desk, number: int) -> list[Draft]:
    """Return the speech acts that a sentence tells."""
    found = []
    for cue in verb_cues(desk, number):
        if "told" in cue.verb.forms and _main(desk, cue) and _complete(desk, cue):
            draft = _draft(desk, cue)
            if draft is not None:
                found.append(draft)
    return found + _suggested(desk, number, {draft.start for draft in found})


def _suggested(desk: Desk, number: int, known: set[int]) -> list[Draft]:
    """Return the clauses whose predicate the network takes for a told act of speech."""
    sentence = desk.sentences[number]
    found = []
    for token in sentence.tokens if desk.readable(number) else ():
        likely = log_odds(sentence, token.index, "told") >= SUGGESTED
        if not likely or token.upos == "PUNCT" or finite(sentence, token.index) is None:
            continue
        quote = clause_span(sentence, token.index)
        listed = desk.lexicon.verb(sentence, token.index)
        empty = listed is not None and "told" in listed.forms and _main_verb(sentence, token)
        if quote.start in known or empty:
            continue
        who = speaker_of(desk, number, token.index)
        verb = any_verb(full_lemma(sentence, token.index))
        to = addressee_of(desk, number, token.index, verb)
        why = f"act {verb.name}, by the network"
        found.append(Draft("reported", (quote,), why, 0.5, speaker=who, addressee=to))
    return found


def _main(desk: Desk, cue: Cue) -> bool:
    sentence = desk.sentences[cue.number]
    return _main_verb(sentence, sentence.tokens[cue.index])


def _main_verb(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb heads a main clause or one joined to it."""
    if token.upos != "VERB" or finite(sentence, token.index) is None:
        return False
    if base(token.deprel) not in ("root", "conj", "parataxis"):
        return False
    joiner = mark(sentence, token.index)
    head = sentence.tokens[token.head] if token.head >= 0 else None
    return joiner is None and (head is None or head.upos in ("VERB", "AUX", "ADJ", "NOUN"))


def _complete(desk: Desk, cue: Cue) -> bool:
    """Tell whether what the act is about is told, by the cases and prepositions of the entry."""
    sentence = desk.sentences[cue.number]
    return any(_completes(sentence, kid, cue.verb.told) for kid in sentence.children[cue.index])


def _completes(sentence: Sentence, kid: int, told: frozenset[str]) -> bool:
    """Tell whether a dependent has the case or preposition that the entry asks for."""
    token = sentence.tokens[kid]
    word, relation = token.text.lower(), base(token.deprel)
    cases = {sentence.tokens[k].text.lower() for k in children(sentence, kid, "case", "mark")}
    thing = relation in OBJECT and word not in ("sich", "es")
    bare = relation in ("obj", "obl", "iobj") and not cases
    return (
        ("obj" in told and (thing or token.deprel == "nsubj:pass"))
        or word in _pronominal(told)
        or bool(cases & told)
        or ("zu" in told and not cases.isdisjoint({"zum", "zur"}))
        or ("vor" in told and "vorm" in cases)
        or ("gen" in told and bare and token.feat("Case") == "Gen")
        or ("dat" in told and bare and token.feat("Case") == "Dat")
    )


def _pronominal(prepositions: frozenset[str]) -> set[str]:
    vowels = ("auf", "an", "um", "über", "aus", "in")
    return {("dar" if p in vowels else "da") + p for p in prepositions} | {
        ("hier" + p) for p in prepositions
    }


def _draft(desk: Desk, cue: Cue) -> Draft | None:
    who = speaker_of(desk, cue.number, cue.index)
    if who is None or not _speaks(desk, cue.number, who.head):
        return None
    sentence = desk.sentences[cue.number]
    return Draft(
        "reported",
        (clause_span(sentence, cue.index),),
        f"act {cue.verb.name}",
        0.6,
        speaker=who,
        addressee=addressee_of(desk, cue.number, cue.index, cue.verb),
        medium=cue.verb.medium,
    )


def _speaks(desk: Desk, number: int, head: int) -> bool:
    """Tell whether the subject can speak."""
    token = desk.sentences[number].tokens[head]
    if token.upos == "NOUN" and desk.lexicon.mute(token):
        return False
    return token.text.lower() not in THINGS and token.upos in (
        "NOUN",
        "PROPN",
        "PRON",
        "NUM",
        "ADJ",
        "DET",
    )


def clause_span(sentence: Sentence, index: int) -> Span:
    """Return the whole clause of a predicate: up to the next clause with a subject of its own."""
    tokens = sentence.tokens
    left_out = [
        kid
        for kid in children(sentence, index, "conj", "parataxis")
        if finite(sentence, kid) is not None
        and (subject_of_own(sentence, kid) or tokens[kid].upos == "VERB")
    ]
    inside = clause(sentence, index, left_out)
    first, last = run_around(inside, index, sentence)
    while first < last and (
        tokens[first].text.lower() in ("und", "aber", "doch", "sondern", "oder")
        or (tokens[first].upos == "PUNCT" and tokens[first].text not in '„"»(')
    ):
        first += 1
    whole = not any(t.upos != "PUNCT" for t in (*tokens[:first], *tokens[last + 1 :]))
    if whole:
        return span(sentence, first, len(tokens) - 1)
    while last > first and tokens[last].text in (",", ".", ";", ":", "–"):
        last -= 1
    return span(sentence, first, last)
