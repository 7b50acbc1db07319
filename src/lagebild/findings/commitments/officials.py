"""Whose word counts: states and bodies, and persons by the office that they hold."""

from collections.abc import Collection

from lagebild.findings.events.matching import Scene
from lagebild.findings.finding import Actor


def is_official(scene: Scene, actor: Actor | None, kinds: Collection[str]) -> bool:
    """Tell whether an actor is of one of these kinds, or a person in office.

    A person may be known by the office alone ("der Außenminister von Ghana").
    """
    if actor is None or actor.kind in kinds:
        return actor is not None
    titled = any(scene.lexicon.in_class(word, "officials") for word in actor.name.split()[:2])
    return actor.kind == "person" and (bool(actor.roles) or titled)
