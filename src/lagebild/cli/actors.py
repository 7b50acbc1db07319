"""`lagebild actors CASE …`: list and correct the actors of a case.

Corrections are decisions with a name and a time. They can be undone and hold after a new reading.
"""

import getpass
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from lagebild.case import open_case
from lagebild.case.decisions import DecisionKind
from lagebild.cli.output import Json, friendly_errors, out, print_json
from lagebild.errors import WrongUse

app = typer.Typer(
    no_args_is_help=True,
    help="List and correct the actors of a case.",
    epilog="Example: `lagebild actors lage.case merge Kreml Russland`",
)
By = Annotated[str | None, typer.Option("--by", help="Who decides; your login by default.")]
Name = Annotated[str, typer.Argument(help="Name, alias or key of the actor.")]


@app.callback()
def _case(
    context: typer.Context, case: Annotated[Path, typer.Argument(help="The case file.")]
) -> None:
    context.obj = case


@app.command("list")
def list_actors(context: typer.Context, json: Json = False) -> None:
    """List all actors, most mentioned first. Example: `lagebild actors lage.case list`."""
    with friendly_errors(), open_case(context.obj) as case:
        records = case.actors()
    if json:
        print_json([asdict(record) for record in records])
        return
    table = Table("key", "name", "kind", "country", "mentions", "aliases", box=None)
    for record in records:
        a = record.actor
        others = ", ".join(a.aliases[:4])
        table.add_row(a.key, a.name, a.kind, a.country or "", str(record.mentions), others)
    out.print(table)


@app.command()
def merge(context: typer.Context, actor: Name, into: Name, by: By = None) -> None:
    """Say that one actor is another. Example: `lagebild actors lage.case merge Kreml Russland`."""
    with friendly_errors(), open_case(context.obj) as case:
        target = case.actor_key(into)
        _said(case.decide("merge", case.actor_key(actor), {"into": target}, who(by)), "merge")


@app.command()
def split(
    context: typer.Context,
    actor: Name,
    name: Annotated[str, typer.Option("--name", help="Name of the other actor.")],
    articles: Annotated[
        list[str], typer.Option("--article", help="Article in which it is the other one.")
    ],
    by: By = None,
) -> None:
    """Say that in some articles it is somebody else of the same name.

    Example: `lagebild actors lage.case split Schmidt --name "Helmut Schmidt" --article a.txt`
    """
    with friendly_errors(), open_case(context.obj) as case:
        ids = [case.article_id(article) for article in articles]
        value = {"articles": ids, "name": name}
        _said(case.decide("split", case.actor_key(actor), value, who(by)), "split")


@app.command()
def rename(context: typer.Context, actor: Name, name: str, by: By = None) -> None:
    """Give an actor another name. Example: `lagebild actors lage.case rename PK Pressechef`."""
    _decide(context, "rename", actor, {"name": name}, by)


@app.command()
def retype(
    context: typer.Context,
    actor: Name,
    kind: Annotated[str | None, typer.Option(help="person, state, government, …")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-3 code.")] = None,
    by: By = None,
) -> None:
    """Change kind or country. Example: `lagebild actors lage.case retype IS --kind armed_group`."""
    given = {"kind": kind, "country": country}
    value = {name: text for name, text in given.items() if text is not None}
    with friendly_errors():
        if not value:
            raise WrongUse("There is nothing to change.", "Give --kind or --country.")
    _decide(context, "retype", actor, value, by)


@app.command()
def forget(context: typer.Context, actor: Name, by: By = None) -> None:
    """Say that it is no actor. Example: `lagebild actors lage.case forget Montag`."""
    _decide(context, "forget", actor, {}, by)


@app.command()
def undo(context: typer.Context, decision: int, by: By = None) -> None:
    """Undo a decision by its number. Example: `lagebild actors lage.case undo 3`."""
    with friendly_errors(), open_case(context.obj) as case:
        case.undo(decision, who(by))
    out.print(f"Decision {decision} is undone.")


@app.command()
def log(context: typer.Context, json: Json = False) -> None:
    """List all decisions. Example: `lagebild actors lage.case log`."""
    with friendly_errors(), open_case(context.obj) as case:
        made = case.decisions()
    if json:
        print_json([asdict(decision) for decision in made])
        return
    table = Table("no.", "when", "who", "what", "actor", "value", "undone", box=None)
    for d in made:
        table.add_row(
            str(d.id), d.made_at, d.made_by, d.kind, d.actor, str(d.value), d.undone_at or ""
        )
    out.print(table)


def _decide(
    context: typer.Context, kind: DecisionKind, actor: str, value: dict[str, str], by: str | None
) -> None:
    with friendly_errors(), open_case(context.obj) as case:
        _said(case.decide(kind, case.actor_key(actor), dict(value), who(by)), kind)


def who(by: str | None) -> str:
    """Return who decides: as given, else the login."""
    return by or getpass.getuser()


def _said(number: int, kind: str) -> None:
    out.print(f"Decision {number} ({kind}) is kept. Undo it: lagebild actors CASE undo {number}")
