"""Web pages."""

import pytest

from lagebild.sources import Metadata
from tests.sources.builders import PARAGRAPHS, one, page, problem, read_bytes


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a", "a.xhtml"])
def test_the_article_without_the_menus(name: str) -> None:
    document = one(read_bytes(page().encode(), name))
    assert document.text == "\n\n".join(("Reise nach Wien", *PARAGRAPHS))
    assert document.format == "html"


def test_metadata() -> None:
    assert one(read_bytes(page().encode(), "a.html")).found == Metadata(
        title="Reise nach Wien",
        published="2016-02-03",
        outlet="Musterblatt",
        authors=("Eva Klein",),
    )


def test_no_date_is_guessed_from_the_page() -> None:
    text = page().replace("article:published_time", "nothing").replace("2016-02-03T10:00", "")
    text = text.replace("Impressum", "Stand: 5. Januar 2024. Impressum")
    assert one(read_bytes(text.encode(), "a.html")).found.published is None


@pytest.mark.parametrize("stated", ["iso-8859-1", "windows-1252"])
def test_the_stated_encoding(stated: str) -> None:
    data = page().replace("utf-8", stated).encode("cp1252")
    assert PARAGRAPHS[1] in one(read_bytes(data, "a.html")).text


def test_some_wrong_bytes_do_not_lose_the_page() -> None:
    data = page().encode().replace(b"Impressum", b"Impressum \xc3")
    assert PARAGRAPHS[0] in one(read_bytes(data, "a.html")).text


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<!DOCTYPE html><html><head><title>Politik</title></head><body></body></html>",
        "<html><body><ul>"
        + '<li><a href="/x">Ressort Politik</a></li>' * 30
        + "</ul></body></html>",
        "<html><body><script>alert('x. y. z.')</script></body></html>",
    ],
)
def test_a_page_without_an_article(text: str) -> None:
    error = problem(read_bytes(text.encode(), "start.html"))
    assert error.problem == "No article was found in the page."
    assert "Save the article's own page" in error.remedy


def test_nuls_and_surrogates_in_a_page() -> None:
    text = page().replace("Mittwoch", "Mitt\0woch").encode() + b"\xed\xa0\x80"
    assert "Mittwoch" in one(read_bytes(text, "a.html")).text


def test_tables_for_layout_are_no_tables() -> None:
    body = "<br><br>".join(PARAGRAPHS * 3)
    votes = "<table><tr><td>Dafür</td><td>12</td></tr><tr><td>Dagegen</td><td>7</td></tr></table>"
    menu = "<table><tr><td><a href=/p>Politik</a></td></tr></table>"
    old = (
        f"<html><head><title>Reise</title></head><body><table><tr><td>{menu}</td>"
        f"<td><b>Reise nach Wien</b><br><br>{body}<br>{votes}</td></tr></table></body></html>"
    )
    document = one(read_bytes(old.encode(), "old.html"))
    assert document.text.startswith("Reise nach Wien\n\n")
    assert all(paragraph in document.text.split("\n\n") for paragraph in PARAGRAPHS)
    assert "Politik" not in document.text


@pytest.mark.parametrize("text", ["<table", "<html><table><td>" * 300, "<table></td></tr>x"])
def test_broken_tables_say_what_is_wrong(text: str) -> None:
    assert (
        problem(read_bytes(text.encode(), "a.html")).problem == "No article was found in the page."
    )
