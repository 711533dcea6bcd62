"""The main job on Musterstadt at 1k, 10k and 100k buildings, headless, beside a plain copy of the same layers.

Each size runs twice: into a new workspace, and once more into the same one, where every layer is read for its keys and
compared with what was loaded before it is replaced.

Measured from outside: the whole `qgis_process`, with QGIS' start. The peer does less: QGIS' own `native:savefeatures`
copies the buildings, without merging, checking or provenance; it is the floor for reading and writing them.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from common import BUILD, ROOT, Measurement, measure, report

PROCESS = (str(ROOT / "tools" / "with-qgis"), "qgis_process")
RUNS = ("new", "again")


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


def main_job(folder: Path, target: Path) -> tuple[Measurement, dict[str, object]]:
    """The main job on the files of a folder, and what it returns."""
    arguments = [f"{name}={value}" for name, value in inputs(folder).items()]
    done = measure(
        [*PROCESS, "--json", "run", "enact:loadmunicipality", "--", *arguments,
         f"WORKSPACE={target / 'm.gpkg'}", f"PROJECT={target / 'm.qgz'}"]
    )  # fmt: skip
    return done, json.loads(done.output[done.output.index("{") :])["results"]


def run(size: int) -> tuple[list[dict[str, object]], list[dict[str, float]]]:
    """Two lines of the table, new and loaded again, and the seconds of each part of both."""
    folder = demo(size)
    target = BUILD / f"run-{size}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    done = {name: main_job(folder, target) for name in RUNS}
    copy = measure(
        [*PROCESS, "run", "native:savefeatures", "--", f"INPUT={inputs(folder)['BUILDINGS']}",
         f"OUTPUT={target / 'copy.gpkg'}"]
    )  # fmt: skip
    alone = measure([*PROCESS, "--version"]).seconds
    lines: list[dict[str, object]] = [
        {
            "buildings": size,
            "run": name,
            "seconds": taken.seconds,
            "us_per_building": 1e6 * taken.seconds / size,
            "peak_mib": taken.peak_mib,
            "qgis_alone_s": alone,
            "copy_buildings_s": copy.seconds,
            "vs_copy": taken.seconds / copy.seconds,
            "data_sets": results["LOADED"],
            "failed": results["FAILED"],
        }
        for name, (taken, results) in done.items()
    ]
    return lines, [json.loads(results["SECONDS"]) for _taken, results in done.values()]


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().sizes
    whole: list[dict[str, object]] = []
    seconds: dict[str, dict[str, float]] = {}
    for size in sizes:
        lines, found = run(size)
        whole += lines
        seconds.update({f"{size}_{name}_s": parts for name, parts in zip(RUNS, found)})
    names = dict.fromkeys(name for parts in seconds.values() for name in parts)
    parts = [
        {"part": name, **{title: found.get(name, 0.0) for title, found in seconds.items()}} for name in names
    ]
    report("municipality", whole=whole, parts=parts)


if __name__ == "__main__":
    main()
