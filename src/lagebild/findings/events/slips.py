"""Where trees slip in the same way again and again.

Topics of headlines taken for subjects, datives for appositions, relative clauses for others.
"""

from lagebild.findings.events.grammar import relation
from lagebild.language.analysis import Sentence, Token

FIRST_WORDS = 4
"""Words within which a headline names its topic."""

DATIVE = ("dem", "einem")

CLOSING = ("“", "”", "«", "»", '"')
"""What closes quotation marks."""

WEAK = ("ern", "bauer", "Bauer", "Bayer")
"""Ends of nouns whose plural ends with "ern" in every case."""


def is_topic(sentence: Sentence, word: Token) -> bool:
    """Tell whether a word before a colon only says what a headline is about ("Berlin: ...")."""
    last = max(sentence.subtree(word.index))
    after = [t.text for t in sentence.tokens[last : last + 2]]
    return word.index < FIRST_WORDS and ":" in after and last < word.head


def misplaced_datives(sentence: Sentence, subject: Token) -> list[int]:
    """Return datives that the tree takes for an apposition of the subject.

    "Der General, Kern, dem Minister ein Ultimatum stellte": "dem" cannot continue "der".
    """
    if _is_dative(sentence, subject.index):
        return []
    names = _appositions(sentence, subject.index)
    deeper = [i for name in names for i in _appositions(sentence, name)]
    return [index for index in (*names, *deeper) if _is_dative(sentence, index)]


def misplaced_agents(sentence: Sentence, verb: int) -> list[int]:
    """Return who did what a passive tells, where the tree hung it on the noun before.

    "Mba wurde im Wahlkampf vom Präsidenten unterstützt": a noun with an article is the agent, as
    its genitive would say whose the other noun is; without one ("der Rat von Togo") it is not.
    """
    tokens = sentence.tokens
    hosts = [i for i in sentence.children[verb] if relation(tokens[i]) in ("obl", "nsubj", "obj")]
    return [
        kid
        for host in hosts
        for kid in sentence.children[host]
        if host < kid < verb and relation(tokens[kid]) in ("nmod", "obl") and _is_by(sentence, kid)
    ][-1:]


def _is_by(sentence: Sentence, index: int) -> bool:
    """Tell whether "vom" or "von" with an article stands before a noun."""
    kids = [sentence.tokens[i] for i in sentence.children[index]]
    words = [kid.text.lower() for kid in kids if relation(kid) == "case"]
    return "vom" in words or ("von" in words and any(relation(kid) == "det" for kid in kids))


def _appositions(sentence: Sentence, index: int) -> list[int]:
    return [i for i in sentence.children[index] if relation(sentence.tokens[i]) == "appos"]


def _is_dative(sentence: Sentence, index: int) -> bool:
    """Tell whether a word's article can only be a dative."""
    children = (sentence.tokens[i] for i in sentence.children[index])
    return any(relation(kid) == "det" and kid.text.lower() in DATIVE for kid in children)


