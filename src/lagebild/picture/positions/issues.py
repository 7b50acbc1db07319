"""Issues: what is argued about, found by grouping wishes that likely speak on one thing.

How likely two wishes do is told by `affinity`: from the nouns they are about, the vectors of their
words, their countries and reports. They are grouped by average linkage. The *matter* of a group is
the noun that most of it shares: rather an object than in an adjunct or another clause, rather a
rare one. Days, places, whoever acts, and nouns that say nothing by themselves (`light_nouns.tsv`)
name no matter.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scipy.cluster.hierarchy import fcluster, linkage

from lagebild.case.search import stems
from lagebild.findings.finding import Actor
from lagebild.knowledge import Knowledge
from lagebild.language.senses import packaged as packaged_senses
from lagebild.picture.material import Material
from lagebild.picture.positions.affinity import Affinity
from lagebild.picture.positions.phrases import nouns
from lagebild.picture.positions.wishes import Wish
from lagebild.picture.wording import LEAVING, content, meanings, office_turns, packaged

MOST_WISHES = 6000
"""Wishes that are grouped at once, the latest: average linkage holds all pairs in memory."""
DOERS = frozenset({"state", "government", "organisation", "party", "company", "media"})
FEWEST_SIDES = 2
"""Sides that must speak on an issue: one alone does not argue."""
NAME = 0.7
"""What a name of a person or group, or a verb that stands for a noun, counts beside a noun."""
LEAST = 0.45
"""Weight below which a noun is not what a wish is about."""
OFFICE = {"leaving": 1.0, "staying": 0.5}
"""What it counts that somebody named should leave an office ("müsse weichen"), or keep it."""
NEAR = 0.45
"""Cosine of a noun and a wish's words from which the wish speaks of it in other words; it counts
half of what the noun itself would."""
LIKELY = 0.3
"""Mean probability from which two groups of wishes are one issue."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Wishes by their places, with the stem of the matter that they share."""

    matter: str
    wishes: tuple[int, ...]


def grouped(
    found: Material, wishes: Sequence[Wish], fewest_sides: int = FEWEST_SIDES
) -> list[Issue]:
    """Return the issues that at least `fewest_sides` sides speak on, larger ones first.

    What two sides agreed in one sentence is not argued about.
    """
    start = max(0, len(wishes) - MOST_WISHES)
    latest = wishes[start:]
    about = matters(found, latest)
    parted = (_on_matter(latest, about, g) for g in _groups(Affinity(found, latest, about)))
    issues = [
        Issue(issue.matter, tuple(start + n for n in issue.wishes))
        for issue in parted
        if len(_sides(found, latest, issue.wishes)) >= fewest_sides
        and (fewest_sides == 1 or len({latest[n].citation for n in issue.wishes}) > 1)
    ]
    return sorted(issues, key=lambda issue: (-len(issue.wishes), issue.wishes))


def matter_words(words: str) -> dict[str, float]:
    """Return the stems that words are about, each with the weight of its heaviest noun.

    A word that stands for a noun in `same_words.tsv` counts as that noun ("verhandeln").
    """
    found: dict[str, float] = {}
    for noun in nouns(words):
        for stem in content(noun.word):
            found[stem] = max(found.get(stem, 0.0), noun.weight)
    return {stem: NAME for stem in content(words) & meanings() if stem not in found} | found


def matters(found: Material, wishes: Sequence[Wish]) -> list[dict[str, float]]:
    """Return the stems that each wish is about with their weights."""
    without, names, persons = _not_matters(found), _names(found), _names(found, {"person"})
    called: dict[str, frozenset[str]] = {}
    for key in {key for wish in wishes for key in wish.actors}:
        called[key] = content(_called(found, key))
    return [
        _officed(
            wish,
            _matter(wish, names, without.union(*(called[key] for key in wish.actors))),
            persons,
        )
        for wish in wishes
    ]


def _matter(wish: Wish, names: frozenset[str], without: frozenset[str]) -> dict[str, float]:
    return {
        stem: weight * (NAME if stem in names else 1.0)
        for stem, weight in matter_words(wish.about).items()
        if stem not in without
    }


