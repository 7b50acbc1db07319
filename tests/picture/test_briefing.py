"""A briefing chooses what lies in its window, and what weighs most of it."""

import pytest

from lagebild.api import open_case, read
from lagebild.picture.briefing import LINES, briefing
from tests.picture.newspapers import read_papers

BEFORE = """Norwegen lobt Schweden

Oslo (dpa) - Norwegen lobte Schweden. Norwegen und Schweden vereinbarten am 3. Februar 2016, den \
Handel auszubauen.
"""
NOW = """Norwegen greift Schweden an

Oslo (dpa) - Norwegische Soldaten haben am 5. März 2016 schwedische Soldaten erschossen. Norwegen \
bot an, die Truppen abzuziehen, sofern Schweden die Grenze öffnet.
"""
OPINION = """Kommentar: Was Oslo treibt

Wer dieser Tage nach Norwegen blickt, reibt sich die Augen. Das darf so nicht bleiben, meint \
unsere Autorin. Norwegen muss sich bei Schweden entschuldigen.
"""
PAPERS = {
    "before": ("2016-02-03", "Blatt", BEFORE),
    "now": ("2016-03-05", "Blatt", NOW),
    "opinion": ("2016-03-20", "Zeitung", OPINION),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = read_papers(tmp_path_factory.mktemp("papers") / "articles", PAPERS)
    with open_case(path) as opened:
        yield opened


def test_only_the_window_is_told(case):
    told = briefing(case, "2016-03-01", "2016-03-31")
    assert [h.story.title for h in told.happened] == ["Norwegen greift Schweden an"]
    assert len(told.reports) == 2


def test_who_moved_is_measured_against_the_time_before(case):
    told = briefing(case, "2016-03-01", "2016-03-31")
    move = next(m for m in told.moved if "Norwegen" in m.relation.source_name)
    assert move.relation.balance < 0 < move.before
    assert move.size == move.before - move.relation.balance


def test_without_a_beginning_the_later_half_is_measured_against_the_earlier(case):
    told = briefing(case)
    before, now = told.compared.before, told.compared.now
    assert (before.since, before.until) == ("2016-02-03", "2016-02-26")
    assert (now.since, now.until) == ("2016-02-27", None)
    move = next(m for m in told.moved if "Norwegen" in m.relation.source_name)
    assert move.relation.balance < 0 < move.before


def test_without_dates_there_is_nothing_to_compare(tmp_path):
    (tmp_path / "a.txt").write_text(NOW.replace("am 5. März 2016 ", ""), encoding="utf-8")
    read([tmp_path / "a.txt"], tmp_path / "a.case")
    with open_case(tmp_path / "a.case") as opened:
        told = briefing(opened)
    assert told.compared.before is None
    assert {move.before for move in told.moved} == {None}
    assert [happening.titled for happening in told.happened] == [True]


def test_an_offer_with_a_condition_is_pending(case):
    (offer,) = briefing(case, "2016-03-01", "2016-03-31").pending
    assert (offer.kind, offer.parties) == ("offer", ("state:NOR",))
    assert "Grenze" in offer.condition.words
    assert briefing(case, until="2016-02-28").pending == []


def test_a_window_without_reports_is_empty(case):
    told = briefing(case, "2019-01-01", "2019-02-01")
    assert not (told.happened or told.moved or told.pending or told.settled or told.disputed)


def test_the_demo_collection_fills_no_part_with_more_lines_than_fit(demo):
    told = briefing(demo)
    for part in (told.happened, told.moved, told.pending, told.settled, told.disputed):
        assert 0 < len(part) <= LINES
    assert told.until == "2017-01-25"


def test_a_month_is_its_first_to_its_last_day(case):
    february, march = briefing(case, "2016-02", "2016-02"), briefing(case, "2016-03", "2016")
    assert (february.since, february.until) == ("2016-02-01", "2016-02-29")
    assert (march.since, march.until) == ("2016-03-01", "2016-12-31")
    assert (len(february.reports), len(march.reports)) == (1, 2)


def test_before_the_first_year_there_is_nothing_to_compare(case):
    assert {move.before for move in briefing(case, "0001").moved} == {None}


def test_what_was_not_read_for_its_language_is_no_happening(tmp_path):
    english = """Talks on the ferry end without a result

Oslo - Norway and Sweden could not agree on who pays for the new ferry, officials from both of \
the countries said on Tuesday. Further talks are planned for the summer.
"""
    path = read_papers(tmp_path / "articles", {"ferry": ("2016-03-05", "Herald", english)})
    with open_case(path) as opened:
        told = briefing(opened)
    assert len(told.reports) == 1
    assert told.happened == []
