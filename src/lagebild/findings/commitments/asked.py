"""Whom a commitment concerns where no slot of its cue names him: read from its content.

"fordert den Rücktritt der Regierung" asks the government, "verlangt, dass Ghana ..." asks Ghana;
"lehnt einen Beitritt der Türkei ab" refuses it to Turkey, "versprach, Ghana zu ..." is for Ghana.
"""

from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import filled
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.nominals import read_nominal
from lagebild.findings.reading import Reading


def asked_by_content(
    scene: Scene, match: Match, cue: Cue, parties: tuple[str, ...], reading: Reading
) -> tuple[str, ...]:
    """Return the actors whom the content of a demand or refusal concerns, besides the parties."""
    heads = [head for slot in cue.content for head in filled(match.slots, slot)[:1]]
    found: list[str] = []
    for head in heads:
        if cue.kind in ("demand", "refusal"):
            found += _concerned(scene, head, cue, reading)
        if cue.kind != "demand" and cue.status not in ("agreed", "in_force"):
            found += _meant_for(scene, head)
    if cue.kind in ("promise", "offer", "threat"):  # "kündigte einen Streik gegen Ghana an"
        found += [
            k for i in filled(match.slots, "gegen") for k in scene.cast.of(scene.sentence, i, False)
        ]
    return tuple(key for key in dict.fromkeys(found) if key not in parties)


def _meant_for(scene: Scene, head: int) -> list[str]:
    """Return for or against whom an act is ("dem Kosovo ... zu geben", "Klage gegen X")."""
    clause = scene.clauses.get(head)
    noun = scene.sentence.tokens[head]
    slots = clause.slots if clause else read_nominal(scene.sentence, noun, scene.lexicon.grammar)
    words = [i for slot in ("dat", "gegen", "an", "mit") for i in filled(slots, slot)]
    words = [i for i in words if not _may_be_genitive(scene, i)]
    if clause is None:
        words = [i for i in words if not _is_parted(scene, head, i)]
    return [key for i in words for key in scene.cast.of(scene.sentence, i, False)]


def _is_parted(scene: Scene, head: int, index: int) -> bool:
    """Tell whether a sign stands between a noun and a word in front that a tree hung on it.

    "Ghana, mit der Armee an der Spitze, ist zum Kampf bereit" means no fight with the army.
    """
    return any(token.text == "," for token in scene.sentence.tokens[index:head])


def _may_be_genitive(scene: Scene, index: int) -> bool:
    """Tell whether a noun without preposition follows another one ("Soldaten einer Einheit")."""
    first = scene.sentence.subtree(index)[0]
    before = scene.sentence.tokens[first - 1 : first] if first else ()
    article = scene.sentence.tokens[first]
    plain = article.upos == "DET" and article.text.lower() not in ("dem", "einem", "den")
    return plain and any(t.upos == "NOUN" for t in before)


def _concerned(scene: Scene, head: int, cue: Cue, reading: Reading) -> list[str]:
    sentence = scene.sentence
    clause = scene.clauses.get(head)
    if clause is not None and cue.kind == "demand" and not clause.passive:
        return [k for i in clause.slots.get("subj", ()) for k in scene.cast.of(sentence, i, False)]
    own = sentence.tokens[head].lemma in reading.knowledge.view(words_of)["own_deeds"]
    if clause is None and (own or cue.kind == "refusal"):
        return list(scene.cast.of(sentence, head, "owner"))
    return []
