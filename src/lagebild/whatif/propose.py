"""Propose a scenario from a case: who speaks on an issue, how often, for or against, how strong.

- Position: the share of an actor's utterances with a stance that are for the issue, in percent,
  with Jeffreys' interval (5 to 95 %); one utterance leaves almost everything open.
- Salience: how often the actor speaks on the issue, in percent of who does most, with the
  uncertainty of a Poisson count (Jeffreys' prior, 5 to 95 %).
- Capability: from public figures for states; unknown for others: anything up to the middle state.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
from scipy.special import betaincinv, gammaincinv

from lagebild.case import Case, Filter
from lagebild.errors import WrongUse
from lagebild.knowledge import Knowledge
from lagebild.picture.positions import utterances
from lagebild.picture.rollup import OF_STATE, Node, RollUps
from lagebild.whatif.capability import Capabilities
from lagebild.whatif.scenario import Estimate, Evidence, Scenario, ScenarioActor, exactly
from lagebild.whatif.sides import side
from lagebild.whatif.stances import Voice, Voices
from lagebild.whatif.tied import tied
from lagebild.whatif.voices_by_positions import voices_by_positions

EVERYTHING = Filter()
UNKNOWN = Estimate(0, 100)
UNNAMED = (
    "nobody said what the ends of the scale mean: read the passages, name the ends (low, high) and "
    "check that each position lies on the right side"
)
TURNED = ", turned round"
"""Said of a passage that is for what the issue would end, or for the end of what it names."""
PASSAGES = 5
"""Passages that are quoted as evidence for a position; the counts use all."""


@dataclass(frozen=True, slots=True)
class ProposeOptions:
    """What to propose.

    `words` name the issue in the texts (commas part alternatives), by default `issue` itself.
    `low` and `high` say what 0 and 100 mean. At most `actors` actors are proposed, those who speak
    most on the issue, of equals those who take sides. `voices` reads the stances.
    """

    issue: str
    words: str | None = None
    low: str = ""
    high: str = ""
    actors: int = 10
    where: Filter = EVERYTHING
    knowledge: Knowledge = field(default_factory=Knowledge)
    voices: Voices = voices_by_positions


@dataclass(frozen=True, slots=True)
class Argued:
    """An issue of the case's positions, how many actors stand on it and how often they spoke."""

    issue: str
    actors: int
    utterances: int


def argued(case: Case, where: Filter = EVERYTHING) -> list[Argued]:
    """Return the issues on which two actors or more stand, the most argued first."""
    spoken = utterances(case, where)
    sizes = Counter(u.issue for u in spoken)
    actors = {issue: len({u.actor for u in spoken if u.issue == issue}) for issue in sizes}
    several = [Argued(issue, actors[issue], n) for issue, n in sizes.items() if actors[issue] > 1]
    return sorted(several, key=lambda a: (-a.utterances, -a.actors, a.issue))


def propose(case: Case, options: ProposeOptions) -> Scenario:
    """Return a scenario on an issue of the case, every value with its evidence.

    Raises:
        WrongUse: Fewer than two actors speak on the issue.
    """
    words = options.words or options.issue
    ahead = side(words.partition(",")[0]) * side(options.issue)
    voices = [_towards(voice, ahead) for voice in options.voices(case, words, options.where)]
    with case.looking() as connection:
        rolled = RollUps(connection, "country", options.knowledge)
    spoken = _by_actor(voices, rolled)
    who = [key for key in spoken if not _unasked(rolled.nodes[key])]
    if len(who) < 2:
        alone = rolled.nodes[who[0]].name if who else "Nobody"
        raise WrongUse(
            f'{alone} alone speaks of "{words}" in this case: a scenario needs two actors.'
            if who
            else f'Nobody in this case speaks of "{words}".',
            f'Give other words, commas between alternatives; try: lagebild search CASE "{words}"',
        )
    most_first = sorted(who, key=lambda key: (-len(spoken[key]), -_sided(spoken[key]), key))
    chosen = [(key, spoken[key]) for key in most_first[: options.actors]]
    names = _file_names(case)
    actors = _actors(chosen, rolled, Capabilities(options.knowledge), names)
    return Scenario(
        options.issue,
        options.low or f"against: {options.issue}",
        options.high or f"for: {options.issue}",
        actors,
        tied(case, options.where, options.knowledge, actors),
        tuple(_notes(voices, words, named=bool(options.low and options.high))),
    )


def _sided(voices: Sequence[Voice]) -> int:
    """Return how many voices take a side."""
    return sum(voice.stance is not None for voice in voices)


def _towards(voice: Voice, ahead: int) -> Voice:
    """Return a voice on what the words name as one on the issue, which may turn that round."""
    if ahead > 0 or voice.stance is None:
        return voice
    return replace(voice, stance=-voice.stance, turned=not voice.turned)


