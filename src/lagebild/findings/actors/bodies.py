"""Tie groups, bodies and tagged organisations to actors."""

from lagebild.findings.actors.compounds import Compound, collective_of
from lagebild.findings.actors.countries import (
    country_of_group,
    country_of_name,
    international,
    of_several,
)
from lagebild.findings.actors.desk import NAMED_KINDS, Desk, Phrase
from lagebild.findings.actors.lexicon import Collective
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.naming import people
from lagebild.findings.actors.owners import owner
from lagebild.findings.actors.words import fold, key, slug
from lagebild.findings.finding import ActorKind

SAME_AS_BODY = frozenset({"armed_group", "party"})
_OF_REGIONS = frozenset({"Landesregierung", "Regionalregierung"})
TAKEN_UP = frozenset({"armed_group", "party", "media", "company"})
"""Kinds of which a bare noun takes up the actor named just before."""
OWN = 8
"""Characters of the article's id that keep the police forces of unknown states apart."""
JUST_BEFORE = 2
"""Sentences before the noun in which that actor is named."""
LOOSE = frozenset({"organisation", "party"})
"""Kinds of which several together are just a group."""


def link_groups(desk: Desk, cast: Cast) -> None:
    """Give every group phrase its actor, in order of the text."""
    seen: dict[str, str] = {}
    for phrase in sorted(desk.phrases, key=lambda p: (p.sentence, not p.absorbed, p.start)):
        if phrase.kind == "group":
            phrase.actor = _group(desk, cast, phrase, seen)
        elif phrase.kind == "people" and phrase.actor is None:
            key = f"group:{str(phrase.body).lower()}:people"
            name = people(phrase.noun, desk.lexicon.adjectives)
            phrase.actor = cast.new("group", phrase.body, name, None, key)
        elif phrase.kind == "organisation":
            phrase.actor = _organisation(desk, cast, phrase)
        if phrase.kind in {"organisation", "name"} and phrase.actor is not None:
            _introduce(desk, phrase, seen)


def _introduce(desk: Desk, phrase: Phrase, seen: dict[str, str]) -> None:
    """Remember the noun with which a body is introduced: "die Hilfsorganisation Testhilfe"."""
    first = desk.sentences[phrase.sentence].tokens[phrase.start]
    compound = collective_of(desk.lexicon, phrase.noun or first.text)
    longer = phrase.noun or phrase.end - phrase.start > 1
    noun = compound.collective if compound is not None else None
    if longer and phrase.actor and compound is not None and noun is not None:
        seen.update(
            {_noun(phrase, compound, noun): phrase.actor} if noun.kind in NAMED_KINDS else {}
        )


def _group(desk: Desk, cast: Cast, phrase: Phrase, seen: dict[str, str]) -> str:
    token = desk.sentences[phrase.sentence].tokens[phrase.head]
    compound = collective_of(desk.lexicon, token.text)
    assert compound is not None
    assert compound.collective is not None
    collective, noun = compound.collective, _noun(phrase, compound, compound.collective)
    body = _resolved_body(desk, cast, phrase)
    if compound.prefix and body and _member_of(desk, body, collective):
        phrase.why, phrase.form = "its members", "name"
        return cast.known(body)
    whole = _whole(desk, cast, phrase, body)
    if whole is not None:
        phrase.why = "a part of it"
        return whole
    inner = phrase.inner
    mixed = of_several(desk, phrase)
    if body is None and collective.kind == "government":
        body = owner(desk, cast, phrase)
    if body is None and inner is not None and inner.actor in cast.actors:
        body = cast.actors[inner.actor].country
    court = _court(desk, cast, phrase) if body is None and not mixed else None
    if court is not None:
        phrase.why = "group named before"
        return court
    if body is None and not mixed and phrase.definite:
        before = _same_noun(seen, noun) or _named_kind(desk, cast, phrase, collective)
        if before:
            phrase.why = "group named before"
            return before
    country = None if mixed else country_of_group(desk, phrase, body, collective)
    if _rules_region(desk, phrase, body, collective):
        key = cast.known(str(body))
        phrase.why = "government of a region"
    elif _stands_for_state(collective, phrase, body, country):
        key = cast.known(f"state:{country}")
        phrase.why = "government of a state"
    else:
        key = _new(desk, cast, phrase, (_kind(desk, phrase, body, collective), country, noun))
    if not (phrase.plural and collective.reading == "state"):
        seen[noun] = key
    return key


