"""Read a predicate and its dependents from the tree: active, passive, shared and hidden subjects.

The result is the same for "Die Armee griff an", "wurde von der Armee angegriffen", "die Armee
versuchte anzugreifen" and "die angreifende Armee": slots that name who stands where. Passive is
told from "werden" and the participle, because the engine's relations may lack subtypes.
"""

import re

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import Grammar, fold, is_participle, relation
from lagebild.findings.events.sharing import share
from lagebild.findings.events.slips import (
    is_included,
    is_stray_dative,
    is_topic,
    misplaced_agents,
    misplaced_datives,
    strays,
)
from lagebild.language.analysis import Sentence, Token
from lagebild.language.verbs import PARTICIPLE, infinitive

CLAUSAL = ("ccomp", "xcomp", "csubj", "advcl", "parataxis")
PREDICATES = ("VERB", "AUX")
ASCRIBING = ("als", "für")
"""Before what somebody is called: trees take "als gefährlich" for a clause of its own."""

HEADLINE = ("root", "parataxis")
"""Where a participle without auxiliary is a headline's passive ("Mann zu vier Jahren verurteilt");
what a tree takes for its object before it is none."""

LONGEST_CHAIN = 8
"""Participles in a row that may share one auxiliary."""

NOMINATIVE = ("er", "ich", "wir", "du", "man")
"""Pronouns that can only be the subject."""

CORRELATE = re.compile(r"dar?(an|auf|für|gegen|mit|nach|um|von|vor|zu|über)")

ADJECTIVE_ENDING = re.compile(r"e[mnrs]?$")


def read_clauses(
    sentence: Sentence, grammar: Grammar, stative: frozenset[str]
) -> dict[int, Clause]:
    """Return the clauses of a sentence by the index of their predicate.

    Args:
        sentence: Tokens with their tree.
        grammar: The function words.
        stative: Transitive verbs, whose participle with "sein" is passive ("ist verhaftet").
    """
    clauses: dict[int, Clause] = {}
    for token in sentence.tokens:
        if _is_predicate(sentence, token):
            clauses[token.index] = _clause(sentence, token, grammar, stative)
        elif relation(token) == "amod" and token.upos == "ADJ":
            attribute = _attribute(sentence, token, grammar, stative)
            if attribute is not None:
                clauses[token.index] = attribute
    for clause in clauses.values():
        _give_back(sentence, clause, clauses)
    for clause in sorted(clauses.values(), key=lambda c: _depth(sentence, c.verb)):
        share(sentence, clause, clauses, grammar)
    return clauses


def _give_back(sentence: Sentence, clause: Clause, clauses: dict[int, Clause]) -> None:
    """Give noun phrases before a clause's conjunction to the verb above, as its object."""
    above = clauses.get(sentence.tokens[clause.verb].head)
    if above is not None and not above.passive and not above.has("obj"):
        for index in strays(sentence, clause.verb):
            if above.verb not in sentence.subtree(index):
                above.add("obj", index)


