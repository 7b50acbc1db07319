"""Which dates of a sentence belong to an event, by grammar: clauses, attributes, tense."""

import re
from dataclasses import dataclass

from lagebild.findings.events.circumstances import clause_words
from lagebild.findings.events.clause import Clause
from lagebild.findings.events.grammar import relation
from lagebild.findings.events.matching import Scene
from lagebild.findings.events.status import is_present, is_state
from lagebild.findings.finding import Date
from lagebild.language.analysis import Sentence, Token

BELOW = ("ccomp", "advcl", "acl", "csubj", "xcomp")
"""Clauses whose date is not that of the clause above ("kündigte an, am Montag zu ...")."""

OCCASION = frozenset({"in", "im", "auf", "bei", "beim", "mit", "während", "anlässlich"})
"""Before a thing at whose time the event itself took place: "auf der heute eröffneten Messe"."""

SIGNS = frozenset({",", ":", ";", "–", "—"})

ATTRIBUTE = re.compile(r"\b(?:vom|von)\s+(?:\w+tag,\s+)?(?:de[mnr]\s+)?$", re.IGNORECASE)
"""Before a date that only says which thing is meant: "Meldungen vom Donnerstag"."""

ATTRIBUTE_WORDS = 3
"""Words from a noun to the date that is its attribute: "vom", an article, the date."""

ELSEWHERE = re.compile(
    r"\b(?:seit|vor|nach|in|im|innerhalb|binnen|während|über|bis|letzten|vergangenen)\s*$",
    re.IGNORECASE,
)
"""Before a vague time that says when, and not how long something took."""


EXACT = re.compile(r"P\d+[DMY]")
AGO = re.compile(r"\bvor\s*$", re.IGNORECASE)
LATER = re.compile(r"\s(?:zuvor|vorher|davor|später|danach|darauf)\b")

LIMIT = re.compile(
    r"\b(?:bis|vor|nach|ab|für|spätestens)\s+(?:zu[mr]\s+|de[mnr]\s+|diesen\s+)?$",
    re.IGNORECASE,
)


def is_vague(date: Date, text: str) -> bool:
    """Tell whether an expression says that the time is another, but not which.

    "seit Jahren", "bis heute", "einst"; not "sechs Stunden lang" or "der ehemalige Minister".
    """
    before = text[max(0, date.span.start - 20) : date.span.start]
    if date.type == "SET":
        return True
    if date.type == "DURATION":
        relative = date.start or re.match(r"(?:de[nrm]|die) ", date.span.of(text))
        return bool(relative) or ELSEWHERE.search(before) is not None
    if date.value == "PRESENT_REF":
        return before.lower().endswith("bis ")
    attribute = re.search(r"(?:ehemalig|damalig)e[nrms]?$", date.span.of(text))
    return not date.start and attribute is None


def is_counted(date: Date, text: str) -> bool:
    """Tell whether an expression names a time, itself or by how long ago it was.

    "Vor drei Tagen", "zwei Jahre zuvor"; not "seit drei Tagen", nor a week, which is not exact.
    """
    if date.type in ("DATE", "TIME"):
        return True
    before, after = text[max(0, date.span.start - 20) : date.span.start], text[date.span.end :]
    ago = AGO.search(before) is not None or LATER.match(after) is not None
    return ago and EXACT.fullmatch(date.value) is not None


def is_limit(date: Date, text: str) -> bool:
    """Tell whether an expression says by or for when something is due, or before or after what.

    "Stellte ein Ultimatum bis Mittwoch", "noch vor Weihnachten", "rief für Montag zum Streik auf".
    """
    return date.type in ("DATE", "TIME") and LIMIT.search(text[: date.span.start][-30:]) is not None


