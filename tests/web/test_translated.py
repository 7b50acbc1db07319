"""Every message of the case and the explorer is known in German too."""

import ast
from pathlib import Path

import pytest

import lagebild
from lagebild.web.translated import translated
from lagebild.web.wording import Wording

ROOT = Path(lagebild.__file__).parent
RAISED = ("WrongUse", "NotFound", "CaseError", "CaseDamaged", "CaseLocked", "NotACase", "Forbidden")
OF_THE_COMMAND = {"password.py"}
GERMAN = Wording("de")


def messages(folder):
    """Return the literal messages of the errors that a folder's modules raise."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in RAISED and path.name not in OF_THE_COMMAND:
                yield from filter(None, map(text, node.args))


def text(node):
    """Return a literal or f-string with 7 for each value; None for anything else."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(v.value if isinstance(v, ast.Constant) else "7" for v in node.values)
    return None


@pytest.mark.parametrize("folder", ["case", "web"])
def test_each_message_has_a_german_one(folder):
    found = list(messages(folder))
    assert len(found) > 10
    assert [m for m in found if translated(GERMAN, m) == m] == []


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            'No actor of this case is called "Nie"mand".',
            'Kein Akteur dieses Falls heißt „Nie"mand“.',
        ),
        ("Did you mean Iran or Irak?", "Gemeint vielleicht: Iran or Irak?"),
        ("Input should be 'a' or 'b'", "möglich sind 'a' oder 'b'"),
        ("Nobody knows this one.", "Nobody knows this one."),
    ],
)
def test_values_stay_as_they_are(english, german):
    assert translated(GERMAN, english) == german
    assert translated(Wording("en"), english) == english


def test_a_german_page_says_it_in_german(browse):
    page = browse.get("/events?actor=Niemand").text
    assert "Kein Akteur dieses Falls heißt „Niemand“." in page
    assert "ein Datum schreibt sich" in browse.get("/events?since=neulich").text
    english = browse.get("/events?actor=Niemand", headers={"Accept-Language": "en"}).text
    assert "No actor of this case is called &#34;Niemand&#34;." in english
