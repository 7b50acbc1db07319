"""Find names: those that the tables know, and those that the language engine tags.

The longest known name wins; a longer tagged person's name wins over a known shorter one.
"""

from collections import Counter
from collections.abc import Iterator

from lagebild.findings.actors.capitals import capitals, shouts
from lagebild.findings.actors.chosen import chosen
from lagebild.findings.actors.compounds import collective_of
from lagebild.findings.actors.desk import (
    Desk,
    Phrase,
    head_of,
    nationality,
)
from lagebild.findings.actors.lexicon import Entry
from lagebild.findings.actors.tagged import joined, tagged_organisations, tagged_persons
from lagebild.findings.actors.things import names_a_thing
from lagebild.findings.actors.words import fold, key, loose
from lagebild.findings.finding import MentionForm
from lagebild.findings.places.gazetteer import gazetteer
from lagebild.language.analysis import Sentence, Token

SPOKEN_OF = 2
"""Times an article names a state before a bare "die Republikaner" means its party."""


def find_names(desk: Desk) -> None:
    """Lay the phrases of all names on the desk, in order of the text."""
    for number, sentence in enumerate(desk.sentences):
        taken: set[int] = set()
        tagged = joined(tagged_persons(desk, number, sentence))
        around = {at: p for p in tagged.values() for at in range(p.start, p.end)}
        for phrase in (*_known(desk, number, sentence), *tagged.values()):
            _lengthen(phrase, around.get(phrase.start))
            if not _inside_person(desk, phrase, around.get(phrase.start)) and not names_a_thing(
                desk, sentence, phrase
            ):
                _lay(desk, phrase, taken)
        for phrase in (
            *_in_office(desk, number, sentence),
            *tagged_organisations(desk, number, sentence),
            *capitals(desk, number, sentence),
        ):
            if not _compound_of_known(desk, sentence, phrase):
                _lay(desk, phrase, taken)
    _drop_unsupported(desk)
    _drop_places(desk)
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def _lay(desk: Desk, phrase: Phrase, taken: set[int]) -> None:
    """Lay a phrase on the desk unless one of its words belongs to another already."""
    here = set(range(phrase.start, phrase.end))
    if not here & taken:
        taken |= here
        desk.phrases.append(phrase)


def _drop_unsupported(desk: Desk) -> None:
    """Take weak names off the desk unless the article names the actor, or its parent, otherwise."""
    known = desk.lexicon.known
    strong = {p.actor for p in desk.phrases if p.actor and not p.weak}
    homes = {known[a].country for a in strong if a and known[a].kind == "party"}

    def supported(phrase: Phrase) -> bool:
        if not phrase.weak or phrase.actor is None or phrase.actor in strong:
            return True
        actor = known[phrase.actor]
        if actor.kind == "party" and actor.country:
            return actor.country in homes or desk.countries[actor.country] >= SPOKEN_OF
        if actor.kind == "government" and actor.country:
            return actor.country == desk.leading_country()
        if actor.kind == "armed_group" and desk.countries[actor.country or ""] >= SPOKEN_OF:
            return True
        return actor.parent in strong

    desk.phrases[:] = [p for p in desk.phrases if supported(p)]


def _lengthen(phrase: Phrase, person: Phrase | None) -> None:
    """Give a known person the further names that are tagged behind the known ones."""
    known = phrase.kind == "person" and phrase.actor is not None
    if known and person is not None and person.start == phrase.start:
        phrase.end = max(phrase.end, person.end)


def _inside_person(desk: Desk, phrase: Phrase, person: Phrase | None) -> bool:
    """Tell whether a known name lies inside a longer tagged person around it ("Paris Hilton")."""
    if person is None or phrase.end > person.end:
        return False
    if phrase.kind != "person":
        return len(person.names) > phrase.end - phrase.start
    longer = person.start < phrase.start and person.end - phrase.start > 1
    return phrase.actor is not None and longer and _own_first_name(desk, person)


