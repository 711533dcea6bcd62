"""From buildings to the heat map on Musterstadt, 10k to 300k buildings: the computation alone, and with the workspace.

Each part is a process of its own, so that its peak memory is its own. `compute_s` is the time from the frames in memory
to the frames of all results, `workspace_s` that of the same steps in ``enact:analyse`` (reading, computing, writing,
hashing, provenance) without QGIS' start, `potentials_s` that of the step it runs besides, `peak_mib` the larger peak
of the two. Beside two steps stand QGIS' own algorithms on the same layers: ``native:polygonize`` beside the faces of
blocks, ``native:joinbynearest`` beside the sections of buildings; the former neither cuts faces to the settlement nor
closes gaps, the latter knows no address and goes through houses.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bench_municipality import PROCESS, demo, inputs
from common import BUILD, ROOT, measure, report

SIZES = [10_000, 30_000, 100_000, 300_000]
WANTED = ("AGS", "BOUNDARY", "BUILDINGS", "STREETS", "ADDRESSES", "CENSUS", "HEATPLAN")
FURTHER = ("rail", "waterways", "water", "landuse")  # given blocks are left out: EnAct forms its own


def workspace(size: int) -> Path:
    """Musterstadt of that size, loaded; made once."""
    path = BUILD / f"heat-{size}.gpkg"
    if not path.exists():
        given = {name: value for name, value in inputs(demo(size)).items() if name in WANTED}
        layers = [part for part in given["HEATPLAN"].split(";") if part.partition("=")[0] in FURTHER]
        given["HEATPLAN"] = ";".join(layers)
        target = {"WORKSPACE": str(path), "PROJECT": str(path.with_suffix(".qgz"))}
        arguments = [f"{name}={value}" for name, value in {**given, **target}.items()]
        measure([*PROCESS, "run", "enact:loadmunicipality", "--", *arguments])
    return path


def compute(path: Path) -> dict[str, float]:
    """Seconds of each step on frames in memory."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, str(ROOT))
    from enact_plugin.heat.blocks.blocks import BlockInputs, building_blocks
    from enact_plugin.heat.blocks.land import Land
    from enact_plugin.heat.demand.demand import heat_demand
    from enact_plugin.heat.sections.sections import SectionInputs, street_sections
    from enact_plugin.layers.workspace import Workspace
    from enact_plugin.outcome import Source
    from enact_plugin.processing.inputs import read_if_present
    from enact_plugin.stock.complete.stock import StockInputs, complete_stock

    opened = Workspace.open(path)
    names = (
        "buildings",
        "census_cells",
        "addresses",
        "landuse",
        "streets",
        "rail",
        "waterways",
        "water",
        "municipality",
    )
    layers = {name: read_if_present(opened, name) for name in names}
    boundary = layers["municipality"].geometry.union_all()
    source, seconds = Source("Musterstadt"), {}
    started = time.perf_counter()

    def done(name: str) -> None:
        nonlocal started
        now = time.perf_counter()
        seconds[name], started = now - started, now

    stock = complete_stock(
        StockInputs(layers["buildings"], layers["census_cells"], layers["addresses"], layers["landuse"]),
        source,
    )
    frame, mixture = stock.buildings.frame, stock.mixture.frame
    done("stock")
    demand = heat_demand(frame, mixture, source).frame
    done("demand")
    land = Land(layers["water"], layers["landuse"])
    blocks = building_blocks(
        BlockInputs(frame, *(layers[name] for name in ("streets", "rail", "waterways")), land, boundary),
        source,
    )
    done("blocks")
    sections = street_sections(
        SectionInputs(layers["streets"], frame, layers["rail"], layers["waterways"]), source
    )
    done("sections")
    computed = _densities(frame, mixture, demand, blocks, sections, source)
    done("densities")
    _judge(computed, source)
    done("suitability")
    return {
        **seconds,
        "all": sum(seconds.values()),
        "blocks_made": len(blocks.blocks.frame),
        "sections_made": len(sections.sections.frame),
    }


def _densities(frame: Any, mixture: Any, demand: Any, blocks: Any, sections: Any, source: Any) -> Any:
    """Heat of blocks, grid, sections; heaters and large users."""
    from enact_plugin.heat.density.blocks import BlockHeatInputs, block_heat
    from enact_plugin.heat.density.grid import heat_grid
    from enact_plugin.heat.density.heaters import block_heaters
    from enact_plugin.heat.density.large import large_heat_users
    from enact_plugin.heat.density.lines import heat_line_density
    from enact_plugin.heat.suitability.area_table import Computed

    members = blocks.members.frame
    heat = block_heat(BlockHeatInputs(blocks.blocks.frame, members, frame, mixture, demand), source).frame
    heat_grid(frame, demand, source)
    large_heat_users(frame, demand, source)
    heated = members[members["building_id"].isin(demand["building_id"])]
    block_heaters(blocks.blocks.frame, heated, mixture, None, source)
    on_sections = sections.members.frame
    lines = heat_line_density(sections.sections.frame, on_sections, demand, source).frame
    return Computed(heat, members, on_sections, lines, demand, frame, mixture)


