"""The provider in this process, and a way to run its algorithms as a script does."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")  # the plugin registers its own in other tests
def provider(qgis_app, qgis_processing):
    from qgis.core import QgsApplication

    from enact_plugin.processing.provider import EnactProvider

    registry = QgsApplication.processingRegistry()
    made = EnactProvider()
    registry.addProvider(made)
    yield made
    registry.removeProvider(made)


@pytest.fixture
def run(provider, qgis_new_project):
    """Run an algorithm by id; errors come as QgsProcessingException, the log is kept in `run.log`."""
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    class Log(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.lines = []

        def pushInfo(self, info):
            self.lines.append(info)

        def pushWarning(self, warning):
            self.lines.append(warning)

        def reportError(self, error, fatalError=False):
            self.lines.append(error)

    def call(algorithm, **parameters):
        feedback = Log()
        call.log = feedback.lines
        return processing.run(f"enact:{algorithm}", parameters, feedback=feedback)

    return call
