"""Same size, same seed, same town: in every program, and on every processor.

A matrix product is summed in an order that the library at hand chooses (QGIS may bring another one than Python), and
numpy's sine has another last digit where the processor has wider registers. Both are switched off in a process of its
own; a town grown of unrounded values differs by then from the second cut on.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WIDE_REGISTERS = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX2 FMA3"
OTHER_PROGRAM = {"OPENBLAS_CORETYPE": "Prescott", "NPY_DISABLE_CPU_FEATURES": WIDE_REGISTERS}
FINGERPRINTS = """
import hashlib, pathlib, sys, tempfile
import numpy, shapely
from enact_plugin.demo import generate
from enact_plugin.demo.files import vector_files, write_texts

def fingerprint(*parts):
    return hashlib.sha256(b"\\0".join(parts)).hexdigest()

town = generate(int(sys.argv[1]), 1)
for file in vector_files(town):
    columns = file.frame.drop(columns=file.frame.geometry.name).to_csv().encode()
    points = numpy.round(shapely.get_coordinates(file.frame.geometry.to_numpy()), 3) + 0.0
    print(file.name, fingerprint(columns, points.tobytes()))
with tempfile.TemporaryDirectory() as folder:
    write_texts(town, pathlib.Path(folder))
    for path in sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file()):
        print(path.relative_to(folder), fingerprint(path.read_bytes()))
"""


def fingerprints(size, **environment):
    """Every file of a town made in a process of its own, coordinates to the millimetre."""
    done = subprocess.run(
        [sys.executable, "-c", FINGERPRINTS, str(size)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize("size", [200, 3000])
def test_town_is_the_same_with_another_linear_algebra_and_a_simpler_processor(size):
    here = fingerprints(size)
    assert len(here) > 20
    assert fingerprints(size, **OTHER_PROGRAM) == here
