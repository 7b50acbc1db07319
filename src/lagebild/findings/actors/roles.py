"""Tie titles without a name to persons: "der russische Präsident", "Kremlchef", "die Kanzlerin".

The article's own words count first (who was given this title there), then who held the office on
the day the article was published. Without a date the office stays an actor of its own.
"""

from lagebild.findings.actors.apposition import name_beside
from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.countries import country_of_place, of_several
from lagebild.findings.actors.desk import LOOKED_AT, Desk, Phrase
from lagebild.findings.actors.groups import noun_key
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.offices import Office
from lagebild.findings.actors.predicates import said_of, said_of_pronoun
from lagebild.findings.actors.words import fold, slug
from lagebild.findings.finding import Actor

WHILE_ALONE = 3
"""Sentences looked back for whom "der Politiker" means while only one person has been named."""
OWN = 8
"""Characters of the article's id that keep "der Mann" of two articles apart."""
_STANDING = ("sprecher", "sprecherin", "botschafter", "botschafterin")
"""Ends of functions that a body always has somebody for."""
RECENT = 20
"""Mentions of people looked back for whom "der Grieche" means."""


def link_titles(desk: Desk, cast: Cast) -> list[tuple[Phrase, int]]:
    """Give every title without a name its actor, in order of the text.

    Return those that wait for a pronoun of which they are said, with its index.
    """
    given = _given_titles(desk)
    recent: list[Phrase] = []
    waiting: list[tuple[Phrase, int]] = []
    for phrase in desk.phrases:
        if phrase.kind == "title" and _post(desk, phrase):
            phrase.kind = "nobody"
        pronoun = said_of_pronoun(desk, phrase) if phrase.kind == "title" else None
        if pronoun is not None and name_beside(desk, phrase) is None:
            waiting.append((phrase, pronoun))
        elif phrase.kind == "title":
            phrase.actor = (
                _beside_name(desk, cast, phrase)
                or _predicate(desk, cast, phrase)
                or (_group(desk, cast, phrase) if phrase.plural else None)
                or _given(desk, cast, phrase, given, recent)
                or _colleague(desk, cast, phrase, recent)
                or _ministers_of_many(desk, cast, phrase)
                or _holder(desk, cast, phrase, recent)
                or _described(desk, cast, phrase, recent)
                or _unnamed(desk, cast, phrase)
            )
        elif phrase.kind == "people" and phrase.definite and not phrase.plural:
            phrase.actor = _compatriot(desk, cast, phrase, recent)
        if phrase.actor is not None and phrase.actor in cast.actors:
            if cast.actors[phrase.actor].kind == "person":
                recent.append(phrase)
            if phrase.noun and phrase.kind == "title" and not phrase.plural:
                given.append(phrase)
    return waiting


def _colleague(desk: Desk, cast: Cast, phrase: Phrase, recent: list[Phrase]) -> str | None:
    """Return who holds in another state the office of the person before: "seinen Amtskollegen"."""
    if fold(phrase.noun) not in desk.lexicon.cues["colleague"] or desk.date is None:
        return None
    if phrase.body is None or not phrase.body.isupper():
        return None
    offices = desk.lexicon.offices
    for earlier in reversed(recent[-RECENT:]):
        person = str(earlier.actor).removeprefix("person:")
        held = [h.office for h in offices.of_person.get(person, ()) if h.on(desk.date)]
        for type_ in (*earlier.offices, *(office.type for office in held)):
            office = offices.find(phrase.body, (type_,))
            if office is not None:
                return _on_date(desk, cast, phrase, office)
    return None


def _given_titles(desk: Desk) -> list[Phrase]:
    return [p for p in desk.phrases if p.kind == "person" and p.noun and p.actor]


