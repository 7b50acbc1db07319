"""Commitments without a cue: "will ... einsetzen" (promise), "werde ... angreifen" (threat).

The modal verb binds its subject. What kind it is follows from the act: a hostile one is a
threat, not to do it a promise; not to do anything else is a refusal. Plans to meet bind nobody.
"""

from collections.abc import Iterator

from lagebild.findings.commitments.conditions import build_condition_cues
from lagebild.findings.commitments.cues import Cues
from lagebild.findings.commitments.kinds import kind_of
from lagebild.findings.commitments.made import made
from lagebild.findings.commitments.modals import modal_content
from lagebild.findings.commitments.negation import OBJECTS, is_negated
from lagebild.findings.commitments.parties import DECIDING, is_polled
from lagebild.findings.commitments.questions import is_asked
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Commitment, CommitmentKind, Statement
from lagebild.findings.reading import Reading
from lagebild.language.analysis import Token
from lagebild.spans import Span

FORETELLING = ("können", "dürfen", "müssen")
"""Modal verbs below "werden" that foretell what will be possible or have to be."""


def intentions(
    scene: Scene, cues: Cues, acts: dict[int, str], conditions: list[Span]
) -> Iterator[Commitment]:
    """Yield the commitments that modal verbs express, with an actor of the article as party.

    `acts` has the types of the acts that the sentence tells, by the index of their word.
    """
    reading = scene.cast.reading
    words = reading.knowledge.view(words_of)
    for index, clause in sorted(scene.clauses.items()):
        voice = reading.voice_at(scene.sentence.tokens[index].span)
        if not _means_to(scene, clause, cues, voice is not None, conditions):
            continue
        kind = kind_of(scene, clause, acts.get(index), cues)
        meets = clause.lemma in words["talks"] or acts.get(index) == "CONSULT"
        if (meets and kind == "promise" and not conditions) or _within(scene, clause, conditions):
            continue
        subject = list(clause.slots.get("subj", ()))
        parties = tuple(k for i in subject for k in _deciding(scene, i))
        if not subject and voice is not None and voice.speaker and _is_we(scene, clause):
            parties = (voice.speaker,)
        if not parties or not _binds(scene, clause, reading, parties, voice):
            continue
        if kind != "threat" and _is_foretold(scene, clause, parties, voice, bool(conditions)):
            continue
        content = modal_content(scene, clause, conditions, reading)
        if content is not None:
            warned = _opens_otherwise(scene, clause, reading) or (
                voice is not None and _is_warning(voice, reading, words)
            )
            yield _made(scene, clause, "threat" if warned else kind, parties, content)


def _deciding(scene: Scene, index: int) -> tuple[str, ...]:
    """Return the actors that a subject names: a thing of theirs ("sein Wahlkampf") decides nothing.

    People and bodies of theirs do ("die Soldaten Ghanas", "Vertreter der Union").
    """
    token, lexicon = scene.sentence.tokens[index], scene.lexicon
    decides = any(lexicon.in_class(token.lemma, name) for name in DECIDING)
    if (scene.cast.actor(token) is None and not decides) or is_polled(scene, index):
        return ()
    return scene.cast.of(scene.sentence, index, False)


def _is_foretold(
    scene: Scene,
    clause: Clause,
    parties: tuple[str, ...],
    voice: Statement | None,
    conditional: bool,
) -> bool:
    """Tell whether a "wird" foretells what many people will do ("die Hirten werden umkehren").

    They bind themselves by their own words, and by a condition that somebody tells for them.
    """
    wants = any(scene.sentence.tokens[i].lemma == "wollen" for i in clause.auxiliaries)
    reading = scene.cast.reading
    actors = [reading.actor_of.get(key) for key in parties]
    if wants or not all(actor is not None and actor.kind == "group" for actor in actors):
        return False
    if _opens_otherwise(scene, clause, reading):
        return False
    return voice is None or (voice.speaker not in parties and not conditional)


