"""Cut a text into raw tokens: words, numbers, signs, each with its offsets.

One compiled expression reads the text from left to right, so the time is linear in its length. What
a full stop means (abbreviation, ordinal or end of a sentence) is decided by `sentences`, which sees
the neighbours; here it stays a token of its own, except inside a known abbreviation ("z.B.").
"""

import re
from functools import cache
from typing import NamedTuple

from lagebild.knowledge import Knowledge

LONGEST_TOKEN = 250
"""Code points after which a run of letters without a space is cut (bounds the work per token)."""

_EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_MARKS = "\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3"
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983"
    "\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc"
)
_CHAR = rf"[\w\u00ad\u200c\u200d{_COMBINING}]"
_LETTER = r"[^\W\d_]"
_HYPHEN = "[-\u2010\u2011]"
_TAIL = r"(?:[/\w=&%#~+-]|[.,;:?!@$*'()](?=[/\w=&%#~+-]))"

_PATTERN = rf"""
  (?P<link>(?:https?://|ftp://|www\.){_TAIL}{{1,2000}}
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}
    | (?<![\w.])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,5}}
      (?:com|de|org|net|at|ch|eu|info|ru|fr|uk|tv|io|gov|edu|int|mil|ua)\b(?!\.?\w)
      (?:/{_TAIL}{{0,2000}})?)
| (?P<short>(?<!\w)(?:@SHORT@|(?:{_LETTER}\.){{2,8}})(?!\w))
| (?P<face>[:;8=]['’]?-[)(DPpoO/|\\*]|[:;][)(](?!\w))
| (?P<tag>(?<!\w)[@\#]{_LETTER}\w{{0,{LONGEST_TOKEN}}})
| (?P<elided>(?<![\w'’])['’](?:s|ne|n|nen|nem|ner|nes|mal|rein|raus|rauf|runter|ran)(?!\w))
| (?P<number>(?:(?<![\w)])[+±−])?\d{{1,{LONGEST_TOKEN}}}
    (?:[.,:/]\d{{1,60}}){{0,40}}
    (?:(?:[.,](?:-{{1,2}}|–)(?!\w))
      | {_CHAR}{{0,{LONGEST_TOKEN}}}(?:{_HYPHEN}{_CHAR}{{1,{LONGEST_TOKEN}}}){{0,30}}
        (?:{_HYPHEN}(?!{_HYPHEN}))?))
| (?P<word>(?:(?<!\S)-(?=[a-zäöüß]{{3}})
      | (?:(?<=und\ )|(?<=oder\ )|(?<=["“”«»'’]))-(?={_LETTER}{{3}}))?
    (?:@DOTTED@|{_CHAR}{{1,{LONGEST_TOKEN}}})
    (?:(?:{_HYPHEN}/?|/-?|['’&+@](?={_LETTER})|\.(?=\d)){_CHAR}{{1,{LONGEST_TOKEN}}}
      | [*:]in(?:nen)?(?!\w) | \((?:in|innen|n|e|en|s|r)\))
    {{0,30}}
    (?:{_HYPHEN}(?!{_HYPHEN}))?)
| (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}}
    | {_EMOJI}[{_MARKS}]{{0,9}}(?:\u200d{_EMOJI}[{_MARKS}]{{0,9}}){{0,9}})
| (?P<dots>\.{{2,{LONGEST_TOKEN}}}|…)
| (?P<dash>(?P<same>[-=_*])(?P=same){{1,{LONGEST_TOKEN}}})
| (?P<quote>``|''|[„“”"»«‚‘‹›])
| (?P<apostrophe>['’])
| (?P<open>[(\[{{])
| (?P<close>[)\]}}])
| (?P<stop>[.!?])
| (?P<sign>[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])
"""


class Raw(NamedTuple):
    """A raw token: `text[start:end]` and the name of the rule that found it."""

    start: int
    end: int
    kind: str


def raw_tokens(text: str, start: int, end: int) -> list[Raw]:
    """Return the raw tokens of `text[start:end]`, in order and without overlap."""
    found = expression().finditer(text, start, end)
    return [Raw(m.start(), m.end(), m.lastgroup or "sign") for m in found]


@cache
def expression() -> re.Pattern[str]:
    """Return the compiled expression, with the table's abbreviations of several parts and names."""
    forms = (row.key for row in Knowledge().table("abbreviations"))
    parts = sorted((form for form in forms if re.search(r"\.\S", form)), key=len, reverse=True)
    short = "|".join(re.escape(form) for form in parts if form.endswith(".")) or r"(?!)"
    names = "|".join(re.escape(form) + r"\b" for form in parts if form[-1] != ".") or r"(?!)"
    return re.compile(_PATTERN.replace("@SHORT@", short).replace("@DOTTED@", names), re.VERBOSE)
