"""Tie tagged and quoted names of bodies to actors: one name is one body in the whole article.

What one place tells of it (a noun before the name, a state) counts for all: "der Baukonzern Muster"
makes "Muster" a company everywhere, "Muster AG" is Muster.
"""

import re
from dataclasses import dataclass

from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.countries import country_of_name, international
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.naming import proper
from lagebild.findings.actors.words import fold, key, slug
from lagebild.findings.finding import ActorKind

_ADDRESS = re.compile(r"\w\.(de|at|ch|com|net|info|tv|eu|fr|uk|ru)$", re.IGNORECASE)
"""The end of a name that is an address in the net: those are papers and stations."""
_TOLD = frozenset({"party", "company", "media", "armed_group"})
"""Kinds that a bare noun tells of the body named just before it."""
JUST_BEFORE = 2
"""Sentences before the noun in which that body is named."""
LONGEST = 120
"""Characters of a name that are kept."""


@dataclass(slots=True)
class Body:
    """What the article tells of one name: how it is written, its kind and its state."""

    name: str
    kind: ActorKind = "organisation"
    country: str | None = None
    abroad: bool = False


Bodies = dict[str, Body]
"""The bodies of the article by the slugs of their names."""


def named_bodies(desk: Desk) -> Bodies:
    """Return what the article tells of the bodies that no table has."""
    found: Bodies = {}
    for phrase in desk.phrases:
        if phrase.kind != "organisation":
            continue
        name = _name(desk, phrase)
        body = found.setdefault(slug(name), Body(name))
        if body.kind == "organisation":
            body.kind = _kind(desk, phrase)
        body.country = body.country or country_of_name(desk, phrase)
        body.abroad |= phrase.body is not None or international(desk, phrase)
    for phrase in desk.phrases:
        _learn_kind(desk, phrase, found)
    for short in [name for name in found if name.endswith("s") and name[:-1] in found]:
        _merge(found, short, short[:-1])
    for name in list(found):
        _merge(found, name, _without_form(desk, found[name].name))
    return found


def _learn_kind(desk: Desk, phrase: Phrase, bodies: Bodies) -> None:
    """Let a bare "die Partei" tell what the one body is whose name stands just before."""
    noun = collective_of(desk.lexicon, phrase.noun) if phrase.kind == "group" else None
    plain = noun is not None and not noun.prefix and phrase.definite and not phrase.plural
    if noun is None or noun.collective is None or not plain:
        return
    kind = noun.collective.kind
    if kind not in _TOLD or phrase.body or phrase.complement or phrase.inner or phrase.number:
        return
    near: dict[str, None] = {}
    for earlier in desk.before(phrase):
        if phrase.sentence - earlier.sentence > JUST_BEFORE:
            break
        known = desk.lexicon.known.get(earlier.actor or "")
        if known is not None and known.kind == kind:
            return
        if earlier.kind == "organisation" and earlier.chars is None:
            near.setdefault(slug(_name(desk, earlier)))
    names = [name for name in near if name in bodies]
    if len(names) == 1 and bodies[names[0]].kind == "organisation":
        bodies[names[0]].kind = kind


def organisation(desk: Desk, cast: Cast, phrase: Phrase, bodies: Bodies) -> str:
    """Return the actor of a tagged or quoted name, or of what its abbreviation stands for."""
    explained = _known_by_abbreviation(desk, phrase, bodies)
    if explained is not None:
        phrase.why = "explains a known abbreviation"
        return explained
    short = desk.abbreviations.get(key(desk.text(phrase)))
    for half in short or ():
        if half is phrase:
            continue
        if half.actor is None and half.kind == "organisation" and short and half is short[0]:
            half.actor = _of_name(desk, cast, half, bodies)
        if half.actor is not None:
            phrase.why = "abbreviation explained in the article"
            return half.actor
    return _of_name(desk, cast, phrase, bodies)


def _known_by_abbreviation(desk: Desk, phrase: Phrase, bodies: Bodies) -> str | None:
    """Return the known body whose abbreviation stands behind the name, if of the same state."""
    name = slug(_name(desk, phrase))
    for long, inner in desk.abbreviations.values():
        known = desk.lexicon.known.get(inner.actor or "")
        if known is None or long.kind != "organisation" or slug(_name(desk, long)) != name:
            continue
        body = bodies.get(name)
        if known.country in {None, body.country if body else None, desk.main_country}:
            return known.key
    return None


def _of_name(desk: Desk, cast: Cast, phrase: Phrase, bodies: Bodies) -> str:
    body = bodies.get(slug(_name(desk, phrase))) or Body(_name(desk, phrase))
    country = body.country
    if country is None and not body.abroad:
        country = desk.main_country
    return cast.new(body.kind, country, body.name)


def _merge(bodies: Bodies, one: str, other: str | None) -> None:
    """Let two names be one body, if the other is a name of the article."""
    if other is None or other not in bodies or bodies[one] is bodies[other]:
        return
    left, right = bodies[one], bodies[other]
    right.kind = right.kind if right.kind != "organisation" else left.kind
    right.country, right.abroad = right.country or left.country, right.abroad or left.abroad
    bodies[one] = right


def _without_form(desk: Desk, name: str) -> str | None:
    """Return the slug of a company's name without its legal form: "Muster AG" is Muster."""
    words, forms = name.split(), desk.lexicon.cues["legal_form"]
    while len(words) > 1 and fold(words[-1]) in forms:
        words = words[:-1]
    while len(words) > 1 and fold(words[0]) in forms:
        words = words[1:]
    return slug(" ".join(words)) if len(words) < len(name.split()) else None


def _name(desk: Desk, phrase: Phrase) -> str:
    """Return a name in the nominative, without the noun before it."""
    first = phrase.start if phrase.name_start < 0 else phrase.name_start
    neuter = desk.lexicon.cues["neuter_end"]
    return proper(desk.sentences[phrase.sentence], first, phrase.end, neuter)[:LONGEST]


def _kind(desk: Desk, phrase: Phrase) -> ActorKind:
    """Return the kind that a word of the name tells ("Demokratische Partei"), else organisation."""
    tokens = desk.sentences[phrase.sentence].tokens
    for token in (tokens[phrase.head], *reversed(tokens[phrase.start : phrase.end])):
        compound = collective_of(desk.lexicon, token.text)
        if compound is not None and compound.collective is not None:
            return compound.collective.kind
    return "media" if _ADDRESS.search(tokens[phrase.end - 1].text) else "organisation"
