"""Fill the slots that a sentence leaves to another clause: subjects shared, controlled, hidden."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import Grammar, is_participle, relation
from lagebild.findings.events.slips import antecedent, relative_pronoun
from lagebild.language.analysis import Sentence, Token

AIM = ("um", "ohne", "anstatt", "statt")
"""Before infinitives that the subject of the verb above does ("kam, um Mba aufzufordern")."""


def share(sentence: Sentence, clause: Clause, clauses: dict[int, Clause], grammar: Grammar) -> None:
    """Fill slots that the sentence leaves to another clause: subjects shared or controlled."""
    verb = sentence.tokens[clause.verb]
    name = relation(verb)
    _resolve_relatives(sentence, clause)
    governor = clauses.get(verb.head)
    if governor is not None and name == "conj":
        _share_conjunct(sentence, clause, governor)
    elif governor is not None and name in ("xcomp", "advcl", "ccomp") and not clause.has("subj"):
        _share_control(sentence, clause, governor, grammar)
    elif name in ("acl", "amod") and verb.head >= 0:
        earlier = _relative_before(sentence, clause, clauses)
        if earlier is None:
            _share_attribute(sentence, clause, clauses)
        else:
            _share_conjunct(sentence, clause, earlier)


def _relative_before(
    sentence: Sentence, clause: Clause, clauses: dict[int, Clause]
) -> Clause | None:
    """Return the relative clause that a verb without subject and pronoun goes on with.

    "Die Armee, die das Dorf beschoss, den Ort besetzte": a tree hangs both verbs on the noun.
    """
    verb = sentence.tokens[clause.verb]
    finite = (verb, *(sentence.tokens[i] for i in clause.auxiliaries))
    last = any("VerbForm=Fin" in token.feats for token in finite)
    if clause.has("subj") or not last or relative_pronoun(sentence, verb.index) is not None:
        return None
    for index in reversed(sentence.children[verb.head]):
        if index < verb.index and index in clauses and relation(sentence.tokens[index]) == "acl":
            return clauses[index]
    return None


def _share_conjunct(sentence: Sentence, clause: Clause, first: Clause) -> None:
    verb = sentence.tokens[clause.verb]
    own_helpers = bool(clause.auxiliaries)
    if is_participle(verb) and not own_helpers:
        clause.auxiliaries = list(first.auxiliaries)
        if first.passive and not clause.passive:
            clause.passive = True
            clause.slots["obj"] = clause.slots.pop("subj", []) + clause.slots.get("obj", [])
        elif clause.passive and first.auxiliaries and not first.passive:
            clause.passive = False
            clause.slots["subj"] = clause.slots.pop("obj", [])
    _share_object(sentence, clause, first)
    shared = {"subj"} if not clause.passive else {"subj", "obj"}
    grammatical = "obj" if clause.passive else "subj"
    if clause.has(grammatical):
        return
    theirs = first.slots.get("obj" if first.passive else "subj", [])
    clause.slots[grammatical] = list(theirs)
    clause.inherited |= frozenset({grammatical})
    if clause.passive and first.passive and not clause.has("subj") and first.has("subj"):
        clause.slots["subj"] = list(first.slots["subj"])
        clause.inherited |= frozenset(shared)


def _share_object(sentence: Sentence, clause: Clause, first: Clause) -> None:
    """Give two verbs side by side one object ("kritisierte und verurteilte den Minister")."""
    between = sentence.tokens[first.verb + 1 : clause.verb]
    if clause.passive or first.passive or any(t.upos not in ("CCONJ", "ADV") for t in between):
        return
    if clause.has("obj") and not first.has("obj"):
        first.slots["obj"] = list(clause.slots["obj"])
    elif first.has("obj") and not clause.has("obj"):
        clause.slots["obj"] = list(first.slots["obj"])


def _share_control(sentence: Sentence, clause: Clause, governor: Clause, grammar: Grammar) -> None:
    verb = sentence.tokens[clause.verb]
    finite = "VerbForm=Fin" in verb.feats or any(
        "VerbForm=Fin" in sentence.tokens[i].feats for i in clause.auxiliaries
    )
    if finite:
        _take_back_subject(sentence, clause, governor)
        return
    slot = "subj"
    aim = any(
        relation(sentence.tokens[i]) == "mark" and sentence.tokens[i].text.lower() in AIM
        for i in sentence.children[verb.index]
    )
    if grammar.has("object_control", governor.lemma) and not aim:
        slot = "obj" if governor.has("obj") else "dat"
    elif governor.lemma == "lassen" and not clause.has("obj") and not clause.passive:
        clause.slots["obj"] = list(governor.slots.get("obj") or governor.slots.get("dat", []))
    elif governor.passive:
        slot = "obj"
    clause.slots["obj" if clause.passive else "subj"] = list(governor.slots.get(slot, []))
    clause.inherited |= frozenset({"subj"})


def _take_back_subject(sentence: Sentence, clause: Clause, governor: Clause) -> None:
    """Take the subject that a tree gave to the verb of saying as its object.

    "Das Blatt meldet, Mba habe die Zahlen bezweifelt": what follows the comma opens the clause
    that is told, which needs a subject, while the verb of saying has its content.
    """
    told = governor.slots.get("obj", [])
    if clause.has("obj" if clause.passive else "subj") or governor.passive or len(told) != 1:
        return
    start = min(sentence.subtree(told[0]))
    comma = any(sentence.tokens[i].text == "," for i in (start - 1, start))
    if governor.verb < start < clause.verb and comma:
        clause.slots["obj" if clause.passive else "subj"] = told
        governor.slots["obj"] = []


def _share_attribute(sentence: Sentence, clause: Clause, clauses: dict[int, Clause]) -> None:
    """Participles ("die verhafteten Aktivisten") and infinitives that depend on a noun."""
    verb = sentence.tokens[clause.verb]
    noun = sentence.tokens[verb.head]
    if is_participle(verb) and not clause.auxiliaries:
        clause.passive = "Tense=Pres" not in verb.feats and not verb.text.lower().startswith(
            clause.lemma
        )
        slot = "obj" if clause.passive else "subj"
        if not clause.has(slot):
            clause.slots[slot] = [noun.index]
        if clause.passive and not clause.has("subj"):
            clause.slots["subj"] = clause.slots.get("von", []) or clause.slots.get("durch", [])
    elif not clause.has("subj") and _is_infinitive(sentence, verb):
        governor = clauses.get(noun.head)
        if governor is not None:
            clause.slots["subj"] = list(governor.slots.get("subj", []))


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell infinitives, also of the perfect ("geliefert zu haben")."""
    if verb.xpos in ("VVINF", "VVIZU"):
        return True
    return any(sentence.tokens[i].xpos == "PTKZU" for i in sentence.children[verb.index])


def _resolve_relatives(sentence: Sentence, clause: Clause) -> None:
    """Put the antecedent in the place of a relative pronoun."""
    verb = sentence.tokens[clause.verb]
    first = sentence.tokens[verb.head] if relation(verb) == "conj" and verb.head >= 0 else verb
    head = antecedent(sentence, first)
    pronoun = relative_pronoun(sentence, first.index)
    if head is None or pronoun is None:
        return
    clause.relative = pronoun, head
    for slot, words in clause.slots.items():
        clause.slots[slot] = [
            head if sentence.tokens[w].xpos in ("PRELS", "PRELAT") else w for w in words
        ]
