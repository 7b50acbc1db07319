"""What becomes of commitments over several reports of our own."""

import pytest

from lagebild.api import open_case
from lagebild.case import Filter
from lagebild.picture.lives import lives
from tests.picture.newspapers import read_papers

AGREED = """Japan und China einigen sich

Tokio (dpa) - Japan und China haben sich am Montag auf eine Waffenruhe in Taiwan geeinigt. \
Südkorea verlangte, dass Japan die Häfen öffnet. Tokio lehnte das ab. Indien bot an, im Herbst \
Schiffe nach Osaka zu schicken, sofern Japan die Zölle auf Stahl senkt.
"""
HOLDS = """Ruhe in Taiwan

Taipeh (AFP) - In Taiwan gilt seit Dienstag die vereinbarte Waffenruhe. In der Ukraine sei die \
Feuerpause gescheitert, teilte Kiew mit.
"""
OVER = """Feuerpause gescheitert

Taipeh (AFP) - Die Feuerpause in Taiwan ist gescheitert. Indien bekräftigte, im Herbst Schiffe \
nach Osaka zu schicken. Japan senkte am Mittwoch die Zölle auf Stahl.
"""
PAPERS = {
    "agreed": ("2016-03-01", "Blatt", AGREED),
    "holds": ("2016-03-05", "Blatt", HOLDS),
    "over": ("2016-03-20", "Zeitung", OVER),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return read_papers(tmp_path_factory.mktemp("papers") / "articles", PAPERS)


@pytest.fixture(scope="module")
def found(papers):
    with open_case(papers) as case:
        return lives(case)


def named(found, word):
    return next(life for life in found if word in life.changes[0].citation.words)


def test_an_agreement_comes_into_force_and_ends(found):
    truce = named(found, "Waffenruhe in Taiwan")
    assert [change.state for change in truce.changes] == ["agreed", "in_force", "ended"]
    assert [change.published for change in truce.changes] == [
        "2016-03-01",
        "2016-03-05",
        "2016-03-20",
    ]
    assert not truce.is_open
    assert truce.waits_for == ()


def test_a_window_ends_with_what_was_known_by_then(papers):
    with open_case(papers) as case:
        truce = named(lives(case, Filter(until="2016-03-10")), "Waffenruhe in Taiwan")
    assert [change.state for change in truce.changes] == ["agreed", "in_force"]


def test_a_truce_elsewhere_and_what_somebody_only_says_change_nothing(found):
    truce = named(found, "Waffenruhe in Taiwan")
    assert not any("Kiew" in change.citation.words for change in truce.changes)


def test_an_answer_that_names_nothing_answers_the_demand_before_it(found):
    demand = named(found, "Häfen")
    assert [change.state for change in demand.changes] == ["demanded", "refused"]
    assert demand.changes[1].by == ("state:JPN",)


def test_an_offer_waits_for_its_condition(found):
    offer = named(found, "sofern")
    assert offer.is_open
    assert "Zölle" in offer.condition.words
    assert offer.waits_for == ()


def test_every_change_cites_its_article_exactly(papers, found):
    with open_case(papers) as case:
        texts = {a.id: a.text for a in case.articles()}
    for life in found:
        for change in life.changes:
            assert change.citation.span.of(texts[change.citation.article]) == change.citation.words


def test_the_demo_collection_shows_who_refused_what(demo):
    refused = {
        life.parties: life.changes[-1].by
        for life in lives(demo)
        if life.kind in {"demand", "offer"} and life.state == "refused"
    }
    assert refused[("state:USA",)] == ("state:RUS",)
    assert refused[("person:adel-al-dschubeir",)] == ("state:IRN", "state:RUS")


OFFERED = """Japan und China einigen sich

Tokio (dpa) - Japan und China haben sich am Montag auf eine Waffenruhe in Taiwan geeinigt. \
Japan bot an, Schiffe nach Taiwan zu schicken, wenn im Gegenzug die Bombardierungen enden.
"""
HOPED = """Warten auf Ruhe

Taipeh (AFP) - In Taiwan wartet man auf Hilfe. Hält die Waffenruhe in Taiwan, will Japan helfen.
"""
SUSPENDED = """China lenkt ein

Peking (dpa) - China will die Luftangriffe auf Taiwan am Freitag aussetzen.
"""
ELSEWHERE = """Luftangriffe auf Kiew

Kiew (dpa) - Russland hat am Montag Luftangriffe auf Kiew geflogen. In der Ukraine brannten Häuser.
"""
CONDITIONAL = {
    "offered": ("2016-03-01", "Blatt", OFFERED),
    "hoped": ("2016-03-05", "Blatt", HOPED),
    "suspended": ("2016-03-10", "Zeitung", SUSPENDED),
    "elsewhere": ("2016-03-12", "Zeitung", ELSEWHERE),
}


@pytest.fixture(scope="module")
def conditional(tmp_path_factory):
    with open_case(read_papers(tmp_path_factory.mktemp("more") / "articles", CONDITIONAL)) as case:
        return lives(case)


def test_a_later_promise_on_the_matter_bears_on_a_condition_and_one_elsewhere_does_not(conditional):
    bearing = named(conditional, "Gegenzug").condition.bearing
    assert [when for when, _ in bearing] == ["2016-03-10"]
    assert "Luftangriffe" in bearing[0][1].words


def test_a_sentence_that_opens_with_its_verb_names_a_case_and_changes_nothing(conditional):
    truce = named(conditional, "Waffenruhe in Taiwan geeinigt")
    assert [change.state for change in truce.changes] == ["agreed"]


DEAL = {
    "offered": (
        "2021-03-02",
        "Blatt",
        "Angebot aus Nairobi\n\nNairobi (dpa) - Kenia hat Somalia am Dienstag eine "
        "Waffenruhe von 30 Tagen angeboten. Die Afrikanische Union versprach, Beobachter nach "
        "Mandera zu entsenden. Kenia werde seine Truppen aus Mandera abziehen, sagte "
        "Außenminister Peter Odundo.",
    ),
    "agreed": (
        "2021-03-15",
        "Blatt",
        "Einigung in Mandera\n\nNairobi (dpa) - Kenia und Somalia haben sich am Montag auf eine "
        "Waffenruhe geeinigt. Kenia verpflichtete sich, die Truppen aus Mandera abzuziehen.",
    ),
    "holds": (
        "2021-03-18",
        "Zeitung",
        "Waffenruhe in Kraft\n\nNairobi (dpa) - Die Waffenruhe zwischen Kenia und Somalia ist am "
        "Donnerstag in Kraft getreten. Die Afrikanische Union entsandte die ersten Beobachter "
        "nach Mandera.",
    ),
    "claimed": (
        "2021-04-03",
        "Zeitung",
        "Vorwürfe gegen Kenia\n\nMogadischu (dpa) - Kenia habe das Abkommen gebrochen, sagte "
        "Präsident Mohamed Warsame am Samstag in Somalia.",
    ),
    "broken": (
        "2021-04-09",
        "Blatt",
        "Angriff auf Mandera\n\nNairobi (dpa) - Kenia brach am Freitag das Abkommen mit Somalia. "
        "Kenia kündigte an, neue Truppen nach Mandera zu entsenden.",
    ),
    "ended": (
        "2021-04-12",
        "Blatt",
        "Waffenruhe beendet\n\nMogadischu (dpa) - Somalia hat die Waffenruhe mit Kenia am Montag "
        "aufgekündigt.",
    ),
}


@pytest.fixture(scope="module")
def deal(tmp_path_factory):
    with open_case(read_papers(tmp_path_factory.mktemp("deal") / "articles", DEAL)) as case:
        return lives(case)


def test_an_offer_is_agreed_comes_into_force_is_broken_and_ended(deal):
    truce = named(deal, "Waffenruhe von 30 Tagen")
    assert [(change.state, change.published) for change in truce.changes] == [
        ("proposed", "2021-03-02"),
        ("agreed", "2021-03-15"),
        ("in_force", "2021-03-18"),
        ("broken", "2021-04-09"),
        ("ended", "2021-04-12"),
    ]


def test_a_deed_in_the_words_of_a_promise_ends_it(deal):
    watch = named(deal, "Beobachter")
    assert [change.state for change in watch.changes] == ["promised", "ended"]
    assert "entsandte" in watch.changes[1].citation.words


def test_to_withdraw_and_to_send_troops_are_two_lives(deal):
    assert len(named(deal, "werde seine Truppen").changes) == 2
    assert named(deal, "neue Truppen").state == "promised"
