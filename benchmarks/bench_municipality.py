"""The main job on Musterstadt at 1k, 10k and 100k buildings, headless, beside a plain copy of the same layers.

Measured from outside: the whole `qgis_process`, with QGIS' start. The peer does less: QGIS' own `native:savefeatures`
copies the buildings, without merging, checking or provenance; it is the floor for reading and writing them.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from common import BUILD, ROOT, measure, report

PROCESS = (str(ROOT / "tools" / "with-qgis"), "qgis_process")


def demo(size: int) -> Path:
    """Musterstadt of that size, made once."""
    folder = BUILD / f"musterstadt-{size}"
    if not (folder / "loadmunicipality.txt").exists():
        measure([*PROCESS, "run", "enact:demodata", "--", f"SIZE={size}", "SEED=1", f"FOLDER={folder}"])
    return folder


def inputs(folder: Path) -> dict[str, str]:
    """Parameters of the main job, as demodata lists them."""
    lines = (folder / "loadmunicipality.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def run(size: int) -> tuple[dict[str, object], dict[str, float]]:
    """One line of the table, and the seconds of each part."""
    folder = demo(size)
    target = BUILD / f"run-{size}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    arguments = [f"{name}={value}" for name, value in inputs(folder).items()]
    done = measure(
        [*PROCESS, "--json", "run", "enact:loadmunicipality", "--", *arguments,
         f"WORKSPACE={target / 'm.gpkg'}", f"PROJECT={target / 'm.qgz'}"]
    )  # fmt: skip
    results = json.loads(done.output[done.output.index("{") :])["results"]
    copy = measure(
        [*PROCESS, "run", "native:savefeatures", "--", f"INPUT={inputs(folder)['BUILDINGS']}",
         f"OUTPUT={target / 'copy.gpkg'}"]
    )  # fmt: skip
    line = {
        "buildings": size,
        "seconds": done.seconds,
        "us_per_building": 1e6 * done.seconds / size,
        "peak_mib": done.peak_mib,
        "qgis_alone_s": measure([*PROCESS, "--version"]).seconds,
        "copy_buildings_s": copy.seconds,
        "vs_copy": done.seconds / copy.seconds,
        "data_sets": results["LOADED"],
        "failed": results["FAILED"],
    }
    return line, json.loads(results["SECONDS"])


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().sizes
    lines, seconds = zip(*(run(size) for size in sizes))
    names = list(dict.fromkeys(name for parts in seconds for name in parts))
    parts = [
        {"part": name, **{f"{size}_s": found.get(name, 0.0) for size, found in zip(sizes, seconds)}}
        for name in names
    ]
    report("municipality", whole=list(lines), parts=parts)


if __name__ == "__main__":
    main()
