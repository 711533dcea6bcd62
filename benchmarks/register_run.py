"""One reading of a bulk export in a process of its own, so that its memory can be asked for from outside.

    register_run.py municipality|saxony|saxony_units|everything|inflation|pieces|expected ZIP THREADS RUNS [MEMBERS]

Prints JSON: seconds of the fastest run (imports not counted), hits, bytes of XML read, and the members read, which are
those to inflate. `qgis` before the kind starts QGIS first and adds the memory before and after; `plain` leaves isal
out.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import zipfile
import zlib
from functools import partial
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

AGS, STATE = "14713000", "14"
UNITS = (
    "EinheitenSolar", "EinheitenWind", "EinheitenWasser", "EinheitenBiomasse", "EinheitenVerbrennung",
    "EinheitenGeothermieGrubengasDruckentspannung", "EinheitenKernkraft", "EinheitenStromSpeicher",
)  # fmt: skip
PACKED = 1 << 20
PIECE = 1 << 20


def memory_mib() -> float:
    """Largest resident set so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Reads:
    """Which members an archive was asked for."""

    def __init__(self) -> None:
        from enact_plugin.register.bulk.archive import Archive

        self.names: set[str] = set()
        original = Archive.chunks

        def chunks(archive: Archive, member: object, *arguments: int) -> object:
            self.names.add(member.name)
            return original(archive, member, *arguments)

        Archive.chunks = chunks


def reading(ags: str, path: Path, threads: int) -> Callable[[], int]:
    """The whole plant table with all that is joined; gives the units of electricity."""
    from enact_plugin.register.bulk.archive import local_opener
    from enact_plugin.register.bulk.read import read_bulk

    return lambda: len(read_bulk(local_opener(path), str(path), ags, threads=threads).plants.frame)


def streaming_units(path: Path) -> Callable[[], int]:
    """Units of the state as frames of text, nothing joined, each let go at once; gives the rows."""
    from enact_plugin.register.bulk.archive import local_opener, open_archive
    from enact_plugin.register.bulk.read import selection_of, stream_plants

    def run() -> int:
        archive = open_archive(local_opener(path), str(path))
        return sum(map(len, stream_plants(archive, selection_of(STATE))))

    return run


def streaming(path: Path) -> Callable[[], int]:
    """All tables as frames of text, each let go at once; gives the rows."""
    from enact_plugin.register.bulk.archive import local_opener, open_archive
    from enact_plugin.register.bulk.scan import Selection, stream

    def run() -> int:
        archive = open_archive(local_opener(path), str(path))
        found = 0
        for table in archive.tables():
            frames = stream(archive, table, Selection.everything())
            found += sum(map(len, frames))
            if frames.rejected:
                raise RuntimeError(f"{table}: {frames.rejected}")
        return found

    return run


def inflating(path: Path, names: list[str], threads: int, piece: int) -> Callable[[], int]:
    """Nothing but `zlib.decompressobj` on some members, a megabyte of the zip at once, in pieces or (zero) whole."""
    from concurrent.futures import ThreadPoolExecutor

    from enact_plugin.register.bulk.archive import local_opener, open_archive

    archive = open_archive(local_opener(path), str(path))
    members = sorted((m for m in archive.members if m.name in set(names)), key=lambda m: -m.size)

    def one(member: object) -> int:
        length = 0
        with path.open("rb") as file:
            file.seek(member.offset + 26)
            header = file.read(4)
            file.seek(int.from_bytes(header[:2], "little") + int.from_bytes(header[2:], "little"), 1)
            engine, left = zlib.decompressobj(-15), member.packed
            while left:
                packed = file.read(min(PACKED, left))
                left -= len(packed)
                while packed:
                    length += len(engine.decompress(packed, piece))
                    packed = engine.unconsumed_tail
        return length

    def run() -> int:
        with ThreadPoolExecutor(threads) as pool:
            return sum(pool.map(one, members))

    return run


def expected(path: Path) -> dict[str, int]:
    """Count by other means: members as a whole by `zipfile`, split at the rows' ends, searched as text."""
    units: set[str] = set()
    saxony: set[str] = set()
    saxony_units = everything = 0  # rows, with those that stand at two parts' seam
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            table = name.split("_")[0].split(".")[0]
            text = archive.read(name).decode("utf-16")
            row = text[text.index(f"<{table}>") + len(table) + 3 :].partition(">")[0]
            rows = text.split(f"</{row}>")[:-1]
            everything += len(rows)
            if table in UNITS:
                for wanted, found in ((f">{AGS}<", units), (f"<Gemeindeschluessel>{STATE}", saxony)):
                    hits = [each for each in rows if wanted in each]
                    found.update(each.partition("<EinheitMastrNummer>")[2].partition("<")[0] for each in hits)
                saxony_units += len(hits)
    return {
        "municipality": len(units),
        "saxony": len(saxony),
        "saxony_units": saxony_units,
        "everything": everything,
    }


def main() -> None:
    """Run what the arguments say."""
    arguments = sys.argv[1:]
    told: dict[str, object] = {}
    if arguments[0] == "qgis":
        from qgis.core import QgsApplication

        application = QgsApplication([], False)
        application.initQgis()
        told["qgis_mib"] = memory_mib()
        arguments = arguments[1:]
    if arguments[0] == "plain":
        sys.modules["isal"] = None  # type: ignore[assignment]
        arguments = arguments[1:]
    kind, path, threads = arguments[0], Path(arguments[1]), int(arguments[2])
    if kind == "expected":
        sys.stdout.write(json.dumps(expected(path)))
        return
    if kind in ("inflation", "pieces"):
        names = json.loads(Path(arguments[4]).read_text(encoding="utf-8"))
        run = inflating(path, names, threads, PIECE if kind == "pieces" else 0)
        reads = None
    else:
        reads = Reads()
        run = {
            "municipality": partial(reading, AGS, path, threads),
            "saxony": partial(reading, STATE, path, threads),
            "saxony_units": partial(streaming_units, path),
            "everything": partial(streaming, path),
        }[kind]()
    told["imported_mib"] = memory_mib()
    seconds, hits = [], 0
    for _ in range(int(arguments[3])):
        started = time.perf_counter()
        hits = run()
        seconds.append(time.perf_counter() - started)
    told.update(seconds=min(seconds), hits=hits, peak_mib=memory_mib())
    if reads:
        told["members"] = sorted(reads.names)
        with zipfile.ZipFile(path) as archive:
            told["bytes"] = sum(info.file_size for info in archive.infolist() if info.filename in reads.names)
    sys.stdout.write("\n" + json.dumps(told))


if __name__ == "__main__":
    main()
