"""Find which actor a voice is."""

from lagebild.findings.reading import Reading
from lagebild.findings.statements.draft import Desk, Voice
from lagebild.findings.statements.tree import (
    ancestors,
    base,
    case_word,
    children,
    clause,
    subject,
)
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence

BESIDE = frozenset({
    "nach", "gegen", "über", "zu", "zum", "zur", "an", "wegen", "vor", "für", "um", "auf",
})  # fmt: skip
"""Prepositions before those whom words concern, not whose they are: "nach dem Tod des Königs"."""


def actor_of(reading: Reading, desk: Desk, who: Voice | None) -> str | None:
    """Return the key of the actor that a voice refers to, None where it stays open.

    "Eigenen Angaben" are those of the clause's subject, "russischen Angaben" those of the state if
    the article has it as an actor. Else the head word's mention counts first, then names in
    apposition, then whose words or spokesman it is ("Angaben der Polizei", "ein Sprecher des
    Ministeriums").
    """
    if who is None or who.head < 0:
        return None
    sentence = desk.sentences[who.sentence]
    names = [who.head, *children(sentence, who.head, "appos", "flat")]
    names += [kid for name in names[1:] for kid in children(sentence, name, "flat")]
    named = any(reading.mention_at(sentence.tokens[name]) for name in names)
    if desk.lexicon.noun(sentence.tokens[who.head]) is not None and not named:
        owner = _owner(reading, desk, who)
        if owner is not None:
            return owner
    level = [who.head]
    seen = 0
    while level and seen < len(sentence.tokens):
        for index in level:
            mention = reading.mention_at(sentence.tokens[index])
            if mention is not None and sentence.tokens[index].upos != "ADJ":
                return mention.actor
        seen += len(level)
        level = [kid for parent in level for kid in _naming(sentence, parent)]
    return _inside(reading, sentence, who)


def _owner(reading: Reading, desk: Desk, who: Voice) -> str | None:
    """Return whose words a noun of speech means by its adjective."""
    sentence = desk.sentences[who.sentence]
    states = reading.knowledge.view(state_adjectives)
    for kid in children(sentence, who.head, "amod"):
        lemma = sentence.tokens[kid].lemma.lower()
        if lemma == "eigen":
            above = (a for a in ancestors(sentence, who.head) if subject(sentence, a) is not None)
            verb = next(above, None)
            head = subject(sentence, verb) if verb is not None else None
            mention = reading.mention_at(sentence.tokens[head]) if head is not None else None
            return mention.actor if mention is not None else None
        state = f"state:{states.get(lemma)}"
        if state in reading.actor_of:
            return state
    return None


def state_adjectives(knowledge: Knowledge) -> dict[str, str]:
    """Return the country (ISO 3166-1 alpha-3) of each adjective: "russisch" is RUS."""
    rows = knowledge.table("countries")
    return {stem.lower(): row.key for row in rows for stem in row.many("adjectives")}


def _naming(sentence: Sentence, index: int) -> list[int]:
    """Return what may name somebody beside a word."""
    kids = children(sentence, index, "appos", "flat", "compound", "nmod", "det")
    kids = [kid for kid in kids if case_word(sentence, kid) not in BESIDE]
    rank = {"flat": 0, "appos": 0, "compound": 1, "det": 2, "nmod": 3}
    return sorted(kids, key=lambda kid: (rank[base(sentence.tokens[kid].deprel)], kid))


def _inside(reading: Reading, sentence: Sentence, who: Voice) -> str | None:
    for index in clause(sentence, who.head, _circumstances(sentence, who.head)):
        token = sentence.tokens[index]
        if who.span.covers(token.span) and token.upos != "ADJ":
            mention = reading.mention_at(token)
            if mention is not None:
                return mention.actor
    return None


def _circumstances(sentence: Sentence, head: int) -> tuple[int, ...]:
    """Return the phrases beside a noun that tell when, against whom or about what."""
    kids = children(sentence, head, "nmod", "obl")
    return tuple(kid for kid in kids if case_word(sentence, kid) in BESIDE)
