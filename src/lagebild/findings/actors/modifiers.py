"""What stands around a noun and says whose it is: adjectives, genitives, first parts of compounds.

"der russische Präsident", "Syriens Staatschef", "Präsident der Ukraine", "US-Soldaten",
"PKK-Kämpfer": each points to a body, a state (ISO code) or another actor (its key).
"""

import re
from dataclasses import dataclass

from lagebild.findings.actors.desk import Desk, Phrase, nationality
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Sentence, Token

ABBREVIATION = 3
"""Letters of an abbreviation that stands before a noun without a hyphen: "US Botschaft"."""
_GENITIVE = ("s", "'", "’")
_PARTED = {"im": "dem", "am": "dem", "vom": "dem", "zum": "dem", "beim": "dem", "ins": "das",
           "ans": "das", "zur": "der"}  # fmt: skip
_ACCUSATIVE = frozenset({"den", "seinen", "ihren", "unseren", "diesen", "jenen"})
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_PARTICIPLE = ("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes", "nde", "nden", "nder")
_NATIONAL = ("sche", "schen", "scher", "sches")
_LEFT = frozenset({"ADJ", "NUM"})
_WHERE = frozenset({"in", "im", "aus"})
_FROM = _WHERE | {"von", "vom"}
_OBJECTS = frozenset({"obj", "iobj", "obl:arg"})
"""Relations of a noun to a verb: "stellte sich der Kanzler der Kritik"."""
_LINKS = frozenset({"und", ",", "oder", "sowie"})


@dataclass(slots=True)
class Modifiers:
    """What was found around one noun.

    `start` is the first token of the noun phrase without its determiner, `end` the end of the
    noun itself. `body` is an ISO code or an actor's key, `determiner` the folded article ("" for
    none). `of_noun` is a noun in the genitive behind it ("Präsident des Verbandes"), `there`
    tells that `body` only says where ("der Kanzler in Wien").
    """

    start: int
    end: int
    body: str | None = None
    determiner: str = ""
    possessive: bool = False
    former: bool = False
    before: Phrase | None = None
    after: Phrase | None = None
    of_noun: str = ""
    there: bool = False


def modifiers(desk: Desk, number: int, index: int, prefix: str = "") -> Modifiers:
    """Return what modifies the noun `index` of sentence `number`.

    `prefix` is the first part of the noun where it is a compound ("US" of "US-Soldaten").
    """
    sentence = desk.sentences[number]
    found = Modifiers(_left_edge(sentence, index), index + 1)
    if found.start and _capital_nationality(desk, sentence.tokens[found.start - 1]):
        found.start -= 1
    adjectives = sentence.tokens[found.start : index]
    former = tuple(desk.lexicon.cues["former"])
    found.former = any(fold(t.text).startswith(former) for t in adjectives)
    found.former |= fold(prefix).rstrip("-") in {"ex", "alt", "vize"}
    _read_determiner(sentence, found)
    found.body = (
        body_of_prefix(desk, prefix)
        or _body_of_adjectives(desk, adjectives)
        or _body_before(desk, number, found)
    )
    after = _body_after(desk, number, index, found)
    if found.body is None and after is not None:
        found.body, found.there = after, fold(_text(sentence, index + 1)) in _WHERE
    return found


def _capital_nationality(desk: Desk, token: Token) -> bool:
    """Tell whether a capital adjective that was taken for a name says whose: "Polnische Justiz"."""
    return (
        token.upos == "PROPN" and token.text.endswith(_NATIONAL) and bool(nationality(desk, token))
    )


def _text(sentence: Sentence, index: int) -> str:
    return sentence.tokens[index].text if index < len(sentence.tokens) else ""


def _left_edge(sentence: Sentence, index: int) -> int:
    """Return where the adjectives and numerals before a noun begin."""
    start = index
    while start > 0:
        token = sentence.tokens[start - 1]
        if _YEAR.fullmatch(token.text) or _extended(sentence, token):
            break
        if (token.upos in _LEFT and token.text[0] not in "\"'„“”(") or (
            start > 1
            and token.text in _LINKS
            and start < index
            and sentence.tokens[start - 2].upos == "ADJ"
            and sentence.tokens[start].upos == "ADJ"
        ):
            start -= 1
        else:
            break
    return start


def _extended(sentence: Sentence, token: Token) -> bool:
    """Tell whether a participle has words of its own: "von Bern unterstützte (Gruppe)".

    A noun or name right before it belongs to it, since only adjectives stand there otherwise.
    """
    if token.upos != "ADJ" or not token.index:
        return False
    children = (sentence.tokens[child] for child in sentence.children[token.index])
    before = sentence.tokens[token.index - 1]
    participle = token.text[0].islower() and token.text.endswith(_PARTICIPLE)
    noun = before.upos in {"NOUN", "PROPN"} and not before.text.endswith(_GENITIVE)
    return (participle and noun) or any(c.deprel.startswith(("obl", "obj")) for c in children)


