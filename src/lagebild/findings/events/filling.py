"""Fill the roles of a matched event with actors: its entry's slots, then those of its type."""

from dataclasses import replace

from lagebild.findings.events.brackets import brackets
from lagebild.findings.events.clause import filled
from lagebild.findings.events.frames import Frame
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.hidden import (
    agent_behind,
    clause_around,
    hidden_dative,
    in_content,
    in_purpose,
    is_somebody,
    name_behind,
    named_in_compound,
    opposed,
    reacted,
    told_to,
    under_condition,
    visited,
)
from lagebild.findings.events.lexicon import VOICED
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.nominals import read_nominal
from lagebild.findings.events.roles import Reach
from lagebild.language.analysis import Token

OWNERS = ("gen", "poss", "von", "adj")
"""Slots of a noun that say whose it is."""

HEARD = ("von", "aus", "seitens", "innerhalb", "unter", "bei", "in")
"""Prepositions before those from whom criticism or consent is heard."""

HOSTILE = ("ASSAULT", "COERCE", "SANCTION", "THREATEN")
"""Types that others react to because they were hit."""

Roles = tuple[tuple[str, ...], tuple[str, ...]]


def roles(scene: Scene, match: Match) -> Roles:
    """Return the actors of an event as (sources, targets), no actor on both sides."""
    frame, rule = match.frame, scene.lexicon.types[match.frame.type]
    if frame.table == "event_nouns" and _is_named(scene, match):
        own = read_nominal(scene.sentence, match.token, scene.lexicon.grammar)
        match = replace(match, slots={**own, "comp": [match.token.index]}, light=None)
    unsaid = match.clause is not None and match.clause.passive and not match.clause.has("subj")
    sides = _slot_actors(scene, match, "zwischen", unsaid)
    third = "zwischen" in frame.target and "zwischen" not in frame.source
    if len(sides) > 1 and frame.source and not third:
        return sides[:1], sides[1:]
    sources = _without(_sources(scene, match), _given(scene, match))
    targets = _targets(scene, match, sources)
    if targets and not sources and frame.source and rule.symmetric:
        sources = _governing_subject(scene, match, targets)
    return sources, targets


