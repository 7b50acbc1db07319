"""Put a briefing into template lines; nothing is written freely, each line has its citation."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lagebild.case import Case
from lagebild.exports.briefing.page import Line, Page, Part
from lagebild.exports.briefing.pictures import pictures
from lagebild.picture.briefing import Briefing
from lagebild.picture.contradictions import Contradiction
from lagebild.picture.evidence import citations
from lagebild.picture.lives import Life
from lagebild.picture.material import Citation
from lagebild.web.wording import Wording

QUOTED = 150
"""Signs of a quotation: with more, five parts do not fit on two pages."""
TOLD = 110
"""Signs of a commitment's content within a line."""
MOST_OUTLETS = 4


class Telling:
    """Words a briefing in one language."""

    def __init__(self, told: Briefing, words: Wording, with_pictures: bool = True) -> None:
        self._told, self._found, self._words = told, told.found, words
        self._pictures = pictures(told, words) if with_pictures else ()

    def page(self, case: Case) -> Page:
        """Return the page; `case` is asked for the words behind relations."""
        t, told = self._words, self._told
        parts = {
            "happened": self._happened(),
            self._moving(): (*self._moved(case), *self._turned()),
            "pending": (self._pending(life) for life in told.pending),
            "settled": (self._settled(life) for life in told.settled),
            "disputed": (self._disputed(c) for c in told.disputed),
        }
        return Page(
            t.language,
            self._title(),
            self._base(),
            tuple(Part(t(f"briefing.{k}"), tuple(v), t("briefing.none")) for k, v in parts.items()),
            self._pictures,
            (t("briefing.method"), *self._compared()),
        )

    def _moving(self) -> str:
        """Return which part relations are: without a time before, nobody is seen to move."""
        return "standing" if self._told.compared.before is None else "moved"

    def _compared(self) -> Iterator[str]:
        """Yield what moves are measured against."""
        t, of = self._words, self._told.compared
        if of.before is None or not (of.before.since and of.before.until and of.now.since):
            return
        days = {"since": of.before.since, "until": of.before.until, "now": of.now.since}
        yield t("briefing.compared", **{name: t.date(day) for name, day in days.items()})

    def _title(self) -> str:
        t, told = self._words, self._told
        if not told.since:
            return t("briefing.title")
        first, last = t.date(told.since), t.date(told.until)
        span = first if first == last else t("briefing.span", since=first, until=last)
        return f"{t('briefing.title')}: {span}"

    def _base(self) -> str:
        """Return how many reports of which papers the briefing rests on."""
        t, told = self._words, self._told
        here = [self._found.articles[name] for name in told.reports]
        names = sorted({a.outlet for a in here if a.outlet})
        several = ", ".join(names[:MOST_OUTLETS]) + (" …" if len(names) > MOST_OUTLETS else "")
        outlets = t("briefing.outlets", names=several) if names else ""
        stories = len({self._found.news.get(a.id, a.id) for a in here})
        return t(
            "briefing.base",
            n=len(here),
            outlets=f" {outlets.strip()}".rstrip(),
            stories=t("briefing.stories", n=stories),
        )

    def _line(self, text: str, citation: Citation) -> Line:
        return self._cited(text, citation.article, citation.words, citation.span.start)

    def _cited(self, text: str, article: str, words: str, start: int) -> Line:
        held = self._found.articles[article]
        name = Path(held.uri).name
        outlet = f"{held.outlet}, " if held.outlet else ""
        date = f"{self._words.date(held.published)}, " if held.published else ""
        where = f"{outlet}{date}{name} {start}–{start + len(words)}"
        return Line(text, shortened(words, QUOTED), where)

    def _happened(self) -> Iterator[Line]:
        t = self._words
        for happening in self._told.happened:
            story = happening.story
            days = [day for day in dict.fromkeys((story.first, story.last)) if day]
            lead = lead_of(" – ".join(t.date(day[:10]) for day in days))
            title = story.title if happening.titled else t("briefing.untitled")
            text = t("briefing.story", lead=lead, title=title, n=happening.reports)
            yield self._line(text, happening.citation)

    def _moved(self, case: Case) -> Iterator[Line]:
        t, moves = self._words, self._told.moved
        told = citations(case, [move.relation.evidence[0] for move in moves])
        for move in moves:
            relation = move.relation
            values = {
                "source": relation.source_name,
                "target": relation.target_name,
                "balance": signed(relation.balance, t),
                "n": relation.acts,
            }
            if move.before is not None:
                text = t("briefing.tie", before=signed(move.before, t), **values)
            else:
                alone = self._told.compared.before is None
                text = t("briefing.sum" if alone else "briefing.new_tie", **values)
            cited = told[relation.evidence[0]]
            if cited.article in self._found.articles:
                yield self._cited(text, cited.article, cited.words, cited.span.start)

    def _turned(self) -> Iterator[Line]:
        t = self._words
        for turned in self._told.turned:
            position = turned.position
            text = t(
                "briefing.stance",
                actor=self._found.name(position.actor),
                stance=t(f"briefing.{position.stance}"),
                issue=position.issue,
                before=t(f"briefing.{turned.before}"),
            )
            yield self._line(text, position.evidence[-1].citation)

    def _commitment(self, life: Life) -> Mapping[str, str]:
        t = self._words
        return {
            "lead": lead_of(t.date(life.began[:10]) if life.began else ""),
            "kind": t(f"briefing.kind.{life.kind}"),
            "actors": self._names(life.parties),
            "words": f"„{shortened(_unconditional(life), TOLD)}“",
        }

    def _pending(self, life: Life) -> Line:
        t = self._words
        if life.condition is not None:
            condition = f"„{shortened(life.condition.words, TOLD)}“"
            text = t("briefing.condition", condition=condition, **self._commitment(life))
        else:
            others = self._names(life.waits_for)
            text = t("briefing.answer", others=others, **self._commitment(life))
        return self._line(text, life.changes[-1].citation)

    def _settled(self, life: Life) -> Line:
        t, change = self._words, life.changes[-1]
        state = t(f"briefing.state.{change.state}")
        if change.by and change.by != life.parties:
            state = t("briefing.by", state=state, actors=self._names(change.by))
        return self._line(
            t("briefing.change", state=state, **self._commitment(life)), change.citation
        )

    def _disputed(self, contradiction: Contradiction) -> Line:
        t, sides = self._words, contradiction.sides
        if contradiction.kind == "denial":
            text = t(
                "briefing.denial",
                accuser=self._names(sides[0].says),
                accused=contradiction.about.rpartition(" → ")[2],
                denier=self._names([key for side in sides[1:] for key in side.says]),
            )
        else:
            said = [t.known(f"briefing.claim.{s.claim}", s.claim) for s in sides]
            claims = "; ".join(
                f"{claim} ({self._sayer(s.says)})" for claim, s in zip(said, sides, strict=True)
            )
            about = t.known(f"briefing.class.{contradiction.about}", contradiction.about)
            text = t(f"briefing.{contradiction.kind}", about=about, sides=claims)
        return self._line(text, sides[-1].citation)

    def _sayer(self, says: tuple[str, ...]) -> str:
        return self._names(says) if says else self._words("briefing.article")

    def _names(self, keys: Iterable[str]) -> str:
        names = self._found.names(tuple(keys))
        return names if names != "–" else self._words("briefing.someone")


def _unconditional(life: Life) -> str:
    """Return what a commitment says without its condition, unless that is all it says."""
    if life.condition is None:
        return life.words
    return life.words.replace(life.condition.words, " ").strip(" ,;") or life.words


def lead_of(date: str) -> str:
    """Return how a line begins: with its date, where it has one."""
    return f"{date}: " if date else ""


def shortened(words: str, longest: int) -> str:
    """Return words on one line, cut at a space with an ellipsis where they are longer."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + " …"


def signed(balance: float, words: Wording) -> str:
    """Return a balance with its sign and one decimal place."""
    rounded = round(balance, 1) + 0.0
    return f"{'−' if rounded < 0 else '+'}{words.number(abs(rounded))}"
