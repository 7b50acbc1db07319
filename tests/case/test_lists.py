"""Lists of a case, a part at a time: counts, orders, filters, and the words that lines cite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.case import Case, Filter
from lagebild.case.lists import (
    ARTICLES,
    COMMITMENTS,
    EVENTS,
    FIGURES,
    STATEMENTS,
    Part,
    actor_lines,
)
from lagebild.case.lists.found import by_date, found, found_lines, shown
from lagebild.case.lists.picture import events_by_month, outlets, pairs
from lagebild.case.lists.profile import actor, forms, months, partners
from lagebild.case.reviews import review
from lagebild.case.search import fold, says, stem, stems
from lagebild.errors import WrongUse
from tests.case.builders import CHANCELLOR, RUSSIA, TEXT, read_article

VERSION = "1"
NAMES = ("a.txt", "b.txt", "c.txt")
CATALOGUES = {
    "articles": ARTICLES,
    "statements": STATEMENTS,
    "events": EVENTS,
    "commitments": COMMITMENTS,
    "figures": FIGURES,
}


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "lage.case", create=True) as opened:
        for month, name in enumerate(NAMES, 1):
            text = f"{TEXT} Das war Meldung {name}, unabhängig {month * 'weiter '}geschrieben."
            day = f"2016-0{month}-10"
            opened.write(read_article(text, name, published=day, outlet=name[0]), VERSION)
        opened.settle(VERSION)
        yield opened


@pytest.fixture
def connection(case):
    with case.looking() as looking:
        yield looking


@pytest.mark.parametrize("name", CATALOGUES)
def test_parts_join_to_the_whole(connection, name):
    catalogue, everything = CATALOGUES[name], Filter(reprints=True)
    total = catalogue.count(connection, everything)
    assert total == len(NAMES)
    cut = [catalogue.part(connection, everything, Part("date", n, 1))[0] for n in range(total)]
    assert cut == list(catalogue.each(connection, everything, "date"))
    assert cut == catalogue.part(connection, everything, Part("date", 0, 50))
    assert catalogue.part(connection, everything, Part("date", total, 50)) == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_an_order_can_be_turned_round(connection, name):
    catalogue = CATALOGUES[name]
    where = Filter(reprints=True)
    for order in catalogue.orders:
        there = [line.id for line in catalogue.part(connection, where, Part(order))]
        back = [line.id for line in catalogue.part(connection, where, Part(f"-{order}"))]
        assert sorted(there) == sorted(back)
    if name == "events":
        return  # all of the same day; its own date comes before the article's
    dates = [x.published for x in catalogue.part(connection, where, Part("-date"))]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    ("name", "where", "number"),
    [
        ("articles", Filter(words="forderten"), 3),
        ("articles", Filter(words="Hubschrauber"), 0),
        ("articles", Filter(type="REQUEST"), 3),
        ("articles", Filter(type="ASSAULT"), 0),
        ("articles", Filter(outlet="b"), 1),
        ("articles", Filter(actor="Merkel"), 3),
        ("articles", Filter(since="2016-02", until="2016-02"), 1),
        ("statements", Filter(words="Sterben"), 0),
        ("statements", Filter(words="Töten"), 3),
        ("statements", Filter(words="Waffenruhe"), 0),
        ("statements", Filter(actor="Russland"), 0),
        ("statements", Filter(actor=CHANCELLOR.key), 3),
        ("statements", Filter(type="indirect"), 0),
        ("events", Filter(actor="Russland", words="Waffenruhen"), 3),
        ("events", Filter(status="denied"), 0),
        ("events", Filter(place="Wien"), 0),
        ("events", Filter(since="2016-02-15", until="2016-02-15"), 3),
        ("commitments", Filter(actor="Russland", type="demand", status="demanded"), 3),
        ("commitments", Filter(words="Beschuss endet"), 3),
        ("figures", Filter(counted="Mensch"), 3),
        ("figures", Filter(counted="Panzer"), 0),
        ("figures", Filter(type="at_least"), 3),
        ("figures", Filter(type="exact"), 0),
        ("figures", Filter(words="Waffenruhe"), 0),
    ],
)
def test_filters_leave_what_passes_them(connection, name, where, number):
    catalogue = CATALOGUES[name]
    where = Filter(**{f: getattr(where, f) for f in where.__slots__} | {"reprints": True})
    assert catalogue.count(connection, where) == number
    assert len(catalogue.part(connection, where, Part("date"))) == number


def test_a_figure_is_called_as_its_review_calls_it(case, connection):
    line = FIGURES.part(connection, Filter(reprints=True), Part("-value"))[0]
    assert line.id == f"{line.article}-f{line.span[0]}-{line.span[1]}"
    with case.writing() as writing:
        review(writing, line.id, "correct", "Ada", {"value": 41.0})
    with case.looking() as looking:
        changed = FIGURES.part(looking, Filter(reprints=True), Part("-value"))[0]
    assert (changed.id, changed.value) == (line.id, 41.0)


def test_lines_cite_the_words_and_name_the_actors(connection):
    everything = Filter(reprints=True)
    said = STATEMENTS.part(connection, everything, Part("date"))[0]
    assert (said.words, said.speaker_name) == ("„Das Töten muss enden“", "Angela Merkel")
    done = EVENTS.part(connection, everything, Part("date"))[0]
    assert (done.words, done.source_names, done.target_names) == (
        "forderte",
        ("Angela Merkel",),
        ("Russland",),
    )
    pledge = COMMITMENTS.part(connection, everything, Part("date"))[0]
    assert (pledge.words, pledge.condition) == ("zu einer Waffenruhe", "sofern der Beschuss endet")


def test_a_merged_actor_is_found_under_the_other(case):
    case.decide("merge", RUSSIA.key, {"into": CHANCELLOR.key}, "Ada")
    with case.looking() as connection:
        where = Filter(actor=CHANCELLOR.key, reprints=True)
        assert EVENTS.count(connection, where) == 3
        assert EVENTS.part(connection, where, Part("date"))[0].target_names == ("Angela Merkel",)
        assert [line.key for line in actor_lines(connection, where)] == [CHANCELLOR.key]
        with pytest.raises(WrongUse):
            EVENTS.count(connection, Filter(actor=RUSSIA.key))


def test_a_split_actor_keeps_only_its_articles(case):
    with case.looking() as connection:
        one = ARTICLES.part(connection, Filter(reprints=True), Part("date"))[0].id
    number = case.decide("split", RUSSIA.key, {"articles": [one], "name": "Moskau AG"}, "Ada")
    with case.looking() as connection:
        split = Filter(actor=f"{RUSSIA.key}#{number}", reprints=True)
        assert EVENTS.count(connection, split) == 1
        assert EVENTS.count(connection, Filter(actor=RUSSIA.key, reprints=True)) == 2


def test_actors_are_counted(connection):
    lines = {line.name: line for line in actor_lines(connection, Filter(reprints=True))}
    russia, chancellor = lines["Russland"], lines["Angela Merkel"]
    assert (russia.mentions, russia.articles, russia.acted, russia.suffered) == (3, 3, 0, 3)
    assert (chancellor.statements, chancellor.acted) == (3, 3)


def test_a_profile_tells_with_whom_and_how(connection):
    (other,) = partners(connection, CHANCELLOR.key)
    shown_once = EVENTS.count(connection, Filter())
    assert (other.name, other.did, other.suffered) == ("Russland", {"REQUEST": shown_once}, {})
    assert forms(connection, RUSSIA.key) == [("metonym", "Moskau", shown_once)]
    assert months(connection, RUSSIA.key) == [("2016-02", "REQUEST", shown_once)]
    assert actor(connection, RUSSIA.key).name == "Russland"
    assert actor(connection, "nobody") is None


def test_the_whole_is_counted(connection):
    shown_once = EVENTS.count(connection, Filter())
    (pair,) = pairs(connection, 5)
    assert (pair.source_name, pair.target_name, pair.events) == (
        "Angela Merkel",
        "Russland",
        shown_once,
    )
    assert events_by_month(connection) == [("2016-02", "REQUEST", shown_once)]
    assert len(outlets(connection, 5)) == shown_once


def test_a_search_shows_the_words_in_their_place(connection):
    matches = found(connection, Filter(words="treffen", reprints=True))
    lines = found_lines(connection, matches, "treffen")
    assert len(lines) == 3
    for line in lines:
        assert [line.snippet[a:b] for a, b in line.hits] == ["trafen"]
        assert TEXT.find(line.snippet[:20]) == line.start
        assert "".join(text for text, _ in shown(line)) == line.snippet
    newest = by_date(connection, matches)
    assert newest[0] == matches[[line.published for line in lines].index("2016-03-10")]


def test_text_in_sql_is_compared_by_stems():
    assert says("Die Grenzübergänge bleiben zu.", " ".join(stems("Grenzübergang")))
    assert not says("Die Grenze bleibt zu.", " ".join(stems("Grenzübergang")))
    assert not says(None, "x")


@given(st.text(alphabet="abcdeghilmnorstuzäöüß", min_size=1, max_size=14))
def test_a_folded_stem_is_part_of_its_folded_word(word):
    assert fold(stem(word)) in fold(word)
