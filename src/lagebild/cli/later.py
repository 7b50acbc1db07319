"""Commands whose modules are imported when they are asked for, so that each one starts quickly."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

NAMES = (
    "read",
    "show",
    "picture",
    "search",
    "serve",
    "brief",
    "stories",
    "contradictions",
    "export",
    "review",
    "info",
    "tag",
    "actors",
    "positions",
    "evaluate",
    "knowledge",
    "whatif",
)
"""The commands in the order of the help. Each is a module of this room that holds a function of
its name or, where it has commands of its own, an `app`."""


class Commands(Mapping[str, Any]):
    """The commands by name, each made when it is first looked up."""

    def __init__(self) -> None:
        """Start with none made."""
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in NAMES:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = _command(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


class Later(TyperGroup):
    """The group of all commands. Its help imports them all, a command only itself."""

    def __init__(self, **attributes: Any) -> None:
        """Take over what typer gives, with the commands of this room."""
        super().__init__(**attributes)
        self.commands: Any = Commands()


def _command(name: str) -> Any:
    """Return a command as typer makes it of the module of its name."""
    module = import_module(f"lagebild.cli.{name}")
    around = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    around.callback()(_nothing)
    if hasattr(module, "app"):
        around.add_typer(module.app, name=name)
    else:
        around.command(name)(getattr(module, name))
    group: Any = typer.main.get_command(around)
    return group.commands[name]


def _nothing() -> None:
    """Do nothing: with it, typer makes a group even of one command."""
