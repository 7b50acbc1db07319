"""What binds somebody, apart from what only sounds like it, and of which kind it is."""

import pytest

from lagebild.findings.commitments import find_commitments
from lagebild.findings.finding import Commitment, Statement
from lagebild.spans import Span
from tests.findings.events_desk import lay

ACTORS = {
    "Ghana": "state", "Togo": "state", "Rebellen": "armed_group", "Mba": "person",
    "Außenminister": "person", "Verfassungsgericht": "government", "Bauernpartei": "party",
    "Kaffeewerke": "company", "Hirten": "group", "Polizei": "government",
}  # fmt: skip


def bound(
    text: str, quote: str = "", speaker: str = "Mba", cue: str = ""
) -> tuple[Commitment, ...]:
    """Return the commitments of a text, a part of which somebody says with a cue."""
    reading = lay(text, "2026-03-02", **ACTORS)
    if quote:
        spans = tuple(Span(text.index(w), text.index(w) + len(w)) for w in (quote, cue) if w)
        told = Statement("indirect", spans[:1], cue=spans[1:], speaker=speaker, why="test")
        reading.statements = (told,)
    return find_commitments(reading)


def only(text: str, quote: str = "", speaker: str = "Mba", cue: str = "") -> Commitment:
    found = bound(text, quote, speaker, cue)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Die Rebellen haben Mba mit einem Messer bedroht.",
        "Die Polizei hat die Zufahrt zum Hafen blockiert.",
        "Die Polizei schließt einen Defekt der Bremsen aus.",
        "Mba verwarf im letzten Satz einen Aufschlag.",
        "Eine neue Lok stand in Togo nicht zur Verfügung.",
        "Die Kaffeewerke bieten die Sorte in drei Größen an.",
        "Die Hirten werden wieder zur Kasse gebeten.",
        "Mba hat die Brücke bauen wollen.",
        "Strittig ist, ob Togo dem Gesetz zustimmen muss.",
        "Ob das Geld reicht, muss nun die Polizei klären.",
        "Im Herbst werden die Hirten in ihre Dörfer zurückkehren.",
        "Die guten Zahlen werden Mba freuen.",
        "Mba wird die Wahl nicht überstehen.",
        "Die Rebellen sollen geplant haben, den Hafen zu sperren.",
        "Es besteht kein Zweifel, dass Togo seinen Zusagen nachkommen wird.",
        "Mba wird sich vor dem Rat verantworten müssen.",
        "Viele finden, dass die Bauernpartei mehr zahlen muss.",
        "So sollen die Rebellen die Waffen abgeben müssen.",
        "In der Umfrage lehnen 60 Prozent der Hirten die Steuer ab.",
        "Jeder zweite Hirte will auf Fleisch verzichten.",
        "Mba wird in Togo ein Orden verliehen.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert not bound(text)


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Mba will bis zum Herbst im Amt bleiben.", "promise", "bis zum Herbst im Amt bleiben"),
        ("Mba wird nicht mehr für das Amt kandidieren.", "promise",
         "nicht mehr für das Amt kandidieren"),
        ("Die Bauernpartei will vor das höchste Gericht ziehen.", "threat",
         "vor das höchste Gericht ziehen"),
        ("Ghana will den Handel mit Elfenbein unter Strafe stellen.", "promise",
         "den Handel mit Elfenbein unter Strafe stellen"),
        ("Ablehnung kam von der Bauernpartei.", "refusal", "Ablehnung"),
        ("Aus Togo kommen Rufe nach einer Untersuchung.", "demand", "einer Untersuchung"),
        ("Mba steht bereit, sich mit den Rebellen zu treffen.", "offer",
         "sich mit den Rebellen zu treffen"),
        ("Ghana signalisiert, dass es die Kosten übernehmen kann.", "offer",
         "es die Kosten übernehmen kann"),
        ("Ghana hat ein Moratorium für den Holzeinschlag beschlossen.", "agreement",
         "ein Moratorium für den Holzeinschlag"),
        ("Mba wandte sich an die Rebellen mit der Bitte, das Tal zu räumen.", "demand",
         "das Tal zu räumen"),
        ("Der Gerichtshof in Togo hatte entschieden, dass Ghana die Bauern entschädigen müsse.",
         "obligation", "die Bauern entschädigen"),
        ("Ghana will Gewalt nur als letztes Mittel einsetzen.", "promise",
         "Gewalt nur als letztes Mittel einsetzen"),
        ("Die Lohnforderung der Hirten lautet auf ein freies Wochenende.", "demand",
         "ein freies Wochenende"),
        ("Die Kaffeewerke haben eine Anhebung der Löhne angeboten.", "offer",
         "eine Anhebung der Löhne"),
        ("Mba regte die Einberufung einer Konferenz an.", "demand",
         "die Einberufung einer Konferenz"),
        ("Mba will die Akten öffnen und den Hirten einen Tausch vorschlagen.", "promise",
         "die Akten öffnen und den Hirten einen Tausch vorschlagen"),
        ("Innerhalb von 40 Tagen müssen Neuwahlen stattfinden.", "obligation",
         "Neuwahlen stattfinden"),
        ("Ghana will nicht die Steuer, sondern den Zoll senken.", "promise",
         "nicht die Steuer, sondern den Zoll senken"),
        ("Bis Ende Mai muss ein neuer Rat gewählt werden.", "obligation",
         "ein neuer Rat gewählt werden"),
        ("Das Verfassungsgericht ordnete an, dass Ghana die Listen löscht.", "obligation",
         "Ghana die Listen löscht"),
    ],
)  # fmt: skip
def test_of_which_kind_it_is(text: str, kind: str, content: str) -> None:
    found = only(text)
    assert (found.kind, found.content.of(text)) == (kind, content)


