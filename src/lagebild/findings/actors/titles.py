"""Find persons named by office, function or occupation, and the names that stand beside them."""

from lagebild.findings.actors.compounds import Compound, collective_of, title_of
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.genitives import in_genitive
from lagebild.findings.actors.lexicon import Title
from lagebild.findings.actors.modifiers import Modifiers, absorb, is_plural, modifiers
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Token

_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X"})
FEDERAL = frozenset({"AUT", "CHE"})
"""States beside Germany with a "Bundesregierung", "Bundeskanzler" or "Bundespräsident"."""
FORMER = frozenset({"alt", "ex"})
DEFINITE = frozenset({"der", "die", "das", "des", "dem", "den"})


def find_titles(desk: Desk) -> None:
    """Lay the phrases of titles on the desk; a name right behind becomes part of the phrase."""
    taken = {(p.sentence, i) for p in desk.phrases for i in range(p.start, p.end)}
    found: list[Phrase] = []
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            first = token.text[0]
            if token.upos in _NAMING and (first.isupper() or first.isdigit()):
                title = title_of(desk.lexicon, token.text)
                if title is not None and _free(desk, number, token, taken):
                    phrase = _phrase(desk, number, token, title)
                    if phrase is not None:
                        found.append(phrase)
    _absorb(desk, found)


def _free(desk: Desk, number: int, token: Token, taken: set[tuple[int, int]]) -> bool:
    """Tell whether a title's word belongs to no name, or opens a person's name ("Mullah Omar")."""
    if (number, token.index) not in taken:
        return True
    phrase = desk.starting.get((number, token.index))
    return (
        phrase is not None
        and phrase.kind == "person"
        and phrase.actor is None
        and (phrase.end - phrase.start > 1)
    )


def _phrase(desk: Desk, number: int, token: Token, compound: Compound) -> Phrase | None:
    title = compound.title
    assert title is not None
    around = modifiers(desk, number, token.index, compound.prefix)
    plural = is_plural(token, around, title.gender)
    if plural and collective_of(desk.lexicon, token.text):
        return None
    phrase = Phrase(
        number, around.start, around.end, token.index, "title", "title", "title", noun=title.lemma
    )
    state = around.body is not None and around.body.isupper() and not around.there
    phrase.body = around.body if state else _own_body(desk, title) or around.body
    absorb(desk, phrase, around)
    phrase.gender, phrase.plural, phrase.former = title.gender, plural, around.former
    if phrase.gender is None:
        phrase.gender = _gender(around, token)
    phrase.definite = around.determiner in DEFINITE or around.possessive
    phrase.singular = around.determiner in {"dem", "des", "ein", "einem", "einer", "eine"} or (
        around.determiner == "der" and token.deprel.startswith("nsubj")
    )
    phrase.determined_otherwise = around.determiner.startswith(("ein", "kein", "jed"))
    phrase.of_noun = around.of_noun
    part = compound.prefix and compound.closed and fold(compound.prefix) not in FORMER
    other = plural or around.of_noun or part
    phrase.offices = () if other else _offices(desk, title, around)
    if not plural and around.of_noun in desk.lexicon.cues["parliament"] and title.offices:
        phrase.offices = ("speaker_of_parliament",)
    if part:
        phrase.noun = token.text
    elif compound.prefix[:1].isdigit():
        phrase.noun = f"{compound.prefix}-{title.lemma}"
    if not plural and fold(title.lemma) in desk.lexicon.cues["envoy"]:
        phrase.offices = _mission(desk, phrase)
    return phrase


def _offices(desk: Desk, title: Title, around: Modifiers) -> tuple[str, ...]:
    """Return the offices that a title may mean: who heads a "Fraktion" does not head the party."""
    group = around.after is not None and desk.text(around.after).casefold().endswith("fraktion")
    if not group or "chair" not in title.offices:
        return title.offices
    assert around.after is not None
    tokens = desk.sentences[around.after.sentence].tokens
    beyond = (fold(t.text) for t in tokens[around.after.end : around.after.end + 4])
    local = any(word.endswith(tuple(desk.lexicon.cues["local_parliament"])) for word in beyond)
    return () if local else ("group_chair",)


