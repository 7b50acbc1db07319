"""Competing figures: numbers of the same people or things on one event that cannot all be true.

A number stands for a range: "mindestens 14" for 14 and more, "rund 20" for 18 to 22. Figures
compete in one sentence where two are said to give them ("A sprach von 62 Soldaten, B von
mindestens 90"), and across articles where both count the same class of people on one event.
Parts of a whole ("18 der 31", "darunter drei Kinder") compete with nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import networkx as nx

from lagebild.case.records import FigureRecord
from lagebild.case.search import stem, stems
from lagebild.knowledge import Knowledge
from lagebild.picture.contradictions.contradiction import Contradiction, Side
from lagebild.picture.material import Material
from lagebild.picture.wording import content, likeness, packaged

ABOUT = 0.1
"""Share by which a number "rund" may be off."""
REVISED = 1.25
"""Factor by which a lower bound must rise to count as another figure, not as the same again."""
SAME_EVENT_WORDS = 0.25
"""Cosine of two sentences' content words from which their figures count on the same event, where
the articles belong to one story."""
PART = re.compile(
    r"(?:\b(?:darunter|davon|allein|(?:unter|von) (?:ihnen|den \w+))\b[^\d,;]*"
    r"|\d (?:der|von) (?:den )?)$",
    re.I,
)
DIGIT = re.compile(r"\d")
PARTED = re.compile(r"^\S*\d (?:der|von) |^\S+ (?:der|von (?:den|ihnen|diesen))\b")
CLAUSE = re.compile(r"[,;:()–]")


def competing_figures(found: Material) -> Iterator[Contradiction]:
    """Yield figures that compete in one sentence, then those that compete across articles."""
    whole = [f for f in found.figures if not _is_part(found, f)]
    yield from _in_sentences(found, whole)
    yield from _across_articles(found, whole)


def _in_sentences(found: Material, figures: list[FigureRecord]) -> Iterator[Contradiction]:
    by_sentence: dict[tuple[str, int], list[FigureRecord]] = defaultdict(list)
    for figure in figures:
        by_sentence[figure.article, figure.sentence.start].append(figure)
    for several in by_sentence.values():
        pairs = [
            (a, b)
            for a, b in combinations(several, 2)
            if _compete(a, b) and _said_apart(found, a, b)
        ]
        if pairs:
            sides = [f for f in several if any(f in pair for pair in pairs)]
            yield _contradiction(found, sides, "several tellers in one sentence")


def _said_apart(found: Material, one: FigureRecord, other: FigureRecord) -> bool:
    """Tell whether the sentence lets two actors give one figure each for the same thing."""
    tellers = _teller(found, one), _teller(found, other)
    classes = {_class(one), _class(other)} - {""}
    same = len(classes) < 2 and (bool(classes) or stem(one.counted) == stem(other.counted))
    return same and None not in tellers and tellers[0] != tellers[1] and _gives_numbers(one)


def _gives_numbers(figure: FigureRecord) -> bool:
    return any(cue.search(figure.sentence_words) for cue in packaged().view(_cues))


def _cues(knowledge: Knowledge) -> list[re.Pattern[str]]:
    return [re.compile(r["pattern"], re.I) for r in knowledge.table("count_cues")]


def _teller(found: Material, figure: FigureRecord) -> str | None:
    """Return who gives the figure: whom the reader says, else who is named in its clause."""
    here = found.mentioned.get(figure.article, ())
    counted = {m.actor for m in here if m.span.overlaps(figure.span)}
    if figure.attributed_to and figure.attributed_to not in counted:
        return figure.attributed_to
    start, end = _clause(figure)
    named = [
        m.actor
        for m in here
        if start <= m.span.start and m.span.end <= end and not m.span.overlaps(figure.span)
    ]
    return named[0] if len(set(named)) == 1 else None


def _clause(figure: FigureRecord) -> tuple[int, int]:
    """Return the part of the sentence between punctuation marks in which the figure stands."""
    base, words = figure.sentence.start, figure.sentence_words
    marks = [base + match.start() for match in CLAUSE.finditer(words)]
    start = max((m for m in marks if m < figure.span.start), default=base)
    return start, min((m for m in marks if m >= figure.span.end), default=figure.sentence.end)


def _across_articles(found: Material, figures: list[FigureRecord]) -> Iterator[Contradiction]:
    by_matter: dict[tuple[str, str], list[FigureRecord]] = defaultdict(list)
    for figure in figures:
        counted = _class(figure)
        if counted:
            by_matter[found.news.get(figure.article, figure.article), counted].append(figure)
    for several in by_matter.values():
        pairs = [
            (one, other)
            for one, other in combinations(several, 2)
            if one.article != other.article
            and (_compete(one, other) or _is_revised(one, other))
            and _same_event(found, one, other)
        ]
        for part in _joined(pairs):
            risen = all(_is_revised(*pair) for pair in pairs if pair[0] in part)
            days = {figure.published for figure in part}
            later = "a later figure" if len(days) > 1 else "a higher figure"
            why = later if risen else "other figures in two articles"
            yield _contradiction(found, _distinct(found, part), why)


def _joined(pairs: list[tuple[FigureRecord, FigureRecord]]) -> list[frozenset[FigureRecord]]:
    """Return the figures that pairs join with each other, in order of the first pair."""
    graph = nx.Graph()
    graph.add_edges_from(pairs)
    return [frozenset(part) for part in nx.connected_components(graph)]


def _distinct(found: Material, figures: Iterable[FigureRecord]) -> list[FigureRecord]:
    """Return one figure for each number and teller; of an article's headline and lead, the lead."""
    told: dict[tuple[float, str, str], FigureRecord] = {}
    ordered = sorted(figures, key=lambda f: (f.published or "", f.article, f.span))
    for figure in sorted(ordered, key=lambda f: _teller(found, f) is None):
        key = (figure.value, figure.qualifier, _teller(found, figure) or "")
        same = [t for t in told.values() if t.article == figure.article]
        if not any(_range(t) == _range(figure) for t in same):
            told.setdefault(key, figure)
    return list(told.values())


