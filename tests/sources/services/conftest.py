"""What the tests of services share: helpers beside this file, and the session they ask through."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from enact_plugin.sources.session import open_session


def _load(name: str):
    """A module of helpers beside this file; tests are no package."""
    known = f"enact_tests_services_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"{name}.py"))
        sys.modules[known] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[known])
    return sys.modules[known]


@pytest.fixture(scope="session")
def helpers():
    """Load a module beside this file: ``helpers("fake_lod2")``."""
    return _load


@pytest.fixture
def session():
    with open_session() as opened:
        yield opened


@pytest.fixture(scope="session")
def memory():
    return _load("fake_memory")
