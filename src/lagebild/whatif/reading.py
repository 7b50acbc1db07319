"""Read a scenario from a TOML file; every error names the file, the line, the value and a remedy.

The form of the file is described in `docs/whatif.md`.
"""

import difflib
import tomllib
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from lagebild.errors import WrongUse
from lagebild.whatif.lines import Lines
from lagebild.whatif.scenario import (
    BOUNDS,
    QUANTITIES,
    Estimate,
    Evidence,
    Propensity,
    Scenario,
    ScenarioActor,
)

TOP = ("issue", "low", "high", "notes", "actor", "propensity")
ACTOR = ("name", "key", *QUANTITIES, "evidence")
EVIDENCE = ("of", "why", "article", "span", "words")
PROPENSITY = ("between", "propensity", "why")
RANGE = ("low", "value", "high")
CASE_FILE = b"SQLite format 3"
"""How a case file begins."""


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises:
        WrongUse: The file is missing, no TOML, or a value in it makes no sense.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise WrongUse(
            f'"{path}" cannot be read ({error.strerror}).',
            "Propose one:  lagebild whatif propose CASE --issue … --out scenario.toml",
        ) from error
    except UnicodeDecodeError as error:
        if error.object.startswith(CASE_FILE):
            raise WrongUse(
                f'"{path}" is a case file, no scenario.',
                f"Propose one:  lagebild whatif propose {path} --issue … --out scenario.toml",
            ) from error
        raise WrongUse(
            f'"{path}" is not UTF-8 (byte {error.start}).', "Save it as UTF-8."
        ) from error
    return parse_scenario(text, path.name)