def _same_event(found: Material, one: FigureRecord, other: FigureRecord) -> bool:
    stories = [found.told.get(f.event or "") for f in (one, other)]
    if stories[0] is not None and stories[0] == stories[1]:
        return True
    words = content(one.sentence_words), content(other.sentence_words)
    return likeness(*words) >= SAME_EVENT_WORDS


def _compete(one: FigureRecord, other: FigureRecord) -> bool:
    (a, b), (c, d) = _range(one), _range(other)
    return b < c or d < a


def _is_revised(one: FigureRecord, other: FigureRecord) -> bool:
    low, high = sorted((one.value, other.value))
    bounds = one.qualifier == other.qualifier == "at_least"
    return bounds and high >= REVISED * low


def _range(figure: FigureRecord) -> tuple[float, float]:
    value = figure.value
    return {
        "exact": (value, value),
        "about": (value * (1 - ABOUT), value * (1 + ABOUT)),
        "at_least": (value, float("inf")),
        "at_most": (0.0, value),
    }[figure.qualifier]


def _class(figure: FigureRecord) -> str:
    """Return what the number counts: the class of the first telling word from the number on."""
    classes = packaged().view(_classes)
    after = figure.span.start - figure.sentence.start
    words = figure.sentence_words
    here = stems(figure.counted) + stems(words[after:]) + stems(words[:after])[::-1]
    return next((classes[word] for word in here if word in classes), "")


def _classes(knowledge: Knowledge) -> dict[str, str]:
    rows = knowledge.table("toll_words")
    return {part: row["class"] for row in rows for part in stems(row.key)[-1:]}


def _is_part(found: Material, figure: FigureRecord) -> bool:
    text = found.articles[figure.article].text
    before = text[figure.sentence.start : figure.span.start]
    return bool(PARTED.search(figure.words)) or bool(PART.search(before))


def _contradiction(found: Material, figures: list[FigureRecord], why: str) -> Contradiction:
    ordered = sorted(figures, key=lambda f: (f.published or "", f.article, f.span.start))
    sides = tuple(
        Side(
            " ".join(f.words.split()),
            tuple(filter(None, [_teller(found, f)])),
            f.published,
            found.cite(f.article, f.sentence),
        )
        for f in ordered
    )
    about = _class(ordered[0]) or ordered[0].counted
    story = found.news.get(ordered[0].article)
    return Contradiction("figures", about, sides, story, why)
