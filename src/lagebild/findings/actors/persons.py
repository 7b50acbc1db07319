"""Tie persons' names to persons: full names first, then the short names that take them up."""

from collections import Counter, defaultdict
from dataclasses import replace

from lagebild.findings.actors.desk import NOUNS, Desk, Phrase
from lagebild.findings.actors.lexicon import Known, surnames
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.modifiers import body_of_actor
from lagebild.findings.actors.places import first_conjunct, preposition
from lagebild.findings.actors.words import fold, one_slip, slug
from lagebild.language.analysis import Sentence, Token

UNNAMED = "person without a name"
"""Why somebody is an actor whose state was settled by the noun alone."""
SHORT_NAME = 6
"""The same behind a title ("General")."""
LONG_NAME = 7
"""Letters from which two names that differ by one slip are taken for one: short ones may not."""
_MANNERS = ("mit", "von", "durch", "gegen", "für", "laut", "nach", "zu", "bei", "um", "an", "über")
"""Prepositions behind which somebody is often named that nobody introduced."""
Names = dict[str, dict[str, None]]
"""The persons of the article by each folded part of a name, in the order in which they came."""


def link_persons(desk: Desk, cast: Cast) -> None:
    """Give every person phrase its actor."""
    _part_two(desk)
    people = [p for p in desk.phrases if p.kind == "person"]
    address = desk.lexicon.cues["form_of_address"]
    for phrase in people:
        phrase.names = tuple(n for n in phrase.names if n not in address and n[:1].isalpha())
    short: list[Phrase] = []
    by_name: Names = defaultdict(dict)
    for phrase in people:
        if phrase.actor is None and len(_weighty(desk, phrase.names)) < 2:
            short.append(phrase)
            continue
        key = cast.known(phrase.actor) if phrase.actor else _full(desk, cast, phrase, by_name)
        _tie(desk, cast, phrase, key, by_name)
    for phrase in short:
        short_key = _short(desk, cast, phrase, by_name) if phrase.names else None
        if short_key is not None:
            _tie(desk, cast, phrase, short_key, by_name)
    _take_up_untagged(desk, cast, by_name)
    for phrase in [p for p in people if p.actor is None]:
        phrase.kind = "nobody"


def _part_two(desk: Desk) -> None:
    """Part two surnames that stand together, both of persons whom the article names in full.

    "Rajoy Zapatero" are two men in "so kritisierte Rajoy Zapatero heftig".
    """
    full = {p.names[-1] for p in desk.phrases if p.kind == "person" and len(p.names) > 1}
    for phrase in [p for p in desk.phrases if p.kind == "person" and len(p.names) == 2]:
        one, two = phrase.names
        bare = phrase.end - phrase.start == 2 and phrase.actor is None and not phrase.noun
        named = desk.last_names[two] > 1
        if bare and named and one in full and one not in desk.lexicon.first_names:
            last = phrase.end - 1
            desk.phrases.append(replace(phrase, start=last, head=last, names=(two,)))
            phrase.end, phrase.head, phrase.names = last, phrase.start, (one,)
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def _take_up_untagged(desk: Desk, cast: Cast, by_name: Names) -> None:
    """Find the short names of persons of the article that were not tagged as such."""
    taken = {(p.sentence, i): p for p in desk.phrases for i in range(p.start, p.end)}
    found = []
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            other = taken.get((number, token.index))
            if token.upos not in NOUNS or (other is not None and not _doubtful(other)):
                continue
            if not token.text[0].isupper() and not token.text.startswith(("al-", "el-")):
                continue
            key = _last_name(cast, fold(token.text), by_name)
            named = token.upos == "PROPN" or token.name != "O" or _bare_subject(sentence, token)
            if key is None or not named:
                continue
            phrase = other or Phrase(
                number, token.index, token.index + 1, token.index, "", "name", ""
            )
            phrase.kind, phrase.why, phrase.actor = "person", "short name of a person above", key
            phrase.gender = cast.actors[key].gender
            if other is None:
                found.append(phrase)
    desk.phrases[:] = sorted((*desk.phrases, *found), key=lambda p: (p.sentence, p.start))


