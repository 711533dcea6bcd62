"""enact:loadplants."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts


class LoadPlants(EnactAlgorithm):
    """Register of energy plants into `plants` and `plants_by_area`."""

    ID = "loadplants"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("UNITS", "UNLOCATED_UNITS")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load plants (Marktstammdatenregister)"),
            self.tr("Loads the units of the register of energy plants for one municipality."),
            self.tr(
                "Reads the units of one municipality from a file of the Marktstammdatenregister and writes the "
                "layers 'plants' (one row per unit) and 'plants_by_area' (sums per municipality, postcode and "
                "district). Units of up to 30 kW have no published place: they stay rows without a point and are "
                "counted, never drawn at an invented place. Implausible values are marked, not deleted."
            ),
            "MaStR, Marktstammdatenregister, PV, Wind, KWK, Biomasse, Speicher, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Form of the file, the file, municipality, districts, workspace."""
        return [
            parameters.choice(
                "SOURCE",
                self.tr("Form of the register data"),
                ["csv", "json"],
                "csv",
                self.tr(
                    "csv: download of the extended unit overview (Erweiterte Einheitenübersicht) as CSV. json: saved "
                    "answers of the public JSON endpoint, one file or a folder of pages."
                ),
            ),
            parameters.file(
                "FILE",
                self.tr("File"),
                self.tr("The downloaded CSV file, or one saved answer of the endpoint."),
                optional=True,
            ),
            parameters.advanced(
                parameters.folder(
                    "FOLDER",
                    self.tr("Folder of saved pages (json)"),
                    self.tr("Instead of one file: a folder with all pages of the answer."),
                )
            ),
            parameters.ags(),
            parameters.any_source(
                "DISTRICTS",
                self.tr("Districts"),
                self.tr("Polygons for the sums per district; without them the districts in the workspace."),
                optional=True,
            ),
            parameters.advanced(
                parameters.choice(
                    "DATE_ORDER",
                    self.tr("Order of day and month (csv)"),
                    ["auto", "dmy", "mdy"],
                    "auto",
                    self.tr(
                        "The register writes dates in the browser's language; auto decides from the values."
                    ),
                )
            ),
            parameters.workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the register, place the units, sum them by area."""
        from dataclasses import replace

        from ..layers.frames import reproject
        from ..register.areas import plants_by_area
        from .areas import area_of
        from .inputs import optional_frame, read_if_present

        workspace = job.workspace_of_ags()
        area = area_of(job, workspace)
        outcome = self._read(job, workspace.ags, area.in_crs("EPSG:4326"))
        plants = outcome.frame.set_geometry(reproject(outcome.frame.geometry, workspace.crs))
        row = job.store(
            workspace, "plants", replace(outcome, frame=plants), progress=job.progress.part(0.5, 0.8)
        )
        sums = plants_by_area(
            plants,
            read_if_present(workspace, "municipality"),
            optional_frame(job, "DISTRICTS", workspace, "districts"),
            read_if_present(workspace, "postcodes"),
        )
        inputs = ("plants", "municipality", "districts", "postcodes")
        sums = replace(sums, source=outcome.source)
        job.store(workspace, "plants_by_area", sums, inputs, job.progress.part(0.9, 1.0))
        return {
            "WORKSPACE": str(workspace.path),
            "UNITS": row.rows,
            "UNLOCATED_UNITS": int(plants.geometry.isna().sum()),
        }

    def _read(self, job: Job, ags: str, boundary: Any) -> Any:
        from ..register.csv import DateOrder, read_csv
        from ..register.endpoint_json import read_json

        if not job.given("FILE") and not job.given("FOLDER"):
            raise EnactError("register_file_not_given")
        path = job.file("FILE" if job.given("FILE") else "FOLDER")
        progress = job.progress.part(0.0, 0.5)
        if job.choice("SOURCE") == "json":
            return read_json(path, ags, boundary=boundary, progress=progress)
        order = DateOrder(job.choice("DATE_ORDER"))
        return read_csv(path, ags, date_order=order, boundary=boundary, progress=progress)
