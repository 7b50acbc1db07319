"""`lagebild evaluate`: score what Lagebild finds against annotated files."""

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from lagebild.case import open_case
from lagebild.cli.output import Json, err, friendly_errors, out, print_json
from lagebild.evaluate.floors import Floor, check_floors, data_folder
from lagebild.evaluate.measure import Evaluation, Measure, Mistake
from lagebild.evaluate.predictions import CaseReading, FreshReading
from lagebild.evaluate.tasks import Data, Evaluator

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Score what Lagebild finds against annotated files.",
    epilog="Example: `lagebild evaluate events dev/ --texts texts/ --dates dates.json`",
)

Annotations = Annotated[list[Path], typer.Argument(help="Annotation files (.json) or folders.")]
Texts = Annotated[
    Path | None,
    typer.Option(help="Folder of the texts, or a corpus; `texts` beside the annotations if unset."),
]
Dates = Annotated[Path | None, typer.Option(help="JSON file: document to published date.")]
InCase = Annotated[Path | None, typer.Option("--case", help="Score this case, do not read afresh.")]
Errors = Annotated[int, typer.Option("--errors", min=0, help="Print so many errors of each kind.")]


@dataclass(frozen=True, slots=True)
class _Show:
    json: bool
    errors: int
    causes: bool = False


def _run(name: str, data: Data, case: Path | None, show: _Show) -> None:
    with friendly_errors(), ExitStack() as stack:
        predictor: FreshReading | CaseReading = FreshReading()
        if case is not None:
            predictor = CaseReading(stack.enter_context(open_case(case)))
        evaluation = Evaluator(predictor).run(name, data)
        if show.json:
            print_json(_as_json(evaluation, show.errors))
            return
        out.print(_table(evaluation))
        if show.causes:
            out.print(_causes(evaluation.mistakes))
        _print_mistakes(evaluation.mistakes, show.errors)


