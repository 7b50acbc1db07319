"""Claims that a denial names itself, with who makes them.

"Moskau wies Berichte der Zeitung zurück, wonach …", "Teheran bestritt die israelischen Vorwürfe":
the teller stands right before the noun for the claim (`claim_nouns.tsv`) or behind it, as an
attribute in the genitive or with "aus" or "von". What is claimed is the clause behind the noun,
where there is one.
"""

import re
from dataclasses import dataclass

from lagebild.case.records import MentionRecord
from lagebild.knowledge import Knowledge
from lagebild.picture.material import Material
from lagebild.picture.positions.phrases import WORD
from lagebild.picture.wording import packaged
from lagebild.spans import Span

BEHIND = re.compile(
    r"\s+(?:der|des|aus|von|vom|seitens|in der|im|einer|eines|ihrer|seiner)\s"
    r"(?:[a-zäöüß-]+\s)*[„“\"»«]?"
)
"""What may stand between the noun for a claim and who makes it: no preposition of its topic."""
CONTENT = re.compile(
    r",\s*(?P<said>(?:wonach|dass|(?:nach|laut) (?:denen|der|dem)|denen zufolge|demzufolge"
    r"|[^,.;:]*\b(?:sei|seien|habe|hätten?|werde|würden?|wolle|könne|solle|dürfe|müsse)\b)"
    r"[^;:]*?)[\s.]*$"
)
"""The clause at the end of a sentence that says what is claimed."""
SOURCE = re.compile(r"\b(?:nach|laut|zufolge|gemäß)\s+(?:[a-zäöüß]+\s+)*$", re.IGNORECASE)
"""What stands before a noun that says from whom the denial is known ("nach Angaben der …")."""
SHORTEST_PART = 4
"""Letters before a noun for a claim that make a compound: "Presse-", but not "An-" or "Vor-"."""
BEFORE = re.compile(r"\s?")


@dataclass(frozen=True, slots=True)
class NamedClaim:
    """A claim named in a sentence: `teller` is None where the sentence does not say who makes it.

    `span` is the clause that says what is claimed, else the noun with its teller.
    """

    teller: str | None
    span: Span


def named_claim(found: Material, article: str, sentence: Span) -> NamedClaim | None:
    """Return the first claim that a sentence names by a noun, with its teller where it has one."""
    text = found.articles[article].text
    words = sentence.of(text)
    here = [m for m in found.mentioned.get(article, ()) if sentence.covers(m.span)]
    nouns = (m for m in WORD.finditer(words) if names_a_claim(m[0]))
    for noun in (m for m in nouns if not SOURCE.search(words, 0, m.start())):
        span = Span(*noun.span()).shifted(sentence.start)
        teller = next((m for m in here if _tells(text, span, m)), None)
        spans = [span, teller.span] if teller else [span]
        named = Span(min(s.start for s in spans), max(s.end for s in spans))
        content = CONTENT.search(words, named.end - sentence.start)
        if content:
            named = Span(*content.span("said")).shifted(sentence.start)
        return NamedClaim(teller.actor if teller else None, named)
    return None


def names_a_claim(word: str) -> bool:
    """Tell whether a noun is one for a claim, or ends with one ("Presseberichte")."""
    folded = word.casefold()
    return word[0].isupper() and any(
        folded == noun or (folded.endswith(noun) and len(folded) - len(noun) >= SHORTEST_PART)
        for noun in packaged().view(_claim_nouns)
    )


def _claim_nouns(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(sorted(row.key.casefold() for row in knowledge.table("claim_nouns")))


def _tells(text: str, noun: Span, mention: MentionRecord) -> bool:
    """Tell whether a mention stands where who makes a claim does."""
    if mention.span.end <= noun.start:
        return BEFORE.fullmatch(text, mention.span.end, noun.start) is not None
    return BEHIND.fullmatch(text, noun.end, mention.span.start) is not None
