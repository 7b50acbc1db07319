"""What acts add up to: signs, weights, stories, windows, roll-ups, evidence."""

from dataclasses import replace
from typing import get_args

import pytest

from lagebild.case import Filter
from lagebild.errors import KnowledgeError, WrongUse
from lagebild.findings.finding import CommitmentKind, CommitmentStatus, EventStatus
from lagebild.knowledge import Knowledge
from lagebild.picture.relations import relation_frame, relation_graph, relations
from lagebild.picture.rollup import Node, told_apart
from lagebild.picture.scale import scale_of
from lagebild.picture.signed import signed_graph
from lagebild.picture.ties import RelationOptions, ties
from tests.picture.builders import ACTORS, Book, written

A, B, C = (ACTORS[letter].key for letter in "ABC")
WEIGHTS = scale_of(Knowledge()).weights


def between(found, source, target):
    """Return the one relation from source to target, or None."""
    chosen = [r for r in found if (r.source, r.target) == (source, target)]
    assert len(chosen) <= 1
    return chosen[0] if chosen else None


def test_an_attack_is_conflict_in_one_direction(tmp_path):
    with written(tmp_path, Book("a").event("ASSAULT", "A", "B")) as case:
        found = relations(case)
        (event,) = case.events()
    assert [(r.source, r.target) for r in found] == [(A, B)]
    (relation,) = found
    assert (relation.cooperation, relation.conflict) == (0.0, -WEIGHTS["event:ASSAULT"])
    assert relation.balance == WEIGHTS["event:ASSAULT"]
    assert relation.evidence == (event.id,)
    assert (relation.first, relation.last) == ("2016-03-01", "2016-03-01")
    assert (relation.source_name, relation.target_name) == ("Österreich", "Belgien")


def test_talks_bind_both_sides_whoever_is_named_first(tmp_path):
    with written(tmp_path, Book("a").event("CONSULT", "A B", "")) as case:
        found = relations(case)
    assert {(r.source, r.target, r.cooperation) for r in found} == {(A, B, 1.0), (B, A, 1.0)}


def test_who_acts_side_by_side_has_a_small_tie(tmp_path):
    with written(tmp_path, Book("a").event("ACCUSE", "A B", "C")) as case:
        found = relations(case)
    assert between(found, A, B).cooperation == WEIGHTS["event:together"]
    assert between(found, A, C).conflict == between(found, B, C).conflict == 2.0
    assert between(found, C, A) is None


def test_who_is_hostile_to_nobody_named_may_be_so_to_each_other(tmp_path):
    book = Book("a").event("ASSAULT", "A B", "").event("REJECT", "B C", "")
    with written(tmp_path, book) as case:
        found = relations(case)
    assert {(r.source, r.target) for r in found} == {(B, C), (C, B)}


@pytest.mark.parametrize(
    ("status", "share"),
    [("occurred", 1), ("ongoing", 1), ("planned", 0.5), ("possible", 0.25), ("denied", 0),
     ("demanded", 0)],
)  # fmt: skip
def test_status_counts(tmp_path, status, share):
    with written(tmp_path, Book("a").event("AID", "A", "B", status=status)) as case:
        found = relations(case)
    assert [r.cooperation for r in found] == ([7.0 * share] if share else [])


def test_a_story_counts_once_and_keeps_all_evidence(tmp_path):
    books = [Book(name).event("ASSAULT", "A", "B", date="2016-02-28") for name in "abc"]
    with written(tmp_path, *books) as case:
        (relation,) = relations(case, options=RelationOptions(stories={}))
    assert relation.conflict == 9.7
    assert (relation.acts, relation.stories, len(relation.evidence)) == (1, 1, 3)


