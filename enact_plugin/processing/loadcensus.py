"""enact:loadcensus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .source_check import files_among, refuse_damaged


class LoadCensus(EnactAlgorithm):
    """100 m grid of the census into `census_cells`."""

    ID = "loadcensus"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("CELLS",)
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load census grid"),
            self.tr(
                "Loads the 100 m grid of the census: age, type, heating and energy carrier of buildings."
            ),
            self.tr(
                "Reads files of the Census 2022 (zip or csv, one per topic, as downloaded) or the pivoted form of the "
                "Census 2011 and writes the layer 'census_cells'. The marks of statistical secrecy are kept: a dash is "
                "not a zero, and classes need not add up to the total."
            ),
            "Zensus, Gitter, Baualter, Heizungsart, Energieträger",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Files, boundary, workspace."""
        return [
            parameters.several_files(
                "INPUT",
                self.tr("Census files"),
                self.tr("Zip or csv files of the 100 m grid; several topics may be given."),
            ),
            parameters.boundary(),
            parameters.workspace(),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse files that are not there, web pages and broken downloads before any work."""
        super().check(parameters, context)
        for path in files_among(parameters.get("INPUT"), context):
            refuse_damaged(path, self.parameterDefinition("INPUT").description())

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the cells that meet the boundary."""
        from ..stock.census import read_census
        from .areas import area_or_around_buildings

        workspace = job.workspace()
        area = area_or_around_buildings(job, workspace)
        outcome = read_census(
            job.files("INPUT"), boundary=area.in_crs("EPSG:3035"), progress=job.progress.part(0.0, 0.6)
        )
        outcome = area.noted(outcome)
        row = job.store(workspace, "census_cells", outcome, area.inputs, job.progress.part(0.6, 1.0))
        return {"WORKSPACE": str(workspace.path), "CELLS": row.rows}
