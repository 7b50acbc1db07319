"""What does a number count? The noun of its phrase, or one that it shares with another number."""

import re

from lagebild.findings.figures.quantities import Quantity
from lagebild.language.analysis import Sentence, Token

INSIDE_PHRASE = frozenset(
    {"ADJA", "ADV", "ADJD", "PIAT", "PIDAT", "ART", "CARD", "KON", "TRUNC", "PPOSAT"}
)
"""Tags of words that may stand between a number and its noun."""

FURTHEST = 6
"""How many words may stand between a number and its noun."""

SHARING = frozenset({"von", "der", "auf", "bis", "und", "oder", "statt", "zu", "gegen"})
"""Words behind a number without noun that lead to the number whose noun it shares."""

MORE = frozenset({"weitere", "weiteren", "andere", "anderen"})
"""Words behind a number that shares the noun of the number before it."""

REACHED = frozenset({"auf", "von", "bei", "mit", "über"})
"""Words between a number's name and what it reached ("stieg auf 27", "liegt bei 40")."""

MARK = re.compile(r"[%€$£‰]|EUR|USD")


def noun_after(sentence: Sentence, quantity: Quantity) -> Token | None:
    """Return the noun that follows in the same phrase, None where the phrase has none."""
    first = quantity.end + int(of_many(sentence, quantity))
    for token in sentence.tokens[first : quantity.end + FURTHEST + 1]:
        if token.upos in ("NOUN", "PROPN") or MARK.fullmatch(token.text):
            return token
        if token.xpos not in INSIDE_PHRASE and not token.text.startswith(("„", '"', "»")):
            return None
        if token.xpos == "ART" and sentence.tokens[token.index - 1].xpos == "KON":
            return None  # another phrase begins: "mit 51 und der Gegner mit 29 Sitzen"
    return None


def of_many(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a noun of number governs what is counted by "von": "Dutzende von Panzern"."""
    last = sentence.tokens[quantity.end - 1]
    behind = sentence.tokens[quantity.end : quantity.end + 1]
    return last.text[0].isalpha() and last.xpos == "NN" and [t.text for t in behind] == ["von"]


def noun_by_tree(sentence: Sentence, quantity: Quantity) -> Token | None:
    """Return the noun on which the number depends as `nummod`, where it is near."""
    for token in sentence.tokens[quantity.first : quantity.end]:
        if token.deprel.startswith("nummod") and token.head >= 0:
            head = sentence.tokens[token.head]
            if head.upos in ("NOUN", "PROPN") and 0 < head.index - token.index <= FURTHEST + 2:
                return head
    return None


def shared_noun(
    sentence: Sentence, quantity: Quantity, others: list[tuple[Quantity, Token]]
) -> Token | None:
    """Return the noun of another number of the sentence that this one shares.

    "27 von 35 Stimmen", "von 2000 auf 15.000 Soldaten" share what follows; "drei Soldaten
    getötet und zwei weitere verletzt" shares what went before, if the number is a phrase itself.
    """
    after = [noun for other, noun in others if other.first >= quantity.end]
    between = sentence.tokens[quantity.end : quantity.end + 2]
    if after and between and between[0].text.lower() in SHARING:
        return after[0]
    before = [noun for other, noun in others if other.end <= quantity.first]
    more = bool(between) and between[0].text.lower() in MORE
    return before[-1] if before and (more or stands_alone(sentence, quantity)) else None


def noun_of_number(sentence: Sentence, quantity: Quantity) -> Token | None:
    """Return what a number counts that is told of a number: "die Zahl der Toten stieg auf 27"."""
    tokens = sentence.tokens
    before = tokens[quantity.opens - 1].text.lower() if quantity.opens else ""
    if before not in REACHED:
        return None
    here, above = tokens[quantity.end - 1].head, set[int]()
    while here >= 0 and here not in above:
        above.add(here)
        here = tokens[here].head
    for token in tokens[: quantity.first]:
        if token.lemma.lower().endswith("zahl") and token.head in above:
            kids = (tokens[i] for i in sentence.children[token.index])
            counted = (
                k
                for k in kids
                if k.deprel.startswith("nmod") and k.upos in ("NOUN", "PROPN", "ADJ")
            )
            return next(counted, None) if token.lemma in ("Zahl", "Anzahl") else token
    return None


def is_said_of_it(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number is said of "es", which is what was counted before ("waren es 10")."""
    kids = [sentence.tokens[i] for i in sentence.children[quantity.end - 1]]
    subject = any(k.deprel.startswith("nsubj") and k.text.lower() == "es" for k in kids)
    return subject and any(k.deprel == "cop" for k in kids)


def is_more(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number adds to what was counted before: "Weitere 40 wurden verletzt"."""
    before = sentence.tokens[quantity.opens - 1].text.lower() if quantity.opens else ""
    return before in MORE and stands_alone(sentence, quantity)


def is_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number counts some of those counted before: "darunter drei Kinder"."""
    before = sentence.tokens[max(0, quantity.opens - 2) : quantity.opens]
    return any(token.text.lower() in ("darunter", "davon") for token in before)


def stands_alone(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether the number is the phrase itself ("50.000 kamen", "Hunderttausende fliehen")."""
    token = sentence.tokens[quantity.end - 1]
    return token.deprel.split(":")[0] in ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "root")
