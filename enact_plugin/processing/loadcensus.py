"""enact:loadcensus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from . import online_parameters, parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .loadlayer import LEFT_OUT
from .source_check import files_among, refuse_damaged

if TYPE_CHECKING:
    from ..outcome import Outcome
    from .online import Delivery


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
                "Loads the 100 m grid of the census: age, type, heating and energy carrier of buildings, from files or "
                "online."
            ),
            self.tr(
                "Reads files of the Census 2022 (zip or csv, one per topic, as downloaded) or the pivoted form of the "
                "Census 2011 and writes the layer 'census_cells'. The marks of statistical secrecy are kept: a dash is "
                "not a zero, and classes need not add up to the total. Without files, those of the statistical "
                "offices are downloaded; they cover all of Germany and are kept."
            ),
            "Zensus, Gitter, Baualter, Heizungsart, Energieträger",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Files, boundary, workspace."""
        return [
            parameters.several_files(
                "INPUT",
                self.tr("Census files"),
                self.tr(
                    "Zip or csv files of the 100 m grid; several topics may be given. Left empty, they are downloaded."
                ),
                optional=True,
            ),
            *online_parameters.source(("census",)),
            parameters.boundary(),
            parameters.workspace(),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse files that are not there, web pages and broken downloads before any work."""
        online_parameters.check(self, parameters, context)
        super().check(parameters, context)
        for path in files_among(parameters.get("INPUT"), context):
            refuse_damaged(path, self.parameterDefinition("INPUT").description())

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the cells that meet the boundary."""
        from ..stock.census import read_census
        from .areas import area_or_around_buildings
        from .online import deliveries, is_online, told_as_nothing

        workspace = job.workspace()
        area = area_or_around_buildings(job, workspace)
        found: list[Delivery] = []
        left_out: list[tuple[str, str]] = []
        if is_online(job):
            found, left_out = deliveries(job, workspace, "census", area)
        with told_as_nothing(found[0] if found else None, "census_no_cells_inside"):
            outcome = read_census(
                _files(job, found), boundary=area.in_crs("EPSG:3035"), progress=job.progress.part(0.0, 0.6)
            )
        outcome = area.noted(_delivered(outcome, found))
        row = job.store(workspace, "census_cells", outcome, area.inputs, job.progress.part(0.6, 1.0))
        job.tell_left_out("census_cells", left_out)
        results = {"WORKSPACE": str(workspace.path), "CELLS": row.rows}
        return {**results, LEFT_OUT: left_out} if left_out else results


def _files(job: Job, found: list[Delivery]) -> list[Path]:
    return [path for each in found for path in each.files] if found else job.files("INPUT")


def _delivered(outcome: Outcome, found: list[Delivery]) -> Outcome:
    """Outcome that names the hosts; what the census says of its licence and its day goes before the services' word."""
    if not found:
        return outcome
    known = outcome.source
    hosts = ", ".join(dict.fromkeys(each.host for each in found))
    source = replace(known, name=f"{known.name} ({hosts})")
    findings = [finding for each in found for finding in each.findings]
    return replace(outcome, source=source, findings=(*findings, *outcome.findings))
