"""Put the participle above an infinitive with "zu" that follows it at once.

"Die Rebellen haben gedroht anzugreifen": without a comma the network hangs the clause on the
infinitive, so that they would have attacked. "Haben" before an infinitive with "zu" forms its
perfect with the participle, which governs what was to be done.
"""

from collections.abc import Sequence

from lagebild.language.lexicon import is_lemma
from lagebild.language.verbs import FINITE, INFINITIVE, PARTICIPLE, infinitive, is_participle
from lagebild.language.words import Word


def mend_clusters(words: Sequence[Word]) -> None:
    """Change heads in place where a participle hangs on the infinitive with "zu" behind it."""
    for place in range(len(words) - 1):
        verb = _infinitive_behind(words, place)
        if verb and words[place].head == verb and _forms_perfect(words, place, verb):
            _turn(words, place, verb)


def _infinitive_behind(words: Sequence[Word], place: int) -> int:
    """Return the place of an infinitive with "zu" right behind a word, 0 for none."""
    behind = words[place + 1]
    small = behind.form.lower()
    if behind.xpos.startswith("VVI") and infinitive(small, INFINITIVE) != small:
        return place + 1
    two = place + 2 < len(words) and behind.xpos == "PTKZU" and words[place + 2].xpos == "VVINF"
    return place + 2 if two else 0


def _forms_perfect(words: Sequence[Word], place: int, verb: int) -> bool:
    """Tell whether a word is a participle, and "haben" in front waits for one."""
    form = words[place].form.lower()
    if not is_participle(form) or not is_lemma(infinitive(form, PARTICIPLE)):
        return False
    return any(word.head == verb and _is_haben(word) for word in words[:place])


def _is_haben(word: Word) -> bool:
    return word.xpos.startswith("VA") and infinitive(word.form.lower(), FINITE) == "haben"


def _turn(words: Sequence[Word], place: int, verb: int) -> None:
    """Let the participle take the infinitive's place in the tree, with all that is in front."""
    participle, below = words[place], words[verb]
    participle.head, participle.deprel = below.head, below.deprel
    below.head, below.deprel = place, "xcomp"
    participle.upos, participle.xpos, participle.feats = "VERB", "VVPP", "VerbForm=Part"
    for index, word in enumerate(words):
        if word.head == verb and (index < place or word.deprel == "punct"):
            word.head = place
