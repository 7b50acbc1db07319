"""Every word of the explorer is there in both languages, and every word a template uses exists."""

import re
import string

import pytest

from lagebild.errors import KnowledgeError
from lagebild.knowledge import Knowledge
from lagebild.web.pages import all_pages
from lagebild.web.render import FOLDER
from lagebild.web.wording import Wording, language_of, texts

USED = re.compile(r"""\bt\(\s*["']([^"'~]+)["']\s*[,)]""")
FIELDS = string.Formatter()


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_uses_only_words_that_exist(path):
    used = USED.findall(path.read_text(encoding="utf-8"))
    assert [key for key in used if key not in texts()] == []


@pytest.mark.parametrize("page", [page for page in all_pages() if page.shown], ids=lambda p: p.name)
def test_each_entry_of_the_navigation_has_a_name(page):
    assert f"nav.{page.name}" in texts()


def test_each_class_of_counted_people_has_a_name():
    classes = {row["class"] for row in Knowledge().table("toll_words")}
    assert [name for name in classes if f"toll.{name}" not in texts()] == []


def test_both_languages_fill_in_the_same_values():
    for key, text in texts().items():
        fields = [{name for _, name, _, _ in FIELDS.parse(text[x]) if name} for x in ("de", "en")]
        assert fields[0] == fields[1], key


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("de-DE,de;q=0.9,en;q=0.5", "de"),
        ("en-US,en;q=0.9", "en"),
        ("fr,en;q=0.5", "en"),
        ("fr", "de"),
        ("", "de"),
        ("\x00;;;,,q=", "de"),
    ],
)
def test_the_language_is_the_browsers(accepted, language):
    assert language_of(accepted) == language


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2015-11-24", "24. Nov. 2015", "24 Nov 2015"),
        ("2015-11", "Nov. 2015", "Nov 2015"),
        ("2015", "2015", "2015"),
        ("2015-11-24TEV", "24. Nov. 2015, abends", "24 Nov 2015, evening"),
        ("2015-11-24T14:30", "24. Nov. 2015, 14:30", "24 Nov 2015, 14:30"),
        ("2015-SP", "2015-SP", "2015-SP"),
        (None, "–", "–"),
    ],
)
def test_dates_are_written_as_precisely_as_they_are_known(value, german, english):
    assert (Wording("de").date(value), Wording("en").date(value)) == (german, english)


def test_an_unknown_word_is_an_error():
    with pytest.raises(KnowledgeError, match=r"no\.such"):
        Wording("de")("no.such")
