"""Check the packaged model's files before they are used."""

import hashlib
import json
from pathlib import Path
from typing import Any

from lagebild.errors import ModelMissing

LAYOUT = 1
"""Layout of the model folder that this version of Lagebild reads."""

REMEDY = "Install Lagebild again:  pip install --force-reinstall lagebild"


def digest(folder: Path) -> str:
    """Return a short hash of the manifest, which lists the checksums of all files of the model.

    Raises:
        ModelMissing: There is no manifest.
    """
    try:
        return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()[:8]
    except OSError as error:
        problem = f"The language model file {error.filename} cannot be read: {error.strerror}."
        raise ModelMissing(problem, REMEDY) from error


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest and check the files that it lists.

    Raises:
        ModelMissing: A file is missing, has another checksum, or another layout.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        for name, expected in manifest["files"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise ModelMissing(f"The language model file {folder / name} is damaged.", REMEDY)
    except OSError as error:
        problem = f"The language model file {error.filename} cannot be read: {error.strerror}."
        raise ModelMissing(problem, REMEDY) from error
    except (ValueError, KeyError, AttributeError) as error:
        problem = f"The language model's manifest {folder / 'manifest.json'} is damaged."
        raise ModelMissing(problem, REMEDY) from error
    if manifest.get("version") != LAYOUT:
        problem = (
            f"The language model in {folder} has layout {manifest.get('version')}, not {LAYOUT}."
        )
        raise ModelMissing(problem, REMEDY)
    return manifest
