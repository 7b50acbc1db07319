"""What a page has at hand while it answers one request."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection, func, select

from lagebild.case import Case, schema
from lagebild.web import links
from lagebild.web.access import CaseAccess
from lagebild.web.background import Background, Progress, Work
from lagebild.web.cache import Cache, Version
from lagebild.web.language import language_for
from lagebild.web.options import Options
from lagebild.web.render import render
from lagebild.web.security.session import Session, session_of
from lagebild.web.wording import Wording

T = TypeVar("T")


@dataclass
class View:
    """One request: the case as of one moment, the reader's language, what is kept from before.

    Attributes:
        connection: Reads the case; all in one transaction.
        t: The words of the reader's language: `view.t("nav.actors")`.
    """

    request: Request
    connection: Connection
    t: Wording
    version: Version
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def options(self) -> Options:
        """How the explorer is served."""
        options: Options = self.request.app.state.options
        return options

    @property
    def session(self) -> Session:
        """The browser that asks."""
        return session_of(self.request)

    @property
    def coder(self) -> str:
        """The name under which a decision is kept."""
        return self.session.coder or self.options.coder

    @property
    def case(self) -> Case:
        """The case itself, for decisions and for functions of `picture/`."""
        return _access(self.request).case()

    def remember(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Return a value that is computed once for each state of the case.

        `key` must tell it from all other values: start it with the page's name.
        """
        cache: Cache = self.request.app.state.cache
        return cache.get(key, self.version, compute)

    def remembers(self, key: Hashable) -> bool:
        """Tell whether a value was computed already."""
        cache: Cache = self.request.app.state.cache
        return cache.has(key, self.version)

    def in_background(self, work: Work, part: str, version: Version, *, begin: bool = True) -> Any:
        """Return what another process computes from the case, or None while it is on its way."""
        background: Background = self.request.app.state.background
        return background.result(work, part, version, begin=begin)

    def progress(self, work: Work) -> Progress:
        """Return how far a work in the background is."""
        background: Background = self.request.app.state.background
        return background.progress(work)

    def changed(self) -> None:
        """Forget what was kept: call it after each change of the case."""
        self.request.app.state.cache.forget()
        self.request.app.state.stirred()

    def let_go(self) -> None:
        """End the reading transaction: call it before a change, which it could hold up."""
        self.connection.rollback()

    def names(self, keys: set[str]) -> dict[str, str]:
        """Return the name of each actor key; a key that nobody has stands for itself."""
        missing = sorted(keys - self._names.keys())
        a = schema.actors.c
        for start in range(0, len(missing), 500):
            part = missing[start : start + 500]
            rows = self.connection.execute(select(a.key, a.name).where(a.key.in_(part)))
            self._names |= {key: key for key in part} | {row.key: row.name for row in rows}
        parted = [key for key in missing if links.IN_ONE_ARTICLE.fullmatch(key)]
        if parted:
            self._name_groups(parted)
        return {key: self._names[key] for key in keys}

    def _name_groups(self, keys: list[str]) -> None:
        """Call groups without a name after the article that tells of them, by its date."""
        told = {key: links.IN_ONE_ARTICLE.fullmatch(key) for key in keys}
        numbers = {key: int(found["article"]) for key, found in told.items() if found}
        groups = self.names({found["group"] for found in told.values() if found})
        a = schema.articles.c
        query = select(a.number, a.published).where(a.number.in_(sorted(numbers.values())))
        days = {row.number: row.published for row in self.connection.execute(query)}
        for key, found in told.items():
            if found:
                day = self.t.date(days.get(numbers[key]))
                self._names[key] = f"{groups[found['group']]} ({day})"

    def called(self, named: str | None) -> str:
        """Return what a form shows for an actor filter: the name where it tells who is meant."""
        a = schema.actors.c
        name = self.connection.scalar(select(a.name).where(a.key == named)) if named else None
        if name is None:
            return named or ""
        same = self.connection.scalar(select(func.count()).where(a.name == name))
        return str(name) if same == 1 else str(named)

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page made of a template; it also gets `view`, `t` and the helpers."""
        body = render(self.request, self.t, template, view=self, **context)
        return HTMLResponse(body, status)


def _access(request: Request) -> CaseAccess:
    access: CaseAccess = request.app.state.access
    return access


def look(request: Request) -> Iterator[View]:
    """Open the case for one request."""
    access = _access(request)
    version = access.version()
    with access.looking() as connection:
        yield View(request, connection, Wording(language_for(request)), version)


Looking = Annotated[View, Depends(look)]
"""The type of each page's first parameter: `def actors(view: Looking, …)`."""
