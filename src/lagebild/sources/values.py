"""Turn the values that files state about a report into dates, authors and texts."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

GERMAN_DATE = re.compile(
    r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::\d{2})?)?"
)
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?")
COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
FILE_NAME = re.compile(
    r"Microsoft Word - .*|\S+\.(?:docx?|indd|qxp|qxd|pdf|rtf|odt|txt)", re.IGNORECASE
)
AND = re.compile(r"\s*[;|]\s*|\s+(?:und|and|u\.)\s+")
NOBODY = frozenset(
    {"python-docx", "microsoft office user", "administrator", "admin", "user", "anonymous"}
)


def iso_date(text: str) -> str | None:
    """Return a date or date-time in ISO 8601, or None where `text` does not clearly state one.

    ISO 8601, German (`3.2.2016`, `03.02.2016 10:15`), compact (`20160203`) and e-mail dates are
    understood. `02/03/2016` is not: nobody can tell day from month.
    """
    text = text.strip()
    try:
        return _iso(text) or _german(text) or _compact(text) or _mail(text)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> str | None:
    if not ISO_DATE.fullmatch(text):
        return None
    datetime.fromisoformat(text)
    return text


def _german(text: str) -> str | None:
    match = GERMAN_DATE.fullmatch(text)
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups()[:3])
    if match[4] is None:
        return date(year, month, day).isoformat()
    moment = datetime(year, month, day, int(match[4]), int(match[5]))
    return moment.isoformat(timespec="minutes")


def _compact(text: str) -> str | None:
    match = COMPACT_DATE.fullmatch(text)
    return date(*(int(part) for part in match.groups())).isoformat() if match else None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, IndexError):
        return None


def string(value: object) -> str | None:
    """Return a value of a table or JSON object as a stripped text; None where it is blank."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(string, value))) or None
    if isinstance(value, dict):
        return string(value.get("name") or value.get("text"))
    if value is None or isinstance(value, bool):
        return None
    return str(value).strip() or None


def authors(value: object) -> tuple[str, ...]:
    """Return the persons that a byline field names, in its order.

    A list gives one each. A text is parted at `;`, `|`, "und" and, where every part has a first
    and a last name, at commas.
    """
    if isinstance(value, list):
        names = [name for each in value for name in authors(each)]
    else:
        names = [name for part in AND.split(string(value) or "") for name in _by_comma(part)]
    return tuple(dict.fromkeys(filter(None, names)))


def stated_authors(value: object) -> tuple[str, ...]:
    """Return the persons in the author property of a file, without what programs put there."""
    return tuple(name for name in authors(value) if name.casefold().strip("()") not in NOBODY)


def _by_comma(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",")]
    return parts if all(" " in part for part in parts) else [text.strip()]


def is_file_name(title: str) -> bool:
    """Tell whether a title is only the name of the file that some program was given."""
    return bool(FILE_NAME.fullmatch(title.strip()))