def test_both_who_met_demand_it() -> None:
    text = "Ghana und Togo verhandeln wieder. Beide forderten ein Ende der Blockade."
    assert only(text).parties == ("Ghana", "Togo")


def test_a_ruling_binds_whom_it_names() -> None:
    quote = "dass Ghana die Listen offenlegen müsse"
    found = only(
        f"Das Verfassungsgericht entschied, {quote}.", quote, "Verfassungsgericht", "entschied"
    )
    assert (found.kind, found.parties, found.counterparties) == ("obligation", ("Ghana",), ())


@pytest.mark.parametrize(
    ("quote", "cue"),
    [
        ("Die Brücke werde wieder geöffnet", "verkündete"),
        ("Die Brücke werde wieder geöffnet", "sicherte"),
        ("Eine weitere Schule soll in Togo gebaut werden", "kündigte"),
        ("Eine weitere Schule soll in Togo folgen", "kündigte"),
        ("Ein Entwurf werde am 20. März vorgelegt", "sagte"),
    ],
)
def test_who_assures_what_will_be_done_is_bound(quote: str, cue: str) -> None:
    found = bound(f"{quote}, {cue} er.", quote, "Ghana", cue)
    assert [c.parties for c in found] == ([("Ghana",)] if cue != "verkündete" else [])


def test_what_is_being_done_binds_nobody() -> None:
    quote = "Die Brücke werde streng bewacht"
    assert not bound(f"{quote}, sagte Mba.", quote, "Ghana", "sagte")


def test_nobody_promises_himself_anything() -> None:
    quote = "Wir werden uns an keinem Feldzug beteiligen"
    assert only(f"{quote}, sagte Mba.", quote, "Ghana").counterparties == ()


def test_a_demand_is_told_by_its_refusal() -> None:
    text = "Togo wies die Forderung der Bauernpartei nach Neuwahlen zurück."
    refusal, demand = bound(text)
    assert (refusal.kind, refusal.counterparties) == ("refusal", ("Bauernpartei",))
    assert (demand.kind, demand.parties) == ("demand", ("Bauernpartei",))


def test_a_dative_at_the_head_of_a_passive_is_to_whom_it_is_offered() -> None:
    text = "Der Bauernpartei war ein Ministeramt angeboten worden."
    found = only(text)
    assert (found.kind, found.parties, found.counterparties) == ("offer", (), ("Bauernpartei",))
    assert found.content.of(text) == "ein Ministeramt"