def _judge(computed: Any, source: Any) -> None:
    """Suitability of blocks, and the proposal of supply areas."""
    from enact_plugin.heat.suitability.area_layer import proposed_areas
    from enact_plugin.heat.suitability.area_table import Surroundings, area_table
    from enact_plugin.heat.suitability.block_table import block_suitability
    from enact_plugin.heat.suitability.classify import classify
    from enact_plugin.heat.suitability.rules import default_rules

    rules = default_rules()
    found = classify(area_table(computed, Surroundings(), rules), rules)
    block_suitability(computed.block_heat, found, source, str)
    proposed_areas(computed.block_heat, found, rules, source, str)


def peers(path: Path) -> dict[str, float]:
    """Seconds of QGIS' own algorithms on the layers of an analysed workspace."""
    seconds = {}
    for name, algorithm, parameters in (
        ("polygonize", "native:polygonize", {"INPUT": f"{path}|layername=streets"}),
        (
            "joinbynearest",
            "native:joinbynearest",
            {
                "INPUT": f"{path}|layername=building_stock",
                "INPUT_2": f"{path}|layername=street_sections",
                "NEIGHBORS": 1,
            },
        ),
    ):
        output = path.with_name(f"heat-{name}.gpkg")
        arguments = [f"{key}={value}" for key, value in {**parameters, "OUTPUT": output}.items()]
        taken = measure([*PROCESS, "run", algorithm, "--", *arguments])
        seconds[f"{name}_s"] = taken.seconds - _qgis_alone()
        output.unlink(missing_ok=True)
    return seconds


def _qgis_alone(known: list[float] = []) -> float:  # noqa: B006  asked once
    if not known:
        known.append(measure([*PROCESS, "help", "enact:analyse"]).seconds)
    return known[0]


def potentials_s(path: Path) -> float:
    """Seconds of the potentials within the chain, to the second: from their start to that of the next step."""
    with sqlite3.connect(path) as database:
        starts = dict(database.execute('select algorithm, max("when") from runs group by algorithm'))
    begin, end = (datetime.fromisoformat(starts[f"enact:{name}"]) for name in ("potentials", "suitability"))
    return (end - begin).total_seconds()


def run(size: int) -> tuple[dict[str, object], dict[str, float]]:
    """One size: the computation alone, the whole step in a copy of the workspace, the peers."""
    path = workspace(size)
    script = str(Path(__file__).resolve())
    alone = measure([str(ROOT / "tools" / "with-qgis"), sys.executable, script, "--compute", str(path)])
    steps = json.loads(alone.output.splitlines()[-1])
    copy = Path(shutil.copy(path, path.with_name(f"heat-{size}-analysed.gpkg")))
    whole = measure([*PROCESS, "run", "enact:analyse", "--", f"WORKSPACE={copy}"])
    potentials = potentials_s(copy)
    beside = peers(copy)
    copy.unlink()
    row: dict[str, object] = {
        "buildings": size,
        "sections": int(steps.pop("sections_made")),
        "blocks": int(steps.pop("blocks_made")),
        "compute_s": steps["all"],
        "us_per_building": 1e6 * steps["all"] / size,
        "workspace_s": whole.seconds - _qgis_alone() - potentials,
        "potentials_s": potentials,
        "peak_mib": max(alone.peak_mib, whole.peak_mib),
        **beside,
    }
    return row, steps


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--compute", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.compute:
        print(json.dumps(compute(options.compute)))
        return
    rows, steps = [], {}
    for size in options.sizes:
        row, steps[size] = run(size)
        rows.append(row)
    parts = [
        {"step": name, **{f"{size}_s": found[name] for size, found in steps.items()}}
        for name in next(iter(steps.values()))
    ]
    report("heat", sizes=rows, steps=parts)
    path = BUILD / "heat.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    by_size = {
        str(row["buildings"]): {key: row[key] for key in ("compute_s", "workspace_s", "peak_mib")}
        for row in rows
    }
    path.write_text(json.dumps({**by_size, **found}, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
