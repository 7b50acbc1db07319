"""Cut what is committed out of its sentence: without who is bound, the verb's helper, conditions.

"Sollte der Zoll fallen, werde Ghana die Grenze öffnen" commits to "die Grenze öffnen".
"""

from collections.abc import Iterable, Iterator

from lagebild.findings.commitments.cues import Cue
from lagebild.findings.commitments.modals import is_reason, modal_content
from lagebild.findings.commitments.spans import HELPERS, SIGNS, without, words_span
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import filled
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Match, Scene
from lagebild.language.analysis import Token
from lagebild.spans import Span

NO_NOUN = frozenset({"clause", "subj"})


def cued_content(scene: Scene, match: Match, cue: Cue, conditions: Iterable[Span]) -> Span | None:
    """Return the words that a cue's slots give, the cue itself where it says so alone.

    Args:
        scene: The sentence.
        match: The cue's word with its slots.
        cue: What it makes, with the slots of its content in order; "stellte den Antrag" says none.
        conditions: The conditions of the sentence; none of them is content.
    """
    found, passed = list(conditions), False
    hollow = scene.cast.reading.knowledge.view(words_of)["hollow"]
    if match.clause is not None and _is_other(match, cue):
        return modal_content(scene, match.clause, found, scene.cast.reading)
    for slot in cue.content:
        for head in [i for i in filled(match.slots, slot) if not _tells(scene, i)][:1]:
            if slot == "clause" and _goes_on(scene, head) and _has_other(match, cue):
                passed = passed or match.token.lemma in hollow
                continue
            if _is_past(scene, head, cue) or _is_pronoun(scene, head):
                passed = True
                continue
            span = _of_head(scene, match, _meant(scene, match, head), slot)
            span = without(scene, span, found) if span is not None else None
            if span is not None:
                return span
    return None if passed else match.token.span


def _is_other(match: Match, cue: Cue) -> bool:
    """Tell whether an agreement or refusal is promised or offered ("will zustimmen")."""
    return match.frame.type != cue.kind and cue.kind in ("promise", "offer")


def _has_other(match: Match, cue: Cue) -> bool:
    """Tell whether a noun, or another slot of a content, could be meant instead of a clause."""
    slots = ("obj", *(slot for slot in cue.content if slot != "clause"))
    noun = match.token.upos in ("NOUN", "PROPN")
    return noun or any(filled(match.slots, slot) for slot in slots)


def _goes_on(scene: Scene, head: int) -> bool:
    """Tell whether a clause is a main one that merely follows ("..., eine Pacht ist möglich")."""
    tokens = scene.sentence.tokens
    helpers = (tokens[i] for i in (head, *scene.sentence.children[head]))
    finite = [word for word in helpers if "VerbForm=Fin" in word.feats]
    said = any(word.feat("Mood") == "Sub" for word in finite)
    return bool(finite) and not said and not _tells_act(scene, head)


def _is_past(scene: Scene, head: int, cue: Cue) -> bool:
    """Tell whether a clause tells what somebody has done: that binds nobody to come."""
    clause = scene.clauses.get(head)
    if clause is None or clause.passive or cue.kind == "agreement":
        return False
    helpers = [scene.sentence.tokens[i].lemma for i in clause.auxiliaries]
    return helpers == ["haben"] and scene.sentence.tokens[head].xpos == "VVPP"


def _is_pronoun(scene: Scene, head: int) -> bool:
    """Tell whether a personal pronoun stands for the content ("wie sie gefordert wird")."""
    return scene.sentence.tokens[head].xpos == "PPER"