def _beside_name(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the person in apposition: "Schoigu, Verteidigungsminister Russlands," or reversed."""
    other = name_beside(desk, phrase)
    if other is None or other.actor is None:
        return None
    actor = cast.actors[other.actor]
    country = desk.country_of(phrase.body)
    if country and actor.country and country != actor.country and actor.key in desk.lexicon.known:
        return None
    if not _genders_agree(phrase.gender, actor.gender):
        return None
    if not phrase.former:
        cast.learn(other.actor, phrase.noun, country, phrase.gender)
    phrase.why = "title beside the name"
    return other.actor


def _predicate(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the person of whom the title is said: "Ben Muster ist Minister"."""
    person = said_of(desk, phrase) if not phrase.plural else None
    if person is None or person.actor is None:
        return None
    actor = cast.actors[person.actor]
    if not _genders_agree(phrase.gender, actor.gender):
        return None
    words = desk.sentences[phrase.sentence].tokens[phrase.start : phrase.head]
    incoming = tuple(desk.lexicon.cues["incoming"])
    if not phrase.former or any(fold(word.text).startswith(incoming) for word in words):
        cast.learn(actor.key, phrase.noun, desk.country_of(phrase.body), phrase.gender)
    phrase.why = "said of the person"
    return actor.key


def _given(
    desk: Desk, cast: Cast, phrase: Phrase, given: list[Phrase], recent: list[Phrase]
) -> str | None:
    """Return the person to whom the article gave this title, the one mentioned last of several."""
    if not phrase.definite and phrase.body is None and phrase.determined_otherwise:
        return None
    country, of_states = desk.country_of(phrase.body), desk.lexicon.offices.of_states
    found = []
    for other in given[-LOOKED_AT:]:
        if not _same_noun(phrase, other, of_states) or other.former != phrase.former:
            continue
        if other.plural or other.actor is None:
            continue
        theirs = desk.country_of(other.body) or cast.actors[other.actor].country
        if country and theirs and country != theirs:
            continue
        if phrase.body and other.body and phrase.body != other.body and not country:
            continue
        if not _genders_agree(phrase.gender, cast.actors[other.actor].gender):
            continue
        found.append(other.actor)
    if not found:
        return None
    candidates = set(found)
    for earlier in reversed(recent):
        if earlier.actor in candidates:
            phrase.why = "title given in the article"
            return earlier.actor
    phrase.why = "title given in the article"
    return found[0] if len(candidates) == 1 else None


def _same_noun(phrase: Phrase, other: Phrase, of_states: frozenset[str]) -> bool:
    """Tell whether a title takes up another: the same noun, or the last part of a compound.

    A title of an office that states have (`of_states`) is not taken up by a part of it.
    """
    here, there = fold(phrase.noun), fold(other.noun)
    if here == there:
        return True
    if phrase.former and other.former and set(phrase.offices) & set(other.offices):
        return True
    compound = phrase.definite and len(here) > 4 and there.endswith(here)
    return compound and not set(phrase.offices) & of_states


def _genders_agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _holder(desk: Desk, cast: Cast, phrase: Phrase, recent: list[Phrase]) -> str | None:
    """Return who held the office, or the office itself where the date does not tell."""
    if not phrase.offices or phrase.determined_otherwise:
        return None
    key = _recent_holder(desk, cast, phrase, recent) if phrase.body is None else None
    body = phrase.body or _heads_region(desk, phrase) or desk.country_near(phrase)
    if key is not None or body is None or _not_there(desk, phrase, body):
        return key
    office = desk.lexicon.offices.find(body.removeprefix("org:"), phrase.offices)
    if office is None:
        return None
    return _on_date(desk, cast, phrase, office) or _only_one(desk, cast, phrase, office)


def _heads_region(desk: Desk, phrase: Phrase) -> str | None:
    """Return the region of the article if such a title is its head's: "der Ministerpräsident"."""
    office = desk.lexicon.offices.find((desk.region or "").removeprefix("org:"), phrase.offices)
    return desk.region if office is not None and fold(office.title) == fold(phrase.noun) else None


def _not_there(desk: Desk, phrase: Phrase, state: str) -> bool:
    """Tell whether nobody is called so there: Germany's "Ministerpräsident" is none of its own."""
    return state in {"DEU", "AUT"} and fold(phrase.noun) in desk.lexicon.cues["not_in_DEU_AUT"]


def _on_date(desk: Desk, cast: Cast, phrase: Phrase, office: Office) -> str | None:
    """Return who held the office on the article's day, unless gender or "former" forbid it."""
    holders = desk.lexicon.offices.holders(office, desk.date)
    keys = [f"person:{holding.person}" for holding in holders]
    known = desk.lexicon.known
    fitting = [key for key in keys if _genders_agree(phrase.gender, known[key].gender)]
    if phrase.former or len(fitting) != 1:
        return None
    phrase.why = f"held the office on {desk.date}"
    return cast.known(fitting[0])


def _only_one(desk: Desk, cast: Cast, phrase: Phrase, office: Office) -> str | None:
    """Return the one person of the article who ever held the office, else the office itself."""
    here = _holders_here(desk, cast, phrase, office)
    named = bool(desk.lexicon.offices.holders(office, desk.date))
    if len(here) == 1 and (desk.date is None or phrase.former or named):
        phrase.why = "the only holder of the office in the article"
        return here.pop()
    if phrase.former:
        return None
    phrase.why = "the office, its holder unknown"
    country = desk.country_of(office.body)
    body = desk.lexicon.known.get(f"state:{office.body}") or desk.lexicon.known.get(
        f"org:{office.body}"
    )
    name = f"{office.title} ({body.name if body else office.body})"
    return cast.new("person", country, name, phrase.gender, f"office:{office.key}")


def _holders_here(desk: Desk, cast: Cast, phrase: Phrase, office: Office) -> set[str]:
    """Return the persons of the article who ever held the office, of the title's gender.

    Where several share it on the article's day, only they count.
    """
    found = set()
    offices = desk.lexicon.offices
    shared = offices.holders(office, desk.date) if not phrase.former else ()
    for holding in shared if len(shared) > 1 else offices.of_office.get(office.key, ()):
        key = f"person:{holding.person}"
        if key in cast.actors and _genders_agree(phrase.gender, cast.actors[key].gender):
            now = desk.date is not None and holding.on(desk.date)
            if not (phrase.former and now):
                found.add(key)
    return found


def _recent_holder(desk: Desk, cast: Cast, phrase: Phrase, recent: list[Phrase]) -> str | None:
    """Return the person mentioned last who held such an office on the article's day.

    A title that states give means an office of a state: "der Präsident" is no head of a bank.
    """
    wanted = set(phrase.offices)
    wanted = wanted & desk.lexicon.offices.of_states or wanted
    for earlier in reversed(recent):
        assert earlier.actor is not None
        if not _genders_agree(phrase.gender, cast.actors[earlier.actor].gender):
            continue
        person = earlier.actor.removeprefix("person:")
        for holding in desk.lexicon.offices.of_person.get(person, ()):
            if holding.office.type in wanted and (desk.date is not None and holding.on(desk.date)):
                phrase.why = "mentioned last of those in such an office"
                return earlier.actor
    return None


def _group(desk: Desk, cast: Cast, phrase: Phrase) -> str:
    several = of_several(desk, phrase)
    country = None if several else desk.country_of(phrase.body)
    office = set(phrase.offices) & desk.lexicon.offices.of_states
    if not (phrase.body or several or office):
        country = desk.main_country
    key = f"group:{(phrase.body or '-').lower()}:{slug(noun_key(phrase))}"
    if several:
        key = f"group:-:{slug(fold(desk.text(phrase)))}"
    phrase.why = "several persons of one title"
    return cast.new("group", country, desk.called(phrase), None, key)


def _described(desk: Desk, cast: Cast, phrase: Phrase, recent: list[Phrase]) -> str | None:
    """Return the one person just named whom a noun describes anew: "der Unternehmer".

    An expert is told first by trade, then by where he or she works: "der Leiter des Instituts".
    """
    relation = _relation(desk, phrase)
    office = set(phrase.offices) & desk.lexicon.offices.of_states
    if not phrase.definite or phrase.plural or office or relation:
        return None
    bound = phrase.body or phrase.inner or phrase.complement or phrase.of_noun
    near: dict[str, Phrase] = {}
    alone = len({earlier.actor for earlier in recent[-RECENT:]}) == 1
    for earlier in reversed(recent[-RECENT:]):
        if not _genders_agree(phrase.gender, cast.actors[str(earlier.actor)].gender):
            continue
        if phrase.sentence - earlier.sentence > (WHILE_ALONE if alone else 2 if bound else 1):
            break
        near[str(earlier.actor)] = earlier
    women = {k: p for k, p in near.items() if phrase.gender == cast.actors[k].gender == "f"}
    near = women or near
    if len(near) != 1:
        return None
    key, named = next(iter(near.items()))
    if (
        bound
        and not _may_be(desk, phrase, cast.actors[key])
        and not _an_expert(desk, phrase, named)
    ):
        return None
    phrase.why = "describes the one person just named"
    return key


def _relation(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a noun means somebody else than who was just named: "der Anwalt", "seine Frau".

    "die Frau" without saying whose may be her who was named.
    """
    noun, tokens = fold(phrase.noun), desk.sentences[phrase.sentence].tokens
    if not noun.endswith(tuple(desk.lexicon.cues["relation"])):
        return False
    whose = phrase.complement or phrase.inner or phrase.of_noun or phrase.body
    possessive = phrase.start > 0 and tokens[phrase.start - 1].xpos == "PPOSAT"
    return bool(whose) or possessive or noun not in desk.lexicon.cues["human"]


def _an_expert(desk: Desk, phrase: Phrase, named: Phrase) -> bool:
    """Tell whether somebody is called by where he works who was told by his trade before."""
    return desk.country_of(phrase.body) is None and _of_nowhere(desk, named)


def _may_be(desk: Desk, phrase: Phrase, actor: Actor) -> bool:
    """Tell whether a noun with a party, or any noun for a woman, may describe somebody anew.

    Few reports name two women within two sentences; party members are named by their party again.
    """
    body = desk.lexicon.known.get(phrase.body or "")
    party = body is not None and body.kind == "party"
    country = desk.country_of(phrase.body)
    return (party or phrase.gender == "f") and country in {None, actor.country}


def _post(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a post is spoken of, not who holds it: "das Amt des Parteivorsitzenden"."""
    tokens = desk.sentences[phrase.sentence].tokens
    head = tokens[phrase.head].head
    return head >= 0 and fold(tokens[head].lemma) in desk.lexicon.cues["post"]


def _compatriot(desk: Desk, cast: Cast, phrase: Phrase, recent: list[Phrase]) -> str | None:
    """Return the person of the country named last: "der Grieche" is Tsipras."""
    before = desk.sentences[phrase.sentence].tokens[phrase.start - 1]
    gender = {"die": "f", "der": "m", "dem": "m", "den": "m", "des": "m"}.get(fold(before.text))
    for earlier in reversed(recent[-RECENT:]):
        actor = cast.actors[str(earlier.actor)]
        if actor.country == phrase.body and _genders_agree(gender, actor.gender):
            phrase.why = "inhabitant, said of a person before"
            return actor.key
    return None


def _ministers_of_many(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the group that "EU-Außenminister" names: a body without such an office has many."""
    body = phrase.body
    if not phrase.offices or body is None or body.isupper() or phrase.determined_otherwise:
        return None
    office = desk.lexicon.offices.find(body.removeprefix("org:"), phrase.offices)
    if desk.country_of(body) or office is not None:
        return None
    return None if phrase.singular else _group(desk, cast, phrase)


def _unnamed(desk: Desk, cast: Cast, phrase: Phrase) -> str:
    """Return an actor for a person without a name: "ein Sprecher der Armee"."""
    country = desk.country_of(phrase.body) or _masters_country(desk, cast, phrase)
    if country is None and phrase.body is None and not _of_nowhere(desk, phrase):
        country = country_of_place(desk, phrase) or desk.main_country
    what = slug(f"{phrase.noun} {phrase.of_noun}")
    place = (phrase.body or country or "-").lower()
    key = f"person:{place}:{'other-' if phrase.former else ''}{what}"
    if not (phrase.body and (phrase.offices or what.endswith(_STANDING))):
        key += f":{desk.reading.article.id[:OWN]}"
    phrase.why = "person without a name"
    return cast.new("person", country, desk.called(phrase), phrase.gender, key)


def _masters_country(desk: Desk, cast: Cast, phrase: Phrase) -> str | None:
    """Return the state of whom somebody works for: "ein Sprecher von Präsident Muster"."""
    master = phrase.inner
    if master is None:
        return None
    actor = cast.actors.get(master.actor or "")
    return actor.country if actor is not None else desk.country_of(master.body)


def _of_nowhere(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether such people belong to no state unless one is named: "Experte", "Zeuge"."""
    noun = fold(phrase.noun)
    if not noun:
        return False
    forms = (collective_of(desk.lexicon, form) for form in (noun + "en", noun + "n", noun))
    found = next((form for form in forms if form is not None), None)
    return found is not None and found.collective is not None and found.collective.reading == "none"
