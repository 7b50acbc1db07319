"""Every plain verb of the lexicon is found in the sentences that it was entered for."""

import re
from collections.abc import Iterator

import pytest

from lagebild.findings.events import find_events
from lagebild.findings.events.lexicon import build_lexicon
from lagebild.language.verbs import PARTICIPLE, infinitive, prefixes, strong
from tests.findings.events_desk import KNOWLEDGE, lay

LEXICON = build_lexicon(KNOWLEDGE)
FORMS = {verb: form for form, verb in reversed(strong().participles.items())}


def guesses(verb: str) -> Iterator[str]:
    """Yield what the participle may be, with and without "ge", strong and weak."""
    for prefix in (*(p for p in prefixes().separable if verb.startswith(p)), ""):
        base = verb.removeprefix(prefix)
        fixed = next((p for p in prefixes().inseparable if base.startswith(p)), "")
        bare = fixed or base.endswith("ieren")
        yield prefix + FORMS.get(base, "")
        yield prefix + fixed + FORMS.get(base.removeprefix(fixed), "").removeprefix("ge")
        stem = re.sub(r"e?n$", "", base)
        yield from (prefix + ("" if bare else "ge") + stem + end for end in ("t", "et"))


def participle(verb: str) -> str | None:
    return next(
        (g for g in guesses(verb) if len(g) > 4 and infinitive(g, PARTICIPLE) == verb), None
    )


VERBS = [
    (lemma, form, {frame.type for frame in frames})
    for lemma, frames in sorted(LEXICON.verbs.items())
    if any(f.source == ("subj",) and f.target[:1] == ("obj",) and not f.needs for f in frames)
    and not any(f.reflexive for f in frames)
    and (form := participle(lemma))
]


@pytest.mark.parametrize(
    "frame",
    [
        "Die Regierung hat am Montag die Opposition {}.",
        "Die Opposition ist am Montag von der Regierung {} worden.",
    ],
)
def test_who_did_it_to_whom(frame: str) -> None:
    text = "\n\n".join(frame.format(form) for _, form, _ in VERBS)
    events = find_events(lay(text, Regierung="government", Opposition="party"))
    told = {e.sentence.of(text): e for e in events}
    wrong = [
        lemma
        for lemma, form, types in VERBS
        if (event := told.get(frame.format(form))) is None
        or event.type not in types
        or (event.sources, event.targets) != (("Regierung",), ("Opposition",))
    ]
    assert len(VERBS) > 60
    assert not wrong
