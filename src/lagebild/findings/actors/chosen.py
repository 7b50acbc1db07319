"""Choose who is meant by a name that several bear, and tell whether it needs support."""

from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.desk import Desk, nationality, quoted
from lagebild.findings.actors.lexicon import Entry
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Sentence, Token

LOOKED_BACK = 3
"""Sentences looked back for which of several bearers of a name was named last."""


def chosen(
    desk: Desk, number: int, place: tuple[int, int], entries: tuple[Entry, ...]
) -> tuple[Entry | None, bool]:
    """Return the entry meant among those of one name, and whether it still needs support."""
    known, sentence = desk.lexicon.known, desk.sentences[number]
    entries = _of_state(desk, sentence, place[1], entries)
    entries = _party_of_scene(desk, sentence, place, entries)
    entries = _of_nation(desk, sentence, place, entries)
    if not entries:
        return None, False
    here = [e for e in entries if desk.countries.get(known[e.actor].country or "")]
    kept = tuple(e for e in entries if not e.weak or _supported(desk, sentence, place))
    weak = not kept
    if len(kept or entries) > 1:
        last = _named_last(desk, number, place[0], kept or entries)
        if last is not None:
            return last, False
        best = max(
            kept or entries,
            key=lambda e: (e in here, desk.countries[known[e.actor].country or ""]),
        )
        return best, weak
    return (kept or entries)[0], weak


def _named_last(desk: Desk, number: int, at: int, entries: tuple[Entry, ...]) -> Entry | None:
    """Return the entry whose body, or a part of it, is named last: "die EU … die Union"."""
    known = desk.lexicon.known
    for back in range(number, max(-1, number - LOOKED_BACK), -1):
        tokens = desk.sentences[back].tokens[: at if back == number else None]
        for token in reversed(tokens):
            found = desk.lexicon.single.get(key(token.text.split("-", 1)[0]), ())
            named = {e.actor for e in found if not e.weak and not e.place}
            named |= {parent for actor in named if (parent := known[actor].parent)}
            for entry in entries:
                if entry.actor in named:
                    return entry
    return None


def _party_of_scene(
    desk: Desk, sentence: Sentence, place: tuple[int, int], entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Leave out parties called by a common noun where only other states are spoken of.

    "Die Christdemokraten" of a Swiss report are not Germany's.
    """
    main = desk.leading_country()
    if main is None or not _common(desk, sentence, place):
        return entries
    known = desk.lexicon.known
    return tuple(
        e for e in entries
        if known[e.actor].kind != "party" or desk.countries.get(known[e.actor].country or "", 0)
    )  # fmt: skip


def _of_nation(
    desk: Desk, sentence: Sentence, place: tuple[int, int], entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Leave out parties of other states than the adjective says: "Französische Volkspartei"."""
    before = sentence.tokens[place[0] - 1] if place[0] else None
    state = nationality(desk, before) if before is not None and before.upos == "ADJ" else None
    known = desk.lexicon.known
    if state is None and _longer(before) and _common(desk, sentence, place):
        return tuple(entry for entry in entries if known[entry.actor].kind != "party")
    if state is None or not state.isupper():
        return entries
    kept = tuple(
        entry for entry in entries
        if known[entry.actor].kind != "party" or known[entry.actor].country in {state, None}
    )  # fmt: skip
    return kept or (() if _common(desk, sentence, place) else entries)


def _longer(before: Token | None) -> bool:
    """Tell whether a capital adjective begins a longer name: "Neue Demokratische Partei"."""
    return (
        before is not None and before.index > 0 and before.upos == "ADJ" and before.text.istitle()
    )


def _common(desk: Desk, sentence: Sentence, place: tuple[int, int]) -> bool:
    """Tell whether parties of several states have such a name: "Volkspartei", "Liberale"."""
    word = fold(sentence.tokens[place[1] - 1].text).rstrip("ns")
    return word.endswith(tuple(desk.lexicon.cues["party_noun"]))


def _of_state(
    desk: Desk, sentence: Sentence, end: int, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Leave out parties of other states than the genitive behind says: "Partei Kanadas"."""
    text = sentence.tokens[end].text if end < len(sentence.tokens) else ""
    found = desk.lexicon.single.get(key(text), ()) if text.endswith("s") else ()
    states = {entry.actor.removeprefix("state:") for entry in found if not entry.place}
    known = desk.lexicon.known
    return tuple(
        entry for entry in entries
        if known[entry.actor].kind != "party" or not states or known[entry.actor].country in states
    )  # fmt: skip


def _supported(desk: Desk, sentence: Sentence, place: tuple[int, int]) -> bool:
    """Tell whether a tag, quotation marks or the noun before ("das Magazin Focus") show a name."""
    words = sentence.tokens[slice(*place)]
    if any(word.name[2:] in {"ORG", "OTH"} for word in words) or quoted(sentence, *place):
        return True
    if not place[0]:
        return False
    noun = collective_of(desk.lexicon, sentence.tokens[place[0] - 1].text)
    return (
        noun is not None
        and noun.collective is not None
        and noun.collective.kind in {"media", "party", "company"}
    )
