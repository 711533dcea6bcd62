"""EnAct loads where geopandas and its like are missing: QGIS starts, the provider lists, the work itself says why not.

Each case runs in a process of its own, because what was once imported cannot be taken away.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]

LOAD = """
import json, sys

missing = set(sys.argv[2].split(",")) - {""}

class Without:
    # a finder that does not find what is missing, like a Python that never had it

    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            return None
        return self.finder.find_spec(name, path, target)

    def find_distributions(self, context):
        found = getattr(self.finder, "find_distributions", lambda _context: ())(context)
        return [each for each in found if each.metadata["Name"].lower() not in missing]

    def __getattr__(self, name):
        return getattr(self.finder, name)

sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
sys.path.insert(0, sys.argv[1])

from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
before = set(sys.modules)  # QGIS itself imports shapely where it is there

import enact
import enact.enact_plugin.plugin
import enact.enact_plugin.processing
from enact.enact_plugin.processing import provider as module

provider = module.EnactProvider()
registry = QgsApplication.processingRegistry()
added = registry.addProvider(provider)
found = {}
for algorithm in provider.algorithms():
    ok, reason = algorithm.canExecute()
    found[algorithm.id()] = [ok, reason]
print("RESULT" + json.dumps({
    "added": added,
    "algorithms": found,
    "loaded": sorted({name.partition(".")[0] for name in set(sys.modules) - before}),
}))
registry.removeProvider(provider)
application.exitQgis()
"""


def load(folder: Path, *missing: str) -> dict:
    """Load EnAct as QGIS does, from a folder named enact, with some packages missing."""
    (folder / "enact").symlink_to(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder), ",".join(missing)],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        },
        timeout=120,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("RESULT")]
    assert lines, done.stderr[-3000:]
    return json.loads(lines[-1].removeprefix("RESULT"))


HEAVY = ("geopandas", "pandas", "shapely", "scipy", "matplotlib")


@pytest.mark.parametrize("missing", [*[(name,) for name in HEAVY], HEAVY], ids="+".join)
def test_enact_loads_with_packages_missing(tmp_path, missing):
    loaded = load(tmp_path, *missing)
    assert loaded["added"]
    assert "enact:loadmunicipality" in loaded["algorithms"]


def test_every_algorithm_says_what_is_missing(tmp_path):
    algorithms = load(tmp_path, *HEAVY)["algorithms"]
    silent = [name for name, (can, reason) in algorithms.items() if can or not reason.strip()]
    assert not silent, f"with nothing installed these claim to work or say nothing: {silent}"


def test_with_everything_there_all_can_be_run(tmp_path):
    algorithms = load(tmp_path)["algorithms"]
    assert algorithms
    assert all(can for can, _ in algorithms.values()), algorithms


def test_nothing_heavy_is_imported_at_start(tmp_path):
    """QGIS starts no slower with EnAct: what computes is imported by the first run."""
    loaded = set(load(tmp_path)["loaded"])
    assert not loaded & set(HEAVY)
