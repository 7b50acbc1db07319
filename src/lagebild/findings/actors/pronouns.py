"""Tie pronouns to actors: personal, possessive, demonstrative and relative ones.

A relative pronoun belongs to the noun that its clause hangs on. For the others, what was said
before counts by gender and number, by how near it stands, and by the part it plays: subjects are
taken up more often than objects. "es" and "man" are left alone.
"""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.findings.actors.agreement import agreements, thing_letters
from lagebild.findings.actors.desk import Desk, Phrase, head_of
from lagebild.findings.actors.emit import names_nobody
from lagebild.findings.actors.link import Cast
from lagebild.findings.actors.relatives import antecedent, by_verb
from lagebild.findings.actors.words import fold
from lagebild.language.analysis import Sentence, Token

WINDOW = 3
"""Sentences before the pronoun in which its antecedent is sought."""
CANDIDATES = 40
"""Mentions looked at for one pronoun: keeps the time linear in long lists."""
ROLES = {"nsubj": 3.0, "nsubj:pass": 2.5, "obj": 1.2, "iobj": 1.0, "obl:arg": 0.8, "obl": 0.5,
         "root": 1.5, "nmod": 0.2, "appos": 0.2}  # fmt: skip
"""How much a grammatical role speaks for an antecedent; after centering theory, set by hand."""
NEAR = (3.6, 2.5, 0.8, 0.3)
"""What speaks for an antecedent 0 to 3 sentences before."""
ROLE, OFTEN, OWN_SUBJECT, PERSON = 0.7, 0.35, 3.0, 2.0
TAKEN_UP, PARALLEL, THING, BETWEEN = 0.5, 0.7, 0.9, 0.2
"""Weights of the role, of each mention so far, of a possessive's own subject, of a person, of a
mention that is itself a pronoun, of subject after subject; and what speaks against a noun that is
no actor and against each mention between. Means of the best of 1,441 random settings; a setting
chosen on one half of the annotated pronouns read 0.80 of the other half rightly. To fit again,
score settings with `lagebild.evaluate.pronouns`."""
BELOW = ("advcl", "acl", "ccomp", "csubj")
"""Relations of clauses that stand below another."""
ASIDE = 1.0
"""What speaks against a mention in such a clause of a sentence before: main clauses go on."""
_PERSONAL = {"er": "m", "ihn": "m", "ihm": "mn", "sie": "fp", "ihr": "f", "ihnen": "p"}
_OWNERS = {"sein": "mn", "ihr": "fp"}
_POINTING = {"dieser": "m", "diese": "fp", "diesem": "mn", "diesen": "mp"}
_ANYBODY = frozenset({"wer", "jeder", "niemand", "jemand", "keiner", "man"})
_RELATIVE = frozenset({"PRELS", "PRELAT"})


@dataclass(slots=True)
class Before:
    """A mention that a pronoun may take up, with its place in the article."""

    phrase: Phrase
    role: float
    clause: int
    subject: bool
    below: bool


@dataclass(frozen=True, slots=True)
class _Pronoun:
    """A pronoun to be resolved: the verb of its clause, the letters it asks for."""

    token: Token
    clause: int
    wanted: str
    owner: bool


def link_pronouns(desk: Desk, cast: Cast) -> None:
    """Lay the phrases of all resolved pronouns on the desk."""
    search = _Search(desk, agreements(desk, cast.actors))
    found = [phrase for number in range(len(desk.sentences)) for phrase in search.read(number)]
    desk.phrases.extend(found)


