"""Find what a relative pronoun stands for: by the tree, else by the words right before it."""

from collections.abc import Iterator

from lagebild.findings.actors.agreement import PLURAL
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

_RELATIVES = {"der": "mf", "die": "fp", "das": "n", "dem": "mn", "den": "m", "denen": "p",
              "dessen": "mn", "deren": "fp", "welcher": "mf", "welche": "fp", "welches": "n",
              "welchem": "mn", "welchen": "mp"}  # fmt: skip


def antecedent(desk: Desk, number: int, sentence: Sentence, token: Token) -> str | None:
    """Return the actor that a relative pronoun stands for: by the tree, else the noun before."""
    noun = _noun_in_tree(sentence, token)
    if noun is None:
        return _just_before(desk, number, sentence, token)
    at = [noun, *_subject_of(sentence, noun)]
    for index in at:
        for phrase in desk.covering(number, index):
            if phrase.actor and phrase.start < token.index and not phrase.absorbed:
                return phrase.actor if _numbers_agree(sentence, token, phrase) else None
    return None


def _noun_in_tree(sentence: Sentence, token: Token) -> int | None:
    """Return the noun that the clause of a relative pronoun hangs on."""
    verb = sentence.tokens[token.head] if token.head >= 0 else token
    for _ in range(4):
        if verb.deprel.startswith("acl") or verb.head < 0:
            break
        verb = sentence.tokens[verb.head]
    return verb.head if verb.deprel.startswith("acl") and verb.head < token.index else None


def _subject_of(sentence: Sentence, noun: int) -> Iterator[int]:
    """Yield the subject of a noun that is a predicate: "Malta ist das Land, das ..."."""
    children = [sentence.tokens[child] for child in sentence.children[noun]]
    if any(child.deprel == "cop" for child in children):
        yield from (c.index for c in children if c.deprel.startswith("nsubj") and c.index < noun)


def _just_before(desk: Desk, number: int, sentence: Sentence, token: Token) -> str | None:
    """Return the actor named right before the comma of a relative clause."""
    at = token.index
    if "," not in {t.text for t in sentence.tokens[max(0, at - 2) : at]}:
        return None
    while at > 0 and sentence.tokens[at - 1].upos in {"ADP", "PUNCT"}:
        at -= 1
    for phrase in desk.covering(number, at - 1):
        ends = max(phrase.end, phrase.complement) == at
        if phrase.actor and ends and not phrase.absorbed:
            fits = _RELATIVES.get(fold(token.text), "")
            several = sentence.tokens[phrase.head].feat("Number") == "Plur"
            agrees = PLURAL in fits if several else bool(set(fits) - {PLURAL})
            return phrase.actor if agrees and _numbers_agree(sentence, token, phrase) else None
    return None


def _numbers_agree(sentence: Sentence, token: Token, phrase: Phrase) -> bool:
    """Tell whether the clause may speak of one person: not with a verb in the plural."""
    plural = by_verb(sentence, token, "mfp") == PLURAL
    several = sentence.tokens[phrase.head].feat("Number") == "Plur"
    return not (plural and phrase.kind == "person" and not several)


def by_verb(sentence: Sentence, token: Token, letters: str) -> str:
    """Narrow "sie" by the number of its verb."""
    if PLURAL not in letters or len(letters) < 2 or not token.deprel.startswith("nsubj"):
        return letters
    verb = sentence.tokens[token.head] if token.head >= 0 else token
    finite = [sentence.tokens[i] for i in sentence.children[verb.index]] if token.head >= 0 else []
    for word in (verb, *finite):
        if word.feat("VerbForm") == "Fin" and word.upos in {"VERB", "AUX"}:
            if word.feat("Number") == "Plur":
                return PLURAL
            return letters.replace(PLURAL, "")
    return letters