def _meant(scene: Scene, match: Match, head: int) -> int:
    """Return the clause for which "darauf" or "einen Vorschlag" stands, else the word itself."""
    if match.clause is not None and match.clause.relative is not None:
        pronoun, noun = match.clause.relative
        head = noun if head == pronoun else head
    token = scene.sentence.tokens[head]
    words = scene.cast.reading.knowledge.view(words_of)
    fixed = head in match.consumed and token.upos == "ADJ"
    stands = fixed or token.xpos in ("PROAV", "PAV") or token.lemma in words["hollow"]
    own = [i for i in scene.sentence.children[head] if i in scene.clauses and _tells_act(scene, i)]
    if stands and not own and not fixed:
        own = [i for i in filled(match.slots, "clause") if i > head and _tells_act(scene, i)]
    return own[0] if stands and own else head


def _tells_act(scene: Scene, head: int) -> bool:
    """Tell whether a clause is an infinitive with "zu" or opens with "dass"."""
    tokens = scene.sentence.tokens
    kids = [tokens[i] for i in scene.sentence.children[head]]
    with_zu = tokens[head].xpos == "VVIZU" or any(kid.xpos == "PTKZU" for kid in kids)
    return with_zu or any(
        scene.lexicon.grammar.has("complementisers", kid.text.lower()) for kid in kids
    )


def _tells(scene: Scene, head: int) -> bool:
    """Tell whether a clause only says who speaks (", sagte der Minister"): that is no content."""
    clause = scene.clauses.get(head)
    verb = scene.sentence.tokens[head]
    return (
        clause is not None
        and verb.xpos == "VVFIN"
        and scene.sentence.tokens[head - 1].text == ","
        and scene.lexicon.is_voiced(clause.lemma)
    )


def _of_head(scene: Scene, match: Match, head: int, slot: str) -> Span | None:
    """Return the phrase or clause of a head; a clause with "dass" from there to its sign.

    A phrase begins behind the preposition that the slot is named after, and behind the cue where
    that is a participle before it ("die von Ghana geforderte Entschuldigung").
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    words, cue = sentence.subtree(head), match.token.index
    words = _own(scene, match, head, words)
    particles = [i for i in sentence.children[cue] if tokens[i].xpos == "PTKVZ" and i < head]
    cue = max([cue, *particles]) if head > cue else cue
    if cue in words or words[0] < cue < words[-1]:
        words = tuple(i for i in words if (i > cue) == (head > cue) and i != cue)
    if tokens[head].upos == "NOUN" and slot not in NO_NOUN:
        words = (*words, *_behind(scene, match, max(words) + 1))
    if head in scene.clauses and _is_aside(scene, head, words):
        return None
    if head in scene.clauses and _that(scene, head) is None and _opens_second(scene, head):
        return modal_content(scene, scene.clauses[head], (), scene.cast.reading)
    if all(tokens[i].upos in ("PUNCT", "PART") for i in words if i != head):
        words = _infinitive(scene, match, head) or words
    that = _that(scene, head)
    if that is not None:
        end = next((t.index for t in tokens[head:] if t.text in SIGNS), len(tokens))
        words = tuple(range(that, max(end, max(words) + 1)))
    elif head not in scene.clauses:
        case = max((i for i in words if i < head and _is_case(tokens[i], head)), default=-1)
        words = tuple(i for i in words if i > case)
        words = words[1:] if tokens[words[0]].text.lower() == slot else words
    return words_span(scene, words)


def _own(scene: Scene, match: Match, head: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of a content without what is its verb's: the agent, fixed words.

    Of a noun with a relative clause in which the cue stands only what precedes that clause.
    """
    clause, sentence = match.clause, scene.sentence
    other = set(match.consumed) - {head}
    if clause is not None and clause.relative is not None and clause.relative[1] == head:
        comma = max((i for i in words if i < clause.relative[0]), default=head)
        other |= {i for i in words if i > max(comma, head)}
        other |= {i for i in words if i >= clause.relative[0]}
    if clause is not None and clause.passive:
        for agent in clause.slots.get("subj", ()):
            other |= set(sentence.subtree(agent)) - {head}
    for below in sentence.children[head] if head in scene.clauses else ():
        if below > head and is_reason(scene, below):
            other |= set(sentence.subtree(below))
    kept = tuple(i for i in words if i not in other) or words
    return kept if head in scene.clauses else _unbroken(scene, head, kept)


