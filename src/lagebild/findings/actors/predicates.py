"""Find whom a title is said of.

"Ben Muster ist Minister", "wurde zum Präsidenten gewählt", "tritt als Vorsitzender zurück". Where
that is a pronoun ("sie ist Ministerin") the title waits until pronouns are tied.
"""

from collections.abc import Iterator

from lagebild.findings.actors.desk import Desk, Phrase
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

BECOMING = frozenset({"werden", "sein", "bleiben"})
_PRONOUNS = frozenset({"PPER", "PRELS"})
_OPEN = frozenset({"xcomp", "advcl", "conj"})
"""Relations of a verb whose subject may stand with the verb above: "droht, zurückzutreten"."""


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


def said_of_pronoun(desk: Desk, title: Phrase) -> int | None:
    """Return the index of the pronoun whose predicate a title is, None where it is none."""
    if title.plural:
        return None
    sentence = desk.sentences[title.sentence]
    for index in _subjects(desk, sentence, title, sentence.tokens[title.head]):
        return index if sentence.tokens[index].xpos in _PRONOUNS else None
    return None


def tie_predicates(desk: Desk, cast: Cast, waiting: list[tuple[Phrase, int]]) -> None:
    """Give titles that are said of pronouns the persons that these turned out to be."""
    tied = {(p.sentence, p.start): p.actor for p in desk.phrases if p.kind == "pronoun" and p.actor}
    for title, index in waiting:
        key = tied.get((title.sentence, index))
        actor = cast.actors.get(key or "")
        if actor is None or actor.kind != "person":
            continue
        if title.gender and actor.gender and title.gender != actor.gender:
            continue
        title.actor, title.why = actor.key, "said of the person"
        if not title.former:
            cast.learn(actor.key, title.noun, desk.country_of(title.body), title.gender)


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
    if _as(sentence, title):
        found = _taking_part(desk, sentence, verb)
    elif _appointed(desk, sentence, title, verb):
        passive = any(c.deprel == "aux:pass" for c in around)
        bare = verb.feat("VerbForm") == "Part" and not any(c.deprel == "obj" for c in around)
        wanted = "nsubj" if passive or bare else "obj"
        found = [c for c in around if c.deprel.startswith(wanted)]
    elif fold(verb.lemma) in BECOMING and token.deprel in {"nsubj", "obj", "xcomp"}:
        found = [c for c in (*around, *children) if c.deprel in {"nsubj", "obj"}]
    else:
        found = []
    for child in found:
        yield from _with_name(sentence, child)


def _as(sentence: Sentence, title: Phrase) -> bool:
    """Tell whether "als" stands before the title: "tritt als Parteichefin zurück"."""
    before = sentence.tokens[max(0, title.start - 2) : title.start]
    return any(fold(t.text) == "als" and t.upos != "SCONJ" for t in before)


def _taking_part(desk: Desk, sentence: Sentence, verb: Token) -> list[Token]:
    """Return who is meant by "als": the object of verbs of calling, else the subject."""
    around = [sentence.tokens[child] for child in sentence.children[verb.index]]
    calls = fold(verb.lemma) in desk.lexicon.cues["calls"] | desk.lexicon.cues["appoints"]
    passive = any(c.deprel == "aux:pass" for c in around)
    if calls and not passive:
        return [c for c in around if c.deprel == "obj"]
    for _ in range(2):
        found = [c for c in around if c.deprel.startswith("nsubj")]
        if found or verb.deprel not in _OPEN or verb.head < 0:
            return found
        verb = sentence.tokens[verb.head]
        around = [sentence.tokens[child] for child in sentence.children[verb.index]]
    return []


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
