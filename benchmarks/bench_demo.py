"""Musterstadt made and written as text files: seconds, memory and size at 1k, 10k, 100k and 300k buildings.

Each size in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from common import ROOT, measure, report

SCRIPT = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from enact_plugin.demo import generate
from enact_plugin.demo.files import write_texts
size, folder = int(sys.argv[2]), Path(sys.argv[3])
started = time.perf_counter()
town = generate(size, 1)
made = time.perf_counter()
if len(sys.argv) > 4:
    write_texts(town, folder)
print(json.dumps({"generate_s": made - started, "write_s": time.perf_counter() - made, "units": len(town.units),
                  "addresses": len(town.addresses), "streets": len(town.streets)}))
"""


def line(size: int) -> dict[str, object]:
    """One row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", SCRIPT, str(ROOT), str(size), folder]
        made = measure(command)
        written = measure([*command, "write"])
        found = json.loads(written.output)
        mebibytes = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 2**20
    return {
        "buildings": size,
        "addresses": found["addresses"],
        "streets": found["streets"],
        "units": found["units"],
        "generate_s": json.loads(made.output)["generate_s"],
        "us_per_building": 1e6 * json.loads(made.output)["generate_s"] / size,
        "generate_peak_mib": made.peak_mib,
        "write_s": found["write_s"],
        "write_peak_mib": written.peak_mib,
        "text_mib": mebibytes,
    }


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000, 300_000])
    report("demo", sizes=[line(size) for size in parser.parse_args().sizes])


if __name__ == "__main__":
    main()
