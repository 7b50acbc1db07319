"""Offices and who held them on which day.

An office belongs to a body: a state (ISO code) or an organisation (its key). Dates may be partial
("2015-11"); they compare as ISO text.
"""

from dataclasses import dataclass
from functools import cached_property

from lagebild.knowledge import Knowledge

_RULING = frozenset({"head_of_state", "head_of_government", "supreme_leader"})


@dataclass(frozen=True, slots=True)
class Office:
    """One office, such as `RUS.head_of_state`, with the German title of who holds it."""

    key: str
    body: str
    type: str
    title: str
    feminine: str


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's time in an office: ISO dates, `until` None while it lasts."""

    office: Office
    person: str
    since: str
    until: str | None

    def on(self, date: str) -> bool:
        """Tell whether the person held the office on `date`."""
        return self.since <= date and (self.until is None or date <= self.until)


@dataclass(frozen=True)
class Offices:
    """All offices by key, and the holdings of each office and of each person."""

    offices: dict[str, Office]
    of_office: dict[str, tuple[Holding, ...]]
    of_person: dict[str, tuple[Holding, ...]]

    @cached_property
    def of_states(self) -> frozenset[str]:
        """The types of offices that states have; others belong to parties and bodies only."""
        return frozenset(o.type for o in self.offices.values() if o.body.isupper())

    def find(self, body: str, types: tuple[str, ...]) -> Office | None:
        """Return the first office of `body` among `types`."""
        for type_ in types:
            office = self.offices.get(f"{body}.{type_}")
            if office is not None:
                return office
        return None

    def holders(self, office: Office, date: str | None) -> tuple[Holding, ...]:
        """Return who held the office on `date`: several where two share it, none where unknown.

        On the day of a change the new holder counts.
        """
        if date is None:
            return ()
        found = [h for h in self.of_office.get(office.key, ()) if h.on(date)]
        return tuple(h for h in found if h.until != date) or tuple(found)

    def in_office(self, person: str, date: str | None) -> bool:
        """Tell whether the person held any office on `date`."""
        return date is not None and any(h.on(date) for h in self.of_person.get(person, ()))

    def ruled(self, person: str) -> bool:
        """Tell whether the person ever was head of a state or of its government."""
        return any(
            h.office.type in _RULING and h.office.body.isupper()
            for h in self.of_person.get(person, ())
        )

    def latest(self, person: str, date: str | None) -> str:
        """Return the day on which the person's last office before `date` began, "" for none."""
        began = [h.since for h in self.of_person.get(person, ()) if date is None or h.since <= date]
        return max(began, default="")


def build_offices(knowledge: Knowledge) -> Offices:
    """Return the offices of the tables `offices` and `office_holders`."""
    offices = {
        row["key"]: Office(row["key"], row["body"], row["type"], row["title"], row["feminine"])
        for row in knowledge.table("offices")
    }
    of_office: dict[str, list[Holding]] = {}
    of_person: dict[str, list[Holding]] = {}
    for row in knowledge.table("office_holders"):
        if row["office"] not in offices:
            raise row.error(f'the office "{row["office"]}" is unknown.', "Add it to offices.tsv.")
        holding = Holding(offices[row["office"]], row["person"], row["since"], row["until"] or None)
        of_office.setdefault(row["office"], []).append(holding)
        of_person.setdefault(row["person"], []).append(holding)
    return Offices(offices, _sorted(of_office), _sorted(of_person))


def _sorted(lists: dict[str, list[Holding]]) -> dict[str, tuple[Holding, ...]]:
    return {key: tuple(sorted(found, key=lambda h: h.since)) for key, found in lists.items()}
