"""Clauses told before the verb that says so: "Man öffne die Grenze, versprach der Minister".

Trees hang such a verb below the clause that it tells of. For the reader of commitments that
clause is its content.
"""

from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene


def mend_inverted(scene: Scene) -> None:
    """Give each verb of speech that follows its clause that clause as content."""
    tokens = scene.sentence.tokens
    for index, clause in scene.clauses.items():
        verb = tokens[index]
        above = scene.clauses.get(verb.head)
        follows = index > 0 and tokens[index - 1].text == "," and verb.head < index
        if above is None or not follows or relation(verb) not in ("parataxis", "conj", "dep"):
            continue
        subjects = clause.slots.get("subj", [])
        told = subjects and subjects[0] > index and "subj" not in clause.inherited
        if verb.xpos == "VVFIN" and told and not clause.has("clause") and not clause.has("obj"):
            above.slots["clause"] = [i for i in above.slots.get("clause", []) if i != index]
            clause.slots["clause"] = [above.verb]
