"""What the network's heads for speech say of a token."""

from lagebild.language.analysis import Sentence
from lagebild.language.speech import SPEECH, STEPS

COLUMN = {name: number for number, name in enumerate(SPEECH)}


def log_odds(sentence: Sentence, index: int, name: str, unread: float = -8.0) -> float:
    """Return what a head says of a token, `unread` where no network read the sentence."""
    if sentence.speech is None:
        return unread
    return float(sentence.speech[index, COLUMN[name]]) / STEPS
