"""A case that is written to, replaced, damaged or removed under the running server."""

import shutil

import pytest

from lagebild.case import Case
from lagebild.errors import NotACase, WrongUse
from lagebild.web import create_app
from tests.case.builders import TEXT, read_article
from tests.web.conftest import VERSION


def _total(browse):
    return browse.get("/api/articles?reprints=true").json()["total"]


def test_what_is_read_meanwhile_is_shown(browse, case_file):
    before = _total(browse)
    with Case(case_file) as case:
        case.write(read_article(f"{TEXT} Neu.", "new.txt"), VERSION)
        case.settle(VERSION)
        assert _total(browse) == before + 1


def test_pages_wait_for_nobody_who_writes(browse, case_file):
    with Case(case_file) as case, case.writing():
        assert browse.get("/").status_code == 200
        assert browse.get("/actors").status_code == 200


def test_a_change_while_somebody_writes_is_refused_in_words(case_file, monkeypatch):
    from tests.web.conftest import browser  # noqa: PLC0415

    monkeypatch.setattr("lagebild.case.file.LOCK_WAIT_S", 0.1)
    monkeypatch.setattr(Case.__init__, "__kwdefaults__", {"create": False, "lock_wait_s": 0.1})
    with browser(case_file) as browse, Case(case_file) as case, case.writing():
        answer = browse.change("/decisions/forget", key="state:RUS")
    assert answer.status_code == 503
    assert "von einem anderen Programm benutzt" in answer.text


def test_a_replaced_case_is_opened_anew(browse, case_file, tmp_path):
    other = tmp_path / "other.case"
    with Case(other, create=True) as case:
        case.write(read_article(TEXT, "only.txt"), VERSION)
        case.settle(VERSION)
    assert _total(browse) == 2
    other.replace(case_file)
    assert _total(browse) == 1


def test_a_removed_case_is_said_and_may_come_back(browse, case_file, tmp_path):
    kept = tmp_path / "kept.case"
    shutil.copy(case_file, kept)
    case_file.unlink()
    page = browse.get("/articles")
    assert page.status_code == 503
    assert "ist nicht mehr da" in page.text
    kept.replace(case_file)
    assert browse.get("/articles").status_code == 200


@pytest.mark.parametrize("content", [b"no case at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_case_is_said(browse, case_file, tmp_path, content):
    broken = tmp_path / "broken"
    broken.write_bytes(content)
    broken.replace(case_file)
    for address in ("/", "/articles", "/api/actors"):
        page = browse.get(address)
        assert page.status_code == 503
        assert str(case_file) in page.json()["error"]["problem"] if "api" in address else page.text


def test_a_case_with_broken_pages_never_ends_in_an_error_of_ours(browse, case_file):
    content = bytearray(case_file.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    case_file.write_bytes(content)
    for address in ("/", "/articles", "/actors", "/search?q=Krieg", "/events", "/decisions"):
        assert browse.get(address).status_code in (200, 503)


def test_what_is_no_case_is_not_served(tmp_path):
    with pytest.raises(WrongUse):
        create_app(tmp_path / "missing.case")
    (tmp_path / "text").write_text("text")
    with pytest.raises(NotACase):
        create_app(tmp_path / "text")
