"""What all lists share: a part for a page, the same as JSON under `/api`, and files to save."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from lagebild.case import Filter
from lagebild.case.lists import Catalogue, Part
from lagebild.web.asked import ListAsked
from lagebild.web.exporting import Format, exported
from lagebild.web.listing import Listed
from lagebild.web.view import Looking, View

L = TypeVar("L")
X = TypeVar("X")


class Answer(BaseModel, Generic[L]):
    """One page of a list: the number of all lines that pass the filters, and those of the page."""

    total: int
    page: int
    size: int
    rows: list[L]


@dataclass(frozen=True, slots=True)
class ListSource(Generic[L]):
    """Where a list's lines come from.

    Attributes:
        name: What the list is called in addresses and files.
        shape: The dataclass of its lines.
        asked: The class of its address.
        part: Returns the lines of the page asked for, and the number of all.
        each: Yields all lines that pass the filters.
    """

    name: str
    shape: type[L]
    asked: type[ListAsked]
    part: Callable[[View, Any], tuple[Sequence[L], int]]
    each: Callable[[View, Any], Iterable[L]]

    def listed(self, view: View, asked: ListAsked) -> Listed[L]:
        """Return the part of the list that a page shows."""
        rows, total = self.part(view, asked)
        return Listed.of(asked, rows, total)


def kept_ids(
    view: View, name: str, catalogue: Catalogue[Any], where: Filter, cut: Part
) -> list[Any]:
    """Return the ids of a part of a list, kept until the case changes."""
    key = (name, where, cut)
    return view.remember(key, lambda: catalogue.ids(view.connection, where, cut))


def kept_part(view: View, name: str, catalogue: Catalogue[L], where: Filter, cut: Part) -> list[L]:
    """Return the lines of a part of a list; which these are is kept until the case changes."""
    return catalogue.show(view.connection, kept_ids(view, name, catalogue, where, cut))


def counted_lines(view: View, name: str, catalogue: Catalogue[Any], where: Filter) -> int:
    """Return how many lines of a list pass a filter, kept until the case changes."""
    return view.remember((name, where), lambda: catalogue.count(view.connection, where))


def of_catalogue(
    name: str, catalogue: Catalogue[L], shape: type[L], asked: type[ListAsked]
) -> ListSource[L]:
    """Return the source of a list that the case pages in SQL; its counts are kept."""

    def part(view: View, wanted: ListAsked) -> tuple[Sequence[L], int]:
        where, cut = wanted.filter(), Part(wanted.sort, wanted.offset, wanted.size)
        if where.words:  # reading the texts costs most, so it is done once for all pages
            found = kept_ids(view, name, catalogue, where, Part(wanted.sort, limit=None))
            shown = found[wanted.offset : wanted.offset + wanted.size]
            return catalogue.show(view.connection, shown), len(found)
        total = counted_lines(view, name, catalogue, where)
        if wanted.offset >= total:
            return (), total
        return kept_part(view, name, catalogue, where, cut), total

    def each(view: View, wanted: ListAsked) -> Iterable[L]:
        return catalogue.each(view.connection, wanted.filter(), wanted.sort)

    return ListSource(name, shape, asked, part, each)


@dataclass(frozen=True, slots=True)
class Held(Generic[X, L]):
    """How a list that is held in memory is asked: `chosen` filters and orders, `line` shows one."""

    chosen: Callable[[View, Any], Sequence[X]]
    line: Callable[[View, X], L]


def of_held(name: str, held: Held[Any, L], shape: type[L], asked: type[ListAsked]) -> ListSource[L]:
    """Return the source of a list that is held; only the lines of a page are made."""

    def part(view: View, wanted: ListAsked) -> tuple[Sequence[L], int]:
        found = held.chosen(view, wanted)
        shown = found[wanted.offset : wanted.offset + wanted.size]
        return [held.line(view, one) for one in shown], len(found)

    def each(view: View, wanted: ListAsked) -> Iterable[L]:
        found = held.chosen(view, wanted)
        return (held.line(view, one) for one in found)

    return ListSource(name, shape, asked, part, each)


def list_api(source: ListSource[Any], description: str) -> APIRouter:
    """Return the routes `/<name>`, `/<name>.csv` and `/<name>.json` of a list.

    The files hold all lines that pass the filters, whatever page is asked for.
    """
    router = APIRouter(tags=[source.name])
    wanted: Any = Annotated[source.asked, Query()]
    answer: Any = Answer[source.shape]  # type: ignore[name-defined]  # a class only known here

    def part(view: Looking, asked: wanted) -> Any:
        found = source.listed(view, asked)
        return {"total": found.total, "page": found.page, "size": found.size, "rows": found.rows}

    def save(kind: Format) -> Callable[..., StreamingResponse]:
        def saved(view: Looking, asked: wanted) -> StreamingResponse:
            return exported(source.name, kind, source.shape, source.each(view, asked))

        return saved

    router.get(f"/{source.name}", response_model=answer, summary=description)(part)
    for kind, label in (("csv", "as CSV"), ("json", "as JSON, all lines")):
        router.get(
            f"/{source.name}.{kind}",
            response_class=StreamingResponse,
            summary=f"{description}, {label}",
            name=f"{source.name}_{kind}",
        )(save(kind))  # type: ignore[arg-type]  # the two values of `Format`
    return router
