"""What all measurements share: the machine, whole processes with their peak memory, table and JSON."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "bench"


@dataclass(frozen=True)
class Measurement:
    """One finished process.

    Attributes
    ----------
    seconds : float
        Wall time of the whole process.
    peak_mib : float
        Largest resident set.
    output : str
        Standard output.
    """

    seconds: float
    peak_mib: float
    output: str


def measure(command: list[str], environment: dict[str, str] | None = None) -> Measurement:
    """Run a process to its end and ask the kernel what it took.

    Raises
    ------
    RuntimeError
        When it fails, with the end of what it said.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, env={**os.environ, **(environment or {})})
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        out.seek(0)
        err.seek(0)
        output, errors = out.read().decode("utf-8", "replace"), err.read().decode("utf-8", "replace")
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(
            f"{' '.join(command[:4])} … exit {process.returncode}\n{output[-2000:]}\n{errors[-2000:]}"
        )
    return Measurement(seconds, usage.ru_maxrss / 1024, output)


def machine() -> dict[str, str | int]:
    """What the figures were measured on."""
    import numpy as np
    import pandas as pd
    import shapely

    facts: dict[str, str | int] = {
        "processors": os.cpu_count() or 0,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "pandas": pd.__version__,
        "shapely": shapely.__version__,
    }
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            facts["model"] = line.partition(":")[2].strip()
            break
    try:
        from qgis.core import Qgis

        facts["qgis"] = Qgis.QGIS_VERSION
    except ImportError:
        facts["qgis"] = "not installed"
    return facts


def report(name: str, **tables: list[dict[str, object]]) -> None:
    """Print each table and write all of them to `build/bench/<name>.json`, with the machine."""
    BUILD.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"machine": machine(), **tables}, indent=1, ensure_ascii=False)
    (BUILD / f"{name}.json").write_text(text, encoding="utf-8")
    for title, rows in tables.items():
        sys.stdout.write(f"\n{name}: {title}\n")
        _print(rows)


def _print(rows: list[dict[str, object]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    cells = [[_shown(row.get(column, "")) for column in columns] for row in rows]
    widths = [max(len(line[i]) for line in [columns, *cells]) for i in range(len(columns))]
    for line in [columns, ["-" * width for width in widths], *cells]:
        sys.stdout.write("  ".join(cell.rjust(width) for cell, width in zip(line, widths)) + "\n")


def _shown(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
