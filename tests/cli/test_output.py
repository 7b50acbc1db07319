"""What articles say never steers the terminal, and programs get all of it."""

import io
import json

import pytest

from lagebild.cli.output import SafeConsole, print_json, visible

STEERING = ["\x1b[2J", "\x9b2J", "\x07", "\u202eAbend", "\u2066x", "\x00", "\r", "\ud800"]


@pytest.mark.parametrize("text", STEERING, ids=ascii)
def test_no_character_steers_the_terminal(text):
    shown = io.StringIO()
    console = SafeConsole(file=shown, force_terminal=True, highlight=False, soft_wrap=True)
    console.print(f"[bold]Titel[/]: {text} Ende", markup=True)
    printed = shown.getvalue().replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert visible(printed) == printed
    assert printed.endswith(" Ende\n")


def test_ordinary_text_stays_as_it_is():
    text = "„Größe“ – Čavić\u00ad, عرب\u200f, 北京,\tTab\nund Zeile"
    assert visible(text) == text


@pytest.mark.parametrize("text", [*STEERING, "„Größe“\n\t"], ids=ascii)
def test_programs_get_every_character(text, capsys):
    print_json({"words": text})
    printed = capsys.readouterr().out
    assert visible(printed) == printed
    assert json.loads(printed) == {"words": text}