def _unbroken(scene: Scene, head: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of a phrase up to where the verb stands in between.

    "Stimmte dem Haushalt zu, der ..." agrees to the budget.
    """
    end = head
    for index in (i for i in words if i > head):
        between = scene.sentence.tokens[end + 1 : index]
        if any(token.upos != "PUNCT" for token in between):
            break
        end = index
    return tuple(i for i in words if i <= end)


def _infinitive(scene: Scene, match: Match, head: int) -> tuple[int, ...]:
    """Return an infinitive with "zu" from the sign behind its cue on, where it stands alone.

    Trees may hang its object on the cue ("kündigte an, das Amt niederzulegen").
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    kids = sentence.children[match.token.index]
    ends = [match.token.index, *(i for i in kids if tokens[i].xpos == "PTKVZ" and i < head)]
    with_zu = tokens[head].xpos in ("VVIZU", "VVINF") or tokens[head - 1].xpos == "PTKZU"
    if not with_zu or max(ends) >= head:
        return ()
    signs = (t.index for t in tokens[max(ends) : head] if t.text in SIGNS)
    return tuple(range(next(signs, max(ends)) + 1, head + 1))


def _is_case(token: Token, head: int) -> bool:
    """Tell whether a word is the preposition of a head, which a content does not begin with."""
    return token.xpos in ("APPR", "APPRART") and token.head == head and relation(token) == "case"


def _opens_second(scene: Scene, head: int) -> bool:
    """Tell whether a clause has a helper in second place and its verb behind ("er werde ...")."""
    clause, tokens = scene.clauses[head], scene.sentence.tokens
    finite = [i for i in clause.auxiliaries if tokens[i].xpos in HELPERS]
    modal = any(tokens[i].lemma in ("werden", "wollen", "sollen") for i in finite)
    return modal and max(finite) < head and not clause.passive


def _is_aside(scene: Scene, head: int, words: tuple[int, ...]) -> bool:
    """Tell whether a clause tells something by the way: a relative clause, "nachdem ..."."""
    tokens = scene.sentence.tokens
    if any(tokens[i].xpos == "PRELS" and tokens[i].head == head for i in words):
        return True
    kinds = [tokens[i].lemma for i in scene.sentence.children[head] if tokens[i].xpos == "KOUS"]
    return any(kind.lower() not in ("dass", "daß", "ob", "wie") for kind in kinds)


def _behind(scene: Scene, match: Match, start: int) -> Iterator[int]:
    """Yield the phrases right behind a noun that trees hang on the verb instead.

    "Lehnte Zölle gegen Estland ab" refuses tolls against Estonia; nobody stands there whom the
    cue asks ("verlangte Hilfe von Togo"), and no day.
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    asked = match.frame.target
    while start < len(tokens):
        case = tokens[start]
        phrase = case.head
        before = scene.lexicon.grammar.plain(case.text.lower())
        fits = scene.lexicon.grammar.has("of_nouns", before) and before not in asked
        if not fits or phrase < start or relation(case) != "case" or phrase in match.consumed:
            return
        words = sentence.subtree(phrase)
        if words[0] != start:
            return
        if tokens[phrase].head != match.token.index or _is_day(scene, words):
            return
        yield from words
        start = words[-1] + 1


def _is_day(scene: Scene, words: Iterable[int]) -> bool:
    tokens = [scene.sentence.tokens[i] for i in words]
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return any(span.overlaps(date.span) for date in scene.cast.reading.dates)


def _that(scene: Scene, head: int) -> int | None:
    """Return the "dass" before a verb with only words between them, None without one."""
    grammar = scene.lexicon.grammar
    for token in reversed(scene.sentence.tokens[:head]):
        if grammar.has("complementisers", token.text.lower()):
            return token.index if head in scene.clauses or token.head == head else None
        if token.text in SIGNS and head in scene.clauses:
            return None
    return None
