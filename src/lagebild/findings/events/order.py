"""Mend clauses whose object comes first: "Den Abzug nannte Moskau einen Fehler".

Names show no case, so a tree often takes the word before the verb for the subject. A deed or a
thing neither blames nor welcomes anybody; where such a verb has a deed as its subject and an actor
as its object, the two change places.
"""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import Grammar, relation
from lagebild.findings.events.lexicon import Lexicon
from lagebild.findings.events.roles import Cast
from lagebild.language.analysis import Sentence


def mend_order(
    sentence: Sentence, clauses: dict[int, Clause], lexicon: Lexicon, cast: Cast
) -> None:
    """Exchange subject and object of clauses that only an actor can be the subject of."""
    for clause in clauses.values():
        if _lacks_subject(sentence, clause):
            clause.slots["subj"] = clause.slots.pop("obj")
        subjects = clause.slots.get("subj", [])
        if _is_turned(sentence, clause, lexicon):
            _exchange(clause, "obj", lexicon.grammar)
            continue
        if clause.passive or len(subjects) != 1 or "subj" in clause.inherited:
            continue
        slot = next((s for s in ("obj", "dat") if _holds_actor(sentence, clause, s, cast)), None)
        if slot is None or _is_nominative(sentence, subjects[0]):
            continue
        deed = lexicon.is_voiced(clause.lemma) and _is_deed(sentence, subjects[0], lexicon, cast)
        given = _is_accusative(sentence, subjects[0])
        if deed or given or _disagrees(sentence, clause, slot):
            _exchange(clause, slot, lexicon.grammar)


def _lacks_subject(sentence: Sentence, clause: Clause) -> bool:
    """Tell a finite clause whose only noun phrase a tree takes for its object.

    German clauses have a subject ("haben am Samstag 300 Bauern demonstriert"); what agrees with
    the verb in number and has no accusative article must be it.
    """
    tokens = sentence.tokens
    objects = clause.slots.get("obj", [])
    relations = {relation(tokens[i]) for i in sentence.children[clause.verb]}
    if clause.passive or clause.has("subj") or len(objects) != 1 or relations & SUBJECTS:
        return False
    finite = [tokens[i] for i in (clause.verb, *clause.auxiliaries)]
    finite = [token for token in finite if "VerbForm=Fin" in token.feats]
    place = relation(tokens[clause.verb])
    return (
        bool(finite)
        and place in ("root", "ccomp", "advcl", "parataxis")
        and finite[0].feat("Number") == tokens[objects[0]].feat("Number")
        and tokens[objects[0]].upos in ("NOUN", "PROPN")
        and not _is_accusative(sentence, objects[0])
    )


def _is_turned(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether the object must be the subject: by its article, or by the number of the verb.

    "Die Geiseln, die ein Mann erschoss"; "diese Idee halten viele für gut".
    """
    subjects, objects = clause.slots.get("subj", []), clause.slots.get("obj", [])
    if clause.passive or len(subjects) != 1 or len(objects) != 1 or "subj" in clause.inherited:
        return False
    tokens = sentence.tokens
    if clause.relative is not None:
        one = tokens[objects[0]].feat("Number") == "Sing"
        return clause.relative[1] == subjects[0] and one and _is_nominative(sentence, objects[0])
    verbs = [tokens[i] for i in (clause.verb, *clause.auxiliaries)]
    many = any(
        "VerbForm=Fin" in v.feats and v.feat("Number") == "Plur" and v.text[-1] in "nd"
        for v in verbs
    )
    subject, other = tokens[subjects[0]], tokens[objects[0]]
    return (
        many
        and other.feat("Number") == "Plur"
        and subject.upos == "NOUN"
        and subject.feat("Number") == "Sing"
        and not lexicon.in_class(subject.lemma, "parts")
        and not _is_nominative(sentence, subject.index)
        and {relation(tokens[i]) for i in sentence.children[subject.index]}.isdisjoint(COUNTING)
    )


COUNTING = {"conj", "nummod"}


def _is_accusative(sentence: Sentence, index: int) -> bool:
    """Tell whether the article can only be an accusative ("ihren Gegner lobte Mba")."""
    return sentence.tokens[index].feat("Number") == "Sing" and any(
        sentence.tokens[i].text.lower() in ACCUSATIVE
        for i in sentence.children[index]
        if relation(sentence.tokens[i]) == "det"
    )


def _disagrees(sentence: Sentence, clause: Clause, slot: str) -> bool:
    """Tell whether the verb is singular, its subject plural and its object singular."""
    tokens = sentence.tokens
    verbs = [tokens[i] for i in (clause.verb, *clause.auxiliaries)]
    finite = [verb for verb in verbs if "VerbForm=Fin" in verb.feats]
    subject, other = clause.slots["subj"][0], clause.slots[slot][0]
    return (
        bool(finite)
        and finite[0].feat("Number") == "Sing"
        and tokens[subject].feat("Number") == "Plur"
        and tokens[other].feat("Number") == "Sing"
        and tokens[subject].upos == "NOUN"
        and not any(relation(tokens[i]) == "nummod" for i in sentence.children[subject])
    )


def _holds_actor(sentence: Sentence, clause: Clause, slot: str, cast: Cast) -> bool:
    words = clause.slots.get(slot, [])
    return len(words) == 1 and cast.actor(sentence.tokens[words[0]]) is not None


def _exchange(clause: Clause, slot: str, grammar: Grammar) -> None:
    """Make the word of `slot` the subject and the subject the object."""
    deed = clause.slots["subj"]
    clause.slots["subj"] = clause.slots.pop(slot)
    named = clause.slots.get("obj", [])
    if named and grammar.has("naming_verbs", clause.lemma):
        clause.slots["pred"] = named
        named = []
    clause.slots["obj"] = deed + named


def _is_deed(sentence: Sentence, index: int, lexicon: Lexicon, cast: Cast) -> bool:
    token = sentence.tokens[index]
    if token.upos != "NOUN" or cast.actor(token) is not None:
        return False
    if cast.of(sentence, index, False):
        return _is_claim(token.lemma, lexicon)
    return lexicon.noun_entry(token.lemma) is not None or token.lemma.endswith(DEEDS)


def _is_claim(lemma: str, lexicon: Lexicon) -> bool:
    """Tell what somebody asks, blames or offers, which refuses nothing itself ("Forderung Mbas").

    A paper may speak for who wrote it ("der Bericht der AU kritisiert").
    """
    entry = lexicon.noun_entry(lemma)
    types = [frame.type for frame in lexicon.nouns[entry]] if entry else []
    return bool({*types} & CLAIMS) and not lexicon.in_class(lemma, "utterances")


def _is_nominative(sentence: Sentence, index: int) -> bool:
    """Tell whether the article can only be a nominative ("der" before a masculine)."""
    token = sentence.tokens[index]
    return any(
        sentence.tokens[i].text.lower() in ("der", "ein", "kein") and token.feat("Gender") == "Masc"
        for i in sentence.children[index]
        if relation(sentence.tokens[i]) == "det"
    )


CLAIMS = {"REQUEST", "ACCUSE", "REJECT", "AGREE"}
ACCUSATIVE = ("den", "einen", "keinen", "seinen", "ihren", "unseren", "diesen", "jenen")
SUBJECTS = {"nsubj", "csubj", "expl"}
DEEDS = ("ung", "tion", "heit", "keit", "schaft", "gesetz", "plan", "vertrag", "abkommen")
"""Endings of nouns that are deeds or things."""
