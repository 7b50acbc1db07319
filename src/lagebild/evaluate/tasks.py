"""What can be evaluated, by name: the one table behind the command line and the floors."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from lagebild.errors import WrongUse
from lagebild.evaluate.actors import score_actors
from lagebild.evaluate.commitments import score_commitments
from lagebild.evaluate.events import score_events
from lagebild.evaluate.figures import score_figures
from lagebild.evaluate.gold import read_gold
from lagebild.evaluate.measure import Evaluation, Measure
from lagebild.evaluate.metonyms import score_metonyms
from lagebild.evaluate.ner import score_ner
from lagebild.evaluate.plover import score_plover
from lagebild.evaluate.predictions import FreshReading, Predictor
from lagebild.evaluate.pronouns import score_pronouns
from lagebild.evaluate.quoted import read_quoted
from lagebild.evaluate.quotes import score_quotes
from lagebild.evaluate.scored import Scored
from lagebild.evaluate.speakers import score_speakers
from lagebild.evaluate.speed import time_actors, time_dates, time_findings, time_statements
from lagebild.evaluate.timeml import Timex, read_timeml, score_timexes
from lagebild.evaluate.ud import score_ud

ANNOTATED: dict[str, Callable[[list[Scored]], Evaluation]] = {
    "events": score_events,
    "commitments": score_commitments,
    "figures": score_figures,
    "speakers": score_speakers,
}


@dataclass(frozen=True, slots=True)
class Data:
    """What to score on: gold files or folders; for annotations also texts and published dates."""

    gold: tuple[Path, ...]
    texts: Path | None = None
    dates: Path | None = None


@dataclass
class Evaluator:
    """Runs evaluations; articles read once serve all evaluations of the same data."""

    predictor: Predictor
    _scored: dict[Data, list[Scored]] = field(default_factory=dict)

    def run(self, name: str, data: Data) -> Evaluation:
        """Return the evaluation called `name`.

        Raises:
            WrongUse: There is no such evaluation, or the data are missing.
            Unreadable: A gold file is not what it should be.
        """
        if name == "actors":
            return self._actors(data)
        if name == "events":
            return self._events(data)
        if name in ANNOTATED:
            return ANNOTATED[name](self.scored(data))
        if name == "dates":
            return self._dates(data)
        if name == "plover":
            return score_plover(data.gold[0], self.predictor)
        if name in ("ud", "ner", "quotes"):
            return self._linguistic(name, list(data.gold))
        raise WrongUse(f'There is no evaluation "{name}".', "See: lagebild evaluate --help")

    def scored(self, data: Data) -> list[Scored]:
        """Return the annotated articles with what was found in them."""
        if data not in self._scored:
            texts = data.texts or _beside(data.gold[0])
            gold = read_gold(list(data.gold), texts, data.dates)
            self._scored[data] = [
                Scored(g, self.predictor.findings(g.document, g.text, g.published)) for g in gold
            ]
        return self._scored[data]

    def _events(self, data: Data) -> Evaluation:
        """Score events, and the time of all readers of findings where texts are read afresh."""
        articles = self.scored(data)
        found = score_events(articles)
        if not isinstance(self.predictor, FreshReading):
            return found
        speed = time_findings(self.predictor.reader, [article.gold for article in articles])
        return replace(found, measures=(*found.measures, speed))

    def _actors(self, data: Data) -> Evaluation:
        """Score actors, and the annotated pronouns and towns of which there are texts."""
        articles = self.scored(data)
        found = score_actors(articles)
        pronouns, mistakes = score_pronouns(articles)
        measures: tuple[Measure, ...] = (pronouns,) if pronouns.gold else ()
        if isinstance(self.predictor, FreshReading):
            folder = measuring_data(data.gold[0])
            towns, wrong = score_metonyms(folder, lambda n, t: self.predictor.findings(n, t, None))
            speed = time_actors(self.predictor.reader, [article.gold for article in articles])
            measures, mistakes = (*measures, *towns, speed), (*mistakes, *wrong)
        return replace(
            found,
            measures=(*found.measures, *measures),
            mistakes=(*found.mistakes, *mistakes),
        )

    def _dates(self, data: Data) -> Evaluation:
        files = [file for path in data.gold for file in _timeml_files(path)]
        if not files:
            raise WrongUse("There are no TimeML files (.tml) in what was given.", "Check the path.")
        pairs = []
        for file in files:
            gold = read_timeml(file)
            found = self.predictor.findings(gold.name, gold.text, gold.published).dates
            pairs.append((gold, tuple(Timex(d.span, d.type, d.value) for d in found)))
        scored = score_timexes(pairs)
        if not isinstance(self.predictor, FreshReading):
            return scored
        speed = time_dates(self.predictor.reader, [gold.text for gold, _ in pairs])
        return replace(scored, measures=(*scored.measures, speed))

    def _linguistic(self, name: str, gold: list[Path]) -> Evaluation:
        if name == "ud":
            return score_ud(gold)
        if name == "ner":
            return score_ner(gold)
        found = score_quotes(gold, lambda text: self.predictor.findings("quotes", text, None))
        if not isinstance(self.predictor, FreshReading):
            return found
        texts = [article.text for article in read_quoted(gold)]
        speed = time_statements(self.predictor.reader, texts)
        return replace(found, measures=(*found.measures, speed))


def measuring_data(gold: Path) -> Path:
    """Return the folder of measuring data: LAGEBILD_SHARED, or the one above `annotation/`."""
    named = os.environ.get("LAGEBILD_SHARED")
    above = (p.parent for p in gold.resolve().parents if p.name == "annotation")
    return Path(named) if named else next(above, gold)


def _beside(gold: Path) -> Path:
    """Return the folder of texts that lies beside a folder of annotations."""
    folder = gold if gold.is_dir() else gold.parent
    return folder.parent / "texts"


def _timeml_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.tml")) if path.is_dir() else [path]
