"""Issues: what is argued about, found by grouping wishes on one matter in one country.

The *matter* of a wish is the noun that says what it is about ("die Luftangriffe auf Aleppo
aussetzen"): one that other wishes have too, rather as object than in an adjunct or another clause.
Days, places, whoever acts, and nouns that say nothing by themselves (`light_nouns.tsv`) name no
matter. Wishes on one matter are one issue where they speak of the same countries: sanctions against
one state are not those against another. A wish that names no country speaks of those of its report.
And their reports must be alike (`reports`): a word in common is little where nothing else is.
Words are compared, not vectors of the language engine: see docs/stories.md for what these add.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from lagebild.case.search import stems
from lagebild.knowledge import Knowledge
from lagebild.picture.lives.conditions import days_between
from lagebild.picture.material import Material
from lagebild.picture.positions.phrases import nouns
from lagebild.picture.positions.reports import Reports
from lagebild.picture.positions.wishes import Wish
from lagebild.picture.wording import content, meanings, packaged

MOST_WISHES = 6000
"""Wishes that are grouped at once, the latest: average linkage holds all pairs in memory."""
DOERS = frozenset({"state", "government", "organisation", "party", "company", "media"})
FEWEST_SIDES = 2
"""Sides that must speak on an issue: one alone does not argue."""
NAME = 0.7
"""What a name of a person or group, or a verb that stands for a noun, counts beside a noun."""
LEAST = 0.45
"""Weight below which a noun is not what a wish is about."""
SAME_COUNTRIES = 0.5
"""Mean share of the countries in common from which two groups of wishes are one issue."""
SOON = 30
"""Days within which wishes that name no country are of one scene if their articles share one."""
READ_COUNTRIES = 3
"""Countries that an article speaks of most, for wishes that name none."""


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
    by_matter: dict[str, list[int]] = defaultdict(list)
    for place, matter in enumerate(_matters(found, latest)):
        if matter is not None:
            by_matter[matter].append(place)
    told = [latest[n].citation.article for places in by_matter.values() for n in places]
    reports = Reports(found, told)
    issues = [
        Issue(matter, tuple(start + n for n in group))
        for matter, places in by_matter.items()
        for group in _disputes(found, latest, places, reports)
        if len(_sides(found, latest, group)) >= fewest_sides
        and (fewest_sides == 1 or len({latest[n].citation for n in group}) > 1)
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


def _matters(found: Material, wishes: Sequence[Wish]) -> list[str | None]:
    """Return the matter of each wish, None where it shares none with another wish."""
    without, names = _not_matters(found), _names(found)
    weighed = [_weighed(found, wish, without, names) for wish in wishes]
    held = Counter(stem for words in weighed for stem in words)
    total: Counter[str] = Counter()
    for words in weighed:
        total.update(words)
    return [
        max(
            ((weight * math.log1p(total[stem]), stem) for stem, weight in words.items()
             if held[stem] > 1 and weight >= LEAST),
            default=(0.0, None),
        )[1]
        for words in weighed
    ]  # fmt: skip


def _weighed(
    found: Material, wish: Wish, without: frozenset[str], names: frozenset[str]
) -> dict[str, float]:
    own = {stem for key in wish.actors for stem in content(_called(found, key))}
    return {
        stem: weight * (NAME if stem in names else 1.0)
        for stem, weight in matter_words(wish.about).items()
        if stem not in without and stem not in own
    }


def _disputes(
    found: Material, wishes: Sequence[Wish], places: list[int], reports: Reports
) -> list[list[int]]:
    """Part the wishes on one matter by their countries and reports (average linkage)."""
    if len(places) < 2:
        return [places]
    spoken = [_scene(found, wishes[n]) for n in places]
    apart = [
        1 - (_overlap(one, other) if reports.alike(one.article, other.article) else 0.0)
        for n, one in enumerate(spoken)
        for other in spoken[n + 1 :]
    ]
    labels = fcluster(linkage(np.array(apart), "average"), SAME_COUNTRIES, criterion="distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for place, label in zip(places, labels, strict=True):
        groups[int(label)].append(place)
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class _Scene:
    """The countries that a wish speaks of; whether it names them itself; its report and date."""

    article: str
    countries: frozenset[str]
    named: bool
    published: str | None


def _scene(found: Material, wish: Wish) -> _Scene:
    """Return the countries that a wish names beside its own side, else those of its article."""
    article, span = wish.citation.article, wish.citation.span
    own = {actor.country for key in wish.actors if (actor := found.actors.get(key))}
    told = [(p.words, p.country) for p in found.placed.get(article, ()) if span.covers(p.span)]
    for mention in found.mentioned.get(article, ()):
        actor = found.actors.get(mention.actor)
        if actor is not None and span.covers(mention.span):
            told.append((mention.words, actor.country))
    named = frozenset(country for words, country in told if country and words in wish.about) - own
    countries = named or found.setting(article, READ_COUNTRIES)
    return _Scene(article, frozenset(countries), bool(named), wish.published)


def _overlap(one: _Scene, other: _Scene) -> float:
    """Return how surely two wishes speak of the same countries, 0 to 1."""
    if not one.countries or not other.countries:
        return 1.0
    shared = len(one.countries & other.countries)
    sizes = len(one.countries), len(other.countries)
    if one.named or other.named:
        return shared / min(sizes)
    if one.published and other.published and days_between(one.published, other.published) <= SOON:
        return float(shared > 0)
    return shared / max(sizes)


def _not_matters(found: Material) -> frozenset[str]:
    """Return the stems that name no matter: light nouns, times, places, states and bodies.

    A body named after somebody ("Assad-Regime") leaves him a matter.
    """
    words = [place.name for place in found.places]
    for actor in found.actors.values():
        if actor.kind in DOERS:
            words += [actor.name, *actor.aliases]
    plain = " ".join(word for name in words for word in name.split() if "-" not in word)
    named = frozenset(stems(plain))
    return (named | {stem + "s" for stem in named} | light()) - meanings()


def light() -> frozenset[str]:
    """Return the stems of words that name no matter in any case."""
    return packaged().view(_light)


def _light(knowledge: Knowledge) -> frozenset[str]:
    tables = ("weekdays", "months", "time_units", "light_nouns", "sentence_starters", "titles")
    return frozenset(stems(" ".join(row.key for name in tables for row in knowledge.table(name))))


def _names(found: Material) -> frozenset[str]:
    """Return the stems of the names of persons and groups."""
    actors: Mapping[str, object] = found.actors
    called = [_called(found, key) for key in actors if found.actors[key].kind not in DOERS]
    return frozenset(stems(" ".join(called)))


def _called(found: Material, key: str) -> str:
    actor = found.actors.get(key)
    return " ".join([actor.name, *actor.aliases]) if actor else ""


def _sides(found: Material, wishes: Sequence[Wish], group: Sequence[int]) -> frozenset[str]:
    return found.states([actor for n in group for actor in wishes[n].actors])