def _own_first_name(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a tagged person's first word is a first name: "Stephanie zu Guttenberg"."""
    return phrase.names[0] in desk.lexicon.first_names


def _known(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    tokens = sentence.tokens
    loud = shouts(sentence)
    at = 0
    while at < len(tokens):
        end, entries = _longest(desk, tokens, at, loud)
        if not entries:
            at += 1
            continue
        phrase = _phrase(desk, number, sentence, (at, end), entries)
        if phrase is not None:
            yield phrase
            at = end
        else:
            at += 1


def _longest(
    desk: Desk, tokens: tuple[Token, ...], at: int, loud: bool
) -> tuple[int, tuple[Entry, ...]]:
    """Return the end and the entries of the longest known name that begins at `at`."""
    lexicon = desk.lexicon
    text = tokens[at].text
    names = lexicon.several.get(loose(_quiet(text, loud)))
    if names:
        most = min(lexicon.longest[loose(_quiet(text, loud))], len(tokens) - at)
        forms = tuple(loose(_quiet(token.text, loud)) for token in tokens[at : at + most])
        for length in range(most, 1, -1):
            name = (*forms[: length - 1], key(_quiet(tokens[at + length - 1].text, loud)))
            words = tokens[at : at + length]
            tagged = any(word.name[2:] == "ORG" for word in words)
            if name in names and (_written_as_name(words) or tagged):
                written = _as_written(desk, words[0], names[name])
                if written:
                    return at + length, written
    text = text.rstrip("-") or text
    tagged = tokens[at].name[2:] == "ORG"
    found = lexicon.single.get(key(text)) or lexicon.single.get(
        fold(text) if loud or tagged else ""
    )
    if not found and tagged and text.islower():
        return at + 1, lexicon.single.get(text.upper(), ())
    small = text[0].islower() and not text.startswith(("al-", "el-"))
    if found and (not small or key(text) in lexicon.small):
        return at + 1, found
    return at, ()


def _as_written(desk: Desk, first: Token, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave out bodies whose names begin in capitals: "die zweite Kammer" is no Zweite Kammer."""
    if not first.text[0].islower() or first.name != "O":
        return entries
    known = desk.lexicon.known
    return tuple(
        entry for entry in entries
        if entry.actor.startswith(("person:", "state:"))
        or any(n[0].islower() for n in (known[entry.actor].name, *known[entry.actor].aliases) if n)
    )  # fmt: skip


def _quiet(text: str, loud: bool) -> str:
    """Return a word of a sentence in capitals as it is written elsewhere."""
    return text.capitalize() if loud else text


def _written_as_name(tokens: tuple[Token, ...]) -> bool:
    return any(token.text[0].isupper() for token in tokens) and tokens[-1].upos != "VERB"


def _phrase(
    desk: Desk, number: int, sentence: Sentence, place: tuple[int, int], entries: tuple[Entry, ...]
) -> Phrase | None:
    start, end = place
    head = head_of(sentence, start, end)
    entry, weak = chosen(desk, number, place, entries)
    if entry is None or _plain_word(sentence, place, entry) or _in_longer(sentence, place, entry):
        return None
    if _national(desk, sentence, place, entry):
        return Phrase(number, start, end, head, "organisation", "name", "a state's own body")
    known = desk.lexicon.known[entry.actor]
    kind = "person" if known.kind == "person" else "name"
    names = tuple(fold(t.text) for t in sentence.tokens[start:end]) if kind == "person" else ()
    form: MentionForm = "metonym" if entry.metonym else "name"
    found = Phrase(number, start, end, head, kind, form, "known name", entry.actor, names)
    found.gender, found.weak = known.gender, weak
    if entry.place:
        found.kind = "town"
    return found


def _plain_word(sentence: Sentence, place: tuple[int, int], entry: Entry) -> bool:
    """Tell whether a name of one word is used as an ordinary word here ("Welt", "Bild").

    The last word of a longer place is no state: "Fraser Island".
    """
    token = sentence.tokens[place[0]]
    before = sentence.tokens[place[0] - 1] if place[0] else None
    if place[1] - place[0] > 1:
        return False
    if before is not None and token.name == "I-LOC" and before.upos == "PROPN":
        return entry.actor.startswith("state:") and before.name.endswith("LOC")
    if entry.weak and before is not None and fold(before.text).startswith("ein"):
        return True
    return token.upos in {"VERB", "ADP", "ADV", "AUX", "DET", "PRON"} and token.name == "O"


def _national(desk: Desk, sentence: Sentence, place: tuple[int, int], entry: Entry) -> bool:
    """Tell whether a state's own body has the name of a worldwide one: "das ungarische Rote Kreuz".

    The nationality stands before the name, or the state behind it in the genitive.
    """
    known = desk.lexicon.known[entry.actor]
    if known.kind != "organisation" or known.country or place[1] - place[0] < 2:
        return False
    before = sentence.tokens[place[0] - 1] if place[0] else None
    behind = sentence.tokens[place[1]] if place[1] < len(sentence.tokens) else None
    if before is not None and before.upos == "ADJ" and desk.country_of(nationality(desk, before)):
        return True
    states = desk.lexicon.single.get(key(behind.text), ()) if behind is not None else ()
    genitive = behind is not None and behind.text.endswith("s") and not behind.text.isupper()
    return genitive and any(e.actor.startswith("state:") and not e.metonym for e in states)


def _in_longer(sentence: Sentence, place: tuple[int, int], entry: Entry) -> bool:
    """Tell whether a name is part of a longer one: "Iran Air", "New Jersey", "Memorial Hospital".

    A state's name may open or go on another name, a weak name of one word stand within one.
    """
    if entry.weak and place[1] - place[0] == 1 and sentence.tokens[place[0]].name[:2] == "I-":
        return True
    if not entry.actor.startswith("state:") or entry.place:
        return False
    first = sentence.tokens[place[0]]
    before = sentence.tokens[place[0] - 1] if place[0] else None
    after = sentence.tokens[place[1]] if place[1] < len(sentence.tokens) else None
    opens = after is not None and after.name == "I-ORG" and after.upos in {"PROPN", "X"}
    goes_on = before is not None and before.text in {"New", "Nova", "Nueva"}
    return goes_on or (opens and first.name == "B-ORG" and not first.text.endswith("s"))


def _in_office(desk: Desk, number: int, sentence: Sentence) -> Iterator[Phrase]:
    """Yield surnames of people in office that were not tagged as a person's: "Assads Armee"."""
    lexicon = desk.lexicon
    for token in sentence.tokens:
        if token.upos != "PROPN" or token.name[2:] == "PER" or _town(desk, token):
            continue
        alone = not any(
            sentence.tokens[i].upos == "PROPN"
            for i in (token.index - 1, token.index + 1)
            if 0 <= i < len(sentence.tokens)
        )
        people = lexicon.surnames.get(fold(token.text), ()) if alone else ()
        body = token.name[2:] == "ORG"
        held = any(_holds(desk, person.removeprefix("person:"), body) for person in people)
        if held or (people and fold(token.text) in lexicon.bynames):
            at = token.index
            why = "surname of one in office" if held else "known surname"
            yield Phrase(number, at, at + 1, at, "person", "name", why,
                         None, (fold(token.text),))  # fmt: skip


def _holds(desk: Desk, person: str, tagged: bool) -> bool:
    """Tell whether somebody is in office; ever, where an undated article has him for a body."""
    offices = desk.lexicon.offices
    ever = tagged and desk.date is None and bool(offices.latest(person, None))
    return ever or offices.in_office(person, desk.date)


def _drop_places(desk: Desk) -> None:
    """Take towns off the desk that were tagged as persons or bodies ("Aleppo")."""
    view = desk.reading.knowledge.view(gazetteer)
    tags: dict[str, Counter[str]] = {}
    for sentence in desk.sentences:
        for span, kind, _ in sentence.names():
            words = span.of(desk.reading.article.text)
            tags.setdefault(words, Counter())[kind] += 1
    last_names = {p.names[-1] for p in desk.phrases if len(p.names) > 1}

    def is_place(phrase: Phrase) -> bool:
        if phrase.actor is not None or phrase.kind not in {"person", "organisation"}:
            return False
        words = desk.text(phrase)
        known = fold(words) in desk.lexicon.surnames or fold(words) in last_names
        counted = tags.get(words, Counter())
        kind = "PER" if phrase.kind == "person" else "ORG"
        written = words.capitalize() if words.isupper() else words
        rather = counted["LOC"] >= max(1, counted[kind]) or view.best(written, {}) is not None
        return not known and rather and not _joined_first_name(desk, phrase)

    desk.phrases[:] = [p for p in desk.phrases if not is_place(p)]


def _joined_first_name(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a name of several words begins with a first name ("Paris Hilton")."""
    return len(phrase.names) > 1 and phrase.names[0] in desk.lexicon.first_names


def _town(desk: Desk, token: Token) -> bool:
    """Tell whether a name that was tagged as a place is one."""
    places = desk.reading.knowledge.view(gazetteer)
    genitive = token.text.endswith("s")
    return token.name == "B-LOC" and not genitive and places.best(token.text, {}) is not None


def _compound_of_known(desk: Desk, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a tagged name is one word that a known name opens, or a noun for a group.

    "UN-Resolution" names the UN, "Uiguren" is read as a group.
    """
    if phrase.end - phrase.start > 1:
        return False
    text = sentence.tokens[phrase.start].text
    first = text.split("-", 1)[0]
    noun = collective_of(desk.lexicon, text)
    if noun is not None and noun.collective is not None and not noun.prefix:
        return noun.collective.kind == "group"
    if "-" not in text.strip("-"):
        return False
    ruler = noun is not None and fold(first) in desk.lexicon.surnames
    return ruler or key(first) in desk.lexicon.single
