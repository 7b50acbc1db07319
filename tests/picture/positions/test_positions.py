"""Issues and stances in articles of our own, and what a person changes about them."""

import csv
import io
import shutil

import pytest

from lagebild.api import open_case, read
from lagebild.case import Filter
from lagebild.case.positions import decided_positions
from lagebild.errors import WrongUse
from lagebild.picture.positions import coded, positions, positions_of, utterances
from lagebild.picture.positions.table import taken_in, written
from tests.picture.newspapers import read_papers

FIRST = """Streit über Luftangriffe

Oslo (dpa) - Norwegen forderte Russland auf, die Luftangriffe auf Tromsö einzustellen. Russland \
kündigte an, die Luftangriffe auf Hammerfest fortzusetzen. Schweden bot an, den Getreidepreis zu \
senken, sofern Finnland die Zölle aufhebt.
"""
SECOND = """Dänemark verlangt Ende der Luftangriffe

Kopenhagen (AFP) - Dänemark verlangte, die Luftangriffe auf Tromsö zu beenden. Polen sagte zu, den \
Getreidepreis zu senken.
"""
PAPERS = {"first": ("2016-03-01", "Blatt", FIRST), "second": ("2016-03-03", "Zeitung", SECOND)}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return read_papers(tmp_path_factory.mktemp("papers") / "articles", PAPERS)


@pytest.fixture
def case(papers, tmp_path):
    with open_case(shutil.copy(papers, tmp_path / "own.case")) as opened:
        yield opened


def stances(found, word):
    return {p.actor: p.stance for p in found if word in p.issue}


def test_who_wants_an_end_and_who_goes_on_stand_on_two_sides(case):
    found = stances(positions(case), "Luftangriffe")
    assert found["state:NOR"] == found["state:DNK"] != found["state:RUS"]
    assert set(found.values()) == {"for", "against"}


def test_an_offer_with_a_condition_is_conditional(case):
    found = stances(positions(case), "Getreidepreis")
    assert found == {"state:SWE": "conditional", "state:POL": "for"}


def test_every_position_cites_its_words(case):
    texts = {a.id: a.text for a in case.articles()}
    for position in positions(case):
        for u in position.evidence:
            assert u.citation.span.of(texts[u.citation.article]) == u.citation.words
            assert u.sentence.span.of(texts[u.sentence.article]) == u.sentence.words


def table_of(case):
    names = {r.actor.key: r.actor.name for r in case.actors()}
    return list(csv.DictReader(io.StringIO(written(utterances(case), names)), delimiter="\t"))


def save(rows, path):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0], delimiter="\t")
        table.writeheader()
        table.writerows(rows)
    return path


def test_an_unchanged_table_changes_nothing(case, tmp_path):
    path = save(table_of(case), tmp_path / "t.tsv")
    assert taken_in(case, path, utterances(case), "ich") == 0


def test_an_edited_table_holds_and_survives_another_reading(case, papers, tmp_path):
    rows = table_of(case)
    for row in rows:
        if "Luftangriffe" in row["issue"]:
            row["issue"] = "Luftkrieg"
        if row["actor"] == "state:POL":
            row["stance"] = "none"
        if row["actor"] == "state:RUS":
            row["stance"] = "conditional"
    changed = sum(row["issue"] == "Luftkrieg" for row in rows) + 1
    assert taken_in(case, save(rows, tmp_path / "t.tsv"), utterances(case), "ich") == changed
    with case.writing() as connection:  # as a newer version would find it
        connection.exec_driver_sql("UPDATE articles SET reader_version = 'older'")
    read([], case)
    found = positions(case)
    assert stances(found, "Luftkrieg")["state:RUS"] == "conditional"
    assert set(stances(found, "Luftkrieg")) == {"state:NOR", "state:RUS", "state:DNK"}
    assert "state:POL" not in stances(found, "Getreidepreis")


def test_a_decision_can_be_undone(case, tmp_path):
    rows = table_of(case)
    rows[0]["issue"] = "Anderes"
    taken_in(case, save(rows, tmp_path / "t.tsv"), utterances(case), "ich")
    (decision,) = case.decisions()
    assert (decision.kind, decision.made_by) == ("position", "ich")
    case.undo(decision.id, "ich")
    assert not any(u.issue == "Anderes" for u in utterances(case))


