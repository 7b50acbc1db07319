"""Leave out who only brings the report; count which states it speaks of.

The count decides what a bare "die Regierung" means.
"""

import re

from lagebild.findings.actors.desk import Desk, Phrase, nationality
from lagebild.findings.actors.lexicon import Lexicon
from lagebild.findings.actors.words import fold, key, loose
from lagebild.findings.places.gazetteer import gazetteer
from lagebild.language.analysis import Token

_ADDRESS = re.compile(r"^[ \t]*([a-zäöüß-]+\.[a-zäöüß-]+)@\S+[ \t]*$", re.IGNORECASE | re.MULTILINE)
"""The author's address on a line of its own: "vorname.nachname@zeitung.de"."""


def leave_out_credits(desk: Desk) -> None:
    """Take authors, and what stands in the dateline ("Genf (dpa)") or alone, off the desk."""
    wrote = _authors(desk)
    desk.phrases[:] = [p for p in desk.phrases if not (_is_credit(desk, p) or _names(p) in wrote)]


def _authors(desk: Desk) -> frozenset[str]:
    """Return the folded names of who wrote the report: in its byline, or signed by an address."""
    article = desk.reading.article
    signed = (found.group(1).replace(".", " ") for found in _ADDRESS.finditer(article.text))
    return frozenset(fold(name) for name in (*article.authors, *signed))


def _names(phrase: Phrase) -> str:
    """Return a full name that no title stands with, "" for any other phrase."""
    bare = phrase.kind == "person" and not phrase.noun and len(phrase.names) > 1
    return " ".join(phrase.names) if bare else ""


def _is_credit(desk: Desk, phrase: Phrase) -> bool:
    tokens = desk.sentences[phrase.sentence].tokens
    actor = desk.lexicon.known.get(phrase.actor or "")
    alone = phrase.start == 0 and phrase.end == len(tokens)
    if alone and actor is not None and actor.kind == "media":
        return True
    line = desk.reading.article.dateline
    return line is not None and line.covers(tokens[phrase.start].span)


def count_countries(desk: Desk) -> None:
    """Count names, adjectives, inhabitants and capitals of states; those in the title twice."""
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            iso = desk.country_of(_state(desk, token, sentence.tokens))
            if iso:
                desk.countries[iso] += 2 if number == 0 else 1


def count_actors(desk: Desk) -> None:
    """Count the states of known persons, parties and bodies too: they say where a scene plays."""
    known = desk.lexicon.known
    for phrase in desk.phrases:
        actor = known.get(phrase.actor or "")
        if actor is None or actor.kind == "media":
            continue
        if actor.kind != "state" and actor.country:
            desk.countries[actor.country] += 1


def _town(desk: Desk, token: Token) -> str | None:
    """Return the state of a town that is tagged as a place ("Mannheim" speaks of Germany)."""
    if token.name != "B-LOC":
        return None
    spot = desk.reading.knowledge.view(gazetteer).best(token.text, {})
    return spot.country if spot is not None else None


def _state(desk: Desk, token: Token, tokens: tuple[Token, ...]) -> str | None:
    if not token.text[0].isupper():
        return nationality(desk, token) if token.upos == "ADJ" else None
    lexicon = desk.lexicon
    for entry in lexicon.single.get(key(token.text), ()):
        if entry.actor.startswith("state:"):
            return entry.actor.removeprefix("state:")
    people = lexicon.inhabitants.get(key(token.text))
    if people is not None:
        return people[0]
    return (
        nationality(desk, token)
        or _prefix(lexicon, token.text)
        or _name(lexicon, token, tokens)
        or _town(desk, token)
    )


def _prefix(lexicon: Lexicon, text: str) -> str | None:
    if "-" in text:
        for entry in lexicon.single.get(key(text.split("-", 1)[0]), ()):
            if entry.actor.startswith("state:"):
                return entry.actor.removeprefix("state:")
    return "DEU" if text.startswith("Bundes") else None


def _name(lexicon: Lexicon, token: Token, tokens: tuple[Token, ...]) -> str | None:
    names = lexicon.several.get(loose(token.text))
    if names is None:
        return None
    rest = tuple(loose(t.text) for t in tokens[token.index : token.index + 4])
    for length in range(len(rest), 1, -1):
        last = key(tokens[token.index + length - 1].text)
        for entry in names.get((*rest[: length - 1], last), ()):
            if entry.actor.startswith("state:"):
                return entry.actor.removeprefix("state:")
    return None