def is_stray_dative(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun without preposition can only be a dative, which depends on no noun.

    By its article ("wies die Schuld an der Flut den Nachbarn zu"), or bare in the plural ("empfahl
    in einem Brief Bürgern, ...").
    """
    token = sentence.tokens[index]
    kids = [sentence.tokens[i] for i in sentence.children[index]]
    if any(relation(kid) == "case" for kid in kids):
        return False
    if _follows_name_in_quotes(sentence, index):
        return True
    if token.upos != "NOUN":
        return False
    plural = token.feat("Number") != "Sing"
    articles = [kid.text.lower() for kid in kids if relation(kid) == "det"]
    if articles:
        return articles[0] in DATIVE or (articles[0] == "den" and plural)
    return plural and token.text.endswith("ern") and not token.lemma.endswith(WEAK)


def _follows_name_in_quotes(sentence: Sentence, index: int) -> bool:
    """Tell whether a word with "der" stands right behind a subject in quotation marks.

    "Der „Bund der Mieter“ warf der Stadt vor, ...", and with the verb first: the quotation mark
    ends the name with its genitives.
    """
    start = min(sentence.subtree(index))
    opening = sentence.tokens[start].text.lower()
    if start == 0 or opening != "der" or sentence.tokens[start - 1].text not in CLOSING:
        return False
    head = sentence.tokens[sentence.tokens[index].head]
    return relation(head) == "nsubj" and head.index > head.head


def antecedent(sentence: Sentence, verb: Token) -> int | None:
    """Return the noun that the relative pronoun of a clause stands for, None without pronoun.

    Where the tree does not hang the clause on a noun it is the nearest one before the pronoun
    that agrees with it in number. "Was" stands for what was told, not for a noun.
    """
    pronoun = relative_pronoun(sentence, verb.index)
    if pronoun is None or sentence.tokens[pronoun].text.lower() == "was":
        return None
    if relation(verb) == "acl" and verb.head >= 0:
        return _agreeing_host(sentence, verb.head, pronoun)
    for token in reversed(sentence.tokens[:pronoun]):
        if token.upos in ("NOUN", "PROPN") and token.index not in sentence.subtree(verb.index):
            numbers = {token.feat("Number"), sentence.tokens[pronoun].feat("Number")} - {None}
            if len(numbers) < 2 and relation(token) not in ("flat", "compound"):
                return token.index
    return None


def _agreeing_host(sentence: Sentence, noun: int, pronoun: int) -> int:
    """Return the noun a relative clause hangs on, or another that agrees where it does not.

    "Der Sturz der Regierung, der drohte": "der" cannot be the government. "Kern, der Milizen
    anführte, die mordeten": who murdered are many, so not Kern but the last noun before.
    """
    here = _many_before(sentence, noun, pronoun)
    if here is not None:
        return here
    here = noun
    while _disagrees(sentence, here, pronoun):
        above = sentence.tokens[here].head
        if above < 0 or relation(sentence.tokens[here]) not in ("nmod", "appos"):
            return noun
        here = above
    return here


def _many_before(sentence: Sentence, noun: int, pronoun: int) -> int | None:
    """Return the plural right before a relative clause whose verb is plural, its noun one."""
    tokens = sentence.tokens
    verb = tokens[tokens[pronoun].head] if tokens[pronoun].head >= 0 else tokens[pronoun]
    words = (verb, *(tokens[i] for i in sentence.children[verb.index]))
    many = any("VerbForm=Fin" in t.feats and t.feat("Number") == "Plur" for t in words)
    joined = any(relation(tokens[i]) == "conj" for i in sentence.children[noun])
    if not many or joined or relation(tokens[pronoun]) != "nsubj":
        return None
    if tokens[noun].feat("Number") != "Sing":
        return None
    between = reversed(tokens[noun + 1 : pronoun])
    return next((t.index for t in between if t.upos == "NOUN" and t.feat("Number") == "Plur"), None)


def strays(sentence: Sentence, verb: int) -> list[int]:
    """Return noun phrases before the conjunction that opens a clause, which are none of its own.

    "Sie sollen Soldaten getötet haben, bevor die Armee schoss": a tree takes the soldiers for a
    subject of "schoss".
    """
    kids = [sentence.tokens[i] for i in sentence.children[verb]]
    opening = min((k.index for k in kids if k.xpos == "KOUS"), default=-1)
    before = (k for k in kids if k.index < opening and k.index > 0)
    return [k.index for k in before if relation(k) in ("nsubj", "obj", "iobj")]


def is_included(sentence: Sentence, word: Token) -> bool:
    """Tell whether a noun only says who is among those named before ("darunter auch Mba")."""
    before = sentence.tokens[max(0, word.index - 4) : word.index]
    return any(t.text.lower() == "darunter" for t in before)


def _disagrees(sentence: Sentence, noun: int, pronoun: int) -> bool:
    """Tell whether of a noun and its relative pronoun in the singular only one is feminine.

    Masculine and neuter pronouns often look alike ("dem", "dessen").
    """
    pair = (sentence.tokens[noun], sentence.tokens[pronoun])
    feminine = [token.feat("Gender") == "Fem" for token in pair if token.feat("Gender")]
    alone = all(token.feat("Number") == "Sing" for token in pair)
    return alone and pair[0].upos == "NOUN" and len(feminine) == 2 and feminine[0] != feminine[1]


def relative_pronoun(sentence: Sentence, verb: int) -> int | None:
    """Return the relative pronoun among a verb's dependents (or theirs), None without one."""
    children = sentence.children[verb]
    for index in (*children, *(k for i in children for k in sentence.children[i])):
        token = sentence.tokens[index]
        if token.xpos in ("PRELS", "PRELAT") and index < verb:
            return index
    return None


def stray_participles(sentence: Sentence, verb: int) -> list[int]:
    """Return participles that end a verb's clause but that the tree puts beside the verb.

    "Sie eroberten die Stadt und nahmen den General gefangen": what is joined to the clause before
    has an "und" or a comma of its own, or a helping verb.
    """
    tokens, first = sentence.tokens, sentence.tokens[verb].head
    if relation(tokens[verb]) != "conj":
        return []
    beside = (tokens[i] for i in sentence.children[first] if i > verb)
    return [
        t.index
        for t in beside
        if relation(t) == "conj" and "VerbForm=Part" in t.feats and not sentence.children[t.index]
    ]
