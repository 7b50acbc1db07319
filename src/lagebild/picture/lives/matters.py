"""Sentences that say what became of something agreed: in force, broken, ended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.case.search import stem
from lagebild.knowledge import Knowledge
from lagebild.picture.material import Citation, Material
from lagebild.picture.wording import content, packaged
from lagebild.spans import Span

OPEN_WORDS = re.compile(
    r"\b(?:nicht|keine?\w?|falls|wenn|sollten?|soll|würden?|könnten?|dürften?|müssten?|müssen?"
    r"|will|wollen|wird|werden|bevor|droh\w*|warn\w*|forder\w*|ob)\b",
    re.IGNORECASE,
)
"""Words with which a sentence does not say that something is so."""

VERB_FIRST = re.compile(
    r"(?:[^\w\n]*)(?:Hält|Halten|Gilt|Gelten|Herrscht|Bricht|Brechen|Scheitert|Scheitern|Endet|Enden"
    r"|Sollten?|Wird|Werden|Ist|Sind|Kommt|Kommen|Tritt|Treten|Zieht|Ziehen|Hebt|Heben|Lehnt|Lehnen"
    r"|Stimmt|Stimmen|Bleibt|Bleiben|Gibt|Geben|Nimmt|Nehmen|Greift|Greifen|Verletzt)\b"
)
"""A finite verb at the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence that gives a matter (a key of `same_words.tsv`) another state."""

    article: str
    order: int
    published: str | None
    matter: str
    state: str
    says: tuple[str, ...]
    citation: Citation
    why: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern for one matter, with one that finds words of the matter."""

    matter: str
    words: re.Pattern[str]
    pattern: re.Pattern[str]
    state: str


def matters(words: str) -> frozenset[str]:
    """Return the matters that words name, as keys of `same_words.tsv`."""
    found = content(words)
    return frozenset(matter for matter in _matters() if stem(matter) in found)


def turns(found: Material) -> Iterator[Turn]:
    """Yield the sentences of reports that say what became of something agreed."""
    cues = packaged().view(_cues)
    for article in found.sentences:
        held = found.articles.get(article)
        if held is None or held.genre == "commentary":
            continue
        for cue in cues:
            if cue.words.search(held.text):
                yield from _turns_in(found, article, cue)


def _turns_in(found: Material, article: str, cue: Cue) -> Iterator[Turn]:
    held = found.articles[article]
    for order, sentence in enumerate(found.sentences[article]):
        words = sentence.of(held.text)
        match = cue.pattern.search(words)
        if match is None or OPEN_WORDS.search(words) or opens_with_verb(words):
            continue
        if _is_said(found, article, Span(*match.span()).shifted(sentence.start)):
            continue
        cited = found.cite(article, sentence)
        yield Turn(article, order, held.published, cue.matter, cue.state, (), cited, "life_cues")


def opens_with_verb(words: str) -> bool:
    """Tell whether a sentence opens with its verb: it asks, or names a case ("Hält sie, …")."""
    return VERB_FIRST.match(words) is not None


def _is_said(found: Material, article: str, span: Span) -> bool:
    """Tell whether somebody else says it: then it is a claim and no change."""
    return any(said.overlaps(span) for said in found.said.get(article, ()))


def _matters() -> tuple[str, ...]:
    return tuple(row.key for row in packaged().table("same_words"))


def _cues(knowledge: Knowledge) -> list[Cue]:
    forms = {r.key: (r.key, *r.many("words")) for r in knowledge.table("same_words")}
    return [
        Cue(
            matter,
            _pattern("{matter}", forms[matter]),
            _pattern(row["pattern"], forms[matter]),
            row["state"],
        )
        for row in knowledge.table("life_cues")
        for matter in row.many("matters")
    ]


def _pattern(pattern: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(pattern.replace("{matter}", rf"\b(?:{names})\b"), re.IGNORECASE)
