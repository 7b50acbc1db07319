"""Find who speaks and to whom, and which actor that is."""

from lagebild.findings.statements.draft import Desk, Voice
from lagebild.findings.statements.lexicon import Verb, full_lemma
from lagebild.findings.statements.tree import (
    NOMINAL,
    base,
    case_word,
    cases,
    children,
    noun_phrase,
    span,
    subject,
)
from lagebild.language.analysis import Sentence, Token

EMPTY_SUBJECTS = frozenset({"es", "man", "das", "dies", "was", "etwas", "nichts"})
RELATIVE = frozenset({"PRELS", "PRELAT"})
OUT_OF = frozenset({"aus", "in", "im", "von", "vom", "bei", "beim", "seitens"})


def voice(desk: Desk, number: int, head: int) -> Voice:
    """Return the full noun phrase around a head word as a voice."""
    sentence = desk.sentences[number]
    return Voice(span(sentence, *noun_phrase(sentence, head)), number, head)


def speaker_of(desk: Desk, number: int, index: int, verb: Verb | None = None) -> Voice | None:
    """Return who says what the verb tells: subject, agent of a passive, or source."""
    sentence = desk.sentences[number]
    if verb is not None and verb.quotes:
        return _cited(desk, number, index)
    if passive(sentence, index) and full_lemma(sentence, index) not in desk.lexicon.with_sein:
        return _agent(desk, number, index) or _source(desk, number, index)
    head = subject(sentence, index)
    if head is None:
        return _modified(desk, number, index)
    token = sentence.tokens[head]
    if token.xpos in RELATIVE:
        plain = voice(desk, number, head) if not _empty(token) else None
        return _antecedent(desk, number, index) or plain
    if _empty(token):
        return _source(desk, number, index)
    return voice(desk, number, head)


def _empty(token: Token) -> bool:
    return token.text.lower() in EMPTY_SUBJECTS or token.deprel.startswith("expl")


def _cited(desk: Desk, number: int, index: int) -> Voice | None:
    """Return who is cited: "X wird zitiert", "das Blatt zitiert X mit den Worten"."""
    sentence = desk.sentences[number]
    if passive(sentence, index):
        head = subject(sentence, index)
        return voice(desk, number, head) if head is not None else None
    for kid in children(sentence, index, "obj"):
        if sentence.tokens[kid].upos in NOMINAL:
            return voice(desk, number, kid)
    head = subject(sentence, index)
    return voice(desk, number, head) if head is not None else None


def passive(sentence: Sentence, index: int) -> bool:
    """Tell whether a predicate stands in the passive."""
    tokens = sentence.tokens
    return any(tokens[kid].deprel in ("aux:pass", "nsubj:pass") for kid in sentence.children[index])


def _agent(desk: Desk, number: int, index: int) -> Voice | None:
    """Return the "von"-phrase of a passive."""
    sentence = desk.sentences[number]
    for kid in children(sentence, index, "obl", "nmod"):
        agent = sentence.tokens[kid].deprel == "obl:agent"
        word = case_word(sentence, kid)
        acts = word in ("von", "vom", "seitens") or (agent and word is not None)
        if acts and sentence.tokens[kid].upos in NOMINAL:
            return voice(desk, number, kid)
    return None


def _source(desk: Desk, number: int, index: int) -> Voice | None:
    """Return the source of an impersonal phrase: "hieß es aus dem Ministerium"."""
    sentence = desk.sentences[number]
    for kid in children(sentence, index, "obl"):
        token = sentence.tokens[kid]
        if case_word(sentence, kid) in OUT_OF and token.upos in ("NOUN", "PROPN"):
            means = desk.lexicon.noun(token) is not None or full_lemma(sentence, index) == "heißen"
            if token.name != "O" or means or case_word(sentence, kid) == "aus":
                return voice(desk, number, kid)
    return None


def _antecedent(desk: Desk, number: int, index: int) -> Voice | None:
    """Return the noun that a relative clause belongs to."""
    sentence = desk.sentences[number]
    token = sentence.tokens[index]
    for _ in range(4):
        if base(token.deprel) == "acl" and token.head >= 0:
            return voice(desk, number, token.head)
        if base(token.deprel) != "conj" or token.head < 0:
            return None
        token = sentence.tokens[token.head]
    return None


def _modified(desk: Desk, number: int, index: int) -> Voice | None:
    """Return the speaker of a verb without subject: the agent of a participle, the controller."""
    sentence = desk.sentences[number]
    token = sentence.tokens[index]
    if base(token.deprel) in ("acl", "amod"):
        return _agent(desk, number, index)
    return _source(desk, number, index)


def possessor(desk: Desk, number: int, head: int) -> Voice | None:
    """Return whose word a noun of speech is: genitive, "von", possessive or name before it."""
    sentence = desk.sentences[number]
    for kid in sentence.children[head]:
        token = sentence.tokens[kid]
        if token.deprel == "det:poss" or token.xpos == "PPOSAT":
            return Voice(token.span, number, kid)
    for kid in children(sentence, head, "nmod", "flat", "appos"):
        token = sentence.tokens[kid]
        case = case_word(sentence, kid)
        genitive = case is None and (token.feat("Case") in ("Gen", None) or kid < head)
        if token.upos in NOMINAL and (genitive or case in ("von", "vom", "aus", "durch")):
            return voice(desk, number, kid)
    return None


def genitive_beside(sentence: Sentence, head: int) -> int | None:
    """Return whose word a noun is by the order of words: "Angaben der Polizei", "Annas Angaben".

    None where no genitive stands right behind it, and no name with -s right before it.
    """
    tokens = sentence.tokens
    if head + 1 < len(tokens) and tokens[head + 1].upos == "DET":
        noun = tokens[head + 1].head
        if noun > head + 1 and "Gen" in cases(sentence, noun):
            return noun
    before = tokens[head - 1] if head else None
    named = before is not None and before.upos == "PROPN" and before.text.endswith(("s", "’", "'"))
    return head - 1 if named else None
