"""Addresses of the explorer, built in one place."""

import re
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from lagebild.picture.ties import UNNAMED

IN_ONE_ARTICLE = re.compile(rf"(?P<group>{re.escape(UNNAMED)}[^:]+):(?P<article>\d{{1,12}})")
"""The key of a group without a name as the picture tells it by article: see `picture.ties`."""


def local(address: str) -> str:
    """Return an address of this server to go to; the first page where it names another."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address:
        return "/"
    return quote(address, safe="/?&=%#:+,.~-_")


def with_query(path: str, **parameters: Any) -> str:
    """Return a path with its parameters; those that are None or empty are left out."""
    given = {name: value for name, value in parameters.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def here(request: Request, **changes: Any) -> str:
    """Return the present address with some parameters changed; None removes one."""
    return with_query(request.url.path, **(_present(request) | changes))


def same_selection(request: Request, path: str, **changes: Any) -> str:
    """Return another path with the present filters, as exports and tabs need it."""
    kept = {k: v for k, v in _present(request).items() if k not in ("page", "size", "sort")}
    return with_query(path, **(kept | changes))


def actor(key: str) -> str:
    """Return the address of an actor's page; of a group in one article, that of all such groups."""
    in_one_article = IN_ONE_ARTICLE.fullmatch(key)
    return f"/actors/{quote(in_one_article['group'] if in_one_article else key, safe=':')}"


def article(article_id: str) -> str:
    """Return the address of an article."""
    return f"/articles/{quote(article_id, safe='')}"


def finding(finding_id: str) -> str:
    """Return the address of a finding's words: `a1b2-e3`, as events and statements are numbered.

    Findings without an id of their own are called by kind and start: `a1b2-mention-120`.
    """
    return f"/findings/{quote(finding_id, safe='')}"


def words(article_id: str, span: tuple[int, int]) -> str:
    """Return the address of any words of an article, given by their `[start, end)` offsets."""
    return f"{article(article_id)}/words/{span[0]}-{span[1]}"


def _present(request: Request) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        found[name] = [*found[name], value] if name in found else [value]
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}