def parse_scenario(text: str, source: str = "scenario") -> Scenario:
    """Return the scenario that a TOML text describes; `source` names it in messages.

    Raises:
        WrongUse: The text is no TOML, or a value in it makes no sense.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        line = where.partition(",")[0] if where.startswith("line") else "at the end"
        raise WrongUse(
            f"{source}, {line}: this is not TOML: {what}.",
            'Texts stand in quotation marks, numbers are written as 0.5: name = "Iran".',
        ) from error
    return _Reader(source, Lines(text)).scenario(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands: table, number of the table, and whom it is about."""

    table: str = ""
    index: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    source: str
    lines: Lines

    def fail(self, at: _Place, key: str, problem: str, remedy: str) -> NoReturn:
        line = self.lines.of(at.table, at.index, key)
        raise WrongUse(f"{self.source}, line {line}: {problem}", remedy)

    def scenario(self, found: dict[str, Any]) -> Scenario:
        top = _Place()
        self._known(top, found, TOP)
        actors = tuple(self._actor(i, a) for i, a in enumerate(self._tables(found, "actor")))
        self._twice(actors)
        if len(actors) < 2:
            problem = f"a scenario needs at least two actors, this has {len(actors)}."
            self.fail(top, "", problem, "Add a [[actor]] table for each of them.")
        if not any(a.salience.high > 0 and a.capability.high > 0 for a in actors):
            problem = "no actor has both salience and capability above 0."
            self.fail(_Place("actor"), "salience", problem, "Nobody would decide: raise a value.")
        names = {actor.name for actor in actors}
        ties = enumerate(self._tables(found, "propensity"))
        pairs = tuple(self._propensity(index, pair, names) for index, pair in ties)
        self._paired_twice(pairs)
        return Scenario(
            self._text(top, found, "issue"),
            self._text(top, found, "low"),
            self._text(top, found, "high"),
            actors,
            pairs,
            tuple(map(str, self._list(top, found, "notes"))),
            self.source,
        )

    def _tables(self, found: dict[str, Any], name: str) -> list[dict[str, Any]]:
        tables = found.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self.fail(_Place(), name, f'"{name}" is no list of tables.', f"Write [[{name}]].")
        return tables

    def _list(self, at: _Place, found: dict[str, Any], key: str) -> list[Any]:
        value = found.get(key, [])
        if not isinstance(value, list):
            self.fail(at, key, f'"{key}"{at.about} is {value!r}, no list.', f"Write {key} = [ … ].")
        return value

    def _known(self, at: _Place, found: dict[str, Any], keys: tuple[str, ...]) -> None:
        for key in found:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(keys)}."
                self.fail(at, key, f'"{key}" is not known here.', hint)

    def _text(self, at: _Place, found: dict[str, Any], key: str) -> str:
        value = found.get(key)
        if not isinstance(value, str) or not value.strip():
            what = "is missing" if value is None else f"is {value!r}, no text"
            self.fail(at, key, f'"{key}"{at.about} {what}.', f'Write {key} = "…".')
        return value.strip()

    def _actor(self, index: int, found: dict[str, Any]) -> ScenarioActor:
        at = _Place("actor", index)
        name = self._text(at, found, "name")
        at = _Place("actor", index, f' of "{name}"')
        self._known(at, found, ACTOR)
        position, salience, capability = (self._estimate(at, found, q) for q in QUANTITIES)
        passages = enumerate(self._list(at, found, "evidence"), 1)
        evidence = tuple(self._evidence(at, number, e) for number, e in passages)
        key = None if found.get("key") is None else self._text(at, found, "key")
        return ScenarioActor(name, position, salience, capability, key, evidence)

    def _estimate(self, at: _Place, found: dict[str, Any], key: str) -> Estimate:
        given = found.get(key)
        if given is None:
            self.fail(at, key, f'"{key}"{at.about} is missing.', _allowed(key))
        ends = given if isinstance(given, dict) else {"value": given, "low": given, "high": given}
        self._known(at, ends, RANGE)
        for end, number in ends.items():
            if not _possible(key, number):
                part = f" ({end})" if isinstance(given, dict) else ""
                self.fail(at, key, f'"{key}"{at.about}{part} is {number!r}.', _allowed(key))
        if "low" not in ends or "high" not in ends:
            self.fail(at, key, f'"{key}"{at.about} lacks low or high.', _allowed(key))
        value = ends.get("value")
        estimate = Estimate(
            float(ends["low"]), float(ends["high"]), None if value is None else float(value)
        )
        if not estimate.low <= estimate.middle <= estimate.high:
            stated = " ≤ ".join(f"{end} {ends[end]:g}" for end in RANGE if end in ends)
            problem = f'"{key}"{at.about} contradicts itself: {stated} does not hold.'
            self.fail(at, key, problem, _allowed(key))
        return estimate

    def _evidence(self, at: _Place, number: int, found: Any) -> Evidence:
        if not isinstance(found, dict) or found.get("of") not in QUANTITIES:
            remedy = f'Write {{ of = "{QUANTITIES[0]}", why = "…" }}; of: {", ".join(QUANTITIES)}.'
            self.fail(at, "evidence", f"evidence {number}{at.about} does not say of what.", remedy)
        self._known(at, found, EVIDENCE)
        span = found.get("span")
        if span is not None and not _is_span(span):
            remedy = "Give [start, end), two code points of the article."
            self.fail(
                at, "evidence", f"the span of evidence {number}{at.about} is {span!r}.", remedy
            )
        texts = (found.get(key) for key in ("why", "article", "words"))
        why, article, words = (None if text is None else str(text) for text in texts)
        ends = None if span is None else (span[0], span[1])
        return Evidence(found["of"], why or "", article, ends, words)

    def _propensity(self, index: int, found: dict[str, Any], names: set[str]) -> Propensity:
        at = _Place("propensity", index, "")
        self._known(at, found, PROPENSITY)
        between = self._list(at, found, "between")
        known = [name for name in between if isinstance(name, str) and name in names]
        if len(between) != 2 or len(set(known)) != 2:
            remedy = f"Name two of: {', '.join(sorted(names))}."
            self.fail(at, "between", f'"between" is {between!r}.', remedy)
        value = self._estimate(at, found, "propensity")
        return Propensity((known[0], known[1]), value, str(found.get("why", "")))

    def _paired_twice(self, pairs: tuple[Propensity, ...]) -> None:
        seen: set[frozenset[str]] = set()
        for index, pair in enumerate(pairs):
            if frozenset(pair.between) in seen:
                problem = f"{' and '.join(pair.between)} stand here for the second time."
                self.fail(_Place("propensity", index), "between", problem, "Keep one of them.")
            seen.add(frozenset(pair.between))

    def _twice(self, actors: tuple[ScenarioActor, ...]) -> None:
        seen: set[str] = set()
        for index, actor in enumerate(actors):
            if actor.name.casefold() in seen:
                problem = f'the actor "{actor.name}" stands here for the second time.'
                self.fail(_Place("actor", index), "name", problem, "Keep one of them.")
            seen.add(actor.name.casefold())


def _possible(key: str, number: Any) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float) or not isfinite(number):
        return False
    low, high = BOUNDS[key]
    return low <= number and (high is None or number <= high)


def _allowed(key: str) -> str:
    low, high = BOUNDS[key]
    range_ = f"at least {low:g}" if high is None else f"from {low:g} to {high:g}"
    example = f"{key} = 40, or {key} = {{ value = 40, low = 30, high = 60 }}"
    return f"Give a number {range_}: {example}."


def _is_span(span: Any) -> bool:
    whole = isinstance(span, list) and len(span) == 2 and all(type(end) is int for end in span)
    return whole and 0 <= span[0] <= span[1]
