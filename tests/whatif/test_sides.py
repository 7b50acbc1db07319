"""For a matter or for its end: words that turn a stance round."""

import pytest

from lagebild.api import open_case
from lagebild.case import Filter
from lagebild.whatif.propose import ProposeOptions, argued, propose
from lagebild.whatif.sides import part_naming, side
from lagebild.whatif.voices_by_words import matcher, voices_by_words
from tests.whatif.cases import Report, write_case


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("eine Flugverbotszone", 1),
        ("keine Schutzzone", -1),
        ("den Zoll aufheben", -1),
        ("den Zoll nicht aufheben", 1),
        ("der Kanzler trete zurück", -1),
        ("der Kanzler müsse sofort gehen", -1),
        ("Rücktritt des Kanzlers", -1),
        ("Abzug der Garnison", -1),
        ("eine Einigung ohne den Kanzler", -1),
        ("der Kanzler tritt in Bonn auf", 1),
        ("zum Gipfel gehen", 1),
    ],
)
def test_words_that_turn_a_matter(words, expected):
    assert side(words) == expected


def test_a_refusal_holds_its_negation_already():
    assert side("den Zoll nicht zahlen", negations=False) == 1


def test_only_the_part_that_names_the_matter_is_looked_at():
    words = "den Streik beenden, den Tarif erhöhen"
    assert part_naming(words, matcher("Tarif")) == " den Tarif erhöhen"
    assert part_naming(words, matcher("Rente")) == words


@pytest.fixture
def case(tmp_path):
    reports = [
        Report("a.txt", "2016-03-01")
        .commits("Türkei", "Ankara will, dass der Kanzler abtritt.", "der Kanzler abtritt")
        .commits("Russland", "Moskau verspricht dem Kanzler Hilfe.", "dem Kanzler Hilfe", "promise")
        .event("SUPPORT", "Iran", "Türkei", sentence="Teheran lobt den Kanzler."),
    ]  # fmt: skip
    with open_case(write_case(tmp_path / "c.case", reports)) as opened:
        yield opened


def sides(case, issue):
    made = propose(case, ProposeOptions(issue, "Kanzler"))
    return {actor.name: actor.position.middle > 50 for actor in made.actors}


def test_who_is_for_somebody_is_against_his_going(case):
    found = {v.actor: v.stance for v in voices_by_words(case, "Kanzler", Filter())}
    assert found == {"state:TUR": -1.0, "state:RUS": 1.0, "state:IRN": 1.0}
    assert sides(case, "der Kanzler") == {"Türkei": False, "Russland": True, "Iran": True}
    assert sides(case, "Rücktritt des Kanzlers") == {
        "Türkei": True, "Russland": False, "Iran": False,
    }  # fmt: skip


def test_of_those_who_speak_alike_often_who_takes_sides_comes_first(tmp_path):
    report = Report("a.txt")
    report.speaks("Iran", "Die Maut ist ein Thema.").speaks("Rebellen", "Die Maut ist alt.")
    report.commits("Türkei", "Ankara will die Maut.", "die Maut")
    report.commits("Russland", "Moskau will die Maut.", "die Maut")
    with open_case(write_case(tmp_path / "m.case", [report])) as opened:
        assert propose(opened, ProposeOptions("Maut", actors=2)).names == ("Russland", "Türkei")


def test_evidence_says_where_a_stance_was_turned_round(case):
    made = propose(case, ProposeOptions("Rücktritt des Kanzlers", "Kanzler"))
    (why,) = (e.why for e in made.actor("Russland").evidence if e.of == "position")
    assert why.startswith("against: ")
    assert why.endswith("turned round")
    (why,) = (e.why for e in made.actor("Türkei").evidence if e.of == "position")
    assert why.startswith("for: ")
    assert not why.endswith("turned round")


def test_issues_are_offered_on_which_two_stand(demo):
    offered = argued(demo)
    assert all(issue.actors >= 2 for issue in offered)
    assert offered == sorted(offered, key=lambda a: -a.utterances)
    made = propose(demo, ProposeOptions(offered[0].issue))
    assert len(made.actors) >= 2
