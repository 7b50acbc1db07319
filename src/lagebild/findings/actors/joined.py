"""Join what belongs to one mention.

A noun and the name behind it ("die Zeitung The Guardian"), a name and its abbreviation, a noun and
the group or person in the genitive behind it ("ein Sprecher der Armee").
"""

from lagebild.findings.actors.abbreviations import join_abbreviations
from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.desk import MARKS, NAMED_KINDS, Desk, Phrase
from lagebild.findings.actors.genitives import in_genitive
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Token

LONGEST_QUOTED = 8
"""Words of a quoted name behind "Zeitung", "Partei", "Gruppe"."""
_NAMES = frozenset({"name", "organisation"})
_ONE = frozenset({"dem", "ein", "einem", "einen"})
"""Articles with which a noun means one man."""
_APART = frozenset({"obl:agent", "obl:arg", "iobj", "obj", "nsubj", "nsubj:pass"})
"""Relations of who has a part of their own in the clause."""
_OF = frozenset({"der", "des", "von", "vom", "dieser", "dieses"})


def join_names(desk: Desk) -> None:
    """Let nouns take in the names behind them, and names their abbreviations."""
    added: list[Phrase] = []
    starts = {(p.sentence, p.start): p for p in desk.phrases}
    for phrase in desk.phrases:
        if phrase.kind == "name" and _party_of_person(desk, phrase, starts):
            phrase.kind = "part"
    for phrase in desk.phrases:
        if phrase.kind == "group" and not phrase.plural:
            name = _name_behind(desk, phrase, starts)
            if name is not None:
                if name.name_start < 0:
                    name.name_start = name.start
                name.start, name.noun = phrase.start, phrase.noun
                phrase.kind = "part"
                if (name.sentence, name.start) not in starts or name not in desk.phrases:
                    added.append(name)
    desk.phrases[:] = sorted(
        [p for p in desk.phrases if p.kind != "part"] + added, key=lambda p: (p.sentence, p.start)
    )
    _bodies_everywhere(desk)
    join_abbreviations(desk)


def _party_of_person(desk: Desk, phrase: Phrase, starts: dict[tuple[int, int], Phrase]) -> bool:
    """Let a person's name take in the party before it: "der Republikaner Jan Muster"."""
    known = desk.lexicon.known.get(phrase.actor or "")
    person = starts.get((phrase.sentence, phrase.end))
    tokens = desk.sentences[phrase.sentence].tokens
    one = phrase.end - phrase.start == 1 and not tokens[phrase.start].text.isupper()
    if known is None or known.kind != "party" or person is None or person.kind != "person":
        return False
    at = phrase.start - 1
    while at > 0 and tokens[at].upos == "ADJ":
        at -= 1
    article = fold(tokens[at].text) if at >= 0 else ""
    subject = tokens[phrase.start].deprel not in {"nmod", "obl"}
    if not one or not (article in _ONE or (article == "der" and subject)):
        return False
    if person.name_start < 0:
        person.name_start = person.start
    person.start, person.body = phrase.start, person.body or known.country
    person.noun = person.noun or tokens[phrase.start].text
    return True


def _name_behind(
    desk: Desk, phrase: Phrase, starts: dict[tuple[int, int], Phrase]
) -> Phrase | None:
    tokens = desk.sentences[phrase.sentence].tokens
    compound = collective_of(desk.lexicon, tokens[phrase.head].text)
    if compound is None or compound.collective is None:
        return None
    authority = fold(compound.collective.noun) in desk.lexicon.cues["named_authority"]
    if compound.collective.kind not in NAMED_KINDS and not authority:
        return None
    at = phrase.head + 1
    name = starts.get((phrase.sentence, at))
    if name is not None and len(name.names) == 1 and _bears_name(desk, phrase):
        _no_person(desk, name)
    if name is not None and name.kind in _NAMES and name.chars is None:
        return name if not str(name.actor).startswith("state:") else None
    if at < len(tokens) and tokens[at].text in MARKS:
        name = starts.get((phrase.sentence, at + 1))
        if name is not None and _bears_name(desk, phrase):
            _no_person(desk, name)
        if name is not None and name.kind in _NAMES and not str(name.actor).startswith("state:"):
            return name
        bare = compound.collective.kind == "group" and not _bears_name(desk, phrase)
        return None if bare else _quoted(phrase, tokens, at + 1)
    return None


