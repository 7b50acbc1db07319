"""Find whom a title is said of: "Ben Muster ist Minister", "wurde zum Präsidenten gewählt"."""

from collections.abc import Iterator

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

BECOMING = frozenset({"werden", "sein", "bleiben"})


def said_of(desk: Desk, title: Phrase) -> Phrase | None:
    """Return the person whose predicate a title is, None where it is none."""
    sentence = desk.sentences[title.sentence]
    token = sentence.tokens[title.head]
    for index in _subjects(desk, sentence, title, token):
        for person in desk.covering(title.sentence, index):
            here = person.start <= index < person.end and person is not title.inner
            if here and person.kind == "person" and person.actor and not person.absorbed:
                return person
    return None


def _subjects(desk: Desk, sentence: Sentence, title: Phrase, token: Token) -> Iterator[int]:
    """Yield the nouns of which the title may be said, with the names beside them."""
    children = [sentence.tokens[child] for child in sentence.children[token.index]]
    copula = next((c for c in children if c.deprel == "cop"), None)
    if copula is not None:
        after = [c for c in children if c.index == copula.index + 1 and c.upos == "PROPN"]
        for child in (*(c for c in children if c.deprel.startswith("nsubj")), *after):
            yield from _with_name(sentence, child)
        return
    verb = sentence.tokens[token.head] if token.head >= 0 else None
    if verb is None or verb.upos not in {"VERB", "AUX"}:
        return
    around = [sentence.tokens[c] for c in sentence.children[verb.index] if c != token.index]
    if _appointed(desk, sentence, title, verb):
        passive = any(c.deprel == "aux:pass" for c in around)
        wanted = "nsubj" if passive else "obj"
        found = [c for c in around if c.deprel.startswith(wanted)]
    elif fold(verb.lemma) in BECOMING and token.deprel in {"nsubj", "obj", "xcomp"}:
        found = [c for c in (*around, *children) if c.deprel in {"nsubj", "obj"}]
    else:
        found = []
    for child in found:
        yield from _with_name(sentence, child)


def _with_name(sentence: Sentence, token: Token) -> Iterator[int]:
    """Yield a noun and what stands in apposition to it: "der Schiit Dschauad"."""
    yield token.index
    for child in sentence.children[token.index]:
        if sentence.tokens[child].deprel in {"appos", "flat"}:
            yield child


def _appointed(desk: Desk, sentence: Sentence, title: Phrase, verb: Token) -> bool:
    """Tell whether somebody is made what the title says: "zum Minister ernannt"."""
    before = sentence.tokens[title.start - 1] if title.start else None
    to = before is not None and fold(before.text) in {"zum", "zur"}
    return to and fold(verb.lemma) in desk.lexicon.cues["appoints"]
