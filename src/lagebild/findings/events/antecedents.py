"""Whose the thing is that a judgement points back to: "den Entwurf", "diesen Schritt", "dies".

What was told before says who made it: "Togo legte einen Entwurf vor. Kern lehnte den Entwurf ab."
A definite noun takes up the last thing of its kind that had an owner or a maker; a demonstrative
takes up the sentence before, and so who acted there.
"""

from collections.abc import Iterator

from lagebild.findings.events.clause import filled
from lagebild.findings.events.deeds import is_definite, is_told_apart
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.lexicon import VOICED
from lagebild.findings.events.matching import Match, Scene
from lagebild.language.analysis import Token

Actors = tuple[str, ...]

NEUTRAL = ("dies", "das", "dieses")
"""Pronouns that take up all that was just told."""

GENDERED = ("diese", "diesen")
"""Pronouns that take up a thing just told of, where no thing stands before them."""


class Memory:
    """What the sentences read so far tell of things that somebody made, and who acted last."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._makers: dict[str, Actors] = {}
        self._planners: Actors = ()
        self._deciders: Actors = ()
        self._acted: Actors = ()
        self._made: Actors = ()

    def note(self, scene: Scene) -> None:
        """Remember the things that a sentence tells of with their makers, and who acts in it."""
        self._made = ()
        for token in scene.sentence.tokens:
            kind = _kind(scene, token)
            makers = _makers(scene, token) if kind is not None else ()
            if kind is not None and makers:
                self._makers[kind] = self._made = makers
        self._planners = _doing(scene, "planning") or self._planners
        self._deciders = _doing(scene, "deciding") or self._deciders
        self._acted = _acting(scene)

    def owners(self, scene: Scene, match: Match) -> Actors:
        """Return whose the thing is that an event judges or refuses, as told before."""
        if scene.lexicon.grammar.has("enacting", match.frame.lemma):
            return ()
        pointed = (self._pointed(scene, token) for token in _judged(scene, match))
        return next((owners for owners in pointed if owners), ())

    def _pointed(self, scene: Scene, token: Token) -> Actors:
        if token.xpos == "PDS" and _takes_up(scene, token):
            thing = token.text.lower() in GENDERED
            return self._made or self._acted if thing else self._acted
        if token.upos != "NOUN" or scene.cast.of(scene.sentence, token.index, "any"):
            return ()
        kind = _kind(scene, token)
        if kind is None and not scene.lexicon.grammar.has("steps", token.lemma):
            return ()
        if _is_demonstrative(scene, token) or scene.lexicon.grammar.has("steps", token.lemma):
            return self._acted if is_definite(scene, token) else ()
        if not is_definite(scene, token) or is_told_apart(scene, token):
            return ()
        return self._makers.get(kind or "") or self._planned(scene, kind)

    def _planned(self, scene: Scene, kind: str | None) -> Actors:
        """Return who last planned or decided something, if a word tells of that."""
        if scene.lexicon.grammar.has("decisions", kind or "") and self._deciders:
            return self._deciders
        return self._planners if scene.lexicon.grammar.has("plans", kind or "") else ()


def _takes_up(scene: Scene, token: Token) -> bool:
    """Tell whether a demonstrative pronoun takes up what the sentence before told."""
    word = token.text.lower()
    if word not in GENDERED:
        return word in NEUTRAL
    ahead = scene.sentence.tokens[: token.index]
    things = (t for t in ahead if t.upos == "NOUN" and scene.cast.actor(t) is None)
    return scene.cast.actor(token) is None and next(things, None) is None


def _judged(scene: Scene, match: Match) -> Iterator[Token]:
    """Yield the things that an event judges or refuses, none where it is no judgement."""
    if match.frame.type not in VOICED or match.frame.type == "REQUEST":
        return
    rule = scene.lexicon.types[match.frame.type]
    for slot in dict.fromkeys((*match.frame.target, *rule.target)):
        yield from (_core(scene, index) for index in filled(match.slots, slot))


def _core(scene: Scene, index: int) -> Token:
    """Return the thing of which something is judged ("die Art des Besuchs"), else the word."""
    tokens = scene.sentence.tokens
    manner = scene.lexicon.grammar.has("manners", tokens[index].lemma)
    if not manner and not tokens[index].lemma.endswith(("keit", "heit", "tät")):
        return tokens[index]
    below = (tokens[i] for i in scene.sentence.children[index])
    return next((t for t in below if relation(t) == "nmod" and t.upos == "NOUN"), tokens[index])


def _kind(scene: Scene, token: Token) -> str | None:
    """Return which sort of thing that somebody makes a noun names, by its last part."""
    if token.upos != "NOUN" or scene.cast.actor(token) is not None:
        return None
    lemma = token.lemma.lower()
    ends = (work for work in scene.lexicon.grammar.groups["works"] if lemma.endswith(work))
    return max(ends, key=len, default=None)


def _makers(scene: Scene, token: Token) -> Actors:
    """Return whose a thing is by its attributes, else who makes it in its clause."""
    owners = scene.cast.of(scene.sentence, token.index, "doer")
    if owners:
        return owners
    for clause in scene.clauses.values():
        makes = scene.lexicon.grammar.has("making", clause.lemma)
        if makes and token.index in clause.slots.get("obj", ()):
            words = clause.slots.get("subj", [])
            return tuple(k for w in words for k in _of(scene, w))
    return ()


def _doing(scene: Scene, group: str) -> Actors:
    """Return who plans or decides something in a sentence, after the group of its verbs."""
    for _, clause in sorted(scene.clauses.items()):
        if scene.lexicon.grammar.has(group, clause.lemma):
            found = (k for w in clause.slots.get("subj", ()) for k in _of(scene, w))
            return tuple(dict.fromkeys(found))
    return ()


def _of(scene: Scene, word: int) -> Actors:
    return scene.cast.of(scene.sentence, word, False)


def _acting(scene: Scene) -> Actors:
    """Return who acts in the main clause of a sentence."""
    root = next((t.index for t in scene.sentence.tokens if t.head < 0), -1)
    clause = scene.clauses.get(root)
    words = clause.slots.get("subj", []) if clause is not None else []
    return tuple(k for w in words for k in _of(scene, w))


def judges_known(scene: Scene, match: Match) -> bool:
    """Tell whether a judgement is about a known plan or step, as others before may be."""
    grammar = scene.lexicon.grammar
    for token in _judged(scene, match):
        thing = grammar.has("plans", _kind(scene, token) or "")
        thing = thing or grammar.has("steps", token.lemma)
        if thing and is_definite(scene, token) and not is_told_apart(scene, token):
            return True
    return False


def is_unsaid(match: Match) -> bool:
    """Tell whether a passive leaves out who blames or asks ("Togo wurde aufgefordert")."""
    clause = match.clause
    passive = clause is not None and clause.passive and match.frame.table != "event_nouns"
    return passive and clause is not None and not (clause.has("von") or clause.has("durch"))


def joins_in(scene: Scene, match: Match) -> bool:
    """Tell whether somebody does what another did before ("auch Kern lehnte ab", "ebenfalls")."""
    clause = match.clause
    if clause is None or match.frame.type not in VOICED or match.frame.table == "event_nouns":
        return False
    grammar, tokens = scene.lexicon.grammar, scene.sentence.tokens
    too = (tokens[i].text.lower() for i in clause.slots.get("adv", ()))
    starts = (min(scene.sentence.subtree(i)) for i in clause.slots.get("subj", ()))
    ahead = (tokens[i].text.lower() for s in starts for i in (s, s - 1) if i >= 0)
    return any(grammar.has("likewise", w) for w in too) or "auch" in ahead


def _is_demonstrative(scene: Scene, token: Token) -> bool:
    """Tell whether "dieser" or "solcher" points at what was just told."""
    below = (scene.sentence.tokens[i] for i in scene.sentence.children[token.index])
    return any(t.lemma in ("dieser", "diese", "solch", "solcher", "jener") for t in below)