def _unasked(node: Node) -> bool:
    """Tell whether nobody can ask a node: a word for some people ("Teilnehmer"), or a paper."""
    return (node.kind == "group" and node.country is None) or node.kind == "media"


def _by_actor(voices: Sequence[Voice], rolled: RollUps) -> dict[str, list[Voice]]:
    """Return the voices by whom the actor stands for; what is found twice in a sentence once."""
    keys = rolled.keys(
        pd.Series([voice.actor for voice in voices], dtype=object),
        pd.Series([voice.date for voice in voices], dtype=object),
    )
    found: dict[str, dict[tuple[str, tuple[int, int]], Voice]] = {}
    for key, voice in zip(keys, voices, strict=True):
        if key in rolled.nodes:
            kept = found.setdefault(key, {})
            place = (voice.article, voice.span)
            if place not in kept or kept[place].stance is None:
                kept[place] = voice
    return {key: list(kept.values()) for key, kept in found.items()}


def _actors(
    chosen: Sequence[tuple[str, list[Voice]]],
    rolled: RollUps,
    capabilities: Capabilities,
    names: dict[str, str],
) -> tuple[ScenarioActor, ...]:
    most = len(chosen[0][1])
    nodes = [rolled.nodes[key] for key, _ in chosen]
    strengths = [_strength(node, capabilities) for node in nodes]
    known = sorted(found[0].middle for found in strengths if found is not None)
    weak = Estimate(0.001, known[len(known) // 2]) if known else exactly(1)
    actors = []
    for node, (_, voices), strength in zip(nodes, chosen, strengths, strict=True):
        position, passages = _position(voices, names)
        salience = _salience(len(voices), most)
        how_often = Evidence(
            "salience",
            f"utterances on the issue: {len(voices)} (most of all actors: {most})",
        )
        capability, source = strength or (weak, None)
        evidence = (*passages, how_often, *(() if source is None else (source,)))
        name = _distinct(node, nodes)
        actors.append(ScenarioActor(name, position, salience, capability, node.key, evidence))
    return tuple(actors)


def _strength(node: Node, capabilities: Capabilities) -> tuple[Estimate, Evidence] | None:
    return capabilities.of(node.country if node.kind in OF_STATE else node.key)


def _position(
    voices: Sequence[Voice], names: dict[str, str]
) -> tuple[Estimate, tuple[Evidence, ...]]:
    """Return the position and the passages it rests on, the latest first."""
    said = [(voice, voice.stance) for voice in voices if voice.stance is not None]
    in_favour = sum((1 + stance) / 2 for _, stance in said)
    a, b = in_favour + 0.5, len(said) - in_favour + 0.5
    low, high = (100 * float(betaincinv(a, b, q)) for q in (0.05, 0.95))
    middle = 100 * a / (a + b)
    estimate = Estimate(round(low), round(high), round(middle)) if said else UNKNOWN
    latest = sorted(said, key=lambda one: one[0].date or "", reverse=True)[:PASSAGES]
    passages = (
        Evidence(
            "position",
            f"{'for' if stance > 0 else 'against'}: {voice.why}{TURNED if voice.turned else ''}",
            names.get(voice.article, voice.article),
            voice.span,
            voice.words,
        )
        for voice, stance in latest
    )
    return estimate, tuple(passages)


def _salience(count: int, most: int) -> Estimate:
    low, high = (100 * float(gammaincinv(count + 0.5, q)) / (most + 0.5) for q in (0.05, 0.95))
    middle = 100 * (count + 0.5) / (most + 0.5)
    return Estimate(round(low), min(100, round(high)), round(middle))


def _distinct(node: Node, nodes: Sequence[Node]) -> str:
    """Return the name of a node, with its key where several are called so."""
    alike = [other for other in nodes if other.name.casefold() == node.name.casefold()]
    return node.name if len(alike) == 1 else f"{node.name} ({node.key})"


def _file_names(case: Case) -> dict[str, str]:
    """Return what to call each article: its file's name, or its id where two files share a name."""
    records = case.articles(Filter(reprints=True))
    names = {record.id: record.uri.rsplit("/", 1)[-1] for record in records}
    used = Counter(names.values())
    return {id_: name if used[name] == 1 else id_ for id_, name in names.items()}


def _notes(voices: Sequence[Voice], words: str, *, named: bool) -> list[str]:
    dates = sorted(voice.date for voice in voices if voice.date)
    ends = dict.fromkeys((dates[0][:10], dates[-1][:10])) if dates else ()
    when = f", {' to '.join(ends)}" if ends else ""
    articles = len({voice.article for voice in voices})
    said = (
        f'proposed from utterances that name "{words}": {len(voices)}, articles: {articles}{when}'
    )
    return [said] if named else [said, UNNAMED]
