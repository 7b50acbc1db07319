"""Ways in which reports tell what somebody demands, refuses, declares or has to do."""

import pytest

from lagebild.findings.commitments import find_commitments
from lagebild.findings.events import find_events
from lagebild.findings.finding import Commitment, Statement
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS = {"Frankreich": "state", "Ghana": "state", "Rebellen": "armed_group", "Minister": "person"}
BODIES = {"Landgericht": "government", "Bauernpartei": "party", "Mba": "person"}


def bound(text: str, quote: str = "", speaker: str = "Minister") -> tuple[Commitment, ...]:
    """Return the commitments of a text, a part of which somebody says."""
    reading = lay(text, "2026-03-02", **ACTORS, **BODIES)
    if quote:
        start = text.index(quote)
        told = Span(start, start + len(quote))
        reading.statements = (Statement("indirect", (told,), speaker=speaker, why="test"),)
    return find_commitments(reading)


def only(text: str, quote: str = "", speaker: str = "Minister") -> Commitment:
    found = bound(text, quote, speaker)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Mba erklärte, die Schulden im Mai tilgen zu wollen.", "promise",
         "die Schulden im Mai tilgen"),
        ("Mba gab bekannt, das Amt im Mai niederzulegen.", "promise",
         "das Amt im Mai niederzulegen"),
        ("Mba kündigte an, keine Zölle mehr zu senken.", "refusal", "keine Zölle mehr zu senken"),
        ("Mba versprach, keine Zölle mehr zu erheben.", "promise", "keine Zölle mehr zu erheben"),
        ("Mba kündigte eine Klage gegen den Haushalt an.", "threat",
         "eine Klage gegen den Haushalt"),
        ("Mba kündigte den Bau von drei Schulen an.", "promise", "den Bau von drei Schulen"),
        ("Mba stellte ein Ermittlungsverfahren in Aussicht.", "threat", "ein Ermittlungsverfahren"),
        ("Mba stellte neue Zuschüsse in Aussicht.", "offer", "neue Zuschüsse"),
        ("Die Rebellen wollen hart gegen Plünderer durchgreifen.", "threat",
         "hart gegen Plünderer durchgreifen"),
        ("Mba wollte sich auf keinen Kompromiss einlassen.", "refusal",
         "sich auf keinen Kompromiss einlassen"),
    ],
)  # fmt: skip
def test_what_is_declared_or_announced(text: str, kind: str, content: str) -> None:
    found = only(text)
    assert (found.kind, found.content.of(text)) == (kind, content)


@pytest.mark.parametrize(
    "text",
    [
        "Mba erklärte, den Vorfall nicht erklären zu können.",
        "Mba wollte dazu keine Auskunft geben.",
        "Mba sieht es als Aufgabe an, mit Ghana ein Abkommen zu schließen.",
        "Mba hätte die Rückgabe früher verlangen müssen.",
        "Der Frachter der Rebellen droht auseinanderzubrechen.",
        "Die Leute werden das im Mai nachvollziehen können.",
        "Mba räumt der Sicherheit hohe Priorität ein.",
        "Wäre Mba gewarnt worden, würden die Leute heute anders wählen.",
        "Mba schließt einen Anschlag als Ursache aus.",
    ],
)
def test_aims_chances_and_things_bind_nobody(text: str) -> None:
    assert not bound(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Frankreich erkennt die Wahl in Togo nicht an.", "die Wahl in Togo"),
        ("Weder Frankreich noch Ghana erkennt die Wahl an.", "die Wahl"),
        ("Mba ist nicht bereit, die Akten herauszugeben.", "die Akten herauszugeben"),
        ("Mba steht für dieses Amt nicht zur Verfügung.", "dieses Amt"),
        ("Die Bauernpartei schließt eine Koalition mit Togo aus.", "eine Koalition mit Togo"),
        ("Das Landgericht wies die Klage des Vereins ab.", "die Klage des Vereins"),
        ("Die Forderung nach neuen Zöllen lehnte Ghana ab.", "Die Forderung nach neuen Zöllen"),
        ("Den Umbau der Bahn wird Ghana nicht mittragen.",
         "Den Umbau der Bahn wird Ghana nicht mittragen"),
    ],
)  # fmt: skip
def test_refusals_in_the_negative(text: str, content: str) -> None:
    found = only(text)
    assert (found.kind, found.content.of(text)) == ("refusal", content)


