import multiprocessing
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from lagebild.errors import ModelMissing
from lagebild.language.network import FOLDER, Network, Prediction, repair
from lagebild.language.pieces import MOST_IN_WORD, Cutter, cut_long
from lagebild.language.speech import SPEECH


def words_of(text: str) -> list[str]:
    return text.split()


MEETING = words_of("Der russische Außenminister Lawrow reiste am Montag nach Berlin .")
REFUSAL = words_of("Die Regierung in Kiew lehnte das Angebot der Nato ab .")
QUOTE = words_of("„ Wir werden nicht verhandeln “ , sagte der Sprecher der Polizei .")
SENTENCES = [MEETING, REFUSAL, QUOTE]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load()


def is_tree(heads: list[int]) -> bool:
    def reaches_root(word: int) -> bool:
        return any((word := heads[word - 1]) == 0 for _ in heads)

    return heads.count(0) == 1 and all(reaches_root(word + 1) for word in range(len(heads)))


def layers(prediction: Prediction) -> list[list[str] | list[int]]:
    return [getattr(prediction, name) for name in Prediction.__slots__ if name != "speech"]


def test_every_layer_has_one_entry_a_word(network: Network) -> None:
    for words, prediction in zip(SENTENCES, network.predict(SENTENCES), strict=True):
        assert {len(layer) for layer in layers(prediction)} == {len(words)}
        assert is_tree(prediction.heads)
        roots = [head == 0 for head in prediction.heads]
        assert roots == [label == "root" for label in prediction.deprels]


def test_the_heads_for_speech_say_something_of_each_word(network: Network) -> None:
    for words, prediction in zip(SENTENCES, network.predict(SENTENCES), strict=True):
        assert prediction.speech is not None
        assert prediction.speech.shape == (len(words), len(SPEECH))


def test_the_heads_for_speech_know_a_quotation_and_its_cue(network: Network) -> None:
    (said,) = network.predict([QUOTE])
    assert said.speech is not None
    direct, cue = (said.speech[:, SPEECH.index(name)] for name in ("direct", "cue"))
    assert (direct[1:5] > 0).all()
    assert direct[QUOTE.index("Sprecher")] < 0
    assert cue.argmax() == QUOTE.index("sagte")


def test_speech_does_not_depend_on_the_batch(network: Network) -> None:
    together = network.predict(SENTENCES)
    for words, prediction in zip(SENTENCES, together, strict=True):
        (alone,) = network.predict([words])
        assert alone.speech is not None
        assert prediction.speech is not None
        assert (alone.speech == prediction.speech).all()


def test_simple_sentence_is_understood(network: Network) -> None:
    (said,) = network.predict([REFUSAL])
    verb = REFUSAL.index("lehnte")
    assert said.upos[:2] == ["DET", "NOUN"]
    assert said.heads[verb] == 0
    assert (said.heads[1], said.deprels[1]) == (verb + 1, "nsubj")
    assert said.deprels[REFUSAL.index("ab")] == "compound:prt"
    assert said.deprels[REFUSAL.index("Angebot")] == "obj"
    assert said.names[REFUSAL.index("Kiew")] == "B-LOC"
    assert said.names[REFUSAL.index("Nato")] == "B-ORG"
    assert "Tense=Past" in said.feats[verb].split("|")


def test_derived_names_are_kept_apart(network: Network) -> None:
    (said,) = network.predict([MEETING])
    assert said.names[1] == "O"
    assert said.derived[1] == "B-LOCderiv"
    assert said.names[MEETING.index("Lawrow")] == "B-PER"


def test_features_are_in_ud_order(network: Network) -> None:
    for said in network.predict(SENTENCES):
        for feats in said.feats:
            names = [pair.split("=")[0] for pair in feats.split("|")]
            assert names == sorted(names, key=str.lower)


def test_result_is_the_same_every_time_and_with_one_thread(network: Network) -> None:
    first = network.predict(SENTENCES)
    assert network.predict(SENTENCES) == first
    assert Network.load(threads=1).predict(SENTENCES) == first


