"""Errors as pages and as JSON: one table says which status an error has.

Library errors know nothing of the web. A page of an error touches no case, so it also appears
when the case is what fails.
"""

import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException

from lagebild.errors import CaseError, CaseLocked, LagebildError, WrongUse
from lagebild.web.background import Progress
from lagebild.web.language import language_for
from lagebild.web.render import render
from lagebild.web.security.changes import Forbidden
from lagebild.web.translated import translated
from lagebild.web.wording import Wording

log = logging.getLogger(__name__)


class NotFound(WrongUse):
    """What an address names is not in the case."""


class NotReady(LagebildError):
    """What was asked for, a `part` of some work, is still being computed."""

    def __init__(self, problem: str, remedy: str, *, progress: Progress, part: str) -> None:
        """Say so, and how far it is."""
        super().__init__(problem, remedy)
        self.progress = progress
        self.part = part


STATUS: tuple[tuple[type[LagebildError], int], ...] = (
    (NotFound, 404),
    (Forbidden, 403),
    (WrongUse, 422),
    (NotReady, 202),
    (CaseLocked, 503),
    (CaseError, 503),
    (LagebildError, 500),
)


def add_handlers(app: FastAPI) -> None:
    """Answer every error of `app` with a page, or with JSON under `/api`."""
    handlers: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        LagebildError: _known,
        RequestValidationError: _invalid,
        HTTPException: _http,
        Exception: _unexpected,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


async def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, LagebildError)
    status = next(number for kind, number in STATUS if isinstance(error, kind))
    t = Wording(language_for(request))
    if isinstance(error, NotReady) and not _for_programs(request):
        page = render(request, t, "drawing.html", progress=error.progress, part=error.part)
        return HTMLResponse(page, status)
    said = (translated(t, error.problem), translated(t, error.remedy))
    return answer(request, status, *said)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    t = Wording(language_for(request))
    return answer(
        request, 422, " · ".join(_fault(request, t, e) for e in error.errors()), t("error.422")
    )


def _fault(request: Request, t: Wording, error: dict[str, object]) -> str:
    place = error["loc"]
    assert isinstance(place, tuple)
    if error["type"] == "extra_forbidden":
        return t("error.unknown_filter", name=place[-1])
    said = str(error["msg"]).removeprefix("Value error, ")
    name = str(place[-1])
    shown = name if _for_programs(request) else t.known(f"filter.{name}", name)
    return f"{shown}: {translated(t, said)}"


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    t = Wording(language_for(request))
    known = t.known(f"error.{error.status_code}", HTTPStatus(error.status_code).phrase)
    response = answer(request, error.status_code, known, t("error.see"))
    response.headers.update(error.headers or {})
    return response


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("a page failed: %s", request.url.path, exc_info=error)
    t = Wording(language_for(request))
    try:
        return answer(request, 500, t("error.500"), t("error.see"))
    except Exception:
        log.exception("the page of the error failed too")
        return PlainTextResponse(t("error.500"), 500)


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api")


def answer(request: Request, status: int, problem: str, remedy: str) -> Response:
    """Return a problem with its remedy in the shape that the address calls for."""
    if _for_programs(request):
        return JSONResponse({"error": {"problem": problem, "remedy": remedy}}, status)
    t = Wording(language_for(request))
    page = render(request, t, "error.html", status=status, problem=problem, remedy=remedy)
    return HTMLResponse(page, status)
