"""Which deed an event is about, where its words do not tell who did it.

"Berlin condemned the attack": the attack is told elsewhere, with who attacked. Only a definite
noun ("den Angriff", "diesen Schritt") points to a deed that the article tells.
"""

from dataclasses import dataclass

from lagebild.findings.events.clause import filled
from lagebild.findings.events.grammar import headline_end, relation
from lagebild.findings.events.lexicon import VOICED
from lagebild.findings.events.matching import Match, Scene
from lagebild.language.analysis import Token

INCIDENTS = ("ASSAULT", "COERCE")
"""Types that a word for any deed ("die Tat", "der Vorfall") points back to."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The types that a deed may have, and whether a headline names it before it is told.

    `owners` made the thing that is judged, as sentences before tell; `likewise` says that another
    did the same before, `known` that others may have judged the same plan before, `unsaid` that a
    passive leaves out who acts, `objected` that the deed has an object of its own, `outward` that
    it names nobody whom an outsider could mean, `at_home` that it hits one's own state, `crowd`
    that it is aimed at those who protest, `denial` that it answers who accused, `judged` that it
    is about a court's judgement, `returned` that it answers an attack.
    """

    types: tuple[str, ...]
    headline: bool
    owners: tuple[str, ...] = ()
    likewise: bool = False
    known: bool = False
    unsaid: bool = False
    objected: bool = False
    outward: bool = False
    at_home: bool = False
    crowd: bool = False
    denial: bool = False
    judged: bool = False
    returned: bool = False


def deed_of(scene: Scene, match: Match) -> Deed | None:
    """Return the deed that a judgement or refusal is about, None where it is about none."""
    if match.frame.type not in VOICED or match.frame.type == "REQUEST":
        return None
    headline = scene.sentence.span.end <= headline_end(scene.cast.reading.article.text)
    rule = scene.lexicon.types[match.frame.type]
    for slot in dict.fromkeys((*match.frame.target, *rule.target)):
        for index in filled(match.slots, slot):
            token = scene.sentence.tokens[index]
            known = headline or (is_definite(scene, token) and not is_told_apart(scene, token))
            if token.upos == "NOUN" and known:
                types = _types(scene, token)
                if types:
                    return Deed(types, headline)
    return None


def _types(scene: Scene, token: Token) -> tuple[str, ...]:
    lexicon = scene.lexicon
    if lexicon.grammar.has("incidents", token.lemma):
        return INCIDENTS
    entry = lexicon.noun_entry(token.lemma)
    frames = lexicon.nouns[entry] if entry else ()
    return tuple(dict.fromkeys(frame.type for frame in frames if frame.type != "-"))


def is_told_apart(scene: Scene, token: Token) -> bool:
    """Tell whether attributes behind a noun say which one is meant, so that it points nowhere."""
    below = (scene.sentence.tokens[i] for i in scene.sentence.children[token.index])
    return any(t.index > token.index and relation(t) in ("nmod", "acl") for t in below)


def is_definite(scene: Scene, token: Token) -> bool:
    """Tell whether an article, also one in a preposition ("am"), says that the deed is known."""
    return any(
        scene.lexicon.grammar.has("definite", scene.sentence.tokens[i].text.lower())
        for i in scene.sentence.children[token.index]
        if relation(scene.sentence.tokens[i]) in ("det", "case")
    )
