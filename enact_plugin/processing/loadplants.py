"""enact:loadplants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .register_sources import AUTO, FORMS, WEB


class LoadPlants(EnactAlgorithm):
    """Register of energy plants into `plants` and what is made of them, and into `gas_plants`."""

    ID = "loadplants"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("UNITS", "UNLOCATED_UNITS", "GAS_UNITS")
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load plants (Marktstammdatenregister)"),
            self.tr("Loads the units of the register of energy plants for one municipality."),
            self.tr(
                "Reads the units of one municipality from the Marktstammdatenregister, online or from a file, and "
                "writes the layers 'plants' (one row per unit), 'plants_by_area' (sums per municipality, postcode and "
                "district), 'plant_findings' (what is conspicuous), 'plants_history' (what changed since the last "
                "load) and, where the way delivers them, 'gas_plants'. Units of up to 30 kW have no published place: "
                "they stay rows without a point and are counted, never drawn at an invented place. Implausible values "
                "are marked, not deleted; what a planner accepted or corrected stays so."
            ),
            "MaStR, Marktstammdatenregister, PV, Wind, KWK, Biomasse, Speicher, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Form of the data, the file, municipality, districts, workspace."""
        return [
            parameters.choice(
                "SOURCE",
                self.tr("Form of the register data"),
                FORMS,
                AUTO,
                self.tr(
                    "auto: the file tells by its content; without a file, online. online: the register's public "
                    "interface, asked now. csv: download of the extended unit overview (Erweiterte "
                    "Einheitenübersicht). "
                    "json: saved answers of the interface, one file or a folder of pages. open_mastr: tables of the "
                    "program open-mastr, one file or a folder. bulk: the complete data export (Gesamtdatenexport), "
                    "the zip on this computer or its address; without either the newest one, of which only the pieces "
                    "needed are fetched."
                ),
            ),
            parameters.file(
                "FILE",
                self.tr("File"),
                self.tr("The downloaded file, or the address (https://…) of the complete data export."),
                optional=True,
            ),
            parameters.advanced(
                parameters.folder(
                    "FOLDER",
                    self.tr("Folder of saved pages or tables (json, open_mastr)"),
                    self.tr("Instead of one file: a folder with all pages of the answer, or all tables."),
                )
            ),
            parameters.ags(),
            parameters.any_source(
                "DISTRICTS",
                self.tr("Districts"),
                self.tr("Polygons for the sums per district; without them the districts in the workspace."),
                optional=True,
            ),
            parameters.date_order(),
            *(parameters.advanced(each) for each in self._services()),
            parameters.workspace(),
        ]

    def _services(self) -> list[QgsProcessingParameterDefinition]:
        return [
            parameters.text(
                "ADDRESS",
                self.tr("Address of the register (online, bulk)"),
                self.tr(
                    "Left empty: the public interface, or for bulk the register's download page, as in "
                    "resources/presets/register.json."
                ),
            ),
            parameters.text(
                "GAS_ADDRESS",
                self.tr("Address of the register for gas (online)"),
                self.tr(
                    "Left empty: the public interface; none where another address is given for the plants."
                ),
            ),
            parameters.folder(
                "CACHE",
                self.tr("Folder for what is fetched"),
                self.tr(
                    "The last good answer and the pieces of the complete export stay here, so that they are not "
                    "fetched twice and can be used offline. Left empty: the cache of this user on this computer."
                ),
            ),
        ]

    def checkParameterValues(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """An address may stand where QGIS wants a file."""
        file = self.parameterAsString(parameters, "FILE", context).strip()
        others = {
            name: value
            for name, value in parameters.items()
            if not (name == "FILE" and file.lower().startswith(WEB))
        }
        return super().checkParameterValues(others, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the register, and store what it says."""
        from .areas import area_of
        from .plant_layers import store_plants
        from .register_sources import read_register

        workspace = job.workspace_of_ags()
        area = area_of(job, workspace)
        register = read_register(job, workspace.ags, area.in_crs("EPSG:4326"), job.progress.part(0.0, 0.5))
        row = store_plants(job, workspace, register.plants, area, job.progress.part(0.5, 0.95))
        gas = self._store_gas(job, workspace, register.gas, area.inputs)
        unlocated = int(workspace.read("plants").geometry.isna().sum())
        return {
            "WORKSPACE": str(workspace.path),
            "UNITS": row.rows,
            "UNLOCATED_UNITS": unlocated,
            "GAS_UNITS": gas,
        }

    def _store_gas(self, job: Job, workspace: Any, gas: Any, inputs: tuple[str, ...]) -> int:
        """Store the gas units; a way that says nothing of gas leaves those of an earlier load in place."""
        from dataclasses import replace

        from ..layers.frames import reproject

        if gas is None:
            return 0
        frame = gas.frame.set_geometry(reproject(gas.frame.geometry, workspace.crs))
        outcome = replace(gas, frame=frame)
        return job.store(workspace, "gas_plants", outcome, inputs, job.progress.part(0.95, 1.0)).rows
