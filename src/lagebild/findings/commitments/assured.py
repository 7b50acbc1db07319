"""What somebody in office assures will be done: "die Grenze werde geöffnet, versicherte er".

The passive does not say by whom; who gives his word for it is bound. Words of announcing or
assuring (`commitment_words`: assurances) are needed, or a day to come: "werde bewacht, sagte er"
tells what is.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.cues import Cues
from lagebild.findings.commitments.kinds import kind_of
from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import modal_content
from lagebild.findings.commitments.obligations import BOUND, with_subject
from lagebild.findings.commitments.officials import is_official
from lagebild.findings.commitments.questions import is_asked
from lagebild.findings.commitments.terms import planned_day
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment, Statement
from lagebild.spans import Span

FUTURE = ("werde", "werden", "wird", "würden", "soll", "sollen", "solle", "sollten")
"""Helpers of a passive that tells, in somebody's words, what is to be done."""


def assured(
    scene: Scene, cues: Cues, acts: dict[int, str], conditions: list[Span]
) -> Iterator[Commitment]:
    """Yield what speakers in office announce or assure in the passive, left to right.

    `acts` has the types of the acts that the sentence tells, by the index of their word.
    """
    reading = scene.cast.reading
    for index, clause in sorted(scene.clauses.items()):
        voice = reading.voice_at(scene.sentence.tokens[index].span)
        told = _is_passive(scene, clause) or _takes_place(scene, clause)
        if voice is None or not told or is_asked(scene, clause):
            continue
        speaker = reading.actor_of.get(voice.speaker or "")
        within = any(c.covers(scene.sentence.tokens[index].span) for c in conditions)
        if speaker is None or within or not is_official(scene, speaker, BOUND):
            continue
        content = modal_content(scene, clause, conditions, reading)
        if content is None or not _is_assured(scene, voice, content):
            continue
        if not clause.passive:
            content = with_subject(scene, clause, content)
        subjects = clause.slots.get("subj", ()) if clause.passive else ()
        agents = (k for i in subjects for k in scene.cast.of(scene.sentence, i, False))
        parties = tuple(dict.fromkeys(agents)) or (speaker.key,)
        kind = kind_of(scene, clause, acts.get(index), cues)
        yield made(scene, kind, (parties, ()), content, "commitment_words: assurances")


def _is_passive(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    verb = tokens[clause.verb]
    finite = [tokens[i] for i in clause.auxiliaries if tokens[i].xpos in ("VAFIN", "VMFIN")]
    participle = verb.xpos == "VVPP" and verb.text.lower() != verb.lemma.lower()
    told = relation(verb) not in ("acl", "advcl") and participle
    done = any(tokens[i].lemma in ("haben", "sein") for i in clause.auxiliaries)
    return clause.passive and told and not done and any(f.text.lower() in FUTURE for f in finite)


def _takes_place(scene: Scene, clause: Clause) -> bool:
    """Tell whether a thing shall come to pass ("eine weitere Schule soll folgen")."""
    tokens = scene.sentence.tokens
    helpers = [tokens[i] for i in clause.auxiliaries]
    happens = scene.cast.reading.knowledge.view(words_of)["happens"]
    plain = not clause.passive and tokens[clause.verb].xpos == "VVINF"
    return plain and clause.lemma in happens and any(h.text.lower() in FUTURE for h in helpers)


def _is_assured(scene: Scene, voice: Statement, content: Span) -> bool:
    reading = scene.cast.reading
    told = (cue.of(reading.article.text).lower() for cue in voice.cue)
    words = tuple(reading.knowledge.view(words_of)["assurances"])
    return any(word.startswith(words) for word in told) or (
        planned_day(reading, scene, content) is not None
    )
