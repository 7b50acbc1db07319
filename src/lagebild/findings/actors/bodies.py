"""Tie groups and bodies without a name of their own to actors."""

from lagebild.findings.actors.compounds import Compound, collective_of
from lagebild.findings.actors.countries import country_of_group, of_several
from lagebild.findings.actors.desk import NAMED_KINDS, Desk, Phrase
from lagebild.findings.actors.doers import estimated, protesting, took_part
from lagebild.findings.actors.emit import names_nobody
from lagebild.findings.actors.equated import named_beside, said_of_body
from lagebild.findings.actors.lexicon import Collective
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.naming import people
from lagebild.findings.actors.organisations import Bodies, named_bodies, organisation
from lagebild.findings.actors.owners import owner, person_before
from lagebild.findings.actors.takenup import JUST_BEFORE, court, of_somebody, same_noun, taken_up
from lagebild.findings.actors.words import fold, slug
from lagebild.findings.finding import ActorKind

SAME_AS_BODY = frozenset({"armed_group", "party"})
_OF_REGIONS = frozenset({"Landesregierung", "Regionalregierung"})
OWN = 8
"""Characters of the article's id that keep the police forces of unknown states apart."""
LOOSE = frozenset({"company", "party"})
"""Kinds of which several together are just a group."""
CROWD = "demonstranten"
"""The noun for all who protest in an article."""
SEVERAL = "+"
"""What marks a noun for several bodies apart from the noun for one of them."""


def link_groups(desk: Desk, cast: Cast) -> None:
    """Give every group phrase its actor, in order of the text."""
    seen: dict[str, str] = {}
    names = named_bodies(desk)
    for phrase in sorted(desk.phrases, key=lambda p: (p.sentence, not p.absorbed, p.start)):
        if phrase.kind == "group":
            phrase.actor = _group(desk, cast, phrase, seen, names)
        elif phrase.kind == "people" and phrase.actor is None:
            key = f"group:{str(phrase.body).lower()}:people"
            name = people(phrase.noun, desk.lexicon.adjectives)
            phrase.actor = cast.new("group", phrase.body, name, None, key)
        elif phrase.kind == "organisation":
            phrase.actor = organisation(desk, cast, phrase, names)
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


def _group(desk: Desk, cast: Cast, phrase: Phrase, seen: dict[str, str], names: Bodies) -> str:
    token = desk.sentences[phrase.sentence].tokens[phrase.head]
    compound = collective_of(desk.lexicon, token.text)
    assert compound is not None
    assert compound.collective is not None
    collective, noun = compound.collective, _noun(phrase, compound, compound.collective)
    if protesting(desk, phrase) or (noun == "teilnehmer" and CROWD in seen and phrase.definite):
        noun = CROWD
    body = _resolved_body(desk, cast, phrase)
    if compound.prefix and body and _member_of(desk, body, compound, phrase):
        phrase.why, phrase.form = "its members", "name"
        return cast.known(body)
    whole = _whole(desk, cast, phrase, body)
    if whole is not None:
        phrase.why = "a part of it"
        return whole
    equal = said_of_body(desk, phrase) or named_beside(desk, phrase)
    if equal is not None and not str(equal.actor).startswith("state:"):
        equal.actor = equal.actor or organisation(desk, cast, equal, names)
        phrase.why, seen[noun] = "said of it", equal.actor
        return equal.actor
    mixed = of_several(desk, phrase)
    body = body or _whose(desk, cast, phrase, collective)
    counted = _counted_before(desk, phrase) if body is None and phrase.definite else None
    if counted is not None:
        phrase.why = "group named before"
        return counted
    if body is None and not mixed:
        before = court(desk, cast, phrase)
        if before is None and phrase.definite:
            before = same_noun(seen, noun) or took_part(desk, phrase, noun)
            before = before or taken_up(desk, cast, phrase, compound)
            before = before or (None if of_somebody(desk, phrase) else seen.get(f"={noun}"))
        if before:
            seen[f"={noun}"] = before
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
    named = phrase.plural and collective.reading == "state"
    if not named and not names_nobody(desk, phrase):
        seen[noun] = key
    return key


