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
    """A pattern for one matter, and the state that it gives the matter."""

    matter: str
    pattern: re.Pattern[str]
    state: str


def matters(words: str) -> frozenset[str]:
    """Return the matters that words name, as keys of `same_words.tsv`."""
    known = packaged().view(_matters)
    return frozenset(known[word] for word in content(words) if word in known)


def turns(found: Material) -> Iterator[Turn]:
    """Yield the sentences of reports that say what became of something agreed."""
    names, cues = packaged().view(_named), packaged().view(_cues)
    for article in found.sentences:
        held = found.articles.get(article)
        if held is None or held.genre == "commentary":
            continue
        naming = {matter: _naming(found, article, words) for matter, words in names.items()}
        for cue in cues:
            for order, sentence in naming[cue.matter]:
                if _tells(found, article, sentence, cue):
                    cited = found.cite(article, sentence)
                    day = held.published
                    yield Turn(article, order, day, cue.matter, cue.state, (), cited, "life_cues")


def _naming(found: Material, article: str, words: re.Pattern[str]) -> list[tuple[int, Span]]:
    """Return the sentences with any of these words, each with its number."""
    text = found.articles[article].text
    if words.search(text) is None:
        return []
    return [
        (order, sentence)
        for order, sentence in enumerate(found.sentences[article])
        if words.search(sentence.of(text))
    ]


def _tells(found: Material, article: str, sentence: Span, cue: Cue) -> bool:
    """Tell whether a sentence itself says that the cue's matter has another state."""
    words = sentence.of(found.articles[article].text)
    match = cue.pattern.search(words)
    if match is None or OPEN_WORDS.search(words) or opens_with_verb(words):
        return False
    return not _is_said(found, article, Span(*match.span()).shifted(sentence.start))


def opens_with_verb(words: str) -> bool:
    """Tell whether a sentence opens with its verb: it asks, or names a case ("Hält sie, …")."""
    return VERB_FIRST.match(words) is not None


def _is_said(found: Material, article: str, span: Span) -> bool:
    """Tell whether somebody else says it: then it is a claim and no change."""
    return any(said.overlaps(span) for said in found.said.get(article, ()))


def _matters(knowledge: Knowledge) -> dict[str, str]:
    """Return the matters by their stem."""
    return {stem(row.key): row.key for row in knowledge.table("same_words")}


def _named(knowledge: Knowledge) -> dict[str, re.Pattern[str]]:
    """Return a pattern that finds words of each matter that cues are for."""
    cued = {matter for row in knowledge.table("life_cues") for matter in row.many("matters")}
    forms = _forms(knowledge)
    return {matter: _pattern("{matter}", forms[matter]) for matter in sorted(cued)}


def _cues(knowledge: Knowledge) -> list[Cue]:
    forms = _forms(knowledge)
    return [
        Cue(matter, _pattern(row["pattern"], forms[matter]), row["state"])
        for row in knowledge.table("life_cues")
        for matter in row.many("matters")
    ]


def _forms(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    return {r.key: (r.key, *r.many("words")) for r in knowledge.table("same_words")}


def _pattern(pattern: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(pattern.replace("{matter}", rf"\b(?:{names})\b"), re.IGNORECASE)
