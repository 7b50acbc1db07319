"""Read stances on an issue from the findings whose words name it.

A commitment whose content names the issue says what its party is for or against; an event of some
types does so, too, where its sentence names it (the table `issue_stances.tsv`). A statement, and a
commitment that names the issue only beside its content, tell that the issue matters. Words that
turn the matter round turn the stance (`sides`). A content that is only a pronoun ("lehnt das ab")
stands for the sentence before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagebild.case import Case, Filter
from lagebild.case.records import CommitmentRecord, EventRecord, StatementRecord
from lagebild.case.search import stems
from lagebild.errors import WrongUse
from lagebild.knowledge import Knowledge
from lagebild.spans import Span
from lagebild.whatif.sides import part_naming, side
from lagebild.whatif.stances import Voice

POINTING = frozenset({"das", "dies", "dieses", "es", "dem", "diesem", "beides"})
CONDITIONAL = 0.5


@dataclass(frozen=True, slots=True)
class Matcher:
    """Tells whether a text names the issue.

    `alternatives` are sets of stems; a text names the issue if it holds all of one set. Words are
    compared by stem, and a hyphenated word is also named by its parts. `side` is -1 where the first
    alternative itself turns its matter round ("Ende der Luftangriffe").
    """

    alternatives: tuple[frozenset[str], ...]
    side: int

    def __call__(self, text: str) -> bool:
        """Tell whether `text` names the issue."""
        found = frozenset(stems(text))
        return any(wanted <= found for wanted in self.alternatives)


def matcher(words: str) -> Matcher:
    """Return the matcher for `words`: commas part alternatives, all words of one must occur.

    Raises:
        WrongUse: There is no word in it.
    """
    sets = (frozenset(stems(part)) for part in words.split(","))
    alternatives = tuple(found for found in sets if found)
    if not alternatives:
        raise WrongUse(f'"{words}" names no issue.', 'Give words: --words "Sanktionen, Embargo".')
    return Matcher(alternatives, side(words.partition(",")[0]))


def voices_by_words(case: Case, issue: str, where: Filter) -> list[Voice]:
    """Return the voices of a case on the issue that `issue` names; see `matcher` for its form."""
    named = matcher(issue)
    reader = _Reader(case, named, _stances(Knowledge()))
    return sorted(reader.voices(where), key=lambda v: (v.article, v.span, v.actor))


def _stances(knowledge: Knowledge) -> dict[str, float]:
    return {row.key: float(row["stance"]) for row in knowledge.table("issue_stances")}


class _Reader:
    def __init__(self, case: Case, named: Matcher, stances: dict[str, float]) -> None:
        self._case, self._named, self._stances = case, named, stances
        self._texts = {record.id: record.text for record in case.articles(Filter(reprints=True))}
        self._before: dict[tuple[str, int], Span] = {}
        earlier: tuple[str, Span] | None = None
        for article, span in case.sentences(Filter(reprints=True)):
            if earlier is not None and earlier[0] == article:
                self._before[article, span.start] = earlier[1]
            earlier = (article, span)

    def voices(self, where: Filter) -> Iterator[Voice]:
        told: set[tuple[str, str, int]] = set()
        for commitment in self._case.commitments(where):
            for voice in self._commitment(commitment):
                told.add((voice.actor, voice.article, commitment.sentence.start))
                yield voice
        for event in self._case.events(where):
            for voice in self._event(event):
                if (voice.actor, voice.article, event.sentence.start) not in told:
                    yield voice
        for statement in self._case.statements(where):
            yield from self._statement(statement)

    def _commitment(self, found: CommitmentRecord) -> Iterator[Voice]:
        about = self._content(found)
        if not self._named(about) and not self._named(found.sentence_words):
            return
        stance, why = self._stances.get(f"commitment:{found.kind}"), found.kind
        turned = False
        if not self._named(about):
            stance = None
        part = part_naming(about, self._named)
        if stance is not None and side(part, negations=found.kind != "refusal") != self._named.side:
            stance, turned = -stance, True
        if stance is not None and found.condition is not None:
            stance, why = CONDITIONAL * stance, f"{why} on condition"
        for party in dict.fromkeys(found.parties):
            voice = self._voice(party, stance, found.article, found.sentence, found.published, why)
            yield replace(voice, turned=turned)

    def _content(self, found: CommitmentRecord) -> str:
        """Return what is promised, demanded or refused; a pronoun is the sentence before."""
        if found.words.casefold().strip(" .") not in POINTING:
            return found.words
        span = self._before.get((found.article, found.sentence.start), found.content)
        return self._texts[found.article][span.start : span.end]

    def _event(self, found: EventRecord) -> Iterator[Voice]:
        if not self._named(found.sentence_words):
            return
        stance = self._stances.get(f"event:{found.type}")
        why = f"{found.type}, {found.status}"
        if stance is not None and found.status == "denied":
            stance = -stance
        part = part_naming(found.sentence_words, self._named)
        turned = stance is not None and side(part, negations=False) != self._named.side
        if stance is not None and turned:
            stance = -stance
        for source in dict.fromkeys(found.sources):
            voice = self._voice(source, stance, found.article, found.sentence, found.published, why)
            yield replace(voice, turned=turned)

    def _statement(self, found: StatementRecord) -> Iterator[Voice]:
        if found.speaker is None or not found.quote or not self._named(found.words):
            return
        span = Span(found.quote[0].start, found.quote[-1].end)
        yield self._voice(found.speaker, None, found.article, span, found.published, "statement")

    def _voice(
        self,
        actor: str,
        stance: float | None,
        article: str,
        span: Span,
        date: str | None,
        why: str,
    ) -> Voice:
        words = self._texts[article][span.start : span.end]
        return Voice(actor, stance, article, (span.start, span.end), words, date, why)
