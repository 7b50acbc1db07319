"""Say which body a bare noun takes up: "das Gericht", "der Verband", "die Partei", "die Miliz".

By its name, which has the noun for its last part ("Bundesverband": "der Verband"), else by its
kind, where only one body of the kind is named just before.
"""

from lagebild.findings.actors.compounds import Compound
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.words import fold
from lagebild.findings.finding import ActorKind

TAKEN_UP = frozenset({"armed_group", "party", "media", "company", "organisation"})
"""Kinds of which a bare noun takes up the actor named just before."""
JUST_BEFORE = 2
"""Sentences before the noun in which that actor is named."""
LASTING = frozenset({"company", "party"})
"""Kinds of which the only one named so far is meant however long ago that was."""
SHORTEST = 5
"""Letters of a noun that takes up a longer one that ends in it."""
_NAMES = frozenset({"name", "organisation"})
_OF = frozenset({"von", "vom"})
_BODIES = frozenset({"government", "organisation", "company", "media"})


def court(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the court or parliament that "das Gericht", "die Richter" mean, if they do."""
    tokens = desk.sentences[phrase.sentence].tokens
    bare = not phrase.plural and phrase.start and tokens[phrase.start - 1].upos != "DET"
    if not (phrase.definite or bare):
        return None
    noun = fold(phrase.noun)
    for head in desk.lexicon.cues["court"]:
        if noun.startswith(head) and len(noun) < len(head) + 3:
            return _called(desk, cast, phrase, "gericht" if head == "richter" else head)
    return None


def taken_up(desk: Desk, cast: Cast, phrase: Phrase, compound: Compound) -> str | None:
    """Return the body whose name has the noun for its last part, or the one of its kind."""
    assert compound.collective is not None
    if phrase.number or of_somebody(desk, phrase):
        return None
    noun, kind = fold(compound.collective.noun), compound.collective.kind
    plain = not compound.prefix and not phrase.plural
    if plain and noun in desk.lexicon.cues["last_part"]:
        called = _called(desk, cast, phrase, noun)
        if called is not None:
            return called
    if kind == "organisation" and not plain:
        return None
    return None if phrase.plural and kind != "armed_group" else _of_kind(desk, cast, phrase, kind)


def _of_kind(desk: Desk, cast: Cast, phrase: Phrase, kind: ActorKind) -> str | None:
    """Return the one actor of a kind named just before, or else ever: "die Partei", "die Miliz"."""
    found: dict[str, None] = {}
    for earlier in desk.before(phrase) if kind in TAKEN_UP else ():
        far = phrase.sentence - earlier.sentence > JUST_BEFORE
        if far and (found or kind not in LASTING):
            break
        actor = cast.actors.get(earlier.actor or "")
        if actor is not None and earlier.kind in _NAMES and actor.kind == kind:
            found.setdefault(actor.key)
    return next(iter(found)) if len(found) == 1 else None


def same_noun(seen: dict[str, str], noun: str) -> str | None:
    """Return the actor that was called by the noun, or by one that ends in it.

    What begins with "=" was only taken up by its noun.
    """
    if noun in seen:
        return seen[noun]
    if len(noun) < SHORTEST:
        return None
    return next((seen[e] for e in reversed(seen) if e[0] != "=" and e.endswith(noun)), None)


def of_somebody(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether the noun says whose or which it is: "die Partei des Präsidenten"."""
    if phrase.complement or phrase.inner is not None:
        return True
    sentence = desk.sentences[phrase.sentence]
    for child in sentence.children[phrase.head]:
        token = sentence.tokens[child]
        if child < phrase.end or not token.deprel.startswith("nmod"):
            continue
        cases = [sentence.tokens[k] for k in sentence.children[child]]
        prepositions = [fold(k.text) for k in cases if k.deprel == "case"]
        if not prepositions or prepositions[0] in _OF:
            return True
    return False


def _called(desk: Desk, cast: Cast, phrase: Phrase, part: str) -> str | None:
    """Return the last body whose name holds the noun: "das Bündnis" behind "Nato-Staaten"."""
    for earlier in desk.before(phrase):
        actor = cast.actors.get(earlier.actor or "")
        if actor is not None and actor.kind in _BODIES and _holds(actor.name, actor.aliases, part):
            return actor.key
        body = desk.lexicon.known.get(earlier.body or "")
        if body is not None and body.kind in _BODIES and _holds(body.name, body.aliases, part):
            return cast.known(body.key)
    return None


def _holds(name: str, aliases: tuple[str, ...], part: str) -> bool:
    return any(part in fold(form) for form in (name, *aliases))
