"""Under which version a case keeps findings: whatever they rest on changes it."""

import pytest

import lagebild
from lagebild.errors import ModelMissing
from lagebild.knowledge import Knowledge
from lagebild.language.network import FOLDER
from lagebild.reader import reader_version


def test_package_knowledge_and_network_make_the_version(tmp_path, monkeypatch):
    packaged = reader_version(Knowledge())
    assert packaged.startswith(f"{lagebild.__version__}+")
    assert reader_version(Knowledge()) == packaged

    (tmp_path / "function_words.tsv").write_text("word\n", encoding="utf-8")
    assert reader_version(Knowledge(tmp_path)) != packaged

    manifest = (FOLDER / "manifest.json").read_text("utf-8")
    (tmp_path / "manifest.json").write_text(manifest + " ", encoding="utf-8")
    monkeypatch.setattr("lagebild.reader.FOLDER", tmp_path)
    assert reader_version(Knowledge()) != packaged


def test_a_missing_network_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("lagebild.reader.FOLDER", tmp_path)
    with pytest.raises(ModelMissing, match=r"manifest\.json"):
        reader_version(Knowledge())
