"""Who said what: kinds, spans, speakers, addressees, nesting; the sentences are our own."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.articles.article import Article
from lagebild.findings.finding import Mention, Statement
from lagebild.findings.reading import Reading
from lagebild.findings.statements import find_statements
from lagebild.knowledge import Knowledge
from lagebild.language import analyse
from lagebild.language.analysis import Analysis, Sentence, Token
from lagebild.spans import Span

KNOWLEDGE = Knowledge()


def article(text: str) -> Article:
    return Article(
        id="a", uri="a.txt", title=None, text=text, published=None, published_from=None,
        dateline_place=None, agencies=(), authors=(), outlet=None, genre="news", language="de",
        sha256="", boilerplate=(),
    )  # fmt: skip


def read(text: str, mentions: tuple[Mention, ...] = ()) -> Reading:
    reading = Reading(article(text), analyse(text), KNOWLEDGE, mentions=mentions)
    reading.statements = find_statements(reading)
    return reading


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def only(text: str, kind: str | None = None) -> Statement:
    found = [s for s in read(text).statements if kind is None or s.kind == kind]
    assert len(found) == 1, [(s.kind, words(text, s.quote), s.why) for s in found]
    return found[0]


INDIRECT = [
    # text, quote, cue, speaker, frame
    (
        "Der Minister sagte am Montag, dass die Grenze offen bleibt.",
        ["dass die Grenze offen bleibt"],
        ["sagte"],
        "Der Minister",
        "Der Minister sagte am Montag,",
    ),
    (
        "Die Präsidentin erklärte, die Gespräche seien gescheitert.",
        ["die Gespräche seien gescheitert"],
        ["erklärte"],
        "Die Präsidentin",
        "Die Präsidentin erklärte,",
    ),
    (
        "Die Lage sei ernst, teilte die Botschaft mit.",
        ["Die Lage sei ernst"],
        ["teilte", "mit"],
        "die Botschaft",
        ", teilte die Botschaft mit",
    ),
    (
        "Wie das Ministerium mitteilte, beginnt das Treffen am Freitag.",
        ["beginnt das Treffen am Freitag"],
        ["mitteilte"],
        "das Ministerium",
        "Wie das Ministerium mitteilte,",
    ),
    (
        "Laut der Polizei wurden drei Soldaten verletzt.",
        ["wurden drei Soldaten verletzt"],
        ["Laut"],
        "der Polizei",
        "Laut der Polizei",
    ),
    (
        "Nach Angaben der Armee wurden drei Dörfer geräumt.",
        ["wurden drei Dörfer geräumt"],
        ["Nach Angaben"],
        "der Armee",
        "Nach Angaben der Armee",
    ),
    (
        "Einer neuen Studie zufolge steigt der Preis für Weizen.",
        ["steigt der Preis für Weizen"],
        ["zufolge"],
        "Einer neuen Studie",
        "Einer neuen Studie zufolge",
    ),
    (
        "Die Regierung wirft den Rebellen vor, Zivilisten zu missbrauchen.",
        ["Zivilisten zu missbrauchen"],
        ["wirft", "vor"],
        "Die Regierung",
        "Die Regierung wirft den Rebellen vor,",
    ),
    (
        "Der Botschafter fragte, ob die Waffenruhe noch gilt.",
        ["ob die Waffenruhe noch gilt"],
        ["fragte"],
        "Der Botschafter",
        "Der Botschafter fragte,",
    ),
]


@pytest.mark.parametrize(("text", "quote", "cue", "speaker", "frame"), INDIRECT)
def test_indirect_spans_follow_the_guidelines(
    text: str, quote: list[str], cue: list[str], speaker: str, frame: str
) -> None:
    statement = only(text, "indirect")
    assert words(text, statement.quote) == quote
    assert words(text, statement.cue) == cue
    assert words(text, statement.speaker_spans) == [speaker]
    assert words(text, statement.frame) == [frame]


def test_attribution_in_the_middle_gives_two_spans() -> None:
    text = "Gestern kam es nach Angaben der Polizei zu neuen Kämpfen."
    statement = only(text, "indirect")
    assert words(text, statement.quote) == ["Gestern kam es", "zu neuen Kämpfen"]


def test_addressee_by_case() -> None:
    text = "Die Regierung wirft den Rebellen vor, Zivilisten zu missbrauchen."
    assert words(text, only(text).addressee_spans) == ["den Rebellen"]


def test_said_without_a_name() -> None:
    text = "Die Brücke sei zerstört worden, hieß es."
    statement = only(text, "indirect")
    assert statement.speaker_spans == ()
    assert words(text, statement.cue) == ["hieß es"]


def test_what_the_next_sentence_points_back_at() -> None:
    text = "Die Truppen verlassen am Freitag die Stadt. Das teilte der General mit."
    statement = only(text, "indirect")
    assert words(text, statement.quote) == ["Die Truppen verlassen am Freitag die Stadt."]
    assert words(text, statement.speaker_spans) == ["der General"]


def test_what_is_pointed_back_at_counts_whatever_the_network_says() -> None:
    text = "Belgien weist zwei Diplomaten aus. Das teilte das Außenministerium in Brüssel mit."
    statement = only(text, "indirect")
    assert words(text, statement.quote) == ["Belgien weist zwei Diplomaten aus."]


DIRECT = [
    ("Der Kanzler sagte: „Wir geben nicht nach.“", "„Wir geben nicht nach.“", "Der Kanzler"),
    ("„Wir geben nicht nach“, sagte der Kanzler.", "„Wir geben nicht nach“", "der Kanzler"),
    ("«Wir geben nicht nach», sagte der Kanzler.", "«Wir geben nicht nach»", "der Kanzler"),
    ("»Wir geben nicht nach«, sagte der Kanzler.", "»Wir geben nicht nach«", "der Kanzler"),
    ('"Wir geben nicht nach", sagte der Kanzler.', '"Wir geben nicht nach"', "der Kanzler"),
    ("„Wir geben nicht nach“, so der Kanzler.", "„Wir geben nicht nach“", "der Kanzler"),
    ("Der Kanzler nannte den Plan „völlig absurd“.", "„völlig absurd“", "Der Kanzler"),
    ("Der Kanzler bezeichnete den Plan als „absurd“.", "„absurd“", "Der Kanzler"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), DIRECT)
def test_direct(text: str, quote: str, speaker: str) -> None:
    statement = only(text, "direct")
    assert words(text, statement.quote) == [quote]
    assert words(text, statement.speaker_spans) == [speaker]


def test_interrupted_quotation_is_one_statement() -> None:
    text = "„Wir reden“, sagte der Kanzler, „aber nicht heute.“"
    assert words(text, only(text, "direct").quote) == ["„Wir reden“", "„aber nicht heute.“"]


def test_several_sentences_in_one_pair_of_marks_are_one_span() -> None:
    text = "Die Ministerin sagte: „Wir helfen. Wir bleiben. Wir reden mit allen.“"
    assert words(text, only(text, "direct").quote) == [
        "„Wir helfen. Wir bleiben. Wir reden mit allen.“"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Flugzeugträger „Charles de Gaulle“ lief am Montag aus.",
        "Im Hafen lagen zwei „Tornado“-Jets bereit.",
        "Die Zeitschrift „Globale Lage“ erscheint im Mai.",
        "Der Soldat trug eine 12\" Stange und 6' Draht über den Ku'damm.",
        "Die Straße nach Norden ist nach dem Angriff gesperrt.",
        "Die Truppen überquerten am Morgen den Fluss.",
        "Der Name der Stadt lautet seit 1990 anders.",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text).statements == ()


def test_quoted_words_inside_an_indirect_statement_are_nested() -> None:
    text = "Der Sprecher sagte, die Vorwürfe seien „völlig haltlos“."
    inner = only(text, "direct")
    assert inner.nested
    assert words(text, inner.quote) == ["„völlig haltlos“"]
    assert words(text, inner.speaker_spans) == ["Der Sprecher"]
    assert not only(text, "indirect").nested


def test_free_konjunktiv_goes_on_until_the_report_returns() -> None:
    text = (
        "Die Außenministerin sagte, die Lage sei ernst. Die Gespräche seien schwierig.\n\n"
        "Es gebe aber Hoffnung. Am Abend flog sie nach Genf."
    )
    free = only(text, "indirect_free_indirect")
    assert words(text, free.quote) == ["Die Gespräche seien schwierig.", "Es gebe aber Hoffnung."]
    assert words(text, free.speaker_spans) == ["Die Außenministerin"]


def test_reporting_sollen() -> None:
    text = "Die Täter sollen nach der Tat geflohen sein."
    assert words(text, only(text, "free_indirect").quote) == [text]


REPORTED = [
    ("Der Präsident forderte den Rückzug aller Truppen.", "Der Präsident"),
    ("Die Opposition kritisierte den Beschluss scharf.", "Die Opposition"),
    ("Die Ministerin warnte vor einer neuen Eskalation.", "Die Ministerin"),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_reported_is_the_whole_clause(text: str, speaker: str) -> None:
    statement = only(text, "reported")
    assert words(text, statement.quote) == [text]
    assert words(text, statement.speaker_spans) == [speaker]
    assert statement.cue == () == statement.frame


def test_headline_and_interview() -> None:
    text = "Lawrow: Wir sehen keine Einigung\n\nDie Gespräche dauern an."
    assert words(text, only(text, "indirect").quote) == ["Wir sehen keine Einigung"]
    turns = (
        "ZEITUNG: Wie geht es weiter?\n\nKranz: Wir verhandeln.\n\n"
        "ZEITUNG: Und dann?\n\nKranz: Dann sehen wir weiter. Es eilt nicht."
    )
    found = [words(turns, s.quote) for s in read(turns).statements if s.why == "turn"]
    assert found == [
        ["Wie geht es weiter?"],
        ["Wir verhandeln."],
        ["Und dann?"],
        ["Dann sehen wir weiter. Es eilt nicht."],
    ]


def test_speaker_is_the_actor_of_the_head_or_of_the_name_in_apposition() -> None:
    text = "Der russische Außenminister Sergei Lawrow sagte, die Gespräche gingen weiter."
    at = text.index("Sergei")
    name = Span(at, at + len("Sergei Lawrow"))
    mention = Mention(name, "person:sergei-lawrow", "name", "test", Span(at, at + 6))
    [statement] = read(text, (mention,)).statements
    assert statement.speaker == "person:sergei-lawrow"
    assert words(text, statement.speaker_spans) == ["Der russische Außenminister Sergei Lawrow"]


def test_voice_at_tells_the_report_from_the_claims() -> None:
    text = "Am Montag fielen Schüsse. Die Armee erklärte, die Rebellen hätten angegriffen."
    reading = read(text)
    shots, attack = text.index("fielen"), text.index("angegriffen")
    assert reading.voice_at(Span(shots, shots + 6)) is None
    voice = reading.voice_at(Span(attack, attack + 11))
    assert voice is not None
    assert words(text, voice.speaker_spans) == ["Die Armee"]


def test_voice_at_gives_the_innermost_statement() -> None:
    text = "Der Sprecher sagte, die Armee habe erklärt, dass die Rebellen angegriffen hätten."
    reading = read(text)
    at = text.index("angegriffen")
    voice = reading.voice_at(Span(at, at + 11))
    assert voice is not None
    assert words(text, voice.speaker_spans) == ["die Armee"]
    assert voice.nested


def flat(text: str) -> Analysis:
    """An analysis without a model: a sentence a line, every word hangs on the one before."""
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        tokens = []
        for n, word in enumerate(re.finditer(r"\w+|[^\w\s]", line.group())):
            verb = word.group() == "sagte"
            span = Span(*word.span()).shifted(line.start())
            tokens.append(
                Token(n, span, word.group(), "sagen" if verb else word.group(),
                      "VERB" if verb else "NOUN", "VVFIN" if verb else "NN",
                      "Mood=Ind|VerbForm=Fin" if verb else "", n - 1, "conj" if n else "root", "O")
            )  # fmt: skip
        if tokens:
            sentences.append(Sentence(Span(*line.span()), tuple(tokens)))
    return Analysis(text, tuple(sentences))


@pytest.mark.parametrize(
    "piece",
    ["„", '"', "„Ja “ ", "Er sagte, ", "Er sagte: „Ja.“\n", "„Wir reden. ", "if (x == 'b'); }\n"],
    ids=["opening", "typewriter", "pairs", "cues", "quotes", "never closed", "code"],
)
def test_bad_input_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    text = piece * (20_000 // len(piece))
    reading = Reading(article(text), flat(text), KNOWLEDGE)
    find_statements(reading)
    assert time.perf_counter() - began < 5


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="ab Er sagte,.:„“\"'»«\nsei dass", max_size=120))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for statement in read(text).statements:
        for span in (*statement.quote, *statement.cue, *statement.frame, *statement.speaker_spans):
            assert 0 <= span.start < span.end <= len(text)
