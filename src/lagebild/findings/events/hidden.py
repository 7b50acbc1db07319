"""Whom an event concerns where no slot says so: told by content, condition or compound."""

from lagebild.findings.events.clause import Clause, filled
from lagebild.findings.events.frames import plain
from lagebild.findings.events.grammar import conjuncts, relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.findings.events.roles import HUMAN, abbreviated
from lagebild.findings.events.status import is_conditional
from lagebild.language.analysis import Token


def is_somebody(scene: Scene, match: Match) -> bool:
    """Tell whether a slot of the entry's own names people who are no actor of the article.

    Whom somebody asks to do something is a person, whatever the word.
    """
    words = [i for slot in match.frame.target for i in match.slots.get(slot, ())]
    if scene.lexicon.grammar.has("object_control", match.frame.lemma) and "obj" in match.slots:
        return bool(match.slots["obj"]) and match.slots["obj"][0] in words
    nobody = (i for i in words if not scene.cast.of(scene.sentence, i, False))
    lemmas = [scene.sentence.tokens[i].lemma for i in nobody]
    return any(scene.lexicon.in_class(lemma, name) for lemma in lemmas for name in HUMAN)


def in_content(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whom the content is about ("kritisierte, dass X ..."): who acts in it, or suffers.

    Who denies something answers whoever alleged it, not those in it.
    """
    if scene.lexicon.grammar.has("denials", match.frame.lemma):
        return ()
    for index in match.slots.get("clause", ()):
        clause = scene.clauses.get(index)
        if clause is None or _is_aside(scene, index):
            continue
        for slot in ("subj", "obj", "dat"):
            words = [] if slot in clause.inherited else clause.slots.get(slot, [])
            found = [k for i in words for k in scene.cast.of(scene.sentence, i, True)]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def opposed(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whom those who protest are opponents of ("Mba-Gegner", "Gegner des Präsidenten")."""
    ends = tuple(scene.lexicon.grammar.groups["opponents"])
    tokens = scene.sentence.tokens
    for index in (i for slot in match.frame.source for i in match.slots.get(slot, ())):
        lemma = tokens[index].lemma.lower()
        end = next((end for end in ends if lemma.endswith(end)), None)
        first = lemma.removesuffix(end or lemma).rstrip("-")
        if end is not None and first:
            named = scene.cast.named(first) or scene.cast.named(first.removesuffix("s"))
            return (named,) if named else ()
        if end is not None:
            owners = (i for i in scene.sentence.children[index] if relation(tokens[i]) == "nmod")
            return tuple(k for i in owners for k in scene.cast.of(scene.sentence, i, False))
    return ()


def in_purpose(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return whom troops are moved against ("rückte aus, um gegen Mba vorzugehen")."""
    for index in scene.sentence.children[match.token.index]:
        clause = scene.clauses.get(index)
        below = (scene.sentence.tokens[i] for i in scene.sentence.children[index])
        if clause is not None and any(token.text.lower() == "um" for token in below):
            words = clause.slots.get("gegen", [])
            return tuple(k for i in words for k in scene.cast.of(scene.sentence, i, "any"))
    return ()


def _is_aside(scene: Scene, index: int) -> bool:
    """Tell whether a clause only stands beside another, and not in somebody's words."""
    token = scene.sentence.tokens[index]
    words = [token, *(scene.sentence.tokens[i] for i in scene.clauses[index].auxiliaries)]
    return relation(token) == "parataxis" and not any("Mood=Sub" in w.feats for w in words)


def under_condition(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who a threat would hit: who acts in its condition ("..., falls Mba nicht geht").

    The condition may hang on the deed that is threatened or on the announcement above it.
    """
    around = list(scene.sentence.children[match.token.index])
    if relation(match.token) in ("xcomp", "ccomp", "advcl"):
        around += [match.token.head, *scene.sentence.children[match.token.head]]
    for index in around:
        clause = scene.clauses.get(index)
        if clause is None or not (is_conditional(scene, clause) or _is_opened(scene, clause)):
            continue
        both = [scene.clauses.get(i) for i in (index, *conjuncts(scene.sentence, index))]
        words = [i for c in both if c for slot in ("subj", "obj") for i in c.slots.get(slot, ())]
        found = [k for i in words for k in scene.cast.of(scene.sentence, i, False)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _is_opened(scene: Scene, clause: Clause) -> bool:
    """Tell whether "sollte" behind a comma opens a clause ("drohte, sollte Mba gehen")."""
    tokens = scene.sentence.tokens
    return any(
        scene.lexicon.grammar.has("opening_modals", tokens[i].text.lower())
        and tokens[i - 1].text == ","
        for i in clause.auxiliaries
        if i > 0
    )


def told_to(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who does something "auf Anweisung" or "auf Bitten" of others: whom they asked."""
    below = (scene.sentence.tokens[i] for i in scene.sentence.children[match.token.index])
    if any(relation(token) == "det" for token in below):
        return ()
    if scene.lexicon.grammar.preposition(scene.sentence, match.token.index) != "auf":
        return ()
    clause = clause_around(scene, match.token)
    words = clause.slots.get("subj", []) if clause is not None else []
    return tuple(k for i in words for k in scene.cast.of(scene.sentence, i, False))


def clause_around(scene: Scene, noun: Token) -> Clause | None:
    """Return the clause that a noun stands in, None where it belongs to its subject."""
    here = noun.head
    while here >= 0 and here not in scene.clauses:
        here = scene.sentence.tokens[here].head
    clause = scene.clauses.get(here)
    subjects = clause.slots.get("subj", []) if clause is not None else []
    return None if any(noun.index in scene.sentence.subtree(i) for i in subjects) else clause


def reacted(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return who reacts to a hostile act, as it hit them ("Togos Antwort auf die Sanktionen")."""
    if scene.lexicon.grammar.preposition(scene.sentence, match.token.index) != "auf":
        return ()
    above = scene.sentence.tokens[match.token.head]
    if not scene.lexicon.grammar.has("reactions", above.lemma):
        return ()
    clause = scene.clauses.get(above.index)
    if clause is None:
        return scene.cast.of(scene.sentence, above.index, "owner")
    words = clause.slots.get("subj", [])
    return tuple(k for i in words for k in scene.cast.of(scene.sentence, i, False))


def visited(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return the state of the place that a visit goes to ("reiste nach Lyon", "Togobesuch")."""
    for slot in ("nach", "in"):
        for index in filled(match.slots, slot) if slot in match.frame.target else ():
            state = scene.cast.state_of_place(scene.sentence.tokens[index])
            if state is not None:
                return (state,)
    visit = "in" in match.frame.target and match.frame.table == "event_nouns"
    return named_in_compound(scene, match) if visit else ()


def named_in_compound(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return the state whose full name is the first part of a compound ("Iran-Sanktionen").

    An abbreviation before the noun says who acts ("US-Sanktionen").
    """
    entry = plain(match.frame.entry).lstrip("=")
    lemma = match.token.lemma
    state = scene.cast.first_part(lemma, entry)
    return (state,) if state is not None and not abbreviated(lemma) else ()


def agent_behind(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Return who did what a passive tells, right before its verb ("am Hafen von Soldaten beraubt").

    A tree hangs "von" without an article on the noun before; a state or a place may belong there.
    """
    tokens = scene.sentence.tokens
    if not clause.passive or clause.has("subj") or clause.verb < 2:
        return ()
    last = tokens[clause.verb - 1]
    while relation(last) in ("flat", "appos", "conj") and last.head >= 0:
        last = tokens[last.head]
    of = scene.lexicon.grammar.preposition(scene.sentence, last.index) == "von"
    known = scene.cast.kind(last) not in (None, "state")
    hung = relation(last) in ("nmod", "obl") and last.head != clause.verb
    if not (of and known and hung):
        return ()
    suffered = {
        k for i in clause.slots.get("obj", ()) for k in scene.cast.of(scene.sentence, i, False)
    }
    found = scene.cast.of(scene.sentence, last.index, False)
    return tuple(key for key in found if key not in suffered)


def name_behind(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return the object that a tree takes for a part of the subject ("kritisierte Mba Kern").

    Two names side by side that are two actors are two words of the sentence.
    """
    tokens = scene.sentence.tokens
    for subject in match.slots.get("subj", ()):
        doer = scene.cast.actor(tokens[subject])
        for index in scene.sentence.children[subject]:
            other = scene.cast.actor(tokens[index])
            beside = index > subject and tokens[index - 1].text not in (",", "(", "–", "-")
            name = tokens[index].upos == "PROPN" and relation(tokens[index]) in ("flat", "appos")
            if name and beside and doer and other and other != doer:
                return (other,)
    return ()


def hidden_dative(scene: Scene, match: Match) -> tuple[str, ...]:
    """Return the dative behind the subject that a tree takes for its genitive.

    "Wirft die Union der Regierung vor": "der" may be either, and the verb asks for a dative. Before
    the verb of a main clause only one of the two has room.
    """
    tokens = scene.sentence.tokens
    verb = _finite(scene, match)
    for subject in match.slots.get("subj", ()):
        for index in scene.sentence.children[subject]:
            token = tokens[index]
            articles = [tokens[i].text.lower() for i in scene.sentence.children[index]]
            last = relation(tokens[match.token.index]) in ("advcl", "acl", "ccomp")
            room = subject > verb or (last and index < verb)
            plain = relation(token) == "nmod" and index > subject and room
            if plain and ("der" in articles or "den" in articles):
                own = scene.cast.of(scene.sentence, index, False)
                alone = scene.cast.named(token.text)
                return (alone,) if alone and own == (scene.cast.actor(tokens[subject]),) else own
    return ()


def _finite(scene: Scene, match: Match) -> int:
    """Return the place of the finite verb of the clause that a word heads."""
    helpers = match.clause.auxiliaries if match.clause is not None else []
    finite = (i for i in helpers if "VerbForm=Fin" in scene.sentence.tokens[i].feats)
    return next(finite, match.token.index)