def test_another_actor_takes_over_the_words(case, tmp_path):
    rows = table_of(case)
    row = next(row for row in rows if row["actor"] == "state:NOR")
    row["actor"] = "Schweden"
    taken_in(case, save(rows, tmp_path / "t.tsv"), utterances(case), "ich")
    assert "state:NOR" not in {u.actor for u in utterances(case)}
    with case.looking() as connection:
        assert {d.stance for d in decided_positions(connection)} == {"none", row["stance"]}


def test_a_row_with_words_adds_an_utterance(case, tmp_path):
    article = next(a.id for a in case.articles() if "Dänemark" in a.text)
    added = {
        "issue": "Kopenhagen", "stance": "against", "actor": "Polen", "article": article,
        "start": "", "end": "", "words": "Kopenhagen (AFP)",
    }  # fmt: skip
    assert taken_in(case, save([added], tmp_path / "t.tsv"), utterances(case), "ich") == 1
    assert stances(positions(case), "Kopenhagen") == {"state:POL": "against"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"stance": "vielleicht"}, "line 2: .*vielleicht"),
        ({"issue": " "}, "issue is empty"),
        ({"article": "fehlt"}, "no article"),
        ({"start": "9", "end": "5"}, "outside"),
        ({"start": "", "end": "", "words": "steht nicht da"}, "does not say"),
        ({"actor": "Niemand"}, "Niemand"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_kept(case, tmp_path, change, message):
    rows = [table_of(case)[0] | change]
    with pytest.raises(WrongUse, match=message):
        taken_in(case, save(rows, tmp_path / "t.tsv"), utterances(case), "ich")
    assert case.decisions() == []


def test_a_table_without_the_columns_is_refused(case, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="no column issue"):
        taken_in(case, path, [], "ich")


def test_positions_become_coded_statements(case):
    spoken = utterances(case)
    found = coded(spoken, lambda key: key)
    assert {c.agreement for c in found if c.actor == "state:POL"} == {True}
    assert len(found) == len(spoken)
    assert positions_of([]) == []


TARIFFS = """Zölle auf Fisch

Oslo (dpa) - Norwegen verlangte, die Zölle gegen Island aufzuheben. Schweden sagte zu, die Zölle \
gegen Island zu senken. Finnland forderte, Zölle gegen Estland zu verhängen. Litauen verlangte, \
die Zölle gegen Estland abzuschaffen.
"""


@pytest.fixture(scope="module")
def tariffs(tmp_path_factory):
    papers = {"zoll": ("2016-05-01", "Blatt", TARIFFS)}
    file = read_papers(tmp_path_factory.mktemp("zoll") / "articles", papers)
    with open_case(file) as opened:
        return positions(opened)


def test_one_matter_against_two_countries_is_two_issues(tariffs):
    assert {p.issue for p in tariffs} == {"Zölle gegen Island", "Zölle gegen Estland"}


def test_the_stance_is_towards_what_the_label_names(tariffs):
    assert stances(tariffs, "Estland") == {"state:FIN": "for", "state:LTU": "against"}
    assert stances(tariffs, "Island")["state:NOR"] == "against"


GOING = """Wer geht, wer bleibt

Oslo (dpa) - Norwegen verlangte, Präsident Omar al-Hadi müsse gehen. Schweden forderte, Präsident \
Omar al-Hadi solle zurücktreten. Finnland sagte zu, Präsident Omar al-Hadi weiter zu \
unterstützen. Dänemark lehnte den Rücktritt von Präsident Omar al-Hadi ab.
"""


def test_who_supports_a_person_is_against_his_going(tmp_path):
    file = read_papers(tmp_path / "articles", {"amt": ("2016-05-01", "Blatt", GOING)})
    with open_case(file) as opened:
        found = positions(opened)
    assert len({p.issue for p in found}) == 1
    assert stances(found, "") == {
        "state:NOR": "for", "state:SWE": "for", "state:FIN": "against", "state:DNK": "against"
    }  # fmt: skip


def test_utterances_are_kept_until_the_case_changes(case, monkeypatch):
    spoken = utterances(case)
    monkeypatch.setattr("lagebild.picture.positions.material", None)  # nothing is found again
    assert utterances(case) == spoken
    early = utterances(case, Filter(until="2016-03-02"))
    assert early == [u for u in spoken if u.published == "2016-03-01"] != spoken
    case.decide("rename", "state:NOR", {"name": "Nordland"}, "ich")
    with pytest.raises(TypeError):
        utterances(case)
