"""Tell the accusative of weak nouns from their dative plural: "den Soldaten" is both.

"Die Miliz entführte den Soldaten": where the verb's entries ask for an object and for no dative,
and the clause has no other object, the noun is the object.
"""

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.lexicon import Lexicon
from lagebild.language.analysis import Sentence


def trust_entries(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> None:
    """Make the one dative of a clause its object where the form allows and the entries ask."""
    given = clause.slots.get("dat", [])
    if clause.passive or clause.has("obj") or len(given) != 1:
        return
    if _is_open(sentence, given[0]) and _asks_for_object(clause.lemma, lexicon):
        clause.slots["obj"] = clause.slots.pop("dat")


def _is_open(sentence: Sentence, index: int) -> bool:
    """Tell whether "den" and a longer form of a masculine may be singular or plural."""
    token = sentence.tokens[index]
    articles = [sentence.tokens[i] for i in sentence.children[index]]
    den = any(relation(t) == "det" and t.text.lower() == "den" for t in articles)
    weak = token.text in (token.lemma + "n", token.lemma + "en")
    return den and weak and token.feat("Gender") == "Masc"


def _asks_for_object(lemma: str, lexicon: Lexicon) -> bool:
    frames = lexicon.verbs.get(lemma, ())
    slots = {slot for frame in frames for slot in (*frame.source, *frame.target)}
    slots |= {test.slot for frame in frames for need in frame.needs for test in need}
    return "obj" in slots and "dat" not in slots
