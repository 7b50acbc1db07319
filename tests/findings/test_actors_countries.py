"""To which state groups, bodies and unnamed persons belong; the sentences are our own."""

import pytest

from tests.findings.test_actors import found

TEXT = "Polen wählt. In Polen regiert weiter die polnische Rechte, so Warschaus Presse. "
COUNTRIES = [
    ("Die Veranstalter zählten 900 Teilnehmer.", "group:pol:veranstalter", "POL"),
    ("Internationale Beobachter lobten den Ablauf.", "group:-:internationale-beobachter", None),
    ("Ein Experte widersprach.", "person:-:experte", None),
    ("Die Außenminister Ungarns und Rumäniens gratulierten.",
     "group:-:aussenminister-ungarns-und-rumaeniens", None),
    ("Örtliche Medien berichteten davon.", "media:pol:medien", "POL"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "key", "country"), COUNTRIES)
def test_the_state_of_a_group(sentence: str, key: str, country: str | None) -> None:
    actors, _ = found(TEXT + sentence, "2011-10-09")
    countries = [actor.country for name, actor in actors.items() if name.startswith(key)]
    assert countries == [country], sorted(actors)


def test_a_nationality_tells_whose_an_unknown_body_is() -> None:
    actors, _ = found("Das dänische Forum Testara und die Stiftung Musterhilfe gaben auf.")
    assert "DNK" in {a.country for a in actors.values() if a.kind == "organisation"}


def test_who_signs_with_an_address_is_no_actor() -> None:
    text = "Die Ruhe hält nicht, meint Ida Muster.\nPutin schwieg.\n\nida.muster@blatt.example"
    assert "person:ida-muster" not in found(text)[0]
    assert "person:ida-muster" in found(text.replace("ida.muster@", "redaktion@"))[0]


def test_an_expert_is_told_by_trade_and_then_by_institute() -> None:
    text = (
        "Der estnische Experte Juri Testsaar ist skeptisch. "
        "Das werde dauern, sagt der Leiter des Instituts für Musterfragen."
    )
    _, mentions = found(text)
    tied = {m.span.of(text): m.actor for m in mentions}
    assert tied["Leiter des Instituts"] == "person:juri-testsaar"


def test_undated_articles_tell_only_the_roles_of_the_text() -> None:
    actors, _ = found("Premier David Cameron empfing US-Präsident Barack Obama.", None)
    roles = actors["person:barack-obama"].roles
    assert [(r.title, r.since) for r in roles if r.since is None] == [("Präsident", None)]


@pytest.mark.parametrize(
    ("sentence", "key", "country"),
    [
        ("Die Bewohner von Homs flohen.", "group:syr:bewohner:a", "SYR"),
        ("Sicherheitskräfte in Minsk griffen ein.", "government:blr:sicherheitskraefte", "BLR"),
    ],
)
def test_the_town_behind_a_group_tells_its_state(sentence: str, key: str, country: str) -> None:
    assert found(TEXT + sentence, "2014-02-01")[0][key].country == country


def test_a_name_in_s_before_a_noun_is_no_owner() -> None:
    text = "Israel hat der Hamas drei Geiseln übergeben."
    assert "Hamas" in {m.span.of(text) for m in found(text)[1]}
