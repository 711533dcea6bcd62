"""One town for all tests of the room; making it takes a third of a second."""

import pytest

from enact_plugin.demo import generate
from enact_plugin.demo.files import write_texts

SIZE, SEED = 1300, 5


@pytest.fixture(scope="session")
def town():
    return generate(SIZE, SEED)


@pytest.fixture(scope="session")
def written(town, tmp_path_factory):
    folder = tmp_path_factory.mktemp("musterstadt")
    return write_texts(town, folder)