def test_stories_join_acts_of_several_days_and_part_those_of_one(tmp_path):
    books = [Book(n).event("ASSAULT", "A", "B", date=f"2016-02-0{n}") for n in "123"]
    books[0].event("ASSAULT", "A", "B", date="2016-02-01")
    with written(tmp_path, *books) as case:
        ids = [event.id for event in case.events()]
        stories = dict(zip(ids, ("s1", "s2", "s1", "s1"), strict=True))
        (relation,) = relations(case, options=RelationOptions(stories=stories))
    assert (relation.acts, relation.stories) == (2, 2)
    assert (relation.first, relation.last) == ("2016-02-01", "2016-02-01")
    assert sorted(relation.evidence) == sorted(ids)


def test_reprints_never_count(tmp_path):
    first = Book("a").event("AID", "A", "B", date="2016-02-01")
    again = Book("b").event("AID", "A", "B", date="2016-02-02")
    with written(tmp_path, first, again, reprints={"b": "a"}) as case:
        (relation,) = relations(case)
    assert (relation.cooperation, len(relation.evidence)) == (7.0, 1)


def test_the_window_cuts_by_the_date_of_the_event(tmp_path):
    book = Book("a", "2016-03-01")
    book.event("AID", "A", "B", date="2015-01-01").event("ASSAULT", "A", "B")
    with written(tmp_path, book) as case:
        (late,) = relations(case, Filter(since="2016-01-01"))
        (early,) = relations(case, Filter(until="2015-12-31"))
    assert (late.balance, early.balance) == (-9.7, 7.0)


def test_an_act_of_one_half_life_ago_counts_half(tmp_path):
    book = Book("a", "2016-03-01").event("AID", "A", "B", date="2016-02-20")
    options = RelationOptions(half_life=10)
    with written(tmp_path, book.event("AID", "A", "C", date="2016-03-01")) as case:
        found = relations(case, options=options)
        later = relations(case, Filter(until="2016-03-11"), options)
    assert between(found, A, B).cooperation == pytest.approx(3.5)
    assert between(found, A, C).cooperation == pytest.approx(7.0)
    assert between(later, A, C).cooperation == pytest.approx(3.5)


def test_without_a_date_an_act_counts_unless_age_matters(tmp_path):
    with written(tmp_path, Book("a", None).event("AID", "A", "B")) as case:
        (relation,) = relations(case)
        assert relations(case, Filter(since="2000-01-01")) == ()
        (faded,) = relations(case, options=RelationOptions(half_life=10))
    assert (relation.cooperation, relation.first, relation.last) == (7.0, None, None)
    assert faded.cooperation == 0.0


def test_a_demand_that_is_an_event_already_counts_once(tmp_path):
    book = Book("a").event("REQUEST", "A", "B", pledge="demand").promise("refusal", "B", "A")
    with written(tmp_path, book) as case:
        found = relations(case)
    assert (between(found, A, B).conflict, between(found, B, A).conflict) == (1.0, 2.0)


def test_statements_link_speaker_addressee_and_whom_they_mention(tmp_path):
    with written(tmp_path, Book("a").say("A", "B", about="CA")) as case:
        found = relations(case)
        (statement,) = case.statements()
        silent = relations(case, options=RelationOptions(statements=False))
    spoken, about = between(found, A, B), between(found, A, C)
    assert (spoken.cooperation, spoken.acts, spoken.attention) == (0.5, 1, 0)
    assert (about.cooperation, about.conflict, about.acts, about.attention) == (0, 0, 0, 1)
    assert about.evidence == (statement.id,)
    assert len(found) == 2
    assert silent == ()


def test_rolled_up_to_countries_the_army_is_the_state_and_rebels_are_not(tmp_path):
    book = Book("a").event("ASSAULT", "army", "rebels").event("AID", "army", "A")
    with written(tmp_path, book) as case:
        found = relations(case, options=RelationOptions(roll_up="country"))
        kinds = relations(case, options=RelationOptions(roll_up="kind"))
    assert [(r.source, r.target) for r in found] == [(A, ACTORS["rebels"].key)]
    assert [(r.target, r.target_name) for r in kinds] == [
        ("armed_group:AUT", "Österreich: armed groups")
    ]


