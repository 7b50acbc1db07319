"""A command starts quickly because it imports only what it needs."""

import subprocess
import sys

import pytest

from lagebild.cli.later import NAMES, Commands

HEAVY = ("pandas", "scipy", "networkx", "onnxruntime", "trafilatura", "fastapi", "reportlab")
ASK = "import sys, {module}; print(*(m for m in {heavy} if m in sys.modules))"


@pytest.mark.parametrize("module", ["lagebild.cli", "lagebild.cli.show", "lagebild.cli.search"])
def test_looking_into_a_case_imports_nothing_heavy(module):
    code = ASK.format(module=module, heavy=HEAVY)
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.split() == []


def test_each_command_is_made_once_and_is_called_as_its_module():
    commands = Commands()
    assert tuple(commands) == NAMES
    assert all(commands[name].name == name for name in NAMES)
    assert commands["show"] is commands["show"]
    assert "sohw" not in commands
