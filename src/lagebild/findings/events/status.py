"""Whether an event happened: from tense, modals, mood, negation, cue words and what governs it."""

from dataclasses import dataclass
from typing import cast

from lagebild.findings.events.clause import Clause
from lagebild.findings.events.contrast import corrected
from lagebild.findings.events.grammar import Grammar, relation
from lagebild.findings.events.hypotheses import depends, opens_as_condition
from lagebild.findings.events.lexicon import Effect
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.slips import relative_pronoun
from lagebild.findings.finding import EventStatus
from lagebild.language.analysis import Token

WORDS = ("ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN")
"""Types of what is said: it has been said, though it may be said again ("fordert weiterhin")."""


@dataclass(frozen=True, slots=True)
class Reality:
    """The status of an event, or that it is none (`dropped`), and by which word.

    `disowned` marks what somebody denies ("bestreitet, ... zu haben"), against what merely is not.
    """

    status: EventStatus = "occurred"
    dropped: bool = False
    claimed: bool = False
    disowned: bool = False
    announced_by: int | None = None


def reality(scene: Scene, match: Match, matches: dict[int, Match]) -> Reality:
    """Return the status of a matched event from its own words and from what governs it."""
    own = _own_status(scene, match)
    if own == "planned" and match.frame.type == "REJECT":
        own = "occurred"  # who says that he will not has refused
    effect, governor = governing_effect(scene, match.token, matches)
    if effect == "drop" or (match.clause is not None and _unreal(scene, match.clause)):
        return Reality(dropped=True)
    if effect == "announced":
        return Reality("planned", announced_by=governor)
    if effect == "claimed" and own in ("planned", "possible") and _intends(scene, match):
        return Reality("planned", announced_by=governor)
    if effect == "denied" and governor is not None and _disowns(scene, governor):
        return Reality("denied", disowned=True)
    if own == "occurred" and effect in ("planned", "possible", "denied", "ongoing"):
        return Reality(effect)
    if own in ("occurred", "ongoing", "planned") and _is_asked(scene):
        own = "possible"
    return Reality(own, claimed=effect == "claimed")


def _is_asked(scene: Scene) -> bool:
    """Tell whether the sentence asks if something is so; "warum" takes it for a fact."""
    words = [token for token in scene.sentence.tokens if token.upos != "PUNCT"]
    ends = [token.text for token in scene.sentence.tokens[-2:]]
    first = words[0].text.lower() if words else ""
    return "?" in ends and not scene.lexicon.grammar.has("question_words", first)


