"""Read the dependents of an event noun: attributes, and the light verb that carries it."""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import Grammar, fold, relation
from lagebild.findings.events.lexicon import Lexicon, build_lexicon
from lagebild.findings.events.slips import is_stray_dative
from lagebild.findings.finding import EventStatus
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

ATTRIBUTES = ("nmod", "obl", "appos", "det", "amod", "compound", "flat")


def read_nominal(sentence: Sentence, noun: Token, grammar: Grammar) -> dict[str, list[int]]:
    """Return the slots of a noun: `gen`, `poss`, `adj`, and prepositions by their name."""
    slots: dict[str, list[int]] = {}
    for index in sentence.children[noun.index]:
        slot = _slot(sentence, sentence.tokens[index], grammar)
        if slot:
            slots.setdefault(slot, []).append(index)
            if slot != "clause":
                _place_nested(sentence, index, slots, grammar, slot in ("gen", "von"))
    if not slots.get("gen") and not slots.get("von"):
        _share_owner(sentence, noun, slots, grammar)
    _place_followers(sentence, noun, slots, grammar)
    return slots


def _place_followers(
    sentence: Sentence, noun: Token, slots: dict[str, list[int]], grammar: Grammar
) -> None:
    """Offer a phrase right behind the noun's own, which the tree hung on the verb, as `+durch`.

    "Die Festnahme des Mannes durch die Polizei löste Proteste aus" is hard to tell for a tree.
    """
    end = max(sentence.subtree(noun.index)) + 1
    if noun.head < 0 or end >= len(sentence.tokens) or sentence.tokens[end].upos != "ADP":
        return
    for index in sentence.children[noun.head]:
        if index > end and sentence.tokens[end].head == index:
            before = grammar.preposition(sentence, index)
            if before and relation(sentence.tokens[index]) in ("obl", "nmod"):
                slots.setdefault(f"+{before}", []).append(index)


def _share_owner(
    sentence: Sentence, noun: Token, slots: dict[str, list[int]], grammar: Grammar
) -> None:
    """Give a noun what hangs on the last one joined to it ("Märsche und Streiks der Bauern")."""
    joined = [i for i in sentence.children[noun.index] if relation(sentence.tokens[i]) == "conj"]
    for index in joined[-1:]:
        for child in sentence.children[index]:
            slot = _slot(sentence, sentence.tokens[child], grammar)
            if slot in ("gen", "von") and child > index:
                slots.setdefault(slot, []).append(child)


def _place_nested(
    sentence: Sentence, index: int, slots: dict[str, list[int]], grammar: Grammar, owned: bool
) -> None:
    """Offer what hangs on the genitive ("der Vorwurf der Regierung an die Presse") as `+an`.

    Behind another preposition only who does it is offered ("der Besuch in Togo durch Ghana").
    """
    for child in sentence.children[index]:
        before = grammar.preposition(sentence, child)
        wanted = before and (owned or before == "durch")
        if wanted and relation(sentence.tokens[child]) in ("nmod", "obl"):
            slots.setdefault(f"+{before}", []).append(child)


def _slot(sentence: Sentence, kid: Token, grammar: Grammar) -> str | None:
    if kid.deprel == "det:poss" or kid.xpos == "PPOSAT":
        return "poss"
    name = relation(kid)
    if name == "amod":
        return "adj"
    if name in ("acl", "ccomp", "xcomp") and kid.upos in ("VERB", "AUX"):
        relative = any(sentence.tokens[i].xpos == "PRELS" for i in sentence.children[kid.index])
        return None if relative or kid.xpos == "VVPP" else "clause"
    if name in ("nmod", "obl", "obj"):
        genitive = kid.feat("Case") == "Gen" or name == "nmod"
        genitive = genitive and not is_stray_dative(sentence, kid.index)
        return grammar.preposition(sentence, kid.index) or ("gen" if genitive else None)
    return None


def doer_slots(knowledge: Knowledge, lemma: str) -> tuple[str, ...] | None:
    """Return the slots that name who does what a noun tells, None where it tells no deed.

    Whoever is bombed or freed is no answer to whose deed it was.
    """
    lexicon = knowledge.view(build_lexicon)
    entry = lexicon.noun_entry(lemma)
    frames = [f for f in lexicon.nouns[entry] if f.type != "-"] if entry else []
    return tuple(slot for slot in frames[0].source if slot != "comp") if frames else None


def carrier(
    sentence: Sentence, noun: Token, clauses: dict[int, Clause], lexicon: Lexicon
) -> tuple[Clause, str | None, EventStatus | None] | None:
    """Return the light verb's clause, the slot that names the source, and the status it gives."""
    head = noun
    while relation(head) == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    relative = [c for c in clauses.values() if c.relative and c.relative[1] == noun.index]
    above = [clauses[head.head]] if head.head in clauses else []
    for clause in (*above, *relative):
        if _is_judged(sentence, clause):
            continue
        for light in lexicon.light.get(clause.lemma, ()):
            carried = head.index in clause.slots.get(light.slot, ())
            if carried and (not light.reflexive or clause.has("refl")):
                return clause, light.source, light.status
    return None


def _is_judged(sentence: Sentence, clause: Clause) -> bool:
    """Tell what only says how something is judged ("hielten den Abzug für falsch")."""
    words = (i for slot in ("für", "als") for i in clause.slots.get(slot, ()))
    return any(sentence.tokens[i].upos == "ADJ" for i in words)


def carried_below(sentence: Sentence, noun: Token, lexicon: Lexicon) -> dict[str, list[int]]:
    """Return the slots of the noun that carries this one ("Aufnahme von Gesprächen durch X")."""
    if noun.head < 0 or relation(noun) != "nmod":
        return {}
    above = sentence.tokens[noun.head]
    if fold(above.lemma) not in lexicon.carriers:
        return {}
    slots = read_nominal(sentence, above, lexicon.grammar)
    return {slot: words for slot, words in slots.items() if noun.index not in words}
