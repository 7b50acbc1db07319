"""Disturb training sentences the way real texts differ from treebanks."""

from __future__ import annotations

import random
from dataclasses import replace

from training.examples import Example

LOWER, UPPER, NO_STOP, QUOTES, DASH = 0.03, 0.03, 0.08, 0.7, 0.3
"""Probabilities: all lower case, all capitals, no final stop, other quotation marks, other dash."""

STYLES = (("„", "“"), ('"', '"'), ("»", "«"), ("“", "”"), ("«", "»"), ("‚", "‘"), ("''", "''"))
OPENING, CLOSING, EITHER = {"„", "»", "``"}, {"”", "''", "«"}, {'"', "“"}
DASHES = ("-", "–", "—", "--")
STOPS = {".", "!", "?", ":"}


def restyle_quotes(words: list[str], style: tuple[str, str]) -> list[str]:
    """Replace quotation marks by another style's, guessing the side of symmetric ones."""
    result, is_open = [], False
    for word in words:
        if word in OPENING or (word in EITHER and not is_open):
            result.append(style[0])
            is_open = True
        elif word in CLOSING or word in EITHER:
            result.append(style[1])
            is_open = False
        else:
            result.append(word)
    return result


def without_last_word(example: Example) -> Example:
    """Drop the last word of every layer; nothing may depend on it."""
    layers = ("words", "upos", "xpos", "feats", "heads", "deprels", "names", "nested")
    shorter = replace(example, **{name: getattr(example, name)[:-1] for name in layers})
    if example.soft_heads is not None and example.soft_deprels is not None:
        shorter.soft_heads = example.soft_heads[:-1, :-1]
        shorter.soft_deprels = example.soft_deprels[:-1]
    return shorter


def disturb(example: Example, rng: random.Random) -> Example:
    """Return the example, perhaps with other case, quotation marks, dashes or no final stop."""
    words = example.words
    loses_stop = len(words) > 3 and words[-1] in STOPS and rng.random() < NO_STOP
    if loses_stop and len(words) not in example.heads:
        example = without_last_word(example)
        words = example.words
    if rng.random() < QUOTES:
        words = restyle_quotes(words, rng.choice(STYLES))
    if rng.random() < DASH:
        dash = rng.choice(DASHES)
        words = [dash if word in DASHES else word for word in words]
    draw = rng.random()
    if draw < LOWER:
        words = [word.lower() for word in words]
    elif draw < LOWER + UPPER:
        words = [word.upper() for word in words]
    return replace(example, words=words)
