"""The same lines in four formats, on two pages, the same bytes each time."""

import io
import re
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader
from typer.testing import CliRunner

from lagebild.api import ReadOptions, open_case, read
from lagebild.cli.app import app
from lagebild.exports.briefing import Line, Page, Part, Telling, docx, html, markdown, pdf
from lagebild.exports.briefing.pdf import printable
from lagebild.picture.briefing import briefing
from lagebild.sources import SourceOptions
from lagebild.web.wording import Wording

PLACE = re.compile(r"(\S+) (\d+)–(\d+)$")
HEADINGS = [
    "Was geschehen ist",
    "Wer sich bewegt hat",
    "Was wovon abhängt",
    "Was sich entschieden hat",
    "Was strittig ist",
]


@pytest.fixture(scope="module")
def page(demo_file):
    with open_case(demo_file) as case:
        return Telling(briefing(case), Wording("de")).page(case)


def test_every_line_cites_words_of_an_article(page, demo_file):
    with open_case(demo_file) as case:
        texts = {a.uri.rsplit("/", 1)[-1]: a.text for a in case.articles()}
    lines = [line for part in page.parts for line in part.lines]
    assert len(lines) > 15
    for line in lines:
        name, start, end = PLACE.search(line.place).groups()
        cited = " ".join(texts[name][int(start) : int(end)].split())
        assert cited.startswith(line.words.removesuffix(" …"))


def test_all_parts_stand_in_every_format(page):
    assert [part.heading for part in page.parts] == HEADINGS
    written = {
        "md": markdown(page),
        "html": html(page),
        "docx": "\n".join(p.text for p in Document(io.BytesIO(docx(page))).paragraphs),
        "pdf": "\n".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf(page))).pages),
    }
    for text in written.values():
        assert all(heading in text for heading in HEADINGS)
        assert "„Der Kreml nennt das Hetze.“" in text


def test_two_pages_hold_a_full_briefing(page):
    assert len(PdfReader(io.BytesIO(pdf(page))).pages) == 2


def test_every_page_says_how_it_was_made_and_has_its_number(page):
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf(page))).pages]
    for number, text in enumerate(sheets, 1):
        assert "Alle Zeilen sind Schablonen" in text
        assert "verglichen mit der Zeit ab 20. März 2016" in " ".join(text.split())
        assert str(number) in text.splitlines()
    foot = Document(io.BytesIO(docx(page))).sections[0].footer.paragraphs[0].text
    assert foot == " ".join(page.notes)


def test_words_with_quotation_marks_stand_in_others(page):
    assert Line("", "ein „Kniefall“", "").quoted == "»ein „Kniefall“«"
    assert Line("", "ein Kniefall", "").quoted == "„ein Kniefall“"


def test_without_dates_or_headlines_the_page_says_so(tmp_path):
    text = "Oslo. Norwegische Soldaten haben schwedische Soldaten erschossen. Das sagte der König."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    read([tmp_path / "a.txt"], tmp_path / "a.case")
    with open_case(tmp_path / "a.case") as case:
        page = Telling(briefing(case), Wording("de"), with_pictures=False).page(case)
    happened, standing, *_ = page.parts
    assert standing.heading == "Wer wie zu wem steht"
    assert [line.text for line in happened.lines] == ["ohne Überschrift"]
    assert "Vorher" not in " ".join(page.notes)


def test_pictures_are_inside(page):
    assert len(page.pictures) == 2
    assert html(page).count("data:image/svg+xml;base64,") == 2
    with zipfile.ZipFile(io.BytesIO(docx(page))) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 2
    first, *_ = PdfReader(io.BytesIO(pdf(page))).pages
    assert len(first.images) == 2


@pytest.mark.parametrize("write", [markdown, html, docx, pdf])
def test_the_same_page_is_the_same_file(page, write):
    assert write(page) == write(page)


def test_markup_in_texts_stays_text():
    line = Line("<b>*fett*</b>", "a & b [x]", "x.txt 0–9")
    page = Page("de", "T & T", "", (Part("Teil", (line,), "nichts"),), (), ())
    assert "&lt;b&gt;*fett*" in html(page)
    assert r"\<b\>\*fett\*" in markdown(page)
    assert "<b>*fett*</b>" in PdfReader(io.BytesIO(pdf(page))).pages[0].extract_text()


def test_signs_that_the_font_lacks_are_replaced():
    assert printable("Erdoğan → Çavuşoğlu, Karadžić −3") == "Erdoğan -> Çavuşoğlu, Karadžić −3"
    assert printable("北京") == "??"


def test_an_empty_case_has_an_empty_briefing(tmp_path):
    path = tmp_path / "empty.case"
    (tmp_path / "a.txt").write_text("Nichts\n\nHier steht nichts.", encoding="utf-8")
    read([tmp_path / "a.txt"], path)
    with open_case(path) as case:
        page = Telling(briefing(case), Wording("en")).page(case)
    assert page.pictures == ()
    assert "The reports say nothing of this." in markdown(page)
    assert pdf(page).startswith(b"%PDF")


def test_one_day_is_named_once_and_one_story_is_one(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    text = "Rat tagt in Lunden\n\nLunden (dpa) - Der Rat hat sich in Lunden getroffen."
    (papers / "a.txt").write_text(text, encoding="utf-8")
    options = ReadOptions(SourceOptions(published="2016-09-03"))
    read([papers], tmp_path / "day.case", options)
    with open_case(tmp_path / "day.case") as case:
        told = briefing(case, "2016-09-03", "2016-09-03")
        page = Telling(told, Wording("de")).page(case)
    assert page.title == f"Lagebild: {Wording('de').date('2016-09-03')}"
    assert page.base == "1 Bericht, 1 Geschichte"


def test_the_command_writes_each_format(demo_file, tmp_path):
    for kind in ("md", "html", "docx", "pdf"):
        out = tmp_path / f"lage.{kind}"
        command = ["brief", str(demo_file), "--since", "2016-09-01", "--out", str(out)]
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 0, result.output
        assert out.stat().st_size > 1000
    assert {p.name for p in tmp_path.glob("*.svg")} == {"lage-activity.svg", "lage-network.svg"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "odt"], "md, html, docx, pdf"),
        (["--format", "pdf"], "--out"),
        (["--language", "fr"], "de, en"),
        (["--since", "gestern"], "2015-11-26, 2015-11 or 2015"),
    ],
)
def test_wrong_options_say_what_to_do(demo_file, options, message):
    result = CliRunner().invoke(app, ["brief", str(demo_file), *options])
    assert result.exit_code == 2
    assert message in result.stderr
