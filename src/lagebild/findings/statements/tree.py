"""Read clauses, noun phrases and moods off a dependency tree that may have errors.

Every function takes a sentence and token indices. A clause is the subtree of its predicate; what a
span covers is always a run of neighbouring tokens, so that a wrong arc cannot tear a citation.
"""

from collections.abc import Iterable, Sequence

from lagebild.findings.statements.heads import log_odds
from lagebild.language.analysis import Sentence, Token
from lagebild.spans import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
NOMINATIVE = frozenset({"er", "ich", "wir", "du"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
PREDICATES = frozenset({"VERB", "AUX"})
EDGE = frozenset({",", ".", ":", ";", "!", "?", "–", "-", "—", "…", "..."})
QUOTES = frozenset("„“”\"»«‚‘’‹›'") | {"``", "''"}
OPENING, CLOSING = frozenset("„»‚›"), frozenset("“”«‘‹")


def base(deprel: str) -> str:
    """Return the relation without its subtype."""
    return deprel.split(":", 1)[0]


def children(sentence: Sentence, index: int, *relations: str) -> list[int]:
    """Return the dependents with one of the relations (given without subtypes), in order."""
    kids = sentence.children[index]
    if not relations:
        return list(kids)
    return [kid for kid in kids if base(sentence.tokens[kid].deprel) in relations]


def ancestors(sentence: Sentence, index: int) -> list[int]:
    """Return the heads above a token, nearest first; at most as many as there are tokens."""
    found: list[int] = []
    here = sentence.tokens[index].head
    while here >= 0 and len(found) < len(sentence.tokens):
        found.append(here)
        here = sentence.tokens[here].head
    return found


def finite(sentence: Sentence, index: int) -> Token | None:
    """Return the finite verb of a predicate: itself, its auxiliary or its copula."""
    parts = [index, *children(sentence, index, "aux", "cop")]
    for part in sorted(parts):
        token = sentence.tokens[part]
        if token.feat("VerbForm") == "Fin" or token.feat("Mood") or token.xpos.endswith("FIN"):
            return token
    return None


def mark(sentence: Sentence, index: int) -> Token | None:
    """Return the subordinating conjunction of a clause, None where it has none."""
    for kid in children(sentence, index, "mark"):
        if sentence.tokens[kid].upos == "SCONJ" or sentence.tokens[kid].xpos.startswith("KO"):
            return sentence.tokens[kid]
    return None


def case_word(sentence: Sentence, index: int) -> str | None:
    """Return the preposition of a noun phrase in small letters, None where it has none."""
    return next((sentence.tokens[k].text.lower() for k in children(sentence, index, "case")), None)


def cases(sentence: Sentence, index: int) -> frozenset[str]:
    """Return the cases that a noun phrase may stand in: its determiner's form decides.

    Empty where nothing tells. "dem" and "einem" are datives, "des" and "eines" genitives, "den"
    before a plural a dative, "der" before a feminine or plural no accusative.
    """
    token = sentence.tokens[index]
    for kid in children(sentence, index, "det"):
        word = sentence.tokens[kid].text.lower()
        plural = token.feat("Number") == "Plur"
        if word.endswith("em"):
            return frozenset({"Dat"})
        if word.endswith("en"):
            return frozenset({"Dat"} if plural else {"Acc"})
        if word.endswith("es") and word not in ("dieses", "jedes", "jenes"):
            return frozenset({"Gen"})
        if word.endswith("er") and (plural or token.feat("Gender") == "Fem"):
            return frozenset({"Gen"} if plural else {"Gen", "Dat"})
    case = token.feat("Case")
    if case == "Dat" and index > 1 and sentence.tokens[index - 2].text in ("Die", "die"):
        return frozenset({"Nom", "Acc"})
    return frozenset({case}) if case is not None else frozenset()


def infinitive(sentence: Sentence, index: int) -> bool:
    """Tell whether the predicate is an infinitive with zu."""
    tokens = sentence.tokens
    parts = [index, *children(sentence, index, "aux", "cop")]
    return any(
        _with_zu(tokens[part])
        or any(tokens[kid].xpos == "PTKZU" for kid in children(sentence, part, "mark", "advmod"))
        for part in parts
    )


def _with_zu(token: Token) -> bool:
    """Tell whether the word is an infinitive with zu inside: "niederzulegen"."""
    if token.xpos == "VVIZU":
        return True
    return "zu" in token.text[1:-3] and token.text.replace("zu", "", 1) == token.lemma


def subject(sentence: Sentence, index: int) -> int | None:
    """Return the subject of a predicate, shared ones of coordinated verbs included."""
    here, tokens = index, sentence.tokens
    for _ in range(6):
        found = _own_subject(sentence, here)
        if found is not None:
            return found
        if base(tokens[here].deprel) not in ("conj", "xcomp", "aux") or tokens[here].head < 0:
            return None
        here = tokens[here].head
    return None


def _own_subject(sentence: Sentence, index: int) -> int | None:
    """Return the subject among the dependents: what is not marked as another case, and agrees.

    "das" and "dies" give way to another subject ("Dies teilte der Minister mit.").
    """
    tokens = sentence.tokens
    sure = [k for k in sentence.children[index] if _only_subject(tokens[k])]
    if sure:
        return sure[0]
    verb = finite(sentence, index)
    nominal = [
        k
        for k in sentence.children[index]
        if tokens[k].deprel in SUBJECTS
        and tokens[k].upos in (*NOMINAL, "DET", "ADJ")
        and cases(sentence, k) != {"Dat"}
        and not (k < index and tokens[k + 1].text == ":")
    ]
    objects = bool(nominal) and all(objective(sentence, k) for k in nominal)
    bare = [
        k
        for k in children(sentence, index, "obj", "iobj", "obl")
        if (tokens[k].feat("Case") == "Nom" or (objects and tokens[k].upos == "PROPN"))
        and tokens[k].upos in NOMINAL
        and not children(sentence, k, "case", "mark")
    ]
    fitting = [k for k in nominal if cases(sentence, k) <= {"Nom"}]
    fitting = [k for k in fitting if _agrees(sentence, k, verb)] or fitting
    other = [k for k in bare if _agrees(sentence, k, verb)]
    if nominal and base(tokens[index].deprel) == "conj":
        nominal = [k for k in nominal if _agrees(sentence, k, verb)]
        fitting = [k for k in fitting if k in nominal]
    ranked = (fitting or other or nominal) if nominal else []
    named = [k for k in (*ranked, *other) if tokens[k].text.lower() not in ("das", "dies")]
    return next(iter((named if ranked else []) or ranked), None)


def _only_subject(token: Token) -> bool:
    """Tell whether a pronoun can be nothing but a subject: "er", whatever the parser says."""
    relation = base(token.deprel)
    return token.text.lower() in NOMINATIVE and relation in ("nsubj", "obj", "obl", "iobj")


def objective(sentence: Sentence, index: int) -> bool:
    """Tell whether the determiner shows that a noun phrase is no subject: "ihren Widersacher"."""
    return bool(children(sentence, index, "det")) and "Nom" not in cases(sentence, index)


def _agrees(sentence: Sentence, index: int, verb: Token | None) -> bool:
    """Tell whether subject and finite verb have the same number."""
    number = sentence.tokens[index].feat("Number")
    if verb is None or number is None or verb.feat("Number") is None:
        return True
    joined = bool(children(sentence, index, "conj"))
    return number == verb.feat("Number") or (joined and verb.feat("Number") == "Plur")


def clause(sentence: Sentence, index: int, without: Iterable[int] = ()) -> list[int]:
    """Return the tokens of a predicate's clause, without the subtrees of `without`."""
    left_out = set(without)
    found, stack = [], [index]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(kid for kid in sentence.children[here] if kid not in left_out)
    return sorted(found)


def run_around(indices: Sequence[int], anchor: int, sentence: Sentence) -> tuple[int, int]:
    """Return the first and last token of the unbroken run of `indices` that holds `anchor`.

    Punctuation that hangs elsewhere does not break a run.
    """
    inside = set(indices)
    tokens = sentence.tokens
    first = last = anchor
    here = anchor
    while here + 1 < len(tokens) and (here + 1 in inside or tokens[here + 1].upos == "PUNCT"):
        here += 1
        if here in inside:
            last = here
    here = anchor
    while here - 1 >= 0 and (here - 1 in inside or tokens[here - 1].upos == "PUNCT"):
        here -= 1
        if here in inside:
            first = here
    return first, last


def stripped(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the range without punctuation at its ends that is no quotation mark or bracket."""
    tokens = sentence.tokens
    while first <= last and tokens[first].text in EDGE:
        first += 1
    while last >= first and tokens[last].text in EDGE:
        last -= 1
    return (first, last) if first <= last else None


def span(sentence: Sentence, first: int, last: int) -> Span:
    """Return the span from one token to another, both included."""
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def spans(sentence: Sentence, indices: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of the tokens, neighbours joined."""
    runs: list[list[int]] = []
    for index in sorted(set(indices)):
        if runs and index == runs[-1][1] + 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return tuple(span(sentence, first, last) for first, last in runs)


def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the first and last token of the noun phrase, without case mark and relative clause."""
    tokens = sentence.tokens
    dropped = {
        kid
        for kid in sentence.children[head]
        if base(tokens[kid].deprel) in ("case", "acl", "punct", "cc", "parataxis", "advcl", "cop")
        and not _participle(sentence, kid, head)
    }
    dropped |= _far_appositions(sentence, head) | set(other_dative(sentence, head))
    dropped |= {i for i in clause(sentence, head) if _relative(sentence, i)}
    inside = clause(sentence, head, dropped)
    first, last = run_around(inside, head, sentence)
    while first < head and tokens[first].upos in ("ADV", "PART", "CCONJ"):
        first += 1
    while last > head and tokens[last].upos in ("ADV", "PART"):
        last -= 1
    first, last = _whole_name(sentence, first, last)
    first, last = _brackets(sentence, first, last)
    hyphened = tokens[last + 1].text.startswith("-") if last + 1 < len(tokens) else False
    if hyphened and tokens[last].span.end == tokens[last + 1].span.start:
        last += 1
    return stripped(sentence, first, last) or (head, head)


def _whole_name(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Widen a range that begins or ends inside a name ("Ursula von | der Leyen") to all of it.

    A name right behind a noun in the nominative is its own ("Präsident | Selenskyj").
    """
    tokens = sentence.tokens
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is not None and following.name == "B-PER" and tokens[last].upos == "NOUN":
        same = following.head == tokens[last].head and following.deprel == tokens[last].deprel
        nominative = "Nom" in cases(sentence, last) and following.feat("Case") in ("Nom", None)
        if same and nominative:
            last += 1
    while first > 0 and tokens[first].name.startswith("I-"):
        first -= 1
    if (
        first > 0
        and tokens[first - 1].text in ("von", "van", "zu")
        and _surname(sentence, first, last)
    ):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].name.startswith("I-"):
        last += 1
    return first, last


def _surname(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a range is the rest of a surname behind "von": a person with an article.

    A subject has no preposition, so that "von der Leyen sagte" is one whoever is named so, as is
    the only name beside an active verb without subject.
    """
    words = sentence.tokens[first : last + 1]
    if words[0].upos == "DET" and any(_subject_like(sentence, token) for token in words[1:]):
        return True
    persons = words[1:] and all(token.name.endswith("-PER") for token in words[1:])
    return words[0].upos == "DET" and bool(persons)


def _subject_like(sentence: Sentence, token: Token) -> bool:
    """Tell whether a name is the subject of its verb, or could only be that."""
    if token.upos != "PROPN" or token.head < 0:
        return False
    verb = sentence.tokens[token.head]
    kids = [sentence.tokens[kid] for kid in sentence.children[verb.index]]
    alone = not any(kid.deprel in SUBJECTS or kid.deprel == "aux:pass" for kid in kids)
    active = verb.xpos.endswith("FIN") and base(token.deprel) == "obl"
    return token.deprel in SUBJECTS or (alone and active)


def _participle(sentence: Sentence, kid: int, head: int) -> bool:
    return kid < head and base(sentence.tokens[kid].deprel) == "acl"


def _far_appositions(sentence: Sentence, head: int) -> set[int]:
    """Return conjuncts that are clauses by mistake: they hold a finite verb."""
    return {
        kid
        for kid in children(sentence, head, "conj", "appos", "dep", "flat")
        if sentence.tokens[kid].upos in PREDICATES
    }


def other_dative(sentence: Sentence, head: int) -> list[int]:
    """Return dative noun phrases behind a name that belong to the verb, not to the name."""
    tokens = sentence.tokens

    def dative(kid: int) -> bool:
        """Tell a sure dative from "der", which is a genitive unless it is spoken to."""
        found = cases(sentence, kid)
        told = log_odds(sentence, kid, "addressee") > log_odds(sentence, kid, "speaker", 0)
        return "Dat" in found and (len(found) == 1 or told)

    if tokens[head].feat("Case") == "Dat":
        return []
    inside = [head, *children(sentence, head, "flat", "appos")]
    return [
        kid
        for part in inside
        for kid in children(sentence, part, "nmod", "flat", "appos", "obl")
        if kid > part
        and dative(kid)
        and not tokens[kid].name.startswith("I-")
        and any(tokens[below].upos == "DET" for below in sentence.children[kid])
        and not children(sentence, kid, "case")
        and tokens[min(clause(sentence, kid)) - 1].text != ","
        and not _attributive(sentence, kid)
    ]


def _attributive(sentence: Sentence, index: int) -> bool:
    """Tell whether an adjective behind a noun phrase takes it: "dem Flügel nahes Mitglied"."""
    behind = max(clause(sentence, index)) + 1
    tokens = sentence.tokens
    return behind < len(tokens) and tokens[behind].xpos == "ADJA"


def _relative(sentence: Sentence, index: int) -> bool:
    """Tell whether the token is the predicate of a relative clause."""
    token = sentence.tokens[index]
    behind = base(token.deprel) == "acl" and token.head < index
    return behind and finite(sentence, index) is not None


def _brackets(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Widen the range over a bracket or quotation mark that it opens or closes."""
    tokens = sentence.tokens
    inside = "".join(token.text for token in tokens[first : last + 1])
    if inside.count("(") > inside.count(")") and last + 1 < len(tokens):
        for here in range(last + 1, min(last + 4, len(tokens))):
            if tokens[here].text == ")":
                last = here
                break
    opened = sum(t.text in OPENING for t in tokens[first : last + 1])
    closed = sum(t.text in CLOSING for t in tokens[first : last + 1])
    if opened > closed and last + 1 < len(tokens) and tokens[last + 1].text in CLOSING:
        last += 1
    if first > 0 and tokens[first - 1].text in '„"»“' and last + 1 < len(tokens):
        closing = range(last, min(last + 2, len(tokens)))
        if any(tokens[n].text in QUOTES for n in closing):
            first, last = first - 1, max(n for n in closing if tokens[n].text in QUOTES)
    return first, last