def _unreal(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause says what was not done ("statt sich an ... zu wenden")."""
    tokens = scene.sentence.tokens
    return relation(tokens[clause.verb]) in ("advcl", "xcomp", "acl") and any(
        scene.lexicon.grammar.has("unreal_marks", tokens[i].text.lower())
        and relation(tokens[i]) in ("mark", "case", "cc")
        for i in scene.sentence.children[clause.verb]
    )


def _disowns(scene: Scene, governor: int) -> bool:
    """Tell whether the word above says that somebody denies it, not that it was prevented."""
    clause = scene.clauses.get(governor)
    lemma = clause.lemma if clause is not None else scene.sentence.tokens[governor].lemma
    return scene.lexicon.grammar.has("denials", lemma)


def is_refusal(scene: Scene, clause: Clause) -> bool:
    """Tell whether a negated clause says that its subject would not, rather than could not."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    if clause.passive or is_conditional(scene, clause) or not clause.has("subj"):
        return False
    if any(
        corrected(scene.sentence, kid) is not None for kid in scene.sentence.children[clause.verb]
    ):
        return False  # "Sie liefern nicht Waffen, sondern Medikamente"
    helpers = [tokens[i] for i in clause.auxiliaries]
    return not any(
        grammar.has("possible_modals", h.lemma)
        or grammar.has("duty_modals", h.lemma)
        or _is_subjunctive_two(grammar, h)
        for h in helpers
    )


def _intends(scene: Scene, match: Match) -> bool:
    """Tell whether "will" or "werde" says that the subject means to do it."""
    helpers = match.clause.auxiliaries if match.clause is not None else []
    lemmas = (scene.sentence.tokens[i].lemma for i in helpers)
    return any(scene.lexicon.grammar.has("intent_modals", lemma) for lemma in lemmas)


def _own_status(scene: Scene, match: Match) -> EventStatus:
    cue = _cue(scene, match)
    if cue:
        return cue
    if match.status:
        told = clause_status(scene, match.clause) if match.clause is not None else "occurred"
        return told if match.status == "ongoing" and told == "planned" else match.status
    if match.clause is not None:
        told = "denied" if _of_none(scene, match) else clause_status(scene, match.clause)
        words = match.frame.type in WORDS or match.frame.table == "commitment_cues"
        open_ = told in ("occurred", "ongoing") and not words
        open_ = open_ and is_present(scene, match.clause)
        return "possible" if open_ and depends(scene, match.clause) else told
    return _clause_above(scene, match.token)


def _clause_above(scene: Scene, noun: Token) -> EventStatus:
    """Return the status of a noun that is new in a clause: "will in Gespräche eintreten".

    A definite noun, or one behind "nach" or "bei", is known whatever the clause intends.
    """
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    clause = scene.clauses.get(noun.head)
    before = grammar.preposition(scene.sentence, noun.index)
    aim = relation(noun) == "obj" or (relation(noun) == "obl" and grammar.has("aims", before or ""))
    known = any(
        grammar.has("definite", tokens[i].text.lower()) or relation(tokens[i]) == "det"
        for i in scene.sentence.children[noun.index]
    )
    if clause is None or not aim or known:
        return "occurred"
    status = clause_status(scene, clause)
    return status if status in ("planned", "possible") else "occurred"


def _of_none(scene: Scene, match: Match) -> bool:
    """Tell whether "kein" or "nichts" at subject or object denies the clause."""
    tokens = scene.sentence.tokens
    words = [i for slot in ("subj", "obj") for i in match.slots.get(slot, ())]
    near = [k for i in words for k in (i, *scene.sentence.children[i])]
    nobody = [k for k in near if scene.lexicon.grammar.has("nobody", tokens[k].lemma)]
    return not match.light and any(k not in match.consumed for k in nobody)


def _cue(scene: Scene, match: Match) -> EventStatus | None:
    """Return what an adjective, adverb or negation beside the event says."""
    heads = [match.token.index, match.trigger.index]
    if match.clause is not None:
        heads.append(match.clause.verb)
    for head in dict.fromkeys(heads):
        for index in scene.sentence.children[head]:
            token = scene.sentence.tokens[index]
            if index in match.consumed:
                continue
            if relation(token) in ("advmod", "amod", "det", "case", "obl"):
                cues = scene.lexicon.cues
                status = cues.get(token.lemma) or cues.get(token.text.lower())
                if status == "denied" and _of_another_word(scene, match, index):
                    continue
                if status == "ongoing" and match.frame.type in WORDS:
                    continue
                if status is not None and status not in ("durative", "lasting"):
                    return cast(EventStatus, status)
    return None


def _of_another_word(scene: Scene, match: Match, negation: int) -> bool:
    """Tell whether "nicht" takes back a circumstance: "nicht in Wien, sondern in Graz"."""
    taken = corrected(scene.sentence, negation)
    return taken is not None and not any(i in taken for i in (match.trigger.index, *match.consumed))


def clause_status(scene: Scene, clause: Clause) -> EventStatus:
    """Return the status that a clause's verb forms give."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    helpers = [tokens[i] for i in clause.auxiliaries or _shared_auxiliaries(scene, clause)]
    if is_conditional(scene, clause) or any(
        _is_subjunctive_two(grammar, h) and not _is_reported(scene, h) for h in helpers
    ):
        return "possible"
    for helper in helpers:
        status = _modal_status(scene, clause, helper)
        if status is not None:
            return status
    if _purpose(scene, clause):
        return "planned"
    cue = scene.lexicon.cues.get(clause.lemma)
    durative = cue == "durative" or clause.has("seit")
    lasting = (durative or cue == "lasting") and is_state(scene, clause)
    return "ongoing" if lasting or (durative and is_present(scene, clause)) else "occurred"


def _shared_auxiliaries(scene: Scene, clause: Clause) -> list[int]:
    """Return the modal that an infinitive shares with the verb it is joined to.

    "Der Minister will die Gegner treffen und die Rebellen angreifen."
    """
    tokens, verb = scene.sentence.tokens, scene.sentence.tokens[clause.verb]
    while relation(verb) == "conj" and tokens[clause.verb].xpos == "VVINF":
        verb = tokens[verb.head]
        modal = [i for i in scene.sentence.children[verb.index] if relation(tokens[i]) == "aux"]
        if modal:
            return modal
    return []


def is_state(scene: Scene, clause: Clause) -> bool:
    """Tell a state in the present: "ist inhaftiert", "bleibt untersagt"."""
    helpers = [scene.sentence.tokens[i] for i in clause.auxiliaries]
    now = any(h.lemma in ("sein", "bleiben") and "Tense=Pres" in h.feats for h in helpers)
    state = (
        clause.passive
        or scene.sentence.tokens[clause.verb].upos == "ADJ"
        or any(helper.deprel == "aux:pass" for helper in helpers)
    )
    under = (scene.sentence.tokens[i] for i in scene.sentence.subtree(clause.verb))
    done = any(token.text.lower() in ("worden", "gewesen") for token in (*helpers, *under))
    return now and state and not done and not any(h.lemma == "werden" for h in helpers)


def is_conditional(scene: Scene, clause: Clause) -> bool:
    """Tell whether a conjunction such as "falls", or "sollte" in front, opens the clause."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    if relation(tokens[clause.verb]) == "root":
        return False
    if opens_as_condition(scene, clause):
        return True
    marks = [
        tokens[i].lemma
        for i in scene.sentence.children[clause.verb]
        if relation(tokens[i]) in ("mark", "advmod")
    ]
    if any(grammar.has("before", mark) for mark in marks):
        return not any(_is_past(tokens[i]) for i in (clause.verb, *clause.auxiliaries))
    return relation(tokens[clause.verb]) in ("advcl", "acl", "ccomp") and any(
        grammar.has("conditional", mark) for mark in marks
    )


def _is_past(token: Token) -> bool:
    return "Tense=Past" in token.feats and "Mood=Ind" in token.feats


def _modal_status(scene: Scene, clause: Clause, helper: Token) -> EventStatus | None:
    """Return what one modal says; "soll ... haben" reports the past, "wird" needs an infinitive."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    verb = tokens[clause.verb]
    if helper.lemma == "werden":
        infinitive = "VerbForm=Inf" in verb.feats or verb.xpos in ("VVINF", "VVIZU")
        if helper.xpos == "VAFIN" and any(
            tokens[i].xpos == "VAINF" and tokens[i].lemma == "sein" for i in clause.auxiliaries
        ):
            return "planned"  # "wird besetzt sein"
        return "planned" if infinitive and not clause.passive else None
    lemmas = {tokens[i].lemma for i in clause.auxiliaries}
    if helper.lemma == "sollen" and lemmas & {"haben", "sein"}:
        return "occurred"
    if grammar.has("facts", helper.text.lower()):
        return None
    if grammar.has("planned_modals", helper.lemma):
        return "planned"
    return "possible" if grammar.has("possible_modals", helper.lemma) else None


def is_present(scene: Scene, clause: Clause) -> bool:
    """Tell whether the clause is in the present tense (not the perfect)."""
    words = [scene.sentence.tokens[i] for i in (clause.verb, *clause.auxiliaries)]
    perfect = any(w.lemma in ("haben", "sein") for w in words[1:])
    return not perfect and any("Tense=Pres" in w.feats for w in words)


def _purpose(scene: Scene, clause: Clause) -> bool:
    """Tell whether the clause is "um ... zu" do something."""
    return relation(scene.sentence.tokens[clause.verb]) == "advcl" and any(
        scene.sentence.tokens[i].lemma == "um" for i in scene.sentence.children[clause.verb]
    )


def _is_subjunctive_two(grammar: Grammar, token: Token) -> bool:
    word = token.text.lower()
    return any(word.startswith(start) for start in grammar.groups["subjunctive_starts"])


def _is_reported(scene: Scene, token: Token) -> bool:
    """Tell the perfect in reported words: "hätten" stands there for "haben" in the plural."""
    voice = scene.cast.reading.voice_at(token.span)
    return token.text.lower() == "hätten" and voice is not None and "indirect" in voice.kind


def governing_effect(
    scene: Scene, token: Token, matches: dict[int, Match]
) -> tuple[Effect, int | None]:
    """Return what the words above an event make of it, and which word does."""
    tokens = scene.sentence.tokens
    here = token
    alleged: tuple[Effect, int | None] = ("keep", None)
    for _ in range(len(tokens)):
        if here.head < 0:
            break
        head = tokens[here.head]
        if relation(here) == "conj":
            here = _first_conjunct(scene, here)
            continue
        if _is_content(scene, here, head):
            effect = _effect(scene, head, here, matches)
            if effect == "claimed" and head.upos == "NOUN":
                alleged = effect, head.index
            elif effect == "denied" and alleged[1] is not None:
                return effect, head.index
            elif effect not in (None, "keep"):
                return (effect, head.index) if alleged[1] is None else alleged
        elif _cuts(scene, here, head):
            break
        here = head
    return alleged


def _first_conjunct(scene: Scene, token: Token) -> Token:
    """Return the head that a conjunct shares, so that both stand under the same words."""
    return scene.sentence.tokens[token.head]


def _is_content(scene: Scene, child: Token, head: Token) -> bool:
    """Tell whether `child` says what `head` is about, rather than who, when or where."""
    name = relation(child)
    if name in ("ccomp", "xcomp", "csubj") or child.deprel == "acl" or _is_told_so(scene, child):
        return _is_told_so(scene, child) or not _is_relative(scene, child)
    clause = scene.clauses.get(head.index)
    if name == "nsubj":
        return (clause is not None and clause.passive) or head.upos == "ADJ"
    if name in ("obj", "iobj"):
        return True
    if name in ("obl", "nmod"):
        before = scene.lexicon.grammar.preposition(scene.sentence, child.index)
        if before == "nach" and head.upos == "NOUN":
            return True
        return not scene.lexicon.grammar.has("circumstances", before or "")
    return False


def _is_told_so(scene: Scene, child: Token) -> bool:
    """Tell whether a clause is what a report says ("ein Bericht, wonach ...")."""
    kids = (scene.sentence.tokens[i] for i in scene.sentence.children[child.index])
    return any(kid.text.lower() == "wonach" for kid in kids)


def _is_relative(scene: Scene, child: Token) -> bool:
    return relative_pronoun(scene.sentence, child.index) is not None


def _cuts(scene: Scene, child: Token, head: Token) -> bool:
    """Tell whether what stands above has no say: relative and adverbial clauses, parataxis.

    Nor has it of a circumstance of a noun: who plans "a march against the arrest" plans no arrest.
    """
    if relation(child) in ("advcl", "acl", "parataxis", "appos", "dep"):
        return True
    if head.upos != "NOUN" or relation(child) not in ("obl", "nmod"):
        return False
    before = scene.lexicon.grammar.preposition(scene.sentence, child.index)
    return scene.lexicon.grammar.has("circumstances", before or "") and before != "nach"


def _effect(scene: Scene, head: Token, child: Token, matches: dict[int, Match]) -> Effect | None:
    clause = scene.clauses.get(head.index)
    lemma = clause.lemma if clause is not None else head.lemma
    match = matches.get(head.index)
    own = scene.lexicon.governors.get(lemma)
    if match is not None and (own is None or own == "claimed"):
        effect = scene.lexicon.types[match.frame.type].content
        if effect == "claimed" and child.upos == "NOUN":
            return "keep"
        return effect
    if own is not None:
        return own
    if head.upos == "NOUN":
        return scene.lexicon.governor_of_noun(lemma)
    return None
