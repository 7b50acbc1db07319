"""`lagebild positions CASE …`: what is argued about, who stands where; edit and export it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import networkx as nx
import pandas as pd
import typer
from rich.text import Text

from lagebild.case import Case, Filter, open_case
from lagebild.case.records import ArticleRecord
from lagebild.cli.actors import By, who
from lagebild.cli.cited import cited
from lagebild.cli.options import Json, Since, Until
from lagebild.cli.output import counted, friendly_errors, out, print_json
from lagebild.errors import WrongUse
from lagebild.picture.discourse import Coded, DnaRow, dna_table, graph, one_mode, two_mode, windows
from lagebild.picture.material import Material, material
from lagebild.picture.positions import (
    Position,
    Utterance,
    coded,
    positions_of,
    utterances,
)
from lagebild.picture.positions.table import delimiter_of, taken_in, written

app = typer.Typer(
    no_args_is_help=True,
    help="What is argued about and who stands where: list, edit, export, discourse network.",
    epilog="Example: `lagebild positions lage.case list`",
)
Out = Annotated[Path, typer.Argument(help="The file to write.")]
COLOURS = {"for": "green", "against": "red", "conditional": "yellow"}


@app.callback()
def _case(
    context: typer.Context, case: Annotated[Path, typer.Argument(help="The case file.")]
) -> None:
    context.obj = case


@app.command("list")
def list_positions(
    context: typer.Context,
    actor: Annotated[str | None, typer.Option(help="Only this actor's positions.")] = None,
    fewest: Annotated[
        int, typer.Option(min=1, help="Only issues with so many utterances or more.")
    ] = 2,
    since: Since = None,
    until: Until = None,
    json: Json = False,
) -> None:
    """List the issues, most argued first, each with who is for, against or sets conditions.

    Example: `lagebild positions lage.case list --since 2016-01-01`
    """
    with friendly_errors(), open_case(context.obj) as case:
        where = Filter(since=since, until=until)
        spoken = utterances(case, where)
        names, articles = _names(case), {a.id: a for a in case.articles()}
        only = case.actor_key(actor) if actor else None
    size = pd.Series([u.issue for u in spoken], dtype=object).value_counts()
    chosen = [
        p for p in positions_of(spoken) if size[p.issue] >= fewest and only in (None, p.actor)
    ]
    if json:
        print_json([asdict(p) for p in chosen])
        return
    issues = list(dict.fromkeys(p.issue for p in chosen))
    out.print(f"[bold]{counted(len(issues), 'issue')}[/]")
    for issue in issues:
        out.print(Text(f"\n  {issue}", style="bold"))
        for position in chosen:
            if position.issue == issue:
                _print(position, names, articles)


def _print(
    position: Position, names: Mapping[str, str], articles: Mapping[str, ArticleRecord]
) -> None:
    dates = " to ".join(dict.fromkeys(filter(None, (position.since, position.latest))))
    line = Text.assemble(
        "    ",
        (f"{position.stance:<12}", COLOURS[position.stance]),
        f"{names.get(position.actor, position.actor)}  ",
        (dates or "undated", "dim"),
    )
    out.print(line)
    out.print(cited(position.evidence[-1].citation, articles, "        "))


@app.command("export")
def export_positions(context: typer.Context, file: Out) -> None:
    """Write the utterances as a table (.tsv or .csv) to edit and to import again.

    Change issue, stance (for, against, conditional, none) or actor; add rows with words.
    Example: `lagebild positions lage.case export positions.tsv`
    """
    with friendly_errors(), open_case(context.obj) as case:
        spoken = utterances(case)
        _write(file, written(spoken, _names(case), delimiter_of(file)))
    out.print(
        f"{counted(len(spoken), 'utterance')}. Edit the table, then: lagebild positions CASE import"
    )


@app.command("import")
def import_positions(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The edited table.")],
    by: By = None,
) -> None:
    """Take in an edited table: each change becomes a decision that outlives a new reading.

    Example: `lagebild positions lage.case import positions.tsv --by Meier`
    """
    with friendly_errors(), open_case(context.obj) as case:
        changed = taken_in(case, file, utterances(case), who(by))
    out.print(f"{counted(changed, 'decision')} kept. Undo one: lagebild actors CASE undo NUMBER")


@app.command()
def network(
    context: typer.Context,
    file: Out,
    mode: Annotated[str, typer.Option(help="one (actors) or two (actors by issues).")] = "one",
    aggregation: Annotated[
        str | None,
        typer.Option(help="congruence, conflict, subtract, ignore; two-mode also combine."),
    ] = None,
    normalisation: Annotated[
        str | None,
        typer.Option(help="no, average, jaccard, cosine; two-mode: no, activity, prominence."),
    ] = None,
    duplicates: Annotated[
        str, typer.Option(help="include, document, week, month, year, acrossrange.")
    ] = "document",
    window: Annotated[
        str | None,
        typer.Option(help='One network for each window of this length: "30 days", "3 months".'),
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write the discourse network as .csv, .graphml or .gexf, as DNA computes it.

    Example: `lagebild positions lage.case network konflikt.graphml --aggregation conflict`
    """
    with friendly_errors():
        build: Any = {"one": one_mode, "two": two_mode}.get(mode)
        if build is None:
            raise WrongUse(f'"{mode}" is no mode.', "Use one or two.")
        with open_case(context.obj) as case:
            names = _names(case)
            spoken = utterances(case, Filter(since=since, until=until))
        options = {"aggregation": aggregation, "normalisation": normalisation}
        given = {name: value for name, value in options.items() if value}
        statements = coded(spoken, lambda key: names.get(key, key))
        build = partial(build, duplicates=duplicates, **given)
        files = 0
        for path, made in _networks(file, statements, build, window):
            _write_network(path, made)
            files += 1
            out.print(f"{made.shape[0]} by {made.shape[1]}: {path}", markup=False)
        if not files:
            out.print("No position has a date in this time: nothing is written.")


