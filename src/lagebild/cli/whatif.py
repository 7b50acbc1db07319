"""`lagebild whatif …`: propose a scenario from a case, run it, and see what a change does."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lagebild.case import Filter, open_case
from lagebild.cli.options import Json, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json
from lagebild.errors import WrongUse
from lagebild.knowledge import Knowledge
from lagebild.whatif.as_json import difference_json, results_json
from lagebild.whatif.backtest import backtests
from lagebild.whatif.backtest_report import backtest_json, backtest_report
from lagebild.whatif.change import changed
from lagebild.whatif.difference import compare as compare_scenarios
from lagebild.whatif.picture import difference_picture, outcome_picture
from lagebild.whatif.propose import Argued, ProposeOptions, argued
from lagebild.whatif.propose import propose as propose_scenario
from lagebild.whatif.reading import read_scenario
from lagebild.whatif.report import difference_report, report
from lagebild.whatif.results import RunOptions
from lagebild.whatif.results import run as run_scenario
from lagebild.whatif.series import dyad_series, period
from lagebild.whatif.writing import scenario_text

app = typer.Typer(
    no_args_is_help=True,
    help="Ask what would happen: scenarios, models, and how well they did before.",
    epilog='Example: `lagebild whatif propose lage.case --issue "Assads Abgang" --out s.toml`',
)
File = Annotated[Path, typer.Argument(help="A scenario file (TOML).")]
Runs = Annotated[int, typer.Option(help="How often to draw the inputs.")]
Rounds = Annotated[int, typer.Option(help="Rounds of bargaining in the challenge model.")]
Seed = Annotated[int, typer.Option(help="Number that the random draws start from.")]
Replicated = Annotated[
    bool, typer.Option("--replicated", help="Also the reading that reproduces the paper.")
]
Svg = Annotated[Path | None, typer.Option(help="Write the picture to this SVG file.")]


@app.command()
def propose(
    case: Annotated[Path, typer.Argument(help="The case file.")],
    issue: Annotated[
        str | None, typer.Option(help="What the issue is called; without it, a list of issues.")
    ] = None,
    out_file: Annotated[Path | None, typer.Option("--out", help="Write the scenario here.")] = None,
    words: Annotated[
        str | None, typer.Option(help="Words that name it; commas between alternatives.")
    ] = None,
    low: Annotated[str, typer.Option(help="What the position 0 means.")] = "",
    high: Annotated[str, typer.Option(help="What the position 100 means.")] = "",
    actors: Annotated[int, typer.Option(min=2, help="At most so many actors.")] = 10,
    since: Since = None,
    until: Until = None,
    knowledge: Annotated[Path | None, typer.Option(help="A folder of your own tables.")] = None,
) -> None:
    """Propose a scenario from a case, every value with its evidence; edit it and run it.

    Example: `lagebild whatif propose lage.case --issue "Assads Abgang" --words Assad --out s.toml`
    """
    with friendly_errors(), open_case(case) as opened:
        where = Filter(since=since, until=until)
        if issue is None:
            _offer(argued(opened, where), case)
            return
        known = Knowledge(knowledge)
        options = ProposeOptions(issue, words, low, high, actors, where, known)
        text = scenario_text(propose_scenario(opened, options))
        _write(out_file, text)
    if out_file is None:
        out.print(text, markup=False, end="")
    else:
        out.print(f"Written: {out_file}. Change it, then:  lagebild whatif run {out_file}")


def _offer(issues: Sequence[Argued], case: Path) -> None:
    """Print the issues of which a scenario can be proposed, and how."""
    if not issues:
        out.print("No issue on which two actors stand. Name one:  --issue … --words …")
        return
    out.print("Issues on which two actors or more stand:")
    for found in issues:
        count = f"{counted(found.actors, 'actor')}, {counted(found.utterances, 'utterance')}"
        out.print(f"  {found.issue}  ({count})", markup=False)
    name = issues[0].issue
    out.print(f'Then:  lagebild whatif propose {case} --issue "{name}" --out s.toml', markup=False)


@app.command()
def run(
    scenario: File,
    runs: Runs = 10_000,
    rounds: Rounds = 10,
    seed: Seed = 1,
    replicated: Replicated = False,
    svg: Svg = None,
    json: Json = False,
) -> None:
    """Run all models on a scenario. Example: `lagebild whatif run s.toml --svg s.svg`."""
    with friendly_errors():
        results = run_scenario(read_scenario(scenario), RunOptions(runs, rounds, seed, replicated))
        _write(svg, outcome_picture(results) if svg else "")
    if json:
        print_json(results_json(results))
    else:
        out.print(report(results), markup=False, end="")


@app.command()
def compare(
    scenario: File,
    other: Annotated[Path | None, typer.Argument(help="The changed scenario file.")] = None,
    change: Annotated[
        list[str] | None, typer.Option(help='A change, such as "Russland.position=40".')
    ] = None,
    runs: Runs = 10_000,
    rounds: Rounds = 10,
    seed: Seed = 1,
    replicated: Replicated = False,
    svg: Svg = None,
    json: Json = False,
) -> None:
    """Say what a change does: the difference of two scenarios, or of one and a changed line.

    Example: `lagebild whatif compare s.toml --change "Russland.position=40"`
    """
    with friendly_errors():
        before = read_scenario(scenario)
        if other is None and not change:
            raise WrongUse(
                "There is nothing to compare with.",
                'Name a second file, or give --change "ACTOR.position=40".',
            )
        after = before if other is None else read_scenario(other)
        for line in change or ():
            after = changed(after, line)
        difference = compare_scenarios(before, after, RunOptions(runs, rounds, seed, replicated))
        _write(svg, difference_picture(difference) if svg else "")
    if json:
        print_json(difference_json(difference))
    else:
        out.print(difference_report(difference), markup=False, end="")


@app.command()
def backtest(
    case: Annotated[Path, typer.Argument(help="The case file.")],
    between: Annotated[
        list[str] | None, typer.Option(help="One of the two actors; give it twice.")
    ] = None,
    per: Annotated[str, typer.Option(help="day, week or month.")] = "week",
    pairs: Annotated[int, typer.Option(min=1, help="Without names: so many pairs.")] = 3,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """Predict later acts of a pair of actors from earlier ones, and score that.

    Example: `lagebild whatif backtest lage.case --between Russland --between Türkei --per month`
    """
    with friendly_errors(), open_case(case) as opened:
        where = Filter(since=since, until=until)
        series = dyad_series(opened, where, period(per), between or (), pairs)
        found = backtests(series)
    if json:
        print_json(backtest_json(found))
    else:
        out.print(backtest_report(found), markup=False, end="")


def _write(path: Path | None, text: str) -> None:
    if path is None:
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongUse(
            f'"{path}" cannot be written ({error.strerror}).', "Name another place."
        ) from error
