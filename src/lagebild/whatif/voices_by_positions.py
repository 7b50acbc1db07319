"""Read stances on an issue from the positions of a case, as a person may have corrected them.

An utterance counts where its issue, or its own words, name what is asked for. What the positions
do not hold is read by words (`voices_by_words`): it tells how often an actor speaks of the issue,
and some stances that no group of utterances caught. Where both read the same words of the same
actor, the position stands; what a person said to take no side takes none.
"""

from collections import defaultdict

from lagebild.case import Case, Filter
from lagebild.case.positions import NONE, decided_positions
from lagebild.picture.positions import Utterance, utterances
from lagebild.spans import Span
from lagebild.whatif.sides import side
from lagebild.whatif.stances import Voice
from lagebild.whatif.voices_by_words import CONDITIONAL, Matcher, matcher, voices_by_words

STANCES = {"for": 1.0, "against": -1.0, "conditional": CONDITIONAL}
LONGEST_LABEL = 60
Places = dict[tuple[str, str], list[Span]]
"""Spans by actor and article."""


def voices_by_positions(case: Case, issue: str, where: Filter) -> list[Voice]:
    """Return the voices of a case on the issue that `issue` names; see `matcher` for its form."""
    named = matcher(issue)
    found = [u for u in utterances(case, where) if named(u.issue) or named(u.citation.words)]
    taken: Places = defaultdict(list)
    for utterance in found:
        taken[utterance.actor, utterance.citation.article].append(utterance.sentence.span)
    sideless = _sideless(case)
    voices = [_voice(utterance, named) for utterance in found]
    for voice in voices_by_words(case, issue, where):
        if not _within(voice, taken):
            voices.append(_without_stance(voice) if _within(voice, sideless) else voice)
    return sorted(voices, key=lambda v: (v.article, v.span, v.actor))


def _voice(utterance: Utterance, named: Matcher) -> Voice:
    """Return an utterance as a voice; its issue may turn round what is asked for."""
    cited, label, by_issue = utterance.sentence, utterance.issue, named(utterance.issue)
    ahead = side(label) * named.side if by_issue else 1
    short = label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
    return Voice(
        utterance.actor,
        ahead * STANCES[utterance.stance],
        cited.article,
        (cited.span.start, cited.span.end),
        cited.words,
        utterance.published,
        f"“{short}”, {utterance.why}" if by_issue else utterance.why,
        ahead < 0,
    )


def _sideless(case: Case) -> Places:
    """Return the words that a person said to take no side."""
    found: Places = defaultdict(list)
    with case.looking() as connection:
        for decision in decided_positions(connection):
            if decision.stance == NONE:
                found[decision.actor, decision.article].append(decision.span)
    return found


def _within(voice: Voice, places: Places) -> bool:
    span = Span(*voice.span)
    return any(span.overlaps(other) for other in places.get((voice.actor, voice.article), ()))


def _without_stance(voice: Voice) -> Voice:
    return Voice(
        voice.actor, None, voice.article, voice.span, voice.words, voice.date, "takes no side"
    )
