"""What is drawn from the whole case in the background, as pages ask for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from lagebild.case.filter import actor_keys
from lagebild.case.kept import are_kept
from lagebild.case.stories import state
from lagebild.picture.keeping import method
from lagebild.picture.material import Citation
from lagebild.web.asked import ListAsked
from lagebild.web.background import Work
from lagebild.web.computed import PARTS, SHAPES, draw
from lagebild.web.problems import NotReady
from lagebild.web.view import View


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of an article: where they stand, and what they are."""

    article: str
    span: tuple[int, int]
    words: str


def cited(citation: Citation) -> Cited:
    """Return a citation as pages and the API show it."""
    span = (citation.span.start, citation.span.end)
    return Cited(citation.article, span, " ".join(citation.words.split()))


def _work(view: View) -> Work:
    return Work("drawn", PARTS, partial(draw, keeping=not view.options.read_only))


def drawn(view: View, part: str, *, begin: bool = True) -> Any:
    """Return a part of what is drawn from the case, or None while it is on its way.

    Without `begin`, only what is there already is returned.
    """
    version = view.remember(("drawn", "state"), lambda: state(view.connection))
    return view.in_background(_work(view), part, version, begin=begin)


def were_drawn(view: View) -> bool:
    """Tell whether the case file keeps all parts, so that they are there in a few seconds."""
    found = view.remember(
        ("drawn", "kept"), lambda: are_kept(view.connection, tuple(SHAPES), method())
    )
    return bool(found)


def finished(view: View, part: str) -> Any:
    """Return a part of what is drawn from the case.

    Raises:
        NotReady: It is still being computed.
    """
    found = drawn(view, part)
    if found is None:
        progress = view.progress(_work(view))
        remedy = view.t("drawn.wait_do")
        raise NotReady(view.t("drawn.wait"), remedy, progress=progress, part=part)
    return found


def actors_asked(view: View, asked: ListAsked) -> set[str] | None:
    """Return the keys of the actor that is asked for, None where none is.

    Raises:
        WrongUse: No actor is called so.
    """
    return set(actor_keys(view.connection, asked.actor)) if asked.actor else None


def named(view: View, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the names of actors in order."""
    wanted = tuple(keys)
    known = view.names(set(wanted))
    return tuple(known[key] for key in wanted)