@dataclass(frozen=True)
class Attachment:
    """How the dates of a sentence relate to the word of an event in it."""

    scene: Scene
    trigger: Token
    text: str

    def reached_by(self, date: Date) -> bool:
        """Tell whether a date may be that of the event.

        It is not where it stands in a clause below, in a participle ("der am Dienstag erfolgte
        Angriff") or as attribute of another noun ("Meldungen vom Donnerstag", "nach der Wahl im
        Mai"); nor is a date outside such a noun that of an event told by it.
        """
        tokens, words = self.scene.sentence.tokens, self._words(date)
        here = words[-1] if words else -1
        noun = self._named_with(date, words)
        if noun >= 0:
            shared = relation(self.trigger) == "conj"  # "nach der Wahl und dem Putsch 1979"
            top = self.trigger.head if shared else self.trigger.index
            told = self.trigger.upos not in ("VERB", "AUX")
            return told and noun in self.scene.sentence.subtree(top)
        if self._is_aside(here):
            return False
        while here >= 0 and here != self.trigger.index:
            if here not in words and self._holds(here, date):
                return self.trigger.index in self.scene.sentence.subtree(here)
            here = tokens[here].head
        return here >= 0 or not self._is_background(date)

    def _is_aside(self, date: int) -> bool:
        """Tell whether the event stands in a clause of another time, and the date outside of it.

        "Am Montag trat er zurück, nachdem bekannt geworden war, dass er gelogen hatte."
        """
        sentence, here = self.scene.sentence, self.trigger.index
        while here >= 0:
            kids = (sentence.tokens[i] for i in sentence.children[here])
            marks = (k.text.lower() for k in kids if relation(k) == "mark")
            if any(self.scene.lexicon.grammar.has("apart_marks", mark) for mark in marks):
                return date not in sentence.subtree(here)
            here = sentence.tokens[here].head
        return False

    def _holds(self, index: int, date: Date) -> bool:
        """Tell whether a word above a date keeps it for what stands below that word."""
        token = self.scene.sentence.tokens[index]
        if token.xpos == "ADJA":
            return not (token.head >= 0 and self._case(token.head) & OCCASION)
        kids = (self.scene.sentence.tokens[i] for i in self.scene.sentence.children[index])
        infinitive = token.upos == "NOUN" and any(kid.xpos == "PTKZU" for kid in kids)
        if infinitive or (relation(token) in BELOW and index in self.scene.clauses):
            own = relation(token) == "acl" and token.head == self.trigger.index
            return not own and self._divided(date)
        return token.upos in ("NOUN", "PROPN") and bool(self._case(index) & self._apart)

    def _is_background(self, date: Date) -> bool:
        """Tell whether the event is told by a noun of its own time ("nach der Besetzung")."""
        sentence, here = self.scene.sentence, self.trigger.index
        while here >= 0 and here not in self.scene.clauses:
            if self._case(here) & self._apart:
                return date.span.start < self.trigger.span.start or self._divided(date)
            here = sentence.tokens[here].head
        return False

    def _divided(self, date: Date) -> bool:
        """Tell whether a comma or another sign stands between the date and the event's word."""
        first, last = sorted((date.span.start, self.trigger.span.start))
        return any(
            t.text in SIGNS and first < t.span.start < last for t in self.scene.sentence.tokens
        )

    def _named_with(self, date: Date, words: list[int]) -> int:
        """Return the noun of which a date only says which is meant, -1 where it says when.

        "Meldungen vom Donnerstag", "der Streit um den Haushalt 2011", "die Flut (2002)".
        """
        if words and self._is_attribute(date):
            return self._noun_before(words[0])
        if words and self.text[: date.span.start].endswith("("):
            noun = self._noun_before(words[0])
            dated = noun >= 0 and self.scene.sentence.tokens[noun].text.endswith(("tag", "woch"))
            return -1 if dated else noun
        year = self.scene.sentence.tokens[words[0]] if len(words) == 1 else None
        if year is None or year.xpos != "CARD" or year.head != year.index - 1:
            return -1
        return year.head if self.scene.sentence.tokens[year.head].upos == "NOUN" else -1

    def _noun_before(self, index: int) -> int:
        """Return the noun before "vom" and a date, -1 where another word stands there."""
        nouns = [t.index for t in self.scene.sentence.tokens[:index] if t.upos in ("NOUN", "PROPN")]
        return nouns[-1] if nouns and index - nouns[-1] <= ATTRIBUTE_WORDS else -1

    def _is_attribute(self, date: Date) -> bool:
        return (
            ATTRIBUTE.search(self.text[max(0, date.span.start - 30) : date.span.start]) is not None
        )

    @property
    def _apart(self) -> frozenset[str]:
        return frozenset(self.scene.lexicon.grammar.groups["apart"])

    def _case(self, index: int) -> frozenset[str]:
        """Return the prepositions of a noun, or of the noun that it is joined to by "und"."""
        sentence = self.scene.sentence
        if relation(sentence.tokens[index]) == "conj" and sentence.tokens[index].head >= 0:
            index = sentence.tokens[index].head
        kids = (sentence.tokens[i] for i in sentence.children[index])
        return frozenset(t.text.lower() for t in kids if relation(t) == "case")

    def nearest(self, found: list[Date]) -> Date:
        """Return the date that hangs on the event's own word, else the nearest."""

        def distance(date: Date) -> tuple[int, bool, int]:
            apart = abs(date.span.start - self.trigger.span.start)
            return self._steps(date), self._divided(date), apart

        return min(found, key=distance)

    def _steps(self, date: Date) -> int:
        """Return how many words lie between a date and the event above it in the tree."""
        tokens = self.scene.sentence.tokens
        here = (self._words(date) or [-1])[-1]
        for step in range(len(tokens)):
            if here == self.trigger.index or here < 0:
                return step if here >= 0 else len(tokens)
            here = tokens[here].head
        return len(tokens)

    def _words(self, date: Date) -> list[int]:
        return [t.index for t in self.scene.sentence.tokens if date.span.covers(t.span)]


