"""Contradictions in articles of our own: those that are there, and none of those that are not."""

import pytest

from lagebild.api import open_case
from lagebild.picture.contradictions import contradictions
from tests.picture.newspapers import read_papers

BRIDGE = """Grenzbrücke nach Angriff zerstört

Riga (dpa) - Bei einem Raketenangriff auf die Grenzbrücke bei Narwa sind am Montag mindestens \
12 Menschen getötet worden. Polen beschuldigte Russland, die Brücke beschossen zu haben. Moskau \
wies die Anschuldigung zurück. „Wer das Unrecht leugnet, macht sich schuldig“, sagte die \
polnische Regierung dazu. Warschau sprach von 40 getöteten Soldaten, die russische Regierung von \
höchstens 15. Unter den Toten seien drei Kinder, 18 der 31 Fahrzeuge auf der Brücke brannten aus.
"""
LATER = """Zahl der Opfer nach Angriff auf Grenzbrücke gestiegen

Warschau (AFP) - Bei dem Raketenangriff auf die Grenzbrücke bei Narwa sind am Montag mindestens \
27 Menschen getötet worden. Das teilte die polnische Regierung am Dienstag mit. Polen verlangte \
von Russland eine Entschuldigung. Moskau wies das zurück.
"""
PAUSE = """Russland kündigt Ende der Luftangriffe an

Moskau (Reuters) - Russland hat am 2. Mai 2016 zugesagt, die Luftangriffe auf Aleppo \
auszusetzen. Frankreich begrüßte den Schritt.
"""
BREACH = """Bomben auf Aleppo

Damaskus (AFP) - Russland hat am 9. Mai 2016 Aleppo bombardiert. Die Türkei zeigte sich besorgt.
"""
ELSEWHERE = """Bomben auf Idlib

Damaskus (AFP) - Frankreich hat am 10. Mai 2016 Stellungen der Miliz in Idlib bombardiert.
"""
FERRY = """Rätsel um beschossene Fähre

Oslo (dpa) - Das norwegische Verteidigungsministerium erklärte, ein schwedisches Boot habe die \
Fähre am Freitag gerammt. Das schwedische Außenministerium widersprach dieser Darstellung. Die \
norwegische Regierung sagte, der Hafen sei geschlossen. Schweden wies den Vorschlag eines \
Treffens zurück.
"""
DEPOT = """Lagerhaus in Gent ausgebrannt

Paris (dpa) - Belgische Kampfflugzeuge haben am 4. März 2018 in Gent ein Lagerhaus am Hafen \
bombardiert.
"""
DEPOT_TOO = """Angriff auf den Hafen von Gent

Brüssel (AFP) - Österreichische Kampfflugzeuge haben am 4. März 2018 in Gent ein Lagerhaus am \
Hafen bombardiert.
"""
TOLLS = """Streit um die Maut in Sachsen

Dresden (dpa) - Die sächsische Abgeordnete Petra Grundmann hat der Regierung Versäumnisse \
vorgeworfen. Der Fraktionsvorsitzende Jens Ahlborn behauptete, die Maut sei niemals geprüft \
worden. Verkehrsminister Uwe Tallner wies diese Behauptung zurück.
"""
DRILLS = """Wirbel um Manöver

Ankara (AFP) - Die türkische Regierung hat Berichte der Zeitung „Le Monde“ zurückgewiesen, \
wonach sie ein Manöver vor Zypern plane. Zypern bestritt nach Angaben der Agentur Xinhua, dass \
Schiffe ausgelaufen seien. Der Iran nannte die griechischen Vorwürfe haltlos.
"""
HARBOUR = """Fest am Hafen

Kiel (dpa) - Nach Angaben Norwegens kamen 300 Gäste, tausende Menschen sahen vom Ufer aus zu.
"""
WRECK = """Frachter vor Kreta gesunken

Athen (dpa) - Die griechische Küstenwache meldete, ein türkisches Boot habe den Frachter gerammt. \
Der türkische Außenminister Kerem Aslan sagte dagegen, der Frachter sei auf eine Mine gelaufen. \
Zypern schlug ein Treffen vor. Italien erklärte hingegen, man solle die Toten bergen.
"""
PAPERS = {
    "wreck": ("2011-03-03", "Blatt", WRECK),
    "tolls": ("2012-04-03", "Blatt", TOLLS),
    "drills": ("2013-06-03", "Blatt", DRILLS),
    "harbour": ("2014-06-03", "Blatt", HARBOUR),
    "ferry": ("2017-08-05", "Blatt", FERRY),
    "depot": ("2018-03-05", "Blatt", DEPOT),
    "depot-too": ("2018-03-05", "Zeitung", DEPOT_TOO),
    "bridge": ("2016-03-01", "Blatt", BRIDGE),
    "later": ("2016-03-02", "Zeitung", LATER),
    "pause": ("2016-05-02", "Blatt", PAUSE),
    "breach": ("2016-05-10", "Zeitung", BREACH),
    "elsewhere": ("2016-05-11", "Zeitung", ELSEWHERE),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return read_papers(tmp_path_factory.mktemp("papers") / "articles", PAPERS)


@pytest.fixture(scope="module")
def found(papers):
    with open_case(papers) as case:
        return contradictions(case)


def of_kind(found, kind):
    return [c for c in found if c.kind == kind]


def test_two_tellers_of_one_number_are_set_side_by_side(found):
    (several,) = [c for c in of_kind(found, "figures") if "sentence" in c.why]
    assert [side.claim for side in several.sides] == ["40 getöteten Soldaten", "höchstens 15"]
    assert [side.says for side in several.sides] == [("state:POL",), ("state:RUS",)]


def test_a_later_and_higher_count_is_named_as_such(found):
    (later,) = [c for c in of_kind(found, "figures") if "later" in c.why]
    assert [side.claim for side in later.sides] == [
        "mindestens 12 Menschen",
        "mindestens 27 Menschen",
    ]
    assert [side.published for side in later.sides] == ["2016-03-01", "2016-03-02"]


def test_parts_of_a_whole_compete_with_nothing(found):
    words = " ".join(side.claim for c in of_kind(found, "figures") for side in c.sides)
    assert "Fahrzeuge" not in words
    assert "Kinder" not in words


def test_a_denied_accusation_has_both_sides(found):
    (denial,) = [c for c in of_kind(found, "denial") if "after an accusation" in c.why]
    asserted, denied = denial.sides
    assert (asserted.says, denied.says) == (("state:POL",), ("state:RUS",))
    assert "beschuldigte" in asserted.citation.words
    assert "Anschuldigung" in denied.citation.words


def test_a_refused_demand_and_a_quoted_denial_are_none(found):
    words = [side.citation.words for c in of_kind(found, "denial") for side in c.sides]
    assert not any("Entschuldigung" in w or "leugnet" in w for w in words)


def test_a_promise_to_stop_stands_against_the_deed_of_the_same_side_there(found):
    (broken,) = of_kind(found, "promise")
    promised, done = broken.sides
    assert promised.published == "2016-05-02"
    assert "Aleppo bombardiert" in done.citation.words


def test_two_papers_name_other_doers_of_one_deed(found):
    (account,) = of_kind(found, "account")
    claims = {side.claim.split()[1] for side in account.sides}
    assert claims == {"Belgische", "Österreichische"}
    assert account.why == "other actors"


def test_a_statement_that_is_contradicted_in_the_next_sentence_has_both_sides(found):
    (claims,) = [c for c in of_kind(found, "claims") if c.since == "2017-08-05"]
    asserted, denied = claims.sides
    assert "gerammt" in asserted.citation.words
    assert denied.citation.words.endswith("widersprach dieser Darstellung.")


def test_two_politicians_of_one_country_are_two_sides(found):
    (claims,) = [c for c in of_kind(found, "claims") if c.since == "2012-04-03"]
    assert [side.claim for side in claims.sides] == ["asserted", "denied"]
    assert "niemals geprüft" in claims.about


def test_a_denial_may_name_whose_claim_it_denies(found):
    named = [c for c in of_kind(found, "denial") if "whose claim" in c.why]
    sides = {(found.sides[0].citation.words, found.sides[1].says[0]) for found in named}
    assert sides == {
        ("wonach sie ein Manöver vor Zypern plane", "state:TUR"),
        ("griechischen Vorwürfe", "state:IRN"),
    }


def test_a_report_sets_one_claim_against_another(found):
    (wreck,) = [c for c in found if c.since == "2011-03-03"]
    assert [side.citation.words for side in wreck.sides] == [
        "ein türkisches Boot habe den Frachter gerammt",
        "der Frachter sei auf eine Mine gelaufen",
    ]


def test_whom_a_number_counts_does_not_tell_it(found):
    assert not [c for c in of_kind(found, "figures") if c.since == "2014-06-03"]


def test_every_side_cites_its_article_exactly(papers, found):
    with open_case(papers) as case:
        texts = {a.id: a.text for a in case.articles()}
    assert found
    for contradiction in found:
        for side in contradiction.sides:
            assert side.citation.span.of(texts[side.citation.article]) == side.citation.words


def test_the_demo_collection_has_these_denials_and_figures(demo):
    about = {(c.kind, c.about) for c in contradictions(demo)}
    assert {kind for kind, _ in about} == {"figures", "claims", "denial", "account", "promise"}
    assert ("account", "ASSAULT: Aleppo") in about
    assert ("promise", "Russland: die Luftangriffe auf Aleppo aussetzen") in about
    denied = {words for kind, words in about if kind == "denial"}
    assert "Vereinigte Staaten → Russland" in denied
    assert "Vereinigte Staaten, Frankreich → Russland" in denied
    assert "Wladimir Putin → Türkei" in denied