def _own_body(desk: Desk, title: Title) -> str | None:
    """Return the state or body that a title itself names.

    "Bundeskanzler" is Germany's, but Austria's in an article on Austria.
    """
    here = desk.leading_country()
    if title.body == "DEU" and here in FEDERAL and desk.lexicon.offices.find(here, title.offices):
        return here
    return title.body


def _mission(desk: Desk, phrase: Phrase) -> tuple[str, ...]:
    """Return the office of an envoy to a state: "UN-Sondergesandter für Syrien"."""
    tokens = desk.sentences[phrase.sentence].tokens
    at = max(phrase.end, phrase.complement)
    if at >= len(tokens) or fold(tokens[at].text) not in {"für", "im", "in"}:
        return ()
    at += 1 + (at + 1 < len(tokens) and tokens[at + 1].upos == "DET")
    state = desk.starting.get((phrase.sentence, at))
    if state is None or not str(state.actor).startswith("state:"):
        return ()
    return (f"envoy_{str(state.actor).removeprefix('state:')}",)


def _gender(around: Modifiers, token: Token) -> str | None:
    if around.determiner in {"dem", "des", "den", "ein", "einem", "einen"}:
        return "m"
    if around.determiner in {"die", "eine", "einer"}:
        return "f"
    return "m" if around.determiner == "der" and token.text.endswith("e") else None


def _absorb(desk: Desk, titles: list[Phrase]) -> None:
    """Join each title with the person's name right behind it into one phrase."""
    gone: set[int] = set()
    for title in titles:
        person = desk.starting.get((title.sentence, title.head + 1)) or _overlapping(desk, title)
        if person is None and not title.plural:
            person = _untagged_name(desk, title)
        if person is None or person.kind != "person" or _owner(desk, title, person):
            desk.phrases.append(title)
            continue
        if title.plural:
            _share(desk, title, person)
            continue
        gone.add(id(person))
        title.end, title.name_start = person.end, title.head + 1
        title.kind, title.actor = "person", person.actor
        title.names = tuple(
            fold(t.text) for t in desk.sentences[title.sentence].tokens[title.head + 1 : person.end]
        )
        title.gender = title.gender or person.gender
        title.why = "title and name"
        title.form = "name"
        desk.phrases.append(title)
    desk.phrases[:] = sorted(
        (p for p in desk.phrases if id(p) not in gone), key=lambda p: (p.sentence, p.start)
    )


def _owner(desk: Desk, title: Phrase, person: Phrase) -> bool:
    """Tell whether the name stands in the genitive: "Stellvertreter Johnsons" is not Johnson."""
    tokens = desk.sentences[title.sentence].tokens
    if title.offices or (title.start and fold(tokens[title.start - 1].text) == "des"):
        return False
    return in_genitive(desk, person)


def _untagged_name(desk: Desk, title: Phrase) -> Phrase | None:
    """Return the name right behind a title that the engine did not tag as a person's."""
    tokens = desk.sentences[title.sentence].tokens
    start = end = title.head + 1
    while end + 1 < len(tokens) and fold(tokens[end].text) in desk.lexicon.cues["particle"]:
        end += 1
    while end < len(tokens) and end < start + 3 and tokens[end].upos == "PROPN":
        if not tokens[end].text[0].isupper() or tokens[end].name[2:] in {"LOC", "ORG"}:
            break
        if (title.sentence, end) in desk.starting:
            break
        end += 1
    if end == start or tokens[end - 1].upos != "PROPN":
        return None
    names = tuple(fold(t.text) for t in tokens[start:end])
    return Phrase(title.sentence, start, end, start, "person", "name", "", None, names)


def _share(desk: Desk, title: Phrase, person: Phrase) -> None:
    """Give a plural title to the names behind it: "die Präsidenten Hollande und Putin"."""
    tokens = desk.sentences[title.sentence].tokens
    follower: Phrase | None = person
    while follower is not None and follower.kind == "person":
        follower.noun, follower.offices = follower.noun or title.noun, title.offices
        at = follower.end
        if at >= len(tokens) or tokens[at].text not in {",", "und", "sowie"}:
            break
        follower = desk.starting.get((title.sentence, at + 1))


def _overlapping(desk: Desk, title: Phrase) -> Phrase | None:
    """Return a tagged person's name that begins with the title itself."""
    return desk.starting.get((title.sentence, title.head))
