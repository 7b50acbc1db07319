"""One annotated article beside what was found in it, with actors and events paired.

An actor of the prediction is the gold actor with whom it shares most mentions, one to one. An
event is found if a predicted one has its type and its trigger's sentence, one to one; where a
sentence holds several of one type, triggers and roles decide which pairs.
"""

from dataclasses import dataclass
from functools import cached_property

from lagebild.evaluate.alignment import assign, overlap, same_sentence, shared
from lagebild.evaluate.gold import Gold, Record, mentions
from lagebild.findings.finding import Event, Findings, Mention
from lagebild.spans import Span


@dataclass(frozen=True)
class Scored:
    """One annotated article and the findings to be scored against it."""

    gold: Gold
    findings: Findings

    @cached_property
    def gold_mentions(self) -> dict[str, tuple[Span, ...]]:
        """The spans of the gold actors' mentions, by key."""
        return mentions(self.gold)

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """The predicted mentions by actor key, pronouns left out: they are not annotated."""
        found: dict[str, list[Mention]] = {}
        for mention in self.findings.mentions:
            if mention.form != "pronoun":
                found.setdefault(mention.actor, []).append(mention)
        return found

    @cached_property
    def gold_of(self) -> dict[str, str]:
        """The gold key of each predicted actor that has one."""
        gold, predicted = list(self.gold_mentions), list(self.mentions)
        spans = {key: [m.span for m in found] for key, found in self.mentions.items()}
        pairs = assign(gold, predicted, lambda g, p: shared(self.gold_mentions[g], spans[p]))
        return {predicted[p]: gold[g] for g, p in pairs.items()}

    def golden(self, keys: tuple[str, ...]) -> set[str]:
        """Return the gold keys of predicted actors; an unaligned one keeps its own, marked."""
        return {self.gold_of.get(key, f"?{key}") for key in keys}

    def touched(self, keys: tuple[str, ...]) -> set[str]:
        """Return the gold keys that share any mention with predicted actors, however aligned."""
        spans = [mention.span for key in keys for mention in self.mentions.get(key, ())]
        return {
            key
            for key, mentions in self.gold_mentions.items()
            if any(one.overlaps(other) for one in mentions for other in spans)
        }

    @cached_property
    def events(self) -> dict[int, int]:
        """The predicted event (index) of each gold event (index) that was found."""
        return assign(self.gold.record["events"], self.findings.events, self._event_weight)

    def _event_weight(self, gold: Record, event: Event) -> float:
        sentence = self.gold.sentence(gold)
        if event.type != gold["type"] or not sentence.covers(event.trigger):
            return 0.0
        trigger = self.gold.find(gold["trigger"], sentence)
        roles = bool(self.golden(event.sources) & set(gold["sources"])) + bool(
            self.golden(event.targets) & set(gold["targets"])
        )
        return 1 + overlap(trigger, event.trigger) / 10 + roles / 100

    @cached_property
    def commitments(self) -> dict[int, int]:
        """The predicted commitment of each gold one found: its kind, in its sentence."""

        def weight(gold: Record, index: int) -> float:
            commitment = self.findings.commitments[index]
            sentence = self.gold.sentence(gold)
            if commitment.kind != gold["kind"]:
                return 0.0
            if not same_sentence(sentence, commitment.sentence):
                return 0.0
            return 1 + overlap(self._content(gold, sentence), commitment.content) / 10

        predicted = range(len(self.findings.commitments))
        return assign(self.gold.record["commitments"], predicted, weight)

    def _content(self, gold: Record, sentence: Span) -> Span:
        """Return where a commitment's content stands: in its sentence, or in one told before."""
        within = gold["content"] in sentence.of(self.gold.text)
        return self.gold.find(gold["content"], sentence if within else Span(0, len(self.gold.text)))

    @cached_property
    def figures(self) -> dict[int, int]:
        """The predicted figure of each gold one found: its value, in its sentence."""

        def weight(gold: Record, index: int) -> float:
            figure = self.findings.figures[index]
            sentence = self.gold.sentence(gold)
            if abs(figure.value - gold["value"]) > 1e-6 * max(1, abs(gold["value"])):
                return 0.0
            if not sentence.overlaps(figure.span):
                return 0.0
            return 1.1 if figure.counted == gold["counted"] else 1.0

        predicted = range(len(self.findings.figures))
        return assign(self.gold.record["figures"], predicted, weight)