def _sources(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who acts: the entry's slots, the light verb's, the type's, then who is behind it."""
    frame, rule = match.frame, scene.lexicon.types[match.frame.type]
    found = _fill(scene, match, frame.source, False)
    if match.light and not found:
        found = _slot_actors(scene, match, f"^{match.light}", False)
        if not found and _is_carried(match):
            return ()
    if not found and frame.table == "event_nouns":
        found = _agents(scene, match) or _doers(scene, match)
    if not found and "subj" in frame.source and match.clause is not None:
        found = agent_behind(scene, match.clause)
    if found or not frame.source:
        return found
    found = _fill(scene, match, _others(rule.source, frame), False)
    if not found and frame.table != "event_nouns" and not _acts(match):
        found = _owners(scene, match)
    if not found and frame.type in VOICED:
        found = _heard_from(scene, match) or _author(scene, match) or _speaker(scene, match)
    return found


def _targets(scene: Scene, match: Match, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom it concerns: the entry's slots, the type's, then what grammar implies."""
    frame, rule = match.frame, scene.lexicon.types[match.frame.type]
    found = _without(_by_whom(scene, match), sources)
    if not found:
        found = _fill(scene, match, frame.target, True, sources)
    if not found and frame.target and not is_somebody(scene, match):
        found = _fill(scene, match, _others(rule.target, frame), True, sources)
    ways = (
        (bool(frame.target) and frame.type in VOICED, in_content),
        (frame.type == "COERCE" and _rules(scene, frame), in_content),
        (frame.type == "MOBILIZE", in_purpose),
        (frame.type == "PROTEST", opposed),
        (frame.type == "THREATEN", under_condition),
        (frame.type == "CONSULT", visited),
        ("comp" in frame.source, named_in_compound),
        (frame.table == "event_nouns" and frame.type == "REQUEST", told_to),
        (frame.table == "event_nouns" and frame.type in HOSTILE, reacted),
        ("dat" in frame.target, hidden_dative),
        (match.clause is not None and bool({*frame.target} & {"obj", "dat"}), name_behind),
        ("subj" in frame.source and bool(sources) and bool(frame.fixed), _owners),
    )
    for applies, way in ways:
        if applies and not found:
            found = _without(way(scene, match), sources)
    return found


def _rules(scene: Scene, frame: Frame) -> bool:
    """Tell whether a verb says what somebody decided for others ("entschied, dass Mba zahlt")."""
    return scene.lexicon.grammar.has("deciding", frame.lemma)


def _is_named(scene: Scene, match: Match) -> bool:
    """Tell whether a verb only calls the deed something ("wurde zum Völkermord erklärt")."""
    clause = match.clause
    if clause is None or not scene.lexicon.grammar.has("naming_verbs", clause.lemma):
        return False
    return any(clause.has(slot) for slot in ("zu", "für", "als", "pred"))


def _by_whom(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who did or shall do what is judged or asked for ("fordert den Abzug durch Togo").

    In the active voice nobody says by whom he judges: "durch" belongs to the deed.
    """
    clause = match.clause
    if match.frame.type not in VOICED or match.frame.table == "event_nouns" or clause is None:
        return ()
    if scene.lexicon.grammar.has("denials", match.frame.lemma):
        return ()
    tokens = scene.sentence.tokens
    things = [i for i in clause.slots.get("obj", ()) if not scene.cast.actor(tokens[i])]
    if clause.passive or not things:
        return ()
    words = [i for i in clause.words("durch") if scene.cast.kind(tokens[i])]
    return tuple(dict.fromkeys(k for i in words for k in scene.cast.of(scene.sentence, i, False)))


def _agents(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who did a deed by the participle before it ("die von Togo verhängte Sperre").

    Who asked for it, blamed or welcomed it is not who did it.
    """
    for bracket in brackets(scene.sentence, match.token.index, scene.lexicon.grammar):
        voiced = any(f.type in VOICED for f in scene.lexicon.verbs.get(bracket.verb, ()))
        found = () if voiced else scene.cast.of(scene.sentence, bracket.agent, False)
        if found:
            return found
    return ()


def _doers(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whose deed it is ("der Abzug der Truppen"), where its noun is made from a verb.

    The genitive goes before what stands elsewhere in the clause.
    """
    made = not match.slots.get("subj") and " (as " in match.frame.entry
    if not made or {"gen", "von"} & {*match.frame.target, *match.frame.source}:
        return ()
    words = match.slots.get("gen", []) or match.slots.get("von", [])
    return tuple(dict.fromkeys(k for i in words for k in scene.cast.of(scene.sentence, i, False)))


def _is_carried(match: Match) -> bool:
    """Tell whether a light verb has somebody who does it, though no actor of the article."""
    clause = match.clause
    active = clause is not None and not clause.passive
    return active and match.light == "subj" and bool(match.slots.get("^subj"))


def _given(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whom a dative names that the tree hung on the subject, as they do not act."""
    tokens = scene.sentence.tokens
    subjects = [i for i in match.slots.get("subj", []) if scene.cast.actor(tokens[i]) is None]
    below = {k for word in subjects for k in scene.sentence.subtree(word)} - set(subjects)
    datives = [i for i in match.slots.get("dat", ()) if i in below]
    return tuple(k for i in datives for k in scene.cast.of(scene.sentence, i, False))


def _heard_from(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return where a judgement is heard ("in der Partei gibt es Bedenken", "Lob kam aus Accra").

    A state behind "in" or "bei" only says in which country.
    """
    if match.frame.table != "event_nouns" or match.clause is None:
        return ()
    if match.light and match.clause.has(match.light):
        return ()
    for slot in HEARD:
        words = match.clause.slots.get(slot, [])
        found = [k for i in words for k in scene.cast.of(scene.sentence, i, False)]
        if slot in ("in", "bei"):
            found = [k for k in found if not k.startswith("state:")]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _author(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whose paper says what nobody else does ("in einem Brief der Bauern gefordert")."""
    clause = match.clause
    if clause is None or clause.has("subj") or match.frame.table == "event_nouns":
        return ()
    tokens = scene.sentence.tokens
    papers = [
        i
        for i in clause.slots.get("in", ())
        if scene.lexicon.in_class(tokens[i].lemma, "utterances")
    ]
    return tuple(dict.fromkeys(k for i in papers for k in scene.cast.of(scene.sentence, i, False)))


def _speaker(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who says that something is to be judged so ("sei zu verurteilen, sagte Mba")."""
    tokens, clause = scene.sentence.tokens, match.clause
    below = scene.sentence.children[clause.verb] if clause is not None and clause.passive else []
    if not any(tokens[i].xpos == "PTKZU" for i in below):
        return ()
    voice = scene.cast.reading.voice_at(match.token.span)
    speaker = voice.speaker if voice is not None and voice.kind != "reported" else None
    return (speaker,) if speaker else ()


def _acts(match: Match) -> bool:
    """Tell whether the sentence has somebody who acts, though no actor of the article."""
    active = match.clause is not None and not match.clause.passive
    return active and "subj" in match.frame.source and bool(match.slots.get("subj"))


def _owners(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whose the noun of a phrase is ("Kundgebungen der Opposition wurden abgehalten").

    Whoever owns what is destroyed or seized did not do it.
    """
    suffering = {i for slot in match.frame.target for i in match.slots.get(slot, ())}
    for index in sorted(match.consumed - suffering):
        if scene.sentence.tokens[index].upos != "NOUN":
            continue
        slots = read_nominal(scene.sentence, scene.sentence.tokens[index], scene.lexicon.grammar)
        for slot in OWNERS:
            found = [
                k for i in slots.get(slot, ()) for k in scene.cast.of(scene.sentence, i, False)
            ]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def subject_of(scene: Scene, index: int) -> tuple[str, ...]:
    """Return the actors that do what the clause of a verb says."""
    clause = scene.clauses.get(index)
    words = clause.slots.get("subj", []) if clause is not None else []
    return tuple(k for w in words for k in scene.cast.of(scene.sentence, w, False))


def joined(first: Roles, second: Roles) -> Roles:
    """Return the roles of one event told by two words: the first's, else the second's."""
    sources = first[0] or _without(second[0], first[1])
    return sources, first[1] or _without(second[1], sources)


def _without(keys: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in taken)


def _others(slots: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    """Return the slots of a type that an entry does not use for anybody."""
    taken = {*frame.source, *frame.target}
    return tuple(slot for slot in slots if slot not in taken)


def _governing_subject(scene: Scene, match: Match, targets: tuple[str, ...]) -> tuple[str, ...]:
    """Return the subject above a noun that names one side only ("nach einem Treffen mit X")."""
    if match.token.upos not in ("NOUN", "PROPN"):
        return ()
    clause = clause_around(scene, match.token)
    if clause is None or clause.passive:
        return ()
    return _without(subject_of(scene, clause.verb), targets)


def _fill(
    scene: Scene, match: Match, slots: tuple[str, ...], deep: bool, taken: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the actors of the first slot that names others than those taken."""
    for slot in slots:
        found = _without(_slot_actors(scene, match, slot, deep), taken)
        if found:
            return found
    return ()


def _slot_actors(scene: Scene, match: Match, slot: str, deep: bool) -> tuple[str, ...]:
    noun = match.frame.table == "event_nouns"
    words = filled(match.slots, slot) if deep or noun else match.slots.get(slot, [])
    found: list[str] = []
    tokens = scene.sentence.tokens
    if slot == "in" and slot not in (*match.frame.target, *match.frame.source):
        words = [i for i in words if scene.cast.actor(tokens[i])]
    blamed = match.frame.type == "ACCUSE" and not noun and slot not in match.frame.target
    judged = blamed or match.frame.type == "REJECT"
    if slot == "gegen" and judged and not match.slots.get(slot):
        fixed = match.consumed if match.frame.fixed else ()
        words = [i for i in words if tokens[i].head in fixed]  # else hit by what somebody judges
    words = [i for i in words if not _is_apart(scene, i)]
    if slot == "adj":
        words = [i for i in words if i < match.token.index]  # "Mord im italienischen San Luca"
    if slot == "gegenüber":
        words = [i for i in words if scene.cast.kind(tokens[i]) != "media"]
    for index in words:
        if match.frame.fixed and index in match.consumed and scene.cast.actor(tokens[index]):
            continue  # the word of a phrase is nobody: "eine Koalition bilden"
        found += [key for key in _keys(scene, match, slot, index, deep) if key not in found]
    return tuple(found)


def _is_apart(scene: Scene, index: int) -> bool:
    """Tell whether a word names nobody who takes part: who says so, leads or is left out, a day.

    "Nach Angaben der Polizei", "mit Togo an der Spitze", "nicht mit Togo", "am Geburtstag Mbas".
    """
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    children = [tokens[i] for i in scene.sentence.children[index]]
    above = tokens[tokens[index].head] if tokens[index].head >= 0 else None
    said = above is not None and grammar.has("hearsay", above.lemma)
    day = grammar.has("days_of", tokens[index].lemma)
    leads = scene.cast.leads(scene.sentence, index)
    left_out = any(grammar.has("left_out", child.text.lower()) for child in children)
    return said or day or leads or left_out


def _keys(scene: Scene, match: Match, slot: str, index: int, deep: bool) -> tuple[str, ...]:
    token = scene.sentence.tokens[index]
    if slot == "comp":
        own = scene.cast.actor(token)
        return (own,) if own and own not in named_in_compound(scene, match) else ()
    if slot == "poss":
        ahead = _subject_ahead(scene, match, token)
        if ahead:
            return ahead
    acts = scene.lexicon.grammar.has("town_acts", match.frame.type)
    if slot == "adj" and _is_town(token) and not acts:
        return ()
    return scene.cast.of(scene.sentence, index, _reach(match, deep))


def _subject_ahead(scene: Scene, match: Match, possessive: Token) -> tuple[str, ...]:
    """Return the subject that a possessive in front points to ("Bei ihrem Besuch lobte Kern ...").

    The gender or number of the two must agree: "sein" is one man's, "ihr" a woman's or many's.
    """
    tokens = scene.sentence.tokens
    here = match.token
    while here.head >= 0 and relation(here) in ("obl", "nmod", "conj"):
        here = tokens[here.head]
    clause = scene.clauses.get(here.index)
    subjects = clause.slots.get("subj", []) if clause is not None and not clause.passive else []
    if len(subjects) != 1 or subjects[0] < match.token.index or here.index > subjects[0]:
        return ()
    subject = tokens[subjects[0]]
    many = "Plur" in (subject.feat("Number"), subject.feat("Number[psor]"))
    his = possessive.text.lower().startswith("sein")
    if his == (many or subject.feat("Gender") == "Fem"):
        return ()
    return scene.cast.of(scene.sentence, subject.index, False)


def _reach(match: Match, deep: bool) -> Reach:
    """Tell how far to look for an actor: who blames or asks means the doer of a deed."""
    if not deep:
        return "owner"
    return "doer" if match.frame.type in VOICED else "any"


def _is_town(token: Token) -> bool:
    """Tell adjectives of towns ("Pariser"), which say where rather than who."""
    return token.text[:1].isupper() and token.text.endswith("er")