def _officed(wish: Wish, about: dict[str, float], persons: frozenset[str]) -> dict[str, float]:
    """Add leaving an office to the matters of a wish that a person named should go or stay."""
    kinds = [kind for kind in OFFICE if office_turns(wish.about, kind)]
    if not persons & about.keys() or not kinds:
        return about
    weight = max(OFFICE[kind] for kind in kinds)
    return about | {stem: max(weight, about.get(stem, 0.0)) for stem in content(LEAVING)}


def _groups(likely: Affinity) -> list[list[int]]:
    """Part the wishes so that those of a group are likely on one issue (average linkage)."""
    if likely.number < 2:
        return [[n] for n in range(likely.number)]
    labels = fcluster(linkage(likely.distances(), "average"), 1 - LIKELY, criterion="distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        groups[int(label)].append(place)
    return list(groups.values())


def _on_matter(
    wishes: Sequence[Wish], about: Sequence[Mapping[str, float]], group: Sequence[int]
) -> Issue:
    """Return the matter that most wishes of a group are about, and the wishes that speak of it.

    A wish that has other nouns speaks of it as far as its words are near to the noun, by their
    vectors, and not at all where they are far. An issue without a matter has no wishes.
    """
    words = {stem: stem for n in group for stem in about[n] if about[n][stem] >= LEAST}
    for noun in (noun for n in group for noun in nouns(wishes[n].about)):
        words |= {stem: noun.word for stem in content(noun.word) if stem in words}
    if not words:
        return Issue("", ())
    stems_there = sorted(words)
    vectors = packaged_senses().of([words[stem] for stem in stems_there])
    near = vectors @ packaged_senses().of([wishes[n].about for n in group]).T
    far = [
        {n: 0.0 if value < NEAR else float(value) / 2 for n, value in zip(group, row, strict=True)}
        for row in near
    ]
    speak = [
        {n: about[n].get(stem, by_sense[n]) for n in group}
        for stem, by_sense in zip(stems_there, far, strict=True)
    ]
    best = max(range(len(speak)), key=lambda row: (round(sum(speak[row].values()), 6), -row))
    return Issue(stems_there[best], tuple(n for n in group if speak[best][n] > 0))


def _not_matters(found: Material) -> frozenset[str]:
    """Return the stems that name no matter: light nouns, times, places, bodies, first names.

    A body named after somebody ("Assad-Regime") leaves him a matter.
    """
    words = [place.name for place in found.places]
    for actor in found.actors.values():
        if actor.kind == "person":
            words += actor.name.split()[:-1]
        if actor.kind in DOERS:
            words += [actor.name, *actor.aliases]
    plain = " ".join(word for name in words for word in name.split() if "-" not in word)
    named = frozenset(stems(plain))
    return (named | {stem + "s" for stem in named} | light()) - meanings()


def light() -> frozenset[str]:
    """Return the stems of words that name no matter in any case."""
    return packaged().view(_light)


def doers() -> frozenset[str]:
    """Return the stems of light nouns for whoever acts, which say something in a genitive."""
    return packaged().view(_doers)


def _doers(knowledge: Knowledge) -> frozenset[str]:
    rows = knowledge.table("light_nouns")
    return frozenset(stems(" ".join(row.key for row in rows if row["kind"] == "doer")))


def _light(knowledge: Knowledge) -> frozenset[str]:
    tables = ("weekdays", "months", "time_units", "light_nouns", "sentence_starters", "titles")
    return frozenset(stems(" ".join(row.key for name in tables for row in knowledge.table(name))))


def _names(found: Material, kinds: Collection[str] = ()) -> frozenset[str]:
    """Return the stems of the names of persons and groups, or of actors of these kinds."""
    actors: Mapping[str, Actor] = found.actors
    chosen = (k for k, a in actors.items() if (a.kind in kinds if kinds else a.kind not in DOERS))
    return frozenset(stems(" ".join(_called(found, key) for key in chosen)))


def _called(found: Material, key: str) -> str:
    actor = found.actors.get(key)
    return " ".join([actor.name, *actor.aliases]) if actor else ""


def _sides(found: Material, wishes: Sequence[Wish], group: Sequence[int]) -> frozenset[str]:
    return found.states([actor for n in group for actor in wishes[n].actors])