def _read_determiner(sentence: Sentence, found: Modifiers) -> None:
    if not found.start:
        return
    before = sentence.tokens[found.start - 1]
    if before.upos == "DET" or before.xpos in {"ART", "PPOSAT", "PDAT", "PIAT", "APPRART"}:
        found.determiner = fold(before.text)
        found.possessive = before.xpos == "PPOSAT"
        if before.xpos == "APPRART":
            found.determiner = _PARTED.get(found.determiner, "der")


def body_of_prefix(desk: Desk, prefix: str) -> str | None:
    """Return the body that the first part of a compound names, None where it names none."""
    word = prefix.rstrip("-")
    if not word:
        return None
    iso = desk.lexicon.adjectives.get(fold(word)) or desk.lexicon.prefixes.get(fold(word))
    if iso:
        return iso
    entries = desk.lexicon.single.get(key(word)) or desk.lexicon.single.get(fold(word))
    sure = [e for e in entries or () if not e.weak or e.actor in desk.named]
    if sure:
        return body_of_actor(sure[0].actor)
    return _person_of_prefix(desk, word) or body_of_prefix(desk, word.rpartition("-")[0])


def _person_of_prefix(desk: Desk, word: str) -> str | None:
    """Return whom "Assad" means in "Assad-Regime": who is named, who rules, who ruled last."""
    offices = desk.lexicon.offices
    people = [
        person
        for person in desk.lexicon.surnames.get(fold(word), ())
        if person in desk.named or offices.ruled(person.removeprefix("person:"))
    ]

    def weight(person: str) -> tuple[bool, bool, str, str]:
        key = person.removeprefix("person:")
        rules = any(
            h.office.type.startswith("head_of") and (desk.date is None or h.on(desk.date))
            for h in offices.of_person.get(key, ())
        )
        return person in desk.named, rules, offices.latest(key, desk.date), person

    return max(people, key=weight, default=None)


def body_of_actor(actor: str) -> str:
    """Return an actor's key as a body: a state as its ISO code."""
    return actor.removeprefix("state:")


def _body_of_adjectives(desk: Desk, adjectives: tuple[Token, ...]) -> str | None:
    for token in reversed(adjectives):
        iso = nationality(desk, token)
        if iso:
            return iso
    for token in adjectives:
        if "-" in token.text and token.text[0].isupper():
            body = body_of_prefix(desk, token.text.split("-", 1)[0])
            if body:
                return body
    return None


def _body_before(desk: Desk, number: int, found: Modifiers) -> str | None:
    """Return the actor whose name stands in the genitive right before the noun."""
    phrase = desk.ending.get((number, found.start))
    if phrase is None or phrase.kind not in {"name", "town", "person"} or phrase.actor is None:
        return None
    last = desk.sentences[number].tokens[phrase.end - 1]
    short = phrase.kind == "name" and last.text.isupper() and len(last.text) <= ABBREVIATION
    genitive = last.text.endswith(("s", "'", "’", "x", "z")) and not _own_s(desk, phrase, last)
    if short or genitive:
        found.before = phrase
        return body_of_actor(phrase.actor)
    return None


def _own_s(desk: Desk, phrase: Phrase, last: Token) -> bool:
    """Tell whether a known name ends in -s itself: "der Hamas drei Geiseln" is no genitive."""
    known = desk.lexicon.known.get(phrase.actor or "")
    if known is None or known.kind == "person" or not last.text.endswith("s"):
        return False
    names = (known.name, *known.aliases)
    return any(fold(name.split()[-1]) == fold(last.text) for name in names if name)


def _body_after(desk: Desk, number: int, index: int, found: Modifiers) -> str | None:
    """Return the actor named right after the noun: "der Ukraine", "Litauens", "von Syrien"."""
    tokens = desk.sentences[number].tokens
    at, linked = _behind_link(tokens, index + 1)
    while linked and at < len(tokens) and tokens[at].upos == "ADJ":
        if (number, at) in desk.starting:
            break
        iso = nationality(desk, tokens[at])
        if iso:
            found.of_noun = _noun_behind(desk, tokens, at + 1)
            return iso
        at += 1
    phrase = desk.starting.get((number, at))
    if linked and _of_the_verb(tokens, index + 1, phrase.head if phrase is not None else at):
        return None
    if phrase is None and linked and at < len(tokens) and tokens[at].upos == "NOUN":
        return _body_of_noun(desk, number, at, found)
    if phrase is None or phrase.actor is None or phrase.kind not in {"name", "town", "person"}:
        return None
    genitive = linked and fold(tokens[index + 1].text) not in _WHERE
    if phrase.kind != "person" and (genitive or tokens[phrase.end - 1].text.endswith(_GENITIVE)):
        found.after = phrase
    elif not linked:
        return None
    return body_of_actor(phrase.actor)


