import dataclasses
import time
from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.articles import to_article
from lagebild.articles.article import Article
from lagebild.knowledge import Knowledge
from lagebild.sources.document import Document
from tests.articles.conftest import BODY

Read = Callable[..., Article]
KNOWLEDGE = Knowledge()
LONG = 200_000
PIECES = st.sampled_from(
    [
        "Foto: dpa", "(Foto: AFP)", "Moskau", "Genf (dpa) - ", "Von Jana Beispiel", "• ", "- ",
        "\n", "\n\n", "\r\n", "\u2028", " ", ".", "Mehr zum Thema", BODY, "„", "“", "(", ")", "/",
        "dpa", "3. Mai 2016", "Kommentar: ", "?", "jb@tageblatt.example", "\x00", "\ud800", "Ein",
        "u\u0308",
    ]
)  # fmt: skip
PAGE = st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join)


@given(PAGE)
@settings(max_examples=150, deadline=None)
def test_offsets_hold_on_any_text(text: str) -> None:
    article = to_article(Document("report.txt", text, "text"), KNOWLEDGE)
    end = 0
    for span in article.boilerplate:
        assert end <= span.start < span.end <= len(article.text)
        assert span.of(article.text).strip() == span.of(article.text)
        end = span.end
    if article.dateline is not None:
        assert article.dateline.of(article.text).startswith(article.dateline_place or "")
    if article.title is not None:
        assert article.title in article.text
    assert (article.published is None) == (article.published_from is None)
    assert article.sha256 == sha256(article.text.encode()).hexdigest()


@given(PAGE)
@settings(max_examples=50, deadline=None)
def test_reading_the_stored_text_again_changes_nothing(text: str) -> None:
    first = to_article(Document("report.txt", text, "text"), KNOWLEDGE)
    assert to_article(Document("report.txt", first.text, "text"), KNOWLEDGE) == first


def test_the_id_is_that_of_name_and_text(read: Read) -> None:
    here, there = read(BODY, uri="/a/report.txt"), read(BODY, uri="C:\\b\\report.txt")
    assert here.id == there.id == read(BODY.replace("\n", "\r\n"), uri="report.txt").id
    others = [
        read(BODY, uri="other.txt"),
        read(BODY + "!", uri="report.txt"),
        read(BODY, uri="x#1"),
    ]
    assert len({here.id, *(other.id for other in others)}) == 4
    assert len(here.id) == 16


def test_an_article_can_be_changed_only_by_copying(read: Read) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        read(BODY).text = ""  # type: ignore[misc]


@pytest.mark.parametrize(
    "words",
    [
        "wort ",
        "a",
        "(",
        "Foto: ",
        "dpa/",
        "A. ",
        "Kurze Zeile\n",
        "Noch eine Zeile, die es nur einmal gibt.\n",
        "„",
        " ",
        "\n",
    ],
    ids=repr,
)
def test_long_texts_take_seconds(read: Read, words: str) -> None:
    """Time that grew with the square of the length would be minutes here."""
    read(BODY)
    text = words * (LONG // len(words))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5
