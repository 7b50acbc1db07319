"""Find states that act through an adjective: "russische Luftangriffe", "türkische Drohungen".

Only before nouns that the event tables know as acts; in "russischer Wodka" nobody acts.
"""

from lagebild.findings.actors.compounds import SHORTEST_HEAD
from lagebild.findings.actors.desk import Desk, Phrase, nationality
from lagebild.findings.actors.words import fold
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Token


def acts(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded nouns that name acts, from the table of event nouns."""
    return frozenset(fold(row.key) for row in knowledge.table("event_nouns") if " " not in row.key)


def find_adjectives(desk: Desk) -> None:
    """Lay the adjectives of states before acts on the desk."""
    taken = {(p.sentence, i) for p in desk.phrases for i in range(p.start, p.end)}
    for number, sentence in enumerate(desk.sentences):
        for token in sentence.tokens:
            if token.upos != "ADJ" or (number, token.index) in taken or token.head < 0:
                continue
            iso = nationality(desk, token)
            if iso and is_act(desk, sentence.tokens[token.head]):
                at = token.index
                actor = f"state:{iso}" if iso.isupper() else iso
                desk.phrases.append(Phrase(number, at, at + 1, at, "adjective", "name",
                                           "state that acts", actor))  # fmt: skip
    desk.phrases.sort(key=lambda p: (p.sentence, p.start))


def is_act(desk: Desk, noun: Token) -> bool:
    """Tell whether a noun, or the last part of a compound, names an act."""
    if noun.upos != "NOUN":
        return False
    known = desk.reading.knowledge.view(acts)
    lemma = fold(noun.lemma)
    return any(lemma[cut:] in known for cut in range(max(1, len(lemma) - SHORTEST_HEAD + 1)))
