"""Cases with made-up acts between made-up states, for tests of the picture."""

from sqlalchemy import update

from lagebild.case import Case, schema
from lagebild.findings.finding import (
    Actor,
    Commitment,
    Event,
    EventDate,
    Findings,
    Mention,
    Role,
    Statement,
)
from lagebild.read_article import ReadArticle
from lagebild.sources.document import Document
from lagebild.spans import Span
from tests.case.builders import analysis, article

ACTORS = {
    "A": Actor("state:AUT", "Österreich", "state", "AUT"),
    "B": Actor("state:BEL", "Belgien", "state", "BEL"),
    "C": Actor("state:CHE", "Schweiz", "state", "CHE"),
    "army": Actor("government:aut:armee", "Armee", "government", "AUT"),
    "rebels": Actor("armed_group:aut:rebellen", "Rebellen", "armed_group", "AUT"),
    "militia": Actor("armed_group:aut:miliz", "Miliz", "armed_group", "AUT"),
    "envoy": Actor("person:gesandte", "Gesandte", "person", "AUT"),
    "people": Actor("group:-:menschen", "Menschen", "group", None),
    "minister": Actor(
        "person:minister",
        "Ministerin",
        "person",
        "AUT",
        roles=(Role("Ministerin", "AUT", "2010-01-01", "2015-12-31"),),
    ),
}


class Book:
    """Collects what one article tells; each call of a method adds one sentence."""

    def __init__(self, name: str, published: str | None = "2016-03-01"):
        self.name, self.published, self.text = name, published, f"Bericht {name}"
        self.events: list[Event] = []
        self.commitments: list[Commitment] = []
        self.statements: list[Statement] = []
        self.mentions: list[Mention] = []

    def _sentence(self) -> Span:
        start = len(self.text) + 1
        self.text += f"\nSatz {len(self.events) + len(self.statements)} in {self.name}."
        return Span(start, len(self.text))

    def event(self, what, source, target, date=None, status="occurred", pledge=None, says=None):
        """`source` and `target` are letters of `ACTORS`, several joined by spaces."""
        sentence = self._sentence()
        sources, targets = keys(source), keys(target)
        day = EventDate(date, date, date) if date else None
        self.events.append(
            Event(what, None, Span(sentence.start, sentence.start + 4), sentence, sources, targets,
                  day, None, status, ACTORS[says].key if says else None, 1.0, "test")
        )  # fmt: skip
        if pledge:
            self.promise(pledge, source, target, sentence=sentence)
        return self

    def promise(self, kind, source, target, status="promised", sentence=None):
        """Add a commitment."""
        sentence = sentence or self._sentence()
        self.commitments.append(
            Commitment(kind, keys(source), keys(target), sentence, None, None, None, status,
                       sentence, "test")
        )  # fmt: skip
        return self

    def say(self, speaker, addressee=None, about=()):
        """Add a statement whose quotation mentions the actors `about`."""
        quote = self._sentence()
        self.statements.append(
            Statement("direct", (quote,), speaker=ACTORS[speaker].key,
                      addressee=ACTORS[addressee].key if addressee else None)
        )  # fmt: skip
        self.mentions += [Mention(quote, ACTORS[name].key, "name", "test") for name in about]
        return self

    def read(self) -> ReadArticle:
        """Return the article with its findings."""
        made = article(self.text, f"{self.name}.txt", published=self.published)
        actors = tuple(ACTORS.values())
        everyone = tuple(Mention(Span(0, 7), actor.key, "name", "test") for actor in actors)
        found = Findings(
            actors, everyone + tuple(self.mentions), tuple(self.statements), tuple(self.events),
            tuple(self.commitments),
        )  # fmt: skip
        return ReadArticle(Document(made.uri, self.text, "text"), made, analysis(self.text), found)


def keys(names: str) -> tuple[str, ...]:
    """Return the keys of actors named by letters."""
    return tuple(ACTORS[name].key for name in names.split())


def written(tmp_path, *books: Book, reprints: dict[str, str] | None = None) -> Case:
    """Return a case that holds these articles; `reprints` names originals by name of article."""
    case = Case(tmp_path / "a.case", create=True)
    ids: dict[str, str] = {}
    for book in books:
        made = book.read()
        ids[book.name] = made.article.id
        case.write(made, "test")
    case.settle("test")
    for again, original in (reprints or {}).items():
        _mark(case, ids[again], ids[original])
    return case


def _mark(case: Case, again: str, original: str) -> None:
    t = schema.articles
    with case.writing() as connection:
        connection.execute(update(t).where(t.c.id == again).values(duplicate_of=original))