@pytest.mark.parametrize(
    ("text", "parties", "counterparties"),
    [
        ("Togo, mit Ghana an der Spitze, ist zum Kampf bereit.", ("Togo",), ()),
        ("Togo ist zu einer Konferenz über die Weiden in Ghana bereit.", ("Togo",), ()),
        ("Mba erklärte die Bereitschaft Ghanas, mit Togo zu verhandeln.", ("Ghana",), ("Togo",)),
        ("Mba will die Schulen in Togo fördern.", ("Mba",), ()),
        ("Nach dem Willen der Bauernpartei soll am Montag die Ernte beginnen.",
         ("Bauernpartei",), ()),
        ("Togo ist zu Gesprächen mit Ghana bereit.", ("Togo",), ("Ghana",)),
        ("Die Hirten kündigten Streiks gegen die Kaffeewerke an.", ("Hirten",), ("Kaffeewerke",)),
        ("Mba kündigte an, sein Gesuch dem Verfassungsgericht zukommen zu lassen.", ("Mba",),
         ("Verfassungsgericht",)),
        ("Mba plädiert für eine Erweiterung der Rechte der Polizei.", ("Mba",), ()),
        ("Mba warb um die Unterstützung der Bauernpartei.", ("Mba",), ("Bauernpartei",)),
        ("Ghana hingegen will zwar nicht um jeden Preis Mba, wohl aber die Bauernpartei als solche "
         "im Rat halten.", ("Ghana",), ("Bauernpartei", "Mba")),
    ],
)  # fmt: skip
def test_who_is_bound_to_whom(
    text: str, parties: tuple[str, ...], counterparties: tuple[str, ...]
) -> None:
    found = only(text)
    assert (found.parties, found.counterparties) == (parties, counterparties)


def test_a_threat_is_meant_for_whom_the_same_sentence_asks() -> None:
    quote = "andernfalls würden sie die Straße sperren"
    text = f"Die Hirten forderten die Polizei auf, das Tor zu öffnen, {quote}."
    found = {c.kind: c for c in bound(text, quote, "Hirten")}
    assert found["demand"].counterparties == ("Polizei",)


def test_a_motion_whose_content_is_not_told_is_none() -> None:
    assert not [
        c for c in bound("Mba stellte den Antrag, viele stimmten zu.") if c.kind == "demand"
    ]


def test_what_a_thing_is_for_is_no_demand() -> None:
    quote = "Mit der Steuer solle der Haushalt entlastet werden"
    assert not bound(f"{quote}, sagte Mba.", quote, "Ghana", "sagte")


def test_who_will_not_let_it_be_done_refuses() -> None:
    quote = "Ghana wolle mit Togo zusammenarbeiten, werde sich aber nicht unter Druck setzen lassen"
    text = f"{quote}, betonte Mba."
    promise, refusal = bound(text, quote, "Ghana", "betonte")
    assert (promise.kind, promise.content.of(text)) == ("promise", "mit Togo zusammenarbeiten")
    assert refusal.kind == "refusal"
    assert refusal.content.of(text) == "sich aber nicht unter Druck setzen lassen"


def test_at_once_may_be_an_adjective() -> None:
    assert only("Mba verlangte einen umgehenden Abzug der Rebellen.").deadline == "umgehenden"


def test_what_there_must_be_asks_nobody() -> None:
    quote = "Togo müsse dem Plan zustimmen, und es müsse mehr Lehrer geben"
    found = bound(f"{quote}, sagte Mba.", quote, "Mba", "sagte")
    assert [c.counterparties for c in found] == [("Togo",)]


def test_a_refusal_answers_who_asked_for_the_same_thing() -> None:
    far = "Mba forderte einen Zoll auf Kaffee. " + "Der Regen hielt an. " * 12
    far += "Togo lehnte {} ab."
    same = bound(far.format("den Zoll auf Kaffee"))
    other = bound(far.format("eine Messe für Vieh"))
    assert [c.counterparties for c in same] == [(), ("Mba",)]
    assert [c.counterparties for c in other] == [(), ()]
