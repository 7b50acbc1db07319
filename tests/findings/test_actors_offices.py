"""Offices of parties, Länder, bodies and envoys, and regions; the sentences are our own."""

import pytest

from tests.findings.test_actors import found, keys

HOLDERS = [
    ("Der OSZE-Vorsitzende mahnte beide Seiten.", "2015-06-01", "person:ivica-dacic"),
    ("Die Chefanklägerin des Internationalen Strafgerichtshofs ermittelt.", "2013-01-01",
     "person:fatou-bensouda"),
    ("Der UN-Sondergesandte für Afghanistan trat zurück.", "2005-03-01", "person:jean-arnault"),
    ("Die SPD-Chefin lehnte den Plan ab.", "2021-03-01", "person:saskia-esken"),
    ("Der bayerische Ministerpräsident reiste nach Moskau.", "2016-02-02",
     "person:horst-seehofer"),
    ("Bayerns Ministerpräsident widersprach.", "2019-02-02", "person:markus-soeder"),
    ("Die NRW-Ministerpräsidentin widersprach.", "2016-02-02", "person:hannelore-kraft"),
    ("Der EU-Erweiterungskommissar reiste ab.", "2012-05-05", "person:stefan-fuele"),
    ("Der Taliban-Chef stimmte zu.", "2020-02-02", "person:haibatullah-achundsada"),
    ("Der BKA-Präsident warnte.", "2016-02-02", "person:holger-muench"),
    ("Der Präsident des Bundesamts für Verfassungsschutz verteidigte sich.", "2018-08-20",
     "person:hans-georg-maassen"),
    ("Niederösterreichs Landeshauptmann Pröll feierte.", "2009-04-04", "person:erwin-proell"),
    ("Wien schwieg. In Österreich lehnte der Bundeskanzler den Plan ab.", "2010-05-05",
     "person:werner-faymann"),
]  # fmt: skip

REGIONS = [
    ("Die sächsische Landesregierung schwieg.", "sächsische Landesregierung", "org:sachsen"),
    ("Die katalanische Regierung trat zurück.", "katalanische Regierung", "org:katalonien"),
    ("Niedersachsen lehnte den Plan ab.", "Niedersachsen", "org:niedersachsen"),
    ("Die Sozialistische Partei Portugals siegte.", "Sozialistische Partei Portugals",
     "party:prt:sozialistische-partei"),
]  # fmt: skip

NOBODY = [
    ("In Hessen regnete es den ganzen Tag.", "Hessen"),
    ("Bombentrichter säumten den Westen Aleppos.", "Bombentrichter"),
    ("Bombentrichter säumten den Westen Aleppos.", "Westen"),
]


@pytest.mark.parametrize(("text", "published", "actor"), HOLDERS)
def test_offices_beside_those_of_states(text: str, published: str, actor: str) -> None:
    assert actor in keys(text, published).values()


@pytest.mark.parametrize(("text", "words", "actor"), REGIONS)
def test_regions_with_a_government(text: str, words: str, actor: str) -> None:
    assert keys(text).get(words) == actor


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_places_and_things_are_nobody(text: str, words: str) -> None:
    assert words not in keys(text)


def test_two_chairs_are_told_apart_by_gender_or_stay_open() -> None:
    assert "person:ricarda-lang" in keys("Die Grünen-Vorsitzende sprach.", "2022-03-05").values()
    both = keys("Die Vorsitzende der Linkspartei sprach.", "2021-06-01")
    assert "office:linke.chair" in both.values()


def test_a_minister_of_a_land_is_not_the_federal_one() -> None:
    told = keys("Der hessische Innenminister widersprach.", "2016-02-02")
    assert told["hessische Innenminister"] == "person:org:hessen:innenminister"


def test_germany_has_no_prime_minister() -> None:
    told = keys("Der Ministerpräsident eröffnete die Messe. Deutschland zahlt.", "2011-11-11")
    assert "person:angela-merkel" not in told.values()


def test_a_name_tagged_together_with_a_noun_is_the_name() -> None:
    told = keys("Gaddafis Sturz hatte Folgen für Libyen.", "2012-05-05")
    assert told["Gaddafis"] == "person:muammar-al-gaddafi"


def test_a_group_led_by_somebody_is_called_without_the_participle() -> None:
    actors, _ = found("Die von den USA geführte Koalition griff an.", "2015-11-27")
    assert "Koalition" in {actor.name for actor in actors.values()}


def test_a_state_is_found_by_its_capital_and_seat() -> None:
    actors, _ = found("Moskau lehnte den Vorschlag ab.")
    assert {"Moskau", "Kreml"} <= set(actors["state:RUS"].aliases)


PARLIAMENTS = [
    ("Der Präsident des iranischen Parlaments widersprach.", "2016-05-05",
     "person:ali-laridschani"),
    ("Der Vorsitzende der SPD-Fraktion sprach.", "2015-05-05", "person:thomas-oppermann"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "actor"), PARLIAMENTS)
def test_the_noun_behind_a_title_says_which_office(text: str, published: str, actor: str) -> None:
    assert actor in keys(text, published).values()


def test_who_leads_a_group_in_a_town_does_not_lead_the_party() -> None:
    told = keys("Der Vorsitzende der SPD-Fraktion im Stadtrat sprach.", "2015-05-05")
    assert not {"person:sigmar-gabriel", "person:thomas-oppermann"} & set(told.values())


def test_the_last_word_of_a_place_is_no_state() -> None:
    assert "state:ISL" not in keys("Der Sturm überquerte Fraser Island.").values()


def test_an_abbreviation_explained_in_the_article_counts_in_compounds() -> None:
    text = "Die Partei Thai Rak Thai (TRT) trat an. Die TRT-Abgeordneten klagten in Bangkok."
    actors, _ = found(text, "2007-08-13")
    assert not any(key.startswith("group:org:trt") for key in actors)


def test_a_first_part_that_is_somebodys_surname_is_a_word() -> None:
    actors, _ = found("Russland ist der Hauptverbündete Syriens.", "2016-12-24")
    assert not any("herbert-haupt" in key for key in actors)


def test_a_head_of_state_is_not_the_head_of_a_body_named_before() -> None:
    text = (
        "Togo trauert. Der Kommissionspräsident der Afrikanischen Union, Alpha Oumar Konaré, "
        "kondolierte. Der Präsident war in Togo beliebt."
    )
    assert keys(text, "2005-02-06")["Präsident"] != "person:alpha-oumar-konare"


def test_a_bare_minister_is_the_one_named_before() -> None:
    text = (
        "Der ukrainische Außenminister Pawlo Klimkin traf in Berlin seinen Kollegen. "
        "Der Minister lobte die Gespräche."
    )
    assert keys(text)["Minister"] == "person:pawlo-klimkin"


def test_a_former_holder_of_long_ago_is_known() -> None:
    text = "Helmut Schmidt ist tot. Viele würdigten die Leistung des Altkanzlers."
    assert keys(text, "2015-11-10")["Altkanzlers"] == "person:helmut-schmidt"
