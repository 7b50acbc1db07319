"""Does a clause look back or ahead? That decides which Tuesday "am Dienstag" is.

The verb that governs a word is found by climbing the dependency tree; where the tree leads
nowhere, the nearest verb of the sentence decides.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

Tense = Literal["past", "over", "future", "unknown"]
"""`over`: it was planned, and the day has passed ("das für Dienstag geplante Treffen fiel aus")."""

PRESENT_PARTICIPLE = re.compile(r"end(?:e[mnrs]?)?$")

WIDEST = 60
"""Words of a sentence in which the clause around a word is looked for."""

OPENERS = ("PRELS", "PRELAT", "KOUS", "PWAV")

BACK = frozenset({"konnte", "musste", "mussten", "konnten", "durfte", "durften", "wollte"})
"""Preterites of modal verbs that tell of the past; "sollte" looks ahead."""


@dataclass(frozen=True)
class Outlook:
    """Verbs that tell which way a time lies.

    `ahead` holds verbs whose participle looks ahead ("ist für Freitag geplant"), and these
    participles; `happening` verbs that say whether something took place.
    """

    ahead: frozenset[str]
    happening: frozenset[str]


def tense_at(sentences: tuple[Sentence, ...], offset: int, outlook: Outlook) -> Tense:
    """Return the tense of the clause that holds the word at `offset`."""
    index = bisect_right(sentences, offset, key=lambda s: s.span.start) - 1
    if index < 0 or not sentences[index].tokens:
        return "unknown"
    sentence = sentences[index]
    at = bisect_right(sentence.tokens, offset, key=lambda t: t.span.start) - 1
    return _tense(sentence, max(at, 0), outlook)


def _tense(sentence: Sentence, index: int, outlook: Outlook) -> Tense:
    seen: set[int] = set()
    here, bound = index, _clause_around(sentence, index)
    while here >= 0 and here not in seen:
        seen.add(here)
        token = sentence.tokens[here]
        if token.xpos == "ADJA" and here != index:
            return _participle(sentence, token, outlook)
        if bound >= 0 and here > bound:
            here = bound
            continue
        if token.upos in ("VERB", "AUX") or _helpers(sentence, here):
            tense = _clause(sentence, here, outlook)
            if tense != "unknown":
                return tense
        here = token.head
    return _nearest(sentence, index)


def _clause_around(sentence: Sentence, index: int) -> int:
    """Return the finite verb that ends the subordinate clause around a word, -1 without one.

    "Der Minister, der am Montag in Riga war, sagte, ...": what stands between the pronoun and "war"
    belongs to no verb behind it, whatever the tree says.
    """
    near = sentence.tokens[max(0, index - WIDEST) : index]
    openers = (t for t in reversed(near) if t.xpos in OPENERS)
    for opener in openers:
        verb = opener.head
        while verb >= 0 and not sentence.tokens[verb].xpos.endswith("FIN"):
            finite = [kid for kid in _helpers(sentence, verb) if kid.xpos.endswith("FIN")]
            verb = finite[0].index if finite else sentence.tokens[verb].head
        if opener.index < index < verb:
            return verb
    return -1


def _participle(sentence: Sentence, token: Token, outlook: Outlook) -> Tense:
    """Return the tense of an attributive participle: only participles govern words of time."""
    word = token.text.lower()
    if PRESENT_PARTICIPLE.search(word):
        return "future"
    if not word.startswith(tuple(outlook.ahead)):
        return "past"
    return "over" if _took_its_course(sentence, token.head, outlook) else "future"


def _took_its_course(sentence: Sentence, noun: int, outlook: Outlook) -> bool:
    """Tell whether a past tense says if, or how, what a noun names took place."""
    verb = sentence.tokens[noun].head if noun >= 0 else -1
    if verb < 0:
        return False
    particles = [sentence.tokens[i] for i in sentence.children[verb]]
    prefix = "".join(t.text.lower() for t in particles if t.xpos == "PTKVZ")
    lemma = sentence.tokens[verb].lemma
    known = {lemma, prefix + lemma} & outlook.happening
    return bool(known) and _clause(sentence, verb, outlook) == "past"


def _helpers(sentence: Sentence, index: int) -> list[Token]:
    kids = (sentence.tokens[kid] for kid in sentence.children[index])
    return [kid for kid in kids if kid.deprel.split(":")[0] in ("aux", "cop")]


def _clause(sentence: Sentence, index: int, outlook: Outlook) -> Tense:
    """Return the tense of the clause whose verb (or predicate) stands at `index`."""
    main = sentence.tokens[index]
    verbs = [main, *_helpers(sentence, index)]
    finite = [verb for verb in verbs if verb.xpos.endswith("FIN") or verb.feat("VerbForm") == "Fin"]
    if not finite:
        return "future" if main.xpos in ("VVIZU", "VVINF") else "unknown"
    participle = any(verb.xpos.endswith("PP") for verb in verbs)
    perfect = participle and finite[0].lemma == "haben"  # "hat am Montag angekündigt"
    if main.lemma in outlook.ahead and finite[0].feat("Tense") == "Pres" and not perfect:
        return "future"
    infinitives = [verb for verb in verbs if verb.xpos.endswith("INF")]
    told = any(verb.lemma in ("haben", "sein") for verb in infinitives)
    if participle and told and finite[0].lemma != "werden":
        return "past"
    infinitive = bool(infinitives)
    return _finite(finite[0], participle, infinitive)


def _finite(verb: Token, participle: bool, infinitive: bool) -> Tense:
    word = verb.text.lower()
    if verb.xpos == "VMFIN":
        return "past" if word in BACK else "future"
    if verb.lemma == "werden" or word.startswith(("wird", "werde", "wurde", "würde")):
        return "past" if word.startswith("wurde") else "future"
    if verb.xpos == "VAFIN" and participle and not infinitive:
        return "past"
    past = verb.feat("Tense") == "Past" or word in preterites()
    if past and verb.feat("Mood") != "Sub":
        return "past"
    return "future" if verb.feat("Tense") or verb.feat("Mood") else "unknown"


@cache
def preterites() -> frozenset[str]:
    """Return the preterites of strong verbs, third person, by which a wrong tag is known."""
    rows = Knowledge().table("strong_verbs")
    forms = {form for row in rows for form in (row["past"], f"{row['past']}en")}
    return frozenset(forms - {row.key for row in rows} - {row["present"] for row in rows})


def _nearest(sentence: Sentence, index: int) -> Tense:
    verbs = sorted(
        (abs(token.index - index), token.index)
        for token in sentence.tokens
        if token.upos in ("VERB", "AUX")
    )
    participle = any(token.xpos == "VVPP" for token in sentence.tokens)
    for _, at in verbs:
        token = sentence.tokens[at]
        if token.xpos.endswith("FIN"):
            return _finite(token, participle, False)
    return "unknown"
