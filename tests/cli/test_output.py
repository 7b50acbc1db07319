"""What articles say never steers the terminal, and programs get all of it."""

import io
import json
import subprocess
import sys

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


def test_a_reader_that_has_seen_enough_is_no_error():
    code = "from lagebild.cli.output import out\nfor n in range(200_000): out.print(n)"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout.readline() == b"0\n"
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 0
