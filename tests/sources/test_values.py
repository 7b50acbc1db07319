"""Dates, authors and texts as files state them."""

import pytest

from lagebild.sources.values import authors, is_file_name, iso_date, stated_authors, string


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-02-03", "2016-02-03"),
        (" 2016-02-03T10:00:00Z ", "2016-02-03T10:00:00Z"),
        ("2016-02-03 10:00:00", "2016-02-03 10:00:00"),
        ("3.2.2016", "2016-02-03"),
        ("03. 02. 2016", "2016-02-03"),
        ("03.02.2016, 10:15", "2016-02-03T10:15"),
        ("20160203", "2016-02-03"),
        ("Wed, 03 Feb 2016 10:00:00 +0100", "2016-02-03T10:00:00+01:00"),
        ("2016-02-30", None),
        ("31.2.2016", None),
        ("02/03/2016", None),
        ("Februar 2016", None),
        ("", None),
        ("99999999", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Eva Klein", ("Eva Klein",)),
        ("Eva Klein und Jan Groß", ("Eva Klein", "Jan Groß")),
        ("Eva Klein; Jan Groß", ("Eva Klein", "Jan Groß")),
        ("Eva Klein, Jan Groß und Uwe Sand", ("Eva Klein", "Jan Groß", "Uwe Sand")),
        ("Klein, Eva", ("Klein, Eva",)),
        (["Eva Klein", {"name": "Jan Groß"}, None], ("Eva Klein", "Jan Groß")),
        ({"@type": "Person", "name": "Eva Klein"}, ("Eva Klein",)),
        (None, ()),
    ],
)
def test_authors(value: object, expected: tuple[str, ...]) -> None:
    assert authors(value) == expected


def test_strings() -> None:
    assert string(["Eins.", " ", "Zwei."]) == "Eins.\n\nZwei."
    assert string(7) == "7"
    assert string(True) is None
    assert string({"text": "Wien"}) == "Wien"


@pytest.mark.parametrize("title", ["Microsoft Word - Dokument1", "seite_3.indd", "Entwurf.DOCX"])
def test_titles_that_are_file_names(title: str) -> None:
    assert is_file_name(title)


@pytest.mark.parametrize("title", ["Reise nach Wien", "Was die Datei lage.txt enthielt"])
def test_titles_that_are_none(title: str) -> None:
    assert not is_file_name(title)


@pytest.mark.parametrize("placeholder", ["(anonymous)", "python-docx", "Administrator"])
def test_placeholders_of_programs_are_no_authors(placeholder: str) -> None:
    assert stated_authors(placeholder) == ()
    assert stated_authors(f"{placeholder}; Eva Klein") == ("Eva Klein",)
