"""Buildings of Musterstadt through a local WFS (the real QGIS Server), beside the same buildings from a file.

The server serves the demo town's cadastre under the official type name with a low limit of objects per answer, so that
the area has to be cut into tiles. Measured from outside: the whole `qgis_process`, with QGIS' start. Three runs into
the same cache: first, again (nothing may be asked while the answer is young), and with REFRESH (all is asked anew).

The peer is QGIS' own WFS provider: `native:savefeatures` copies the layer from the same server; it neither cuts to the
municipality nor checks that all came, which at a server with a limit it does not notice.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

from common import BUILD, ROOT, measure, report

PROCESS = (str(ROOT / "tools" / "with-qgis"), "qgis_process")
TYPE = "ave:GebaeudeBauwerk"
LIMIT = 1_000  # objects the server puts into one answer, whatever is asked
AGS = "99999999"


def demo(size: int) -> Path:
    """Musterstadt of that size, made once."""
    folder = BUILD / f"musterstadt-{size}"
    if not (folder / "loadmunicipality.txt").exists():
        measure([*PROCESS, "run", "enact:demodata", "--", f"SIZE={size}", "SEED=1", f"FOLDER={folder}"])
    return folder


def tests_own(name: str) -> Any:
    """A module beside the tests of `sources`: the servers are the same."""
    path = ROOT / "tests" / "sources" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"bench_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def with_boundary(folder: Path, target: Path) -> Path:
    """Return a new workspace that holds the municipality's boundary only."""
    workspace = target / "workspace.gpkg"
    workspace.unlink(missing_ok=True)
    boundary = folder / "gemeinde_fiktiv.geojson"
    measure(
        [*PROCESS, "run", "enact:loadlayer", "--", f"INPUT={boundary}", "KIND=boundary", f"AGS={AGS}",
         f"WORKSPACE={workspace}"]
    )  # fmt: skip
    return workspace


def load(workspace: Path, *parameters: str) -> tuple[dict[str, Any], int]:
    """Seconds and peak memory of one load, and how many buildings are in the workspace then."""
    taken = measure(
        [*PROCESS, "--json", "run", "enact:loadbuildings", "--", *parameters, f"WORKSPACE={workspace}"]
    )
    results = json.loads(taken.output[taken.output.index("{") :])["results"]
    return {"seconds": taken.seconds, "peak_mib": taken.peak_mib}, int(results["BUILDINGS"])


def run(size: int) -> list[dict[str, object]]:
    """Lines of the table for one size."""
    folder = demo(size)
    target = BUILD / f"services-{size}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    buildings = folder / "alkis_gebaeude_fiktiv.gpkg"
    lines: list[dict[str, object]] = []
    taken, expected = load(with_boundary(folder, target), f"INPUT={buildings}")
    lines.append(
        {"buildings": size, "run": "file", **taken, "objects": expected, "requests": 0, "at_once": 0}
    )
    server = tests_own("services/real_wfs").serve(tests_own("servers").Web(), {TYPE: buildings}, limit=LIMIT)
    try:
        workspace = with_boundary(folder, target)
        online = ("SOURCE=online", f"ADDRESS={server.url}", f"LAYER={TYPE}", f"CACHE={target / 'cache'}")
        for name, further in (("online", ()), ("again", ()), ("refresh", ("REFRESH=true",))):
            server.reset(limit=LIMIT)
            taken, count = load(workspace, *online, *further)
            if count != expected:
                raise RuntimeError(f"{name}: {count} buildings instead of {expected}")
            lines.append(
                {"buildings": size, "run": name, **taken, "objects": count, "requests": len(server.log.asked),
                 "at_once": server.log.at_once}
            )  # fmt: skip
        lines.append(_peer(size, server, target))
    finally:
        server.close()
    return lines


def _peer(size: int, server: Any, target: Path) -> dict[str, object]:
    """QGIS' own provider on the same server."""
    server.reset(limit=LIMIT)
    uri = f"WFS:// restrictToRequestBBOX='0' srsname='EPSG:25833' typename='{TYPE}' url='{server.url}' version='auto'"
    copy = target / "peer.gpkg"
    taken = measure([*PROCESS, "run", "native:savefeatures", "--", f"INPUT={uri}", f"OUTPUT={copy}"])
    return {
        "buildings": size, "run": "QGIS' WFS provider", "seconds": taken.seconds, "peak_mib": taken.peak_mib,
        "objects": _count(copy), "requests": len(server.log.asked), "at_once": server.log.at_once,
    }  # fmt: skip


def _count(path: Path) -> int:
    with sqlite3.connect(path) as database:
        table = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[3_000, 30_000, 100_000])
    sizes = parser.parse_args().sizes
    report("services", buildings=[line for size in sizes for line in run(size)])


if __name__ == "__main__":
    main()
