"""Which body a name or a bare noun means; the sentences are our own."""

import pytest

from tests.findings.test_actors import found, keys


def one(text: str, *words: str) -> bool:
    """Tell whether all these words mean one actor."""
    tied = keys(text)
    return len({tied[word] for word in words}) == 1


SAME = [
    ("Der Konzern „Rheinwerk AG“ baut um. Bei „Rheinwerk“ streikt niemand, sagt Rheinwerk AG.",
     ("Konzern „Rheinwerk AG", "Rheinwerk AG")),
    ("Das Bundesinnenministerium warnt. Die Lage sei ernst, so das Ministerium.",
     ("Bundesinnenministerium", "Ministerium")),
    ("Volkswagen baut um. Der VW-Konzern streicht Stellen.", ("Volkswagen", "VW-Konzern")),
    ("Die Lufthansa ist der größte Luftkonzern Europas. Der Konzern wächst.",
     ("Lufthansa", "Konzern")),
    ("Die Gewerkschaft der Testfahrer (GdT) streikt. Die GdT fordert mehr Lohn.",
     ("Gewerkschaft der Testfahrer", "GdT")),
    ("Die Demonstrationsteilnehmer sangen. Die Polizei trieb die Demonstranten zurück.",
     ("Demonstrationsteilnehmer", "Demonstranten")),
    ("Die Regierungskoalition berät heute. Die Koalition will sich einigen.",
     ("Regierungskoalition", "Koalition")),
    ("Die polnische Justiz ermittelt. Die Justiz Polens schweigt.",
     ("polnische Justiz", "Justiz Polens")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SAME)
def test_one_body_however_it_is_called(text: str, words: tuple[str, ...]) -> None:
    assert one(text, *words)


def test_a_noun_that_says_whose_it_is_takes_up_nobody() -> None:
    tied = keys("Die SPD klagt. Die Partei des Ministers schweigt.")
    assert "org:spd" not in {tied[words] for words in tied if words.startswith("Partei")}


def test_the_noun_before_a_name_is_no_part_of_it() -> None:
    actors, _ = found("Der ungarische Konzern „Testholding“ kauft ein.")
    assert ("Testholding", "company", "HUN") in {
        (a.name, a.kind, a.country) for a in actors.values()
    }


def test_a_body_in_small_letters_is_not_the_one_of_that_name() -> None:
    assert "org:tweede-kamer" not in keys("Die zweite Kammer des Parlaments tagt.").values()


ALLIANCES = [
    "Ein förmliches Bündnis kam nicht zustande.",
    "Eine Koalition mit der FDP ist unmöglich.",
]


@pytest.mark.parametrize("text", ALLIANCES)
def test_an_alliance_that_is_not_there_is_nobody(text: str) -> None:
    assert {actor for actor in keys(text).values() if not actor.startswith("org:")} == set()


def test_the_region_of_the_report_has_the_bare_government() -> None:
    text = (
        "Hessen wählt einen neuen Landtag. In Hessen streiten CDU und SPD. "
        "Die Regierung hofft auf eine Mehrheit im Landtag."
    )
    assert keys(text)["Regierung"] == "org:hessen"


def test_the_government_is_the_states_where_the_report_is_not_about_a_region() -> None:
    text = "Der Bundestag tagt. In Hessen regnet es. Die Regierung berät im Bundestag."
    assert keys(text)["Regierung"] == "state:DEU"


def test_a_foreign_party_of_a_common_name_is_not_meant() -> None:
    text = "In Suriname siegte die Neue Demokratische Partei. Suriname feiert."
    assert not {"org:ndp-can", "org:demokraten"} & set(keys(text).values())


def test_the_union_named_last_is_meant() -> None:
    text = "Die EU tagt in Brüssel. Ein Beschluss der Union steht aus. Die CDU schweigt."
    assert keys(text)["Union"] == "org:eu"


def test_an_army_abroad_is_not_the_states_where_it_is() -> None:
    assert (
        "government:mli:armee"
        not in keys(
            "Deutschland hilft. Deutschlands Hilfe bleibt, auch die Truppen in Mali."
        ).values()
    )


def test_an_abbreviation_without_a_hyphen_says_whose() -> None:
    actors, _ = found("Die US Botschaft in Riad blieb geschlossen.")
    assert {a.country for a in actors.values() if a.key.endswith(":botschaft")} == {"USA"}


def test_media_do_not_say_where_a_scene_plays() -> None:
    text = "Laut der Nachrichtenagentur AFP räumten Polizisten den Platz in Köln."
    actors, _ = found(text)
    assert "FRA" not in {a.country for a in actors.values() if a.kind == "government"}


def test_a_parliamentary_group_is_not_its_party() -> None:
    tied = keys("Die Piraten-Fraktion tritt ab. Die SPD bleibt.")
    assert tied.get("Piraten-Fraktion") != "org:spd"
