"""Claims that the report itself sets against each other: "Ein Vertreter Ankaras sagte dagegen, …".

The sentence has a verb of telling with a word of contrast (`contrast_cues.tsv`). Who is named in
its clause stands against who was said to tell something just before: earlier in the sentence, else
in the sentence before. What is only wished, planned or possible is no claim.
"""

import re
from collections.abc import Iterator

from lagebild.case.records import StatementRecord
from lagebild.knowledge import Knowledge
from lagebild.picture.contradictions.claims import OPEN, claims_in
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.material import Material
from lagebild.picture.wording import packaged
from lagebild.spans import Span

BREAK = re.compile(r"[,;:()–]|\bund\b")


def contrasts(found: Material) -> Iterator[Contradiction]:
    """Yield each claim that a report sets against the claim of another side before it."""
    cues = packaged().view(_cues)
    for article, sentences in found.sentences.items():
        text = found.articles[article].text if article in found.articles else ""
        for order, sentence in enumerate(sentences):
            words = sentence.of(text)
            match = next((m for cue in cues if (m := cue.search(words))), None)
            if match is None:
                continue
            start, end = match.span()
            opened = max((b.end() for b in BREAK.finditer(words, 0, start)), default=0)
            opened += len(words) - len(words[opened:].lstrip()) - opened
            clause = Span(sentence.start + opened, sentence.start + end)
            before = Span(sentences[order - 1].start if order else sentence.start, clause.start)
            yield from _set_apart(found, article, Span(clause.start, sentence.end), clause, before)


def _set_apart(
    found: Material, article: str, later: Span, clause: Span, before: Span
) -> Iterator[Contradiction]:
    """Yield what is told in `later`, by who is named in `clause`, against the last claim before."""
    own = _own(found, article, later, clause)
    if own is None:
        return
    ours = found.sides(own.says)
    others = [
        said
        for said in _claims(found, article)
        if before.covers(said.quote[0]) and found.side(said.speaker or "") not in ours
    ]
    if others:
        about = " ".join(claims_in(others[-1].words)[0].split())
        story = found.news.get(article)
        sides = (_side(found, others[-1]), own)
        yield Contradiction("claims", about, sides, story, "the report sets one against the other")


def _own(found: Material, article: str, later: Span, clause: Span) -> Side | None:
    """Return the claim of who is named in a clause; without a statement it is all that is told."""
    named = [m.actor for m in found.mentioned.get(article, ()) if clause.covers(m.span)]
    told = [
        said
        for said in found.told_in.get(article, ())
        if said.speaker in named and later.overlaps(said.quote[0])
    ]
    if told:
        return next((_side(found, said) for said in told if claims_in(said.words)), None)
    cited = found.cite(article, later)
    if not named or OPEN.search(cited.words):
        return None
    return Side("asserted", (named[0],), found.published(article) or None, cited)


def _claims(found: Material, article: str) -> list[StatementRecord]:
    """Return the statements of an article by known speakers that say something to be so."""
    told = found.told_in.get(article, ())
    return [s for s in told if not s.nested and s.speaker and claims_in(s.words)]


def _side(found: Material, said: StatementRecord) -> Side:
    cited = found.cite(said.article, Span(said.quote[0].start, said.quote[-1].end))
    return Side("asserted", (said.speaker or "",), said.published, cited)


def _cues(knowledge: Knowledge) -> list[re.Pattern[str]]:
    return [re.compile(row["pattern"], re.IGNORECASE) for row in knowledge.table("contrast_cues")]
