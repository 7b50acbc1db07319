"""Say on which machine figures were measured."""

import os
import platform
from pathlib import Path


def machine() -> str:
    """Return the processor, its cores and the Python version in one line."""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def peak_mib() -> float:
    """Return the most memory that this process has held since it began its program, in MiB.

    `resource` also counts what the process that started it held.
    """
    status = Path("/proc/self/status").read_text()
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak) / 1024


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
