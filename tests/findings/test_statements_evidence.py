"""What the heads for speech add: drafts they suggest, and how drafts are weighed."""

from dataclasses import replace

import numpy as np
import pytest

from lagebild.findings.statements.draft import Desk, Draft, desk
from lagebild.findings.statements.evidence import KINDS, features, judge, probability
from lagebild.findings.statements.heads import log_odds
from lagebild.findings.statements.places import places
from lagebild.findings.statements.suggested import suggested_quotation
from lagebild.findings.statements.weighing import FEATURES, Weighing, weighings
from lagebild.language.analysis import Analysis
from lagebild.language.speech import SPEECH, STEPS, stepped
from lagebild.spans import Span
from tests.findings.test_statements import KNOWLEDGE, read, words

TEXT = "Der Gesandte murrte: Die Brücke bleibt zu. Das Volk ist „müde“, seufzte er."


def heard(text: str, said: dict[str, list[str]]) -> Desk:
    """A desk whose heads are sure of the words given for each, and sure that no others are."""
    reading = read(text)
    sentences = []
    for sentence in reading.analysis.sentences:
        odds = np.full((len(sentence.tokens), len(SPEECH)), -4, np.float32)
        for head, sure in said.items():
            for token in sentence.tokens:
                if token.text in sure:
                    odds[token.index, SPEECH.index(head)] = 4
        sentences.append(replace(sentence, speech=stepped(odds)))
    reading.analysis = Analysis(text, tuple(sentences))
    del reading.sentences
    return desk(reading)


def draft(text: str, kind: str, quote: str, score: float = 0.5) -> Draft:
    start = text.index(quote)
    return Draft(kind, (Span(start, start + len(quote)),), "test", score)  # type: ignore[arg-type]


def weighing(least: float, **weights: float) -> Weighing:
    return Weighing(tuple(weights.get(name, 0.0) for name in FEATURES), 0.0, least)


def test_log_odds_keep_a_sixteenth() -> None:
    assert stepped(np.array([0.03, 0.04, -9.0, 9.0], np.float32)).tolist() == [0, 1, -127, 127]
    on = heard(TEXT, {"cue": ["murrte"]})
    assert log_odds(on.sentences[0], 2, "cue") == 64 / STEPS
    assert log_odds(on.sentences[0], 1, "cue") == -64 / STEPS


def test_features_tell_the_words_inside_from_those_beside() -> None:
    on = heard(TEXT, {"indirect": ["Die", "Brücke", "bleibt", "zu"]})
    whole = features(on, draft(TEXT, "indirect", "Die Brücke bleibt zu"), False)
    part = features(on, draft(TEXT, "indirect", "Brücke bleibt"), False)
    assert whole is not None
    assert part is not None
    by_name = dict(zip(FEATURES, whole, strict=True)), dict(zip(FEATURES, part, strict=True))
    assert by_name[0]["inside"] == by_name[0]["weakest"] == 4
    assert (by_name[0]["left"], by_name[0]["right"]) == (-4, 0)
    assert (by_name[1]["left"], by_name[1]["right"]) == (4, 4)


def test_without_heads_the_rule_decides_alone() -> None:
    on = desk(read(TEXT))
    on.sentences = tuple(replace(s, speech=None) for s in on.sentences)
    on.weighings = {"indirect": weighing(0.9, inside=1.0)}
    one = draft(TEXT, "indirect", "Die Brücke bleibt zu", 0.1)
    assert probability(on, one, False) is None
    assert judge(on, one) == one


def test_a_draft_is_dropped_or_gets_its_probability() -> None:
    on = heard(TEXT, {"indirect": ["Die", "Brücke", "bleibt", "zu"]})
    on.weighings = {"indirect": weighing(0.5, inside=1.0)}
    kept = judge(on, draft(TEXT, "indirect", "Die Brücke bleibt zu"))
    assert kept is not None
    assert kept.score == pytest.approx(1 / (1 + np.exp(-4)))
    assert judge(on, draft(TEXT, "indirect", "Das Volk ist")) is None


def test_the_heads_join_a_quotation_to_cue_and_speaker() -> None:
    on = heard(TEXT, {"direct": ["müde"], "cue": ["seufzte"], "speaker": ["er"]})
    [place] = places(on)
    found = suggested_quotation(on, place)
    assert found is not None
    assert words(TEXT, found.quote) == ["„müde“"]
    assert words(TEXT, found.cue) == ["seufzte"]
    assert found.speaker is not None
    assert found.speaker.span.of(TEXT) == "er"


def test_a_quotation_that_no_head_takes_for_speech_is_left() -> None:
    on = heard(TEXT, {})
    [place] = places(on)
    assert suggested_quotation(on, place) is None


def test_the_table_weighs_every_kind() -> None:
    table = weighings(KNOWLEDGE)
    assert set(table) == set(KINDS)
    assert all(0 < weighing.least < 1 for weighing in table.values())
