"""The actor tables in the form in which a text is read: names, adjectives, titles, group nouns.

Built once for a set of tables (`Knowledge.view`). A name leads to one or more entries, since
"PPP" is a party in Pakistan and another one in Thailand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from lagebild.findings.actors.offices import Offices, build_offices
from lagebild.findings.actors.words import fold, genitives, key, loose
from lagebild.findings.finding import ActorKind
from lagebild.knowledge import Knowledge, Row

BYNAME = 5
"""Letters from which one word is enough of a name ("Saddam")."""
CALLED_BY_FIRST = frozenset({"CHN", "KOR", "PRK", "VNM", "TWN", "HKG", "KHM",
                             "THA", "ETH", "ERI", "ISL"})  # fmt: skip
"""Countries whose people are called by the first part of their names, be it the family's."""


class Entry(NamedTuple):
    """What a name may stand for. `weak` names need support; a `place` may also be just a place."""

    actor: str
    weak: bool = False
    place: bool = False
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the tables."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    wikidata: str | None
    gender: str | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A word for a person: `gender` of this form (m, f, None where open), offices it may mean."""

    lemma: str
    gender: str | None
    offices: tuple[str, ...]
    body: str | None
    compound: bool = True


@dataclass(frozen=True, slots=True)
class Collective:
    """A noun for a group or body.

    `reading` is `state` where with a country it stands for
    the state, `none` where it belongs to no country unless the text names one.
    """

    noun: str
    kind: ActorKind
    reading: str
    compound: bool
    same: str
    acting: bool


@dataclass
class Lexicon:
    """Everything the actor reader looks up."""

    offices: Offices
    known: dict[str, Known] = field(default_factory=dict)
    single: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    several: dict[str, dict[tuple[str, ...], tuple[Entry, ...]]] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    inhabitants: dict[str, tuple[str, str]] = field(default_factory=dict)
    towns: dict[str, str] = field(default_factory=dict)
    surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, Title] = field(default_factory=dict)
    collectives: dict[str, Collective] = field(default_factory=dict)
    place_nouns: frozenset[str] = frozenset()
    attitudes: frozenset[str] = frozenset()
    first_names: dict[str, str] = field(default_factory=dict)
    cues: dict[str, frozenset[str]] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, Any] = field(default_factory=dict)
    standing: dict[tuple[str, str], str] = field(default_factory=dict)
    bynames: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)

    @cached_property
    def longest(self) -> dict[str, int]:
        """For each first word of a name of several words, the number of words of the longest."""
        return {first: max(map(len, names)) for first, names in self.several.items()}

    def add(self, name: str, entry: Entry) -> None:
        """Let `name` (as written, in the nominative) lead to `entry`."""
        words = name.split()
        if len(words) > 1:
            first = tuple(loose(word) for word in words[:-1])
            names = self.several.setdefault(first[0], {})
            for form in _last_forms(words[-1]):
                found = names.get((*first, form), ())
                if entry not in found:
                    names[(*first, form)] = (*found, entry)
            return
        for form in _forms(name):
            found = self.single.get(form, ())
            if entry not in found:
                self.single[form] = (*found, entry)


def lexicon(knowledge: Knowledge) -> Lexicon:
    """Return the lexicon of the actor tables."""
    found = Lexicon(build_offices(knowledge))
    for row in knowledge.table("countries"):
        _add_country(found, row)
    for table in ("organisations", "groups"):
        for row in knowledge.table(table):
            _add_organisation(found, row)
    for row in knowledge.table("metonyms"):
        entry = Entry(row["actor"], place=row["place"] == "yes", metonym=True)
        found.add(row["name"], entry)
    for row in knowledge.table("titles"):
        _add_title(found, row)
    for row in knowledge.table("persons"):
        _add_person(found, row)
    for row in knowledge.table("collectives"):
        _add_collective(found, row)
    cues: dict[str, set[str]] = {}
    for row in knowledge.table("actor_cues"):
        cues.setdefault(row["cue"], set()).add(row["word"])
    found.cues = {cue: frozenset(words) for cue, words in cues.items()}
    found.prefixes = {row["prefix"]: row["iso"] for row in knowledge.table("state_prefixes")}
    found.attitudes = frozenset(row["adjective"] for row in knowledge.table("attitudes"))
    for row in knowledge.table("first_names"):
        found.first_names[fold(row["name"])] = row["gender"]
    for row in knowledge.table("region_adjectives"):
        for end in ("", "e", "er", "es", "en", "em"):
            found.adjectives.setdefault(fold(row["adjective"]) + end, row["actor"])
    _add_standing(found)
    found.place_nouns = frozenset(fold(row["noun"]) for row in knowledge.table("place_nouns"))
    return found


def _last_forms(word: str) -> frozenset[str]:
    """Return the forms of the last word of a name: a noun's genitive, an adjective's endings."""
    forms = set(_forms(word))
    if word[:1].islower() or word.endswith(("en", "es", "er", "e")):
        forms.add(loose(word))
        forms |= {loose(word) + end for end in ("e", "en", "er", "es", "em")}
    if word.endswith("e"):
        forms.add(key(word) + "n")
    return frozenset(forms)


def _forms(name: str) -> Iterator[str]:
    form = key(name)
    yield from genitives(form)
    if form.isupper():
        return
    if form.endswith("er"):
        yield form + "n"
    if form.endswith("e"):
        yield from (form + "n", form + "r", form + "m")


def _add_standing(lexicon: Lexicon) -> None:
    """Remember which known body "die israelische Armee" is: by its names of state and noun."""
    for actor in lexicon.known.values():
        for name in (actor.name, *actor.aliases) if actor.kind == "government" else ():
            words = name.replace("-", " ").split()
            collective = lexicon.collectives.get(fold(words[-1]))
            if len(words) != 2 or collective is None or actor.country is None:
                continue
            state = f"state:{actor.country}"
            named = {e.actor for e in lexicon.single.get(key(words[0]), ())}
            if lexicon.adjectives.get(fold(words[0])) == actor.country or state in named:
                lexicon.standing.setdefault((actor.country, fold(collective.same)), actor.key)


def _add_country(lexicon: Lexicon, row: Row) -> None:
    iso, actor = row["iso"], f"state:{row['iso']}"
    names = (row["name"], *row.many("aliases"))
    called = (*names[1:], *row.many("metonyms"), *row.many("capital"))
    lexicon.known[actor] = Known(
        actor, row["name"], "state", iso, row["wikidata"] or None, aliases=called
    )
    for name in names:
        lexicon.add(name, Entry(actor))
    for name in row.many("metonyms"):
        lexicon.add(name, Entry(actor, metonym=True))
    for name in row.many("capital"):
        lexicon.add(name, Entry(actor, place=True, metonym=True))
        lexicon.towns[key(name)] = iso
        for end in ("er", "r"):
            lexicon.adjectives.setdefault(key(name) + end, iso)
    for stem in row.many("adjectives"):
        for end in ("", "e", "er", "es", "en", "em"):
            lexicon.adjectives[fold(stem) + end] = iso
    for noun in row.many("inhabitants"):
        base = fold(noun)
        for form in (*_forms(noun), base + "n", base + "en", base + "in", base + "innen"):
            lexicon.inhabitants[form] = (iso, noun)
        if base.endswith("e"):
            lexicon.inhabitants[base[:-1] + "in"] = lexicon.inhabitants[base[:-1] + "innen"] = (
                iso, noun,
            )  # fmt: skip


def _add_organisation(lexicon: Lexicon, row: Row) -> None:
    actor = f"org:{row['key']}"
    names = (row["name"], *row.many("aliases"))
    lexicon.known[actor] = Known(
        actor, row["name"], _kind(row), row["country"] or None, row["wikidata"] or None,
        aliases=names[1:], parent=f"org:{row['parent']}" if row["parent"] else None,
    )  # fmt: skip
    weak = frozenset(row.many("weak"))
    for name in dict.fromkeys((*names, *row.many("weak"))):
        if name[:1].islower():
            lexicon.small.update(_forms(name))
        articled = name.split()[0] in {"Der", "Die", "Das"}
        lexicon.add(name, Entry(actor, weak=name in weak or articled))


def _kind(row: Row) -> ActorKind:
    kinds: dict[str, ActorKind] = {
        "state": "state", "government": "government", "organisation": "organisation",
        "armed_group": "armed_group", "party": "party", "company": "company",
        "media": "media", "group": "group", "person": "person",
    }  # fmt: skip
    if row["kind"] not in kinds:
        raise row.error(f'the kind "{row["kind"]}" is unknown.', f"Use one of: {', '.join(kinds)}.")
    return kinds[row["kind"]]


def _add_person(lexicon: Lexicon, row: Row) -> None:
    actor = f"person:{row['key']}"
    aliases = row.many("aliases")
    lexicon.known[actor] = Known(
        actor, row["name"], "person", row["country"] or None, row["wikidata"] or None,
        row["gender"] or None, aliases,
    )  # fmt: skip
    if row["gender"] and " " in row["name"]:
        lexicon.first_names.setdefault(fold(row["name"].split()[0]), row["gender"])
    for alias in aliases:
        if " " not in alias and len(alias) >= BYNAME:
            lexicon.bynames.update(genitives(fold(alias)))
    for name in (row["name"], *aliases):
        if " " in name and fold(name.split()[0]) not in lexicon.titles:
            lexicon.add(name, Entry(actor))
        for surname in surnames(name, row["country"]):
            for form in genitives(surname):
                found = lexicon.surnames.get(form, ())
                if actor not in found:
                    lexicon.surnames[form] = (*found, actor)


def surnames(name: str, country: str | None = None) -> Iterator[str]:
    """Yield the folded short names under which a full name is taken up again."""
    words = [fold(word) for word in name.split()]
    if len(words) > 2 and words[-1].strip(".") in {"i", "ii", "iii", "vi", "jr", "xiv", "xvi"}:
        words = words[:-1]
    last = words[-1]
    yield last
    for prefix in ("al-", "el-", "ben-", "as-", "asch-"):
        if last.startswith(prefix) and len(last) > len(prefix) + 2:
            yield last.removeprefix(prefix)
    if country in CALLED_BY_FIRST and len(words) > 1:
        yield words[0]


def _add_title(lexicon: Lexicon, row: Row) -> None:
    masculine, feminine = row["title"], row["feminine"]
    offices, body = row.many("offices"), row["body"] or None
    base, compound = fold(masculine), row["compound"] != "no"
    if feminine and fold(feminine) == base[:-1]:
        stem, title = base[:-2], Title(masculine, None, offices, body, compound)
        for end in ("e", "en", "em", "es"):
            lexicon.titles[stem + end] = title
        lexicon.titles[base] = Title(masculine, "m", offices, body, compound)
        return
    title = Title(masculine, "m", offices, body, compound)
    for end in ("", "s", "es", "e", "en", "n", "ns"):
        lexicon.titles.setdefault(base + end, title)
    for end in ("", "nen"):
        if feminine:
            lexicon.titles[fold(feminine) + end] = Title(feminine, "f", offices, body, compound)


def _add_collective(lexicon: Lexicon, row: Row) -> None:
    collective = Collective(
        row["noun"],
        _kind(row),
        row["reading"],
        row["compound"] == "yes",
        row["same"] or row["noun"],
        row["acting"] == "yes",
    )
    for noun in (row["noun"], *row.many("forms")):
        for form in (fold(noun), fold(noun) + "s", fold(noun) + "n"):
            lexicon.collectives.setdefault(form, collective)
    if row["noun"].endswith(("er", "en")) and row["kind"] in {"group", "armed_group"}:
        women = fold(row["noun"]).removesuffix("en") + "innen"
        lexicon.collectives.setdefault(women, collective)