def _opens_otherwise(scene: Scene, clause: Clause, reading: Reading) -> bool:
    """Tell whether sentence or clause says what follows if not ("Andernfalls werde ...")."""
    known = reading.knowledge.view(build_condition_cues).words["word"]
    tokens = scene.sentence.tokens
    for words in (range(len(tokens)), scene.sentence.subtree(clause.verb)):
        first = next((tokens[i].text.lower() for i in words if tokens[i].upos != "PUNCT"), "")
        if first in known:
            return True
    return False


def _is_warning(voice: Statement, reading: Reading, words: dict[str, frozenset[str]]) -> bool:
    """Tell whether what somebody says is told as a warning: "..., drohte der Minister"."""
    told = (cue.of(reading.article.text).lower() for cue in voice.cue)
    return any(word.startswith(tuple(words["warnings"])) for word in told)


def _within(scene: Scene, clause: Clause, conditions: list[Span]) -> bool:
    verb = scene.sentence.tokens[clause.verb].span
    return any(condition.covers(verb) for condition in conditions)


def _binds(
    scene: Scene,
    clause: Clause,
    reading: Reading,
    parties: tuple[str, ...],
    voice: Statement | None,
) -> bool:
    """Tell whether the verb binds its subject, and does not foretell what others will do.

    Not what nobody can promise ("werde man wissen"), nor what a relative clause says by the way;
    "wird" with "kaum" or "wohl" foretells, in a comment always, and so does who speaks of others.
    """
    words = reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    wants = any(tokens[i].lemma == "wollen" for i in clause.auxiliaries)
    idle = clause.lemma in words["no_deeds"] and not (wants and clause.lemma in words["wanted"])
    if idle or relation(tokens[clause.verb]) == "acl":
        return False
    if is_asked(scene, clause) or _is_believed(scene, clause, words["beliefs"]):
        return False
    if voice is not None and not _for_himself(reading, parties, voice, words):
        return False
    if wants:
        wanted = any(tokens[i].text.lower().startswith("wollte") for i in clause.auxiliaries)
        return not (wanted and all(key.startswith("group:") for key in parties))
    kids = (tokens[i].text.lower() for i in scene.sentence.children[clause.verb])
    if any(word in words["forecasts"] for word in kids):
        return _opens_otherwise(scene, clause, reading)
    return voice is not None or reading.article.genre in ("news", "interview")


def _is_believed(scene: Scene, clause: Clause, beliefs: frozenset[str]) -> bool:
    """Tell whether the word above says that somebody believes it ("hofft, dass X ... wird")."""
    tokens = scene.sentence.tokens
    verb = tokens[clause.verb]
    if relation(verb) not in ("ccomp", "xcomp", "acl"):
        return False
    above = scene.clauses.get(verb.head)
    if above is None:
        return tokens[verb.head].lemma in beliefs
    nouns = {tokens[i].lemma for slot in ("subj", "obj") for i in above.slots.get(slot, ())}
    return above.lemma in beliefs or bool(nouns & beliefs)


def _for_himself(
    reading: Reading,
    parties: tuple[str, ...],
    voice: Statement,
    words: dict[str, frozenset[str]],
) -> bool:
    """Tell whether a speaker may promise for the parties: his own side, not whom he accuses.

    Those of another country, and other persons, speak for themselves, save through a spokesman.
    """
    speaker = voice.speaker
    home = reading.actor_of.get(speaker or "")
    if home is None or speaker in parties:
        return True
    told = (cue.of(reading.article.text).lower() for cue in voice.cue)
    if any(word.startswith(tuple(words["accusing"])) for word in told):
        return False
    if not any(m.actor == speaker and m.form == "name" for m in reading.mentions):
        return True
    bound = [actor for key in parties if (actor := reading.actor_of.get(key))]
    theirs = {actor.country for actor in bound if actor.country}
    titles = " ".join(role.title.lower() for role in home.roles)
    spokesman = any(word in titles for word in words["spokesmen"])
    person = home.kind == "person" and not spokesman
    if person and bound and all(actor.kind == "person" for actor in bound):
        return False
    return not home.country or not theirs or home.country in theirs


