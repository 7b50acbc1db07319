"""What actors without a name of their own are called."""

import pytest

from tests.findings.test_actors import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Regierung sprach mit den gemäßigten Rebellen.", "gemäßigte Rebellen"),
        (
            "Der Minister drohte der gemäßigten syrischen Opposition.",
            "gemäßigte syrische Opposition",
        ),
        ("Man hat 250 friedliche Demonstranten verhaftet.", "friedliche Demonstranten"),
        ("Am Sonntag griffen sieben bewaffnete Männer das Dorf an.", "bewaffnete Männer"),
        ("Die Armee drohte den Kämpfern.", "Kämpfer"),
        ("Das meldeten die staatlichen Medien.", "staatliche Medien"),
        (
            "Er drohte dem russischen Verteidigungsministerium.",
            "russisches Verteidigungsministerium",
        ),
        ("Der Minister dankte den Streitkräften.", "Streitkräfte"),
        ("Er sprach über die Ausweisung zweier deutscher Diplomaten.", "deutsche Diplomaten"),
    ],
)
def test_groups_are_called_in_the_nominative_without_their_number(text, name):
    actors, _ = found(text)
    assert name in {actor.name for actor in actors.values()}


def test_a_people_is_called_in_the_plural():
    actors, _ = found("Die Russen stimmten zu, die Deutschen und die Amerikaner auch.")
    assert {actor.name for actor in actors.values()} == {"Russen", "Deutsche", "Amerikaner"}


def test_whoever_held_an_office_is_no_body_in_an_undated_report():
    actors, _ = found("Putin habe mit Macron telefoniert, teilte der Kreml mit.", None)
    assert "Emmanuel Macron" in {actor.name for actor in actors.values()}
