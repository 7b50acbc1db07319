"""Every form of a mention over many countries; the sentences are our own."""

import pytest

from tests.findings.test_actors import found, keys

TITLES = [
    ("Der Schweizer Bundespräsident empfing den Gast.", "2014-05-05", "person:didier-burkhalter"),
    ("Belgiens König empfing die Botschafter.", "2015-11-26", "person:philippe"),
    ("Die norwegische Außenministerin reiste ab.", "2018-05-05", "person:ine-eriksen-soreide"),
    ("Der japanische Regierungschef sagte ab.", "2015-11-26", "person:shinzo-abe"),
    ("Die Polizei schützte den saudischen Kronprinzen.", "2018-11-01",
     "person:mohammed-bin-salman"),
    ("Seoul warnte den nordkoreanischen Machthaber.", "2015-11-26", "person:kim-jong-un"),
    ("Der Taoiseach lehnte ab.", "2015-11-26", "person:enda-kenny"),
    ("Der polnische Verteidigungsminister stimmte zu.", "2012-03-01", "person:tomasz-siemoniak"),
    ("Indiens Außenministerin sprach in New York.", "2016-09-26", "person:sushma-swaraj"),
    ("Der UN-Sondergesandte für Syrien warb für eine Feuerpause.", "2015-11-26",
     "person:staffan-de-mistura"),
    ("Der UN-Sondergesandte für Syrien warb für eine Feuerpause.", "2013-01-10",
     "person:lakhdar-brahimi"),
    ("Die EU-Außenbeauftragte mahnte.", "2012-05-05", "person:catherine-ashton"),
    ("Der EU-Parlamentspräsident widersprach.", "2013-05-05", "person:martin-schulz"),
    ("Der Nato-Generalsekretär kündigte Hilfe an.", "2003-02-02", "person:george-robertson"),
]  # fmt: skip

ACTORS = [
    ("Assads Armee rückte vor.", "Assads", "person:baschar-al-assad"),
    ("Die Maduro-Regierung protestierte.", "Maduro-Regierung", "state:VEN"),
    ("Der Élysée-Palast schwieg.", "Élysée-Palast", "state:FRA"),
    ("Downing Street wies die Vorwürfe zurück.", "Downing Street", "state:GBR"),
    ("Das Blaue Haus in Seoul teilte das mit.", "Blaue Haus", "state:KOR"),
    ("Die israelische Luftwaffe griff an.", "israelische Luftwaffe", "org:idf"),
    ("Kämpfer der Boko Haram flohen.", "Kämpfer der Boko Haram", "org:boko-haram"),
    ("Aktivisten der CHP demonstrierten.", "Aktivisten der CHP", "org:chp"),
    ("Die kolumbianische Farc-Guerilla stimmte zu.", "Farc-Guerilla", "org:farc"),
    ("Der ukrainische Staat zahlt.", "ukrainische Staat", "state:UKR"),
    ("Die venezolanische Opposition boykottierte die Wahl.", "venezolanische Opposition",
     "group:ven:opposition"),
]  # fmt: skip


COLLEAGUES = [
    ("Sergej Lawrow rief seinen amerikanischen Kollegen an.", "2015-11-20", "person:john-kerry"),
    ("Ursula von der Leyen empfing ihren türkischen Amtskollegen.", "2017-05-20",
     "person:fikri-isik"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "actor"), TITLES + COLLEAGUES)
def test_titles_are_held_on_the_day_of_the_article(text: str, published: str, actor: str) -> None:
    assert actor in keys(text, published).values()


@pytest.mark.parametrize(("text", "words", "actor"), ACTORS)
def test_actors_of_many_forms(text: str, words: str, actor: str) -> None:
    assert keys(text).get(words) == actor