def _bare_subject(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun is the subject without any article, as only names are: "schreibt Papier".

    Nouns in the plural need no article either.
    """
    before = sentence.tokens[token.index - 1] if token.index else None
    bare = before is None or before.upos not in {"DET", "ADJ", "ADP", "NUM", "NOUN", "PROPN"}
    return bare and token.deprel == "nsubj" and token.feat("Number") != "Plur"


def _doubtful(phrase: Phrase) -> bool:
    """Tell whether one word was tagged as an organisation without any other sign."""
    return phrase.kind == "organisation" and phrase.end - phrase.start == 1


def _last_name(cast: Cast, word: str, by_name: Names) -> str | None:
    """Return the person of the article whose surname `word` is."""
    for form in _without_genitive(word):
        for key in reversed(by_name.get(form, {})):
            if form in surnames(cast.actors[key].name, cast.actors[key].country):
                return key
    return None


def give_countries(desk: Desk, cast: Cast) -> None:
    """Give persons without a country that of the body beside them, else the article's."""
    people = [p for p in desk.phrases if p.kind in {"person", "title"} and p.actor in cast.actors]
    people = [p for p in people if p.actor and cast.actors[p.actor].kind == "person"]
    beside = {id(p): p.body or affiliation(desk, p) for p in people}
    abroad = {p.actor for p in people if beside[id(p)] and not desk.country_of(beside[id(p)])}
    for settled in (False, True):
        for phrase in people:
            key = phrase.actor
            if key is None or key in desk.lexicon.known or cast.actors[key].country is not None:
                continue
            country = desk.country_of(beside[id(phrase)])
            if settled and key not in abroad and phrase.why != UNNAMED:
                country = country or desk.main_country
            cast.learn(key, "", country, None)


def affiliation(desk: Desk, phrase: Phrase) -> str | None:
    """Return the body that the text puts behind a name: "(SPD)", "von der SPD", "vom IWF"."""
    tokens = desk.sentences[phrase.sentence].tokens
    for at in range(phrase.end, min(phrase.end + 3, len(tokens))):
        beside = desk.starting.get((phrase.sentence, at))
        if beside is not None and beside.actor and beside.kind == "name":
            bracket = tokens[phrase.end].text == "("
            head = tokens[beside.head]
            hangs = head.deprel.startswith("nmod") and phrase.start <= head.head < phrase.end
            if bracket or (hangs and not beside.actor.startswith("state:")):
                return body_of_actor(beside.actor)
            return None
    return None


def _weighty(desk: Desk, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(n for n in names if n not in desk.lexicon.cues["particle"])


def _tie(desk: Desk, cast: Cast, phrase: Phrase, key: str, by_name: Names) -> None:
    phrase.actor = key
    actor = cast.actors[key]
    phrase.gender = actor.gender or phrase.gender
    country = desk.country_of(phrase.body)
    if phrase.noun and not phrase.former:
        cast.learn(key, phrase.noun, country, phrase.gender)
    elif country:
        cast.learn(key, "", country, phrase.gender)
    actor = cast.actors[key]
    for name in (*surnames(actor.name, actor.country), *surnames(" ".join(phrase.names))):
        by_name[name].setdefault(key)
    if len(phrase.names) > 1:
        by_name[phrase.names[0]].setdefault(key)


def _full(desk: Desk, cast: Cast, phrase: Phrase, by_name: Names) -> str:
    """Return the actor of a full name that no table has as it stands."""
    for last in _without_genitive(phrase.names[-1]):
        for candidate in desk.lexicon.surnames.get(last, ()):
            known = desk.lexicon.known[candidate]
            first = fold(known.name.split()[0])
            if first in phrase.names[:-1] or _first_misspelt(desk, phrase, known):
                return cast.known(candidate)
    longer = _with_more_names(desk, cast, phrase, by_name)
    if longer is not None:
        return longer
    name = _written(desk, phrase)
    key = f"person:{slug(name)}"
    bare = f"person:{slug(name[:-1])}"
    if name.endswith("s") and bare in cast.actors:
        return bare
    gender = phrase.gender or desk.lexicon.first_names.get(phrase.names[0].split("-")[0])
    return cast.new("person", desk.country_of(phrase.body), name, gender, key)


def _first_misspelt(desk: Desk, phrase: Phrase, known: Known) -> bool:
    """Tell whether a known person in office is meant whose first name has one slip of the pen."""
    one, other = phrase.names[0], fold(known.name.split()[0])
    active = desk.lexicon.offices.in_office(known.key.removeprefix("person:"), desk.date)
    close = min(len(one), len(other)) >= SHORT_NAME - 1 and one_slip(one, other)
    return close and active and len(phrase.names) == len(known.name.split())


def _with_more_names(desk: Desk, cast: Cast, phrase: Phrase, by_name: Names) -> str | None:
    """Return the person of the article whose names hold all of these, or the other way round."""
    here = set(_weighty(desk, phrase.names))
    for last in _without_genitive(phrase.names[-1]):
        for key in by_name.get(last, ()):
            there = {fold(word) for word in cast.actors[key].name.split()}
            here = here - {phrase.names[-1]} | {last}
            if len(there) > 1 and (here <= there or there <= here):
                return key if _agrees(desk, cast, phrase, key) else None
    return None


def _short(desk: Desk, cast: Cast, phrase: Phrase, by_name: Names) -> str | None:
    """Return the actor of a surname: of the article, else of the tables, else a new one.

    None where nothing but the tag says that it is a name.
    """
    last = phrase.names[-1]
    for form in _without_genitive(last):
        here = [k for k in by_name.get(form, ()) if _agrees(desk, cast, phrase, k)]
        if here:
            return here[0] if len(here) == 1 else _nearest(desk, phrase, here)
    for form in _without_genitive(last):
        key = _from_tables(desk, phrase, form)
        if key:
            return cast.known(key)
    key = _misspelt(last, by_name, SHORT_NAME if phrase.noun else LONG_NAME)
    if key is not None and _agrees(desk, cast, phrase, key):
        phrase.why = "name misspelt"
        return key
    if _mere_tag(desk, phrase):
        return None
    name = _written(desk, phrase)
    if name.endswith("s") and name[:-1].casefold() in by_name:
        name = name[:-1]
    return cast.new("person", desk.country_of(phrase.body), name, phrase.gender)


def _mere_tag(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether one word is a person by its tag alone: it has no title, does and gets nothing.

    "Zwischen Pizza und Wodka", "er stiftete Zwietracht unter ihnen".
    """
    if phrase.noun or phrase.body or phrase.why != "tagged as a person":
        return False
    if any(name in desk.lexicon.first_names for name in phrase.names):
        return False
    sentence = desk.sentences[phrase.sentence]
    token = first_conjunct(sentence, sentence.tokens[phrase.head])
    owner = token.deprel.startswith("nmod") and token.text.endswith(("s", "'", "’"))
    acting = token.deprel.startswith(("nsubj", "obj", "iobj", "appos", "flat", "obl:agent"))
    return not acting and not owner and not preposition(sentence, token).startswith(_MANNERS)


def _misspelt(last: str, by_name: Names, shortest: int) -> str | None:
    """Return the one person of the article whose long name has one letter changed or swapped."""
    if len(last) < shortest:
        return None
    near = {
        key
        for name, keys in by_name.items()
        if len(name) >= shortest - 1 and one_slip(name, last) and one_slip(last, name)
        for key in keys
    }
    return near.pop() if len(near) == 1 else None


def _nearest(desk: Desk, phrase: Phrase, keys: list[str]) -> str:
    """Return which of several namesakes is meant: who is named most by full name, else last."""
    fully = Counter(str(p.actor) for p in desk.phrases if p.actor in keys and len(p.names) > 1)
    most = fully.most_common(2)
    if most and (len(most) < 2 or most[0][1] > most[1][1]):
        return most[0][0]
    for earlier in desk.before(phrase):
        if earlier.actor in keys and earlier.kind == "person":
            return str(earlier.actor)
    return max(keys, key=lambda k: k in desk.lexicon.known)


def _without_genitive(name: str) -> tuple[str, ...]:
    bare = name.rstrip("'")
    forms = (bare, bare[:-1]) if bare.endswith("s") and len(bare) > 3 else (bare,)
    more = tuple(f.removeprefix(p) for f in forms for p in ("al-", "el-") if f.startswith(p))
    return forms + more


def _agrees(desk: Desk, cast: Cast, phrase: Phrase, key: str) -> bool:
    actor = cast.actors[key]
    country = desk.country_of(phrase.body)
    if country and actor.country and country != actor.country:
        return False
    return not (phrase.gender and actor.gender and phrase.gender != actor.gender)


def _from_tables(desk: Desk, phrase: Phrase, surname: str) -> str | None:
    """Return the known person most likely meant: who holds the title, else who is in office."""
    country = desk.country_of(phrase.body)
    offices, found = desk.lexicon.offices, []
    title = offices.find((phrase.body or "").removeprefix("org:"), phrase.offices)
    holders = {f"person:{h.person}" for h in offices.holders(title, desk.date)} if title else set()
    for candidate in desk.lexicon.surnames.get(surname, ()):
        known = desk.lexicon.known[candidate]
        if country and known.country and known.country != country:
            continue
        if phrase.gender and known.gender and phrase.gender != known.gender:
            continue
        if candidate in holders:
            return candidate
        person = candidate.removeprefix("person:")
        active = offices.in_office(person, desk.date)
        began = offices.latest(person, desk.date)
        here = bool(known.country and desk.countries.get(known.country))
        found.append((active, here, began, candidate))
    if not found:
        return None
    best = max(found)
    held = sum(bool(began) for _, _, began, _ in found)
    if best[0] or best[1] or (best[2] and held == 1) or (len(found) == 1 and country):
        return best[3]
    return best[3] if desk.date is None else None


def _written(desk: Desk, phrase: Phrase) -> str:
    """Return a person's name as written, without a title before it."""
    tokens = desk.sentences[phrase.sentence].tokens
    first = phrase.name_start if phrase.name_start >= 0 else phrase.start
    words = [t.text for t in tokens[first : phrase.end]]
    while len(words) > 1 and words[0].casefold() in desk.lexicon.cues["form_of_address"]:
        words = words[1:]
    return " ".join(words)[:120].strip("\"'„“”»«., ")