def test_order_of_sentences_is_kept(network: Network) -> None:
    forward = network.predict(SENTENCES)
    assert network.predict(SENTENCES[::-1]) == forward[::-1]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["."],
        ["\u200b"],
        ["", ""],
        ["😀", "🇩🇪"],
        ["北京", "Москва", "القاهرة"],
        ["x" * 20_000],
        ["10 000"],
        ["a\tb", "\n", "\ud7ff"],
    ],
)
def test_odd_words_are_tagged(network: Network, words: list[str]) -> None:
    (said,) = network.predict([words])
    assert {len(layer) for layer in layers(said)} == {len(words)}
    assert is_tree(said.heads) or not words


def test_a_sentence_of_5000_words_is_one_tree(network: Network) -> None:
    words = [*QUOTE[:-1], ";"] * 385
    (said,) = network.predict([words])
    assert len(said.heads) == len(words)
    assert is_tree(said.heads)
    assert said.deprels.count("root") == 1


def test_a_sentence_gets_the_same_result_alone_and_in_company(network: Network) -> None:
    company = [words * (1 + n % 3) for n, words in enumerate(SENTENCES * 12)]
    assert network.predict(company) == [network.predict([words])[0] for words in company]


def resident_mebibytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_memory_does_not_grow(network: Network) -> None:
    texts = [words * (1 + n % 9) for n, words in enumerate(SENTENCES * 30)]
    network.predict(texts)
    before = resident_mebibytes()
    for _ in range(4):
        network.predict(texts)
    assert resident_mebibytes() - before < 30


def test_no_sentences(network: Network) -> None:
    assert network.predict([]) == []


def test_sentence_vectors_have_length_one(network: Network) -> None:
    vectors = network.embed([REFUSAL, [], REFUSAL, QUOTE])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1, 1])
    assert vectors[0] @ vectors[2] > vectors[0] @ vectors[3]


def test_names_that_begin_with_inside_labels_are_repaired() -> None:
    labels = np.array([["I-PER", "I-PER", "I-LOC", "O", "I-ORG", "B-ORG", "I-ORG"]], dtype=object)
    expected = ["B-PER", "I-PER", "B-LOC", "O", "B-ORG", "B-ORG", "I-ORG"]
    assert repair(labels).tolist() == [expected]


def test_of_a_long_word_the_two_ends_are_read() -> None:
    cutter = Cutter(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))
    words = ["Die", "x" * 250, "sagte"]
    ids, sizes = cutter.encode(words)
    alone, _ = cutter.encode(["sagte"])
    assert sizes[1] == MOST_IN_WORD
    assert len(ids) == sizes.sum()
    assert ids[-len(alone) :] == alone


def test_long_sentences_are_cut_after_punctuation() -> None:
    words = ["wort"] * 400 + [","] + ["wort"] * 400
    ranges = list(cut_long(words, np.arange(1, len(words) + 1)))
    assert ranges == [(0, 401), (401, 801)]


def damaged(folder: Path) -> None:
    path = folder / "network.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def missing(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def without_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def with_broken_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")


@pytest.mark.parametrize("harm", [damaged, missing, without_manifest, with_broken_manifest])
def test_missing_or_damaged_files_are_reported(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    harm(folder)
    with pytest.raises(ModelMissing) as caught:
        Network(folder, 1)
    assert str(folder) in caught.value.problem
    assert "pip install" in caught.value.remedy


def predict_in_child(network: Network, queue: "multiprocessing.Queue[list[Prediction]]") -> None:
    queue.put(network.predict(SENTENCES))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_can_use_a_loaded_network(network: Network) -> None:
    expected = network.predict(SENTENCES)
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=predict_in_child, args=(network, queue))
    child.start()
    assert queue.get(timeout=60) == expected
    child.join(timeout=60)
    assert child.exitcode == 0
