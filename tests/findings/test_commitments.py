"""What binds whom, on which condition, how long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.findings.commitments import find_commitments
from lagebild.findings.finding import Commitment, Statement
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS = {"Frankreich": "state", "Ghana": "state", "Rebellen": "armed_group", "Minister": "person"}


def bound(text: str, published: str | None = None) -> tuple[Commitment, ...]:
    return find_commitments(lay(text, published, **ACTORS))


def only(text: str, published: str | None = None) -> Commitment:
    found = bound(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "status", "content"),
    [
        (
            "Frankreich forderte Ghana auf, die Grenze zu öffnen.",
            "demand",
            "demanded",
            "die Grenze zu öffnen",
        ),
        ("Frankreich sagte Ghana neue Hilfe zu.", "promise", "promised", "neue Hilfe"),
        ("Frankreich bot Ghana neue Gespräche an.", "offer", "proposed", "neue Gespräche"),
        ("Frankreich lehnte den Plan ab.", "refusal", "refused", "den Plan"),
        (
            "Die Rebellen drohten, die Brücke zu sprengen.",
            "threat",
            "promised",
            "die Brücke zu sprengen",
        ),
        (
            "Der Minister verpflichtete sich, die Truppen abzuziehen.",
            "promise",
            "promised",
            "die Truppen abzuziehen",
        ),
    ],
)
def test_kind_status_and_content(text: str, kind: str, status: str, content: str) -> None:
    found = only(text)
    assert (found.kind, found.status, found.content.of(text)) == (kind, status, content)


def test_parties_and_counterparties() -> None:
    found = only("Frankreich forderte Ghana auf, die Grenze zu öffnen.")
    assert (found.parties, found.counterparties) == (("Frankreich",), ("Ghana",))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Frankreich bot Ghana Gespräche an, falls die Waffen schweigen.",
            "falls die Waffen schweigen",
        ),
        (
            "Frankreich drohte Ghana mit Sanktionen, sollte die Grenze geschlossen bleiben.",
            "sollte die Grenze geschlossen bleiben",
        ),
        (
            "Frankreich bot Ghana neue Hilfe an. Voraussetzung sei ein Ende der Kämpfe.",
            "ein Ende der Kämpfe",
        ),
    ],
)
def test_condition(text: str, condition: str) -> None:
    found = bound(text)[0]
    assert found.condition is not None
    assert found.condition.of(text) == condition


def test_a_condition_of_its_own_sentence_ends_where_its_speaker_is_named() -> None:
    text = "Frankreich bot Hilfe an. Voraussetzung sei ein Ende der Kämpfe, sagte der Minister."
    condition = bound(text)[0].condition
    assert condition is not None
    assert condition.of(text) == "ein Ende der Kämpfe"


def test_without_a_condition_there_is_none() -> None:
    assert only("Frankreich bot Ghana neue Gespräche an.").condition is None


def test_a_modal_verb_binds_its_subject() -> None:
    text = "Frankreich will im Herbst Hilfsgüter schicken."
    found = only(text)
    assert (found.kind, found.parties) == ("promise", ("Frankreich",))


def test_deadline_as_written() -> None:
    text = "Frankreich forderte Ghana auf, die Grenze bis Freitag zu öffnen."
    assert only(text, published="2015-03-05").deadline == "bis Freitag"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in find_commitments(lay(text)):
        assert 0 <= found.content.start < found.content.end <= len(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Frankreich kündigte an, Ghana anzugreifen.", "threat"),
        ("Frankreich kündigte an, Ghana zu unterstützen.", "promise"),
        ("Frankreich wird Ghana nicht angreifen.", "promise"),
        ("Frankreich will Ghana nicht helfen.", "refusal"),
    ],
)
def test_the_act_tells_what_announcing_it_is(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_to_plan_a_meeting_binds_nobody() -> None:
    assert not bound("Frankreich will sich mit Ghana treffen.")


def test_man_in_reported_words_is_the_side_of_the_speaker() -> None:
    quote = "Man werde die Grenze öffnen,"
    reading = lay(f"{quote} sagte der Minister.", **ACTORS)
    reading.statements = (
        Statement("indirect", (Span(0, len(quote) - 1),), speaker="Minister", why="test"),
    )
    assert [(c.kind, c.parties) for c in find_commitments(reading)] == [("promise", ("Minister",))]


CONDITIONS = [
    (
        "Frankreich schloss Gespräche aus, bis die Rebellen die Stadt verlassen haben.",
        "bis die Rebellen die Stadt verlassen haben",
    ),
    (
        "Frankreich knüpfte seine Zustimmung an die Bedingung, dass Ghana die Wahl wiederholt.",
        "an die Bedingung, dass Ghana die Wahl wiederholt",
    ),

    ("Frankreich will die Grenze öffnen, sofern Ghana die Zölle senkt.",
     "sofern Ghana die Zölle senkt"),
    ("Sobald Ghana die Zölle senkt, will Frankreich die Grenze öffnen.",
     "Sobald Ghana die Zölle senkt"),
    ("Senkt Ghana die Zölle, will Frankreich die Grenze öffnen.", "Senkt Ghana die Zölle"),
    ("Hält die Ruhe an und kommt Hilfe in die Stadt, will Frankreich die Grenze öffnen.",
     "Hält die Ruhe an und kommt Hilfe in die Stadt"),
    ("Frankreich sagte Ghana Hilfe zu, vorausgesetzt, die Kämpfe enden bis Mai.",
     "vorausgesetzt, die Kämpfe enden bis Mai"),
    ("Die Rebellen lehnten Gespräche ab, es sei denn, die Truppen ziehen ab.",
     "es sei denn, die Truppen ziehen ab"),
    ("Frankreich sagte Ghana Hilfe für den Fall zu, dass die Ernte ausbleibt.",
     "dass die Ernte ausbleibt"),
    ("Der Minister stimmte dem Plan unter der Bedingung zu, dass er geheim bleibt.",
     "dass er geheim bleibt"),
    ("Frankreich bot Ghana im Gegenzug für die Freilassung der Geiseln 40 Lastwagen an.",
     "im Gegenzug für die Freilassung der Geiseln"),
    ("Ohne einen Abzug der Truppen werde Frankreich die Grenze nicht öffnen, sagte der Minister.",
     "Ohne einen Abzug der Truppen"),
    ("Bei einem Scheitern der Gespräche will Frankreich Soldaten schicken.",
     "Bei einem Scheitern der Gespräche"),
    ("Frankreich bot Hilfe an, allerdings nur nach einem Ende der Kämpfe.",
     "nur nach einem Ende der Kämpfe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_conditions_of_many_forms(text: str, condition: str) -> None:
    found = bound(text)[0]
    assert found.condition is not None
    assert found.condition.of(text) == condition
    assert not found.condition.overlaps(found.content)


@pytest.mark.parametrize(
    "text",
    [
        # A place or an occasion, a question, and what goes without are no conditions.
        "Frankreich bot Ghana bei einem Treffen in Wien Hilfe an.",
        "Will Frankreich die Grenze öffnen, fragt der Minister?",
        "Frankreich versprach Ghana Hilfe ohne lange Anträge.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    assert all(found.condition is None for found in bound(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Im Herbst will Frankreich nach langem Streit Hilfsgüter schicken.",
         "nach langem Streit Hilfsgüter schicken"),
        ("Frankreich will die Grenze öffnen, Ghana wird die Zölle senken.", "die Grenze öffnen"),
        ("Frankreich sagte zu, dass es die Grenze am Fluss öffnen werde.",
         "es die Grenze am Fluss öffnen werde"),
    ],
)  # fmt: skip
def test_content_is_what_is_to_be_done(text: str, content: str) -> None:
    assert bound(text)[0].content.of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        # Assurances of what is so, forecasts, what is told by the way, acts within a condition.
        "Der Minister versicherte, die Lage sei ruhig.",
        "Darauf wird sich Ghana kaum einlassen.",
        "Frankreich, das sich bald wundern wird, schweigt.",
        "Ghana wird die Wahl gewinnen.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert not bound(text)


def test_an_act_within_a_condition_is_no_commitment_of_its_own() -> None:
    found = only("Frankreich öffnet die Grenze nicht und bietet Hilfe an, wenn Ghana es verlangt.")
    assert found.kind == "offer"


def test_who_will_agree_has_promised_to() -> None:
    found = only("Frankreich will dem Plan zustimmen.")
    assert (found.kind, found.status) == ("promise", "promised")


def test_to_refuse_talks_binds_though_to_plan_them_does_not() -> None:
    assert only("Frankreich will mit Ghana nicht verhandeln.").kind == "refusal"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Die Rebellen verlangten, dass Ghana die Grenze öffnet.", ("Ghana",)),
        ("Die Rebellen forderten den Rücktritt des Ministers.", ("Minister",)),
        ("Die Rebellen forderten die Freilassung des Ministers.", ()),
    ],
)
def test_whom_a_demand_asks(text: str, asked: tuple[str, ...]) -> None:
    assert only(text).counterparties == asked


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Vier Tage nach dem Unglück sagte Frankreich Hilfe zu.", None),
        ("Nach monatelangen Verhandlungen sagte Frankreich Hilfe zu.", None),
        ("Frankreich sagte Ghana Hilfe für zwei Jahre zu.", "zwei Jahre"),
        ("Die Rebellen boten eine 48-stündige Feuerpause an.", "48-stündige"),
    ],
)
def test_duration_is_how_long_not_when(text: str, duration: str | None) -> None:
    assert bound(text, published="2015-03-05")[0].duration == duration


def test_before_a_day_to_come_is_a_deadline() -> None:
    text = "Frankreich will die Grenze noch vor dem 1. Mai öffnen."
    assert only(text, published="2015-03-05").deadline == "noch vor dem 1. Mai"


def test_a_headline_that_the_text_tells_again_is_no_commitment_of_its_own() -> None:
    text = "Frankreich lehnt Beitritt ab\n\nFrankreich hat den Beitritt am Montag abgelehnt."
    assert only(text).sentence.start > 0


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Nach der Wahl muss Ghana einen Haushalt vorlegen.", "einen Haushalt vorlegen"),
        ("Ghana darf keine Waffen mehr ausführen.", "keine Waffen mehr ausführen"),
    ],
)
def test_what_the_report_says_somebody_must_do_is_an_obligation(text: str, content: str) -> None:
    found = only(text)
    assert (found.kind, found.status) == ("obligation", "in_force")
    assert (found.parties, found.content.of(text)) == (("Ghana",), content)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana muss mit einer Niederlage rechnen.",
        "Ghana muss keinen Haushalt vorlegen.",
        "Ghana musste die Stadt räumen.",
        "Die Leute in Ghana müssen Wasser kaufen.",
        "Frankreich kann Stimmen von Ghana erwarten.",
        "Der von Frankreich erwartete Aufstand blieb aus.",
        "Der Minister hofft, dass Ghana die Grenze öffnen wird.",
        "Der Haushalt Ghanas wird im Mai steigen.",
        "Was Ghana im Mai liefern will, steht nicht fest.",
        "Ghana hätte die Grenze öffnen müssen.",
        "Frankreich rief zu einer Demonstration auf.",
    ],
)
def test_fates_hopes_and_calls_to_march_bind_nobody(text: str) -> None:
    assert not bound(text)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Frankreich stimmte dem Vertrag nicht zu.", "refusal", "refused"),
        ("Frankreich hat den Vertrag bisher nicht unterzeichnet.", "refusal", "refused"),
        ("Frankreich kündigte an, auf neue Zölle zu verzichten.", "promise", "promised"),
        ("Frankreich kündigte die Koalition mit Ghana auf.", "agreement", "ended"),
        ("Andernfalls werde Frankreich die Hilfe kürzen.", "threat", "promised"),
    ],
)
def test_what_negated_planned_and_broken_cues_make(text: str, kind: str, status: str) -> None:
    found = only(text)
    assert (found.kind, found.status) == (kind, status)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Frankreich lehnte neue Zölle gegen Togo ab.", "neue Zölle gegen Togo"),
        ("Die von Ghana geforderte Öffnung der Grenze blieb aus.", "Öffnung der Grenze"),
        (
            "Frankreich besteht auf einem Recht auf sofortigen Ausgleich.",
            "einem Recht auf sofortigen Ausgleich",
        ),
        ("Die Grenze werde geöffnet, versprach der Minister.", "Die Grenze werde geöffnet"),
    ],
)
def test_content_takes_what_belongs_to_its_noun(text: str, content: str) -> None:
    assert only(text).content.of(text) == content


def test_a_day_to_come_on_which_it_is_to_happen_is_the_deadline() -> None:
    text = "Frankreich will im Mai neue Flugzeuge liefern."
    assert only(text, published="2026-03-02").deadline == "im Mai"


def test_a_condition_of_something_else_is_none() -> None:
    text = "Frankreich bot Ghana Hilfe an. Voraussetzung für eine Waffenruhe sei der Abzug."
    assert bound(text)[0].condition is None
    text = "Frankreich bot eine Waffenruhe an. Voraussetzung für die Waffenruhe sei der Abzug."
    assert (bound(text)[0].condition or Span(0, 0)).of(text) == "der Abzug"


def test_nobody_promises_anything_to_his_own_troops() -> None:
    text = "Ghana wird seine Rebellen entwaffnen."
    assert bound(text)[0].counterparties == ()
