"""Decide whether a town stands for a government or is just a place.

"Moskau lehnt ab", "mit Ankara", "Washingtons Vorschlag" are actors; "in Moskau", "nach Ankara",
"der Flughafen von Washington" are places. Syntax decides; what stays open is a place.
"""

from lagebild.findings.actors.adjectives import is_act
from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.speech import speech
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

_DEMANDED = frozenset({"fordern", "verlangen", "erwarten", "erhalten", "bekommen", "hören"})
"""Verbs whose "von" names somebody: one demands from an actor."""


def settle_towns(desk: Desk) -> None:
    """Keep the towns that stand for an actor as metonyms; take the others off the desk."""
    kept = []
    for phrase in desk.phrases:
        if phrase.kind != "town":
            kept.append(phrase)
        elif stands_for_actor(desk, phrase):
            phrase.kind, phrase.form, phrase.why = "name", "metonym", "seat that acts"
            kept.append(phrase)
    desk.phrases[:] = kept


def stands_for_actor(desk: Desk, phrase: Phrase) -> bool:
    """Tell whether a town's name means who governs there."""
    sentence = desk.sentences[phrase.sentence]
    token = first_conjunct(sentence, sentence.tokens[phrase.head])
    before = sentence.tokens[phrase.start - 1] if phrase.start else None
    if _names_a_town(desk, sentence, phrase, before):
        return False
    case = preposition(sentence, token)
    at = desk.lexicon.cues["at"]
    if case in at or (before is not None and fold(before.text) in at):
        return _sends_word(desk, sentence, token, case)
    if _on_axis(desk, sentence, token):
        return True
    if case:
        return case in desk.lexicon.cues["with"] and _met(desk, sentence, token, case)
    return _acts(desk, sentence, token)


def _sends_word(desk: Desk, sentence: Sentence, token: Token, case: str) -> bool:
    """Tell whether words or ties are spoken of: "aus Paris hieß es", "die Kontakte nach Moskau"."""
    head = sentence.tokens[token.head] if token.head >= 0 else token
    tied = head.upos == "NOUN" and _ends(head, desk.lexicon.cues["tie"])
    if case == "aus":
        nouns = desk.reading.knowledge.view(speech)
        verb = head.upos in {"VERB", "AUX"} and fold(head.lemma) in desk.lexicon.cues["is_heard"]
        return verb or tied or (head.upos == "NOUN" and fold(head.lemma) in nouns)
    return case in {"nach", "auf"} and tied


def _met(desk: Desk, sentence: Sentence, token: Token, case: str) -> bool:
    """Tell whether "mit", "zwischen", "von" leave a town an actor here.

    "von" does so behind an act or as an agent; behind a direction or another noun it tells where,
    as "zwischen" does beside a way ("die Autobahn zwischen Paris und Lille").
    """
    head = sentence.tokens[token.head] if token.head >= 0 else token
    if case == "zwischen":
        return not _ends(head, desk.lexicon.cues["route"])
    if case != "von":
        return True
    if head.upos == "NOUN" and is_place(desk, head):
        return False
    spoken = fold(head.lemma) in desk.reading.knowledge.view(speech)
    demanded = token.deprel == "obl:agent" or fold(head.lemma) in _DEMANDED
    return spoken or is_act(desk, head) or demanded


def _on_axis(desk: Desk, sentence: Sentence, token: Token) -> bool:
    """Tell whether towns stand for the parties of a tie: "die Achse Moskau – Teheran"."""
    for _ in range(6):
        if token.head < 0 or token.deprel.split(":")[0] not in {"appos", "flat", "conj", "nmod"}:
            return False
        token = sentence.tokens[token.head]
        if token.upos == "NOUN":
            return _ends(token, desk.lexicon.cues["axis"])
    return False


def _ends(token: Token, words: frozenset[str]) -> bool:
    """Tell whether a noun is one of `words` or a compound of one."""
    forms = {fold(token.lemma), fold(token.text)}
    return any(form.endswith(word) for form in forms for word in words)


def is_place(desk: Desk, token: Token) -> bool:
    """Tell whether a noun, or the last part of a compound, is a thing of a town."""
    for form in (fold(token.lemma), fold(token.text)):
        if any(form[cut:] in desk.lexicon.place_nouns for cut in range(max(1, len(form) - 3))):
            return True
    return False


def first_conjunct(sentence: Sentence, token: Token) -> Token:
    """Return the first of coordinated words ("Moskau" of "Moskau und Ankara")."""
    for _ in range(len(sentence.tokens)):
        if token.deprel != "conj" or token.head < 0:
            return token
        token = sentence.tokens[token.head]
    return token


def preposition(sentence: Sentence, token: Token) -> str:
    """Return the folded preposition of a noun, "" where it has none."""
    for child in sentence.children[token.index]:
        if sentence.tokens[child].deprel == "case":
            return fold(sentence.tokens[child].lemma)
    return ""


def _names_a_town(desk: Desk, sentence: Sentence, phrase: Phrase, before: Token | None) -> bool:
    """Tell whether the words around say that this is a town ("die Hauptstadt Moskau", "Paris:")."""
    if before is not None and before.upos == "NOUN" and is_place(desk, before):
        return True
    if before is not None and (before.upos == "DET" or before.xpos == "APPRART"):
        return True
    if _part_of_name(sentence, phrase):
        return True
    after = sentence.tokens[phrase.end].text if phrase.end < len(sentence.tokens) else ""
    start = phrase.start == 0
    return (start and after in {":", "(", "/", ".", "-", "–", "—", ""}) or after == "/"


def _part_of_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the town opens or ends a longer name: "Bangkok Post", "Air Berlin"."""
    tokens = sentence.tokens
    kind = tokens[phrase.start].name[2:]
    if kind in {"ORG", "OTH"}:
        opens = tokens[phrase.start].name[0] == "B"
        more = phrase.end < len(tokens) and tokens[phrase.end].name == f"I-{kind}"
        return more or not opens
    follower = sentence.tokens[phrase.end] if phrase.end < len(sentence.tokens) else None
    return follower is not None and follower.deprel == "flat" and follower.upos == "PROPN"


def _acts(desk: Desk, sentence: Sentence, token: Token) -> bool:
    if token.head < 0:
        return False
    head = sentence.tokens[token.head]
    if token.deprel.startswith("nsubj"):
        if head.upos == "ADJ":
            return fold(head.lemma) in desk.lexicon.attitudes
        being = desk.lexicon.cues["state_of_being"]
        verb = head.upos in {"VERB", "AUX"} and fold(head.lemma) not in being
        return verb and token.deprel == "nsubj"
    if token.deprel in {"obj", "iobj", "obl:arg", "obl:agent"}:
        return fold(head.lemma) not in desk.lexicon.cues["visit"]
    if token.deprel.startswith("nmod"):
        return token.text.endswith(("s", "'", "’")) and not is_place(desk, head)
    return False
