"""Find groups and bodies without a name of their own: "die syrische Opposition", "US-Soldaten"."""

from lagebild.findings.actors.compounds import Compound, collective_of
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.modifiers import Modifiers, absorb, modifiers
from lagebild.findings.actors.titles import DEFINITE
from lagebild.findings.actors.words import fold, key
from lagebild.language.analysis import Sentence, Token

SIDE = "Seite"
"""The noun that means a state with its adjective, but a place behind "auf"."""


def find_groups(desk: Desk) -> None:
    """Lay the phrases of group nouns and inhabitants on the desk."""
    taken = {(p.sentence, i) for p in desk.phrases for i in range(p.head, p.end)}
    found: list[Phrase] = []
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            if token.upos not in {"NOUN", "PROPN", "ADJ", "X"} or not token.text[0].isupper():
                continue
            if (number, token.index) in taken:
                continue
            compound = collective_of(desk.lexicon, token.text)
            inhabitants = key(token.text) in desk.lexicon.inhabitants
            if compound is not None and not (inhabitants and compound.prefix):
                phrase = _phrase(desk, number, token, compound)
                if not _nobody(sentence, phrase, compound) and not _message(desk, phrase):
                    found.append(phrase)
            elif inhabitants and token.xpos[:3] != "ADJ":
                people = _people(desk, number, token)
                if not _before_name(desk, people):
                    found.append(people)
    desk.phrases[:] = sorted((*desk.phrases, *found), key=lambda p: (p.sentence, p.start))


def _phrase(desk: Desk, number: int, token: Token, compound: Compound) -> Phrase:
    collective = compound.collective
    assert collective is not None
    around = modifiers(desk, number, token.index, compound.prefix)
    phrase = _bare(desk, number, token, around, "group noun")
    inside = around.there and around.body is not None and not around.body.isupper()
    inside |= around.there and fold(collective.same) in desk.lexicon.cues["abroad"]
    phrase.body, phrase.acting = None if inside else around.body, collective.acting
    phrase.noun = token.text if compound.prefix and compound.closed else collective.noun
    if not compound.prefix or compound.closed:
        phrase.noun = token.text
    return phrase


def _nobody(sentence: Sentence, phrase: Phrase, compound: Compound) -> bool:
    """Tell whether the noun means nobody here: "im Westen", "unter Führung"."""
    reading = compound.collective.reading if compound.collective is not None else ""
    before = {fold(t.text) for t in sentence.tokens[max(0, phrase.start - 2) : phrase.start]}
    if reading == "named":
        return "unter" in before or (phrase.body is None and not phrase.definite)
    if reading == "only":
        if phrase.noun == SIDE:
            return phrase.body is None or "auf" in before
        return phrase.body is None or phrase.body.startswith("org:")
    if reading != "bare":
        return False
    parts = (sentence.tokens[child].deprel for child in sentence.children[phrase.head])
    of_place = any(deprel.startswith("nmod") for deprel in parts)
    return phrase.body is not None or of_place or bool(before & {"im", "in"})


def _message(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether "Botschaft" is what somebody says: "diese Botschaft", "sandte die Botschaft"."""
    if fold(phrase.noun) not in desk.lexicon.cues["message"] or phrase.body or phrase.plural:
        return False
    sentence = desk.sentences[phrase.sentence]
    token = sentence.tokens[phrase.head]
    before = fold(sentence.tokens[phrase.start - 1].text) if phrase.start else ""
    said = before.startswith(("dies", "ein", "kein", "welch", "jen")) or phrase.start < phrase.head
    verb = sentence.tokens[token.head].lemma if token.head >= 0 else ""
    parts = {sentence.tokens[child].deprel for child in sentence.children[token.index]}
    told = bool(parts & {"acl", "ccomp", "cop", "csubj"}) or phrase.complement > 0
    placed = any(
        fold(sentence.tokens[c].text) in {"in", "im"}
        for child in sentence.children[token.index]
        for c in sentence.children[child]
    )
    return not placed and (said or told or verb in desk.lexicon.cues["message_verb"])


def _before_name(desk: Desk, people: Phrase) -> bool:
    """Let a person's name take in the nationality before it: "der Franzose Jean Martin"."""
    name = desk.starting.get((people.sentence, people.head + 1))
    if name is None or name.kind != "person" or people.plural:
        return False
    if name.name_start < 0:
        name.name_start = name.start
    name.start, name.body = people.start, people.body
    return True


def _people(desk: Desk, number: int, token: Token) -> Phrase:
    iso, noun = desk.lexicon.inhabitants[key(token.text)]
    around = modifiers(desk, number, token.index)
    phrase = _bare(desk, number, token, around, "inhabitants")
    phrase.kind, phrase.body, phrase.noun = "people", iso, noun
    return phrase


def _bare(desk: Desk, number: int, token: Token, around: Modifiers, why: str) -> Phrase:
    phrase = Phrase(number, around.start, around.end, token.index, "group", "title", why)
    phrase.definite = around.determiner in DEFINITE or around.possessive
    phrase.plural = token.feat("Number") == "Plur"
    phrase.number = any(
        t.upos == "NUM" for t in desk.sentences[number].tokens[phrase.start : phrase.head]
    )
    absorb(desk, phrase, around)
    return phrase


def noun_key(phrase: Phrase) -> str:
    """Return the noun of a group phrase in one form for all its cases."""
    noun = fold(phrase.noun)
    return noun[:-1] if noun.endswith("n") and noun[-2:-1] in {"e", "r"} else noun