@pytest.mark.parametrize(
    ("text", "party", "asked", "content"),
    [
        ("Nach dem Willen Frankreichs soll der Zoll gesenkt werden.", "Frankreich", (),
         "der Zoll gesenkt werden"),
        ("Frankreich erwartet, dass Ghana die Grenze öffnet.", "Frankreich", ("Ghana",),
         "Ghana die Grenze öffnet"),
        ("Mba legt Wert darauf, dass Ghana die Akten herausgibt.", "Mba", ("Ghana",),
         "Ghana die Akten herausgibt"),
        ("Mba sprach sich für eine neue Abgabe aus.", "Mba", (), "eine neue Abgabe"),
        ("Mba rief Ghana dazu auf, die Grenze zu öffnen.", "Mba", ("Ghana",),
         "die Grenze zu öffnen"),
        ("Die Rebellen stellten Ghana ein Ultimatum, die Stadt zu räumen.", "Rebellen", ("Ghana",),
         "die Stadt zu räumen"),
    ],
)  # fmt: skip
def test_demands(text: str, party: str, asked: tuple[str, ...], content: str) -> None:
    found = only(text)
    assert (found.kind, found.parties, found.counterparties) == ("demand", (party,), asked)
    assert found.content.of(text) == content


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        ("Ghana solle die Grenze öffnen", ("Ghana",)),
        ("Ghana sollte nicht kurzsichtig handeln", ("Ghana",)),
        ("Ghana dürfe die Grenze nicht schließen", ("Ghana",)),
    ],
)
def test_duties_in_somebodys_words_are_demands(quote: str, asked: tuple[str, ...]) -> None:
    found = only(f"{quote}, sagte der Minister.", quote)
    assert (found.kind, found.parties, found.counterparties) == ("demand", ("Minister",), asked)


@pytest.mark.parametrize(
    "quote",
    [
        "Ghana müsse die Grenze nicht öffnen",
        "Ghana müsse die Niederlage hinnehmen",
        "Ghana müsse sich fragen lassen, wer das bezahlt",
        "Die Leute in Ghana müssen auf vieles verzichten",
    ],
)
def test_fates_in_somebodys_words_are_no_demands(quote: str) -> None:
    assert not bound(f"{quote}, sagte der Minister.", quote)


def test_who_speaks_of_a_rival_does_not_promise_for_him() -> None:
    quote = "Mba will die Renten kürzen"
    text = f"{quote}, kritisierte der Minister."
    assert bound(text)
    reading = lay(text, "2026-03-02", **ACTORS, **BODIES)
    cue = Span(text.index("kritisierte"), text.index(" der Minister"))
    told = Statement("indirect", (Span(0, len(quote)),), speaker="Minister", cue=(cue,), why="test")
    reading.statements = (told,)
    assert not find_commitments(reading)


@pytest.mark.parametrize(
    ("text", "parties", "deadline"),
    [
        ("Bis zum 30. Mai muss die Bauernpartei Auskunft geben.", ("Bauernpartei",),
         "Bis zum 30. Mai"),
        ("Binnen 60 Tagen müssen Wahlen abgehalten werden.", (), "Binnen 60 Tagen"),
        ("Ghana muss im Mai einen Haushalt vorlegen, da der alte bis Juni ausläuft.", ("Ghana",),
         "im Mai"),
    ],
)  # fmt: skip
def test_duties_with_a_deadline(text: str, parties: tuple[str, ...], deadline: str) -> None:
    found = only(text)
    assert (found.kind, found.parties, found.deadline) == ("obligation", parties, deadline)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ghana hielt das Abkommen nicht ein.", "agreement", "broken"),
        ("Ghana brach sein Versprechen.", "promise", "broken"),
        ("Ghana zog sein Angebot an Frankreich zurück, Reis zu liefern.", "offer", "ended"),
        ("Die Bauernpartei verließ die Koalition.", "agreement", "ended"),
    ],
)
def test_what_becomes_of_a_commitment(text: str, kind: str, status: str) -> None:
    found = only(text)
    assert (found.kind, found.status) == (kind, status)