def _is_we(scene: Scene, clause: Clause) -> bool:
    """Tell whether "man" is the subject: in reported words it means the speaker's side."""
    kids = (scene.sentence.tokens[i] for i in scene.sentence.children[clause.verb])
    return any(kid.lemma == "man" and relation(kid) == "nsubj" for kid in kids)


def _means_to(
    scene: Scene, clause: Clause, cues: Cues, reported: bool, conditions: list[Span]
) -> bool:
    """Tell whether "will" or "wird" says that the subject is going to do it.

    In reported words "würden" stands for "werden", whose plural shows no Konjunktiv I, and with
    a condition "würde" tells what the subject would then do.
    """
    tokens, grammar = scene.sentence.tokens, cues.events.grammar
    helpers = [tokens[i] for i in clause.auxiliaries]
    verb = tokens[clause.verb]
    infinitive = verb.xpos in ("VVINF", "VAINF") or "VerbForm=Inf" in verb.feats
    if _is_participle(verb) or any(h.lemma in ("haben", "sein") for h in helpers):
        infinitive = False  # "wurden aufgefordert", "hat kommen wollen"
    finite = [h for h in helpers if h.xpos in ("VMFIN", "VAFIN") or "VerbForm=Fin" in h.feats]
    if not finite or not infinitive or relation(verb) == "advcl":
        return False
    word = finite[0].text.lower()
    if word.startswith("würd"):
        supposed = bool(conditions) and not _is_unreal(scene, conditions)
        return reported and (supposed or (word == "würden" and not conditions))
    if any(h.lemma in FORETELLING for h in helpers):
        return False
    if word.startswith("wollte"):
        return _would_not(scene, clause)
    return grammar.has("intent_modals", finite[0].lemma)


def _is_participle(verb: Token) -> bool:
    """Tell whether a word tagged as an infinitive is none ("wird ihm ein Preis verliehen")."""
    ends = verb.text.endswith("t") and "ge" in verb.text
    whole = verb.lemma.lower().endswith(verb.text.lower())  # "bekannt geben": bekanntgeben
    return ends or (verb.xpos == "VVINF" and not whole)


def _is_unreal(scene: Scene, conditions: list[Span]) -> bool:
    """Tell whether a condition supposes what did not happen ("Wäre er gewarnt worden")."""
    words = (t for t in scene.sentence.tokens if any(c.covers(t.span) for c in conditions))
    return any(word.text.lower() in ("wäre", "wären", "hätte", "hätten") for word in words)


def _would_not(scene: Scene, clause: Clause) -> bool:
    """Tell whether somebody refused ("wollte sich auf keinen Kompromiss einlassen").

    Who would not comment refused nothing, and what somebody wanted in vain is past.
    """
    words = scene.cast.reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    things = {tokens[i].lemma for slot in clause.slots for i in clause.slots[slot]}
    silent = clause.lemma in words["comments"] or bool(things & words["saying_nothing"])
    return not silent and is_negated(scene, clause, (*OBJECTS, "mit", "an"))


def _is_own(scene: Scene, index: int) -> bool:
    """Tell whether a word is somebody's own, to whom he promises nothing ("sich", "seine Truppen").

    "Uns" in "wir werden uns beteiligen" is the speaker himself.
    """
    token = scene.sentence.tokens[index]
    if token.xpos == "PRF" or token.text.lower() in ("uns", "mich", "sich"):
        return True
    return any(scene.sentence.tokens[i].xpos == "PPOSAT" for i in scene.sentence.children[index])


def _made(
    scene: Scene,
    clause: Clause,
    kind: CommitmentKind,
    parties: tuple[str, ...],
    content: Span,
) -> Commitment:
    word = scene.sentence.tokens[clause.auxiliaries[0]]
    targets = tuple(
        key
        for slot in ("dat", "obj", "gegen", "mit")
        for i in clause.slots.get(slot, ())
        if not _is_own(scene, i)
        for key in scene.cast.of(scene.sentence, i, slot != "obj")
        if key not in parties
    )
    roles = parties, tuple(dict.fromkeys(targets))
    return made(scene, kind, roles, content, f"modal verb: {word.lemma}")