def test_a_person_is_the_state_while_in_office(tmp_path):
    book = Book("a").event("AID", "minister", "B", date="2015-06-01")
    book.event("ACCUSE", "minister", "B", date="2016-06-01").event("CONSULT", "envoy", "B")
    with written(tmp_path, book) as case:
        found = relations(case, options=RelationOptions(roll_up="country"))
    assert between(found, A, B).balance == 7.0
    assert between(found, "person:minister", B).balance == -2.0
    assert between(found, "person:gesandte", B).balance == 1.0


def test_actors_of_one_name_are_told_apart():
    nodes = {
        key: Node(key, "Opposition", "group", country)
        for key, country in {"a": "SYR", "b": "RUS", "c": None, "d": "FRA", "e": "FRA"}.items()
    }
    names = {key: node.name for key, node in told_apart(nodes, set("abcde")).items()}
    assert names == {
        "a": "Opposition (SYR)",
        "b": "Opposition (RUS)",
        "c": "Opposition (c)",
        "d": "Opposition (d)",
        "e": "Opposition (e)",
    }
    assert told_apart(nodes, {"a"})["a"].name == "Opposition"
    nodes["e"] = replace(nodes["e"], kind="party")
    assert told_apart(nodes, {"d", "e"})["e"].name == "Opposition (party)"
    assert set(told_apart(nodes, {"a", "unknown"})) == set("abcde") | {"unknown"}


def test_an_actor_filter_keeps_what_it_does_and_suffers(tmp_path):
    book = Book("a").event("AID", "A", "B").event("AID", "B", "C").event("AID", "C", "A")
    with written(tmp_path, book) as case:
        found = relations(case, Filter(actor="Österreich"))
        with pytest.raises(WrongUse, match="Atlantis"):
            relations(case, Filter(actor="Atlantis"))
    assert {(r.source, r.target) for r in found} == {(A, B), (C, A)}


def test_decisions_about_actors_hold(tmp_path):
    book = Book("a").event("AID", "A", "B").event("AID", "C", "B")
    with written(tmp_path, book) as case:
        case.decide("merge", C, {"into": A}, "test")
        (relation,) = relations(case, options=RelationOptions(stories={}))
        case.decide("forget", B, {}, "test")
        assert relations(case) == ()
    assert (relation.source, relation.cooperation, len(relation.evidence)) == (A, 7.0, 2)


def test_frame_and_graph_say_the_same(tmp_path):
    book = Book("a").event("AID", "A", "B").event("REJECT", "B", "A").say("B", "C")
    with written(tmp_path, book) as case:
        found, frame, graph = relations(case), relation_frame(case), relation_graph(case)
    assert list(zip(frame["source"], frame["target"], frame["balance"], strict=True)) == [
        (r.source, r.target, r.balance) for r in found
    ]
    assert set(graph.nodes) == {A, B, C}
    assert graph.nodes[A]["name"] == "Österreich"
    assert graph.edges[A, B]["evidence"] == found[0].evidence


def test_a_case_without_findings_has_no_relations(tmp_path):
    with written(tmp_path) as case:
        assert relations(case) == ()
        assert list(relation_frame(case).columns)[:2] == ["source", "target"]
        assert len(relation_graph(case)) == 0
        assert relations(case, options=RelationOptions(half_life=5, roll_up="kind")) == ()


def test_one_actor_alone_has_no_relations(tmp_path):
    with written(tmp_path, Book("a").event("ASSAULT", "A", "").event("AID", "A", "A")) as case:
        assert relations(case) == ()


@pytest.mark.parametrize("wrong", [{"roll_up": "planet"}, {"half_life": 0}, {"half_life": -1}])
def test_options_that_make_no_sense(wrong):
    with pytest.raises(WrongUse):
        RelationOptions(**wrong)


