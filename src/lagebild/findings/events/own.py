"""Drop the own state of who acts from among those acted upon, where nobody does that to it.

"Assad ist zu Gesprächen über die Ordnung in Syrien bereit" is no offer to Syria. Who blames,
backs, protests against or overthrows his own government is another matter, and so is who asks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lagebild.findings.finding import Actor, Event

OUTWARD = ("AGREE", "COOPERATE", "AID", "CONSULT", "MOBILIZE", "RETREAT", "THREATEN")
"""Types of what is done for, with or towards others than one's own state."""

OF_A_STATE = ("person", "government")


def without_own_state(events: Iterable[Event], actors: Mapping[str, Actor]) -> tuple[Event, ...]:
    """Return the events without targets that are the state all of whose sources belong to it.

    Args:
        events: In any order.
        actors: The actors of the article by key.
    """
    return tuple(_mended(event, actors) for event in events)


def _mended(event: Event, actors: Mapping[str, Actor]) -> Event:
    sources = [actors[key] for key in event.sources if key in actors]
    homes = {f"state:{actor.country}" for actor in sources}
    own = event.type in OUTWARD and all(actor.kind in OF_A_STATE for actor in sources)
    if not own or len(homes) != 1 or not homes & {*event.targets}:
        return event
    return replace(event, targets=tuple(key for key in event.targets if key not in homes))
