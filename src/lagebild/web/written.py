"""What a person wrote into a field of a finding, as the case keeps it."""

import re
from typing import Any

from sqlalchemy import select

from lagebild.case import schema
from lagebild.case.filter import actor_keys
from lagebild.case.reviews.reviewable import FindingKind
from lagebild.days import first_and_last
from lagebild.errors import WrongUse
from lagebild.web.view import View
from lagebild.web.wording import code_of, country_names

TIMEX = re.compile(r"[A-Z0-9][A-Z0-9:_.+-]{0,39}")
"""A TIMEX3 value, such as 2015-11, PXD or 2015-W48."""


def actor(view: View, named: str) -> str:
    """Return the key of the one actor that is meant by a name, alias or key.

    Raises:
        WrongUse: No actor, or more than one, is called so.
    """
    keys = actor_keys(view.connection, named.strip())
    if len(keys) > 1:
        raise WrongUse(
            view.t("decisions.ambiguous", name=named, n=len(keys)),
            view.t("decisions.use_key", keys=", ".join(keys[:6])),
        )
    return keys[0]


def place_of(view: View, text: str, words: str, near: int) -> tuple[int, int]:
    """Return the place of `words` in the article that is nearest to `near`.

    Raises:
        WrongUse: They are not in the article.
    """
    wanted, places, start = words.strip(), [], -1
    while (start := text.find(wanted, start + 1)) >= 0:
        places.append(start)
    if not places:
        raise WrongUse(view.t("review.not_there", words=wanted[:80]), view.t("review.not_there_do"))
    best = min(places, key=lambda place: (abs(place - near), place))
    return best, best + len(wanted)


def day(view: View, value: str) -> dict[str, Any]:
    """Return the date of an event; nothing stands for none.

    Raises:
        WrongUse: It is no year, month or day.
    """
    if not value:
        return {"date_start": None, "date_end": None, "date_value": None}
    try:
        start, end = first_and_last(value)
    except ValueError as error:
        raise WrongUse(view.t("review.no_date", date=value), view.t("review.date_do")) from error
    return {"date_start": start, "date_end": end, "date_value": value}


def timex(view: View, value: str) -> dict[str, Any]:
    """Return a TIMEX3 value with the days it covers, where it is a year, a month or a day.

    Raises:
        WrongUse: It is no such value.
    """
    if not TIMEX.fullmatch(value):
        raise WrongUse(view.t("review.no_timex", date=value), view.t("review.timex_do"))
    try:
        start, end = first_and_last(value)
    except ValueError:
        return {"value": value, "date_start": None, "date_end": None}
    return {"value": value, "date_start": start, "date_end": end}


def number(view: View, value: str) -> float:
    """Return a number as German or English readers write it: 1.200,5 or 1,200.5.

    Raises:
        WrongUse: It is none.
    """
    group, point = (",", ".") if view.t.language == "en" else (".", ",")
    try:
        return float(value.replace(group, "").replace(point, "."))
    except ValueError as error:
        problem = view.t("review.no_number", value=value)
        raise WrongUse(problem, view.t("review.number_do")) from error


def digits(view: View, value: float) -> str:
    """Return a number as `number` reads it."""
    plain = f"{value:.15g}"
    return plain if view.t.language == "en" else plain.replace(".", ",")


def country(view: View, value: str) -> str | None:
    """Return the code of a country that is given by name or code; nothing stands for none.

    Raises:
        WrongUse: There is no such country.
    """
    if not value:
        return None
    code = code_of(value)
    if code not in country_names("en"):
        raise WrongUse(view.t("review.no_country", value=value), view.t("review.country_do"))
    return code


def place_named(view: View, kind: FindingKind, name: str) -> dict[str, Any]:
    """Return a place by name; it lies where other articles of the case have it."""
    p = schema.places.c
    known = select(p.latitude, p.longitude, p.geonames, p.country)
    known = known.where(p.name == name, p.latitude.is_not(None)).limit(1)
    row = view.connection.execute(known).one_or_none() if name else None
    latitude, longitude, geonames, of = row or (None,) * 4
    lies = {"latitude": latitude, "longitude": longitude, "geonames": geonames}
    if kind == "place":
        return {"name": name or None} | lies
    words = {"place_start": None, "place_end": None}
    return {"place": name or None, "place_country": of} | lies | words