def main_clause(scene: Scene, noun: Token) -> Clause | None:
    """Return the main clause whose subject a noun is ("der Aufmarsch verlief ruhig")."""
    if relation(noun) != "nsubj" or noun.upos != "NOUN":
        return None
    return scene.clauses.get(noun.head)


def tells_on(scene: Scene, clause: Clause) -> bool:
    """Tell main clauses that go on with the story; "zuvor" and "seither" look elsewhere."""
    tokens, grammar = scene.sentence.tokens, scene.lexicon.grammar
    if relation(tokens[clause.verb]) not in ("root", "conj", "parataxis"):
        return False
    own = (tokens[i] for i in clause_words(scene, clause.verb))
    return not any(grammar.has("elsewhen", t.text.lower()) for t in own)


def tells_past(scene: Scene, clause: Clause) -> bool:
    """Tell whether a clause tells what happened, in the past tense or in reported words.

    The present tense tells what is so ("wirft ... vor", "sind festgenommen").
    """
    helpers = [scene.sentence.tokens[i] for i in clause.auxiliaries]
    words = [scene.sentence.tokens[clause.verb], *helpers]
    now = is_present(scene, clause) or is_state(scene, clause)
    return not now or any("Mood=Sub" in word.feats for word in words)


def is_pluperfect(sentence: Sentence, verb: int) -> bool:
    """Tell whether a word is a participle with "hatte" or "war"."""
    token = sentence.tokens[verb]
    helpers = [sentence.tokens[i] for i in sentence.children[verb]]
    past = [h for h in helpers if h.lemma in ("haben", "sein") and "Tense=Past" in h.feats]
    indicative = [h for h in past if "Mood=Sub" not in h.feats]
    return token.xpos in ("VVPP", "VAPP") and any(relation(h) == "aux" for h in indicative)


def is_alleged(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether somebody is said to have done something: "soll ... getötet haben"."""
    helpers = [sentence.tokens[i] for i in clause.auxiliaries]
    perfect = any(h.lemma in ("haben", "sein") and h.xpos == "VAINF" for h in helpers)
    return perfect and any(t.lemma == "sollen" for t in sentence.tokens)