def _no_person(desk: Desk, name: Phrase) -> None:
    """Make a body of an unknown person behind a noun for a body: "die Musikband Muster"."""
    if name.kind != "person" or name.actor is not None:
        return
    surname = any(part in desk.lexicon.surnames for part in name.names[-1:])
    if not surname and not any(part in desk.lexicon.first_names for part in name.names):
        name.kind, name.names, name.why = "organisation", (), "name behind a noun for a body"


def _bodies_everywhere(desk: Desk) -> None:
    """Let a name that a noun showed to be a body's be one in the whole article."""
    shown = {
        fold(desk.sentences[p.sentence].tokens[p.end - 1].text) for p in desk.phrases
        if p.kind == "organisation" and p.name_start == p.end - 1 > p.start
    }  # fmt: skip
    for phrase in desk.phrases:
        alone = phrase.kind == "person" and phrase.actor is None and len(phrase.names) == 1
        if alone and not phrase.noun and phrase.names[0] in shown:
            _no_person(desk, phrase)


def _bears_name(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether groups so called have names: "die Bewegung", but not "die Opposition"."""
    return fold(phrase.noun).endswith(tuple(desk.lexicon.cues["body_end"]))


def _quoted(phrase: Phrase, tokens: tuple[Token, ...], start: int) -> Phrase | None:
    """Return a new name from the words between quotation marks."""
    for end in range(start, min(start + LONGEST_QUOTED, len(tokens))):
        if tokens[end].text in MARKS:
            if end == start or not tokens[start].text[0].isupper():
                return None
            return Phrase(phrase.sentence, start, end, start, "organisation", "name",
                          "quoted name behind a noun", name_start=start)  # fmt: skip
    return None


def take_in(desk: Desk) -> None:
    """Let titles and group nouns take in the group or person in the genitive behind them."""
    starts = {(p.sentence, p.start): p for p in desk.phrases}
    for phrase in desk.phrases:
        if phrase.kind == "organisation":
            _take_state(desk, phrase, starts)
        if phrase.kind not in {"title", "group"} or phrase.complement:
            continue
        tokens = desk.sentences[phrase.sentence].tokens
        at, linked = phrase.end, False
        while at < len(tokens) and fold(tokens[at].text) in _OF and at < phrase.end + 2:
            at, linked = at + 1, True
        inner = starts.get((phrase.sentence, at))
        if inner is None or inner is phrase or inner.absorbed or inner.kind not in {
            "group", "person", "organisation", "title", "name",
        }:  # fmt: skip
            continue
        if linked and (tokens[inner.head].deprel in _APART or _agent(desk, phrase, inner)):
            continue
        if linked or (inner.kind == "person" and in_genitive(desk, inner)):
            inner.absorbed = True
            phrase.complement = max(inner.end, inner.complement)
            phrase.inner = inner


def _agent(desk: Desk, phrase: Phrase, inner: Phrase) -> bool:
    """Tell whether "von" names who does it: "wurden die Demonstranten von Polizisten geschlagen".

    The tree often hangs such an agent on the subject of the passive before it.
    """
    sentence = desk.sentences[phrase.sentence]
    head, link = sentence.tokens[phrase.head], fold(sentence.tokens[phrase.end].text)
    people = phrase.kind == "group" and inner.kind in {"group", "people", "organisation"}
    if not people or link not in {"von", "vom"} or head.deprel != "nsubj:pass" or head.head < 0:
        return False
    cues = desk.lexicon.cues
    whose = cues["member_of"] | cues["part_of"] | cues["has_owner"]
    behind = head.head > inner.head
    agents = (sentence.tokens[child].deprel for child in sentence.children[head.head])
    return behind and fold(phrase.noun) not in whose and "obl:agent" not in set(agents)


def _take_state(desk: Desk, name: Phrase, starts: dict[tuple[int, int], Phrase]) -> None:
    """Let a name take in the state in the genitive behind it: "Sozialistische Partei Portugals"."""
    state = starts.get((name.sentence, name.end))
    if state is None or state.absorbed or not str(state.actor).startswith("state:"):
        return
    word = desk.sentences[name.sentence].tokens[state.end - 1]
    if word.text.endswith("s") and word.deprel.startswith("nmod"):
        state.absorbed, name.complement = True, state.end
