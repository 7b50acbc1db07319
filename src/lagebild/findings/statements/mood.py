"""Tell the Konjunktiv of reported speech from the indicative, by form and by the parser."""

from typing import Literal

from lagebild.findings.statements.tree import finite, subject
from lagebild.knowledge import Knowledge
from lagebild.language.analysis import Sentence, Token

Kind = Literal["I", "II"]
Forms = dict[str, str]


def konjunktiv_forms(knowledge: Knowledge) -> Forms:
    """Return the listed forms with their kind."""
    return {row.key: row["kind"] for row in knowledge.table("konjunktiv_forms")}


def konjunktiv(sentence: Sentence, index: int, forms: Forms) -> Kind | None:
    """Return the kind of Konjunktiv that a predicate's finite verb stands in, None for none."""
    verb = finite(sentence, index)
    return konjunktiv_of(sentence, verb, subject(sentence, index), forms) if verb else None


def konjunktiv_of(sentence: Sentence, verb: Token, who: int | None, forms: Forms) -> Kind | None:
    """Return the kind of Konjunktiv of a finite verb whose subject is `who`, None for none.

    Regular verbs show Konjunktiv I in the third person singular by the stem with -e ("komme").
    """
    word = verb.text.lower()
    speaks = sentence.tokens[who].text.lower() if who is not None else ""
    if speaks in ("ich", "du"):
        return "II" if forms.get(word) == "II" else None
    kind = forms.get(word)
    if kind is not None:
        return "I" if kind == "I" else "II"
    if _stem_with_e(verb):
        return "I"
    return None


def _stem_with_e(verb: Token) -> bool:
    word, lemma = verb.text.lower(), verb.lemma
    plain = lemma.endswith("en") and word == lemma[:-1]
    particle = lemma.endswith(word + "n")
    person = verb.feat("Person") in ("3", None) and verb.feat("Number") in ("Sing", None)
    return (plain or particle) and person and word.endswith("e") and verb.feat("Mood") != "Imp"
