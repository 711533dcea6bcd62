"""The register's bulk export: one municipality, all of Saxony, everything; beside open-mastr and raw inflation.

Writes exports of 0.25, 0.5, 1 and 2 GB of XML (`register_export.py`), reads each in processes of their own
(`register_run.py`) with one and two threads, with isal and with zlib, the fastest of three runs in each of three
processes (how well two threads take turns is settled for the life of a process; of streams, in one), and counts
the hits by other means on each.
Municipality and Saxony are the whole plant table with all that is joined, from opening the zip to the finished frame;
the state's units alone, and everything, are streams of frames of text. Raw inflation is `zlib.decompressobj` on the
members that were read: a megabyte of the zip at a time, and once more in the pieces that EnAct takes, which is faster.

open-mastr 0.17.4 (AGPL, an environment of its own under build/, comparison only) loads the same zip once, at the size
of `--main`: it has no filter by municipality, so whoever wants one must load all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from common import BUILD, ROOT, measure, report

RUN = ROOT / "benchmarks" / "register_run.py"
PEER = ROOT / "build" / "open-mastr"
PEER_VERSION = "0.17.4"
KINDS = ("municipality", "saxony", "saxony_units", "everything")
# what, threads, library that inflates; the first of each is the one beside raw inflation, all of isal beside open-mastr
READINGS = (
    *(("municipality", 1, "isal"), ("municipality", 2, "isal")),
    *(("municipality", 1, "zlib"), ("municipality", 2, "zlib")),
    ("saxony", 1, "isal"),  # its parts are read one after the other, whatever the number of threads
    *(("saxony_units", 1, "isal"), ("everything", 1, "isal")),  # streams have one thread
)
STREAMS = ("saxony_units", "everything")
RUNS, PROCESSES = 3, 3


def export(size_gb: float) -> Path:
    """A zip of that much XML, written once."""
    path = BUILD / f"register-{size_gb:g}.zip"
    if not path.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        # in a process of its own: a child counts the memory of the one it was started from as its own
        measure([sys.executable, str(ROOT / "benchmarks" / "register_export.py"), str(part), str(size_gb)])
        part.rename(path)
    return path


def fastest(*asked: object, processes: int, **more: object) -> dict[str, float]:
    """What the fastest of several processes tells, with the largest peak of all."""
    told = [run(*asked, **more) for _process in range(processes)]
    peak = max(one["peak_mib"] for one in told)
    return {**min(told, key=lambda one: one["seconds"]), "peak_mib": peak}


def run(
    kind: str, path: Path, threads: int = 1, start: tuple[str, ...] = (), text: str = ""
) -> dict[str, float]:
    """What one process tells, with its peak memory from outside."""
    command = [*start, sys.executable, str(RUN), *kind.split(), str(path), str(threads), str(RUNS)]
    if text:
        (BUILD / "members.json").write_text(text, encoding="utf-8")
        command.append(str(BUILD / "members.json"))
    done = measure(command)
    return {**json.loads(done.output.splitlines()[-1]), "peak_mib": done.peak_mib}


def peer(path: Path) -> dict[str, object]:
    """open-mastr on a local zip, in its own environment and a home of its own."""
    python = PEER / "bin" / "python"
    if not python.exists():
        subprocess.run(
            [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(PEER)], check=True
        )
        subprocess.run([str(python), "-m", "pip", "install", "-q", f"open-mastr=={PEER_VERSION}"], check=True)
    home = BUILD / "open-mastr-home"
    home.mkdir(parents=True, exist_ok=True)
    database = home / "open-mastr.db"
    done = measure(
        [str(python), str(ROOT / "benchmarks" / "open_mastr_load.py"), str(path), str(database)],
        {"PYTHONPATH": "", "HOME": str(home)},
    )
    database.unlink()
    told = json.loads(done.output.splitlines()[-1])
    return {"seconds": told["seconds"], "rows": sum(told["rows"].values()), "peak_mib": done.peak_mib}


def lines_of(size_gb: float, path: Path) -> list[dict[str, object]]:
    """All readings of one export."""
    expected = run("expected", path)
    lines: list[dict[str, object]] = []
    for kind, threads, library in READINGS:
        processes = 1 if kind in STREAMS else PROCESSES
        told = fastest(kind if library == "isal" else f"plain {kind}", path, threads, processes=processes)
        members = json.dumps(told["members"])
        raw, pieces = (
            fastest(what, path, threads, text=members, processes=processes)
            for what in ("inflation", "pieces")
        )
        lines.append(
            {
                "gb": size_gb,
                "what": kind,
                "threads": threads,
                "library": library,
                "xml_mb": told["bytes"] / 1e6,
                "seconds": told["seconds"],
                "mb_s": told["bytes"] / 1e6 / told["seconds"],
                "inflation_s": raw["seconds"],
                "vs_inflation": told["seconds"] / raw["seconds"],
                "vs_inflation_in_pieces": told["seconds"] / pieces["seconds"],
                "peak_mib": told["peak_mib"],
                "hits": told["hits"],
                "hits_expected": expected[kind],
            }
        )
        if told["hits"] != expected[kind]:
            raise RuntimeError(f"{kind}: {told['hits']} hits, {expected[kind]} expected")
    return lines


def inside_qgis(path: Path) -> list[dict[str, object]]:
    """Memory of a municipality above that of QGIS alone."""
    start = (str(ROOT / "tools" / "with-qgis"),)
    return [
        {
            "what": kind,
            "qgis_mib": told["qgis_mib"],
            "with_packages_mib": told["imported_mib"],
            "peak_mib": told["peak_mib"],
            "above_qgis_mib": told["peak_mib"] - told["qgis_mib"],
        }
        for kind in KINDS
        for told in [run(f"qgis {kind}", path, 2, start)]
    ]


def summary(
    lines: list[dict[str, object]], size_gb: float, other: dict[str, object]
) -> dict[str, dict[str, object]]:
    """For each reading: one thread beside raw inflation on one, the faster of one and two beside open-mastr."""
    found = {}
    for kind in KINDS:
        readings = [
            line for line in lines if (line["gb"], line["what"], line["library"]) == (size_gb, kind, "isal")
        ]
        one, fastest = readings[0], min(line["seconds"] for line in readings)
        found[kind] = {
            "vs_open_mastr": other["seconds"] / fastest,
            "vs_open_mastr_one_thread": other["seconds"] / one["seconds"],
            "vs_inflation": one["vs_inflation"],
            "vs_inflation_in_pieces": one["vs_inflation_in_pieces"],
            "peak_mib": max(line["peak_mib"] for line in lines if line["what"] == kind),
            "hits": one["hits"],
            "hits_expected": one["hits_expected"],
        }
    return found


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=float, default=[0.25, 0.5, 1, 2], help="GB of XML")
    parser.add_argument("--main", type=float, default=2, help="GB of XML that open-mastr loads too")
    arguments = parser.parse_args()
    sizes = sorted({*arguments.sizes, arguments.main})
    lines = [line for size in sizes for line in lines_of(size, export(size))]
    other = peer(export(arguments.main))
    found = summary(lines, arguments.main, other)
    report(
        "register",
        readings=lines,
        open_mastr=[{"gb": arguments.main, "mb_s": 1000 * arguments.main / other["seconds"], **other}],
        inside_qgis=inside_qgis(export(arguments.main)),
        summary=[{"what": kind, **values} for kind, values in found.items()],
    )
    path = BUILD / "register.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**found, **kept}, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
