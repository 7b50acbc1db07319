"""Propose how well the actors of a scenario work together, from the relations of a case."""

from collections.abc import Sequence

from lagebild.case import Case, Filter
from lagebild.knowledge import Knowledge
from lagebild.picture.relations import relations_of
from lagebild.picture.ties import RelationOptions, ties
from lagebild.whatif.scenario import Estimate, Propensity, ScenarioActor

DOUBT = 10.0
"""Weight of what is not reported, in units of the scale: as much as one attack or one gift of aid
on Goldstein's scale. It draws few acts towards 0 and widens their range."""


def tied(
    case: Case, where: Filter, knowledge: Knowledge, actors: Sequence[ScenarioActor]
) -> tuple[Propensity, ...]:
    """Return a propensity for each pair of actors that did something to each other.

    Talk does not count, as enemies talk too (`Ties.without_talk`).
    With C and F the sums of cooperation and conflict in both directions it is
    100 (C - F) / (C + F + 10), give or take 100 · 10 / (C + F + 10).
    """
    names = {actor.key: actor.name for actor in actors}
    sums: dict[tuple[str, str], list[float]] = {}
    acts = ties(case, where, RelationOptions("country", knowledge=knowledge)).without_talk()
    for relation in relations_of(acts):
        pair = names.get(relation.source), names.get(relation.target)
        if pair[0] is None or pair[1] is None or pair[0] == pair[1]:
            continue
        one, other = sorted((pair[0], pair[1]))
        total = sums.setdefault((one, other), [0.0, 0.0, 0.0])
        for at, value in enumerate((relation.cooperation, relation.conflict, relation.acts)):
            total[at] += value
    return tuple(_propensity(pair, *sums[pair]) for pair in sorted(sums) if sums[pair][2])


def _propensity(pair: tuple[str, str], friendly: float, hostile: float, acts: float) -> Propensity:
    weight = friendly + hostile + DOUBT
    middle, doubt = 100 * (friendly - hostile) / weight, 100 * DOUBT / weight
    estimate = Estimate(
        round(max(middle - doubt, -100)), round(min(middle + doubt, 100)), round(middle)
    )
    count = f"{acts:g} act{'' if acts == 1 else 's'}"
    why = f"{count}: cooperation {friendly:.3g}, conflict {hostile:.3g} on the scale"
    return Propensity(pair, estimate, why)