@app.command()
def dna(context: typer.Context, file: Out) -> None:
    """Write the statements in the columns of the Discourse Network Analyzer's event lists.

    Example: `lagebild positions lage.case dna statements.csv`
    """
    with friendly_errors(), open_case(context.obj) as case:
        found, spoken = material(case), utterances(case)
        rows = _dna_rows(found, spoken)
        _write(file, dna_table(rows))
    out.print(f"{counted(len(rows), 'statement')}: {file}")


def _networks(
    file: Path,
    statements: Sequence[Coded],
    build: Callable[[Sequence[Coded]], pd.DataFrame],
    window: str | None,
) -> Iterator[tuple[Path, pd.DataFrame]]:
    """Yield the network, or one for each window with the date of its middle in the file name."""
    if window is None:
        yield file, build(statements)
        return
    size, _, unit = window.partition(" ")
    if not size.isdecimal():
        raise WrongUse(f'"{window}" is no window.', "Say, for example, 7 days or 3 months.")
    moving: Any = windows
    for one in moving(statements, int(size), unit, build):
        yield file.with_stem(f"{file.stem}-{one.middle}"), one.network


def _dna_rows(found: Material, spoken: list[Utterance]) -> list[DnaRow]:
    numbers = {article: n for n, article in enumerate(found.articles, 1)}
    rows = []
    for u in (u for u in spoken if u.published):
        article, name = found.articles[u.citation.article], found.name(u.actor)
        person = u.actor in found.actors and found.actors[u.actor].kind == "person"
        rows.append(
            DnaRow(
                u.published or "",
                numbers[article.id],
                article.title or article.uri,
                ", ".join(article.authors),
                article.outlet or "",
                article.genre,
                u.sentence.words,
                name if person else "",
                (found.state(u.actor) if found.state(u.actor) != u.actor else "")
                if person
                else name,
                u.issue,
                u.stance != "against",
            )
        )
    return rows


def _names(case: Case) -> dict[str, str]:
    return {r.actor.key: r.actor.name for r in case.actors(Filter(reprints=True))}


def _write_network(file: Path, made: pd.DataFrame) -> None:
    kind = file.suffix.lower()
    if kind == ".csv":
        _write(file, made.to_csv())
    elif kind == ".graphml":
        _write(file, "\n".join(nx.generate_graphml(graph(made))) + "\n")
    elif kind == ".gexf":
        _write(file, "\n".join(nx.generate_gexf(graph(made))) + "\n")
    else:
        raise WrongUse(f'"{file}" has no known ending.', "Use .csv, .graphml or .gexf.")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise WrongUse(
            f'"{file}" cannot be written ({error}).', "Check folder and rights."
        ) from error