def test_every_type_status_and_kind_has_a_weight():
    knowledge = Knowledge()
    scale = scale_of(knowledge)
    types = [row.key for row in knowledge.table("event_types")]
    assert {f"event:{name}" for name in types} <= set(scale.weights)
    assert {f"commitment:{kind}" for kind in get_args(CommitmentKind)} <= set(scale.weights)
    assert {f"event:{status}" for status in get_args(EventStatus)} <= set(scale.factors)
    assert {f"commitment:{status}" for status in get_args(CommitmentStatus)} <= set(scale.factors)
    assert all(row["source"] for row in knowledge.table("relation_weights"))


def test_a_wrong_weight_is_named_with_its_line(tmp_path):
    table = "finding\tweight\ttalk\tcameo\tsource\nevent:AID\t70\tno\t07\town\n"
    (tmp_path / "relation_weights.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"relation_weights.tsv, line 2"):
        scale_of(Knowledge(tmp_path))


def test_own_weights_replace_packaged_ones(tmp_path):
    table = "finding\tweight\ttalk\tcameo\tsource\nevent:AID\t1.5\tno\t07\town\n"
    (tmp_path / "relation_weights.tsv").write_text(table, encoding="utf-8")
    with written(tmp_path, Book("a").event("AID", "A", "B")) as case:
        (relation,) = relations(case, options=RelationOptions(knowledge=Knowledge(tmp_path)))
    assert relation.cooperation == 1.5


@pytest.mark.parametrize(("claims", "share"), [(0.5, 0.5), (1.0, 1.0), (0.0, None)])
def test_what_somebody_else_says_of_an_actor_is_no_fact(tmp_path, claims, share):
    with written(tmp_path, Book("a").event("ASSAULT", "A", "B", says="B")) as case:
        relation = between(relations(case, options=RelationOptions(claims=claims)), A, B)
    assert (relation and relation.conflict) == (share and -WEIGHTS["event:ASSAULT"] * share)


def test_what_an_actor_says_of_itself_counts_in_full(tmp_path):
    with written(tmp_path, Book("a").event("ASSAULT", "A", "B", says="A")) as case:
        assert between(relations(case), A, B).conflict == -WEIGHTS["event:ASSAULT"]


def test_a_share_of_claims_above_one_is_refused():
    with pytest.raises(WrongUse, match="0 to 1"):
        RelationOptions(claims=1.5)


def test_groups_without_a_name_are_others_in_another_article(tmp_path):
    books = [
        Book("a", "2016-03-01").event("ASSAULT", "A", "people"),
        Book("b", "2016-03-09").event("AID", "B", "people"),
    ]
    with written(tmp_path, *books) as case:
        found = relations(case)
    assert {r.target_name for r in found} == {"Menschen (2016-03-01)", "Menschen (2016-03-09)"}
    assert len({r.target for r in found}) == 2


def test_groups_are_named_by_their_file_where_the_day_does_not_part_them(tmp_path):
    books = [Book(name, "2016-03-01").event("AID", "A", "people") for name in "ab"]
    with written(tmp_path, *books) as case:
        names = {r.target_name for r in relations(case)}
        files = {article.uri.rpartition("/")[2] for article in case.articles()}
    assert names == {f"Menschen ({file})" for file in files}
    (tmp_path / "one").mkdir()
    with written(tmp_path / "one", Book("a", None).event("AID", "A", "people")) as case:
        assert {r.target_name for r in relations(case)} == {"Menschen"}


def test_acts_of_one_article_are_of_one_story(tmp_path):
    book = Book("a").event("AID", "A", "B", date="2016-01-01")
    book.event("ASSAULT", "A", "B", date="2014-05-05").event("ACCUSE", "A", "B")
    other = Book("b", None).event("SUPPORT", "A", "B")
    with written(tmp_path, book, other) as case:
        (relation,) = relations(case)
        graph = signed_graph(ties(case), min_stories=3)
    assert (relation.acts, relation.stories, relation.undated) == (4, 2, 1)
    assert not graph
