"""Scenario files: written and read alike, and every mistake is named with line and remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.errors import WrongUse
from lagebild.whatif.reading import parse_scenario, read_scenario
from lagebild.whatif.scenario import Estimate, Evidence, Propensity, Scenario, ScenarioActor
from lagebild.whatif.writing import scenario_text
from tests.whatif.scenarios import TOML, scenario


def test_values_ranges_and_evidence_are_read():
    elbau, mainthal, oderland = scenario().actors
    assert elbau.position == Estimate(0, 40, 20)
    assert elbau.salience == Estimate(80, 80, 80)
    assert elbau.capability == Estimate(2, 4)
    assert elbau.evidence == (Evidence("position", "lehnt ab", "a1", (3, 20), "„nie und nimmer“"),)
    assert (mainthal.key, oderland.position.value) == (None, None)
    assert scenario().propensities[0].propensity.middle == 40


def test_what_is_written_is_read_alike():
    assert parse_scenario(scenario_text(scenario())) == scenario()


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip)
shares = st.floats(0, 100).map(lambda n: round(n, 3))


@st.composite
def estimates(draw, numbers=shares):
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Estimate(low, high, draw(st.sampled_from([value, None])) if low < high else value)


@st.composite
def any_scenario(draw):
    names = draw(st.lists(words.map(str.strip), min_size=2, max_size=4, unique_by=str.casefold))
    positive = st.floats(0.01, 1e6).map(lambda n: round(n, 2))
    actors = tuple(
        ScenarioActor(
            name,
            draw(estimates()),
            draw(estimates(st.floats(1, 100))),
            draw(estimates(positive)),
            draw(st.none() | words.map(str.strip)),
            tuple(
                draw(
                    st.lists(
                        st.builds(
                            Evidence,
                            st.sampled_from(["position", "salience", "capability"]),
                            words,
                            st.none() | words,
                            st.none() | st.just((0, 7)),
                            st.none() | words,
                        ),
                        max_size=2,
                    )
                )
            ),
        )
        for name in names
    )
    pair = Propensity((names[0], names[1]), draw(estimates()), "wegen")
    issue, low, high = (draw(words).strip() for _ in range(3))
    return Scenario(issue, low, high, actors, (pair,), tuple(draw(st.lists(words, max_size=2))))


@given(any_scenario())
def test_any_scenario_survives_writing_and_reading(made):
    assert parse_scenario(scenario_text(made)) == made


@pytest.mark.parametrize(
    ("was", "is_", "problem", "remedy"),
    [
        ("position = { value = 90", "position = { value = 190", "(value) is 190", "0 to 100"),
        ("salience = 80", 'salience = "hoch"', "is 'hoch'", "Give a number"),
        ("salience = 80", "salience = -1", "is -1", "from 0 to 100"),
        ("salience = 80", "salience = true", "is True", "Give a number"),
        ("salience = 80", "salience = nan", "is nan", "Give a number"),
        ("value = 50, low = 30", "value = 20, low = 30", "contradicts itself", "Give"),
        ("low = 0, high = 100 }", "low = 100, high = 0 }", "contradicts itself", "Give"),
        ("low = 0, high = 100 }", "low = 0 }", "lacks low or high", "Give"),
        ('name = "Oderland"', 'name = "elbau"', "second time", "Keep one"),
        ("salience = 80", "saliense = 80", '"saliense" is not known', '"salience"?'),
        ('low = "sie bleibt zu"', "low = 3", '"low" is 3', "Write low"),
        ('"Elbau", "Oderland"]', '"Elbau", "Xland"]', "Xland", "Elbau, Mainthal, Oderland"),
        ("value = 40, low = 10", "value = 140, low = 10", "is 140", "-100 to 100"),
        ("evidence = [", "evidence = [ 3,", "evidence 1 of", "Write { of"),
        ("salience = 80", "salience = ", "this is not TOML", "quotation marks"),
    ],
)
def test_a_mistake_is_named_with_file_line_value_and_remedy(was, is_, problem, remedy):
    line = TOML[: TOML.index(was)].count("\n") + 1
    with pytest.raises(WrongUse) as caught:
        parse_scenario(TOML.replace(was, is_, 1), "s.toml")
    assert caught.value.problem.startswith(f"s.toml, line {line}: ")
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


def test_what_is_missing_is_missed_where_it_belongs():
    with pytest.raises(WrongUse, match='line 17: "capability" of "Mainthal" is missing'):
        parse_scenario(TOML.replace("capability = 3\n", ""))
    with pytest.raises(WrongUse, match='line 1: "issue" is missing'):
        parse_scenario(TOML.replace('issue = "Öffnung der Grenze"', ""))


def test_a_wrong_span_of_evidence_is_named():
    with pytest.raises(WrongUse, match=r'line 13: the span of evidence 1 of "Elbau" is \[20, 3\]'):
        parse_scenario(TOML.replace("span = [3, 20]", "span = [20, 3]"))


def test_one_actor_is_too_few():
    alone = TOML[: TOML.index('[[actor]]\nname = "Mainthal"')]
    with pytest.raises(WrongUse, match="at least two actors, this has 1"):
        parse_scenario(alone)


def test_nobody_with_weight_cannot_decide():
    text = TOML.replace("capability = { low = 2, high = 4 }", "capability = 0")
    text = text.replace("capability = 3", "capability = 0").replace(
        "capability = 1", "capability = 0"
    )
    with pytest.raises(WrongUse, match="no actor has both"):
        parse_scenario(text)


def test_a_missing_or_foreign_file_says_what_to_do(tmp_path):
    with pytest.raises(WrongUse, match="whatif propose"):
        read_scenario(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes("issue = „ä“".encode("utf-16"))
    with pytest.raises(WrongUse, match="UTF-8"):
        read_scenario(tmp_path / "latin.toml")
    (tmp_path / "lage.case").write_bytes(b"SQLite format 3\0\x80")
    with pytest.raises(WrongUse, match="is a case file"):
        read_scenario(tmp_path / "lage.case")


VALUES = ("3", "-1", "inf", "nan", "true", '""', '"x"', "[]", "[[1]]", '[{ a = 1 }]', "{}",
          "{ low = 1 }", '{ value = "a", low = 1, high = 2 }', "1979-05-27", '["Elbau", "Elbau"]',
          "[1, 2]", "99999999999999999999999")  # fmt: skip
KEYS = [n for n, line in enumerate(TOML.splitlines()) if " = " in line]


@pytest.mark.parametrize("value", VALUES)
def test_whatever_a_value_is_it_is_read_or_refused_with_its_line(value):
    for number in KEYS:
        lines = TOML.splitlines()
        lines[number] = lines[number].partition(" = ")[0] + f" = {value}"
        try:
            parse_scenario("\n".join(lines), "s.toml")
        except WrongUse as error:
            assert error.problem.startswith("s.toml, line")
            assert error.remedy


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ('between = ["Elbau", "Elbau"]\npropensity = 3', "Elbau"),
        ('between = ["Oderland", "Elbau"]\npropensity = 3', "second time"),
    ],
)
def test_contradictory_propensities_are_refused(more, problem):
    with pytest.raises(WrongUse, match=problem):
        parse_scenario(f"{TOML}\n[[propensity]]\n{more}\n")
