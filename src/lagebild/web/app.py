"""The application: middleware, pages and the API, put together."""

from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware

import lagebild
from lagebild.web import language, static
from lagebild.web.access import CaseAccess
from lagebild.web.background import Background
from lagebild.web.cache import Cache
from lagebild.web.login import router as login
from lagebild.web.options import Options
from lagebild.web.pages import all_pages, navigation
from lagebild.web.problems import add_handlers
from lagebild.web.security.changes import guard
from lagebild.web.security.gate import Gate
from lagebild.web.security.headers import SecurityHeaders
from lagebild.web.security.hosts import HostCheck
from lagebild.web.security.password import Door
from lagebild.web.security.session import Sessions

DESCRIPTION = """
The case that this server shows, as JSON. Every finding cites its article with `[start, end)`
code point offsets. Lists take the same filters as the pages; an unknown filter is an error.
Errors are `{"error": {"problem": …, "remedy": …}}`.
"""


def create_app(case_path: Path | str, options: Options | None = None) -> FastAPI:
    """Return the explorer of one case.

    Raises:
        CaseError, WrongUse: The case cannot be used; see `lagebild.errors`.
    """
    chosen = options or Options()
    app = FastAPI(
        title="Lagebild",
        version=lagebild.__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(guard)],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(HostCheck, allowed=chosen.allowed_hosts),
            Middleware(Sessions),
            Middleware(Gate, closed=chosen.password_hash is not None),
        ],
    )
    app.state.options = chosen
    app.state.access = CaseAccess(Path(case_path))
    app.state.cache = Cache(chosen.patience)
    app.state.stirred = lambda: None  # `keep_warm` hears of changes
    app.state.background = Background(Path(case_path))
    app.state.door = Door(chosen.password_hash) if chosen.password_hash else None
    app.state.navigation = navigation()
    add_handlers(app)
    for router in (static.router, language.router, login):
        app.include_router(router)
    for page in all_pages():
        app.include_router(page.router, include_in_schema=False)
        if page.api is not None:
            app.include_router(page.api, prefix="/api")
    return app