class _Search:
    """Goes through the article from left to right with the mentions passed so far."""

    def __init__(self, desk: Desk, letters: dict[str, str]) -> None:
        self.desk = desk
        self.letters = letters
        self.passed: list[Before] = []
        self.pointed: list[Before] = []
        self.counts: Counter[str | None] = Counter()

    def read(self, number: int) -> Iterator[Phrase]:
        """Yield the resolved pronouns of one sentence."""
        sentence = self.desk.sentences[number]
        names = deque(
            p for p in self.desk.in_sentence(number)
            if p.actor and not p.absorbed and p.chars is None and p.kind != "adjective"
            and not names_nobody(self.desk, p)
        )  # fmt: skip
        for token in sentence.tokens:
            while names and names[0].start <= token.index:
                self._pass(names.popleft())
            self._pass_thing(number, sentence, token)
            wanted = _wanted(sentence, token)
            if wanted is not None:
                phrase = self._resolved(number, sentence, token, wanted)
                if phrase is not None:
                    self._pass(phrase)
                    yield phrase
        for name in names:
            self._pass(name)

    def _pass(self, phrase: Phrase) -> None:
        self.passed.append(_before(self.desk, phrase))
        self.counts[phrase.actor] += 1

    def _pass_thing(self, number: int, sentence: Sentence, token: Token) -> None:
        """Remember a noun that is no actor: "die Ankündigung" may be what "sie" means.

        Only a subject counts for all pronouns; "diese" takes up any noun.
        """
        if token.upos != "NOUN":
            return
        last = self.passed[-1].phrase if self.passed else None
        if last is not None and last.sentence == number and last.start <= token.index < last.end:
            return
        thing = Phrase(number, token.index, token.index + 1, token.index, "thing", "name", "")
        thing.noun = thing_letters(sentence, token)
        kept = self.passed if token.deprel.startswith("nsubj") else self.pointed
        kept.append(_before(self.desk, thing))

    def _resolved(
        self, number: int, sentence: Sentence, token: Token, wanted: str
    ) -> Phrase | None:
        if _anybodys(sentence, token, wanted):
            return None
        if wanted == "relative":
            actor, why = antecedent(self.desk, number, sentence, token), "relative clause"
        else:
            actor = self._best((number, sentence, token), wanted)
            why = "agrees with the subject or topic before"
        if actor is None:
            return None
        at = token.index
        return Phrase(number, at, at + 1, at, "pronoun", "pronoun", why, actor)

    def _best(self, place: tuple[int, Sentence, Token], wanted: str) -> str | None:
        """Return the actor of the mention that fits best, None where none does."""
        number, sentence, token = place
        pronoun = _Pronoun(token, _clause(sentence, token), wanted, token.xpos == "PPOSAT")
        opinion = pronoun.owner and self._opinion(sentence, token)
        if pronoun.owner and not opinion and self._owned_by_nobody(sentence, number, pronoun):
            return None
        governed = _main_verb(sentence, token.head) if token.head >= 0 else -1
        best, chosen = 0.0, None
        candidates = self._candidates(token)
        beside = {
            item.phrase.actor
            for item in candidates
            if item.phrase.sentence == number and item.clause == governed and not pronoun.owner
        }
        for rank, item in enumerate(candidates):
            actor = item.phrase.actor
            distance = number - item.phrase.sentence
            fits = item.phrase.noun if actor is None else self.letters.get(actor, "")
            if distance > WINDOW or not set(wanted) & set(fits) or (opinion and actor is None):
                continue
            if (
                distance == 0
                and not pronoun.owner
                and (actor in beside if actor else item.clause == governed)
            ):
                continue
            score = self._score(item, distance, pronoun, rank)
            if score > best:
                best, chosen = score, actor
        return chosen

    def _candidates(self, token: Token) -> list[Before]:
        """Return the mentions that a pronoun may take up, the nearest first."""
        found = self.passed[-CANDIDATES:]
        if token.xpos == "PDS":
            found = sorted(found + self.pointed[-CANDIDATES:], key=_place)[-CANDIDATES:]
        return found[::-1]

    def _score(self, item: Before, distance: int, pronoun: "_Pronoun", rank: int) -> float:
        """Return how well a mention fits, `rank` mentions before the pronoun."""
        if pronoun.token.xpos == "PDS":
            return float(CANDIDATES - rank)
        actor = item.phrase.actor
        score = NEAR[distance] + ROLE * item.role - BETWEEN * rank
        score += OFTEN * min(self.counts[actor], 5)
        if pronoun.owner and distance == 0 and item.subject and item.clause == pronoun.clause:
            score += OWN_SUBJECT
        if actor and set(pronoun.wanted) & {"m", "f"} and actor.startswith("person:"):
            score += PERSON
        if item.subject and pronoun.token.deprel.startswith("nsubj"):
            score += PARALLEL
        if item.below and distance:
            score -= ASIDE
        return score + TAKEN_UP * (item.phrase.kind == "pronoun") - THING * (actor is None)

    def _opinion(self, sentence: Sentence, token: Token) -> bool:
        """Tell whether somebody's view is spoken of: "ihrer Meinung nach"."""
        noun = sentence.tokens[token.head] if token.head >= 0 else token
        return fold(noun.lemma) in self.desk.lexicon.cues["opinion"]

    def _owned_by_nobody(self, sentence: Sentence, number: int, pronoun: "_Pronoun") -> bool:
        """Tell whether the subject of a possessive's clause is a noun that is no actor."""
        clause, token = pronoun.clause, pronoun.token
        for child in sentence.children[clause] if clause < len(sentence.tokens) else ():
            subject = sentence.tokens[child]
            if subject.deprel.startswith("nsubj") and subject.index < token.index:
                return subject.upos == "NOUN" and not any(
                    b.phrase.sentence == number and b.phrase.start <= child < b.phrase.end
                    for b in self.passed[-CANDIDATES:]
                )
        return False


