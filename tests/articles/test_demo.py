"""The demo collection shows what its README promises."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from lagebild.articles import to_article
from lagebild.articles.article import Article
from lagebild.articles.duplicates import REPRINT_SIMILARITY, similarity
from lagebild.knowledge import Knowledge
from lagebild.sources import Document, read_sources

DEMO = Path(__file__).parents[2] / "demo"


@pytest.fixture(scope="module")
def articles(knowledge: Knowledge) -> dict[str, Article]:
    documents = list(read_sources([DEMO / "articles"]))
    assert all(isinstance(document, Document) for document in documents)
    found = [to_article(document, knowledge) for document in documents]
    return {Path(article.uri).name: article for article in found}


def test_genres_and_languages(articles: dict[str, Article]) -> None:
    genres = Counter(article.genre for article in articles.values())
    assert genres == {"news": 21, "analysis": 2, "commentary": 2, "interview": 1}
    assert {article.language for article in articles.values()} == {"de"}


def test_every_report_is_dated_and_has_outlet_and_title(articles: dict[str, Article]) -> None:
    for name, article in articles.items():
        assert article.published and "2015-05" <= article.published < "2017-02", name
        assert article.outlet in {"Elbauer Tageblatt", "Mainthaler Zeitung"}, name
        assert article.title, name
    origins = {article.published_from for article in articles.values()}
    assert origins == {"given", "metadata", "dateline", "text"}


def test_reports_are_short(articles: dict[str, Article]) -> None:
    words = {name: len(article.text.split()) for name, article in articles.items()}
    assert {name: count for name, count in words.items() if not 120 <= count <= 350} == {}


def test_one_agency_report_is_printed_twice(articles: dict[str, Article]) -> None:
    signatures = {name: article.signature for name, article in articles.items()}
    alike = [
        pair
        for pair in combinations(sorted(signatures), 2)
        if similarity(*(signatures[name] for name in pair)) >= REPRINT_SIMILARITY
    ]
    assert alike == [("16-feuerpause-elbau.txt", "17-feuerpause-mainthal.txt")]


def test_the_readme_lists_every_report(articles: dict[str, Article]) -> None:
    readme = (DEMO / "README.md").read_text("utf-8")
    assert len(articles) == 26
    for name, article in articles.items():
        assert f"| `{name}` | {article.published} | {article.genre} |" in readme
