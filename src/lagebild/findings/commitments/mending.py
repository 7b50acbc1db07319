"""Mend slots by which commitments are read: clauses told first, "den" and "darauf".

"Man öffne die Grenze, versprach der Minister" tells a clause before the verb that says so.

Trees hang such a verb below the clause that it tells of. For the reader of commitments that
clause is its content.
"""

from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene

POINTING = {"darauf": "auf", "darüber": "über"}
"""Pronouns that stand for what a pair agreed on."""

TWO = 2


def mend_slots(scene: Scene) -> None:
    """Mend the slots of a sentence's clauses, in place."""
    _mend_inverted(scene)
    _mend_letting(scene)
    for clause in scene.clauses.values():
        _mend_case(scene, clause)
        _mend_given(scene, clause)
        _mend_contrast(scene, clause)
        _mend_order(scene, clause)
        for index in clause.slots.get("adv", ()):
            slot = POINTING.get(scene.sentence.tokens[index].text.lower())
            if slot is not None and not clause.has(slot):
                clause.add(slot, index)


def _mend_case(scene: Scene, clause: Clause) -> None:
    """Take a singular behind "den" for the object that it is, whatever its tag says."""
    for index in [] if clause.has("obj") else list(clause.slots.get("dat", ())):
        noun = scene.sentence.tokens[index]
        kids = (scene.sentence.tokens[i] for i in scene.sentence.children[index])
        if noun.feat("Number") == "Sing" and any(kid.text.lower() == "den" for kid in kids):
            clause.slots["dat"] = [i for i in clause.slots["dat"] if i != index]
            clause.add("obj", index)


def _mend_letting(scene: Scene) -> None:
    """Read "werde sich nicht erpressen lassen" as one clause where trees part its two verbs."""
    tokens = scene.sentence.tokens
    for index, clause in list(scene.clauses.items()):
        below = scene.clauses.get(index - 1)
        if below is None or clause.lemma != "lassen" or not clause.auxiliaries:
            continue
        beside = tokens[index - 1].head == tokens[index].head >= 0
        kids = (tokens[i].lemma for i in scene.sentence.children[index - 1])
        denied = any(scene.lexicon.grammar.has("negations", lemma) for lemma in kids)
        if not beside and not (tokens[index - 1].head == index and denied):
            continue
        if tokens[index].xpos == tokens[index - 1].xpos == "VVINF":
            below.auxiliaries = [*clause.auxiliaries, index]
            below.slots["refl"] = list(clause.slots.get("refl", ()))
            below.slots["subj"] = below.slots.get("subj") or list(clause.slots.get("subj", ()))
            del scene.clauses[index]


def _mend_contrast(scene: Scene, clause: Clause) -> None:
    """Give "will nicht den Abzug, wohl aber die Reform aufhalten" the subject in front.

    Trees take the first object for the root, to which the verb is joined.
    """
    tokens, verb = scene.sentence.tokens, scene.sentence.tokens[clause.verb]
    helper = min(clause.auxiliaries, default=-1)
    if relation(verb) != "conj" or verb.head in scene.clauses or helper < 0:
        return
    kids = scene.sentence.children[verb.head]
    first = [i for i in kids if i < helper and relation(tokens[i]) == "nsubj"]
    told = clause.slots.get("subj", [])
    if first and all(i > helper for i in told):
        clause.slots["subj"], clause.slots["obj"] = first, [*clause.slots.get("obj", []), *told]


def _mend_given(scene: Scene, clause: Clause) -> None:
    """Take a woman's dative for what it is ("der Partei wurde ein Amt angeboten").

    In the passive trees take "der Partei" for a second subject.
    """
    things = clause.slots.get("obj", [])
    if not clause.passive or len(things) < TWO or clause.has("dat"):
        return
    tokens = scene.sentence.tokens
    for index in things:
        first = tokens[scene.sentence.subtree(index)[0]]
        given = first.text.lower() in ("der", "einer", "dieser", "ihrer", "seiner")
        if given and tokens[index].feat("Gender") == "Fem":
            clause.slots["obj"] = [i for i in things if i != index]
            clause.add("dat", index)
            return


def _mend_order(scene: Scene, clause: Clause) -> None:
    """Take a demand or offer in front for the object where an actor stands behind the verb.

    "Die Forderung lehnte das Kabinett ab": no demand refuses anybody.
    """
    tokens = scene.sentence.tokens
    words = scene.cast.reading.knowledge.view(words_of)["hollow"]
    first, second = clause.slots.get("subj", []), clause.slots.get("obj", [])
    if clause.passive or len(first) != 1 or len(second) != 1 or not first[0] < clause.verb:
        return
    behind = clause.verb < second[0] and scene.cast.actor(tokens[second[0]]) is not None
    if behind and tokens[first[0]].lemma in words:
        clause.slots["subj"], clause.slots["obj"] = second, first


def _mend_inverted(scene: Scene) -> None:
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
