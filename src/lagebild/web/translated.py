"""What the library says of a problem, in German: its own messages are English.

`words/problems.tsv` holds each message as a pattern in both languages. A message that it lacks
stays as it is.
"""

import re
import string
from functools import cache

from lagebild.web.wording import Wording, texts

PREFIX = "problem."


def translated(t: Wording, message: str) -> str:
    """Return a message of the library in the reader's language, its values as they are."""
    if t.language == "en":
        return message
    for pattern, german in _patterns():
        found = pattern.fullmatch(message)
        if found:
            return german.format_map({name: _value(v) for name, v in found.groupdict().items()})
    return message


def _value(words: str) -> str:
    """Return a list that pydantic writes (`'a', 'b' or 'c'`) with German words between."""
    return re.sub(r"(?<=') or (?=')", " oder ", words)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns of English messages with the German ones; the most definite come first."""
    rows = [(row["en"], row["de"]) for key, row in texts().items() if key.startswith(PREFIX)]
    rows.sort(key=lambda row: (-len("".join(_fixed(row[0]))), row[0]))
    return tuple((_pattern(english), german) for english, german in rows)


def _fixed(text: str) -> list[str]:
    return [fixed for fixed, _, _, _ in string.Formatter().parse(text)]


def _pattern(text: str) -> re.Pattern[str]:
    parts = [
        re.escape(fixed) + (f"(?P<{name}>.*?)" if name else "")
        for fixed, name, _, _ in string.Formatter().parse(text)
    ]
    return re.compile("".join(parts), re.DOTALL)
