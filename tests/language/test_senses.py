"""Vectors of what passages say: near where they speak of one thing in other words."""

import shutil

import numpy as np
import pytest

from lagebild.errors import ModelMissing
from lagebild.language.network import FOLDER
from lagebild.language.senses import Senses, packaged


def nearness(one, other):
    first, second = packaged().of([one, other])
    return float(first @ second)


@pytest.mark.parametrize(
    ("one", "other", "stranger"),
    [
        ("die Löhne erhöhen", "höhere Gehälter zahlen", "Soldaten in die Wüste schicken"),
        ("das Kernkraftwerk abschalten", "den Ausstieg aus der Atomkraft", "die Grenze schließen"),
        ("Flüchtlinge aufnehmen", "Asyl für Vertriebene", "die Mehrwertsteuer senken"),
        ("die Armee abziehen", "den Rückzug der Truppen", "ein neues Schulgesetz"),
    ],
)
def test_other_words_for_one_thing_are_nearer_than_a_strange_thing(one, other, stranger):
    assert nearness(one, other) > nearness(one, stranger) + 0.1


def test_vectors_have_length_one_and_wordless_passages_none():
    rows = packaged().of(["die Brücke sperren", "", "…"])
    assert rows.shape == (3, 64)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 0], abs=1e-5)
    assert packaged().of([]).shape == (0, 64)


def test_a_passage_has_one_vector_whatever_stands_beside_it():
    alone, beside = packaged().of(["die Fähre"]), packaged().of(["der Zoll", "die Fähre"])
    assert np.array_equal(alone[0], beside[1])


def test_a_missing_or_foreign_file_is_named(tmp_path):
    shutil.copy(FOLDER / "tokenizer.json", tmp_path)
    with pytest.raises(ModelMissing, match=r"senses\.npz"):
        Senses.load(tmp_path)
    few = {"values": np.zeros((3, 64), np.int8), "scale": np.ones((3, 1)), "weight": np.ones(3)}
    np.savez(tmp_path / "senses.npz", **few)
    with pytest.raises(ModelMissing, match="another tokeniser"):
        Senses.load(tmp_path)
