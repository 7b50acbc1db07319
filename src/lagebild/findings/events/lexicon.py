"""The event lexicon: which verbs, phrases and nouns are events, and what their types mean.

Compiled once from the tables `event_verbs`, `event_phrases`, `event_nouns`,
`event_deverbals`, `event_adjectives`, `event_classes`, `event_light_verbs`, `event_governors`,
`event_types`, `event_status_cues` and `event_contexts`.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast

from lagebild.findings.events.deverbal import with_deverbals
from lagebild.findings.events.frames import Frame, compile_frames, plain
from lagebild.findings.events.grammar import Grammar, build_grammar, fold
from lagebild.findings.finding import EventStatus
from lagebild.knowledge import Knowledge, Row

Effect = Literal["keep", "drop", "planned", "possible", "denied", "claimed", "announced", "ongoing"]
EFFECTS = ("keep", "drop", "planned", "possible", "denied", "claimed", "announced", "ongoing")
Cue = Literal[EventStatus, "durative", "lasting"]
CUES: tuple[Cue, ...] = (
    "occurred",
    "ongoing",
    "planned",
    "demanded",
    "possible",
    "denied",
    "durative",
    "lasting",
)
ANONYMOUS = ("no", "verbs", "all", "any")
VOICED = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT")
SHORTEST_COMPOUND_HEAD = 5
"""Letters that the last part of a compound must have to be looked up ("Streik", not "Mord").

An entry with a leading "=" never is such a part."""


@dataclass(frozen=True, slots=True)
class TypeRule:
    """How a PLOVER type treats events in its content, and what announcing it amounts to.

    `anonymous` tells whether events may stand without who did them: "no", "verbs", "all", or "any":
    "all", and passives of main clauses even if they name nobody at all.
    """

    content: Effect
    symmetric: bool
    announced: str | None
    hostile: bool = False
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    anonymous: str = "all"
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that carries an event noun in `slot`; its slot `source` names who does it."""

    slot: str
    source: str | None
    reflexive: bool
    status: EventStatus | None


@dataclass(frozen=True)
class Lexicon:
    """All tables, indexed by lemma."""

    verbs: dict[str, tuple[Frame, ...]]
    phrases: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]
    classes: dict[str, frozenset[str]]
    light: dict[str, tuple[LightVerb, ...]]
    governors: dict[str, Effect]
    types: dict[str, TypeRule]
    cues: dict[str, Cue]
    contexts: tuple[tuple[str, frozenset[str]], ...]
    grammar: Grammar
    carriers: frozenset[str] = frozenset()
    _in_class: dict[tuple[str, str], bool] = field(default_factory=dict)
    _noun: dict[str, str | None] = field(default_factory=dict)
    _contexts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def in_class(self, lemma: str, name: str) -> bool:
        """Tell whether a lemma, or the end of a compound, belongs to a word class."""
        key = (lemma, name)
        if key not in self._in_class:
            self._in_class[key] = _member(fold(lemma), self.classes.get(name, frozenset()))
        return self._in_class[key]

    @cached_property
    def stative(self) -> frozenset[str]:
        """Transitive verbs, whose participle with "sein" is passive ("ist verhaftet")."""
        return frozenset(
            lemma
            for lemma, frames in self.verbs.items()
            if any("obj" in frame.target for frame in frames)
            and lemma not in self.classes.get("no_passive", ())
        )

    def knows(self, lemma: str) -> bool:
        """Tell whether a verb is one of the tables."""
        tables = (self.verbs, self.phrases, self.light, self.governors)
        return any(lemma in table for table in tables)

    def is_voiced(self, lemma: str) -> bool:
        """Tell whether a verb says something of its object that only an actor can say."""
        return any(
            frame.type in VOICED and "subj" in frame.source and "obj" in frame.target
            for frame in self.verbs.get(lemma, ())
        )

    def governor_of_noun(self, lemma: str) -> Effect | None:
        """Return the effect of the longest governor that a compound ends with."""
        ends = _endings(fold(lemma))
        return next((self.governors[e] for e in ends if e in self.governors), None)

    def contexts_of(self, lemma: str) -> tuple[str, ...]:
        """Return the contexts that a noun shows."""
        if lemma not in self._contexts:
            word = fold(lemma)
            self._contexts[lemma] = tuple(n for n, words in self.contexts if _member(word, words))
        return self._contexts[lemma]

    def noun_entry(self, lemma: str) -> str | None:
        """Return the longest entry of `event_nouns` that a noun ends with, None without one."""
        if lemma not in self._noun:
            word = fold(lemma)
            whole = f"={word}" if f"={word}" in self.nouns else None
            self._noun[lemma] = whole or next((e for e in _endings(word) if e in self.nouns), None)
        return self._noun[lemma]


