"""Who is bound, and to whom: the actors in a cue's slots, and whom pronouns stand for."""

from collections.abc import Iterator

from lagebild.findings.commitments.asked import asked_by_content
from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.made import Parties
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.filling import roles
from lagebild.findings.events.frames import plain
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.plurals import joined
from lagebild.findings.reading import Reading

DECIDING = ("troops", "people", "person", "parts")
"""Classes of nouns that decide for those whose they are."""

NEAR = 600
"""Code points back to the two whom "beide Seiten" names."""

TWO = 2


def parties_of(scene: Scene, match: Match, cue: Cue, reading: Reading) -> Parties | None:
    """Return the actors that a cue binds and those to whom, None where nobody is bound."""
    parties, others = roles(scene, match)
    parties = tuple(key for key in parties if not _by_compound(scene, match, key))
    if cue.kind == "threat" and _by_a_thing(scene, match):
        return None
    if match.clause is not None and any(is_polled(scene, i) for i in match.slots.get("subj", ())):
        return None
    if _both(scene, match, bool(parties)):
        parties = _sides(match, reading) or parties
    words = reading.knowledge.view(words_of)
    ruled_out = plain(match.frame.entry) in words["only_refused"]
    if not parties and (ruled_out or _is_we(scene, match)):
        voice = reading.voice_at(match.token.span)
        parties = (voice.speaker,) if voice is not None and voice.speaker else ()
    if cue.kind == "agreement" and match.frame.target == ("mit",) and cue.status != "ended":
        parties, others = tuple(dict.fromkeys((*parties, *others))), ()
    parties = _ready(scene, match, cue) or parties or _of_a_side(scene, match)
    others = tuple(key for key in others if key not in parties)
    if parties and not others:
        others = asked_by_content(scene, match, cue, parties, reading)
    if match.frame.entry in words["asks_somebody"] and not others:
        return None
    nobody = not parties and (not others or plain(match.frame.entry) in words["by_somebody"])
    return None if nobody else (parties, others)


def _ready(scene: Scene, match: Match, cue: Cue) -> tuple[str, ...]:
    """Return whose readiness somebody declares ("erklärte die Bereitschaft ihres Landes")."""
    if cue.kind != "offer" or match.clause is None:
        return ()
    tokens = scene.sentence.tokens
    nouns = [i for i in match.consumed if scene.lexicon.in_class(tokens[i].lemma, "readiness")]
    words = [k for i in nouns for k in scene.sentence.children[i]]
    owners = [k for k in words if tokens[k].feat("Case") == "Gen" and tokens[k].upos != "DET"]
    found = (key for k in owners for key in scene.cast.of(scene.sentence, k, False))
    return tuple(dict.fromkeys(found))


def _of_a_side(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whose side acts in a passive ("von ghanaischer Seite wurde gefordert")."""
    words = match.slots.get("von", ()) if match.clause is not None and match.clause.passive else ()
    sides = [i for i in words if scene.sentence.tokens[i].lemma == "Seite"]
    found = (key for i in sides for key in scene.cast.of(scene.sentence, i, "owner"))
    return tuple(dict.fromkeys(found))


def _by_compound(scene: Scene, match: Match, key: str) -> bool:
    """Tell whether a state is named by the first part of a compound only ("Syrien-Konferenz")."""
    words = [scene.sentence.tokens[i] for i in match.slots.get("subj", ())]
    named = {m.actor for t in words if (m := scene.cast.reading.mention_at(t)) is not None}
    return any("-" in t.text[1:] for t in words) and key.startswith("state:") and key not in named


def _by_a_thing(scene: Scene, match: Match) -> bool:
    """Tell whether a thing is about to ("der Frachter droht auseinanderzubrechen")."""
    subjects = match.slots.get("subj", ()) if match.clause is not None else ()
    active = bool(subjects) and not (match.clause and match.clause.passive)
    return active and not any(decides(scene, i) for i in subjects)


def decides(scene: Scene, index: int) -> bool:
    """Tell whether a word names an actor, or people and bodies that decide for theirs."""
    token = scene.sentence.tokens[index]
    of_people = any(scene.lexicon.in_class(token.lemma, name) for name in (*DECIDING, "court"))
    return of_people or scene.cast.actor(token) is not None or token.upos in ("PRON", "PROPN")


def is_polled(scene: Scene, index: int) -> bool:
    """Tell whether a word is a share of people, as polls tell it ("zwei Prozent", "jeder Dritte").

    Only how many are of a mind is told: that binds nobody.
    """
    token = scene.sentence.tokens[index]
    kids = {scene.sentence.tokens[i].lemma.lower() for i in scene.sentence.children[index]}
    shares = scene.cast.reading.knowledge.view(words_of)["shares"]
    named = token.lemma in shares or token.text.lower() in shares or bool(kids & shares)
    return token.lemma in ("Prozent", "Prozentpunkt") or (
        named and bool(kids & {"jeder", "jed", "jede"})
    )


def _subjects(scene: Scene, match: Match) -> Iterator[int]:
    verb = match.clause.verb if match.clause is not None else match.token.index
    for index in scene.sentence.children[verb]:
        if relation(scene.sentence.tokens[index]) == "nsubj":
            yield index


def _both(scene: Scene, match: Match, named: bool) -> bool:
    """Tell whether the subject is "beide (Seiten)", or in an agreement "man" or "sie".

    They stand for two told of before; a pronoun that already names an actor (`named`) does not.
    """
    words = scene.cast.reading.knowledge.view(words_of)["sides"]
    tokens, agrees = scene.sentence.tokens, match.frame.type == "agreement"
    for index in _subjects(scene, match):
        kids = {tokens[i].lemma for i in scene.sentence.children[index]}
        if tokens[index].lemma in words and "beide" in kids:
            return True
        word = tokens[index].text.lower()
        if not named and (word == "beide" or (word in ("man", "sie") and agrees)):
            return True
    return False


def _sides(match: Match, reading: Reading) -> tuple[str, ...]:
    """Return the last two told of together before a word: of one event, or joined by "und"."""
    start = match.token.span.start
    near = [m for m in reading.mentions if start - NEAR <= m.span.start and m.span.end <= start]
    pairs = [*_met(start, reading), *joined(reading, near)]
    return max(pairs, default=(0, ()))[1]


def _met(start: int, reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the two sides of events that stand before a place, with where they stand."""
    for event in reading.events:
        sides = tuple(dict.fromkeys((*event.sources, *event.targets)))
        if start - NEAR <= event.trigger.start < start and len(sides) == TWO:
            yield event.trigger.start, sides


def _is_we(scene: Scene, match: Match) -> bool:
    """Tell whether "man" is the subject: in reported words it means the speaker's side."""
    return any(scene.sentence.tokens[i].lemma == "man" for i in _subjects(scene, match))