def _whole(desk: Desk, cast: Cast, phrase: Phrase, body: str | None) -> str | None:
    """Return the body of whose members the noun speaks: "Einheiten der Armee", "Richter"."""
    key = phrase.inner.actor if phrase.inner is not None else body
    if key is None or (key not in cast.actors and key not in desk.lexicon.known):
        return None
    kind = (cast.actors.get(key) or desk.lexicon.known[key]).kind
    cues = desk.lexicon.cues
    part = fold(phrase.noun) in cues["part_of"] and kind in {"government", "armed_group"}
    if part or (fold(phrase.noun) in cues["member_of"] and kind in {"party", "armed_group"}):
        return key if key in cast.actors else cast.known(key)
    return None


def _member_of(desk: Desk, body: str, collective: Collective) -> bool:
    """Tell whether the noun says "members of" the body before it: "PKK-Kämpfer"."""
    known = desk.lexicon.known.get(body)
    return known is not None and known.kind in SAME_AS_BODY and collective.kind in SAME_AS_BODY


def _court(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the court or parliament that "das Gericht", "die Richter" mean, if they do."""
    noun = fold(phrase.noun)
    tokens = desk.sentences[phrase.sentence].tokens
    bare = not phrase.plural and phrase.start and tokens[phrase.start - 1].upos != "DET"
    if not (phrase.definite or bare):
        return None
    for court in desk.lexicon.cues["court"]:
        if noun.startswith(court) and len(noun) < len(court) + 3:
            return _court_before(desk, cast, phrase, "gericht" if court == "richter" else court)
    return None


def _named_kind(desk: Desk, cast: Cast, phrase: Phrase, collective: Collective) -> str | None:
    """Return the one actor of the noun's kind named just before: "die Partei", "die Miliz"."""
    if phrase.number or collective.kind not in TAKEN_UP:
        return None
    if phrase.plural and collective.kind != "armed_group":
        return None
    found: dict[str, None] = {}
    for earlier in desk.before(phrase):
        if phrase.sentence - earlier.sentence > JUST_BEFORE:
            break
        actor = cast.actors.get(earlier.actor or "")
        if actor is not None and actor.kind == collective.kind and earlier.kind == "name":
            found.setdefault(actor.key)
    return next(iter(found)) if len(found) == 1 else None


def _same_noun(seen: dict[str, str], noun: str) -> str | None:
    if noun in seen:
        return seen[noun]
    return next((seen[e] for e in reversed(seen) if e.endswith(noun) and len(noun) > 4), None)


def _court_before(desk: Desk, cast: Cast, phrase: Phrase, court: str) -> str | None:
    """Return the last court (or parliament) named before by a name of its own or a compound."""
    for earlier in desk.before(phrase):
        actor = cast.actors.get(earlier.actor or "")
        if actor is None or actor.kind not in {"government", "organisation"}:
            continue
        if any(court in fold(name) for name in (actor.name, *actor.aliases)):
            return actor.key
    return None


def _kind(desk: Desk, phrase: Phrase, body: str | None, collective: Collective) -> ActorKind:
    """Return the group's kind: troops of no one state belong to an organisation or are a group."""
    if phrase.plural and (collective.kind in LOOSE or collective.reading == "state"):
        return "group"
    if collective.kind != "government":
        return collective.kind
    known = desk.lexicon.known.get(body or "")
    if known is not None and known.kind == "organisation":
        return "organisation"
    return "group" if of_several(desk, phrase) else "government"


def _new(desk: Desk, cast: Cast, phrase: Phrase, what: tuple[ActorKind, str | None, str]) -> str:
    kind, country, noun = what
    body = phrase.body if phrase.body and not phrase.body.startswith("person:") else None
    known = desk.lexicon.standing.get((country or "", noun))
    meant = phrase.definite or phrase.plural or phrase.body is not None
    own = body is None or body.isupper()
    if known and kind == "government" and not phrase.number and own and meant:
        phrase.why = "known body of a state"
        return cast.known(known)
    place = (body or country or "-").lower()
    key = f"{kind}:{place}:{slug(noun)}"
    if place == "-" and kind == "government":
        key += f":{desk.reading.article.id[:OWN]}"
    if phrase.number and _another(desk, cast, phrase, key):
        key += ":" + slug(_number(desk, phrase))
    counted = _as_many(desk, cast, phrase, kind)
    if counted is not None:
        return counted
    if of_several(desk, phrase):
        key = f"{kind}:-:{slug(fold(desk.text(phrase)))}"
    if phrase.number and kind == "group":
        cast.counted.setdefault(_number(desk, phrase), (key, fold(phrase.noun)))
    return cast.new(kind, country, desk.called(phrase), None, key)


def _as_many(desk: Desk, cast: Cast, phrase: Phrase, kind: ActorKind) -> str | None:
    """Return the people counted before by the same number: "17 Besucher", then "17 Menschen"."""
    found = cast.counted.get(_number(desk, phrase)) if phrase.number and kind == "group" else None
    if found is None or _number(desk, phrase) in desk.lexicon.cues["small_number"]:
        return None
    anybody = desk.lexicon.cues["anybody"]
    if fold(phrase.noun) in anybody or found[1] in anybody:
        phrase.why = "as many as before"
        return found[0]
    return None


def _another(desk: Desk, cast: Cast, phrase: Phrase, key: str) -> bool:
    """Tell whether a counted group is not the one named by the same noun before.

    200 people are not the nine named before; but the first number says how many those are that
    the article has named without one, except where the noun is a standing body such as the army.
    """
    number = _number(desk, phrase)
    return cast.numbers.setdefault(key, number) != number


def _noun(phrase: Phrase, compound: Compound, collective: Collective) -> str:
    """Return the group noun in one form for all its cases, with the first part of a compound.

    Without a number, nouns for one body count as the same: the army, the troops, the soldiers.
    """
    noun = collective.noun if phrase.number and collective.kind == "government" else collective.same
    named = compound.closed or (collective.kind in NAMED_KINDS and phrase.body is None)
    return (fold(compound.prefix) if named else "") + fold(noun)


def _stands_for_state(
    collective: Collective, phrase: Phrase, body: str | None, country: str | None
) -> bool:
    if country is None or phrase.plural or (body is not None and not body.isupper()):
        return False
    if collective.reading in {"named", "only"}:
        return body is not None
    return collective.reading == "state"


def _rules_region(desk: Desk, phrase: Phrase, body: str | None, collective: Collective) -> bool:
    """Tell whether the noun is the government of a region that is an actor: "Bayerns Regierung"."""
    known = desk.lexicon.known.get(body or "")
    ruling = collective.reading == "state" or collective.noun in _OF_REGIONS
    return ruling and not phrase.plural and known is not None and known.kind == "state"


def _resolved_body(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the body as an ISO code or an actor's key; a person stands for the own country."""
    body = phrase.body
    if body and body.startswith("person:"):
        known = desk.lexicon.known.get(body) or cast.actors.get(body)
        return known.country if known else None
    return body


def _number(desk: Desk, phrase: Phrase) -> str:
    """Return the words that count a group: 200 people are not the nine people named before."""
    tokens = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.head]
    return "-".join(fold(t.text) for t in tokens if t.upos == "NUM")


def _organisation(desk: Desk, cast: Cast, phrase: Phrase) -> str:
    """Return the actor of a tagged or quoted name, or of what its abbreviation stands for."""
    short = desk.abbreviations.get(key(desk.text(phrase)))
    if short is not None:
        for half in short:
            if half.actor is not None and half is not phrase:
                phrase.why = "abbreviation explained in the article"
                return half.actor
    return _new_organisation(desk, cast, phrase)


def _new_organisation(desk: Desk, cast: Cast, phrase: Phrase) -> str:
    tokens = desk.sentences[phrase.sentence].tokens
    first = phrase.start if phrase.name_start < 0 else phrase.name_start
    name = " ".join(t.text for t in tokens[first : phrase.end])[:120]
    kind, country = _kind_of_name(desk, phrase), country_of_name(desk, phrase)
    if country is None and phrase.body is None and not international(desk, phrase):
        country = desk.main_country
    bare = f"{kind}:{(country or '-').lower()}:{slug(name[:-1])}"
    if name.endswith("s") and bare in cast.actors:
        return bare
    return cast.new(kind, country, name)


def _kind_of_name(desk: Desk, phrase: Phrase) -> ActorKind:
    """Return the kind that a word of the name tells ("Demokratische Partei"), else organisation."""
    for token in reversed(desk.sentences[phrase.sentence].tokens[phrase.start : phrase.end]):
        compound = collective_of(desk.lexicon, token.text)
        if compound is not None and compound.collective is not None:
            return compound.collective.kind
    return "organisation"
