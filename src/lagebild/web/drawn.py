"""What is drawn from the whole case in the background, for several pages at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from lagebild.case import Case
from lagebild.case.filter import actor_keys
from lagebild.case.positions import decided_positions
from lagebild.case.stories import Story, state
from lagebild.picture.contradictions import Contradiction, contradictions_of
from lagebild.picture.lives import Life, lives_of
from lagebild.picture.material import Citation, material
from lagebild.picture.positions import Utterance, utterances_of
from lagebild.web.asked import ListAsked
from lagebild.web.problems import NotReady
from lagebild.web.view import View


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the articles say together, each list by date."""

    contradictions: tuple[Contradiction, ...]
    stories: tuple[Story, ...]
    lives: tuple[Life, ...]
    utterances: tuple[Utterance, ...] = ()


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


def draw(case: Case) -> Drawn:
    """Return all that is drawn; takes minutes for a case of many thousand articles."""
    found = material(case)
    with case.looking() as connection:
        decided = decided_positions(connection)
    told = lives_of(found)
    return Drawn(
        tuple(contradictions_of(found)),
        tuple(found.stories),
        tuple(told),
        tuple(utterances_of(found, decided, told)),
    )


def drawn(view: View, *, begin: bool = True) -> Drawn | None:
    """Return what is drawn from the case, or None while it is on its way.

    Without `begin`, only what is there already is returned.
    """
    return view.in_background("drawn", state(view.connection), draw, begin=begin)


def finished(view: View) -> Drawn:
    """Return what is drawn from the case.

    Raises:
        NotReady: It is still being computed.
    """
    found = drawn(view)
    if found is None:
        raise NotReady(view.t("drawn.wait"), view.t("drawn.wait_do"))
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