def build_lexicon(knowledge: Knowledge) -> Lexicon:
    """Compile the tables; use as `knowledge.view(build_lexicon)`.

    Raises:
        KnowledgeError: A line names an unknown type, class, effect or status.
    """
    classes = {row["class"]: _folded(row, "words") for row in knowledge.table("event_classes")}
    types = {row["type"]: _type_rule(row) for row in knowledge.table("event_types")}
    grammar = knowledge.view(build_grammar)
    frames = {
        table: compile_frames(knowledge.table(table), table, types, grammar, classes)
        for table in ("event_verbs", "event_phrases", "event_nouns", "event_adjectives")
    }
    deverbals = knowledge.table("event_deverbals")
    light = _light_verbs(knowledge.table("event_light_verbs"))
    return Lexicon(
        frames["event_verbs"],
        frames["event_phrases"],
        with_deverbals(frames["event_nouns"], deverbals, frames["event_verbs"]),
        frames["event_adjectives"],
        classes,
        light,
        {fold(row["word"]): _effect(row, "effect") for row in knowledge.table("event_governors")},
        types,
        {
            row["word"]: cast(Cue, _one_of(row, "status", CUES))
            for row in knowledge.table("event_status_cues")
        },
        tuple((row["context"], _folded(row, "words")) for row in knowledge.table("event_contexts")),
        grammar,
        frozenset(fold(row["noun"]) for row in deverbals if fold(row["verb"]) in light),
    )


def _light_verbs(rows: tuple[Row, ...]) -> dict[str, tuple[LightVerb, ...]]:
    found: dict[str, list[LightVerb]] = {}
    for row in rows:
        words = plain(row.key).split()
        status = cast(EventStatus | None, _one_of(row, "status", (*CUES[:-2], "")) or None)
        verb = LightVerb(row["slot"], row["source"] or None, "sich" in words, status)
        lemma = fold(words[0] if words[-1] == "sich" else words[-1])
        found.setdefault(lemma, []).append(verb)
    return {lemma: tuple(verbs) for lemma, verbs in found.items()}


def _type_rule(row: Row) -> TypeRule:
    return TypeRule(
        _effect(row, "content"),
        row["symmetric"] == "yes",
        row["announced"] or None,
        row["hostile"] == "yes",
        row.many("source"),
        row.many("target"),
        _one_of(row, "anonymous", ANONYMOUS),
        row["refused"] or None,
    )


def _effect(row: Row, column: str) -> Effect:
    return cast(Effect, _one_of(row, column, EFFECTS))


def _one_of(row: Row, column: str, allowed: tuple[str, ...]) -> str:
    if row[column] not in allowed:
        raise row.error(f'"{row[column]}" is no {column}.', f"Use one of {', '.join(allowed)}.")
    return row[column]


def _folded(row: Row, column: str) -> frozenset[str]:
    return frozenset(fold(word) for word in row.many(column))


def _endings(lemma: str) -> list[str]:
    """Return a noun and the possible last parts of it, longest first, capitalised."""
    ends = [lemma]
    for start in range(2, len(lemma) - SHORTEST_COMPOUND_HEAD + 1):
        tail = lemma[start:]
        ends.append(tail if tail[0].isupper() else tail[0].upper() + tail[1:])
    return ends


def _member(lemma: str, words: frozenset[str]) -> bool:
    """Tell whether a class has a lemma, the end of a compound, or the man's form of a woman's."""
    if lemma in words:
        return True
    man = lemma.removesuffix("in")
    ends = (*_endings(lemma)[1:], man, *(_endings(man)[1:] if man != lemma else ()))
    return lemma[:1].isupper() and any(end in words for end in ends)
