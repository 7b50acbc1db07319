"""Wishes: everything in a case by which somebody says what should or shall be done.

Commitments say what they bind to; statements with words of obligation ("müsse", "dürfe nicht")
what should be. An answer that names nothing ("Moskau lehnt das ab") speaks on the matter of the
demand or offer that it answers, and is against it, or for it where it agrees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.picture.lives import Life
from lagebild.picture.material import Citation, Material
from lagebild.picture.positions.phrases import clauses
from lagebild.picture.wording import content
from lagebild.spans import Span

OBLIGATION = re.compile(
    r"\b(?:müss(?:e|en|t|ten|te)|muss|soll(?:e|en|te|ten)?|d[aü]rf(?:e|en|t)?|braucht?|brauche"
    r"|gehör(?:t|e)|notwendig|nötig|unverzichtbar|unannehmbar|inakzeptabel)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])(?<!\d\.)\s+")
NO_WISH = re.compile(
    r"\bsoll(?:en|te|ten)?\b(?:[^.;]|\d\.)*?\b(?:\w*ge\w+|\w{4,}(?:t|en))\s+(?:worden\s+)?(?:sein|haben)\b"
    r"|\bsoll(?:en)?\s+(?:\S+\s+)*?(?:angeblich|sein|befinden)\b"
    r"|\bangeblich\b|\?\W*$",
)
"""Words by which "soll" tells what is said to be so, not what should be: "sollen getötet worden
sein" has an infinitive of the perfect (Duden, Die Grammatik, on the epistemic use of modals)."""
ASIDE = re.compile(
    r"\W*(?:(?:aber|auch|erst|nur|oder|selbst|und) )*(?:wenn|falls|ob|sofern|solange|bis)\b"
    r"|\W*(?:(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|über|um|unter|von|vor|zu) )?"
    r"(?:de[rmns]|d[ia][es]|deren|dessen|denen|welche[rmns]?|wer|was|wo|wohin|womit)\b"
    r".*\b(?:müss(?:e|en|t|ten|te)|muss|soll(?:e|en|te|ten)?|d[aü]rf(?:e|en|t)?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""A clause that is open, or one behind a relative with its modal verb at the end."""
ON_CONDITION = re.compile(
    r"(?<!\bauch )(?<!\bselbst )(?<!\bsogar )"
    r"\b(?:wenn|falls|sofern|sobald|solange|vorausgesetzt)\b",
    re.IGNORECASE,
)
SIDES = {"offer": 1, "promise": 1, "demand": 1, "agreement": 1, "refusal": -1}
"""For (1) or against (-1) what the commitment's content says; a threat is neither, and who is under
an obligation ("muss zahlen") need not want it."""
ANSWERED = {"refused": -1, "agreed": 1, "promised": 1}
FEWEST_WORDS = 2
WHETHER = re.compile(r"\W*ob\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """Words on what should be, whose they are, and on which side of these words they stand.

    `about` are the content words by which the wish is compared; an answer has those of what it
    answers. `kind` is that of the commitment, else "answer" or "statement".
    """

    actors: tuple[str, ...]
    side: int
    conditional: bool
    published: str | None
    citation: Citation
    sentence: Citation
    about: str
    kind: str
    why: str


def wishes(found: Material, lives: list[Life]) -> Iterator[Wish]:
    """Yield the wishes of a case: those of commitments, of answers to them, and of statements."""
    taken: set[tuple[str, int]] = set()
    for pledge in found.commitments:
        if pledge.kind in SIDES and pledge.parties and _is_wish(pledge.words):
            taken.add((pledge.article, pledge.sentence.start))
            yield Wish(
                pledge.parties,
                SIDES[pledge.kind],
                pledge.condition is not None,
                pledge.published,
                found.cite(pledge.article, pledge.content),
                found.cite(pledge.article, pledge.sentence),
                _without(pledge.words, pledge.condition_words),
                pledge.kind,
                f"{pledge.kind} ({pledge.why})",
            )
    yield from _answers(lives, taken)
    yield from _statements(found, taken)


def _is_wish(words: str) -> bool:
    """Tell whether a content says enough to be compared, and not only asks whether it is so."""
    return len(content(words)) >= FEWEST_WORDS and not WHETHER.match(words)


def _without(words: str, condition: str | None) -> str:
    """Return words without the condition in them, which speaks of something else."""
    return words.replace(condition or "\0", " ").strip(" ,;")


def _answers(lives: list[Life], taken: set[tuple[str, int]]) -> Iterator[Wish]:
    """Yield the answers whose sentences hold no wish of their own."""
    for life in lives:
        about = _without(life.words, life.condition.words if life.condition else None)
        for change in life.changes[1:]:
            answers = change.state in ANSWERED and change.by and change.by != life.parties
            told = (change.citation.article, change.citation.span.start) in taken
            if answers and not told and len(content(about)) >= FEWEST_WORDS:
                yield Wish(
                    change.by,
                    SIDES.get(life.kind, 1) * ANSWERED[change.state],
                    False,
                    change.published,
                    change.citation,
                    change.citation,
                    about,
                    "answer",
                    f"answer to a {life.kind}",
                )


def _statements(found: Material, taken: set[tuple[str, int]]) -> Iterator[Wish]:
    for said in found.statements:
        about = obliging(said.words)
        if said.speaker is None or said.nested or not about:
            continue
        speaker = found.actors.get(said.speaker)
        if speaker is not None and speaker.kind == "media":
            continue
        sentence = _sentence(found, said.article, said.quote[0])
        if sentence is None or (said.article, sentence.start) in taken:
            continue
        if len(content(about)) >= FEWEST_WORDS:
            quote = Span(said.quote[0].start, said.quote[-1].end)
            yield Wish(
                (said.speaker,),
                1,
                bool(ON_CONDITION.search(found.cite(said.article, sentence).words)),
                said.published,
                found.cite(said.article, quote),
                found.cite(said.article, sentence),
                about,
                "statement",
                f"{said.kind} statement of what should be",
            )


def obliging(words: str) -> str:
    """Return the sentences of a quotation that say what should be, not what is said to be.

    A relative clause says for what something is meant ("das Gesetz, das Streit schlichten soll"),
    one with "wenn" or "ob" what is open: there nothing is wanted.
    """
    parts = SENTENCE.split(words)
    return " ".join(p for p in parts if _says_what_should_be(p) and not NO_WISH.search(p))


def _says_what_should_be(sentence: str) -> bool:
    return any(
        OBLIGATION.search(clause) and not ASIDE.match(clause)
        for clause in (sentence[start:end] for start, end in clauses(sentence))
    )


def _sentence(found: Material, article: str, span: Span) -> Span | None:
    number = found.order(article, span.start)
    return found.sentences[article][number] if number >= 0 else None
