"""`lagebild picture`: who stands how to whom, in which blocs, and since when."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from functools import partial
from typing import Annotated, Any, cast

import typer
from rich.text import Text

from lagebild.case import Case, Filter, open_case
from lagebild.cli import network_lines as lines
from lagebild.cli.options import CaseFile, Json, OwnKnowledge, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json
from lagebild.errors import WrongUse
from lagebild.knowledge import Knowledge
from lagebild.picture.dyads import By, DyadSeries, dyad_series
from lagebild.picture.evidence import citations
from lagebild.picture.losses import Loss, losses
from lagebild.picture.network import ACTORS, Network, NetworkOptions, network
from lagebild.picture.resampling import DRAWS, Resampling
from lagebild.picture.rollup import RollUp
from lagebild.picture.signed import signed_graph
from lagebild.picture.stories import stories
from lagebild.picture.ties import CLAIMS, RelationOptions, node_key, ties
from lagebild.picture.windows import Over, windows

LIMIT = 12
MANY = 10
"""Stories from which on actors of one story alone are left out of blocs."""
ANY = "any"


About = Annotated[str | None, typer.Option(help="Only acts from or towards this actor.")]
RolledUp = Annotated[
    str, typer.Option(help="actor (as read), country (who acts for a state is it), kind.")
]
HalfLife = Annotated[float | None, typer.Option(help="Days after which an act counts half.")]
Statements = Annotated[
    bool, typer.Option("--statements/--no-statements", help="Whether statements count.")
]
Claims = Annotated[
    float,
    typer.Option(min=0, max=1, help="What an event counts that somebody else only claims."),
]
MostBlocs = Annotated[str, typer.Option(help="At most so many blocs, or any.")]
MostActors = Annotated[
    int, typer.Option(min=2, help="Only so many actors, the most active, for blocs.")
]
FewestStories = Annotated[
    int | None,
    typer.Option(
        min=1, help="Only actors of at least so many stories, for blocs: 2; 1 in cases of under 10."
    ),
]
Talk = Annotated[
    bool, typer.Option("--talk", help="Let talks, requests and promises count for blocs too.")
]
Dyad = Annotated[tuple[str, str] | None, typer.Option(help="Two actors: how they stood over time.")]
InWindows = Annotated[
    str | None, typer.Option(help="Blocs by month, quarter or year, and who moved.")
]
Period = Annotated[str, typer.Option(help="Period of --dyad: day, week or month.")]
Draws = Annotated[
    int, typer.Option(min=10, help="How often stories are drawn again, for uncertainty.")
]
Lines = Annotated[int, typer.Option(min=1, help="At most so many lines a part.")]


def picture(
    case: CaseFile,
    since: Since = None,
    until: Until = None,
    actor: About = None,
    roll_up: RolledUp = "country",
    half_life: HalfLife = None,
    statements: Statements = True,
    claims: Claims = CLAIMS,
    blocs: MostBlocs = "2",
    actors: MostActors = ACTORS,
    min_stories: FewestStories = None,
    talk: Talk = False,
    dyad: Dyad = None,
    over: InWindows = None,
    by: Period = "month",
    draws: Draws = DRAWS,
    knowledge: OwnKnowledge = None,
    limit: Lines = LIMIT,
    json: Json = False,
) -> None:
    """Show who stands how to whom, in which blocs, who mediates, and since when.

    Example: `lagebild picture lage.case --since 2015-11-01 --dyad Russland Türkei --by week`
    """
    with friendly_errors(), open_case(case) as opened:
        options = NetworkOptions(
            RelationOptions(
                cast(RollUp, roll_up), half_life, statements, None, Knowledge(knowledge), claims
            ),
            _most(blocs),
            actors,
            min_stories or (2 if len(stories(opened)) >= MANY else 1),
            talk,
            resampling=Resampling(draws),
        )
        where = Filter(actor=actor, since=since, until=until)
        if dyad is not None:
            _show_dyad(opened, where, options, (dyad, cast(By, by)), json=json)
        elif over is not None:
            _show_windows(opened, where, options, cast(Over, over), json=json)
        else:
            _show_network(opened, where, options, limit, json=json)


def _most(blocs: str) -> int | None:
    if blocs == ANY:
        return None
    if not blocs.isdecimal():
        raise WrongUse(f'"{blocs}" is no number of blocs.', "Give --blocs 2, 3, … or any.")
    return int(blocs)


def _show_network(
    case: Case, where: Filter, options: NetworkOptions, limit: int, *, json: bool
) -> None:
    net = network(case, where, options)
    lost = _lost(case, where, options, net)
    if json:
        print_json(_plain(net, lost))
        return
    if not net.relations:
        out.print("Nobody does anything to anybody here.")
        return
    shown = net.relations[:limit]
    known = citations(case, [relation.evidence[0] for relation in shown])
    told = [r for r in net.relations if r.acts]
    lines.part("Relations", told, partial(lines.relation_lines, known=known), limit)
    _blocs(case, net, limit)
    mediators = [s for s in net.standings if s.enemy_pairs or s.brokerage.liaison]
    lines.part("Mediators", mediators, partial(lines.standing_lines, net), limit)
    alone = [s.name for s in net.standings if s.isolated]
    out.print(Text(f"\nWithout a positive tie ({len(alone)}): {', '.join(alone) or '–'}"))
    if where.since:
        fallen = [loss for loss in lost if loss.lost]
        title = f"Lost positive ties since {where.since}"
        lines.part(title, fallen, partial(lines.loss_lines, net), limit)


def _blocs(case: Case, net: Network, limit: int) -> None:
    limits = "any number" if net.blocs.most is None else f"at most {net.blocs.most}"
    first = [bloc for bloc in net.blocs.blocs if bloc.component == 0]
    others = [bloc for bloc in net.blocs.blocs if bloc.component > 0]
    out.print(f"\n[bold]Blocs[/] ({limits}; {len(net.sides)} actors)")
    for text in lines.measure_lines(net.blocs, net.stability):
        out.print(text)
    for number, bloc in enumerate(first, 1):
        for text in lines.bloc_lines(number, bloc):
            out.print(text)
    if others:
        apart = ", ".join(m.name for bloc in others for m in bloc.members)
        out.print(Text(f"  not connected with them: {apart}", style="dim"))
    broken = net.blocs.violations[:limit]
    known = citations(case, filter(None, (lines.basis(net, violation) for violation in broken)))
    for violation in broken:
        for text in lines.violation_lines(net, violation, known):
            out.print(text)
    for text in list(lines.stability_lines(net))[: 2 * limit]:
        out.print(text)


def _lost(case: Case, where: Filter, options: NetworkOptions, net: Network) -> tuple[Loss, ...]:
    """Return what became of the positive ties from before the window, where it has a beginning."""
    if not where.since:
        return ()
    first = date.fromisoformat(f"{where.since}-01-01"[:10])
    until = (first - timedelta(days=1)).isoformat()
    before = ties(case, replace(where, since=None, until=until), options.relations)
    return losses(signed_graph(before), signed_graph(net.ties))


def _plain(net: Network, lost: tuple[Loss, ...]) -> dict[str, Any]:
    together = net.stability.together
    return {
        "relations": [asdict(relation) for relation in net.relations],
        "blocs": asdict(net.blocs) | {"gap": net.blocs.gap, "exact": net.blocs.exact},
        "stability": asdict(replace(net.stability, together=together.iloc[:0]))
        | {"together": together.astype(object).where(together.notna(), None).to_dict()},
        "standings": [asdict(standing) for standing in net.standings],
        "lost": [asdict(loss) for loss in lost],
    }


def _show_dyad(
    case: Case,
    where: Filter,
    options: NetworkOptions,
    wanted: tuple[tuple[str, str], By],
    *,
    json: bool,
) -> None:
    (first, second), by = wanted
    one = node_key(case, first, options.relations)
    two = node_key(case, second, options.relations)
    if one == two:
        raise WrongUse(f'"{first}" and "{second}" are one actor here.', "Try --roll-up actor.")
    found = ties(case, replace(where, actor=None), options.relations)
    series = dyad_series(found, one, two, by, options.resampling)
    if json:
        print_json(_plain_series(series))
        return
    basis = f", from {counted(series.stories, 'story', 'stories')}" if series.stories else ""
    out.print(f"[bold]{found.name(one)} – {found.name(two)}[/] by {by}{basis}")
    known = citations(case, [ids[0] for ids in series.frame["evidence"] if ids])
    if series.frame.empty:
        out.print("  Nothing with a date links the two.")
    for text in lines.series_lines(series, known) if len(series.frame) else ():
        out.print(text)
    for change in series.changes:
        out.print(
            f"  [bold yellow]another level since {change.since}[/]: {change.before:+.1f} → "
            f"{change.after:+.1f} a {by}, in {change.support:.0%} of draws"
        )
    if series.undated:
        out.print(f"  {counted(series.undated, 'act')} without a date.", style="dim")


def _show_windows(
    case: Case, where: Filter, options: NetworkOptions, over: Over, *, json: bool
) -> None:
    found = ties(case, where, options.relations)
    telling = found if options.talk else found.without_talk()
    made = windows(telling, over, options.most, options.min_stories, options.time_limit_s)
    if json:
        print_json([asdict(window) for window in made])
        return
    if not made:
        out.print("Nothing with a date happens here.")
        if len(found.counted):
            out.print(
                "Give dates when reading: --published, or a metadata.csv beside the articles."
            )
    for window in made:
        for text in lines.window_lines(found, window):
            out.print(text)


def _plain_series(series: DyadSeries) -> dict[str, Any]:
    return {
        "a": series.a,
        "b": series.b,
        "by": series.by,
        "series": series.frame.astype(object)
        .where(series.frame.notna(), None)
        .reset_index()
        .to_dict("records"),
        "changes": [asdict(change) for change in series.changes],
        "undated": series.undated,
        "stories": series.stories,
    }
