"""What the subject of a modal verb is going to do or has to do, cut out of its sentence."""

from collections.abc import Iterable

from lagebild.findings.commitments.spans import HELPERS, without, words_span
from lagebild.findings.commitments.words import words_of
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.reading import Reading
from lagebild.spans import Span

LINKS = frozenset({"aber", "jedoch", "allerdings", "hingegen", "dagegen"})


def modal_content(
    scene: Scene, clause: Clause, conditions: Iterable[Span], reading: Reading
) -> Span | None:
    """Return what the subject of a modal verb is going to do or has to do."""
    span = words_span(scene, _told(scene, clause))
    span = _quoted(scene, clause, span, reading) if span is not None else None
    return without(scene, span, list(conditions)) if span is not None else None


def _told(scene: Scene, clause: Clause) -> list[int]:
    """Return the words of a clause that tell the act: behind its helper and its subject."""
    tokens = scene.sentence.tokens
    words = _own_words(scene, clause)
    if clause.passive:
        words |= {i for i in clause.auxiliaries if tokens[i].xpos not in HELPERS}
        words = _behind_helper(scene, clause, words)
    else:
        words = _behind_subject(scene, clause, words)
    lets = [i for i in clause.auxiliaries if tokens[i].lemma == "lassen"]
    words |= {*lets, *(clause.slots.get("refl", ()) if lets else ())}
    found = sorted(i for i in words if relation(tokens[i]) != "cc")
    links = [n for n, i in enumerate(found[:2]) if tokens[i].text.lower() in LINKS]
    return found[links[-1] + 1 :] if links else found


def _behind_helper(scene: Scene, clause: Clause, words: set[int]) -> set[int]:
    """Return what stands behind the helper of a passive, if whom it is done to does."""
    finite = [i for i in clause.auxiliaries if scene.sentence.tokens[i].xpos in HELPERS]
    patients = clause.slots.get("obj", ())
    ahead = bool(finite) and bool(patients) and min(patients) > finite[0] < clause.verb
    return {i for i in words if i > finite[0]} if ahead else words


def _own_words(scene: Scene, clause: Clause) -> set[int]:
    """Return the words below a verb, without helpers and without clauses joined to it."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    words = set(sentence.subtree(clause.verb)) - set(clause.auxiliaries)
    for other in sentence.children[clause.verb]:
        joined = relation(tokens[other]) in ("conj", "parataxis") and _is_clause(scene, other)
        if joined or is_reason(scene, other):
            words -= set(sentence.subtree(other))
        if joined and other > clause.verb:
            words = {i for i in words if i < sentence.subtree(other)[0]}
    return words


def is_reason(scene: Scene, index: int) -> bool:
    """Tell whether a clause says why, although or by whose word: that is not the act.

    "Sehen, wie ..." tells what is to be seen, ", wie der Minister sagt," who says so.
    """
    words = scene.cast.reading.knowledge.view(words_of)
    tokens = scene.sentence.tokens
    kids = [tokens[i].text.lower() for i in scene.sentence.children[index]]
    aside = relation(tokens[index]) in ("advcl", "parataxis") and "wie" in kids
    reason = any(kid in words["reasons"] for kid in kids)
    return index in scene.clauses and (reason or aside)


def _behind_subject(scene: Scene, clause: Clause, words: set[int]) -> set[int]:
    """Return what stands behind the helper and the subject, if the verb does.

    "Diese Reform wird die Regierung nicht mittragen" tells its object in front: all of it counts.
    """
    subjects = [*clause.slots.get("subj", ()), *_nobody(scene, clause)]
    helper = min(clause.auxiliaries, default=-1)
    whole = {i for s in subjects for i in scene.sentence.subtree(s)} - {clause.verb}
    behind = {i for i in words - whole if i > helper}
    if clause.verb not in behind:
        return words - whole
    for end in (_subject_end(scene, s) for s in subjects):
        later = {i for i in words if i > max(end, helper)}
        if end < clause.verb and not all(_is_small(scene, i) for i in later):
            behind = later
    fronted = {k for i in clause.slots.get("obj", ()) for k in scene.sentence.subtree(i)}
    if fronted and max(fronted) < helper and all(_is_small(scene, i) for i in behind):
        return behind | (fronted & words)
    return behind


def _nobody(scene: Scene, clause: Clause) -> list[int]:
    """Return a "man", which fills no slot."""
    kids = scene.sentence.children[clause.verb]
    return [i for i in kids if scene.sentence.tokens[i].lemma == "man"]


def _subject_end(scene: Scene, subject: int) -> int:
    """Return the last word of a subject's name, of those joined to it, and of its genitive.

    What else a tree hangs on it may belong to the verb.
    """
    sentence, reading = scene.sentence, scene.cast.reading
    mention = reading.mention_at(sentence.tokens[subject])
    last = mention.span.end if mention else 0
    named = [t.index for t in sentence.tokens[subject:] if t.span.end <= last]
    end = max(named, default=subject)
    for index in sentence.children[subject]:
        token, first = sentence.tokens[index], sentence.subtree(index)[0]
        definite = scene.lexicon.grammar.has("definite", sentence.tokens[first].text.lower())
        owner = first == end + 1 and token.feat("Case") == "Gen"
        if relation(token) == "conj":
            end = max(end, _subject_end(scene, index))
        elif owner and (definite or scene.cast.actor(token)):
            end = max(end, index)
    return end


def _is_small(scene: Scene, index: int) -> bool:
    """Tell whether a word says nothing of what is done: the verb itself, adverbs, signs."""
    return scene.sentence.tokens[index].upos in ("VERB", "AUX", "ADV", "PART", "PUNCT", "PRON")


def _is_clause(scene: Scene, index: int) -> bool:
    """Tell whether a coordinated verb is a clause of its own, with its own subject or helper."""
    words = [scene.sentence.tokens[i] for i in (index, *scene.sentence.children[index])]
    return any(t.xpos in ("VMFIN", "VAFIN", "VVFIN") for t in words)


def _quoted(scene: Scene, clause: Clause, span: Span, reading: Reading) -> Span | None:
    """Return the part of a span that lies in the words of whoever says so."""
    verb = scene.sentence.tokens[clause.verb].span
    voice = reading.voice_at(verb)
    quotes = [q for q in voice.quote if q.covers(verb)] if voice else []
    if not quotes:
        return span
    start, end = max(span.start, quotes[0].start), min(span.end, quotes[0].end)
    words = [t.index for t in scene.sentence.tokens if start <= t.span.start and t.span.end <= end]
    return words_span(scene, words)