@pytest.mark.parametrize(
    "text",
    [
        "Die „Charles de Gaulle“ lief aus.",
        "Der Flugzeugträger Charles de Gaulle lief aus.",
        "Am Flughafen Charles de Gaulle warteten Tausende.",
    ],
)
def test_a_ship_or_an_airport_is_no_person(text: str) -> None:
    assert not [key for key in found(text)[0] if key.startswith("person:")]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Alexis Tsipras kam an. Der Grieche lächelte.", "Grieche", "person:alexis-tsipras"),
        ("Karl Musterfeld klagt. Der Unternehmer will Geld.", "Unternehmer",
         "person:karl-musterfeld"),
        ("Karl Musterfeld wurde verhaftet. Der 63-Jährige schwieg.", "63-Jährige",
         "person:karl-musterfeld"),
        ("Der frühere Bundeskanzler Gerhard Schröder kam. Der Altkanzler schwieg.", "Altkanzler",
         "person:gerhard-schroeder"),
        ("Der IS bekannte sich dazu. Die Terrormiliz drohte mehr an.", "Terrormiliz", "org:is"),
        ("Das Bundesverfassungsgericht tagte. Das Gericht wies die Klage ab.", "Gericht",
         "org:bverfg"),
        ("Anna Muster-Okonski sprach. Muster-Okonsky sagte nichts Neues.", "Muster-Okonsky",
         "person:anna-muster-okonski"),
    ],
)  # fmt: skip
def test_nouns_take_up_who_was_named_before(text: str, words: str, actor: str) -> None:
    assert keys(text).get(words) == actor


def test_the_head_of_something_is_not_the_head_of_state() -> None:
    for text in (
        "Der Präsident des Verbandes traf in Kiew die Ukraine.",
        "Der Präsident des Parlaments der Ukraine widersprach.",
    ):
        assert "person:petro-poroschenko" not in keys(text).values()


def test_the_post_of_somebody_is_nobody() -> None:
    text = "Ida Beispiel sprach. Sie strebt das Amt der Vorsitzenden an."
    assert "Vorsitzenden" not in keys(text)


def test_the_country_follows_whom_a_person_acts_for() -> None:
    text = "Kabul ist ruhig. Afghanistan wählt. Udo Muster von der SPD war in Afghanistan."
    assert found(text)[0]["person:udo-muster"].country == "DEU"
    text = "Syrien leidet. In Syrien wird gekämpft. Ida Muster von der UNICEF half in Syrien."
    assert found(text)[0]["person:ida-muster"].country is None


def test_the_first_number_says_how_many_those_are_that_came_before() -> None:
    text = (
        "Demonstranten zogen durch Rom. 500 Demonstranten warfen Steine, 70 Demonstranten flohen."
    )
    actors = [key for key in found(text)[0] if key.startswith("group:")]
    assert len(actors) == 2


def test_more_than_a_number_of_people_are_people() -> None:
    text = "Mehr als 200 Einwohner wurden in Rom verletzt. Er ging als Einwohner nach Hause."
    assert [m.span.start for m in found(text)[1] if m.actor.startswith("group:")] == [9]


def test_a_headline_in_capitals() -> None:
    text = "WLADIMIR PUTIN TRIFFT ANGELA MERKEL IN MOSKAU"
    assert {"person:wladimir-putin", "person:angela-merkel"} <= set(keys(text).values())


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Hollande rief Putin an. Dieser dankte.", "Dieser", "person:wladimir-putin"),
        ("Island ist das Land, das ablehnt.", "das", "state:ISL"),
        ("Angela Merkel traf Peer Steinbrück. Er warf ihr Untätigkeit vor.", "ihr",
         "person:angela-merkel"),
        ("Der Plan ist ihrer Meinung nach schlecht, sagte Merkel. Angela Merkel ging.", "ihrer",
         None),
        ("Angela Merkel sprach. Der Plan sei ihrer Meinung nach schlecht.", "ihrer",
         "person:angela-merkel"),
    ],
)  # fmt: skip
def test_pronouns(text: str, pronoun: str, actor: str | None) -> None:
    tied = [m.actor for m in found(text)[1] if m.form == "pronoun" and m.span.of(text) == pronoun]
    assert tied == ([] if actor is None else [actor])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Musterfeld ist neue Innenministerin.", "neue Innenministerin"),
        ("Neue Innenministerin wird Ida Musterfeld.", "Neue Innenministerin"),
        ("Ida Musterfeld wurde zur neuen Vorsitzenden gewählt.", "neuen Vorsitzenden"),
        ("Das Parlament wählte Ida Musterfeld zur Präsidentin.", "Präsidentin"),
    ],
)
def test_a_title_is_said_of_a_person(text: str, words: str) -> None:
    assert keys(text, None).get(words) == "person:ida-musterfeld"


def test_herr_and_frau_are_no_roles() -> None:
    actor = found("Frau Testowska schwieg.")[0]["person:-:testowska"]
    assert (actor.roles, actor.gender) == ((), "f")
