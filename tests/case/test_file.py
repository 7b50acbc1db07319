import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from sqlalchemy import text

from lagebild.case import Case
from lagebild.case.migrations import MIGRATIONS, Migration, migrate
from lagebild.errors import CaseDamaged, CaseFull, CaseLocked, CaseTooNew, NotACase, WrongUse
from tests.case.builders import read_article


def test_a_missing_case_names_the_command_that_makes_one(tmp_path):
    with pytest.raises(WrongUse, match="lagebild read"):
        Case(tmp_path / "none.case")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(WrongUse, match=r'The folder ".*nowhere" does not exist'):
        Case(tmp_path / "nowhere" / "a.case", create=True)


@pytest.mark.parametrize("content", [b"Das ist ein Text.", b"PK\x03\x04" + b"\0" * 50])
def test_other_files_are_left_alone(tmp_path, content):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(NotACase, match="not a Lagebild case file"):
        Case(path, create=True)
    assert path.read_bytes() == content


def test_an_empty_file_is_no_case_until_something_is_read_into_it(tmp_path):
    path = tmp_path / "empty.case"
    path.touch()
    with pytest.raises(NotACase, match=r"is empty.*lagebild read PATH"):
        Case(path)
    assert path.stat().st_size == 0
    Case(path, create=True).close()
    Case(path).close()


def test_an_unfinished_case_is_no_case_until_something_is_read_into_it(tmp_path):
    path = tmp_path / "begun.case"
    with closing(sqlite3.connect(path)) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(NotACase, match="is empty"):
        Case(path)
    Case(path, create=True).close()
    Case(path).close()


def test_a_folder_is_no_case(tmp_path):
    with pytest.raises(NotACase, match="is a folder"):
        Case(tmp_path)


def test_another_program_s_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(NotACase, match="but not a Lagebild case file"):
        Case(path, create=True)
    with closing(sqlite3.connect(path)) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_schema")] == ["mine"]


def test_a_newer_case_asks_for_an_update(tmp_path):
    path = tmp_path / "new.case"
    with Case(path, create=True) as case, case.writing() as connection:
        connection.execute(text("INSERT INTO migrations VALUES ('9999-future', 'then')"))
    with pytest.raises(CaseTooNew, match=r"9999-future.*pip install --upgrade"):
        Case(path)


def test_a_damaged_case_says_how_to_save_what_is_left(tmp_path):
    path = tmp_path / "a.case"
    with Case(path, create=True) as case:
        for n in range(30):
            case.write(read_article(name=f"{n}.txt", text=f"Text Nummer {n}. " * 50), "1")
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(bytes(content))
    with pytest.raises(CaseDamaged, match="recover"), Case(path) as case:
        case.articles()


def test_a_locked_case_says_who_must_end(tmp_path):
    path = tmp_path / "a.case"
    Case(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(CaseLocked, match="in use by another program"),
        Case(path, lock_wait_s=0.1) as case,
    ):
        case.write(read_article(), "1")
    other.close()


def test_a_full_disk_keeps_what_is_done(tmp_path):
    path = tmp_path / "a.case"
    with Case(path, create=True) as case:
        case.write(read_article(), "1")
        with case.looking() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(CaseFull, match="Free some space"):
            for n in range(100):
                case.write(read_article(f"Text {n}. " * 500, f"{n}.txt"), "1")
    with Case(path) as case:
        assert "/papers/a.txt" in {article.uri for article in case.articles()}


def test_two_processes_read_into_one_case(tmp_path):
    path = tmp_path / "a.case"
    Case(path, create=True).close()
    script = (
        "import sys; from tests.case.builders import read_article; from lagebild.case import Case\n"
        "with Case(sys.argv[1]) as case:\n"
        "    for n in range(40): case.write(read_article(f'Text {n}.', f'{n}.txt'), '1')\n"
    )
    readers = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(2)]
    assert [reader.wait() for reader in readers] == [0, 0]
    with Case(path) as case:
        assert len(case.articles()) == 40


def test_missing_steps_are_applied_once_and_recorded(tmp_path):
    step = Migration("0002-notes", lambda c: c.execute(text("CREATE TABLE notes (words TEXT)")))
    with Case(tmp_path / "a.case", create=True) as case:
        with case.writing() as connection:
            assert migrate(connection, case.path, (*MIGRATIONS, step)) == ["0002-notes"]
        with case.writing() as connection:
            assert migrate(connection, case.path, (*MIGRATIONS, step)) == []
            connection.execute(text("SELECT words FROM notes"))


def test_a_failing_step_leaves_the_file_as_it_was(tmp_path):
    def fail(connection):
        connection.execute(text("CREATE TABLE half (x)"))
        raise RuntimeError("power cut")

    with Case(tmp_path / "a.case", create=True) as case:
        with pytest.raises(RuntimeError, match="power cut"), case.writing() as connection:
            migrate(connection, case.path, (*MIGRATIONS, Migration("0002-bad", fail)))
        with case.looking() as connection:
            names = connection.scalars(text("SELECT name FROM sqlite_schema WHERE name = 'half'"))
            assert names.all() == []


def test_views_show_words_in_any_sqlite_browser(tmp_path):
    with Case(tmp_path / "a.case", create=True) as case:
        case.write(read_article(), "1")
        case.settle()
    with sqlite3.connect(tmp_path / "a.case") as raw:
        event = raw.execute("SELECT type, sources, targets, trigger FROM read_events").fetchall()
        quote = raw.execute("SELECT speaker, quote FROM read_statements").fetchall()
        pledge = raw.execute("SELECT content, condition FROM read_commitments").fetchall()
        assert raw.execute("SELECT counted FROM read_figures").fetchall() == [("Menschen",)]
        assert len(raw.execute("SELECT * FROM read_mentions").fetchall()) == 2
    raw.close()
    assert event == [("REQUEST", "Angela Merkel", "Russland", "forderte")]
    assert quote == [("Angela Merkel", "„Das Töten muss enden“")]
    assert pledge == [("zu einer Waffenruhe", "sofern der Beschuss endet")]