def _counted_before(desk: Desk, phrase: Phrase) -> str | None:
    """Return the people counted just before: "22 Soldaten starben. Die Soldaten waren …"."""
    if not phrase.plural or phrase.number:
        return None
    for earlier in desk.before(phrase):
        if phrase.sentence - earlier.sentence > JUST_BEFORE:
            return None
        if earlier.kind == "group" and fold(earlier.noun) == fold(phrase.noun):
            return earlier.actor if earlier.number and not earlier.absorbed else None
    return None


def _whose(desk: Desk, cast: Cast, phrase: Phrase, collective: Collective) -> str | None:
    """Return whose a body is that no word next to it tells: the region's, the owner's."""
    if collective.same in desk.lexicon.cues["of_scene"] and not of_several(desk, phrase):
        phrase.body = desk.region
    body = phrase.body
    if body is None and collective.kind == "government":
        body = person_before(desk, cast, phrase) or owner(desk, cast, phrase)
    if body is None and phrase.inner is not None and phrase.inner.actor in cast.actors:
        body = cast.actors[phrase.inner.actor].country
    return body


def _whole(desk: Desk, cast: Cast, phrase: Phrase, body: str | None) -> str | None:
    """Return the body of whose members the noun speaks: "Einheiten der Armee", "Richter"."""
    key = phrase.inner.actor if phrase.inner is not None else body
    if key is None or (key not in cast.actors and key not in desk.lexicon.known):
        return None
    kind = (cast.actors.get(key) or desk.lexicon.known[key]).kind
    cues = desk.lexicon.cues
    part = fold(phrase.noun) in cues["part_of"] and kind in {"government", "armed_group"}
    part = part and not phrase.number
    if part or (fold(phrase.noun) in cues["member_of"] and kind in {"party", "armed_group"}):
        return key if key in cast.actors else cast.known(key)
    return None


def _member_of(desk: Desk, body: str, compound: Compound, phrase: Phrase) -> bool:
    """Tell whether a compound means the body it opens with, or its members.

    "PKK-Kämpfer", "die SPD-Partei", "der VW-Konzern".
    """
    known, collective = desk.lexicon.known.get(body), compound.collective
    if known is None or collective is None:
        return False
    if known.kind in SAME_AS_BODY and collective.kind in SAME_AS_BODY:
        return collective.same not in desk.lexicon.cues["own_part"]
    itself = fold(collective.noun) in desk.lexicon.cues["itself"] and not phrase.plural
    return itself and known.kind in {"company", "media", *SAME_AS_BODY} and not phrase.number


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
    if _passing(desk, place, noun):
        key += f":{desk.reading.article.id[:OWN]}"
    if phrase.number and _another(desk, cast, phrase, key):
        key += ":" + slug(_number(desk, phrase))
    counted = _as_many(desk, cast, phrase, kind)
    if counted is not None:
        return counted
    if of_several(desk, phrase):
        key = f"{kind}:-:{slug(fold(desk.called(phrase)))}"
    if phrase.number and kind == "group":
        cast.counted.setdefault(_number(desk, phrase), (key, fold(phrase.noun)))
    return cast.new(kind, country, desk.called(phrase), None, key)


def _passing(desk: Desk, place: str, noun: str) -> bool:
    """Tell whether the noun means other people in another article: "Kritiker", "Polizei".

    Peoples and faiths last; so do others of one state, but for those that are anybody in it.
    """
    word = noun.rstrip(SEVERAL)
    if place == "-":
        return word not in desk.lexicon.cues["lasting"]
    return word.endswith(tuple(desk.lexicon.cues["passing"])) and ":" not in place


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
    Counts of one crowd differ with who counts.
    """
    number = _number(desk, phrase)
    differs = cast.numbers.setdefault(key, number) != number
    return differs and not (key.endswith(f":{CROWD}") and estimated(desk, phrase))


def _noun(phrase: Phrase, compound: Compound, collective: Collective) -> str:
    """Return the group noun in one form for all its cases, with the first part of a compound.

    Without a number, nouns for one body count as the same: the army, the troops, the soldiers.
    Several parties are not the one party that the singular takes up.
    """
    noun = collective.noun if phrase.number and collective.kind == "government" else collective.same
    named = compound.closed or (collective.kind in NAMED_KINDS and phrase.body is None)
    several = SEVERAL if phrase.plural and collective.kind in NAMED_KINDS - {"group"} else ""
    return (fold(compound.prefix) if named else "") + fold(noun) + several


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
