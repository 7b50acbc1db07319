"""Paired quotation marks hang on the head of what they enclose."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.decode import are_trees
from lagebild.language.pairs import MARKS, hang_pairs, pairs


def test_marks_hang_on_the_phrase_between_them() -> None:
    words = ["Er", "nannte", "das", "„", "einen", "Fehler", "“", "."]
    heads = [2, 0, 2, 3, 6, 2, 2, 2]
    hang_pairs(words, heads, ["nsubj", "root", "obj", "punct", "det", "xcomp", "punct", "punct"])
    assert heads == [2, 0, 2, 6, 6, 2, 6, 2]


def test_of_several_tops_the_highest_is_taken() -> None:
    words = ['"', "Nein", ",", "danke", '"', "sagte", "sie", "."]
    heads = [2, 6, 4, 6, 6, 0, 6, 6]
    deprels = ["punct", "discourse", "punct", "ccomp", "punct", "root", "nsubj", "punct"]
    hang_pairs(words, heads, deprels)
    assert (heads[0], heads[4]) == (2, 2)


def test_inner_marks_come_first() -> None:
    words = ["„", "Das", "‚", "Nein", "‘", "zählt", "“"]
    assert list(pairs(words)) == [(2, 4), (0, 6)]


def test_a_mark_without_partner_or_with_words_of_its_own_stays() -> None:
    heads = [2, 0, 2]
    hang_pairs(["„", "Halt", "!"], heads, ["punct", "root", "punct"])
    assert heads == [2, 0, 2]
    heads = [0, 1, 1]
    hang_pairs(["„", "Halt", "“"], heads, ["root", "dep", "punct"])
    assert heads[0] == 0


@given(st.data())
def test_a_tree_stays_a_tree(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from([*sorted(MARKS), "a", "b"]), min_size=1))
    heads = [0] + [data.draw(st.integers(1, i)) for i in range(1, len(words))]
    deprels = ["root", *("punct" if w in MARKS else "dep" for w in words[1:])]
    hang_pairs(words, heads, deprels)
    assert are_trees(np.array([heads]), np.array([len(heads)]))[0]
