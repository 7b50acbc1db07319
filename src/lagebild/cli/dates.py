"""How commands print dates: what an event's TIMEX3 value says, and which years a role fell in."""

import re
from collections.abc import Iterable

from lagebild.case.records import EventRecord
from lagebild.findings.finding import Role

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def when(event: EventRecord) -> str:
    """Return the date of an event: a year, month, day or season, else its first and last day."""
    value = re.sub(r"(?<=\d)T.*", "", event.date_value or "")
    year, _, rest = value.partition("-")
    if rest in SEASONS:
        return f"{SEASONS[rest]} {year}"
    if value and value.replace("-", "").isdecimal():
        return value
    days = dict.fromkeys(day[:10] for day in (event.date_start, event.date_end) if day)
    return " to ".join(days) or value or "undated"


def held(roles: Iterable[Role], since: str | None, until: str | None) -> list[str]:
    """Return the titles of the roles that were held between two days; None leaves a side open.

    Without either day nobody knows which office counts: only what the text says is left.
    """
    dated = since is not None or until is not None
    return list(
        dict.fromkeys(
            role.title
            for role in roles
            if (dated or not (role.since or role.until))
            and not (until and role.since and role.since > until)
            and not (since and role.until and role.until < since)
        )
    )