def test_both_sides_are_those_who_met_before() -> None:
    text = "Frankreich traf sich mit Ghana. Beide Seiten vereinbarten, die Grenze zu öffnen."
    (found,) = find_commitments(lay(text, "2026-03-02", **ACTORS))
    assert set(found.parties) == {"Frankreich", "Ghana"}


def test_nobody_named_in_an_agreement_are_those_who_met_before() -> None:
    text = "Frankreich traf sich mit Ghana. Man vereinbarte, die Grenze zu öffnen."
    reading = lay(text, "2026-03-02", **ACTORS)
    assert [c.kind for c in find_commitments(reading)] == []
    reading.events = find_events(reading)
    (found,) = find_commitments(reading)
    assert set(found.parties) == {"Frankreich", "Ghana"}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Ghana würde dem Vertrag zustimmen, wenn Frankreich die Zölle senkt.",
         "wenn Frankreich die Zölle senkt"),
        ("Ghana lehnte den Plan ab, bevor Frankreich die Zölle senkte.", None),
        ("Ghana lehnt den Plan ab, bevor Frankreich die Zölle senkt.",
         "bevor Frankreich die Zölle senkt"),
        ("Frankreich bot Ghana erst nach zwei Jahren Hilfe an.", None),
        ("Ghana lehnt einen Verkauf ab, eine Pacht ist abhängig von der Laufzeit.", None),
    ],
)  # fmt: skip
def test_conditions_of_the_same_clause(text: str, condition: str | None) -> None:
    found = bound(text)[0].condition
    assert (found.of(text) if found else None) == condition


def test_sollte_behind_a_clause_in_front_opens_no_condition() -> None:
    quote = "Wenn Mba es ernst meint, sollte Ghana die Grenze öffnen"
    found = only(f"{quote}, sagte der Minister.", quote)
    assert (found.kind, found.counterparties) == ("demand", ("Ghana",))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Mba versprach, Ghana den Kredit zu erlassen.", ("Ghana",)),
        ("Mba weigert sich, gegen die Rebellen vorzugehen.", ("Rebellen",)),
        ("Mba kündigte die Streichung der Zuschüsse an, sollte Ghana die Wahl absagen.", ()),
        ("Mba drohte mit einem Streik, sollte Ghana die Wahl absagen.", ("Ghana",)),
    ],
)
def test_whom_a_commitment_concerns(text: str, others: tuple[str, ...]) -> None:
    assert only(text).counterparties == others


def test_a_refusal_answers_who_asked() -> None:
    text = "Ghana forderte eine Entschuldigung. Mba lehnte das ab."
    demand, refusal = bound(text)
    assert (demand.kind, refusal.kind) == ("demand", "refusal")
    assert refusal.counterparties == ("Ghana",)


def test_who_agrees_with_somebody_is_bound_with_him() -> None:
    found = only("Frankreich einigte sich mit Ghana auf eine neue Grenze.")
    assert (found.parties, found.counterparties) == (("Frankreich", "Ghana"), ())


def test_beide_names_the_two_told_of_together() -> None:
    text = "Frankreich und Ghana schweigen. Beide Regierungen fordern eine Untersuchung."
    assert only(text).parties == ("Frankreich", "Ghana")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mba ist zu Gesprächen mit den Rebellen bereit, das Land braucht Ruhe.",
         "Gesprächen mit den Rebellen"),
        ("Mba bat Ghana, die Grenze zu öffnen, weil die Vorräte zu Ende gehen.",
         "die Grenze zu öffnen"),
        ("Der Vertrag, den Ghana mit den Rebellen unterzeichnet hat, ist lang.", "Der Vertrag"),
        ("Mba forderte Ghana auf, zu prüfen, wie die Steuer sinken kann.",
         "zu prüfen, wie die Steuer sinken kann"),
    ],
)  # fmt: skip
def test_content_is_cut_to_what_is_to_be_done(text: str, content: str) -> None:
    found = bound(text)[0]
    assert (found.content.of(text), found.condition) == (content, None)


def test_what_is_not_thought_of_is_refused_by_who_says_so() -> None:
    quote = "An eine Rückgabe sei nicht gedacht"
    found = only(f"{quote}, sagte der Minister.", quote)
    assert (found.kind, found.parties) == ("refusal", ("Minister",))
