"""What the tests of services share: helpers beside this file, and the session they ask through."""

from __future__ import annotations

import importlib

import fake_memory
import pytest

from enact_plugin.sources.session import open_session


@pytest.fixture(scope="session")
def helpers():
    """Load a module beside this file: ``helpers("fake_lod2")``."""
    return importlib.import_module


@pytest.fixture
def session():
    with open_session() as opened:
        yield opened


@pytest.fixture(scope="session")
def memory():
    return fake_memory
