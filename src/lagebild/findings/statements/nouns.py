"""Indirect statements that a noun of speech introduces: "der Vorwurf, ...", "Angst, dass ..."."""

from lagebild.findings.statements.addressee import addressee_of_noun
from lagebild.findings.statements.draft import Desk, Draft, Voice
from lagebild.findings.statements.lexicon import Noun, full_lemma, particle
from lagebild.findings.statements.mood import konjunktiv
from lagebild.findings.statements.runs import balanced
from lagebild.findings.statements.speaker import possessor, speaker_of, voice
from lagebild.findings.statements.tree import (
    base,
    case_word,
    children,
    clause,
    finite,
    infinitive,
    mark,
    noun_phrase,
    run_around,
    span,
    spans,
    stripped,
    subject,
)
from lagebild.findings.statements.wording import DASS, PURPOSE
from lagebild.language.analysis import Sentence, Token

LIGHT_SCORE = 0.75

ACTING = frozenset({"mit", "in", "unter", "aus"})
"""Prepositions by which the words of a noun are those of who acts: "mit der Bitte, ..."."""

ENDURED = frozenset({"konfrontieren", "rechnen", "befassen", "beschäftigen", "umgehen"})
"""Verbs whose "mit" names the words of others."""


AGAINST = ("verdacht", "vorwurf", "anklage", "anschuldigung", "beschuldigung")
"""Endings of nouns for what others say of somebody."""


def noun_clauses(desk: Desk, number: int) -> list[Draft]:
    """Return the contents that a noun of speech introduces: "der Vorwurf, ...", "Angst, dass"."""
    sentence = desk.sentences[number]
    found = []
    for token in sentence.tokens:
        if token.upos != "NOUN":
            continue
        noun = desk.lexicon.noun(token)
        if noun is None:
            continue
        for kid in _clauses_of(sentence, token, noun.kind != "source"):
            draft = _noun_clause(desk, number, token.index, kid, noun)
            if draft is not None:
                found.append(draft)
    return found


def _clauses_of(sentence: Sentence, token: Token, of_verb: bool) -> list[int]:
    """Return the clauses that hang on a noun, or on the verb that carries it."""
    kinds = ("acl", "ccomp", "xcomp", "advcl", "appos", "parataxis", "csubj", "conj")
    found = children(sentence, token.index, *kinds)
    if of_verb and token.head >= 0 and base(token.deprel) in ("obj", "obl", "nsubj"):
        found += [k for k in children(sentence, token.head, *kinds) if k > token.index]
    return found


def _noun_clause(desk: Desk, number: int, index: int, kid: int, noun: Noun) -> Draft | None:
    sentence = desk.sentences[number]
    if kid < index or not _says(desk, sentence, kid, noun):
        return None
    first, last = run_around(clause(sentence, kid), kid, sentence)
    if first <= index:
        first = index + 1
    run = stripped(sentence, first, last)
    if run is None or sentence.tokens[run[0] - 1].text not in (",", ":"):
        return None
    if _whereafter(sentence, kid) == run[0]:
        run = run[0] + 1, run[1]
    owner = possessor(desk, number, index)
    carrier = _carrier(desk, sentence, index)
    cue = [index]
    if carrier is not None and (owner is None or base(sentence.tokens[index].deprel) != "nsubj"):
        owner = speaker_of(desk, number, carrier) or owner
        part = particle(sentence, carrier)
        cue = [carrier, *range(_noun_start(sentence, index), index + 1)]
        cue += [part] if part is not None else []
    elif owner is None:
        owner = _by_phrase(desk, number, index)
    start, end = _noun_frame(sentence, index, run)
    copula = children(sentence, index, "cop")
    if copula:
        head = subject(sentence, index)
        owner = voice(desk, number, head) if head is not None else owner
        cue = [copula[0], *range(_noun_start(sentence, index), index + 1)]
        before = [i for i in clause(sentence, index) if i < run[0]]
        start = run_around(before, index, sentence)[0]
    return Draft(
        "indirect",
        (span(sentence, *balanced(sentence, *run)),),
        f"noun {noun.name}",
        LIGHT_SCORE,
        spans(sentence, cue),
        (span(sentence, start, end),),
        owner,
        addressee_of_noun(desk, number, index, carrier),
        noun.medium,
    )


def _carrier(desk: Desk, sentence: Sentence, index: int) -> int | None:
    """Return the light verb that carries the noun: "vertritt" of "vertritt die These"."""
    token = sentence.tokens[index]
    if token.head < 0 or not _is_object(sentence, index):
        return None
    return token.head if full_lemma(sentence, token.head) in desk.lexicon.light else None


def _by_phrase(desk: Desk, number: int, index: int) -> Voice | None:
    """Return who acts with words: the subject of "wandte sich an X mit der Bitte, ..."."""
    sentence = desk.sentences[number]
    token = sentence.tokens[index]
    if token.head < 0 or base(token.deprel) != "obl" or case_word(sentence, index) not in ACTING:
        return None
    verb = sentence.tokens[token.head]
    endured = full_lemma(sentence, verb.index) in ENDURED or _suffered(token)
    who = speaker_of(desk, number, verb.index) if verb.upos == "VERB" and not endured else None
    return None if who is None or desk.lexicon.mute(sentence.tokens[who.head]) else who


def _suffered(token: Token) -> bool:
    """Tell whether words are said of who is at hand, not by them: "unter dem Tatverdacht"."""
    return token.lemma.lower().endswith(AGAINST)


def _noun_start(sentence: Sentence, index: int) -> int:
    """Return the first token of preposition and determiner right before a noun."""
    first = index
    while first > 0 and sentence.tokens[first - 1].upos in ("DET", "ADP"):
        first -= 1
    return first


def _is_object(sentence: Sentence, index: int) -> bool:
    return base(sentence.tokens[index].deprel) in ("obj", "obl")


def _says(desk: Desk, sentence: Sentence, kid: int, noun: Noun) -> bool:
    joiner = mark(sentence, kid)
    if infinitive(sentence, kid) and finite(sentence, kid) is None:
        purpose = any(sentence.tokens[k].text.lower() in PURPOSE for k in sentence.children[kid])
        return "infinitive" in noun.forms and not purpose
    if "clause" not in noun.forms:
        return False
    if _whereafter(sentence, kid) is not None:
        return True
    if joiner is None:
        if any(sentence.tokens[n].xpos.startswith("PREL") for n in clause(sentence, kid)[:3]):
            return False
        joined = bool(children(sentence, kid, "cc"))
        return not joined and konjunktiv(sentence, kid, desk.forms) is not None
    so = joiner.index > 0 and sentence.tokens[joiner.index - 1].text.lower() == "so"
    return not so and joiner.text.lower() in DASS and subject(sentence, kid) is not None


def _whereafter(sentence: Sentence, kid: int) -> int | None:
    """Return the "wonach" of a clause, which belongs to the frame."""
    for below in sentence.children[kid]:
        if sentence.tokens[below].text.lower() == "wonach":
            return below
    return None


def _noun_frame(sentence: Sentence, index: int, run: tuple[int, int]) -> tuple[int, int]:
    """Return the frame of a noun: its phrase, or its clause where the verb is light."""
    first, _ = noun_phrase(sentence, index)
    governor = sentence.tokens[index].head
    if governor >= 0 and sentence.tokens[governor].upos == "VERB" and _is_object(sentence, index):
        whole = [i for i in clause(sentence, governor) if i < run[0]]
        if whole and governor < run[0]:
            first = min(first, run_around(whole, governor, sentence)[0])
    return first, run[0] - 1