def _anybodys(sentence: Sentence, token: Token, wanted: str) -> bool:
    """Tell whether nobody in particular is taken up: "wer streikt, obwohl er gut verdient"."""
    if "m" not in wanted or wanted == "relative":
        return False
    return any(
        fold(before.text) in _ANYBODY and before.deprel.startswith("nsubj")
        for before in sentence.tokens[: token.index]
    )


def _place(item: Before) -> tuple[int, int]:
    return item.phrase.sentence, item.phrase.start


def _before(desk: Desk, phrase: Phrase) -> Before:
    sentence = desk.sentences[phrase.sentence]
    token = sentence.tokens[head_of(sentence, phrase.start, phrase.end)]
    for _ in range(4):
        if token.deprel in {"conj", "appos", "flat"} and token.head >= 0:
            token = sentence.tokens[token.head]
    role = ROLES.get(token.deprel, ROLES.get(token.deprel.split(":")[0], 0.4))
    clause = _main_verb(sentence, token.head) if token.head >= 0 else -1
    below = clause >= 0 and sentence.tokens[clause].deprel.split(":")[0] in BELOW
    return Before(phrase, role, clause, token.deprel.startswith("nsubj"), below)


def _wanted(sentence: Sentence, token: Token) -> str | None:
    """Return the letters that a pronoun asks for, `relative`, or None for no pronoun of ours."""
    if token.xpos in _RELATIVE:
        return "relative"
    form = fold(token.text)
    if token.upos == "PRON" and form in _PERSONAL:
        if form == "sie" and token.text[0].isupper() and token.index > 1:
            return None
        return by_verb(sentence, token, _PERSONAL[form])
    if token.xpos == "PPOSAT" and form[:4] in {"sein", "ihr", "ihre"}:
        return _OWNERS["sein" if form.startswith("sein") else "ihr"]
    if token.xpos == "PDS" and form in _POINTING:
        return by_verb(sentence, token, _POINTING[form])
    return None


def _main_verb(sentence: Sentence, index: int) -> int:
    """Return the verb that shares its subject with the verb `index`: "lässt sich abbringen"."""
    for _ in range(4):
        token = sentence.tokens[index]
        if token.deprel not in {"xcomp", "aux"} or token.head < 0:
            break
        index = token.head
    return index


def _clause(sentence: Sentence, token: Token) -> int:
    """Return the verb that governs a possessive's noun."""
    for _ in range(6):
        if token.head < 0:
            return token.index
        token = sentence.tokens[token.head]
        if token.upos in {"VERB", "AUX"}:
            return _main_verb(sentence, token.index)
    return token.index