def _of_the_verb(tokens: tuple[Token, ...], link: int, at: int) -> bool:
    """Tell whether what stands behind is the agent, or a time: "von Soldaten", "im Sommer"."""
    if at >= len(tokens) or fold(tokens[link].text) not in _FROM:
        return False
    agent = tokens[at].deprel == "obl:agent"
    return agent or (tokens[at].deprel.startswith("obl") and tokens[at].upos == "NOUN")


def _noun_behind(desk: Desk, tokens: tuple[Token, ...], at: int) -> str:
    """Return the noun in the genitive behind adjectives: "des iranischen Parlaments"."""
    while at < len(tokens) and tokens[at].upos == "ADJ":
        at += 1
    lemma = fold(tokens[at].lemma) if at < len(tokens) and tokens[at].upos == "NOUN" else ""
    return "" if lemma in desk.lexicon.cues["state_itself"] else lemma


def _body_of_noun(desk: Desk, number: int, at: int, found: Modifiers) -> str | None:
    """Return whose the noun in the genitive is: "der UN-Mission", "des Parlaments der Ukraine"."""
    tokens = desk.sentences[number].tokens
    if tokens[at].deprel in _OBJECTS:
        return None
    lemma = fold(tokens[at].lemma)
    found.of_noun = "" if lemma in desk.lexicon.cues["state_itself"] else lemma
    body = body_of_prefix(desk, tokens[at].text.rpartition("-")[0])
    beyond, linked = _behind_link(tokens, at + 1)
    phrase = desk.starting.get((number, beyond))
    if body or not linked or phrase is None or phrase.kind != "name" or not phrase.actor:
        return body
    return body_of_actor(phrase.actor)


def _behind_link(tokens: tuple[Token, ...], at: int) -> tuple[int, bool]:
    """Return where a name begins behind "der", "von der", "aus", and whether such a word stands."""
    if at >= len(tokens):
        return at, False
    word = fold(tokens[at].text)
    if not (tokens[at].upos == "DET" and word in {"der", "des"}) and word not in _FROM:
        return at, False
    at += 1
    return at + (at < len(tokens) and tokens[at].upos == "DET"), True


def absorb(desk: Desk, phrase: Phrase, around: Modifiers) -> None:
    """Let a phrase take in the name in the genitive that says whose it is.

    "Präsident der Ukraine" is one mention of one person; the state does not act there.
    """
    if around.after is not None and around.after.kind != "person":
        phrase.complement = _absorb_row(desk, around.after)
    if around.before is not None and around.before.kind != "person":
        phrase.start = around.before.start
        around.before.absorbed = True


def _absorb_row(desk: Desk, first: Phrase) -> int:
    """Mark a name, and those coordinated with it, as taken in; return where the row ends."""
    tokens = desk.sentences[first.sentence].tokens
    first.absorbed, end = True, first.end
    while end < len(tokens) and tokens[end].text in _LINKS:
        at = end + 1
        at += at < len(tokens) and fold(tokens[at].text) in {"der", "des"}
        follower = desk.starting.get((first.sentence, at))
        if (
            follower is None
            or follower.kind not in {"name", "town"}
            or (at == end + 1 and not tokens[follower.end - 1].text.endswith(_GENITIVE))
        ):
            break
        follower.absorbed, end = True, follower.end
    return end


def is_plural(token: Token, found: Modifiers, gender: str | None) -> bool:
    """Tell whether a noun stands for several: by its determiner first, then by its tag.

    Nouns like "Gesandter", whose form leaves the `gender` open, end in -en in the plural.
    """
    if found.determiner in {"dem", "des", "das", "ein", "eine", "einen", "einem", "einer", "eines"}:
        return False
    if found.determiner in _ACCUSATIVE and token.deprel in {"obj", "nsubj:pass", "root"}:
        return False
    if found.determiner.endswith("em") or found.determiner.startswith("jed"):
        return False
    if gender is None and found.determiner in {"der", "die"} and token.text.endswith("e"):
        return False
    if found.determiner == "die":
        return gender == "m" or (gender is None and token.feat("Number") == "Plur")
    return token.feat("Number") == "Plur"


__all__ = ["Modifiers", "Phrase", "absorb", "body_of_prefix", "is_plural", "modifiers"]