def _is_predicate(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word heads a clause: a verb, or an adjective with "sein" or alone on top."""
    if token.upos in PREDICATES:
        return relation(token) not in ("aux", "cop")
    return token.upos == "ADJ" and (
        token.head < 0
        or any(relation(sentence.tokens[i]) == "cop" for i in sentence.children[token.index])
    )


def _attribute(
    sentence: Sentence, token: Token, grammar: Grammar, stative: frozenset[str]
) -> Clause | None:
    """Return the clause in a participle before its noun ("der von der Armee entführte Pilot")."""
    word = ADJECTIVE_ENDING.sub("", token.text.lower())
    if not word.endswith(("t", "en")) or not sentence.children[token.index]:
        return None
    lemma = fold(infinitive(word, PARTICIPLE))
    agent = any(grammar.preposition(sentence, i) == "von" for i in sentence.children[token.index])
    if (lemma not in stative and not agent) or lemma == word:
        return None
    clause = Clause(token.index, lemma, passive=True)
    for index in sentence.children[token.index]:
        _place(sentence, clause, sentence.tokens[index], grammar)
    clause.slots["obj"] = [token.head]
    return clause


def _depth(sentence: Sentence, index: int) -> int:
    depth = 0
    while index >= 0 and depth <= len(sentence.tokens):
        index, depth = sentence.tokens[index].head, depth + 1
    return depth


def _clause(sentence: Sentence, verb: Token, grammar: Grammar, stative: frozenset[str]) -> Clause:
    clause = Clause(verb.index, grammar.full_lemma(sentence, verb.index))
    outside = strays(sentence, verb.index)
    kids = [sentence.tokens[i] for i in sentence.children[verb.index] if i not in outside]
    clause.auxiliaries = _auxiliaries(sentence, verb)
    clause.passive = _is_passive(sentence, verb, clause, grammar, stative)
    for kid in kids:
        _place(sentence, clause, kid, grammar)
    _untangle(sentence, clause, grammar)
    _take_correlates(sentence, clause)
    if not clause.has("dat"):
        _take_datives(sentence, clause)
    if clause.passive and not clause.has("subj"):
        clause.slots["subj"] = misplaced_agents(sentence, clause.verb)
    for index in clause.slots.get("obj", ()):
        _place_attributes(sentence, clause, index, grammar)
    if grammar.has("sein_perfect", clause.lemma):
        for index in clause.slots.get("subj", ()):
            _place_attributes(sentence, clause, index, grammar, 1)
    for kid in kids:
        if relation(kid) == "obl" and kid.index < verb.index:
            _place_attributes(sentence, clause, kid.index, grammar, 1)
    return clause


def _take_correlates(sentence: Sentence, clause: Clause) -> None:
    """Let "dazu" stand for "zu" and the clause that it announces ("rief dazu auf, ... zu")."""
    for index in clause.slots.get("adv", []) if clause.has("clause") else []:
        correlate = CORRELATE.fullmatch(sentence.tokens[index].text.lower())
        if correlate is not None and sentence.tokens[index].xpos == "PAV":
            clause.add(correlate[1], index)


def _take_datives(sentence: Sentence, clause: Clause) -> None:
    """Take the dative that a tree hung on the noun before it as if it were its genitive."""
    for kid in sentence.children[clause.verb]:
        if relation(sentence.tokens[kid]) in ("obl", "obj", "nsubj"):
            below = [*sentence.children[kid]]
            below += [k for i in below for k in sentence.children[i]]
            for index in sorted(below):
                attribute = relation(sentence.tokens[index]) in ("nmod", "appos")
                if attribute and index > kid and is_stray_dative(sentence, index):
                    clause.add("dat", index)


def _auxiliaries(sentence: Sentence, verb: Token) -> list[int]:
    """Return a verb's auxiliaries; participles share the last ("entführt und ermordet wurden")."""
    here: Token | None = verb
    for _ in range(LONGEST_CHAIN):
        if here is None:
            break
        own = [i for i in sentence.children[here.index] if _is_auxiliary(sentence.tokens[i])]
        if own or not is_participle(here):
            return own if here is verb else [i for i in own if i > here.index]
        joined = (sentence.tokens[i] for i in sentence.children[here.index])
        here = next((t for t in joined if relation(t) == "conj" and is_participle(t)), None)
    return []


def _is_auxiliary(token: Token) -> bool:
    return relation(token) == "aux" or token.upos == "AUX"


def _place_attributes(
    sentence: Sentence, clause: Clause, index: int, grammar: Grammar, depth: int = 2
) -> None:
    """Let the object's prepositional attributes stand in for the clause's own."""
    for child in sentence.children[index]:
        if relation(sentence.tokens[child]) in ("nmod", "obl"):
            before = grammar.preposition(sentence, child)
            if before:
                clause.add(f"+{before}", child)
            if depth > 1:
                _place_attributes(sentence, clause, child, grammar, depth - 1)


def _is_inverted(sentence: Sentence, clause: Clause, pronoun: int) -> bool:
    """Tell whether "er" right behind the finite verb is the subject ("Den Rat lobte er")."""
    nominative = sentence.tokens[pronoun].text.lower() in NOMINATIVE
    before = sentence.tokens[pronoun - 1]
    finite = "VerbForm=Fin" in before.feats
    return nominative and finite and before.index in (clause.verb, *clause.auxiliaries)


def _join_quantity(sentence: Sentence, clause: Clause) -> None:
    """Let whom a number counts stand for both ("Hunderte von Menschen zogen ...")."""
    for slot in ("subj", "obj"):
        words = clause.slots.get(slot, [])
        number = sentence.tokens[words[0]] if len(words) == 2 else None
        if number is not None and number.upos == "NUM":
            of = sentence.tokens[number.index + 1].text.lower() == "von"
            clause.slots[slot] = words[1:] if of else words


def _untangle(sentence: Sentence, clause: Clause, grammar: Grammar) -> None:
    """Sort out names, whose case does not show: two subjects, two objects."""
    _join_quantity(sentence, clause)
    subjects = clause.slots.get("subj", [])
    if len(subjects) == 2 and _is_inverted(sentence, clause, subjects[1]):
        subjects.reverse()
    if len(subjects) == 2 and not clause.passive and not clause.has("dat"):
        free = "dat" if clause.has("obj") else "obj"
        clause.slots["subj"], clause.slots[free] = subjects[:1], subjects[1:]
    second = clause.slots.pop("second", [])
    if clause.passive:
        _keep_dative(clause, grammar)
        return
    if second and grammar.has("naming_verbs", clause.lemma):
        clause.slots["pred"] = second
    elif second and not clause.has("dat"):
        clause.slots["dat"], clause.slots["obj"] = clause.slots["obj"], second


def _keep_dative(clause: Clause, grammar: Grammar) -> None:
    """Take what is done to somebody for a dative where the verb has no other object.

    Trees call it the subject of the passive ("der Aussage wurde widersprochen").
    """
    if grammar.has("dative_verbs", clause.lemma) and not clause.has("dat"):
        clause.slots["dat"] = clause.slots.pop("obj", [])


def _is_passive(
    sentence: Sentence, verb: Token, clause: Clause, grammar: Grammar, stative: frozenset[str]
) -> bool:
    kids = [sentence.tokens[i] for i in sentence.children[verb.index]]
    helpers = {sentence.tokens[i].lemma for i in clause.auxiliaries}
    if "werden" not in helpers and grammar.has("sein_perfect", clause.lemma):
        return False
    told = any(k.deprel in ("nsubj:pass", "aux:pass") for k in kids) and helpers != {"haben"}
    if told or ("sein" in helpers and _is_to_be_done(sentence, verb)):
        return True
    if not is_participle(verb):
        return False
    if relation(verb) == "xcomp" and sentence.tokens[verb.head].lemma == "lassen":
        return False
    if "werden" in helpers:
        return True
    objects = [k for k in kids if relation(k) == "obj"]
    if not helpers and relation(verb) in HEADLINE:
        objects = [k for k in objects if k.index > verb.index]
    transitive = clause.lemma in stative and not objects
    return transitive and (not helpers or "sein" in helpers) and "haben" not in helpers


def _is_to_be_done(sentence: Sentence, verb: Token) -> bool:
    """Tell the passive of an infinitive ("ist zu verurteilen")."""
    return verb.xpos == "VVIZU" or (
        verb.xpos == "VVINF"
        and any(sentence.tokens[i].xpos == "PTKZU" for i in sentence.children[verb.index])
    )


def _place(sentence: Sentence, clause: Clause, kid: Token, grammar: Grammar) -> None:
    name, passive = relation(kid), clause.passive
    if kid.text.lower() in ("sich", "mich", "uns", "dich") and "Reflex=Yes" in kid.feats:
        clause.add("refl", kid.index)
    elif name in ("nsubj", "csubj"):
        pronoun = kid.lemma in ("es", "man") and kid.upos == "PRON"
        if not pronoun and not is_topic(sentence, kid) and not is_included(sentence, kid):
            object_ = passive or _has_no_subject(sentence, clause)
            clause.add("obj" if object_ else "subj", kid.index)
            for given in misplaced_datives(sentence, kid):
                clause.add("dat", given)
    elif name in ("obj", "iobj", "obl", "nmod", "expl"):
        _place_nominal(sentence, clause, kid, grammar)
    elif name == "advmod":
        before = grammar.preposition(sentence, kid.index)
        clause.add(before if before in ASCRIBING and kid.upos == "ADJ" else "adv", kid.index)
    elif name in CLAUSAL:
        _place_clause(sentence, clause, kid, grammar)


def _has_no_subject(sentence: Sentence, clause: Clause) -> bool:
    """Tell an infinitive with "zu", also of the perfect, whose noun phrases are objects."""
    words = [clause.verb, *clause.auxiliaries]
    tokens = [sentence.tokens[i] for i in words]
    to = any(sentence.tokens[k].xpos == "PTKZU" for i in words for k in sentence.children[i])
    perfect = any(token.xpos == "VAINF" and token.lemma == "haben" for token in tokens)
    return (to or perfect) and not any("VerbForm=Fin" in token.feats for token in tokens)


def _place_nominal(sentence: Sentence, clause: Clause, kid: Token, grammar: Grammar) -> None:
    before = grammar.preposition(sentence, kid.index)
    if before:
        agent = clause.passive and before in ("von", "durch")  # "unter Mba gestürzt": not by him
        clause.add(before, kid.index)
        if agent and not clause.has("subj"):
            clause.add("subj", kid.index)
    elif kid.deprel == "iobj" or _is_dative(sentence, kid):
        clause.add("dat", kid.index)
    elif relation(kid) == "obl" and _case(kid) == "Gen":
        clause.add("gen", kid.index)
    elif relation(kid) == "obj" or (kid.deprel == "obl:arg" and _case(kid) == "Acc"):
        apart = clause.has("obj") and not _one_name(sentence, clause.slots["obj"][-1], kid)
        clause.add("second" if apart else "obj", kid.index)


def _one_name(sentence: Sentence, before: int, kid: Token) -> bool:
    """Tell whether two objects are the parts of one name that the tree left apart."""
    both = (sentence.tokens[before], kid)
    return kid.index == before + 1 and all(token.upos == "PROPN" for token in both)


def _is_dative(sentence: Sentence, kid: Token) -> bool:
    """Tell datives by their article first: names are often tagged with the wrong case."""
    articles = [
        sentence.tokens[i].text.lower()
        for i in sentence.children[kid.index]
        if relation(sentence.tokens[i]) == "det"
    ]
    if any(word in ("die", "das", "eine", "ein", "einen") for word in articles):
        return False
    if any(word.endswith(("em", "er")) for word in articles):
        return True
    if "den" in articles:
        return kid.feat("Number") == "Plur"
    return _case(kid) == "Dat" and (relation(kid) != "obj" or kid.xpos != "NE")


def _place_clause(sentence: Sentence, clause: Clause, kid: Token, grammar: Grammar) -> None:
    name = relation(kid)
    before = grammar.preposition(sentence, kid.index)
    if name == "advcl" and not (before in ASCRIBING and _is_bare(sentence, kid)):
        return
    if before:
        clause.add(before, kid.index)
    if before or any(sentence.tokens[i].lemma == "als" for i in sentence.children[kid.index]):
        if before != "als":
            clause.add("als", kid.index)
    elif kid.upos in ("ADJ", "NOUN", "PROPN") and name == "xcomp":
        clause.add("pred", kid.index)
    else:
        clause.add("clause", kid.index)


def _is_bare(sentence: Sentence, kid: Token) -> bool:
    """Tell whether a word heads no clause of its own ("nannte es als gefährlich", "für falsch")."""
    below = {relation(sentence.tokens[i]) for i in sentence.children[kid.index]}
    return kid.upos in ("ADJ", "NOUN") and not below & {"nsubj", "csubj", "cop", "aux"}


def _case(token: Token) -> str | None:
    return token.feat("Case")
