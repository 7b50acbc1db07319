"""Commas, dashes and colons hang on the head of the unit they separate."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.conllu import read_conllu
from lagebild.language.decode import are_trees
from lagebild.language.separators import SEPARATORS, hang_separators


def test_a_comma_before_a_clause_hangs_on_its_verb() -> None:
    words = ["Er", "sagt", ",", "dass", "sie", "kommt", "."]
    heads = [2, 0, 2, 6, 6, 2, 2]
    hang_separators(words, heads, ["nsubj", "root", "punct", "mark", "nsubj", "ccomp", "punct"])
    assert heads == [2, 0, 6, 6, 6, 2, 2]


def test_a_comma_behind_a_unit_hangs_on_the_whole_unit() -> None:
    words = ["Frau", ",", "die", "singt", ",", "lacht"]
    heads = [6, 1, 4, 1, 4, 0]
    hang_separators(words, heads, ["nsubj", "punct", "nsubj", "acl", "punct", "root"])
    assert heads == [6, 4, 4, 1, 1, 0]


@pytest.mark.parametrize("mark", ["-", ":", "–"])
def test_the_second_of_two_parts_takes_the_mark(mark: str) -> None:
    heads = [0, 1, 1]
    hang_separators(["Lomé", mark, "Vertrag"], heads, ["root", "punct", "appos"])
    assert heads == [0, 3, 1]


def test_marks_that_head_words_or_are_no_punctuation_stay() -> None:
    heads = [2, 0, 2]
    hang_separators(["A", "-", "B"], heads, ["dep", "root", "dep"])
    assert heads == [2, 0, 2]
    heads = [3, 1, 0]
    hang_separators(["A", "/", "B"], heads, ["nsubj", "cc", "root"])
    assert heads == [3, 1, 0]


@given(st.data())
def test_a_tree_stays_a_tree(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from([*sorted(SEPARATORS), "a", "b"]), min_size=1))
    heads = [0] + [data.draw(st.integers(1, i)) for i in range(1, len(words))]
    deprels = ["root", *("punct" if w in SEPARATORS else "dep" for w in words[1:])]
    hang_separators(words, heads, deprels)
    assert are_trees(np.array([heads]), np.array([len(heads)]))[0]


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_rule_agrees_with_the_treebank_in_its_own_trees(shared: Path, part: str) -> None:
    file = shared / "corpora/ud" / f"german-gsd-{part}.conllu"
    commas = right = 0
    for sentence in read_conllu(file.read_text(), str(file)):
        lines = sentence.words()
        gold = [int(line[6]) for line in lines]
        heads, deprels = list(gold), [line[7] for line in lines]
        hang_separators([line[1] for line in lines], heads, deprels)
        places = [i for i, line in enumerate(lines) if line[1] == "," and deprels[i] == "punct"]
        commas += len(places)
        right += sum(heads[i] == gold[i] for i in places)
    assert commas > 400
    assert right / commas > 0.95