@app.command()
def events(
    gold: Annotations,
    texts: Texts = None,
    dates: Dates = None,
    case: InCase = None,
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score events: type and sentence; of those found source, target, status and date.

    Example: `lagebild evaluate events dev/ --texts texts/ --errors 20`
    """
    _run("events", Data(tuple(gold), texts, dates), case, _Show(json, errors))


@app.command()
def actors(
    gold: Annotations,
    texts: Texts = None,
    dates: Dates = None,
    case: InCase = None,
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score actors: mentions to the right actor, actors found, kind, country, wrong merges.

    Example: `lagebild evaluate actors dev/ --texts texts/`
    """
    _run("actors", Data(tuple(gold), texts, dates), case, _Show(json, errors))


@app.command()
def commitments(
    gold: Annotations,
    texts: Texts = None,
    dates: Dates = None,
    case: InCase = None,
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score commitments: kind and sentence; of those found condition, parties and status.

    Example: `lagebild evaluate commitments dev/ --texts texts/`
    """
    _run("commitments", Data(tuple(gold), texts, dates), case, _Show(json, errors))


@app.command()
def figures(
    gold: Annotations,
    texts: Texts = None,
    dates: Dates = None,
    case: InCase = None,
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score figures: value and sentence; of those found qualifier and counted noun.

    Example: `lagebild evaluate figures dev/ --texts texts/`
    """
    _run("figures", Data(tuple(gold), texts, dates), case, _Show(json, errors))


@app.command()
def dates(
    gold: Annotated[list[Path], typer.Argument(help="TimeML files (.tml) or folders.")],
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score dates against TimeML files: strict and relaxed F1, with and without value.

    Example: `lagebild evaluate dates krauts/ --errors 20`
    """
    _run("dates", Data(tuple(gold)), None, _Show(json, errors))


@app.command()
def plover(
    gold: Annotated[Path, typer.Argument(help="JSON Lines file of marked sentences.")],
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score single sentences with one marked PLOVER event each.

    Example: `lagebild evaluate plover plover-de/dev.jsonl`
    """
    _run("plover", Data((gold,)), None, _Show(json, errors))


@app.command()
def ud(
    gold: Annotated[list[Path], typer.Argument(help="CoNLL-U files.")],
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score the language engine against Universal Dependencies (CoNLL-U).

    Example: `lagebild evaluate ud german-gsd-test.conllu`
    """
    _run("ud", Data(tuple(gold)), None, _Show(json, errors))


@app.command()
def ner(
    gold: Annotated[list[Path], typer.Argument(help="CoNLL files with names.")],
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score the names that the language engine finds.

    Example: `lagebild evaluate ner germeval2014-dev.tsv`
    """
    _run("ner", Data(tuple(gold)), None, _Show(json, errors))


@app.command()
def quotes(
    gold: Annotated[list[Path], typer.Argument(help="Quotation files (.jsonl or .jsonl.gz).")],
    errors: Errors = 0,
    causes: Annotated[bool, typer.Option("--causes", help="Count the errors by cause.")] = False,
    json: Json = False,
) -> None:
    """Score statements against the format of the public German quotation data set.

    Example: `lagebild evaluate quotes dev.jsonl.gz --causes`
    """
    _run("quotes", Data(tuple(gold)), None, _Show(json, errors, causes))


@app.command()
def speakers(
    gold: Annotations,
    texts: Texts = None,
    dates: Dates = None,
    errors: Errors = 0,
    json: Json = False,
) -> None:
    """Score the speakers of 200 judged statements: is each the actor that a person read?

    Example: `lagebild evaluate speakers dev/ --texts texts/`
    """
    _run("speakers", Data(tuple(gold), texts, dates), None, _Show(json, errors))


@app.command()
def floors(
    file: Annotated[Path, typer.Argument(help="The file of floors (TOML).")],
    data: Annotated[Path | None, typer.Option(help="Folder of the measuring data.")] = None,
    json: Json = False,
) -> None:
    """Check that no figure has fallen below its floor; exit status 1 if one has.

    Data that are not here are skipped with a notice.

    Example: `lagebild evaluate floors floors.toml`
    """
    with friendly_errors():
        folder = data or data_folder(file)
        checked = check_floors(file, folder, Evaluator(FreshReading()))
        if json:
            print_json([_floor_json(floor) for floor in checked])
        else:
            out.print(_floor_table(checked))
        missing = sorted({floor.gold for floor in checked if floor.value is None})
        for gold in missing:
            err.print(f"skipped: {gold} is not in {folder}", markup=False)
    if not all(floor.holds for floor in checked):
        raise typer.Exit(1)


def _table(evaluation: Evaluation) -> Table:
    table = Table(title=f"{evaluation.name}, {evaluation.articles} articles", title_justify="left")
    table.add_column("measure")
    for column in ("P", "R", "F1 / share", "95 % interval", "gold"):
        table.add_column(column, justify="right")
    for measure in evaluation.measures:
        table.add_row(measure.name, *_row(measure))
    return table


def _causes(mistakes: tuple[Mistake, ...]) -> Table:
    """Return how many errors there are of each kind, the most frequent first."""
    table = Table("error")
    table.add_column("count", justify="right")
    for kind, count in Counter(mistake.kind for mistake in mistakes).most_common():
        table.add_row(kind, str(count))
    return table


def _row(measure: Measure) -> tuple[str, ...]:
    low, high = measure.interval
    both = (
        (f"{measure.precision:.3f}", f"{measure.recall:.3f}") if measure.kind == "f1" else ("", "")
    )
    return (*both, f"{measure.value:.3f}", f"{low:.3f} to {high:.3f}", str(measure.gold))


def _of_each_kind(mistakes: tuple[Mistake, ...], count: int) -> list[Mistake]:
    """Return up to `count` mistakes of each kind, spread evenly over the articles."""
    kinds: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        kinds.setdefault(mistake.kind.split(" ")[0], []).append(mistake)
    chosen = []
    for found in kinds.values():
        step = max(1, len(found) // count) if count else 1
        chosen += found[::step][:count]
    return chosen


def _print_mistakes(mistakes: tuple[Mistake, ...], count: int) -> None:
    for mistake in _of_each_kind(mistakes, count):
        out.print(
            f"{mistake.kind}: {mistake.what}\n    {mistake.document}: {mistake.where}",
            markup=False,
        )


def _as_json(evaluation: Evaluation, count: int) -> dict[str, object]:
    chosen = _of_each_kind(evaluation.mistakes, count)
    listed = [
        {"kind": m.kind, "document": m.document, "what": m.what, "where": m.where} for m in chosen
    ]
    return evaluation.as_json() | ({"errors": listed} if count else {})


def _floor_table(checked: list[Floor]) -> Table:
    table = Table("evaluation", "data", "measure")
    for column in ("floor", "now", ""):
        table.add_column(column, justify="right")
    for floor in checked:
        now = "no data" if floor.value is None else f"{floor.value:.3f}"
        verdict = "" if floor.holds else "[bold red]fallen[/]"
        table.add_row(
            floor.evaluation, floor.gold, floor.measure, f"{floor.lowest:.3f}", now, verdict
        )
    return table


def _floor_json(floor: Floor) -> dict[str, object]:
    return {
        "evaluation": floor.evaluation,
        "gold": floor.gold,
        "measure": floor.measure,
        "floor": floor.lowest,
        "value": floor.value,
        "holds": floor.holds,
    }
